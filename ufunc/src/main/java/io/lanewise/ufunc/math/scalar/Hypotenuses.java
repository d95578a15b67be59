package io.lanewise.ufunc.math.scalar;

/// The length of a vector of two components, for the absolute value of complex numbers.
public final class Hypotenuses {
  private Hypotenuses() {}

  /// sqrt(x^2 + y^2), at most 1 ULP off: fdlibm's, which its specification fixes. Infinite where
  /// either is, even beside a NaN.
  public static double hypot(double x, double y) {
    return StrictMath.hypot(x, y);
  }

  /// The same, correctly rounded: the squares are exact in float64.
  public static float hypot(float x, float y) {
    if (Float.isInfinite(x) || Float.isInfinite(y)) {
      return Float.POSITIVE_INFINITY;
    }
    return (float) Math.sqrt((double) x * x + (double) y * y);
  }
}
