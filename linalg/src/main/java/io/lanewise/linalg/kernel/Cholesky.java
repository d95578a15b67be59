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
    for (int j = 0; j < n; j += BLOCK) {
      int columns = Math.min(BLOCK, n - j);
      if (!columns(a, n, j, columns)) {
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

  /// The columns j .. j + columns - 1 of L, of all rows from j on.
  private static boolean columns(double[] a, int n, int j, int columns) {
    for (int i = j; i < n; i++) {
      int width = Math.min(columns, i - j);
      for (int l = 0; l < width; l++) {
        double sum = a[i * n + j + l] - dot(a, i * n + j, (j + l) * n + j, l);
        a[i * n + j + l] = sum / a[(j + l) * n + j + l];
      }
      if (i < j + columns) {
        double square = a[i * n + i] - dot(a, i * n + j, i * n + j, width);
        if (!(square > 0)) {
          return false;
        }
        a[i * n + i] = Math.sqrt(square);
      }
    }
    return true;
  }

  private static double dot(double[] a, int x, int y, int n) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < n; i += 2) {
      even = Fma.fma(a[x + i], a[y + i], even);
      odd = Fma.fma(a[x + i + 1], a[y + i + 1], odd);
    }
    return i < n ? Fma.fma(a[x + i], a[y + i], even + odd) : even + odd;
  }
}
