package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexExponential;
import io.lanewise.ufunc.math.Logarithm;

/// The exponential functions of the complex numbers that [ComplexExponential] leaves out: large,
/// infinite and NaN parts. Generated kernels call it.
///
/// The power is taken apart as 2^k p, and 2^k comes last, so that a product is right where the
/// power alone is beyond the format. Error bound: 3 ULP. Special values: C99 annex G.6.3.1, and the
/// Python array API standard for expm1.
public final class UnusualComplexExponential {
  /// Beyond, every product with a sine or cosine is beyond the format, or 0.
  private static final double ENOUGH = 2200;

  private UnusualComplexExponential() {}

  /// The real part of exp(x + iy).
  public static double expReal(double x, double y) {
    return exp(x, y, false, false);
  }

  /// The imaginary part of exp(x + iy).
  public static double expImag(double x, double y) {
    return exp(x, y, true, false);
  }

  /// The real part of 2^(x + iy).
  public static double exp2Real(double x, double y) {
    return exp(x, y, false, true);
  }

  /// The imaginary part of 2^(x + iy).
  public static double exp2Imag(double x, double y) {
    return exp(x, y, true, true);
  }

  /// The real part of exp(x + iy) - 1.
  public static double expm1Real(double x, double y) {
    if (!(Math.abs(x) <= 60 && Math.abs(y) <= Double.MAX_VALUE)) {
      return expReal(x, y) - 1;
    }
    double half = StrictMath.sin(0.5 * y);
    return StrictMath.expm1(x) * StrictMath.cos(y) - 2 * half * half;
  }

  /// The imaginary part of exp(x + iy) - 1.
  public static double expm1Imag(double x, double y) {
    return expImag(x, y);
  }

  private static double exp(double x, double y, boolean imag, boolean binary) {
    if (!(Math.abs(y) <= Double.MAX_VALUE)) {
      if (x == Double.NEGATIVE_INFINITY) {
        return 0;
      }
      return x == Double.POSITIVE_INFINITY && !imag ? x : Double.NaN;
    }
    if (y == 0 && imag) {
      return y;
    }
    if (binary && imag && Math.abs(y) < 0x1p-400) {
      // raised, because the product with ln 2 may be below the normal range
      return x != x ? x : scaled(x, y * 0x1p300 * Logarithm.LN2, true, -300);
    }
    double factor = y == 0 ? 1 : binary ? binaryTurn(y, imag) : turn(y, imag);
    return x != x ? x : scaled(x, factor, binary, 0);
  }

  private static double turn(double y, boolean imag) {
    return imag ? StrictMath.sin(y) : StrictMath.cos(y);
  }

  /// The sine or cosine of y ln 2.
  private static double binaryTurn(double y, boolean imag) {
    double angle = y * Logarithm.LN2;
    double low = Math.fma(y, Logarithm.LN2, -angle) + y * Logarithm.LN2_LOW;
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double lowSine = StrictMath.sin(low);
    double lowCosine = StrictMath.cos(low);
    return imag ? sine * lowCosine + cosine * lowSine : cosine * lowCosine - sine * lowSine;
  }

  /// e^x or 2^x times a factor of at most 1, and times 2^more.
  static double scaled(double x, double factor, boolean binary, int more) {
    double size = Math.max(-ENOUGH, Math.min(ENOUGH, x));
    double k = Math.rint(binary ? size : size * Logarithm.LOG2_E);
    double r = binary ? (size - k) * Logarithm.LN2 : Math.fma(k, -Logarithm.LN2, size);
    double low = binary ? 0 : k * -Logarithm.LN2_LOW;
    double power = StrictMath.exp(r);
    power += power * low;
    if (Math.abs(x) == Double.POSITIVE_INFINITY) {
      // the direction alone counts
      return Math.copySign(x > 0 ? x : 0, factor);
    }
    int exponent = (int) k + more;
    if (Math.abs(factor) < 0x1p-500) {
      // a power far beyond the format may still have a product within it
      factor *= 0x1p600;
      exponent -= 600;
    }
    int half = exponent / 2;
    // in this order a factor below the normal range keeps its digits
    return power * Math.scalb(1.0, half) * factor * Math.scalb(1.0, exponent - half);
  }
}
