package io.lanewise.memmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// .npy files as NumPy writes and reads them.
class NpyFilesTest {
  private static final List<DType> DTYPES =
      List.of(
          DType.BOOL,
          DType.INT32,
          DType.INT64,
          DType.FLOAT32,
          DType.FLOAT64,
          DType.COMPLEX64,
          DType.COMPLEX128);

  @TempDir Path folder;

  static Stream<Arguments> written() {
    return DTYPES.stream()
        .flatMap(
            dtype ->
                Stream.of("c", "f", "0d", "empty", "1d").map(kind -> Arguments.of(dtype, kind)));
  }

  static Stream<Arguments> stored() {
    List<Arguments> all = new ArrayList<>(written().toList());
    for (DType dtype : DTYPES) {
      all.add(Arguments.of(dtype, "empty-f"));
      all.add(Arguments.of(dtype, "version2"));
      all.add(Arguments.of(dtype, "version3"));
      if (dtype != DType.BOOL) {
        all.add(Arguments.of(dtype, "swapped"));
        all.add(Arguments.of(dtype, "swapped-f"));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("stored")
  void aFileOfNumPyIsReadAsItIs(DType dtype, String kind) throws IOException {
    NDArray expected = Fixtures.array(dtype, kind);

    NDArray read = NpyFiles.read(file(dtype + "-" + kind));

    assertThat(read.dtype()).isEqualTo(dtype);
    assertThat(read.shape()).isEqualTo(expected.shape());
    assertThat(Fixtures.bits(read)).isEqualTo(Fixtures.bits(expected));
    assertThat(read.isWriteable()).isTrue();
    if (kind.endsWith("f")) {
      assertThat(read.layout().isContiguousF()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void aWrittenFileHasTheBytesThatNumPyWrites(DType dtype, String kind) throws IOException {
    Path path = folder.resolve("written.npy");

    NpyFiles.write(path, Fixtures.array(dtype, kind));

    assertThat(Files.readAllBytes(path)).isEqualTo(Fixtures.bytes(dtype + "-" + kind + ".npy"));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void headersAreThoseOfNumPyForEveryLengthOfTheirText() {
    String[] lines = new String(Fixtures.bytes("headers.txt"), StandardCharsets.UTF_8).split("\n");

    for (String line : lines) {
      String[] part = line.split(" ", 5);
      long[] shape =
          Arrays.stream(part[2].substring(1, part[2].length() - 1).split(","))
              .filter(length -> !length.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      byte[] header = Npy.headerBytes(DType.named(part[0]), Order.valueOf(part[1]), shape);
      assertThat(header.length).as(line).isEqualTo(Integer.parseInt(part[3]));
      String text = new String(header, 10, header.length - 10, StandardCharsets.ISO_8859_1);
      assertThat(text.stripTrailing()).isEqualTo(part[4]);
      assertThat(text).endsWith("\n");
    }
    assertThat(lines).hasSizeGreaterThan(100);
  }

  @Test
  void lengthsAsPython2WroteThemAreRead() throws IOException {
    NDArray read = NpyFiles.read(file("float64-python2"));

    assertThat(read.shape()).containsExactly(2, 3);
    assertThat(Fixtures.bits(read)).isEqualTo(Fixtures.bits(Fixtures.values(DType.FLOAT64)));
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BFLOAT16")
  void whatIsWrittenIsReadAgain(DType dtype) {
    Path path = folder.resolve("again.npy");
    NDArray array = NDArray.arange(60).reshape(3, 4, 5).astype(dtype);
    for (NDArray view :
        List.of(
            array,
            array.T(),
            array.get("::-1, 1:, ::2"),
            array.get("1"),
            array.reshape(-1).get("::-1"),
            array.reshape(-1).get("5::3"))) {
      NpyFiles.write(path, view);

      NDArray read = NpyFiles.read(path);

      assertThat(read.dtype()).isEqualTo(dtype);
      assertThat(read.shape()).isEqualTo(view.shape());
      assertThat(Fixtures.bits(read)).isEqualTo(Fixtures.bits(view));
    }
  }

  @Test
  void aFileLargerThanAnyPieceIsReadFromAStreamThatDoesNotSayItsLength() throws IOException {
    Path path = folder.resolve("large.npy");
    NDArray array = NDArray.arange(1_000_003);
    NpyFiles.write(path, array);
    byte[] bytes = Files.readAllBytes(path);

    NDArray read =
        Npy.read(
            new ByteArrayInputStream(bytes) {
              @Override
              public synchronized int available() {
                return 0;
              }
            });

    assertThat(Fixtures.bits(read)).isEqualTo(Fixtures.bits(array));
  }

  @Test
  void anArrayMappedFromAFileCanReplaceIt() {
    Path path = folder.resolve("self.npy");
    NpyFiles.write(path, NDArray.arange(100_000));
    try (MappedArray file = MappedArray.openNpy(path)) {
      NpyFiles.write(path, file.array().get("::-1"));

      assertThat(file.array().getLong(1)).isEqualTo(1);
    }
    assertThat(NpyFiles.read(path).getLong(1)).isEqualTo(99_998);
  }

  @Test
  void aDtypeThatTheFormatDoesNotKnowLeavesTheFileAsItWas() throws IOException {
    Path path = folder.resolve("kept.npy");
    Files.writeString(path, "kept");

    assertThatThrownBy(() -> NpyFiles.write(path, NDArray.zeros(DType.BFLOAT16, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bfloat16");

    assertThat(path).hasContent("kept");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void filesThatAreNotThereAreNamed() {
    Path missing = folder.resolve("missing.npy");
    assertThatThrownBy(() -> NpyFiles.read(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("missing.npy");
    assertThatThrownBy(() -> NpyFiles.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileSystemException.class)
        .hasMessageContaining("Is a directory");
    assertThatThrownBy(() -> NpyFiles.write(folder, NDArray.zeros(2)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Not a regular file");
    assertThatThrownBy(() -> NpyFiles.write(missing.resolve("a.npy"), NDArray.zeros(2)))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name + ".npy"), Fixtures.bytes(name + ".npy"));
  }
}
