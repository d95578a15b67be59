package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexLogarithm;
import io.lanewise.ufunc.math.Logarithm;

/// The logarithms of the sizes that [ComplexLogarithm] leaves out: very large, very small, infinite
/// and NaN. Generated kernels call it.
///
/// The size is scaled by a power of two, so that it is near 1 and the logarithm of the power
/// prevails. Error bound: 1 ULP. An infinite part makes it infinite, even beside a NaN.
public final class UnusualComplexLogarithm {
  private UnusualComplexLogarithm() {}

  /// log |x + iy|.
  public static double logReal(double x, double y) {
    return size(x, y, Logarithm.LN2, 1);
  }

  /// log |x + iy| to base 2.
  public static double log2Real(double x, double y) {
    return size(x, y, 1, Logarithm.LOG2_E);
  }

  /// log |x + iy| to base 10.
  public static double log10Real(double x, double y) {
    return size(x, y, Logarithm.LOG10_2, Logarithm.LOG10_E);
  }

  /// The logarithm to the base in which log(2) is `two` and log(e) is `e`.
  private static double size(double x, double y, double two, double e) {
    double larger = Math.max(Math.abs(x), Math.abs(y));
    if (Math.abs(x) == Double.POSITIVE_INFINITY || Math.abs(y) == Double.POSITIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    if (larger == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (larger != larger) {
      return larger;
    }
    int exponent = exponent(larger);
    return Math.fma(exponent, two, fraction(x, y, exponent) * e);
  }

  /// What `size`, which is log |x + iy| rounded, lacks.
  static double lost(double x, double y, double size) {
    int exponent = exponent(Math.max(Math.abs(x), Math.abs(y)));
    double rest = Math.fma(exponent, Logarithm.LN2, -size) + fraction(x, y, exponent);
    return Math.fma(exponent, Logarithm.LN2_LOW, rest);
  }

  private static double fraction(double x, double y, int exponent) {
    double a = Math.scalb(x, -exponent);
    double b = Math.scalb(y, -exponent);
    return StrictMath.log(Math.sqrt(Math.fma(a, a, b * b)));
  }

  /// The exponent of a positive number, subnormal ones included.
  static int exponent(double x) {
    return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
  }
}
