package io.lanewise.memmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a mapped array shows and where its writes go.
class MappedArrayTest {
  @TempDir Path folder;

  static Stream<Arguments> written() {
    return fixtures().filter(fixture -> !fixture.get()[1].toString().startsWith("version"));
  }

  static Stream<Arguments> fixtures() {
    return Stream.of(DType.BOOL, DType.INT32, DType.INT64, DType.FLOAT32, DType.FLOAT64)
        .flatMap(
            dtype ->
                Stream.of("c", "f", "0d", "empty", "empty-f", "1d", "version2", "version3")
                    .map(kind -> Arguments.of(dtype, kind)));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aFileOfNumPyIsMappedAsItIs(DType dtype, String kind) throws IOException {
    Path path = folder.resolve("fixture.npy");
    byte[] bytes = Fixtures.bytes(dtype + "-" + kind + ".npy");
    Files.write(path, bytes);
    NDArray expected = Fixtures.array(dtype, kind);
    for (MapMode mode : List.of(MapMode.READ_ONLY, MapMode.READ_WRITE, MapMode.COPY_ON_WRITE)) {
      try (MappedArray file = MappedArray.openNpy(path, mode)) {
        assertThat(file.array().dtype()).isEqualTo(dtype);
        assertThat(file.array().shape()).isEqualTo(expected.shape());
        assertThat(Fixtures.bits(file.array())).isEqualTo(Fixtures.bits(expected));
        assertThat(file.array().isWriteable()).isEqualTo(mode != MapMode.READ_ONLY);
        assertThat(file.array().layout().isContiguousF() || !kind.endsWith("f")).isTrue();
      }
    }
    assertThat(path).hasBinaryContent(bytes);
  }

  @ParameterizedTest
  @MethodSource("written")
  void aNewFileHasTheBytesThatNumPyWrites(DType dtype, String kind) throws IOException {
    Path path = folder.resolve("new.npy");
    NDArray values = Fixtures.array(dtype, kind);
    Order order = kind.equals("f") ? Order.F : Order.C;
    byte[] expected = Fixtures.bytes(dtype + "-" + kind + ".npy");

    try (MappedArray file = MappedArray.createNpy(path, dtype, order, values.shape())) {
      assertThat(file.mode()).isEqualTo(MapMode.CREATE);
      assertThat(file.array().sum().item()).isZero();
      file.array().set(values);
      file.flush();
      assertThat(Files.readAllBytes(path)).isEqualTo(expected);
    }

    assertThat(path).hasBinaryContent(expected);
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BFLOAT16")
  void everyDtypeSurvivesAFile(DType dtype) {
    Path path = folder.resolve("dtype.npy");
    NDArray values = NDArray.arange(24).reshape(2, 3, 4).astype(dtype);
    for (Order order : new Order[] {Order.C, Order.F}) {
      try (MappedArray file = MappedArray.createNpy(path, dtype, order, 2, 3, 4)) {
        file.array().set(values);
      }
      try (MappedArray file = MappedArray.openNpy(path)) {
        assertThat(Fixtures.bits(file.array())).isEqualTo(Fixtures.bits(values));
      }
      assertThat(Fixtures.bits(NpyFiles.read(path))).isEqualTo(Fixtures.bits(values));
    }
  }

  @Test
  void readOnlyRefusesEveryWriteAndChangesNothing() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    byte[] before = Files.readAllBytes(path);
    NDArray heap = NDArray.ones(4).astype(DType.FLOAT32);
    try (MappedArray file = MappedArray.raw(path, DType.FLOAT32).open()) {
      NDArray a = file.array();
      List<ThrowingCallable> writes =
          List.of(
              () -> a.setDouble(9, 0),
              () -> a.setLong(9, 0),
              () -> a.fill(9),
              () -> a.set(heap),
              () -> a.set("1:", 9),
              () -> a.set("1:", heap.get("1:")),
              () -> heap.add(heap, a),
              () -> a.multiply(2.0, a),
              () -> heap.exp(a.get("::-1")),
              () -> a.reshape(2, 2).T().fill(9));
      for (ThrowingCallable write : writes) {
        assertThatThrownBy(write)
            .isInstanceOf(ReadOnlyArrayException.class)
            .hasMessageContaining("read-only");
      }
      assertThatThrownBy(() -> file.asFloatBuffer().put(0, 9f))
          .isInstanceOf(ReadOnlyBufferException.class);
      file.flush();
      assertThat(a.toDoubleArray()).containsExactly(1, 2, 3, 4);
    }
    assertThat(path).hasBinaryContent(before);
  }

  @Test
  void readWriteChangesTheFileAndNothingBesideTheArray() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    try (MappedArray file =
        MappedArray.raw(path, DType.FLOAT32).offset(4).shape(2).open(MapMode.READ_WRITE)) {
      file.array().multiply(10.0, file.array());
      file.flush();
    }
    assertThat(path).hasBinaryContent(bytes(1f, 20, 30, 4));
  }

  @Test
  void readWriteGrowsAFileThatIsTooShort() throws IOException {
    Path path = raw(1f, 2);
    try (MappedArray file =
        MappedArray.raw(path, DType.FLOAT32).shape(2, 2).open(MapMode.READ_WRITE)) {
      assertThat(file.array().toDoubleArray()).containsExactly(1, 2, 0, 0);
      file.array().setDouble(7, 1, 1);
    }
    assertThat(path).hasBinaryContent(bytes(1f, 2, 0, 7));
  }

  @Test
  void copyOnWriteLeavesTheFileAsItIs() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    byte[] before = Files.readAllBytes(path);
    try (MappedArray file = MappedArray.raw(path, DType.FLOAT32).open(MapMode.COPY_ON_WRITE)) {
      file.array().add(1.0, file.array());
      file.asFloatBuffer().put(0, 9f);
      file.flush();
      assertThat(file.array().toDoubleArray()).containsExactly(9, 3, 4, 5);
    }
    assertThat(path).hasBinaryContent(before);
  }

  @Test
  void createMakesZerosAlsoInFrontOfTheOffset() throws IOException {
    Path path = folder.resolve("new.bin");
    Files.write(path, new byte[] {1, 2, 3, 4, 5});
    try (MappedArray file =
        MappedArray.raw(path, DType.INT16).offset(3).shape(2).open(MapMode.CREATE)) {
      assertThat(file.array().toDoubleArray()).containsExactly(0, 0);
      file.array().setLong(0x0102, 1);
    }
    assertThat(path).hasBinaryContent(new byte[] {0, 0, 0, 0, 0, 2, 1});
  }

  @Test
  void createLeavesTheMappingsOfTheOldFileWhole() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    try (MappedArray old = MappedArray.raw(path, DType.FLOAT32).open();
        MappedArray file = MappedArray.raw(path, DType.FLOAT32).shape(1).open(MapMode.CREATE)) {
      file.array().fill(5);
      assertThat(old.array().toDoubleArray()).containsExactly(1, 2, 3, 4);
    }
    assertThat(path).hasBinaryContent(bytes(5f));
  }

  @Test
  void createKeepsLinksAndPermissions() throws IOException {
    Path path = raw(1f, 2);
    Assumptions.assumeThat(Files.getFileAttributeView(path, PosixFileAttributeView.class))
        .isNotNull();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), path);
    try (MappedArray file = MappedArray.raw(link, DType.FLOAT32).shape(1).open(MapMode.CREATE)) {
      file.array().fill(5);
    }
    assertThat(link).isSymbolicLink();
    assertThat(path).hasBinaryContent(bytes(5f));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-----");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 63, 4095, 4096, 4097, 10_001})
  void anyByteMayBeTheFirst(long offset) throws IOException {
    Path path = folder.resolve("offset.bin");
    double[] values = NDArray.arange(2_000).astype(DType.FLOAT64).toDoubleArray();
    ByteBuffer content =
        ByteBuffer.allocate((int) offset + 8 * values.length).order(ByteOrder.nativeOrder());
    content.position((int) offset);
    for (double value : values) {
      content.putDouble(value);
    }
    Files.write(path, content.array());
    try (MappedArray file = MappedArray.raw(path, DType.FLOAT64).offset(offset).open()) {
      assertThat(file.array().toDoubleArray()).isEqualTo(values);
      assertThat(file.array().add(1.0).getDouble(-1)).isEqualTo(2_000);
      assertThat(file.array().sum().item()).isEqualTo(1_999_000);
      assertThat(file.array().get("::-2").max().item()).isEqualTo(1_999);
    }
  }

  @Test
  void theOrderDecidesWhichElementIsWhere() throws IOException {
    Path path = raw(1f, 2, 3, 4, 5, 6);
    RawFile file = MappedArray.raw(path, DType.FLOAT32).shape(2, 3);
    try (MappedArray c = file.open();
        MappedArray f = file.order(Order.F).open()) {
      assertThat(c.array().toDoubleArray()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(f.array().toDoubleArray()).containsExactly(1, 3, 5, 2, 4, 6);
      assertThat(f.array().strides()).containsExactly(1, 2);
      assertThat(f.array().sum(0).toDoubleArray()).containsExactly(3, 7, 11);
    }
  }

  @Test
  void zeroDimensionsAndNoElementsAreArraysToo() throws IOException {
    Path path = raw(1f, 2);
    Path empty = Files.createFile(folder.resolve("empty.bin"));
    try (MappedArray scalar = MappedArray.raw(path, DType.FLOAT32).offset(4).shape().open();
        MappedArray none = MappedArray.raw(path, DType.FLOAT32).shape(3, 0).open();
        MappedArray end = MappedArray.raw(path, DType.FLOAT32).offset(8).open();
        MappedArray nothing = MappedArray.raw(empty, DType.FLOAT64).open(MapMode.READ_WRITE)) {
      assertThat(scalar.array().ndim()).isZero();
      assertThat(scalar.array().item()).isEqualTo(2);
      assertThat(none.array().shape()).containsExactly(3, 0);
      assertThat(none.array().add(1.0).shape()).containsExactly(3, 0);
      assertThat(end.array().shape()).containsExactly(0);
      assertThat(nothing.array().sum().item()).isZero();
      nothing.flush();
    }
    try (MappedArray file = MappedArray.createNpy(folder.resolve("empty.npy"), DType.INT32, 0)) {
      assertThat(file.array().size()).isZero();
    }
    assertThat(empty).isEmptyFile();
    assertThat(NpyFiles.read(folder.resolve("empty.npy")).shape()).containsExactly(0);
  }

  @Test
  void aFloatBufferShowsTheSameMemory() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    try (MappedArray file = MappedArray.raw(path, DType.FLOAT32).open(MapMode.READ_WRITE)) {
      FloatBuffer buffer = file.asFloatBuffer();
      buffer.put(1, 20f);
      assertThat(file.array().getDouble(1)).isEqualTo(20);
      assertThat(buffer.isDirect()).isTrue();
      FloatBuffer rows = file.array().reshape(2, 2).get(1).asFloatBuffer();
      assertThat(rows.get(0)).isEqualTo(3f);
      assertThatThrownBy(() -> file.array().get("::2").asFloatBuffer())
          .isInstanceOf(IllegalArgumentException.class);
    }
    try (MappedArray file = MappedArray.raw(path, DType.INT32).open()) {
      assertThatThrownBy(file::asFloatBuffer)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("int32");
    }
  }

  @Test
  void closingEndsTheArrayItsViewsAndItsBuffer() throws IOException {
    MappedArray file = MappedArray.raw(raw(1f, 2, 3, 4), DType.FLOAT32).open(MapMode.READ_WRITE);
    NDArray a = file.array();
    NDArray view = a.get("1:");
    NDArray out = NDArray.zeros(DType.FLOAT32, 4);
    FloatBuffer buffer = file.asFloatBuffer();

    file.close();
    file.close();

    List<ThrowingCallable> uses =
        List.of(
            () -> a.getDouble(0),
            () -> a.setDouble(1, 0),
            () -> view.getDouble(0),
            () -> a.add(1.0, out),
            () -> out.add(1.0, a),
            () -> a.sum(),
            () -> a.toDoubleArray(),
            () -> buffer.get(0),
            file::flush);
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use).isInstanceOf(IllegalStateException.class);
    }
    assertThat(out.toDoubleArray()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void twoMappingsOfAFileShareIt() throws IOException {
    Path path = raw(1f, 2, 3, 4);
    try (MappedArray one = MappedArray.raw(path, DType.FLOAT32).open(MapMode.READ_WRITE);
        MappedArray two = MappedArray.raw(path, DType.FLOAT32).open()) {
      one.array().setDouble(8, 2);
      assertThat(two.array().getDouble(2)).isEqualTo(8);
    }
  }

  @Test
  void npyHeadersStayWhenElementsAreWritten() throws IOException {
    Path path = folder.resolve("header.npy");
    Files.write(path, Fixtures.bytes("float32-f.npy"));
    try (MappedArray file = MappedArray.openNpy(path, MapMode.READ_WRITE)) {
      file.array().set(NDArray.arange(6).reshape(2, 3).astype(DType.FLOAT32));
    }
    byte[] header = Npy.headerBytes(DType.FLOAT32, Order.F, 2, 3);
    assertThat(Files.readAllBytes(path)).startsWith(header);
    assertThat(NpyFiles.read(path).toDoubleArray()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  /// 5 GiB that take a few pages of disk: positions beyond an int in elements and in bytes.
  @Test
  @Tag("slow")
  void theEndOfAFileOfFiveGibibytesIsReadAndWritten() throws IOException {
    long n = 5L << 27;
    Path path = folder.resolve("sparse.npy");
    try (MappedArray file = MappedArray.createNpy(path, DType.FLOAT64, n)) {
      file.array().get("-3:").set(NDArray.of(1.5, 2.5, 3.5));
    }
    assertThat(Files.size(path)).isEqualTo(128 + 8 * n);
    try (MappedArray file = MappedArray.openNpy(path, MapMode.READ_WRITE)) {
      NDArray a = file.array();
      assertThat(a.size()).isEqualTo(n);
      assertThat(a.getDouble(n - 1)).isEqualTo(3.5);
      assertThat(a.get("-4:").multiply(2.0).toDoubleArray()).containsExactly(0, 3, 5, 7);
      assertThat(a.get("-100000:").sum().item()).isEqualTo(7.5);
      NDArray rows = a.reshape(5, -1).get(4);
      rows.get("-2:").add(1.0, rows.get("-2:"));
      assertThat(a.getDouble(-1)).isEqualTo(4.5);
      // as bytes the same file is longer than 2^31 elements
      try (MappedArray bytes = MappedArray.raw(path, DType.UINT8).open()) {
        long last = Double.doubleToLongBits(4.5) >>> 56;
        assertThat(bytes.array().getLong(-1)).isEqualTo(last);
        assertThat(bytes.array().get("::-1").get("0:4").sum().item()).isPositive();
      }
      try (MappedArray floats = MappedArray.raw(path, DType.FLOAT32).open()) {
        assertThatThrownBy(floats::asFloatBuffer)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("2 GiB");
        FloatBuffer end = floats.array().get("-4:").asFloatBuffer();
        assertThat(end.remaining()).isEqualTo(4);
      }
    }
  }

  @Test
  void aFileMayBeDeletedWhileItIsMapped() throws IOException {
    Path path = raw(1f, 2);
    try (MappedArray file = MappedArray.raw(path, DType.FLOAT32).open()) {
      Files.delete(path);
      assertThat(file.array().getDouble(1)).isEqualTo(2);
    }
  }

  private Path raw(float... values) throws IOException {
    return Files.write(folder.resolve("raw.bin"), bytes(values));
  }

  private static byte[] bytes(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.nativeOrder());
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
