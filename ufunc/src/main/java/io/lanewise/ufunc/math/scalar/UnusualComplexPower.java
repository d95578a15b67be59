package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.ComplexPower;

/// The powers that [ComplexPower] leaves out: small whole exponents, 0, infinite and NaN parts, and
/// huge angles. Generated kernels call it.
///
/// Whole exponents are products by repeated squaring, as in NumPy, in numbers of twice the
/// precision (T. J. Dekker, A floating-point technique for extending the available precision,
/// 1971), so that whole numbers are exact and others within 1 ULP of their size; of what leaves the
/// format on the way, and of infinite and NaN parts, plain products. 0 to a power with a positive
/// real part is 0, else NaN, which is NumPy's choice.
public final class UnusualComplexPower {
  /// Whole exponents below it are products.
  public static final double WHOLE = 100;

  private UnusualComplexPower() {}

  /// The real part of (x + iy)^(u + iv).
  public static double powerReal(double x, double y, double u, double v) {
    return power(x, y, u, v, false);
  }

  /// The imaginary part of (x + iy)^(u + iv).
  public static double powerImag(double x, double y, double u, double v) {
    return power(x, y, u, v, true);
  }

  private static double power(double x, double y, double u, double v, boolean imag) {
    if (u == 0 && v == 0) {
      return imag ? 0 : 1;
    }
    if (x == 0 && y == 0) {
      return u > 0 ? 0 : Double.NaN;
    }
    if (v == 0 && Math.abs(u) < WHOLE && Math.rint(u) == u) {
      return whole(x, y, (int) u, imag);
    }
    double angle =
        Math.abs(x) <= Double.MAX_VALUE && Math.abs(y) <= Double.MAX_VALUE
            ? StrictMath.atan2(y, x)
            : InfiniteDirection.arctan2(y, x);
    double size = UnusualComplexLogarithm.logReal(x, y);
    double growth = u * size;
    double turn = u * angle;
    double growthLow = 0;
    double turnLow = 0;
    if (Math.abs(size) <= Double.MAX_VALUE) {
      // the exponential turns an absolute error into a relative one
      double sizeLow = UnusualComplexLogarithm.lost(x, y, size);
      growthLow = Math.fma(u, size, -growth) + u * sizeLow;
      turnLow = Math.fma(u, angle, -turn) + v * sizeLow;
    }
    // real exponents do not meet the other part, which may be infinite
    if (v != 0) {
      double less = v * angle;
      double more = v * size;
      growthLow += lost(growth, -less, growth - less) - Math.fma(v, angle, -less);
      turnLow += lost(turn, more, turn + more) + Math.fma(v, size, -more);
      growth -= less;
      turn += more;
    }
    double real = UnusualComplexExponential.expReal(growth, turn);
    double part = UnusualComplexExponential.expImag(growth, turn);
    double power = imag ? part : real;
    double low = Math.fma(power, growthLow, imag ? real * turnLow : -part * turnLow);
    return Math.abs(low) <= Double.MAX_VALUE ? power + low : power;
  }

  private static double whole(double x, double y, int n, boolean imag) {
    if (n == 1) {
      return imag ? y : x;
    }
    // powers of 2 apart, so that nothing leaves the format
    double larger = Math.max(Math.abs(x), Math.abs(y));
    if (n == 2 || !(larger <= Double.MAX_VALUE)) {
      return plain(x, y, n, imag);
    }
    int exponent = UnusualComplexLogarithm.exponent(larger);
    double a = Math.scalb(x, -exponent);
    double b = Math.scalb(y, -exponent);
    double aLow = 0;
    double bLow = 0;
    double real = 1;
    double realLow = 0;
    double part = 0;
    double partLow = 0;
    for (int rest = Math.abs(n); ; ) {
      if ((rest & 1) != 0) {
        double p = real * a;
        double pLow = productLow(real, realLow, a, aLow, p);
        double q = part * b;
        double qLow = productLow(part, partLow, b, bLow, q);
        double s = real * b;
        double sLow = productLow(real, realLow, b, bLow, s);
        double t = part * a;
        double tLow = productLow(part, partLow, a, aLow, t);
        real = p - q;
        realLow = lost(p, -q, real) + (pLow - qLow);
        part = s + t;
        partLow = lost(s, t, part) + (sLow + tLow);
      }
      rest >>= 1;
      if (rest == 0) {
        break;
      }
      double p = a * a;
      double pLow = productLow(a, aLow, a, aLow, p);
      double q = b * b;
      double qLow = productLow(b, bLow, b, bLow, q);
      double s = a * b;
      double sLow = productLow(a, aLow, b, bLow, s);
      a = p - q;
      aLow = lost(p, -q, a) + (pLow - qLow);
      b = 2 * s;
      bLow = 2 * sLow;
    }
    int back = exponent * n;
    if (n < 0) {
      double p = real * real;
      double q = part * part;
      double square = p + q;
      double squareLow =
          lost(p, q, square)
              + productLow(real, realLow, real, realLow, p)
              + productLow(part, partLow, part, partLow, q);
      double head = imag ? -part : real;
      double low = imag ? -partLow : realLow;
      double quotient = head / square;
      double remainder = Math.fma(-quotient, square, head) + low - quotient * squareLow;
      return Math.scalb(quotient + remainder / square, back);
    }
    return Math.scalb(imag ? part + partLow : real + realLow, back);
  }

  /// What (a + aLow) (b + bLow) has beside the product of the high parts.
  private static double productLow(double a, double aLow, double b, double bLow, double product) {
    return Math.fma(a, b, -product) + (a * bLow + aLow * b);
  }

  /// What the rounded sum of a and b lost.
  private static double lost(double a, double b, double sum) {
    double second = sum - a;
    return a - (sum - second) + (b - second);
  }

  private static double plain(double x, double y, int n, boolean imag) {
    double a = x;
    double b = y;
    double real = 1;
    double part = 0;
    boolean first = true;
    for (int rest = Math.abs(n); rest != 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        double next = first ? a : real * a - part * b;
        part = first ? b : real * b + part * a;
        real = next;
        first = false;
      }
      double square = a * a - b * b;
      b = a * b + b * a;
      a = square;
    }
    if (n > 0) {
      return imag ? part : real;
    }
    boolean byReal = Math.abs(real) >= Math.abs(part);
    double large = byReal ? real : part;
    double ratio = (byReal ? part : real) / large;
    double divisor = large + (byReal ? part : real) * ratio;
    double scaled = 1 / divisor;
    double other = ratio / divisor;
    return imag ? -(byReal ? other : scaled) : byReal ? scaled : other;
  }
}
