package io.lanewise.optimize;

import java.util.Arrays;

/// The outcome of a curve fit. Arrays are copied out.
///
/// @param parameters the best parameters (SciPy's `popt`)
/// @param covariance their covariance (`pcov`): \((J^TJ)^{-1}\), times \(2F/(m-n)\) unless the
///   standard deviations of the data are absolute; infinite where the data cannot say
/// @param solution everything else the solver knows
public record FitResult(double[] parameters, double[][] covariance, LeastSquaresResult solution) {

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[][] covariance() {
    double[][] copy = new double[covariance.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = covariance[i].clone();
    }
    return copy;
  }

  /// The standard deviations of the parameters, the square roots of the covariance's diagonal.
  public double[] standardDeviations() {
    return LeastSquaresResult.standardDeviations(covariance);
  }

  /// Whether a convergence test was met. A fit that ran out of evaluations is none.
  public boolean success() {
    return solution.success();
  }

  /// Why the solver stopped.
  public Status status() {
    return solution.status();
  }

  /// The status in words.
  public String message() {
    return solution.message();
  }

  /// Half the weighted sum of squares, or of the losses.
  public double cost() {
    return solution.cost();
  }

  /// The residual standard deviation \(\sqrt{2F/(m-n)}\); NaN when there are no more points than
  /// parameters.
  public double residualStandardDeviation() {
    long freedom = solution.residuals() - parameters.length;
    return freedom > 0 ? Math.sqrt(2 * solution.cost() / freedom) : Double.NaN;
  }

  /// The scaled gradient at the parameters.
  public double optimality() {
    return solution.optimality();
  }

  /// -1 at a lower bound, 1 at an upper bound, else 0.
  public int[] activeMask() {
    return solution.activeMask();
  }

  /// Evaluations of the model over all points, without those for finite differences.
  public long nfev() {
    return solution.nfev();
  }

  /// Evaluations of the Jacobian.
  public long njev() {
    return solution.njev();
  }

  /// This result, if the fit succeeded.
  ///
  /// @throws IllegalStateException with SciPy's words when it did not
  public FitResult orThrow() {
    if (!success()) {
      throw new IllegalStateException("Optimal parameters not found: " + message());
    }
    return this;
  }

  @Override
  public String toString() {
    return "FitResult[parameters="
        + Arrays.toString(parameters)
        + ", standardDeviations="
        + Arrays.toString(standardDeviations())
        + ", cost="
        + cost()
        + ", nfev="
        + nfev()
        + ", status="
        + status()
        + "]";
  }
}
