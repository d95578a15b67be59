package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.Trigonometric;

/// Sine, cosine and tangent of large arguments, where x - k pi/2 needs hundreds of bits of pi.
/// Generated kernels call it.
///
/// M. H. Payne and R. N. Hanek, Radian reduction for trigonometric functions, SIGNUM Newsletter 18,
/// 1983: with x = M 2^E, M of 53 bits, those bits of 2/pi that make multiples of 4 in M 2^E (2/pi)
/// are dropped, and of the remaining ones 192 are enough: the product modulo 4 is known to 2^-137,
/// and no double is nearer than about 2^-61 to a multiple of pi/2. Its two leading bits are the
/// quadrant, the others the fraction, which times pi/2 is r as the sum of two doubles.
///
/// Error bound: 0.75 ULP.
public final class LargeAngle {
  /// The bits of 2/pi after the point.
  private static final long[] TWO_OVER_PI = {
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL,
    0xf0cfbc209af4361dL
  };

  private LargeAngle() {}

  /// sin(x), meant for |x| above 2^24.
  public static double sin(double x) {
    return compute(x, 0);
  }

  /// cos(x), meant for |x| above 2^24.
  public static double cos(double x) {
    return compute(x, 1);
  }

  /// sin(x), meant for |x| above 2^40.
  public static float sin(float x) {
    return (float) compute(x, 0);
  }

  /// cos(x), meant for |x| above 2^40.
  public static float cos(float x) {
    return (float) compute(x, 1);
  }

  /// tan(x), meant for |x| above 2^24.
  public static double tan(double x) {
    Reduced angle = reduce(x);
    if (angle == null) {
      return Double.NaN;
    }
    double r = angle.r;
    double tail = angle.tail;
    double z = r * r;
    double sineRest =
        Math.fma(r * z, horner(z, Trigonometric.SIN), -tail * Math.fma(-0.5 * r, r, 1.0));
    double sine = r - sineRest;
    double sineLow = r - sine - sineRest;
    double head = Math.fma(-0.5 * r, r, 1.0);
    double rest = Math.fma(-0.5 * r, r, 1.0 - head);
    rest = Math.fma(-r, tail, Math.fma(z * z, horner(z, Trigonometric.COS), rest));
    double cosine = head + rest;
    double cosineLow = rest - (cosine - head);
    return (angle.quadrant & 1) == 0
        ? quotient(sine, sineLow, cosine, cosineLow)
        : -quotient(cosine, cosineLow, sine, sineLow);
  }

  /// tan(x), meant for |x| above 2^40.
  public static float tan(float x) {
    return (float) tan((double) x);
  }

  /// (a + aLow) / (b + bLow).
  private static double quotient(double a, double aLow, double b, double bLow) {
    double quotient = a / b;
    double rest = Math.fma(-quotient, b, a) + Math.fma(-quotient, bLow, aLow);
    return quotient + rest / b;
  }

  /// sin(x + turn pi/2).
  private static double compute(double x, int turn) {
    Reduced angle = reduce(x);
    if (angle == null) {
      return Double.NaN;
    }
    int q = angle.quadrant + turn;
    double y = (q & 1) == 0 ? sine(angle.r, angle.tail) : cosine(angle.r, angle.tail);
    return (q & 2) == 0 ? y : -y;
  }

  /// An angle as quadrant pi/2 + r + tail.
  private record Reduced(int quadrant, double r, double tail) {}

  /// Null for what is no number.
  private static Reduced reduce(double x) {
    if (!(Math.abs(x) <= Double.MAX_VALUE)) {
      return null;
    }
    long bits = Double.doubleToRawLongBits(x);
    long m = bits & 0x000FFFFFFFFFFFFFL | 0x0010000000000000L;
    int skip = (int) (bits >>> 52 & 0x7FF) - 1075 - 2;
    long g2 = window(skip + 128);
    long g1 = window(skip + 64);
    long p2 = m * g2;
    long middle = m * g1;
    long carry = Math.unsignedMultiplyHigh(m, g2);
    long p1 = middle + carry;
    long p0 = m * window(skip) + Math.unsignedMultiplyHigh(m, g1);
    if (Long.compareUnsigned(p1, middle) < 0) {
      p0++;
    }

    // The nearest quadrant, and the signed fraction left in 2^-190.
    long quadrant = p0 + (1L << 61) >>> 62;
    long f0 = p0 - (quadrant << 62);
    boolean negative = f0 < 0;
    if (negative) {
      f0 = ~f0;
      p1 = ~p1;
      p2 = ~p2;
    }
    int shift = Long.numberOfLeadingZeros(f0);
    long a;
    long low;
    if (shift == 64) {
      int more = Long.numberOfLeadingZeros(p1);
      a = shiftedLeft(p1, p2, more);
      low = more == 0 ? p2 : p2 << more;
      shift += more;
    } else {
      a = shiftedLeft(f0, p1, shift);
      low = shiftedLeft(p1, p2, shift);
    }
    // a and low, 64 bits each, start at 2^(1 - shift) quarter turns.
    double scale = Math.scalb(1.0, 2 - shift - 53);
    double high = (double) (a >>> 11) * scale;
    double rest = (double) (a << 42 & 0x001FFC0000000000L | low >>> 22) * (scale * 0x1p-53);
    double product = high * 0x1.921fb54442d18p+0;
    double tail =
        Math.fma(high, 0x1.921fb54442d18p+0, -product)
            + Math.fma(high, 0x1.1a62633145c07p-54, rest * 0x1.921fb54442d18p+0);
    double r = product + tail;
    tail += product - r;
    if (negative) {
      r = -r;
      tail = -tail;
    }
    int q = (int) quadrant;
    if (bits < 0) {
      // x = -(k pi/2 + r).
      q = -q;
      r = -r;
      tail = -tail;
    }
    return new Reduced(q, r, tail);
  }

  /// 64 bits of 2/pi from bit `from` after the point on, which may lie before the point.
  private static long window(int from) {
    int word = Math.floorDiv(from, 64);
    return shiftedLeft(word(word), word(word + 1), Math.floorMod(from, 64));
  }

  private static long word(int i) {
    return i < 0 ? 0 : TWO_OVER_PI[i];
  }

  private static long shiftedLeft(long high, long low, int count) {
    return count == 0 ? high : high << count | low >>> 64 - count;
  }

  private static double sine(double r, double tail) {
    double z = r * r;
    double p = horner(z, Trigonometric.SIN);
    return r - Math.fma(r * z, p, -tail * Math.fma(-0.5 * r, r, 1.0));
  }

  private static double cosine(double r, double tail) {
    double z = r * r;
    double head = Math.fma(-0.5 * r, r, 1.0);
    double rest = Math.fma(-0.5 * r, r, 1.0 - head);
    rest = Math.fma(z * z, horner(z, Trigonometric.COS), rest);
    return head + Math.fma(-r, tail, rest);
  }

  private static double horner(double x, double[] c) {
    double sum = c[c.length - 1];
    for (int i = c.length - 2; i >= 0; i--) {
      sum = Math.fma(sum, x, c[i]);
    }
    return sum;
  }
}
