package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Views;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Combinations that fixtures leave out: axes longer than memory, as many axes as there may be,
/// numbers that no double holds, bools off the heap, and memory that is part of a larger array.
class FarCornersTest {
  private static final long ODD = 9_007_199_254_740_993L;

  @Test
  void overlappingBoolsOffTheHeapAreCopied() {
    boolean[] values = {true, false, false, true, true, false, true, false, false};
    try (Arena arena = Arena.ofConfined()) {
      for (String[] parts : new String[][] {{"1:", ":-1"}, {":-1", "1:"}, {":", "::-1"}}) {
        NDArray memory = NDArray.of(arena.allocate(values.length), DType.BOOL);
        memory.set(NDArray.of(values));
        NDArray expected = NDArray.of(values.clone());
        memory.get(parts[0]).set(memory.get(parts[1]));
        expected.get(parts[0]).set(NDArray.of(values).get(parts[1]));
        assertThat(memory.toBooleanArray()).isEqualTo(expected.toBooleanArray());
      }
      NDArray square = NDArray.of(arena.allocate(9), DType.BOOL, 3, 3);
      square.set(NDArray.of(values).reshape(3, 3));
      square.set(square.T());
      assertThat(square.toBooleanArray())
          .isEqualTo(NDArray.of(values).reshape(3, 3).T().toBooleanArray());
    }
  }

  @Test
  void dtypesOfSeveralArraysMeetTogether() {
    NDArray a = NDArray.of(1L, 2).astype(DType.INT8);
    NDArray b = NDArray.of(1L, 2).astype(DType.UINT8);
    NDArray c = NDArray.of(1L, 2).astype(DType.FLOAT16);
    List<NDArray> all = List.of(a, b, c);
    NDArray[] conditions = {NDArray.of(true, false), NDArray.of(false, true)};
    assertThat(Manipulation.concatenate(all, 0).dtype()).isEqualTo(DType.FLOAT16);
    assertThat(Manipulation.concatenateFlattened(a, b, c).dtype()).isEqualTo(DType.FLOAT16);
    assertThat(Manipulation.stack(all, 0).dtype()).isEqualTo(DType.FLOAT16);
    assertThat(Indexing.choose(NDArray.of(0L, 2), a, b, c).dtype()).isEqualTo(DType.FLOAT16);
    assertThat(Indexing.select(conditions, new NDArray[] {a, b}, c).dtype())
        .isEqualTo(DType.FLOAT16);
    NDArray d = a.astype(DType.INT16);
    NDArray e = a.astype(DType.UINT16);
    assertThat(Manipulation.stack(List.of(d, e, a.astype(DType.FLOAT32)), 0).dtype())
        .isEqualTo(DType.FLOAT32);
    assertThat(Manipulation.stack(List.of(d, e, a.astype(DType.COMPLEX64)), 0).dtype())
        .isEqualTo(DType.COMPLEX64);
  }

  @Test
  void longsStayWhatTheyAre() {
    NDArray a = NDArray.full(DType.INT64, ODD, 3);
    assertThat(a.toLongArray()).containsOnly(ODD);
    a.fill(ODD + 2);
    assertThat(a.toLongArray()).containsOnly(ODD + 2);
    a.set(NDArray.of(true, false, false), ODD + 4);
    a.set("1", ODD + 6);
    a.at(Index.at(2)).fill(ODD + 8);
    assertThat(a.toLongArray()).containsExactly(ODD + 4, ODD + 6, ODD + 8);
    assertThat(ArrayCreation.fullLike(a, ODD).toLongArray()).containsOnly(ODD);
    NDArray[] never = {NDArray.of(false, false, false)};
    assertThat(Indexing.select(never, new NDArray[] {a}, ODD).toLongArray()).containsOnly(ODD);
    assertThat(NDArray.full(DType.INT64, Long.MAX_VALUE).getLong()).isEqualTo(Long.MAX_VALUE);
    NDArray sorted = NDArray.of(ODD - 1, ODD, ODD + 1);
    assertThat(Searching.searchsorted(sorted, ODD, SearchSide.LEFT)).isEqualTo(1);
    NDArray bytes = NDArray.of(1L, 200).astype(DType.UINT8);
    assertThat(Searching.searchsorted(bytes, 300L, SearchSide.LEFT)).isEqualTo(2);
    assertThat(Searching.searchsorted(bytes, -1L, SearchSide.RIGHT)).isZero();
    assertThatThrownBy(() -> bytes.fill(256)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> NDArray.full(DType.UINT64, -1L, 2))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aDoubleIsNoInteger() {
    NDArray[] conditions = {NDArray.of(true, false)};
    NDArray[] integers = {NDArray.of(1L, 2)};
    double inf = Double.POSITIVE_INFINITY;
    assertThat(Indexing.select(conditions, integers, 2.0).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(Indexing.select(conditions, integers, inf).toDoubleArray()).containsExactly(1, inf);
    assertThat(Indexing.select(conditions, integers, 2).dtype()).isEqualTo(DType.INT64);
  }

  @Test
  void masksBeyondAJavaArrayAreRefused() {
    long n = (1L << 31) + 10;
    NDArray ones = NDArray.ones(DType.INT8, 1).broadcastTo(n);
    NDArray mask = NDArray.of(true).broadcastTo(n);
    assertThatThrownBy(() -> ones.get(mask))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("Java array");
    assertThatThrownBy(() -> Indexing.nonzero(mask)).isInstanceOf(ShapeException.class);
  }

  @Test
  void positionsOnAnAxisLongerThanMemory() {
    NDArray a = NDArray.arange(10).broadcastTo(1L << 33, 10);
    assertThat(a.get(Index.ints(5, 8_000_000_000L)).get(1).toLongArray())
        .isEqualTo(NDArray.arange(10).toLongArray());
    assertThat(Indexing.take(a, NDArray.of(-1L), 0).shape()).containsExactly(1, 10);
    assertThatThrownBy(() -> a.get(Index.ints(1L << 33)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 8589934592 is out of bounds for axis 0 with size 8589934592");
  }

  @Test
  void stridesStayInTheMemoryThatWasGiven() {
    float[] memory = new float[6];
    NDArray middle = NDArray.of(FloatBuffer.wrap(memory, 2, 2).slice());
    assertThatThrownBy(() -> Views.asStrided(middle.get("::-1"), new long[] {4}, -1))
        .isInstanceOf(IllegalArgumentException.class);
    Views.asStrided(middle.get("::-1"), new long[] {2}, -1).fill(9);
    assertThat(memory).containsExactly(0, 0, 9, 9, 0, 0);
    MemorySegment bytes = MemorySegment.ofArray(new double[4]).asSlice(8, 16);
    NDArray part = NDArray.of(bytes, DType.FLOAT64);
    assertThatThrownBy(() -> Views.asStrided(part, new long[] {3}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    NDArray wide = NDArray.arange(3).astype(DType.FLOAT64);
    NDArray halves = Views.view(wide, DType.INT32);
    assertThat(Views.asStrided(halves, new long[] {3}, 2).shape()).containsExactly(3);
    assertThatThrownBy(() -> Views.asStrided(halves, new long[] {4}, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Views.asStrided(wide.get(":0"), new long[] {4}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asManyAxesAsThereMayBe() {
    long[] ones = new long[64];
    Arrays.fill(ones, 1);
    ones[5] = 2;
    NDArray complex = NDArray.zeros(DType.COMPLEX128, ones);
    complex.fill(3);
    assertThat(complex.copy().real().flatten().toDoubleArray()).containsExactly(3, 3);
    assertThat(complex.astype(DType.COMPLEX64).shape()).isEqualTo(ones);
    NDArray a = NDArray.arange(2).reshape(ones);
    assertThat(Manipulation.repeat(a, 2, 5).flatten().toLongArray()).containsExactly(0, 0, 1, 1);
    long[] counts = new long[64];
    Arrays.fill(counts, 1);
    counts[5] = 3;
    counts[0] = 2;
    NDArray tiled = Manipulation.tile(a, counts);
    assertThat(tiled.flatten().toLongArray()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
  }
}
