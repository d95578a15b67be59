package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetsOracleTest {
  static final Map<String, Oracle.Call> CALLS =
      Map.ofEntries(
          Map.entry("unique", a -> Sets.unique(a.array(0))),
          Map.entry(
              "unique_full",
              a -> list(Sets.unique(a.array(0), SortingOracleTest.axisOf(a, 1), a.flag(2)))),
          Map.entry("unique_all", a -> list(Sets.uniqueAll(a.array(0)))),
          Map.entry(
              "unique_counts",
              a -> {
                Sets.UniqueCounts result = Sets.uniqueCounts(a.array(0));
                return List.of(result.values(), result.counts());
              }),
          Map.entry(
              "unique_inverse",
              a -> {
                Sets.UniqueInverse result = Sets.uniqueInverse(a.array(0));
                return List.of(result.values(), result.inverse());
              }),
          Map.entry("unique_values", a -> Sets.uniqueValues(a.array(0))),
          Map.entry("isin", a -> Sets.isin(a.array(0), a.array(1), a.flag(2))),
          Map.entry("intersect1d", a -> list(Sets.intersect1d(a.array(0), a.array(1), true))),
          Map.entry(
              "intersect1d_unique",
              a -> list(Sets.intersect1d(a.array(0), a.array(1), true, true))),
          Map.entry("isin_unique", a -> Sets.isin(a.array(0), a.array(1), true, a.flag(2))),
          Map.entry("setdiff1d_unique", a -> Sets.setdiff1d(a.array(0), a.array(1), true)),
          Map.entry("setxor1d_unique", a -> Sets.setxor1d(a.array(0), a.array(1), true)),
          Map.entry("union1d", a -> Sets.union1d(a.array(0), a.array(1))),
          Map.entry("setdiff1d", a -> Sets.setdiff1d(a.array(0), a.array(1))),
          Map.entry("setxor1d", a -> Sets.setxor1d(a.array(0), a.array(1))));

  @Test
  void setsAgreeWithNumPy() {
    Oracle.replay("sets", CALLS, new Oracle.Rules() {});
  }

  private static List<NDArray> list(Sets.Unique unique) {
    return List.of(unique.values(), unique.index(), unique.inverse(), unique.counts());
  }

  private static List<NDArray> list(Sets.Intersection result) {
    return List.of(result.values(), result.index1(), result.index2());
  }
}
