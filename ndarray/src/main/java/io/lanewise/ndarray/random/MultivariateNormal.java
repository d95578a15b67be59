package io.lanewise.ndarray.random;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.function.DoubleSupplier;

/// Normal vectors x = mean + A z, with z standard normal and A A^T = cov.
///
/// Factors are found here and not in a linear algebra module, which depends on this one: Cholesky's
/// by rows; the others by Jacobi's method (C. G. J. Jacobi 1846; G. H. Golub and C. F. Van Loan,
/// *Matrix Computations*, 8.5), cyclic sweeps of rotations, which is exact for diagonal matrices.
/// The sign of an eigenvector, which no rule settles and NumPy leaves to LAPACK, is that of its
/// component of largest magnitude, the first of several: positive.
final class MultivariateNormal {
  /// NumPy's `tol`: what an eigenvalue may be below zero, and entries may differ across the
  /// diagonal.
  private static final double TOLERANCE = 1e-8;

  /// Sweeps double the number of right digits from some point on; 64 dimensions take nine.
  private static final int MAX_SWEEPS = 60;

  private final double[] mean;

  /// The factor, by rows.
  private final double[] factor;

  private MultivariateNormal(double[] mean, double[] factor) {
    this.mean = mean;
    this.factor = factor;
  }

  static MultivariateNormal of(NDArray mean, NDArray cov, Factorization method) {
    if (mean.ndim() != 1) {
      throw new ShapeException(
          "mean must be 1 dimensional, not of shape " + Shapes.toString(mean.shape()));
    }
    if (cov.ndim() != 2 || cov.shape(0) != cov.shape(1)) {
      throw new ShapeException(
          "cov must be 2 dimensional and square, not of shape " + Shapes.toString(cov.shape()));
    }
    if (cov.shape(0) != mean.size()) {
      throw new ShapeException(
          "mean and cov must have same length: " + mean.size() + " and " + cov.shape(0));
    }
    double[] a = cov.toDoubleArray();
    int k = (int) mean.size();
    for (double value : a) {
      Parameters.require(Double.isFinite(value), "Array must not contain infs or NaNs: ", value);
    }
    requireSymmetric(a, k);
    double[] factor =
        method == Factorization.CHOLESKY
            ? cholesky(a, k)
            : spectral(a, k, method == Factorization.SVD);
    return new MultivariateNormal(mean.toDoubleArray(), factor);
  }

  private static void requireSymmetric(double[] a, int k) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double x = a[i * k + j];
        double y = a[j * k + i];
        require(Math.abs(x - y) <= TOLERANCE + TOLERANCE * Math.abs(y));
      }
    }
  }

  private static void require(boolean condition) {
    Parameters.require(condition, "covariance is not symmetric positive-semidefinite.");
  }

  private static double[] cholesky(double[] a, int k) {
    double[] l = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * k + j];
        for (int m = 0; m < j; m++) {
          sum -= l[i * k + m] * l[j * k + m];
        }
        if (i == j) {
          Parameters.require(sum > 0, "Matrix is not positive definite: the covariance");
          l[i * k + i] = Math.sqrt(sum);
        } else {
          l[i * k + j] = sum / l[j * k + j];
        }
      }
    }
    return l;
  }

  /// Eigenvectors times the roots of their eigenvalues, in the order of these.
  private static double[] spectral(double[] a, int k, boolean falling) {
    double[] v = new double[k * k];
    for (int i = 0; i < k; i++) {
      v[i * k + i] = 1;
    }
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
      rotated = sweep(a, v, k);
    }
    double[] factor = new double[k * k];
    boolean[] taken = new boolean[k];
    double largest = 0;
    for (int i = 0; i < k; i++) {
      largest = Math.max(largest, Math.abs(a[i * k + i]));
    }
    for (int to = 0; to < k; to++) {
      int from = next(a, k, taken, falling);
      taken[from] = true;
      double value = a[from * k + from];
      require(value >= -TOLERANCE * Math.max(1, largest));
      double scale = signOf(v, k, from) * Math.sqrt(Math.abs(value));
      for (int i = 0; i < k; i++) {
        factor[i * k + to] = v[i * k + from] * scale;
      }
    }
    return factor;
  }

  /// The first of the largest or smallest eigenvalues that are left.
  private static int next(double[] a, int k, boolean[] taken, boolean falling) {
    int best = -1;
    for (int i = 0; i < k; i++) {
      boolean better =
          best < 0
              || (falling
                  ? Math.abs(a[i * k + i]) > Math.abs(a[best * k + best])
                  : a[i * k + i] < a[best * k + best]);
      if (!taken[i] && better) {
        best = i;
      }
    }
    return best;
  }

  private static double signOf(double[] v, int k, int column) {
    double largest = 0;
    for (int i = 0; i < k; i++) {
      double component = v[i * k + column];
      if (Math.abs(component) > Math.abs(largest)) {
        largest = component;
      }
    }
    return Math.signum(largest);
  }

  /// Rotates each pair of axes so that its entry of the symmetric matrix vanishes; whether any was
  /// large enough to count beside its diagonal.
  private static boolean sweep(double[] a, double[] v, int k) {
    boolean rotated = false;
    for (int p = 0; p < k; p++) {
      for (int q = p + 1; q < k; q++) {
        double off = a[p * k + q];
        double x = a[p * k + p];
        double y = a[q * k + q];
        if (Math.abs(off) <= Math.ulp(Math.max(Math.abs(x), Math.abs(y))) / 2) {
          a[p * k + q] = 0;
          a[q * k + p] = 0;
          continue;
        }
        rotated = true;
        double theta = (y - x) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        rotate(a, k, p, q, c, t * c);
        a[p * k + p] = x - t * off;
        a[q * k + q] = y + t * off;
        a[p * k + q] = 0;
        a[q * k + p] = 0;
        for (int i = 0; i < k; i++) {
          double vp = v[i * k + p];
          double vq = v[i * k + q];
          v[i * k + p] = c * vp - t * c * vq;
          v[i * k + q] = t * c * vp + c * vq;
        }
      }
    }
    return rotated;
  }

  /// Rows and columns `p` and `q`, but for the entries where they cross.
  private static void rotate(double[] a, int k, int p, int q, double c, double s) {
    for (int i = 0; i < k; i++) {
      if (i != p && i != q) {
        double x = a[i * k + p];
        double y = a[i * k + q];
        a[i * k + p] = c * x - s * y;
        a[i * k + q] = s * x + c * y;
        a[p * k + i] = a[i * k + p];
        a[q * k + i] = a[i * k + q];
      }
    }
  }

  /// Vectors along the last axis of an array of shape size + (k,).
  NDArray draw(Deviates deviates, long... size) {
    int k = mean.length;
    return Fill.doubles(ContinuousDistributions.joined(size, k), new Components(deviates));
  }

  /// The components of one vector after another.
  private final class Components implements DoubleSupplier {
    private final Deviates deviates;
    private final double[] z = new double[mean.length];
    private int next = mean.length;

    Components(Deviates deviates) {
      this.deviates = deviates;
    }

    @Override
    public double getAsDouble() {
      int k = z.length;
      if (next == k) {
        for (int i = 0; i < k; i++) {
          z[i] = deviates.normal();
        }
        next = 0;
      }
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += factor[next * k + j] * z[j];
      }
      return mean[next++] + sum;
    }
  }
}
