package io.lanewise.ndarray.kernel;

/// Rounding towards 0, which `Math` does not have.
public final class Truncation {
  private Truncation() {}

  /// The whole number next to `x` towards 0, with the sign of `x`. C2 makes vectors of a loop of
  /// these calls; of one with `copySign` it does not.
  public static double trunc(double x) {
    return Math.signum(x) * Math.floor(Math.abs(x));
  }
}
