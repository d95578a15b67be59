package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexHyperbolic;

/// The hyperbolic functions of the complex numbers that [ComplexHyperbolic] leaves out: large,
/// infinite and NaN parts. Generated kernels call it.
///
/// Error bound: 4 ULP of each part. Special values: C99 annex G.6.2.4 to G.6.2.6, where a sign that
/// it leaves open is that of the argument's part.
public final class UnusualComplexHyperbolic {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// From here on sinh and cosh are half the exponential.
  private static final double SAME = 22;

  private UnusualComplexHyperbolic() {}

  /// The real part of sinh(x + iy).
  public static double sinhReal(double x, double y) {
    if (!isFinite(y)) {
      // 0 and infinity keep their places where the angle is lost
      return x == 0 || Math.abs(x) == INFINITY ? x : Double.NaN;
    }
    return Math.copySign(1, x) * product(x, StrictMath.cos(y), false);
  }

  /// The imaginary part of sinh(x + iy).
  public static double sinhImag(double x, double y) {
    if (y == 0) {
      return y;
    }
    return isFinite(y) ? product(x, StrictMath.sin(y), true) : Double.NaN;
  }

  /// The real part of cosh(x + iy).
  public static double coshReal(double x, double y) {
    if (!isFinite(y)) {
      return Math.abs(x) == INFINITY ? INFINITY : Double.NaN;
    }
    return product(x, StrictMath.cos(y), true);
  }

  /// The imaginary part of cosh(x + iy).
  public static double coshImag(double x, double y) {
    if (!isFinite(y)) {
      return x == 0 ? x : Double.NaN;
    }
    double sine = StrictMath.sin(y);
    if (x == 0 || y == 0) {
      return Math.copySign(0.0, Math.copySign(1, x) * Math.copySign(1, sine));
    }
    return Math.copySign(1, x) * product(x, sine, false);
  }

  /// The real part of tanh(x + iy).
  public static double tanhReal(double x, double y) {
    if (Math.abs(x) == INFINITY) {
      return Math.copySign(1, x);
    }
    if (!isFinite(y)) {
      return x == 0 ? x : Double.NaN;
    }
    if (x != x) {
      return x;
    }
    if (Math.abs(x) > SAME) {
      return Math.copySign(1, x);
    }
    double sinh = StrictMath.sinh(x);
    double cosine = StrictMath.cos(y);
    return sinh * StrictMath.cosh(x) / Math.fma(sinh, sinh, cosine * cosine);
  }

  /// The imaginary part of tanh(x + iy).
  public static double tanhImag(double x, double y) {
    double sine = isFinite(y) ? StrictMath.sin(y) : Double.NaN;
    double cosine = isFinite(y) ? StrictMath.cos(y) : Double.NaN;
    if (Math.abs(x) == INFINITY) {
      return sine == sine ? Math.copySign(0, sine * cosine) : Math.copySign(0, y);
    }
    if (y == 0) {
      return y;
    }
    if (Math.abs(x) > SAME) {
      // 4 exp(-2 |x|) in two steps, as it may be below the normal range
      double fall = StrictMath.exp(-Math.abs(x));
      return 4 * sine * fall * cosine * fall;
    }
    double sinh = StrictMath.sinh(x);
    return sine * cosine / Math.fma(sinh, sinh, cosine * cosine);
  }

  private static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }

  /// sinh |x| or cosh x times a factor that is not 0.
  private static double product(double x, double factor, boolean cosine) {
    double size = Math.abs(x);
    if (size > SAME) {
      return UnusualComplexExponential.scaled(size, factor, false, -1);
    }
    return (cosine ? StrictMath.cosh(size) : StrictMath.sinh(size)) * factor;
  }
}
