package io.lanewise.ufunc;

import static io.lanewise.ndarray.Axes.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ufunc.sort.RankSelect;
import io.lanewise.ufunc.sort.SortKeys;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsTest {
  private static NDArray random(long... shape) {
    long n = 1;
    for (long length : shape) {
      n *= length;
    }
    Random random = new Random(7);
    return NDArray.of(random.doubles(n).map(x -> x * 8 - 4).toArray()).reshape(shape);
  }

  private static NDArray withNan(long... shape) {
    NDArray a = random(shape);
    NDArray flat = a.reshape(-1);
    for (long i = 0; i < flat.size(); i += 5) {
      flat.setDouble(Double.NaN, i);
    }
    return a;
  }

  static Stream<Arguments> rows() {
    Random random = new Random(3);
    List<IntToDoubleFunction> kinds =
        List.of(
            i -> random.nextGaussian(),
            i -> random.nextInt(3),
            i -> 1,
            i -> i,
            i -> -i,
            i -> i % 1_000 == 0 ? 1e300 * random.nextGaussian() : 1e-300,
            i -> random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian(),
            i -> i < 2_000 ? Double.NEGATIVE_INFINITY : i);
    return kinds.stream()
        .flatMap(
            kind ->
                Stream.of(1, 2, 65, 1_000, 4_095, 4_096, 20_001).map(n -> Arguments.of(kind, n)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void ranksAreWhereSortingWouldPutThem(IntToDoubleFunction kind, int n) {
    double[] a = new double[2 * n];
    for (int i = 0; i < n; i++) {
      a[2 * i] = kind.applyAsDouble(i);
    }
    RankSelect select = new RankSelect(DType.FLOAT64, n);
    int numbers = select.row(a, 0, 2);
    double[] sorted = NDArray.of(a).get("::2").copy().toDoubleArray();
    java.util.Arrays.sort(sorted);
    int[] ranks =
        java.util.stream.IntStream.of(0, 1, n / 7, n / 2, n / 2 + 1, n - 2, n - 1)
            .filter(rank -> rank >= 0 && rank < n)
            .sorted()
            .toArray();
    long[] found = new long[ranks.length];
    select.select(ranks, ranks.length, found);
    for (int i = 0; i < ranks.length; i++) {
      assertThat(found[i]).as("rank %d", ranks[i]).isEqualTo(SortKeys.key(sorted[ranks[i]]));
    }
    assertThat(numbers)
        .isEqualTo((int) java.util.Arrays.stream(sorted).filter(x -> x == x).count());
  }

  /// Functions of a 2-D array along an axis.
  private interface Function {
    NDArray apply(NDArray a, Axes axes, NDArray out);
  }

  static Stream<Function> functions() {
    return Stream.of(
        Quantiles::median,
        (a, axes, out) -> Quantiles.quantile(a, 0.3, axes, QuantileMethod.HAZEN, out),
        (a, axes, out) -> Quantiles.percentile(a, 30, axes, QuantileMethod.LOWER, out),
        NanReductions::nansum,
        NanReductions::nanprod,
        NanReductions::nanmean,
        NanReductions::nanmin,
        NanReductions::nanmax,
        NanReductions::nanmedian,
        (a, axes, out) -> NanReductions.nanvar(a, 1, axes, out),
        (a, axes, out) -> NanReductions.nanstd(a, 1, axes, out),
        (a, axes, out) -> NanReductions.nanquantile(a, 0.3, axes, QuantileMethod.LINEAR, out),
        Statistics::ptp);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void outputsTakeTheResultAndMayOverlapTheInput(Function function) {
    NDArray a = withNan(6, 6);
    NDArray expected = function.apply(a.copy(), axis(0), null);
    NDArray row = a.get(2);
    assertThat(function.apply(a, axis(0), row)).isSameAs(row);
    assertThat(Comparing.arrayEqual(row, expected, true)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void outputsThatDoNotFitAreRefusedBeforeAnythingIsWritten(Function function) {
    NDArray a = random(4, 5);
    NDArray wrong = NDArray.full(DType.FLOAT64, 7, 4);
    assertThatThrownBy(() -> function.apply(a, axis(0), wrong))
        .isInstanceOf(BroadcastException.class);
    NDArray fixed = NDArray.full(DType.FLOAT64, 7, 5).readOnly();
    assertThatThrownBy(() -> function.apply(a, axis(0), fixed))
        .isInstanceOf(ReadOnlyArrayException.class);
    assertThat(wrong.equal(7.0).all().getBoolean()).isTrue();
    assertThat(fixed.equal(7.0).all().getBoolean()).isTrue();
  }

  @Test
  void outputsOfAnotherKindAreRefusedBeforeAnythingIsWritten() {
    NDArray a = random(4, 5);
    NDArray whole = NDArray.full(DType.INT64, 7L, 5);
    assertThatThrownBy(() -> Quantiles.median(a, axis(0), whole))
        .isInstanceOf(CastingException.class);
    assertThatThrownBy(() -> NanReductions.nanmean(a, axis(0), whole))
        .isInstanceOf(CastingException.class);
    assertThatThrownBy(() -> Locations.argmax(a, axis(0), NDArray.zeros(DType.INT32, 5)))
        .isInstanceOf(CastingException.class);
    assertThat(whole.equal(7L).all().getBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void memoryOffTheHeapGivesTheSame(Function function) {
    NDArray a = withNan(40, 30);
    try (Arena arena = Arena.ofConfined()) {
      NDArray off = NDArray.of(arena.allocate(8L * 1_200, 8), DType.FLOAT64, 40, 30);
      off.set(a);
      for (Axes axes : List.of(axis(0), axis(1), axis(1).keepdims(), Axes.all())) {
        NDArray expected = function.apply(a, axes, null);
        assertThat(Comparing.arrayEqual(function.apply(off, axes, null), expected, true)).isTrue();
      }
    }
  }

  private static void sameOnAllThreads(Supplier<NDArray> function) {
    int before = Lanewise.parallelism();
    try {
      Lanewise.parallelism(1);
      NDArray alone = function.get();
      Lanewise.parallelism(3);
      assertThat(Comparing.arrayEqual(function.get(), alone, true)).isTrue();
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @Test
  void threadsDoNotChangeResults() {
    NDArray a = withNan(400, 1_000);
    NDArray x = random(40_000);
    sameOnAllThreads(() -> Quantiles.median(random(400, 1_000), axis(1)));
    sameOnAllThreads(() -> NanReductions.nanmedian(a, axis(0), null));
    sameOnAllThreads(() -> NanReductions.nanmean(a));
    sameOnAllThreads(() -> NanReductions.nanvar(a));
    sameOnAllThreads(() -> Locations.argmax(a, axis(1)));
    sameOnAllThreads(() -> Locations.argmin(random(400, 1_000), axis(0)));
    sameOnAllThreads(() -> Signals.convolve(x, x.get(":90")));
    sameOnAllThreads(() -> Interpolation.interp(x, NDArray.linspace(-3, 3, 50), x.get(":50")));
  }

  @Test
  void bfloat16IsWhatFloat32GivesRounded() {
    NDArray narrow = withNan(9, 7).astype(DType.BFLOAT16);
    NDArray wide = narrow.astype(DType.FLOAT32);
    for (Axes axes : List.of(axis(0), axis(1))) {
      assertRounded(
          NanReductions.nanmedian(narrow, axes, null), NanReductions.nanmedian(wide, axes, null));
      assertRounded(
          NanReductions.nansum(narrow, axes, null), NanReductions.nansum(wide, axes, null));
      assertRounded(
          NanReductions.nanmax(narrow, axes, null), NanReductions.nanmax(wide, axes, null));
    }
    assertThat(Comparing.arrayEqual(Locations.argmax(narrow), Locations.argmax(wide))).isTrue();
    NDArray clean = random(9).astype(DType.BFLOAT16);
    assertRounded(
        Signals.convolve(clean, clean),
        Signals.convolve(clean.astype(DType.FLOAT32), clean.astype(DType.FLOAT32)));
    assertRounded(Differences.diff(clean), Differences.diff(clean.astype(DType.FLOAT32)));
  }

  private static void assertRounded(NDArray narrow, NDArray wide) {
    assertThat(narrow.dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(Comparing.arrayEqual(narrow, wide.astype(DType.BFLOAT16), true)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64", "INT16", "UINT64", "BOOL"})
  void argmaxTakesTheFirstOfEqualsWhereverItIs(DType dtype) {
    for (int n : new int[] {1, 7, 100, 1_024, 1_025, 5_000}) {
      for (int place : new int[] {0, n / 3, n - 1}) {
        NDArray a = NDArray.zeros(dtype, n);
        a.setLong(1, place);
        a.setLong(1, n - 1);
        assertThat(Locations.argmax(a).getLong()).isEqualTo(place);
      }
    }
  }

  @Test
  void theFirstNanIsTheExtreme() {
    NDArray a = random(3_000);
    a.setDouble(Double.NaN, 2_100);
    a.setDouble(Double.NaN, 2_500);
    assertThat(Locations.argmax(a).getLong()).isEqualTo(2_100);
    assertThat(Locations.argmin(a).getLong()).isEqualTo(2_100);
    assertThat(Locations.argmax(a.reshape(60, 50), axis(0)).getLong(0)).isEqualTo(42);
  }

  @Test
  void infinitiesBesideNanAreFoundWhereTheyAre() {
    // NumPy gives 0 here, and says that such results cannot be trusted
    NDArray a = NDArray.of(Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(NanReductions.nanargmax(a).getLong()).isEqualTo(1);
  }

  @Test
  void differencesOfQuantilesDoNotWrap() {
    // NumPy gives -128.5, because 127 - (-128) is -1 in int8
    NDArray a = NDArray.of(new long[] {-128, 127}).astype(DType.INT8);
    assertThat(Quantiles.quantile(a, 0.5).item()).isEqualTo(-0.5);
  }
}
