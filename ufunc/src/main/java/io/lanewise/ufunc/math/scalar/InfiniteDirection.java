package io.lanewise.ufunc.math.scalar;

/// The direction of a point with an infinite coordinate. Generated kernels call it.
public final class InfiniteDirection {
  private InfiniteDirection() {}

  /// C99's atan2(y, x): the axis of the infinite coordinate, or the diagonal where both are; NaN
  /// beside a NaN.
  public static double arctan2(double y, double x) {
    if (x != x || y != y) {
      return Double.NaN;
    }
    double angle;
    if (Double.isInfinite(x)) {
      boolean diagonal = Double.isInfinite(y);
      angle = x > 0 ? (diagonal ? Math.PI / 4 : 0) : diagonal ? 3 * Math.PI / 4 : Math.PI;
    } else {
      angle = Math.PI / 2;
    }
    return Math.copySign(angle, y);
  }
}
