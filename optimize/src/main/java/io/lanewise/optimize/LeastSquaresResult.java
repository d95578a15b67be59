package io.lanewise.optimize;

import java.util.Arrays;

/// The outcome of a least-squares minimisation. Arrays are copied out.
///
/// @param x the parameters of the best point
/// @param cost \(F(x) = \frac12\sum_i\rho\), half the sum of squares for the linear loss
/// @param gradient \(J^Tf\) there
/// @param optimality the largest component of the gradient, scaled by the distance to a bound where
///   it points at one
/// @param activeMask -1 at a lower bound, 1 at an upper bound, else 0, within `xtol`
/// @param nfev residual evaluations, without those for finite differences
/// @param njev Jacobian evaluations
/// @param status why the solver stopped
/// @param residuals the number of residuals m
/// @param rank the numerical rank of the Jacobian with its columns scaled to length 1
/// @param inverse \((J^TJ)^{-1}\), infinite where the rank is less than the number of parameters
public record LeastSquaresResult(
    double[] x,
    double cost,
    double[] gradient,
    double optimality,
    int[] activeMask,
    long nfev,
    long njev,
    Status status,
    long residuals,
    int rank,
    double[][] inverse) {

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  @Override
  public int[] activeMask() {
    return activeMask.clone();
  }

  @Override
  public double[][] inverse() {
    double[][] copy = new double[inverse.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = inverse[i].clone();
    }
    return copy;
  }

  /// Whether a convergence test was met.
  public boolean success() {
    return status.success();
  }

  /// The status in words.
  public String message() {
    return status.message();
  }

  /// The covariance of the parameters when all residuals have the same unknown variance, estimated
  /// as \(2F/(m-n)\): that times \((J^TJ)^{-1}\). Infinite when there are no more residuals than
  /// parameters, or the Jacobian is rank deficient.
  public double[][] covariance() {
    return covariance(
        residuals > x.length ? 2 * cost / (residuals - x.length) : Double.POSITIVE_INFINITY);
  }

  /// The square roots of the diagonal of [#covariance()].
  public double[] standardDeviations() {
    return standardDeviations(covariance());
  }

  double[][] covariance(double variance) {
    double[][] c = inverse();
    for (double[] row : c) {
      for (int j = 0; j < row.length; j++) {
        row[j] =
            Double.isInfinite(variance) || Double.isInfinite(row[j])
                ? Double.POSITIVE_INFINITY
                : row[j] * variance;
      }
    }
    return c;
  }

  static double[] standardDeviations(double[][] covariance) {
    double[] deviations = new double[covariance.length];
    for (int j = 0; j < deviations.length; j++) {
      deviations[j] = Math.sqrt(covariance[j][j]);
    }
    return deviations;
  }

  @Override
  public String toString() {
    return "LeastSquaresResult[x="
        + Arrays.toString(x)
        + ", cost="
        + cost
        + ", optimality="
        + optimality
        + ", nfev="
        + nfev
        + ", njev="
        + njev
        + ", status="
        + status
        + "]";
  }
}
