package io.lanewise.memmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NpyFormatException;
import io.lanewise.ndarray.ShapeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What cannot be mapped is refused with the numbers in the message, and nothing is written: each
/// test ends with the folder as it began.
class BadMappingTest {
  private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  @TempDir Path folder;
  private Path path;
  private Path missing;

  @BeforeEach
  void makeAFile() throws IOException {
    path = Files.write(folder.resolve("ten.bin"), CONTENT);
    missing = folder.resolve("missing");
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(path).hasBinaryContent(CONTENT);
    assertThat(folder.toFile().list()).containsExactly("ten.bin");
  }

  @ParameterizedTest
  @EnumSource(value = MapMode.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
  void aMissingFile(MapMode mode) {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> MappedArray.openNpy(missing, mode),
            () -> MappedArray.raw(missing, DType.INT8).open(mode),
            () -> MappedArray.raw(missing, DType.INT8).shape(3).open(mode))) {
      refused(call, UncheckedIOException.class, "missing")
          .hasCauseInstanceOf(NoSuchFileException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(MapMode.class)
  void aFolder(MapMode mode) {
    refused(
            () -> MappedArray.raw(folder, DType.INT8).shape(1).open(mode),
            UncheckedIOException.class)
        .hasCauseInstanceOf(FileSystemException.class);
  }

  @Test
  void aNewFileInAFolderThatIsNotThere() {
    refused(
            () -> MappedArray.createNpy(missing.resolve("a.npy"), DType.INT8, 1),
            UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileThatIsTooShort() {
    for (MapMode mode : List.of(MapMode.READ_ONLY, MapMode.COPY_ON_WRITE)) {
      refused(
          () -> MappedArray.raw(path, DType.FLOAT64).shape(2, 3).open(mode),
          IllegalArgumentException.class,
          "mmap length is greater than file size",
          " 10 bytes",
          " 48",
          "(2,3)",
          "float64");
      refused(
          () -> MappedArray.raw(path, DType.INT8).offset(8).shape(3).open(mode),
          IllegalArgumentException.class,
          "mmap length is greater than file size",
          " 10 bytes",
          " 11");
    }
  }

  @ParameterizedTest
  @EnumSource(value = MapMode.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
  void aLengthThatIsNoWholeNumberOfElements(MapMode mode) {
    refused(
        () -> MappedArray.raw(path, DType.FLOAT64).offset(1).open(mode),
        IllegalArgumentException.class,
        "Size of available data is not a multiple of the data-type size.",
        " 9 bytes",
        "float64");
    refused(
        () -> MappedArray.raw(path, DType.INT8).offset(11).open(mode),
        IllegalArgumentException.class,
        "offset 11",
        "10 bytes");
  }

  @Test
  void creatingWithoutAShape() {
    refused(
        () -> MappedArray.raw(path, DType.FLOAT64).open(MapMode.CREATE),
        IllegalArgumentException.class,
        "shape must be given if mode == 'w+'");
    refused(
        () -> MappedArray.openNpy(path, MapMode.CREATE),
        IllegalArgumentException.class,
        "shape must be given if mode == 'w+'",
        "createNpy");
  }

  @ParameterizedTest
  @EnumSource(MapMode.class)
  void shapesThatNoArrayHas(MapMode mode) {
    RawFile file = MappedArray.raw(path, DType.FLOAT64);
    refused(() -> file.shape(2, -3).open(mode), ShapeException.class, "negative", "(2,-3)");
    refused(() -> file.shape(1L << 40, 1L << 40).open(mode), ShapeException.class, "too big");
    refused(() -> file.shape(1L << 61).open(mode), ShapeException.class, "too big");
    refused(
        () -> file.offset(Long.MAX_VALUE - 7).shape(1).open(mode), ShapeException.class, "too big");
    long[] many = new long[65];
    Arrays.fill(many, 1);
    refused(() -> file.shape(many).open(mode), ShapeException.class, "65");
    refused(() -> file.offset(-1), IllegalArgumentException.class, "-1");
  }

  @Test
  void shapesThatNoNewNpyFileHas() {
    refused(() -> MappedArray.createNpy(path, DType.INT32, 2, -3), ShapeException.class, "(2,-3)");
    refused(() -> MappedArray.createNpy(path, DType.INT32, 1L << 61), ShapeException.class);
    refused(
        () -> MappedArray.createNpy(path, DType.BFLOAT16, 2),
        IllegalArgumentException.class,
        "bfloat16");
  }

  /// More than any address space: the file grows to it, or not, but cannot be mapped.
  @Test
  void moreThanCanBeMapped() {
    long n = 1L << 59;
    refused(() -> MappedArray.createNpy(path, DType.FLOAT64, n), UncheckedIOException.class);
    refused(
        () -> MappedArray.raw(path, DType.FLOAT64).shape(n).open(MapMode.READ_WRITE),
        UncheckedIOException.class);
  }

  @Test
  void elementsInTheOtherByteOrder() throws IOException {
    Path swapped = Files.write(folder.resolve("swapped.npy"), Fixtures.bytes("int32-swapped.npy"));
    refused(
        () -> MappedArray.openNpy(swapped, MapMode.READ_WRITE),
        UnsupportedOperationException.class,
        "byte order",
        "NpyFiles.read");
    assertThat(NpyFiles.read(swapped).getLong(1, 1)).isEqualTo(123456);
    Files.delete(swapped);
  }

  @ParameterizedTest
  @EnumSource(value = MapMode.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
  void aNpyFileThatIsTruncated(MapMode mode) throws IOException {
    byte[] whole = Fixtures.bytes("float64-c.npy");
    Path part = folder.resolve("part.npy");
    for (int length = 0; length < whole.length; length++) {
      byte[] prefix = Arrays.copyOf(whole, length);
      Files.write(part, prefix);
      refused(() -> MappedArray.openNpy(part, mode), NpyFormatException.class);
      refused(() -> NpyFiles.read(part), NpyFormatException.class);
      assertThat(part).hasBinaryContent(prefix);
    }
    refused(
        () -> MappedArray.openNpy(part, mode),
        NpyFormatException.class,
        "mmap length is greater than file size",
        " 47 bytes",
        " 48",
        "(2,3)");
    Files.delete(part);
  }

  @Test
  void modesThatNumPyDoesNotHave() {
    refused(
        () -> MapMode.of("rw"),
        IllegalArgumentException.class,
        "mode must be one of ['r', 'r+', 'w+', 'c'] (got 'rw')");
    assertThat(MapMode.of("r+")).isEqualTo(MapMode.READ_WRITE);
    assertThat(MapMode.of("c")).isEqualTo(MapMode.COPY_ON_WRITE);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable call, Class<? extends Throwable> type, String... words) {
    var refusal = assertThatThrownBy(call).isInstanceOf(type);
    for (String word : words) {
      refusal.hasMessageContaining(word);
    }
    return refusal;
  }
}
