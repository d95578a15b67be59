package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.Logarithm;

/// The logarithms of the arguments that [Logarithm] leaves out: subnormal numbers and infinity.
/// Generated kernels call it.
///
/// The mathematics is that of [Logarithm], on the argument times 2^54. Error bound: 0.51 ULP (the
/// logarithm is about -720, and its parts are exact to 2^-53).
public final class UnusualLogarithm {
  private UnusualLogarithm() {}

  /// log(x) of a subnormal number or infinity.
  public static double log(double x) {
    return x == Double.POSITIVE_INFINITY
        ? x
        : scaled(x * 0x1p54, -54, Logarithm.LN2, Logarithm.LN2_LOW, 1);
  }

  /// log(x) of a subnormal number or infinity.
  public static float log(float x) {
    return x == Float.POSITIVE_INFINITY
        ? x
        : (float) scaled(x, 0, Logarithm.LN2, Logarithm.LN2_LOW, 1);
  }

  /// log2(x) of a subnormal number or infinity.
  public static double log2(double x) {
    return x == Double.POSITIVE_INFINITY ? x : scaled(x * 0x1p54, -54, 1, 0, Logarithm.LOG2_E);
  }

  /// log2(x) of a subnormal number or infinity.
  public static float log2(float x) {
    return x == Float.POSITIVE_INFINITY ? x : (float) scaled(x, 0, 1, 0, Logarithm.LOG2_E);
  }

  /// log10(x) of a subnormal number or infinity.
  public static double log10(double x) {
    return x == Double.POSITIVE_INFINITY
        ? x
        : scaled(x * 0x1p54, -54, Logarithm.LOG10_2, Logarithm.LOG10_2_LOW, Logarithm.LOG10_E);
  }

  /// log10(x) of a subnormal number or infinity.
  public static float log10(float x) {
    return x == Float.POSITIVE_INFINITY
        ? x
        : (float) scaled(x, 0, Logarithm.LOG10_2, Logarithm.LOG10_2_LOW, Logarithm.LOG10_E);
  }

  /// log(2^k x) for a normal x, to the base in which log(2) is two + low and log(e) is e; the sum
  /// is far from 0.
  private static double scaled(double x, int k, double two, double low, double e) {
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
    return Math.fma(exponent, two, Math.fma(exponent, low, log * e));
  }
}
