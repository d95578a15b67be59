package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.Exponential;
import io.lanewise.ufunc.math.Hyperbolic;
import io.lanewise.ufunc.math.Logarithm;

/// The hyperbolic cosine of the large arguments that [Hyperbolic] leaves out; the sine is the same
/// there. Generated kernels call it.
///
/// exp(x) / 2, by the mathematics of [Exponential], with 2^k / 2 in two factors. Error bound: 0.53
/// ULP.
public final class LargeHyperbolic {
  /// Twice the largest number has a smaller logarithm.
  private static final double OVERFLOW = 711;

  private LargeHyperbolic() {}

  /// cosh(x) for x above 40.
  public static double cosh(double x) {
    if (!(x <= OVERFLOW)) {
      return x + Double.POSITIVE_INFINITY;
    }
    double k = Math.rint(x * Logarithm.LOG2_E);
    double first = Math.fma(k, -Logarithm.LN2, x);
    double low = k * -Logarithm.LN2_LOW;
    double r = first + low;
    double q = Exponential.TAIL[Exponential.TAIL.length - 1];
    for (int i = Exponential.TAIL.length - 2; i >= 0; i--) {
      q = Math.fma(q, r, Exponential.TAIL[i]);
    }
    double head = first + 1;
    double y = head + Math.fma(r * r, q, first - (head - 1) + low);
    return y * 0x1p512 * Math.scalb(1.0, (int) k - 513);
  }

  /// cosh(x) for x above 20.
  public static float cosh(float x) {
    return (float) cosh((double) x);
  }
}
