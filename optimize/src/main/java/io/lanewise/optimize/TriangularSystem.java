package io.lanewise.optimize;

import io.lanewise.linalg.JacobiSvd;
import java.util.Arrays;

/// A linearised system known through the triangle R and the vector \(z = Q^T f\) of a QR
/// decomposition of \([J\; f]\).
///
/// Since \(J = QR\) with orthonormal columns of Q, every inner product and every damped solution of
/// J is one of R: a step costs \(O(n^3)\), whatever the number of residuals. In scaled variables
/// with curvature C the matrix is \(\hat A = (R D;\, C^{1/2})\); plane rotations make it a triangle
/// T with the right side t, and the singular value decomposition \(T = U\Sigma V^T\) serves every
/// damping: \[ \hat p(\alpha) = -V \frac{q}{\Sigma^2 + \alpha}, \qquad q = \Sigma U^T t. \] Moré,
/// *The Levenberg-Marquardt algorithm: implementation and theory*, LNM 630, 1978; Branch, Coleman &
/// Li, SIAM J. Sci. Comput. 21(1), 1999, section 3 for the curvature rows.
final class TriangularSystem implements LinearisedSystem {
  private static final double EPS = Math.ulp(1.0);

  /// The rounding of a triangle built block by block grows with the rows of a block, not with all
  /// rows.
  private static final long BLOCK_ROWS = 4_096;

  private final int n;
  private final double[] triangle;
  private final double[] a;
  private final double[] v;
  private final double[] s;
  private final double[] t;
  private final double[] row;
  private final double[] q;
  private final double[] left;
  private double cut;
  private boolean fullRank;

  TriangularSystem(int n) {
    this.n = n;
    this.triangle = new double[Math.multiplyExact(n + 1, n + 1)];
    this.a = new double[n * n];
    this.v = new double[n * n];
    this.s = new double[n];
    this.t = new double[n];
    this.row = new double[n];
    this.q = new double[n];
    this.left = new double[n];
  }

  /// Takes over the triangle of \([J\; f]\), column-major, n + 1 columns.
  ///
  /// @return whether it is finite
  boolean load(double[] factor) {
    System.arraycopy(factor, 0, triangle, 0, triangle.length);
    for (double element : triangle) {
      if (!Double.isFinite(element)) {
        return false;
      }
    }
    return true;
  }

  private double r(int i, int j) {
    return triangle[j * (n + 1) + i];
  }

  @Override
  public int parameters() {
    return n;
  }

  @Override
  public void gradient(double[] out) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i <= j; i++) {
        sum += r(i, j) * r(i, n);
      }
      out[j] = sum;
    }
  }

  @Override
  public void columnNorms(double[] out) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i <= j; i++) {
        sum += r(i, j) * r(i, j);
      }
      out[j] = Math.sqrt(sum);
    }
  }

  @Override
  public double product(double[] v, double[] w) {
    double total = 0;
    for (int i = 0; i < n; i++) {
      double x = 0;
      double y = 0;
      for (int j = i; j < n; j++) {
        x += r(i, j) * v[j];
        y += r(i, j) * w[j];
      }
      total += x * y;
    }
    return total;
  }

  @Override
  public void scale(double[] d, double[] c) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        a[j * n + i] = i <= j ? r(i, j) * d[j] : 0;
      }
      t[j] = r(j, n);
    }
    for (int j = 0; j < n; j++) {
      if (c[j] > 0) {
        addRow(j, Math.sqrt(c[j]));
      }
    }
    JacobiSvd.decompose(a, n, n, s, v);
    JacobiSvd.project(a, n, n, t, q);
    for (int j = 0; j < n; j++) {
      q[j] *= s[j];
    }
    cut = EPS * n * s[0];
    fullRank = s[n - 1] > cut;
  }

  /// Rotates the row with the single entry `value` in column `first`, and right side 0, into the
  /// triangle.
  private void addRow(int first, double value) {
    Arrays.fill(row, 0);
    row[first] = value;
    double side = 0;
    for (int j = first; j < n; j++) {
      if (row[j] == 0) {
        continue;
      }
      double diagonal = a[j * n + j];
      double length = Math.hypot(diagonal, row[j]);
      double cosine = diagonal / length;
      double sine = row[j] / length;
      for (int k = j; k < n; k++) {
        double x = a[k * n + j];
        a[k * n + j] = cosine * x + sine * row[k];
        row[k] = cosine * row[k] - sine * x;
      }
      double x = t[j];
      t[j] = cosine * x + sine * side;
      side = cosine * side - sine * x;
    }
  }

  @Override
  public boolean fullRank() {
    return fullRank;
  }

  @Override
  public double solve(double damping, double[] p) {
    double slope = 0;
    for (int j = 0; j < n; j++) {
      double denominator = s[j] * s[j] + damping;
      boolean lost = q[j] == 0 || damping == 0 && s[j] <= cut;
      double u = lost ? 0 : q[j] / denominator;
      left[j] = u;
      slope += lost ? 0 : u * u / denominator;
    }
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += v[j * n + i] * left[j];
      }
      p[i] = -sum;
    }
    return slope;
  }

  @Override
  public int inverse(double[] out, long rows) {
    double[] scale = new double[n];
    columnNorms(scale);
    for (int j = 0; j < n; j++) {
      scale[j] = scale[j] == 0 ? 1 : 1 / scale[j];
      for (int i = 0; i < n; i++) {
        a[j * n + i] = i <= j ? r(i, j) * scale[j] : 0;
      }
    }
    JacobiSvd.decompose(a, n, n, s, v);
    double negligible = EPS * Math.clamp(rows, n, Math.max(n, BLOCK_ROWS)) * s[0];
    int rank = 0;
    Arrays.fill(out, 0);
    for (int k = 0; k < n; k++) {
      if (!(s[k] > negligible)) {
        continue;
      }
      rank++;
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          double left = v[k * n + i] * scale[i] / s[k];
          double right = v[k * n + j] * scale[j] / s[k];
          out[j * n + i] += left * right;
        }
      }
    }
    return rank;
  }
}
