package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexRoot;

/// The square roots of numbers with an infinite or NaN part, which [ComplexRoot] leaves out, by C99
/// annex G.6.4.2. Generated kernels call it.
public final class UnusualComplexRoot {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private UnusualComplexRoot() {}

  /// The real part of sqrt(x + iy).
  public static double sqrtReal(double x, double y) {
    if (Math.abs(y) == INFINITY || x == INFINITY) {
      return INFINITY;
    }
    return x == Double.NEGATIVE_INFINITY && y == y ? 0 : Double.NaN;
  }

  /// The imaginary part of sqrt(x + iy).
  public static double sqrtImag(double x, double y) {
    if (Math.abs(y) == INFINITY) {
      return y;
    }
    if (x == Double.NEGATIVE_INFINITY) {
      return Math.copySign(INFINITY, y);
    }
    return x == INFINITY ? y * 0 : Double.NaN;
  }
}
