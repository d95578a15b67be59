package io.lanewise.ndarray.kernel;

/// `a * b + c` rounded once, for machines without the instruction, where [Math#fma(double, double,
/// double)] goes through BigDecimal. Products and sums are split without error (Dekker 1971, Knuth)
/// and the last addition but one rounds to odd, so that the last rounding is right: Boldo and
/// Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to
/// odd", IEEE Transactions on Computers 57(4), 2008. Where a partial result could underflow or
/// overflow the slow method decides.
public final class ExactFma {
  private static final double SPLIT = 0x1p27 + 1;

  private ExactFma() {}

  public static double fma(double a, double b, double c) {
    double product = a * b;
    double size = Math.abs(product);
    double addend = Math.abs(c);
    if (!(size > 0x1p-900 && size < 0x1p900 && addend > 0x1p-900 && addend < 0x1p900)
        || !(Math.abs(a) < 0x1p990 && Math.abs(b) < 0x1p990)) {
      return Math.fma(a, b, c);
    }
    double error = productError(a, b, product);
    double t = c + error;
    double tError = sumError(c, error, t);
    double v = product + t;
    double vError = sumError(product, t, v);
    return v + addToOdd(tError, vError);
  }

  public static float fma(float a, float b, float c) {
    // the product of two floats is exact in double; rounding its sum with c to odd makes the
    // rounding to float right
    double product = (double) a * b;
    double sum = addToOdd(product, c);
    return (float) sum;
  }

  private static double productError(double a, double b, double product) {
    double ah = high(a);
    double al = a - ah;
    double bh = high(b);
    double bl = b - bh;
    return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
  }

  private static double high(double x) {
    double t = SPLIT * x;
    return t - (t - x);
  }

  private static double sumError(double a, double b, double sum) {
    double part = sum - a;
    return (a - (sum - part)) + (b - part);
  }

  /// `a + b`; where it is not exact, of the two neighbours the one with an odd significand.
  private static double addToOdd(double a, double b) {
    double sum = a + b;
    double error = sumError(a, b, sum);
    long bits = Double.doubleToRawLongBits(sum);
    if (error == 0 || error != error || (bits & 1) == 1) {
      return sum;
    }
    // one unit towards the error: away from zero when both have one sign
    return Double.longBitsToDouble((error > 0) == (sum > 0) ? bits + 1 : bits - 1);
  }
}
