package io.lanewise.linalg.kernel;

/// Matrix times vector and vector times vector: every element of the result is one dot product in
/// the order of [DotOrder], whatever the layout of the matrix. Rows that are not contiguous are
/// copied some at a time.
public final class DotProducts {
  /// Rows copied together, so that a whole cache line of a column is used at once.
  private static final int ROWS = 32;

  private DotProducts() {}

  /// `out[i]` = row i of A times x, for an m x k matrix and k contiguous elements.
  public static void multiply(
      Kernels kernels, long m, int k, DoubleMatrix a, double[] x, double[] out) {
    double[] sums = new double[32];
    if (a.array != null && a.columnStride == 1) {
      kernels.dots(x, 0, a.array, (int) a.offset, (int) a.rowStride, (int) m, k, out, 0, 1, sums);
      return;
    }
    double[] rows = new double[Math.multiplyExact(ROWS, k)];
    for (long i = 0; i < m; i += ROWS) {
      int count = (int) Math.min(ROWS, m - i);
      for (int p = 0; p < k; p++) {
        for (int r = 0; r < count; r++) {
          rows[r * k + p] = a.get(i + r, p);
        }
      }
      kernels.dots(x, 0, rows, 0, k, count, k, out, (int) i, 1, sums);
    }
  }

  /// The same in float32.
  public static void multiply(
      Kernels kernels, long m, int k, FloatMatrix a, float[] x, float[] out) {
    float[] sums = new float[64];
    if (a.array != null && a.columnStride == 1) {
      kernels.dots(x, 0, a.array, (int) a.offset, (int) a.rowStride, (int) m, k, out, 0, 1, sums);
      return;
    }
    float[] rows = new float[Math.multiplyExact(ROWS, k)];
    for (long i = 0; i < m; i += ROWS) {
      int count = (int) Math.min(ROWS, m - i);
      for (int p = 0; p < k; p++) {
        for (int r = 0; r < count; r++) {
          rows[r * k + p] = a.get(i + r, p);
        }
      }
      kernels.dots(x, 0, rows, 0, k, count, k, out, (int) i, 1, sums);
    }
  }
}
