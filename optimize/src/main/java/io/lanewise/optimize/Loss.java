package io.lanewise.optimize;

/// What a squared residual costs: the minimised function is \(F(x) = \frac12 \sum_i C^2
/// \rho((f_i/C)^2)\) with the loss scale C.
///
/// Every loss but [#LINEAR] grows more slowly than the square beyond C, which takes the weight from
/// outliers.
///
/// A trust-region step sees the loss through row weights (Triggs, McLauchlan, Hartley & Fitzgibbon,
/// *Bundle Adjustment - A Modern Synthesis*, 2000): with \(w = \rho' + 2 \rho'' f^2/C^2\), floored
/// at machine epsilon, the rows become \(\sqrt w\, J_i\) and \(f_i \rho'/\sqrt w\). Then \(J^T f\)
/// is the true gradient and \(J^T J\) a positive semidefinite Hessian model.
public enum Loss {
  /// \(\rho(z) = z\): ordinary least squares.
  LINEAR,

  /// \(\rho(z) = z\) up to 1, then \(2\sqrt z - 1\).
  HUBER,

  /// \(\rho(z) = 2(\sqrt{1+z} - 1)\), a smooth Huber.
  SOFT_L1,

  /// \(\rho(z) = \ln(1+z)\).
  CAUCHY,

  /// \(\rho(z) = \arctan z\): no residual costs more than \(C^2\pi/4\).
  ARCTAN;

  private static final double EPS = Math.ulp(1.0);

  /// The loss rho(z).
  public double value(double z) {
    return switch (this) {
      case LINEAR -> z;
      case HUBER -> z <= 1 ? z : 2 * Math.sqrt(z) - 1;
      case SOFT_L1 -> 2 * (Math.sqrt(1 + z) - 1);
      case CAUCHY -> StrictMath.log1p(z);
      case ARCTAN -> StrictMath.atan(z);
    };
  }

  /// The first derivative of the loss.
  public double derivative(double z) {
    return switch (this) {
      case LINEAR -> 1;
      case HUBER -> z <= 1 ? 1 : 1 / Math.sqrt(z);
      case SOFT_L1 -> 1 / Math.sqrt(1 + z);
      case CAUCHY -> 1 / (1 + z);
      case ARCTAN -> 1 / (1 + z * z);
    };
  }

  /// The second derivative of the loss.
  public double secondDerivative(double z) {
    return switch (this) {
      case LINEAR -> 0;
      case HUBER -> z <= 1 ? 0 : -0.5 / (z * Math.sqrt(z));
      case SOFT_L1 -> -0.5 / ((1 + z) * Math.sqrt(1 + z));
      case CAUCHY -> -1 / ((1 + z) * (1 + z));
      case ARCTAN -> -2 * z / ((1 + z * z) * (1 + z * z));
    };
  }

  /// The sum of `C^2 rho((f/C)^2)` over `count` residuals from `block[offset]` on.
  double sum(double[] block, int offset, int count, double scale) {
    if (this == LINEAR) {
      return Sums.squares(block, offset, count);
    }
    double total = 0;
    for (int i = offset; i < offset + count; i++) {
      double u = block[i] / scale;
      total += value(u * u);
    }
    return total * scale * scale;
  }

  /// Weighs the rows of a column-major block: `columns` Jacobian columns of length `stride`, then
  /// the residuals.
  void weigh(double[] block, int stride, int columns, int count, double scale) {
    if (this == LINEAR) {
      return;
    }
    int residuals = columns * stride;
    for (int i = 0; i < count; i++) {
      double u = block[residuals + i] / scale;
      double z = u * u;
      double first = derivative(z);
      double weight = Math.sqrt(Math.max(first + 2 * secondDerivative(z) * z, EPS));
      block[residuals + i] *= first / weight;
      for (int j = 0; j < columns; j++) {
        block[j * stride + i] *= weight;
      }
    }
  }
}
