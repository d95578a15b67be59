package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexInverse;
import io.lanewise.ufunc.math.Logarithm;

/// The inverse functions of the complex numbers that [ComplexInverse] leaves out: those beyond
/// 2^500, those nearer than 2^-400 to a branch point, infinite and NaN ones. Generated kernels call
/// it.
///
/// There the functions are log(2 z), sqrt(2 (1 - z)), 1 / z and log((1 - z) / 2) and their like, to
/// all digits. Error bound: 2 ULP of each part. Special values: C99 annex G.6.1.1 and G.6.2.1 to
/// G.6.2.3; a sign that it leaves open is that of the argument's part.
public final class UnusualComplexInverse {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private UnusualComplexInverse() {}

  /// The real part of arcsinh(x + iy).
  public static double arcsinhReal(double x, double y) {
    if (x != x || y != y) {
      return isInfinite(x) || isInfinite(y) ? Math.copySign(INFINITY, x) : Double.NaN;
    }
    return Math.copySign(growth(Math.abs(y), Math.abs(x)), x);
  }

  /// The imaginary part of arcsinh(x + iy).
  public static double arcsinhImag(double x, double y) {
    if (x != x || y != y) {
      return x != x && y == 0 ? y : Double.NaN;
    }
    double angle = isLarge(x, y) ? direction(Math.abs(y), Math.abs(x)) : Math.PI / 2;
    return Math.copySign(angle, y);
  }

  /// The real part of arccos(x + iy).
  public static double arccosReal(double x, double y) {
    if (x != x || y != y) {
      return x == 0 ? Math.PI / 2 : Double.NaN;
    }
    if (isLarge(x, y)) {
      return direction(Math.abs(y), x);
    }
    return x < 0 ? Math.PI : Math.sqrt(Math.abs(y));
  }

  /// The imaginary part of arccos(x + iy).
  public static double arccosImag(double x, double y) {
    if (x != x || y != y) {
      return isInfinite(x) || isInfinite(y) ? Math.copySign(INFINITY, -y) : Double.NaN;
    }
    return Math.copySign(growth(Math.abs(x), Math.abs(y)), -y);
  }

  /// The real part of arccosh(x + iy).
  public static double arccoshReal(double x, double y) {
    return Math.abs(arccosImag(x, y));
  }

  /// The imaginary part of arccosh(x + iy).
  public static double arccoshImag(double x, double y) {
    return Math.copySign(arccosReal(x, y), y);
  }

  /// The real part of arctanh(x + iy).
  public static double arctanhReal(double x, double y) {
    if (isInfinite(x) || isInfinite(y)) {
      return Math.copySign(0, x);
    }
    if (x != x || y != y) {
      return x == 0 ? x : Double.NaN;
    }
    if (!isLarge(x, y)) {
      // y may be 0
      double log = UnusualComplexLogarithm.logReal(0, y);
      return Math.copySign(0.5 * (Logarithm.LN2 - log), x);
    }
    // the real part of 1 / z
    int exponent = Math.getExponent(Math.max(Math.abs(x), Math.abs(y)));
    double a = Math.scalb(x, -exponent);
    double b = Math.scalb(y, -exponent);
    return Math.scalb(a / Math.fma(a, a, b * b), -exponent);
  }

  /// The imaginary part of arctanh(x + iy).
  public static double arctanhImag(double x, double y) {
    if (isInfinite(x) || isInfinite(y)) {
      return y == y ? Math.copySign(Math.PI / 2, y) : y;
    }
    if (x != x || y != y) {
      return Double.NaN;
    }
    if (isLarge(x, y)) {
      return Math.copySign(Math.PI / 2, y);
    }
    return y == 0 ? y : Math.copySign(Math.PI / 4, y);
  }

  /// arcsinh(|Im(conj(sqrt(1 - z)) sqrt(1 + z))|) of z = x + iy in the first quadrant.
  private static double growth(double x, double y) {
    if (isLarge(x, y)) {
      return UnusualComplexLogarithm.logReal(x, y) + Logarithm.LN2;
    }
    return Math.sqrt(y);
  }

  /// The angle of the point (x, y), y not negative.
  private static double direction(double y, double x) {
    return isInfinite(x) || isInfinite(y)
        ? InfiniteDirection.arctan2(y, x)
        : StrictMath.atan2(y, x);
  }

  private static boolean isLarge(double x, double y) {
    return Math.max(Math.abs(x), Math.abs(y)) > 2;
  }

  private static boolean isInfinite(double x) {
    return Math.abs(x) == INFINITY;
  }
}
