package io.lanewise.ufunc;

import static io.lanewise.ndarray.Axes.all;
import static io.lanewise.ndarray.Axes.axis;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SortingOracleTest {
  static final Map<String, Oracle.Call> CALLS =
      Map.ofEntries(
          Map.entry("sort", a -> Sorting.sort(a.array(0), axisOf(a, 1), SortKind.QUICK, false)),
          Map.entry(
              "argsort", a -> Sorting.argsort(a.array(0), axisOf(a, 1), SortKind.STABLE, false)),
          Map.entry("sort_in_place", SortingOracleTest::sortInPlace),
          Map.entry(
              "partition_in_place",
              a -> {
                NDArray array = a.array(0);
                Sorting.partitionInPlace(array, a.integer(1));
                return array.get("..., " + a.integer(1));
              }),
          Map.entry("sort_complex", a -> Sorting.sortComplex(a.array(0))),
          Map.entry("partition", SortingOracleTest::partition),
          Map.entry("argpartition", SortingOracleTest::argpartition),
          Map.entry("lexsort", a -> Sorting.lexsort(a.arrays(0), a.axis(1))),
          Map.entry("searchsorted", SortingOracleTest::searchsorted),
          Map.entry("nonzero", a -> Indexing.nonzero(a.array(0))),
          Map.entry("flatnonzero", a -> Searching.flatnonzero(a.array(0))),
          Map.entry("argwhere", a -> Searching.argwhere(a.array(0))),
          Map.entry("count_nonzero", SortingOracleTest::countNonzero));

  private static final Oracle.Rules RULES =
      new Oracle.Rules() {
        @Override
        public String words(String function, String words) {
          // advice about Python's notation
          int advice = words.indexOf(" If the context of this error");
          return advice < 0 ? words : words.substring(0, advice);
        }

        @Override
        public boolean isError(String type, RuntimeException error) {
          // an element that is not there is an index out of range in Java
          return error.getMessage().startsWith("kth(=")
              ? error instanceof IndexOutOfBoundsException
              : error.getMessage().startsWith("Sorter index out of range.")
                  ? error instanceof IndexOutOfBoundsException
                  : Oracle.Rules.super.isError(type, error);
        }
      };

  @Test
  void sortingAndSearchingAgreeWithNumPy() {
    Oracle.replay("sorting", CALLS, RULES);
  }

  private static NDArray sortInPlace(Oracle.Arguments a) {
    NDArray array = a.array(0);
    Sorting.sortInPlace(array, a.axis(1), SortKind.QUICK, false);
    return array;
  }

  static Integer axisOf(Oracle.Arguments a, int i) {
    return a.isNone(i) ? null : a.axis(i);
  }

  /// The elements at the asked positions.
  private static NDArray partition(Oracle.Arguments a) {
    NDArray parted = Sorting.partition(a.array(0), a.integers(1), axisOf(a, 2));
    return at(parted, a.integers(1), a.isNone(2) ? 0 : a.axis(2));
  }

  private static NDArray argpartition(Oracle.Arguments a) {
    NDArray source = a.isNone(2) ? a.array(0).reshape(-1) : a.array(0);
    int axis = a.isNone(2) ? 0 : a.axis(2);
    NDArray order = Sorting.argpartition(a.array(0), a.integers(1), axisOf(a, 2));
    return at(taken(source, order, axis), a.integers(1), axis);
  }

  /// `numpy.take` along an axis of a 1-D or 2-D array.
  private static NDArray at(NDArray a, long[] positions, int axis) {
    NDArray rows = a.ndim() == 2 && axis == 0 ? a.T() : a;
    long[] shape = rows.shape();
    shape[shape.length - 1] = positions.length;
    NDArray result = NDArray.empty(a.dtype(), shape);
    for (int i = 0; i < positions.length; i++) {
      result.get("..., " + i).set(rows.get("..., " + positions[i]));
    }
    return rows == a ? result : result.T();
  }

  /// `numpy.take_along_axis` of a 1-D or 2-D array.
  static NDArray taken(NDArray a, NDArray order, int axis) {
    NDArray result = NDArray.empty(a.dtype(), a.shape());
    for (long i = 0; i < a.shape(0); i++) {
      for (long j = 0; j < (a.ndim() == 1 ? 1 : a.shape(1)); j++) {
        if (a.ndim() == 1) {
          result.get(i).set(a.get(order.getLong(i)));
        } else {
          long from = order.getLong(i, j);
          result.get(i, j).set(axis == 0 ? a.get(from, j) : a.get(i, from));
        }
      }
    }
    return result;
  }

  private static NDArray searchsorted(Oracle.Arguments a) {
    SearchSide side = a.text(2).equals("left") ? SearchSide.LEFT : SearchSide.RIGHT;
    return Searching.searchsorted(a.array(0), a.array(1), side, a.isNone(3) ? null : a.array(3));
  }

  private static NDArray countNonzero(Oracle.Arguments a) {
    Axes axes = a.isNone(1) ? all() : axis(a.axis(1));
    return Searching.countNonzero(a.array(0), a.flag(2) ? axes.keepdims() : axes);
  }
}
