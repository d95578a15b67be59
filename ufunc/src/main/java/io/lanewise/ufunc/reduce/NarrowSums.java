package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Sums of rows of a few numbers beside each other, such as the points of a cloud: one plain loop
/// over all rows. Below 8 numbers the pairwise tree is one after another, from -0.
final class NarrowSums {
  /// Where the tree begins.
  private static final int TREE = 8;

  private NarrowSums() {}

  /// Whether the rows of `r` are such rows, in an array on the heap.
  static boolean fits(ReducedAxes r) {
    DType dtype = r.source.dtype();
    return r.length > 0
        && r.length < TREE
        && r.kept.length > 0
        && (dtype == DType.FLOAT64 || dtype == DType.FLOAT32)
        && r.source.storage().array() != null
        && r.rows() < Integer.MAX_VALUE;
  }

  /// The sums of all rows, to the elements of `out`, a new 1-D array of the same dtype.
  static void sum(ReducedAxes r, NDArray out) {
    int inner = r.kept.length - 1;
    int rows = (int) r.kept[inner];
    int step = (int) r.steps[inner];
    r.forEachRow(
        1,
        (row, offset) -> {
          if (r.source.storage().array() instanceof double[] a) {
            double[] to = (double[]) out.storage().array();
            doubles(a, (int) offset, step, (int) r.step, (int) r.length, to, (int) row, rows);
          } else {
            float[] a = (float[]) r.source.storage().array();
            float[] to = (float[]) out.storage().array();
            floats(a, (int) offset, step, (int) r.step, (int) r.length, to, (int) row, rows);
          }
        });
  }

  private static void doubles(
      double[] a, int from, int step, int next, int length, double[] to, int at, int rows) {
    switch (length) {
      case 2 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0.0 + (a[x] + a[x + next]);
        }
      }
      case 3 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0.0 + (a[x] + a[x + next] + a[x + 2 * next]);
        }
      }
      case 4 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0.0 + (a[x] + a[x + next] + a[x + 2 * next] + a[x + 3 * next]);
        }
      }
      default -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          double sum = a[x];
          for (int k = 1; k < length; k++) {
            sum += a[x + k * next];
          }
          to[at + i] = 0.0 + sum;
        }
      }
    }
  }

  private static void floats(
      float[] a, int from, int step, int next, int length, float[] to, int at, int rows) {
    switch (length) {
      case 2 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0f + (a[x] + a[x + next]);
        }
      }
      case 3 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0f + (a[x] + a[x + next] + a[x + 2 * next]);
        }
      }
      case 4 -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          to[at + i] = 0f + (a[x] + a[x + next] + a[x + 2 * next] + a[x + 3 * next]);
        }
      }
      default -> {
        for (int i = 0; i < rows; i++) {
          int x = from + i * step;
          float sum = a[x];
          for (int k = 1; k < length; k++) {
            sum += a[x + k * next];
          }
          to[at + i] = 0f + sum;
        }
      }
    }
  }
}
