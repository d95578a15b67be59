package io.lanewise.ndarray;

import java.util.List;

/// Matrices with diagonals and triangles.
final class Matrices {
  private Matrices() {}

  static NDArray eye(DType dtype, long rows, long columns, long k) {
    NDArray result = NDArray.zeros(dtype, rows, columns);
    StrideTricks.diagonal(result, k, 0, 1).fill(1);
    return result;
  }

  static NDArray diag(NDArray v, long k) {
    if (v.ndim() == 2) {
      return Views.diagonal(v, k, 0, 1);
    }
    if (v.ndim() != 1) {
      throw new ShapeException(
          "diag: Input must be 1- or 2-d. It has shape " + Shapes.toString(v.shape()));
    }
    long n = Shapes.sum("diag", v.size(), k == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(k));
    NDArray result = NDArray.zeros(v.dtype(), n, n);
    StrideTricks.diagonal(result, k, 0, 1).set(v);
    return result;
  }

  static NDArray tri(DType dtype, long rows, long columns, long k) {
    NDArray result = NDArray.zeros(dtype, rows, columns);
    for (long i = 0; i < rows; i++) {
      long n = columnsBelow(i, k, columns);
      if (n > 0) {
        result.withLayout(row(result.layout(), i, 0, n)).fill(1);
      }
    }
    return result;
  }

  /// How many columns of row `i` are on or below diagonal `k`.
  private static long columnsBelow(long i, long k, long columns) {
    return k >= columns ? columns : Math.clamp(i + k + 1, 0, columns);
  }

  /// The diagonal below `k`.
  static long above(long k) {
    return k == Long.MIN_VALUE ? k : k - 1;
  }

  /// How many elements of a matrix are on or below diagonal `k`.
  private static long below(long rows, long columns, long k) {
    long none = k <= -rows ? rows : Math.max(0, -k);
    long partial = k >= columns ? 0 : Math.clamp(columns - 1 - k, none, rows) - none;
    long first = none + k + 1;
    long some = partial == 0 ? 0 : partial * first + partial * (partial - 1) / 2;
    return some + (rows - none - partial) * columns;
  }

  /// Columns `from` up to `to` of row `i` of all matrices.
  private static Layout row(Layout layout, long i, long from, long to) {
    int ndim = layout.ndim();
    long[] shape = layout.shape();
    shape[ndim - 2] = 1;
    shape[ndim - 1] = to - from;
    long offset = i * layout.stride(ndim - 2) + from * layout.stride(ndim - 1);
    return Layout.of(layout.offset() + offset, shape, layout.strides());
  }

  static NDArray tril(NDArray a, long k) {
    NDArray from = matrix(a, "tril");
    NDArray result = MemoryOrder.empty(a.dtype(), MemoryOrder.like(from, Order.K));
    for (long i = 0; i < from.shape(-2) && from.size() > 0; i++) {
      copyRow(from, result, i, 0, columnsBelow(i, k, from.shape(-1)));
    }
    return result;
  }

  static NDArray triu(NDArray a, long k) {
    NDArray from = matrix(a, "triu");
    NDArray result = MemoryOrder.empty(a.dtype(), MemoryOrder.like(from, Order.K));
    for (long i = 0; i < from.shape(-2) && from.size() > 0; i++) {
      copyRow(from, result, i, columnsBelow(i, above(k), from.shape(-1)), from.shape(-1));
    }
    return result;
  }

  private static void copyRow(NDArray from, NDArray to, long i, long first, long last) {
    if (first < last) {
      to.withLayout(row(to.layout(), i, first, last))
          .set(from.withLayout(row(from.layout(), i, first, last)));
    }
  }

  /// A vector stands for a square matrix with it in every row.
  private static NDArray matrix(NDArray a, String function) {
    if (a.ndim() == 0) {
      throw new ShapeException(function + ": the array must have at least one axis");
    }
    return a.ndim() == 1 ? a.broadcastTo(a.size(), a.size()) : a;
  }

  /// Rows and columns of the elements on or below diagonal `k`, or above it.
  static List<NDArray> triangle(long rows, long columns, long k, boolean lower) {
    long all = Shapes.size(Shapes.checked(new long[] {rows, columns}));
    long below = all == 0 ? 0 : below(rows, columns, k);
    long count = lower ? below : all - below;
    NDArray row = NDArray.empty(DType.INT64, count);
    NDArray column = NDArray.empty(DType.INT64, count);
    Object rowBase = row.storage().base();
    Object columnBase = column.storage().base();
    long at = 0;
    for (long i = 0; i < rows; i++) {
      long part = columnsBelow(i, k, columns);
      for (long j = lower ? 0 : part; j < (lower ? part : columns); j++) {
        Elements.setLong(DType.INT64, rowBase, at, i);
        Elements.setLong(DType.INT64, columnBase, at++, j);
      }
    }
    return List.of(row, column);
  }

  static NDArray vander(NDArray x, long n, boolean increasing) {
    if (x.ndim() != 1) {
      throw new ShapeException(
          "vander: x must be a one-dimensional array or sequence. It has shape "
              + Shapes.toString(x.shape()));
    }
    if (n < 0) {
      throw new ShapeException("negative dimensions are not allowed: " + n + " columns in vander");
    }
    DType dtype = Promotion.promoteTypes(x.dtype(), DType.INT64);
    NDArray values = x.astype(dtype);
    NDArray result = NDArray.empty(dtype, x.size(), n);
    NDArray powers = (increasing ? result : Views.fliplr(result)).T();
    for (long j = 0; j < n; j++) {
      if (j == 0) {
        powers.get(0).fill(1);
      } else if (j == 1) {
        powers.get(1).set(values);
      } else {
        powers.get(j - 1).multiply(values, powers.get(j));
      }
    }
    return result;
  }
}
