package io.lanewise.optimize;

/// Singular values and right singular vectors of a small square matrix, by one-sided Jacobi rotations.
///
/// Rotations from the right make the columns of A orthogonal two by two, \(A V = U\Sigma\); the lengths of the columns are then the
/// singular values. For columns p, q with \(\zeta = (\|a_q\|^2 - \|a_p\|^2) / (2 a_p^T a_q)\) the tangent of the angle is
/// \(t = \mathrm{sign}(\zeta)/(|\zeta| + \sqrt{1+\zeta^2})\) (Hestenes 1958). The method finds small singular values of a matrix with
/// badly scaled columns to high relative accuracy (Demmel & Veselić, *Jacobi's method is more accurate than QR*, SIAM J. Matrix
/// Anal. Appl. 13(4), 1992), which is what fits with parameters of very different size need.
final class SmallSvd {
  private static final double TOLERANCE = Math.ulp(1.0);
  private static final int MAX_SWEEPS = 60;

  private final int n;

  /// On entry the matrix, afterwards \(U\Sigma\); column-major.
  final double[] a;

  /// The right singular vectors; column-major.
  final double[] v;

  /// The singular values, in the order of the columns, not sorted.
  final double[] s;

  SmallSvd(int n) {
    this.n = n;
    this.a = new double[Math.multiplyExact(n, n)];
    this.v = new double[a.length];
    this.s = new double[n];
  }

  void decompose() {
    for (int i = 0; i < v.length; i++) {
      v[i] = i % (n + 1) == 0 ? 1 : 0;
    }
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
      rotated = false;
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotated |= orthogonalise(p * n, q * n);
        }
      }
    }
    for (int j = 0; j < n; j++) {
      s[j] = Math.sqrt(Sums.squares(a, j * n, n));
    }
  }

  private boolean orthogonalise(int p, int q) {
    double alpha = 0;
    double beta = 0;
    double gamma = 0;
    for (int i = 0; i < n; i++) {
      alpha += a[p + i] * a[p + i];
      beta += a[q + i] * a[q + i];
      gamma += a[p + i] * a[q + i];
    }
    if (!(Math.abs(gamma) > TOLERANCE * Math.sqrt(alpha) * Math.sqrt(beta))) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * gamma);
    double t = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta)), zeta);
    double cosine = 1 / Math.sqrt(1 + t * t);
    double sine = cosine * t;
    rotate(a, p, q, cosine, sine);
    rotate(v, p, q, cosine, sine);
    return true;
  }

  private void rotate(double[] m, int p, int q, double cosine, double sine) {
    for (int i = 0; i < n; i++) {
      double x = m[p + i];
      double y = m[q + i];
      m[p + i] = cosine * x - sine * y;
      m[q + i] = sine * x + cosine * y;
    }
  }
}
