package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;

/// The positions that sort the rows of an array, as an int64 array of the same shape.
public final class IndexSort {
  private IndexSort() {}

  /// The order of one row.
  private interface RowOrder {
    void of(Object array, int from, int step, int[] order);
  }

  /// The stable order along `axis`.
  public static NDArray argsort(NDArray a, int axis, boolean descending) {
    Rows rows = new Rows(a, axis);
    int n = rows.length();
    DType dtype = a.dtype();
    if (dtype.isComplex()) {
      return collect(
          rows,
          (array, from, step, order) ->
              System.arraycopy(ComplexOrder.of(array, from, step, n, descending), 0, order, 0, n));
    }
    if (rows.areManyShort()) {
      NDArray result = NDArray.empty(DType.INT64, a.shape());
      rows.fillRuns(result, (run, to) -> ColumnSort.argsort(dtype, run, n, descending, to));
      return result;
    }
    long[] keys = new long[n];
    return collect(
        rows,
        (array, from, step, order) -> {
          SortKeys.load(dtype, array, from, step, n, SortKeys.EQUAL_ZEROS, keys);
          if (descending) {
            SortKeys.reverse(dtype, keys, n);
          }
          KeyOrder.of(keys, n, order);
        });
  }

  /// The positions that put the elements `kth`, ascending, where sorting would along `axis`.
  public static NDArray argpartition(NDArray a, int axis, int[] kth, boolean descending) {
    Rows rows = new Rows(a, axis);
    int n = rows.length();
    DType dtype = a.dtype();
    if (dtype.isComplex()) {
      return argsort(a, axis, descending);
    }
    long[] keys = new long[n];
    return collect(
        rows,
        (array, from, step, order) -> {
          SortKeys.load(dtype, array, from, step, n, SortKeys.EQUAL_ZEROS, keys);
          if (descending) {
            SortKeys.reverse(dtype, keys, n);
          }
          KeySelect.order(keys, n, kth, order);
        });
  }

  private static NDArray collect(Rows rows, RowOrder ofRow) {
    int n = rows.length();
    NDArray result = NDArray.empty(DType.INT64, Shapes.size(rows.count(), n));
    long[] whole = result.storage().array() instanceof long[] array ? array : null;
    long[] one = whole == null ? new long[n] : null;
    int[] order = new int[n];
    rows.forEach(
        (row, array, from, step) -> {
          ofRow.of(array, from, step, order);
          long[] to = whole == null ? one : whole;
          int at = whole == null ? 0 : (int) (row * n);
          for (int i = 0; i < n; i++) {
            to[at + i] = order[i];
          }
          if (whole == null) {
            result.get(Index.slice(row * n, (row + 1) * n)).set(NDArray.of(one));
          }
        });
    return rows.back(result, n);
  }

  /// The stable order of the rows by several keys of one shape, the last one being the most
  /// important.
  public static NDArray lexsort(NDArray[] keys, int axis) {
    NDArray[] inner = new NDArray[keys.length];
    Rows first = new Rows(keys[0], axis);
    int n = first.length();
    NDArray result = NDArray.empty(DType.INT64, Shapes.size(first.count(), n));
    if (result.size() == 0) {
      return first.back(result, n);
    }
    for (int k = 0; k < keys.length; k++) {
      inner[k] = lastAxis(keys[k], axis).copy().reshape(first.count(), n);
    }
    int[] order = new int[n];
    long[] row = new long[n];
    long[] scratch = new long[n];
    NDArray rows = result.reshape(first.count(), n);
    for (long r = 0; r < first.count(); r++) {
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      for (NDArray key : inner) {
        refine(key.get(r), order, row, scratch);
      }
      for (int i = 0; i < n; i++) {
        row[i] = order[i];
      }
      rows.get(r).set(NDArray.of(row));
    }
    return first.back(result, n);
  }

  private static void refine(NDArray key, int[] order, long[] keys, long[] scratch) {
    Flat flat = Flat.of(key);
    if (key.dtype().isComplex()) {
      KeyOrder.refine(ElementKeys.of(flat).of(0), order.length, order, scratch);
      return;
    }
    SortKeys.load(
        key.dtype(),
        flat.array(),
        flat.from(),
        flat.step(),
        flat.size(),
        SortKeys.EQUAL_ZEROS,
        keys);
    KeyOrder.refine(keys, order.length, order, scratch);
  }

  /// A view with `axis` moved behind all others.
  private static NDArray lastAxis(NDArray a, int axis) {
    int[] axes = new int[a.ndim()];
    int to = 0;
    for (int d = 0; d < axes.length; d++) {
      if (d != axis) {
        axes[to++] = d;
      }
    }
    axes[to] = axis;
    return a.transpose(axes);
  }
}
