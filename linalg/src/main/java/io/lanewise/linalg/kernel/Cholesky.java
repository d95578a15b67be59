package io.lanewise.linalg.kernel;

/// The Cholesky decomposition A = L L' of a symmetric positive definite matrix, right-looking and
/// blocked: a block of columns is decomposed, and what it contributes to the rest of the lower
/// triangle is subtracted as a matrix product, strip by strip (Golub and Van Loan, "Matrix
/// Computations", 4th ed., 4.2).
public final class Cholesky {
  private static final int BLOCK = 32;

  /// Columns of a strip of the update: the half of its first rows above the diagonal is computed in
  /// vain.
  private static final int STRIP = 192;

  private Cholesky() {}

  /// Replaces the row-major n x n matrix by L, zeros above the diagonal; reads the lower triangle
  /// only. Returns false where the matrix is not positive definite (a NaN is not); `a` then holds
  /// nothing of use.
  public static boolean factor(double[] a, int n) {
    double[] panel = new double[Math.multiplyExact(n, Math.min(BLOCK, n))];
    for (int j = 0; j < n; j += BLOCK) {
      int columns = Math.min(BLOCK, n - j);
      if (!columns(a, n, j, columns, panel)) {
        return false;
      }
      for (int s = j + columns; s < n; s += STRIP) {
        DoubleMatrix left = DoubleMatrix.of(a, (long) s * n + j, n, 1);
        Products.subtract(
            n - s,
            Math.min(STRIP, n - s),
            columns,
            left,
            left.transposed(),
            DoubleMatrix.of(a, (long) s * n + s, n, 1));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        a[i * n + j] = 0;
      }
    }
    return true;
  }

  /// The columns j .. j + columns - 1 of L, of all rows from j on, in a column-major copy: a column
  /// takes its multiples of the ones before it as whole vectors.
  private static boolean columns(double[] a, int n, int j, int columns, double[] panel) {
    int rows = n - j;
    for (int i = 0; i < rows; i++) {
      for (int l = 0; l < columns; l++) {
        panel[l * rows + i] = a[(j + i) * n + j + l];
      }
    }
    for (int l = 0; l < columns; l++) {
      int column = l * rows;
      for (int p = 0; p < l; p++) {
        Products.axpy(-panel[p * rows + l], panel, p * rows + l, panel, column + l, rows - l);
      }
      double square = panel[column + l];
      if (!(square > 0)) {
        return false;
      }
      double diagonal = Math.sqrt(square);
      panel[column + l] = diagonal;
      for (int i = l + 1; i < rows; i++) {
        panel[column + i] /= diagonal;
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int l = 0; l < Math.min(columns, i + 1); l++) {
        a[(j + i) * n + j + l] = panel[l * rows + i];
      }
    }
    return true;
  }
}
