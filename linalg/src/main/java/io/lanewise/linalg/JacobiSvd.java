package io.lanewise.linalg;

import java.util.Arrays;

/// The singular value decomposition A = U diag(s) V' of a small dense matrix by one-sided Jacobi
/// rotations, on arrays that the caller owns, without allocating: what a trust-region step needs of
/// R in every iteration.
///
/// Pairs of columns are rotated until all are orthogonal to working accuracy; the columns then are
/// U diag(s). For columns p, q with norms squared f >= g and product h, the rotation has the
/// tangent `t = sign(z) / (|z| + sqrt(1 + z^2))`, `z = (g - f) / 2h`. Unlike bidiagonalisation this
/// finds small singular values of a graded matrix to high relative accuracy: Demmel and Veselic,
/// "Jacobi's method is more accurate than QR", SIAM J. Matrix Anal. Appl. 13(4), 1992. The larger
/// column of a pair is kept in front, which orders the values and saves sweeps: de Rijk, SIAM J.
/// Sci. Stat. Comput. 10(2), 1989.
///
/// Meant for up to some 50 columns; the cost is about 6 sweeps of 2 m n^2 multiply-adds each.
public final class JacobiSvd {
  private static final int SWEEPS = 40;

  /// Singular values below this share of the greatest are zero: their squares would underflow.
  private static final double NEGLIGIBLE = 1e-140;

  private JacobiSvd() {}

  /// Decomposes the m x n matrix, m >= n, in the column-major array `a` (element (i, j) at `i + j *
  /// m`), in place: `a` becomes U with orthonormal columns (a column of zeros where the singular
  /// value is zero), `v` the n x n column-major V, and `s` the n singular values in descending
  /// order; values below 1e-140 of the greatest count as zero.
  ///
  /// @throws IllegalArgumentException if m < n, a size is negative or an array is too short
  /// @throws LinAlgException if `a` holds a NaN or an infinity (then nothing is written), or
  ///   without convergence
  public static void decompose(double[] a, int m, int n, double[] s, double[] v) {
    if (n < 0 || m < n || a.length < (long) m * n || s.length < n || v.length < (long) n * n) {
      throw new IllegalArgumentException(
          ("a %d x %d matrix does not fit arrays of lengths a %d, s %d, v %d,"
                  + " or has fewer rows than columns")
              .formatted(m, n, a.length, s.length, v.length));
    }
    double greatest = 0;
    for (int i = 0; i < m * n; i++) {
      greatest = Math.max(greatest, Math.abs(a[i]));
    }
    if (!(greatest <= Double.MAX_VALUE)) {
      throw new LinAlgException("Array must not contain infs or NaNs");
    }
    Arrays.fill(v, 0, n * n, 0);
    for (int j = 0; j < n; j++) {
      v[j + j * n] = 1;
    }
    if (greatest == 0) {
      Arrays.fill(s, 0, n, 0);
      return;
    }
    // a power of two near one keeps the squares in range and changes no digit
    int scale = -Math.getExponent(greatest);
    for (int i = 0; i < m * n; i++) {
      a[i] = Math.scalb(a[i], scale);
    }
    sweep(a, m, n, s, v);
    for (int j = 0; j < n; j++) {
      s[j] = Math.scalb(normalise(a, j * m, m), -scale);
    }
    sort(a, m, n, s, v);
  }

  /// `b = U' z` for the U of [#decompose], z of length m.
  public static void project(double[] u, int m, int n, double[] z, double[] b) {
    for (int j = 0; j < n; j++) {
      b[j] = dot(u, j * m, z, 0, m);
    }
  }

  private static void sweep(double[] a, int m, int n, double[] norms, double[] v) {
    double tolerance = Math.ulp(1.0) * Math.max(2, Math.sqrt(m));
    for (int j = 0; j < n; j++) {
      norms[j] = dot(a, j * m, a, j * m, m);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean rotated = false;
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          if (norms[q] > norms[p]) {
            swap(a, p * m, q * m, m);
            swap(v, p * n, q * n, n);
            double norm = norms[p];
            norms[p] = norms[q];
            norms[q] = norm;
          }
          double f = norms[p];
          double g = norms[q];
          double h = dot(a, p * m, a, q * m, m);
          if (g < NEGLIGIBLE * NEGLIGIBLE
              || !(Math.abs(h) > tolerance * (Math.sqrt(f) * Math.sqrt(g)))) {
            continue;
          }
          rotated = true;
          double z = (g - f) / (2 * h);
          double size = Math.abs(z);
          double t = 1 / (size + (size < 1e150 ? Math.sqrt(1 + z * z) : size));
          t = z < 0 ? -t : t;
          double cosine = 1 / Math.sqrt(1 + t * t);
          double sine = cosine * t;
          rotate(a, p * m, q * m, m, cosine, sine);
          rotate(v, p * n, q * n, n, cosine, sine);
          // taken anew: an update by t h would cancel where columns are nearly parallel
          norms[p] = dot(a, p * m, a, p * m, m);
          norms[q] = dot(a, q * m, a, q * m, m);
        }
      }
      if (!rotated) {
        return;
      }
    }
    throw new LinAlgException("SVD did not converge");
  }

  private static void rotate(double[] a, int p, int q, int m, double cosine, double sine) {
    for (int i = 0; i < m; i++) {
      double x = a[p + i];
      double y = a[q + i];
      a[p + i] = cosine * x - sine * y;
      a[q + i] = sine * x + cosine * y;
    }
  }

  private static double dot(double[] a, int p, double[] b, int q, int m) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < m; i += 2) {
      even += a[p + i] * b[q + i];
      odd += a[p + i + 1] * b[q + i + 1];
    }
    return i < m ? even + odd + a[p + i] * b[q + i] : even + odd;
  }

  private static void swap(double[] a, int p, int q, int m) {
    for (int i = 0; i < m; i++) {
      double x = a[p + i];
      a[p + i] = a[q + i];
      a[q + i] = x;
    }
  }

  /// Divides a column by its norm, which is returned; a negligible column becomes zero.
  private static double normalise(double[] a, int p, int m) {
    double norm = Math.sqrt(dot(a, p, a, p, m));
    if (norm < NEGLIGIBLE) {
      Arrays.fill(a, p, p + m, 0);
      return 0;
    }
    for (int i = 0; i < m; i++) {
      a[p + i] /= norm;
    }
    return norm;
  }

  /// Rotations leave the values in order but for rounding; insertion puts the last of it right.
  private static void sort(double[] a, int m, int n, double[] s, double[] v) {
    for (int j = 1; j < n; j++) {
      for (int k = j; k > 0 && s[k] > s[k - 1]; k--) {
        double value = s[k];
        s[k] = s[k - 1];
        s[k - 1] = value;
        swap(a, (k - 1) * m, k * m, m);
        swap(v, (k - 1) * n, k * n, n);
      }
    }
  }
}
