package io.lanewise.optimize;

import java.util.Arrays;

/// A box `lower <= x <= upper`, component by component; infinite where there is no bound.
///
/// Arrays are copied in and out.
///
/// @param lower the lower bounds
/// @param upper the upper bounds, each above its lower bound
public record Bounds(double[] lower, double[] upper) {
  /// How far inside a start on a bound is put, relative to the bound's size.
  private static final double START_MARGIN = 1e-10;

  /// A start nearer to a bound than this cannot move: the reflective scaling is the square root of
  /// the distance.
  private static final double TOO_NEAR = 1e-14;

  /// Checks and copies the bounds.
  ///
  /// @throws IllegalArgumentException when the lengths differ, a bound is NaN, or a lower bound is
  ///   not strictly below its upper
  public Bounds {
    if (lower.length != upper.length) {
      throw new IllegalArgumentException(
          "The lower and upper bounds must have the same length, got shapes ("
              + lower.length
              + ",) and ("
              + upper.length
              + ",).");
    }
    for (int j = 0; j < lower.length; j++) {
      if (!(lower[j] < upper[j])) {
        throw new IllegalArgumentException(
            "Each lower bound must be strictly less than each upper bound: bounds["
                + j
                + "] is ["
                + lower[j]
                + ", "
                + upper[j]
                + "].");
      }
    }
    lower = lower.clone();
    upper = upper.clone();
  }

  /// No bounds on `n` parameters.
  public static Bounds none(int n) {
    double[] lower = new double[n];
    double[] upper = new double[n];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    return new Bounds(lower, upper);
  }

  /// The same bounds on each of `n` parameters.
  public static Bounds all(int n, double lower, double upper) {
    double[] low = new double[n];
    double[] high = new double[n];
    Arrays.fill(low, lower);
    Arrays.fill(high, upper);
    return new Bounds(low, high);
  }

  @Override
  public double[] lower() {
    return lower.clone();
  }

  @Override
  public double[] upper() {
    return upper.clone();
  }

  /// The number of parameters.
  public int size() {
    return lower.length;
  }

  /// Whether a point lies in the box; its faces belong to it.
  public boolean contains(double[] x) {
    for (int j = 0; j < lower.length; j++) {
      if (!(x[j] >= lower[j] && x[j] <= upper[j])) {
        return false;
      }
    }
    return true;
  }

  double lower(int j) {
    return lower[j];
  }

  double upper(int j) {
    return upper[j];
  }

  /// SciPy's start where none is given: 1 without bounds, the midpoint between two, 1 from a single
  /// one.
  double[] defaultStart() {
    double[] x = new double[lower.length];
    for (int j = 0; j < x.length; j++) {
      boolean below = Double.isFinite(lower[j]);
      boolean above = Double.isFinite(upper[j]);
      x[j] =
          below && above
              ? lower[j] + 0.5 * (upper[j] - lower[j])
              : below ? lower[j] + 1 : above ? upper[j] - 1 : 1;
    }
    return x;
  }

  /// Moves a start that sits on a bound inside. A component that is inside already stays where it
  /// is, however near, unless rounding makes it part of the bound: the answer may be there.
  void pullInside(double[] x) {
    for (int j = 0; j < x.length; j++) {
      double lo = lower[j];
      double hi = upper[j];
      if (Double.isFinite(lo) && x[j] - lo <= Math.max(START_MARGIN * Math.abs(lo), TOO_NEAR)) {
        x[j] = lo + START_MARGIN * Math.max(1, Math.abs(lo));
      } else if (Double.isFinite(hi)
          && hi - x[j] <= Math.max(START_MARGIN * Math.abs(hi), TOO_NEAR)) {
        x[j] = hi - START_MARGIN * Math.max(1, Math.abs(hi));
      }
      if (!(x[j] > lo && x[j] < hi)) {
        x[j] = lo + 0.5 * (hi - lo);
      }
    }
  }

  /// Moves what is on or over a bound to the next number inside.
  void nudgeInside(double[] x) {
    for (int j = 0; j < x.length; j++) {
      if (x[j] <= lower[j]) {
        x[j] = Math.nextUp(lower[j]);
      } else if (x[j] >= upper[j]) {
        x[j] = Math.nextDown(upper[j]);
      }
      if (!(x[j] >= lower[j] && x[j] <= upper[j])) {
        x[j] = lower[j] + 0.5 * (upper[j] - lower[j]);
      }
    }
  }

  /// How far along `s` from `x` the first bound is, in lengths of `s`; infinite when there is none.
  double stepTo(double[] x, double[] s) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < x.length; j++) {
      nearest = Math.min(nearest, stepTo(x, s, j));
    }
    return nearest;
  }

  /// How far along `s` from `x` the bound of component j is.
  double stepTo(double[] x, double[] s, int j) {
    if (s[j] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return ((s[j] > 0 ? upper[j] : lower[j]) - x[j]) / s[j];
  }

  /// -1 at a lower bound, 1 at an upper bound, else 0; at means within `rtol * max(1, |bound|)`,
  /// and the nearer of the two.
  int[] active(double[] x, double rtol) {
    int[] mask = new int[x.length];
    for (int j = 0; j < x.length; j++) {
      double below = x[j] - lower[j];
      double above = upper[j] - x[j];
      if (Double.isFinite(lower[j])
          && below <= Math.min(above, rtol * Math.max(1, Math.abs(lower[j])))) {
        mask[j] = -1;
      } else if (Double.isFinite(upper[j])
          && above <= Math.min(below, rtol * Math.max(1, Math.abs(upper[j])))) {
        mask[j] = 1;
      }
    }
    return mask;
  }
}
