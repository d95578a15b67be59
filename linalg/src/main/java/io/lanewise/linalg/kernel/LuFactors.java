package io.lanewise.linalg.kernel;

/// The decomposition P A = L U with partial pivoting, right-looking and blocked (Golub and Van
/// Loan, "Matrix Computations", 4th ed., 3.4-3.6): in every column the element of greatest
/// magnitude becomes the pivot.
public final class LuFactors {
  private static final int PANEL = 32;

  private final int n;
  private final double[] a;
  private final int[] rows;
  private final boolean singular;

  /// Decomposes the row-major n x n matrix in `a`, in place.
  public LuFactors(double[] a, int n) {
    this.n = n;
    this.a = a;
    this.rows = new int[n];
    boolean zero = false;
    for (int j = 0; j < n; j += PANEL) {
      int columns = Math.min(PANEL, n - j);
      zero |= panel(j, columns);
      int next = j + columns;
      int rest = n - next;
      if (rest > 0) {
        TriangularSolve.solve(a, j * n + j, n, columns, true, true, a, j * n + next, n, rest);
        Products.subtract(
            rest,
            rest,
            columns,
            DoubleMatrix.of(a, (long) next * n + j, n, 1),
            DoubleMatrix.of(a, (long) j * n + next, n, 1),
            DoubleMatrix.of(a, (long) next * n + next, n, 1));
      }
    }
    this.singular = zero;
  }

  /// Whether a pivot is zero, so that no solution exists for some right-hand side.
  public boolean isSingular() {
    return singular;
  }

  /// Solves A X = B in place in the row-major n x columns matrix `x`.
  public void solve(double[] x, int columns) {
    double[] swapped = new double[columns];
    for (int i = 0; i < n; i++) {
      swap(x, i * columns, rows[i] * columns, columns, swapped);
    }
    TriangularSolve.solve(a, 0, n, n, true, true, x, 0, columns, columns);
    TriangularSolve.solve(a, 0, n, n, false, false, x, 0, columns, columns);
  }

  private static void swap(double[] x, int from, int to, int count, double[] swapped) {
    if (from != to) {
      System.arraycopy(x, from, swapped, 0, count);
      System.arraycopy(x, to, x, from, count);
      System.arraycopy(swapped, 0, x, to, count);
    }
  }

  private boolean panel(int first, int columns) {
    boolean zero = false;
    double[] swapped = new double[n];
    int end = first + columns;
    for (int j = first; j < end; j++) {
      int pivot = j;
      double greatest = Math.abs(a[j * n + j]);
      for (int i = j + 1; i < n; i++) {
        double size = Math.abs(a[i * n + j]);
        if (size > greatest) {
          greatest = size;
          pivot = i;
        }
      }
      rows[j] = pivot;
      swap(a, j * n, pivot * n, n, swapped);
      double value = a[j * n + j];
      if (value == 0) {
        zero = true;
        continue;
      }
      for (int i = j + 1; i < n; i++) {
        double factor = a[i * n + j] / value;
        a[i * n + j] = factor;
        Products.axpy(-factor, a, j * n + j + 1, a, i * n + j + 1, end - j - 1);
      }
    }
    return zero;
  }
}
