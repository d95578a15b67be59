package io.lanewise.linalg.kernel;

import java.util.Arrays;

/// Matrix times vector and vector times vector: every element of the result is one dot product in
/// the order of [DotOrder], whatever the layout of the matrix. Contiguous rows go to the kernels as
/// they are. Of contiguous columns the partial sums of many rows grow together, column by column,
/// which is the same order per row. Other rows are copied some at a time.
public final class DotProducts {
  /// Rows copied together, so that a whole cache line is used at once.
  private static final int ROWS = 32;

  /// Rows whose partial sums grow together: 16 KiB of them stay in L1.
  private static final int CHUNK = 256;

  private DotProducts() {}

  /// `out[i]` = row i of A times x, for an m x k matrix and k contiguous elements.
  public static void multiply(
      Kernels kernels, long m, int k, DoubleMatrix a, double[] x, double[] out) {
    double[] sums = new double[32];
    if (a.array != null && a.columnStride == 1) {
      kernels.dots(x, 0, a.array, (int) a.offset, (int) a.rowStride, (int) m, k, out, 0, 1, sums);
      return;
    }
    if (a.array != null && a.rowStride == 1) {
      columns(kernels, m, k, a, x, out);
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

  private static void columns(
      Kernels kernels, long m, int k, DoubleMatrix a, double[] x, double[] out) {
    int sums = DotOrder.DOUBLE_SUMS;
    int full = k & -sums;
    double[] partial = new double[sums * CHUNK];
    double[] row = new double[sums];
    for (int i = 0; i < m; i += CHUNK) {
      int count = (int) Math.min(CHUNK, m - i);
      Arrays.fill(partial, 0);
      for (int p = 0; p < full; p++) {
        int from = (int) (a.offset + i + p * a.columnStride);
        kernels.axpy(x[p], a.array, from, partial, p % sums * CHUNK, count);
      }
      for (int r = 0; r < count; r++) {
        for (int s = 0; s < sums; s++) {
          row[s] = partial[s * CHUNK + r];
        }
        double sum = DotOrder.tree(row, 0);
        for (int p = full; p < k; p++) {
          sum = Fma.fma(x[p], a.get(i + r, p), sum);
        }
        out[i + r] = sum;
      }
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
    if (a.array != null && a.rowStride == 1) {
      columns(kernels, m, k, a, x, out);
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

  private static void columns(
      Kernels kernels, long m, int k, FloatMatrix a, float[] x, float[] out) {
    int sums = DotOrder.FLOAT_SUMS;
    int full = k & -sums;
    float[] partial = new float[sums * CHUNK];
    float[] row = new float[sums];
    for (int i = 0; i < m; i += CHUNK) {
      int count = (int) Math.min(CHUNK, m - i);
      Arrays.fill(partial, 0);
      for (int p = 0; p < full; p++) {
        int from = (int) (a.offset + i + p * a.columnStride);
        kernels.axpy(x[p], a.array, from, partial, p % sums * CHUNK, count);
      }
      for (int r = 0; r < count; r++) {
        for (int s = 0; s < sums; s++) {
          row[s] = partial[s * CHUNK + r];
        }
        float sum = DotOrder.tree(row, 0);
        for (int p = full; p < k; p++) {
          sum = Fma.fma(x[p], a.get(i + r, p), sum);
        }
        out[i + r] = sum;
      }
    }
  }
}
