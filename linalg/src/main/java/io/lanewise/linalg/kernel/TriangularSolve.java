package io.lanewise.linalg.kernel;

/// Solves T X = B for a triangular T in row-major order, in place in the row-major X.
///
/// Diagonal blocks are solved by substitution along the rows of X; what a block of the solution
/// takes from the remaining rows is one matrix product. A single right-hand side goes by dot
/// products instead.
public final class TriangularSolve {
  private static final int BLOCK = 64;

  private TriangularSolve() {}

  /// Solves with the lower (or upper) triangle of the n x n matrix at `to` with row stride `ldt`;
  /// with `unit` its diagonal counts as ones. X is n x columns at `xo` with row stride `ldx`. A
  /// zero on the diagonal gives infinities; callers check.
  public static void solve(
      double[] t,
      int to,
      int ldt,
      int n,
      boolean lower,
      boolean unit,
      double[] x,
      int xo,
      int ldx,
      int columns) {
    if (columns == 1 && ldx == 1) {
      vector(t, to, ldt, n, lower, unit, x, xo);
      return;
    }
    int blocks = (n + BLOCK - 1) / BLOCK;
    for (int block = 0; block < blocks; block++) {
      int i = (lower ? block : blocks - 1 - block) * BLOCK;
      int rows = Math.min(BLOCK, n - i);
      diagonal(t, to + i * ldt + i, ldt, rows, lower, unit, x, xo + i * ldx, ldx, columns);
      int from = lower ? i + rows : 0;
      int rest = lower ? n - from : i;
      if (rest > 0) {
        Products.subtract(
            rest,
            columns,
            rows,
            DoubleMatrix.of(t, to + (long) from * ldt + i, ldt, 1),
            DoubleMatrix.of(x, xo + (long) i * ldx, ldx, 1),
            DoubleMatrix.of(x, xo + (long) from * ldx, ldx, 1));
      }
    }
  }

  private static void diagonal(
      double[] t,
      int to,
      int ldt,
      int n,
      boolean lower,
      boolean unit,
      double[] x,
      int xo,
      int ldx,
      int columns) {
    for (int step = 0; step < n; step++) {
      int i = lower ? step : n - 1 - step;
      int row = xo + i * ldx;
      for (int q = 0; q < step; q++) {
        int p = lower ? q : n - 1 - q;
        Products.axpy(-t[to + i * ldt + p], x, xo + p * ldx, x, row, columns);
      }
      if (!unit) {
        double pivot = t[to + i * ldt + i];
        for (int j = 0; j < columns; j++) {
          x[row + j] /= pivot;
        }
      }
    }
  }

  private static void vector(
      double[] t, int to, int ldt, int n, boolean lower, boolean unit, double[] x, int xo) {
    double[] sums = new double[32];
    double[] sum = new double[1];
    for (int step = 0; step < n; step++) {
      int i = lower ? step : n - 1 - step;
      int from = lower ? 0 : i + 1;
      int row = to + i * ldt;
      KernelChoice.KERNELS.dots(x, xo + from, t, row + from, 0, 1, step, sum, 0, 1, sums);
      double value = x[xo + i] - sum[0];
      x[xo + i] = unit ? value : value / t[row + i];
    }
  }
}
