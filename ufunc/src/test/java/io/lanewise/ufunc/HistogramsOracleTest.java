package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramsOracleTest {
  static final Map<String, Oracle.Call> CALLS =
      Map.ofEntries(
          Map.entry(
              "bincount",
              a -> Histograms.bincount(a.array(0), a.isNone(1) ? null : a.array(1), a.integer(2))),
          Map.entry("histogram", HistogramsOracleTest::histogram),
          Map.entry(
              "histogram_bin_edges", a -> Histograms.histogramBinEdges(a.array(0), bins(a, 1, 2))),
          Map.entry("digitize", a -> Histograms.digitize(a.array(0), a.array(1), a.flag(2))),
          Map.entry("histogramdd", HistogramsOracleTest::histogramdd),
          Map.entry(
              "histogram2d",
              a -> {
                Bins[] bins = all(a, 2, 3);
                return list(
                    Histograms.histogram2d(a.array(0), a.array(1), bins[0], bins[1], null, false));
              }));

  @Test
  void histogramsAgreeWithNumPy() {
    Oracle.replay("histograms", CALLS, new Oracle.Rules() {});
  }

  private static Bins bins(Oracle.Arguments a, int i, int range) {
    Bins bins =
        switch (a.kind(i)) {
          case 'i' -> Bins.count(a.integer(i));
          case 's' -> Bins.estimated(BinEstimator.valueOf(a.text(i).toUpperCase(Locale.ROOT)));
          default -> Bins.edges(a.array(i));
        };
    return a.isNone(range) ? bins : bins.range(a.numbers(range)[0], a.numbers(range)[1]);
  }

  private static Object histogram(Oracle.Arguments a) {
    Histograms.Histogram result =
        Histograms.histogram(
            a.array(0), bins(a, 1, 2), a.isNone(3) ? null : a.array(3), !a.isNone(4) && a.flag(4));
    return List.of(result.counts(), result.edges());
  }

  private static Bins[] all(Oracle.Arguments a, int i, int range) {
    Bins[] bins =
        a.kind(i) == 'I'
            ? Arrays.stream(a.integers(i)).mapToObj(Bins::count).toArray(Bins[]::new)
            : Arrays.stream(a.arrays(i)).map(Bins::edges).toArray(Bins[]::new);
    for (int d = 0; d < bins.length && !a.isNone(range); d++) {
      bins[d] = bins[d].range(a.numbers(range)[2 * d], a.numbers(range)[2 * d + 1]);
    }
    return bins;
  }

  private static Object histogramdd(Oracle.Arguments a) {
    return list(
        Histograms.histogramdd(
            a.array(0), all(a, 1, 2), a.isNone(3) ? null : a.array(3), !a.isNone(4) && a.flag(4)));
  }

  private static List<NDArray> list(Histograms.HistogramDD result) {
    List<NDArray> arrays = new ArrayList<>(List.of(result.counts()));
    arrays.addAll(List.of(result.edges()));
    return arrays;
  }
}
