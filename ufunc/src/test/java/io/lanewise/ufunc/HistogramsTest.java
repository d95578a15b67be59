package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What NumPy's answers do not cover: bfloat16, several blocks, memory layouts.
class HistogramsTest {
  @Test
  void edgesOfBfloat16AreRoundedToIt() {
    NDArray a = NDArray.of(0, 0.1, 0.2, 1.0).astype(DType.BFLOAT16);
    Histograms.Histogram histogram = Histograms.histogram(a, 3);
    assertThat(histogram.edges().dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(histogram.edges().toDoubleArray()).containsExactly(0, 0.333984375, 0.66796875, 1);
    assertThat(histogram.counts()).hasToString("[3 0 1]");
  }

  @Test
  void countsOfSeveralBlocksAreThoseOfALoop() {
    long seed = 17;
    Random random = new Random(seed);
    int n = 2 * 65_536 + 77;
    double[] values = random.doubles(n, -1, 11).toArray();
    int[] expected = new int[20];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = random.nextInt(8) / 8.0;
      if (values[i] >= 0 && values[i] <= 10) {
        expected[(int) (values[i] * 2)]++;
      }
    }
    NDArray a = NDArray.of(values);
    Bins bins = Bins.count(20).range(0, 10);
    NDArray counts = Histograms.histogram(a, bins).counts();
    NDArray edges = Histograms.histogramBinEdges(a, bins);
    NDArray between = Histograms.histogram(a, Bins.edges(edges)).counts();
    NDArray sums = Histograms.histogram(a, bins, NDArray.of(weights), false).counts();
    NDArray sumsBetween =
        Histograms.histogram(a, Bins.edges(edges), NDArray.of(weights), false).counts();
    NDArray points =
        Histograms.histogramdd(a.reshape(-1, 1), new Bins[] {bins}, null, false).counts();
    for (int i = 0; i < 20; i++) {
      assertThat(counts.getLong(i)).as("bin %d, seed %d", i, seed).isEqualTo(expected[i]);
    }
    assertThat(Fixtures.difference(between, counts)).isNull();
    assertThat(Fixtures.difference(points, counts.astype(DType.FLOAT64))).isNull();
    assertThat(Fixtures.difference(sumsBetween, sums)).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPLEX64", "COMPLEX128"})
  void layoutsDoNotMatter(DType dtype) {
    NDArray a = Layouts.random(new Random(8), dtype, 6, 9);
    NDArray edges = NDArray.of(-5.0, 0, 1, 3, 50);
    NDArray counts = Histograms.histogram(a, Bins.edges(edges)).counts();
    NDArray ranged = Histograms.histogram(a, Bins.count(7).range(0, 12)).counts();
    NDArray numbers = Histograms.digitize(a, edges, true);
    Layouts.of(a)
        .forEach(
            (name, b) -> {
              NDArray again = Histograms.histogram(b, Bins.edges(edges)).counts();
              assertThat(Fixtures.difference(again, counts)).as(name).isNull();
              again = Histograms.histogram(b, Bins.count(7).range(0, 12)).counts();
              assertThat(Fixtures.difference(again, ranged)).as(name).isNull();
              again = Histograms.digitize(b, edges, true);
              assertThat(Fixtures.difference(again, numbers)).as(name).isNull();
            });
  }

  @Test
  void integersAreCountedFromAnyMemory() {
    NDArray a = NDArray.of(3, 1, 1, 0, 7, 3);
    for (NDArray x : Layouts.of(a).values()) {
      assertThat(Histograms.bincount(x)).hasToString("[1 2 0 2 0 0 0 1]");
    }
    NDArray weights = NDArray.of(1.0, 0.5, 0.5, 2.0, 4.0, 1.0);
    for (NDArray w : Layouts.of(weights).values()) {
      assertThat(Histograms.bincount(a, w, 0)).hasToString("[2. 1. 0. 2. 0. 0. 0. 4.]");
    }
  }

  @Test
  void estimatesWantNoWeights() {
    NDArray a = NDArray.of(1.0, 2.0);
    Bins bins = Bins.estimated(BinEstimator.AUTO);
    assertThatThrownBy(() -> Histograms.histogram(a, bins, a, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not supported for weighted data");
  }

  @Test
  void integersBetweenEdgesAreSummedExactly() {
    NDArray halves = NDArray.of(0.5, 0.5, 0.5);
    Bins edges = Bins.edges(NDArray.of(0.0, 0.55, 1));
    NDArray odd = NDArray.of(9007199254740993L, 0, 0);
    assertThat(Histograms.histogram(halves, edges, odd, false).counts())
        .hasToString("[9007199254740993                0]");
    NDArray large = NDArray.of(Long.MIN_VALUE, 1, 0).astype(DType.UINT64);
    assertThat(Histograms.histogram(halves, edges, large, false).counts())
        .hasToString("[9223372036854775809                   0]");
    NDArray narrow = NDArray.of(120L, 120, 100).astype(DType.INT8);
    NDArray wrapped = Histograms.histogram(halves, edges, narrow, false).counts();
    assertThat(wrapped.dtype()).isEqualTo(DType.INT8);
    assertThat(wrapped).hasToString("[84  0]");
  }
}
