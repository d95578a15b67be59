package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Sorts the rows of an array in place.
public final class ValueSort {
  private ValueSort() {}

  /// Sorts along `axis`. NaN is last, be the rest ascending or descending; -0 comes before 0 in
  /// ascending order.
  public static void sort(NDArray a, int axis, boolean descending) {
    Rows rows = new Rows(a, axis);
    int n = rows.length();
    if (n < 2) {
      return;
    }
    DType dtype = a.dtype();
    if (dtype.isComplex()) {
      rows.change((row, array, from, step) -> ComplexOrder.sort(array, from, step, n, descending));
      return;
    }
    if (rows.areManyShort()) {
      rows.changeRuns((run, none) -> ColumnSort.sort(dtype, run, n, descending));
      return;
    }
    long[] keys = new long[n];
    rows.change(
        (row, array, from, step) -> {
          SortKeys.load(dtype, array, from, step, n, SortKeys.SIGNED_ZEROS, keys);
          sort(dtype, keys, n, descending);
          SortKeys.store(dtype, keys, n, array, from, step);
        });
  }

  /// Sorts a 1-D array into a new one.
  public static NDArray sorted(NDArray a, boolean descending) {
    Flat flat = Flat.of(a);
    int n = flat.size();
    NDArray result = NDArray.empty(a.dtype(), n);
    long[] keys = new long[n];
    SortKeys.load(
        a.dtype(), flat.array(), flat.from(), flat.step(), n, SortKeys.SIGNED_ZEROS, keys);
    sort(a.dtype(), keys, n, descending);
    SortKeys.store(a.dtype(), keys, n, result.storage().array(), 0, 1);
    return result;
  }

  private static void sort(DType dtype, long[] keys, int n, boolean descending) {
    if (descending) {
      // turned keys: what was last but NaN comes first
      SortKeys.reverse(dtype, keys, n);
    }
    RadixSort.sort(keys, 0, n);
    if (descending) {
      SortKeys.reverse(dtype, keys, n);
    }
  }

  /// Puts the elements `kth`, ascending, of each row along `axis` where sorting would.
  public static void partition(NDArray a, int axis, int[] kth, boolean descending) {
    Rows rows = new Rows(a, axis);
    int n = rows.length();
    DType dtype = a.dtype();
    if (dtype.isComplex() || n <= ColumnSort.LONGEST) {
      sort(a, axis, descending);
      return;
    }
    long[] keys = new long[n];
    long[] scratch = new long[n];
    rows.change(
        (row, array, from, step) -> {
          SortKeys.load(dtype, array, from, step, n, SortKeys.SIGNED_ZEROS, keys);
          if (descending) {
            SortKeys.reverse(dtype, keys, n);
          }
          KeySelect.values(keys, n, kth, scratch);
          if (descending) {
            SortKeys.reverse(dtype, keys, n);
          }
          SortKeys.store(dtype, keys, n, array, from, step);
        });
  }
}
