package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Endpoint;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What the oracle cannot ask: views, outputs, functions of the user, and Java's own data.
class ManipulationTest {
  @Test
  void partsAreViews() {
    NDArray a = NDArray.zeros(4, 2);
    Manipulation.split(a, 2, 0).get(1).fill(1);
    Manipulation.unstack(a, 1).get(0).fill(2);
    Manipulation.trimZeros(NDArray.of(0.0, 3, 0)).fill(9);
    assertThat(a.toDoubleArray()).containsExactly(2, 0, 2, 0, 2, 1, 2, 1);
  }

  @Test
  void outputsMayBeInputs() {
    NDArray a = NDArray.arange(8);
    NDArray result = Manipulation.concatenate(List.of(a.get("4:"), a.get(":4")), 0, a);
    assertThat(result).isSameAs(a);
    assertThat(a.toDoubleArray()).containsExactly(4, 5, 6, 7, 0, 1, 2, 3);
  }

  @Test
  void nothingIsWrittenWhereAnInputIsRefused() {
    NDArray out = NDArray.arange(4);
    NDArray floats = NDArray.of(9.5, 9.5);
    assertThatThrownBy(() -> Manipulation.concatenate(List.of(NDArray.of(7L, 7), floats), 0, out))
        .isInstanceOf(CastingException.class)
        .hasMessage(
            "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule"
                + " 'same_kind'");
    assertThatThrownBy(
            () -> Manipulation.copyto(out, NDArray.arange(3), Casting.SAFE, NDArray.of(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("could not broadcast input array from shape (3,) into shape (4,)");
    assertThat(out.toDoubleArray()).containsExactly(0, 1, 2, 3);
    NDArray locked = out.readOnly();
    assertThatThrownBy(() -> Manipulation.concatenate(List.of(out), 0, locked))
        .isInstanceOf(ReadOnlyArrayException.class)
        .hasMessageContaining("output array is read-only");
    assertThatThrownBy(() -> Manipulation.copyto(locked, out))
        .isInstanceOf(ReadOnlyArrayException.class)
        .hasMessageContaining("assignment destination is read-only");
  }

  @Test
  void insertedPositionsAreCheckedFirst() {
    NDArray a = NDArray.arange(3);
    NDArray one = NDArray.of(1L);
    for (NDArray at : List.of(NDArray.of(1L, 5), NDArray.of(5L, 1), NDArray.of(-4L, 0))) {
      assertThatThrownBy(() -> Manipulation.insert(a, at, one, 0))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageContaining("is out of bounds for axis 0 with size 3");
    }
  }

  @Test
  void functionsPadVectors() {
    NDArray a = NDArray.arange(6).reshape(2, 3);
    NDArray padded =
        Manipulation.pad(
            a,
            2,
            PadMode.function(
                (vector, before, after, axis) -> {
                  vector.get(":" + before).fill(10 + axis);
                  vector.get(-after + ":").fill(10 + axis);
                }));
    assertThat(padded.shape()).containsExactly(6, 7);
    assertThat(padded.get("2").toDoubleArray()).containsExactly(11, 11, 0, 1, 2, 11, 11);
    assertThat(padded.get("0").toDoubleArray()).containsExactly(11, 11, 10, 10, 10, 11, 11);
    assertThat(padded.get(":, 3").toDoubleArray()).containsExactly(10, 10, 1, 4, 10, 10);
    NDArray empty = Manipulation.pad(a, new long[][] {{1, 0}, {0, 2}}, PadMode.empty());
    assertThat(empty.get("1:, :3").toDoubleArray()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(Manipulation.pad(a, 1, PadMode.constant(2.5)).getLong(0, 0)).isEqualTo(2);
  }

  @Test
  void paddingOfNaNs() {
    NDArray a = NDArray.of(1, Double.NaN, 2);
    assertThat(Manipulation.pad(a, 1, PadMode.median()).getDouble(0)).isNaN();
    assertThat(Manipulation.pad(a, 1, PadMode.maximum()).getDouble(4)).isNaN();
    assertThat(Manipulation.pad(a, 1, PadMode.mean(new long[] {1})).getDouble(0)).isEqualTo(1);
  }

  @Test
  void bfloat16MovesAsOthersDo() {
    NDArray a = NDArray.of(1.5, 2, 3).astype(DType.BFLOAT16);
    assertThat(Manipulation.concatenate(a, a).dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(Manipulation.tile(a, 2).toDoubleArray()).containsExactly(1.5, 2, 3, 1.5, 2, 3);
    NDArray half = a.astype(DType.FLOAT16);
    assertThat(Manipulation.concatenate(a, half).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Manipulation.pad(a, 2, PadMode.edge()).getDouble(6)).isEqualTo(3);
  }

  @Test
  void largeCountsOfEach() {
    long[] counts = new long[1_000];
    Arrays.setAll(counts, i -> i % 3);
    for (DType dtype : List.of(DType.FLOAT64, DType.INT16, DType.BOOL)) {
      NDArray a = NDArray.arange(2_000).astype(dtype).reshape(2, 1_000);
      NDArray each = Manipulation.repeat(a, counts, 1);
      assertThat(each.shape()).containsExactly(2, 999);
      assertThat(each.getDouble(1, 998)).isEqualTo(a.getDouble(1, 998));
      assertThat(each.getDouble(0, 1)).isEqualTo(a.getDouble(0, 2));
    }
  }

  @Test
  void nestedJavaArrays() {
    NDArray a = ArrayCreation.array(new short[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}});
    assertThat(a.dtype()).isEqualTo(DType.INT16);
    assertThat(a.shape()).containsExactly(2, 2, 2);
    assertThat(a.getLong(1, 0, 1)).isEqualTo(6);
    float[] memory = {1, 2};
    ArrayCreation.array(memory).fill(0);
    assertThat(memory).containsExactly(1, 2);
    assertThat(ArrayCreation.array(new boolean[3][0]).shape()).containsExactly(3, 0);
    assertThat(ArrayCreation.array(new long[0][]).shape()).containsExactly(0, 0);
    ragged(new double[][] {{1, 2}, {3}}, "after 1 dimensions. The detected shape was (2,) +");
    ragged(new int[][][] {{{1}, {2}}, {{3}}}, "after 1 dimensions. The detected shape was (2,) +");
    ragged(
        new int[][][] {{{1}, {2}}, {{3}, {4, 5}}},
        "after 2 dimensions. The detected shape was (2,2) + inhomogeneous part.");
    ragged(new byte[][] {{1}, null}, "after 1 dimensions");
    assertThatThrownBy(() -> ArrayCreation.array("text"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ArrayCreation.array(new char[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no dtype for elements of char");
  }

  private static void ragged(Object rows, String text) {
    assertThatThrownBy(() -> ArrayCreation.array(rows))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith(
            "setting an array element with a sequence. The requested array has an inhomogeneous"
                + " shape ")
        .hasMessageContaining(text);
  }

  @Test
  void iteratorsAndStreams() {
    assertThat(ArrayCreation.fromIter(DoubleStream.of(1, 2.5)).toDoubleArray())
        .containsExactly(1, 2.5);
    NDArray bytes = ArrayCreation.fromIter(LongStream.range(250, 256).iterator(), DType.UINT8, 6);
    assertThat(bytes.getLong(5)).isEqualTo(255);
    assertThatThrownBy(
            () -> ArrayCreation.fromIter(DoubleStream.of(1, 2).iterator(), DType.INT32, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("iterator too short: Expected 3 but iterator had only 2 items.");
    assertThatThrownBy(() -> ArrayCreation.fromIter(LongStream.of(300).iterator(), DType.UINT8, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value 300 out of bounds for uint8");
    NDArray table = ArrayCreation.fromFunction(DType.INT32, i -> 10 * i[0] + i[1], 2, 3);
    assertThat(table.toDoubleArray()).containsExactly(0, 1, 2, 10, 11, 12);
  }

  @Test
  void buffersAreSharedInNativeOrderOnly() {
    byte[] memory = {1, 0, 2, 0};
    NDArray shared = ArrayCreation.fromBuffer(memory, DType.UINT16);
    shared.setLong(0x0304, 1);
    assertThat(memory).containsExactly(1, 0, 4, 3);
    ByteBuffer big = ByteBuffer.wrap(memory).order(ByteOrder.BIG_ENDIAN);
    NDArray swapped = ArrayCreation.fromBuffer(big, DType.UINT16);
    assertThat(swapped.toDoubleArray()).containsExactly(256, 0x0403);
    swapped.fill(0);
    assertThat(memory).containsExactly(1, 0, 4, 3);
    MemorySegment floats = MemorySegment.ofArray(new float[] {1, 2, 3});
    assertThat(
            ArrayCreation.fromBuffer(floats, DType.FLOAT32, ByteOrder.nativeOrder(), 4, 2)
                .toDoubleArray())
        .containsExactly(2, 3);
  }

  @Test
  void complexValuesArePutAroundComplexArrays() {
    NDArray a = NDArray.ofComplex(2.0, 4.0);
    assertThat(Manipulation.pad(a, 1, PadMode.constant(new Complex(0, 1))))
        .hasToString("[0.+1.j 2.+4.j 0.+1.j]");
    assertThat(Manipulation.pad(a, 2, PadMode.linearRamp(new Complex(0, 2))))
        .hasToString("[0.+2.j 1.+3.j 2.+4.j 1.+3.j 0.+2.j]");
    assertThat(Manipulation.pad(NDArray.of(1.0), 1, PadMode.constant(new Complex(3, 1))))
        .hasToString("[3. 1. 3.]");
  }

  @Test
  void numbersBetweenEqualInfinities() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(NDArray.linspace(infinity, infinity, 3).toDoubleArray()).containsOnly(infinity);
    assertThat(
            ArrayCreation.linspace(infinity, infinity, 3, Endpoint.EXCLUDE, DType.FLOAT32)
                .toDoubleArray())
        .containsOnly(infinity);
    NDArray ends = NDArray.of(infinity, 1);
    assertThat(ArrayCreation.linspace(ends, NDArray.of(infinity, 3), 3, Endpoint.INCLUDE, 0))
        .hasToString("[[inf  1.]\n [inf  2.]\n [inf  3.]]");
  }
}
