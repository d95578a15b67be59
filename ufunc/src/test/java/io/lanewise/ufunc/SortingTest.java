package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What NumPy's answers do not cover: descending order, bfloat16, storage, in-place sorts, and
/// arrays longer than fixtures.
class SortingTest {
  private static final int[] SIZES = {1, 2, 24, 25, 511, 512, 513, 4_095, 4_096, 20_000};

  /// Element `i` before element `j`, NaN being last in both directions.
  private static int compare(NDArray a, int i, int j, boolean descending) {
    if (a.dtype().isComplex()) {
      int kinds = Integer.compare(nans(a.getComplex(i)), nans(a.getComplex(j)));
      int real = compare(a.real(), i, j, descending);
      return kinds != 0 ? kinds : real != 0 ? real : compare(a.imag(), i, j, descending);
    }
    if (a.dtype().isFloating()) {
      // zeros of both signs are equal
      double x = a.getDouble(i) + 0.0;
      double y = a.getDouble(j) + 0.0;
      int order = Double.compare(x, y);
      return descending && x == x && y == y ? -order : order;
    }
    int order =
        a.dtype() == DType.UINT64
            ? Long.compareUnsigned(a.getLong(i), a.getLong(j))
            : Long.compare(a.getLong(i), a.getLong(j));
    return descending ? -order : order;
  }

  /// Numbers without NaN come first, then those with an imaginary one, a real one, two.
  private static int nans(Complex z) {
    return (Double.isNaN(z.real()) ? 2 : 0) + (Double.isNaN(z.imag()) ? 1 : 0);
  }

  private static long[] order(NDArray a, boolean descending) {
    Comparator<Integer> comparator = (i, j) -> compare(a, i, j, descending);
    return IntStream.range(0, (int) a.size())
        .boxed()
        .sorted(comparator)
        .mapToLong(i -> i)
        .toArray();
  }

  @ParameterizedTest
  @EnumSource
  void positionsAreStableAndSortedValuesAreAPermutation(DType dtype) {
    for (int n : SIZES) {
      long seed = 31L * n + dtype.ordinal();
      NDArray a = elements(new Random(seed), dtype, n);
      for (boolean descending : new boolean[] {false, true}) {
        String what = dtype + ", " + n + " elements, seed " + seed + ", descending " + descending;
        long[] expected = order(a, descending);
        NDArray order = Sorting.argsort(a, -1, SortKind.STABLE, descending);
        assertThat(Fixtures.bits(order)).as(what).isEqualTo(expected);
        NDArray sorted = Sorting.sort(a, -1, SortKind.QUICK, descending);
        NDArray taken = NDArray.empty(dtype, n);
        for (int i = 0; i < n; i++) {
          taken.get(i).set(a.get(expected[i]));
        }
        assertThat(Fixtures.difference(sorted, taken, 0, true)).as(what).isNull();
        assertThat(zeros(sorted)).as(what).isEqualTo(zeros(a));
      }
    }
  }

  /// How many zeros are negative.
  private static long zeros(NDArray a) {
    if (a.dtype().isComplex()) {
      return zeros(a.real()) + zeros(a.imag());
    }
    return IntStream.range(0, (int) a.size())
        .filter(i -> Double.doubleToRawLongBits(a.getDouble(i)) == Long.MIN_VALUE)
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void partitionsInDescendingOrderHaveTheKthWhereSortingPutsIt(DType dtype) {
    for (int n : new int[] {1, 9, 300, 3_000}) {
      long seed = 17L * n + dtype.ordinal();
      NDArray a = elements(new Random(seed), dtype, n);
      NDArray sorted = Sorting.sort(a, -1, SortKind.QUICK, true);
      long[] kth = {0, n / 3, -1};
      NDArray parted = Sorting.partition(a, kth, -1, true);
      NDArray order = Sorting.argpartition(a, kth, -1, true);
      String what = dtype + ", " + n + " elements, seed " + seed;
      for (long k : kth) {
        assertThat(zeroless(parted.get(k), sorted.get(k))).as(what).isNull();
        assertThat(zeroless(a.get(order.getLong(k)), sorted.get(k))).as(what).isNull();
      }
      NDArray all = Sorting.sort(parted, -1, SortKind.QUICK, true);
      assertThat(Fixtures.difference(all, sorted)).as(what).isNull();
      NDArray before = Sorting.sort(parted.get(":" + n / 3), -1, SortKind.QUICK, true);
      assertThat(zeroless(before, sorted.get(":" + n / 3))).as(what).isNull();
      assertThat(Sorting.sort(order)).hasToString(NDArray.arange(n).toString());
    }
  }

  /// Found by the fuzzer.
  @Test
  void positionsInAnEmptyArrayAreNotLookedAt() {
    NDArray empty = NDArray.zeros(0, 1);
    assertThat(Sorting.partition(empty, 5).shape()).containsExactly(0, 1);
    assertThat(Sorting.argpartition(empty, 5).shape()).containsExactly(0, 1);
    assertThatThrownBy(() -> Sorting.argpartition(NDArray.zeros(2, 1), 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static NDArray elements(Random random, DType dtype, long... shape) {
    if (!dtype.isComplex()) {
      return Layouts.random(random, dtype, shape);
    }
    NDArray a = NDArray.empty(dtype, shape);
    a.real().set(Layouts.random(random, DType.FLOAT16, shape));
    a.imag().set(Layouts.random(random, DType.FLOAT16, shape));
    return a;
  }

  /// Zeros of both signs are equal.
  private static String zeroless(NDArray a, NDArray b) {
    return Fixtures.difference(a, b, 0, true);
  }

  @ParameterizedTest
  @EnumSource
  void topKIsTheStartOfTheSortedRow(DType dtype) {
    NDArray a = elements(new Random(dtype.ordinal()), dtype, 60).reshape(4, 15);
    for (boolean largest : new boolean[] {true, false}) {
      Sorting.TopK top = Sorting.topK(a, 3, 1, largest);
      NDArray sorted = Sorting.sort(a, 1, SortKind.STABLE, largest).get(":, :3");
      assertThat(zeroless(top.values(), sorted)).as("" + dtype).isNull();
      NDArray taken = Indexing.takeAlongAxis(a, top.indices(), 1);
      assertThat(zeroless(taken, sorted)).as("" + dtype).isNull();
    }
  }

  @Test
  void nanIsLastInBothDirections() {
    NDArray a = NDArray.of(3, Double.NaN, Double.NEGATIVE_INFINITY, 0.0, -0.0, Double.NaN, 1);
    assertThat(Sorting.sort(a, null, SortKind.STABLE, true))
        .hasToString("[  3.   1.   0.  -0. -inf  nan  nan]");
    assertThat(Sorting.argsort(a, 0, SortKind.STABLE, true)).hasToString("[0 6 3 4 2 1 5]");
    assertThat(Sorting.argsort(a)).hasToString("[2 3 4 6 0 1 5]");
  }

  @ParameterizedTest
  @EnumSource
  void everyLayoutAndStorageGivesTheSame(DType dtype) {
    long seed = 77 + dtype.ordinal();
    NDArray a = elements(new Random(seed), dtype, 3, 5, 7);
    for (Integer axis : new Integer[] {null, 0, 1, -1}) {
      NDArray sorted = Sorting.sort(a, axis, SortKind.QUICK, false);
      NDArray order = Sorting.argsort(a, axis, SortKind.QUICK, true);
      Layouts.of(a)
          .forEach(
              (name, b) -> {
                String what = name + ", axis " + axis + ", seed " + seed;
                NDArray again = Sorting.sort(b, axis, SortKind.QUICK, false);
                assertThat(Fixtures.difference(again, sorted)).as(what).isNull();
                again = Sorting.argsort(b, axis, SortKind.QUICK, true);
                assertThat(Fixtures.difference(again, order)).as(what).isNull();
                if (axis != null) {
                  Sorting.sortInPlace(b, axis, SortKind.STABLE, false);
                  assertThat(Fixtures.difference(b, sorted)).as("in place: " + what).isNull();
                }
              });
    }
  }

  @Test
  void rowsSideBySideAreSortedAsRowsByThemselves() {
    for (int n = 1; n <= 258; n += n < 70 ? 1 : 47) {
      NDArray a = Layouts.random(new Random(n), n % 2 == 0 ? DType.FLOAT64 : DType.INT16, 37, n);
      for (boolean descending : new boolean[] {false, true}) {
        NDArray together = Sorting.sort(a, 1, SortKind.QUICK, descending);
        NDArray orders = Sorting.argsort(a, 1, SortKind.QUICK, descending);
        NDArray turned = Sorting.sort(a.T(), 0, SortKind.QUICK, descending).T();
        for (long row = 0; row < 37; row++) {
          NDArray alone = Sorting.sort(a.get(row), 0, SortKind.QUICK, descending);
          String what = "row " + row + " of " + n + " elements, descending " + descending;
          assertThat(Fixtures.difference(together.get(row), alone)).as(what).isNull();
          assertThat(Fixtures.difference(turned.get(row), alone)).as(what).isNull();
          NDArray order = Sorting.argsort(a.get(row), 0, SortKind.QUICK, descending);
          assertThat(Fixtures.difference(orders.get(row), order)).as(what).isNull();
        }
      }
    }
  }

  @Test
  void setsAndSearchesDoNotDependOnLayout() {
    for (DType dtype : DType.values()) {
      NDArray a = elements(new Random(5), dtype, 4, 6);
      NDArray unique = Sets.unique(a);
      List<NDArray> full = full(a);
      NDArray[] nonzero = Indexing.nonzero(a);
      NDArray found = Searching.searchsorted(unique, a);
      Layouts.of(a)
          .forEach(
              (name, b) -> {
                assertThat(Fixtures.difference(Sets.unique(b), unique)).as(name).isNull();
                List<NDArray> again = full(b);
                for (int i = 0; i < full.size(); i++) {
                  assertThat(Fixtures.difference(again.get(i), full.get(i))).as(name).isNull();
                }
                NDArray[] there = Indexing.nonzero(b);
                assertThat(Fixtures.difference(there[1], nonzero[1])).as(name).isNull();
                NDArray searched = Searching.searchsorted(unique, b);
                assertThat(Fixtures.difference(searched, found)).as(name).isNull();
              });
    }
  }

  private static List<NDArray> full(NDArray a) {
    Sets.Unique unique = Sets.unique(a, null, false);
    return List.of(unique.values(), unique.index(), unique.inverse(), unique.counts());
  }

  @Test
  void longRowsOffTheHeapAreSortedOneByOne() {
    NDArray a = Layouts.random(new Random(9), DType.FLOAT32, 3, 5_000);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(a.size() * 4, 64);
      NDArray off = NDArray.of(memory, DType.FLOAT32, 3, 5_000);
      off.set(a);
      assertThat(Fixtures.difference(Sorting.argsort(off), Sorting.argsort(a))).isNull();
      Sorting.sortInPlace(off);
      assertThat(Fixtures.difference(off, Sorting.sort(a))).isNull();
      NDArray turned = NDArray.of(memory, DType.FLOAT32, 5_000, 3).T();
      turned.set(a);
      Sorting.sortInPlace(turned);
      assertThat(Fixtures.difference(turned, Sorting.sort(a))).isNull();
    }
  }

  @Test
  void mappedFilesAreSortedInPlaceAndSearchedWithoutReadingThem(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("numbers");
    NDArray a = Layouts.random(new Random(11), DType.INT64, 10_000);
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofShared()) {
      NDArray mapped =
          NDArray.of(channel.map(FileChannel.MapMode.READ_WRITE, 0, 80_000, arena), DType.INT64);
      mapped.set(a);
      Sorting.sortInPlace(mapped);
      NDArray sorted = Sorting.sort(a);
      assertThat(Fixtures.difference(mapped, sorted)).isNull();
      NDArray keys = a.get(":9");
      for (SearchSide side : SearchSide.values()) {
        NDArray many = Searching.searchsorted(sorted, a, side).get(":9");
        assertThat(Fixtures.difference(Searching.searchsorted(mapped, keys, side), many)).isNull();
      }
    }
    assertThat(Files.size(file)).isEqualTo(80_000);
  }

  @ParameterizedTest
  @EnumSource
  void fewKeysAreFoundAsManyAre(DType dtype) {
    NDArray a = Sorting.sort(elements(new Random(3), dtype, 2_000));
    NDArray keys = elements(new Random(4), dtype, 400);
    for (SearchSide side : SearchSide.values()) {
      NDArray many = Searching.searchsorted(a, keys, side);
      NDArray few = Searching.searchsorted(a, keys.get(":7"), side);
      assertThat(Fixtures.difference(few, many.get(":7"))).as(dtype.toString()).isNull();
    }
  }

  @Test
  void aJavaNumberIsWeakInASearch() {
    NDArray a = NDArray.of(0.1f, 0.2f, 0.3f);
    assertThat(Searching.searchsorted(a, 0.1, SearchSide.LEFT)).isZero();
    assertThat(Searching.searchsorted(a, 0.1, SearchSide.RIGHT)).isOne();
    assertThat(Searching.searchsorted(NDArray.arange(5), 2.5, SearchSide.LEFT)).isEqualTo(3);
  }

  @Test
  void readOnlyArraysAreNotSortedInPlace() {
    NDArray a = NDArray.of(3.0, 1.0).readOnly();
    assertThatThrownBy(() -> Sorting.sortInPlace(a)).isInstanceOf(ReadOnlyArrayException.class);
    assertThat(a).hasToString("[3. 1.]");
  }

  @Test
  void topKTakesTheBestFirst() {
    NDArray a = NDArray.of(new double[][] {{3, 1, Double.NaN, 3}, {5, 9, 7, 8}});
    Sorting.TopK largest = Sorting.topK(a, 2, 1, true);
    assertThat(largest.values()).hasToString("[[3. 3.]\n [9. 8.]]");
    assertThat(largest.indices()).hasToString("[[0 3]\n [1 3]]");
    assertThat(Sorting.topK(a, 1, 0, false).indices()).hasToString("[[0 0 1 0]]");
    assertThatThrownBy(() -> Sorting.topK(a, 5, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k (=5) must be between 0 and");
  }

  @Test
  void theSideOfEqualElementsIsThatOfTheKey() {
    NDArray a = NDArray.of(1, 2, 2, 3);
    NDArray v = NDArray.of(2.0, Double.NaN);
    assertThat(Searching.searchsorted(a, v)).hasToString("[1 4]");
    assertThat(Searching.searchsorted(a, v, SearchSide.RIGHT)).hasToString("[3 4]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void topKGivesTheElementsAtItsIndices(boolean largest) {
    double nan = Double.longBitsToDouble(0xfff8_0000_0000_0123L);
    NDArray a = NDArray.of(0.0, -0.0, nan, 0.0, Double.NaN, -0.0);
    for (int k = 1; k <= 6; k++) {
      Sorting.TopK top = Sorting.topK(a, k, -1, largest);
      for (int i = 0; i < k; i++) {
        assertThat(Double.doubleToRawLongBits(top.values().getDouble(i)))
            .isEqualTo(Double.doubleToRawLongBits(a.getDouble(top.indices().getLong(i))));
      }
    }
  }
}
