package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.Logarithm;

/// The logarithm of the arguments that [Logarithm] leaves out: subnormal numbers and infinity.
/// Generated kernels call it.
///
/// The mathematics is that of [Logarithm], on the argument times 2^54. Error bound: 0.51 ULP (the
/// logarithm is about -720, and its parts are exact to 2^-53).
public final class UnusualLogarithm {
  private UnusualLogarithm() {}

  /// log(x) of a subnormal number or infinity.
  public static double log(double x) {
    return x == Double.POSITIVE_INFINITY ? x : scaled(x * 0x1p54, -54);
  }

  /// log(x) of a subnormal number or infinity.
  public static float log(float x) {
    return x == Float.POSITIVE_INFINITY ? x : (float) scaled(x, 0);
  }

  /// log(x) + k ln 2 for a normal x; the sum is far from 0.
  private static double scaled(double x, int k) {
    long offset = Double.doubleToRawLongBits(x) - Logarithm.ROOT_HALF;
    double exponent = k + (offset >> 52);
    double f = Double.longBitsToDouble((offset & 0x000FFFFFFFFFFFFFL) + Logarithm.ROOT_HALF) - 1;
    double s = f / (2 + f);
    double z = s * s;
    double r = Logarithm.R[Logarithm.R.length - 1];
    for (int i = Logarithm.R.length - 2; i >= 0; i--) {
      r = Math.fma(r, z, Logarithm.R[i]);
    }
    // log(1 + f) = 2 s + s z R(z), the table holding -R.
    double log = 2 * s - s * z * r;
    return Math.fma(exponent, Logarithm.LN2, Math.fma(exponent, Logarithm.LN2_LOW, log));
  }
}
