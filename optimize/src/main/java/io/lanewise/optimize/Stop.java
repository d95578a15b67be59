package io.lanewise.optimize;

/// When a solver stops.
///
/// @param ftol relative reduction of the cost: stop when a step that the model predicted well
///   reduces it by less than `ftol * cost`
/// @param xtol relative length of a step, measured in the scaled variables
/// @param gtol the largest component of the gradient, scaled by the distance to a bound where it
///   points at one; a gradient that is small only because the data are in small units does not
///   count (see [TrustRegionReflective])
/// @param maxEvaluations the largest number of residual evaluations, not counting those for finite
///   differences; 0 means 100 per parameter
public record Stop(double ftol, double xtol, double gtol, long maxEvaluations) {
  /// SciPy's defaults: every tolerance 1e-8, 100 evaluations per parameter.
  public static final Stop DEFAULT = new Stop(1e-8, 1e-8, 1e-8, 0);

  private static final double EPS = Math.ulp(1.0);

  /// Checks the tolerances as SciPy does; 0 switches a test off.
  ///
  /// @throws IllegalArgumentException when all tolerances are below machine epsilon, one is
  ///   negative or NaN, or the number of evaluations is negative
  public Stop {
    requireTolerance("ftol", ftol);
    requireTolerance("xtol", xtol);
    requireTolerance("gtol", gtol);
    if (ftol < EPS && xtol < EPS && gtol < EPS) {
      throw new IllegalArgumentException(
          "At least one of the tolerances must be higher than machine epsilon (2.22e-16), got ftol="
              + ftol
              + ", xtol="
              + xtol
              + ", gtol="
              + gtol
              + ".");
    }
    if (maxEvaluations < 0) {
      throw new IllegalArgumentException(
          "`max_nfev` must be positive, or 0 for the default, got " + maxEvaluations + ".");
    }
  }

  private static void requireTolerance(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("`" + name + "` must not be negative, got " + value + ".");
    }
  }

  long evaluationsFor(int parameters) {
    return maxEvaluations == 0 ? 100L * parameters : maxEvaluations;
  }
}
