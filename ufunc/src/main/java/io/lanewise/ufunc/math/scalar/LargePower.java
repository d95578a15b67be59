package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.Exponential;
import io.lanewise.ufunc.math.Logarithm;
import io.lanewise.ufunc.math.Power;

/// x to the power y for the arguments that [Power] leaves out: NaN, infinite or subnormal x, and
/// |y| >= 2^51, or 2^22 in FLOAT32. Generated kernels call it.
///
/// The mathematics is that of [Power]; where y log |x| is finite the same sums of two doubles are
/// formed here in plain Java.
///
/// Error bound: 0.6 ULP, 1 ULP below the normal range.
public final class LargePower {
  /// Minimax coefficients of Q, where log(1 + f) = S + S z (1/12 + z Q(z)) with S = f / (1 + f/2)
  /// and z = S^2.
  private static final double[] Q = {
    0x1.9999999999b2fp-7,
    0x1.2492492457f5fp-9,
    0x1.c71c722d3a12ep-12,
    0x1.745ce9f2083bdp-14,
    0x1.3b1ee97fb5f5ep-16,
    0x1.0f8022a17d1efp-18,
    0x1.0e40ae468ab18p-20
  };

  /// 1/12 rounded.
  private static final double TWELFTH = 0x1.5555555555555p-4;

  /// 1/12 less [#TWELFTH].
  private static final double TWELFTH_LOW = 0x1.5555555555555p-58;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private LargePower() {}

  /// x to the power y, for any arguments.
  public static double power(double x, double y) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (x != x || y != y) {
      return Double.NaN;
    }
    double size = Math.abs(x);
    boolean whole = Math.rint(y) == y;
    if (x < 0 && size < INFINITY && !whole) {
      return Double.NaN;
    }
    boolean odd = whole && Math.rint(y * 0.5) != y * 0.5;
    double power;
    if (size == 1) {
      power = 1;
    } else if (size == 0 || size == INFINITY || Math.abs(y) == INFINITY) {
      power = size > 1 == y > 0 ? INFINITY : 0;
    } else {
      power = regular(size, y);
    }
    return odd && Double.doubleToRawLongBits(x) < 0 ? -power : power;
  }

  /// x to the power y, for any arguments.
  public static float power(float x, float y) {
    return (float) power((double) x, (double) y);
  }

  /// x to the power y for finite x > 0 and finite y.
  private static double regular(double x, double y) {
    int exponent = 0;
    if (x < Double.MIN_NORMAL) {
      x *= 0x1p54;
      exponent = -54;
    }
    long offset = Double.doubleToRawLongBits(x) - Logarithm.ROOT_HALF;
    double k = exponent + (offset >> 52);
    double f = Double.longBitsToDouble((offset & 0x000FFFFFFFFFFFFFL) + Logarithm.ROOT_HALF) - 1;
    double reciprocal = 1 / (1 + 0.5 * f);
    double s = f * reciprocal;
    double sLow = Math.fma(s, -0.5 * f, f - s) * reciprocal;
    double z = s * s;
    double zLow = Math.fma(s + s, sLow, Math.fma(s, s, -z));
    double sum = Q[Q.length - 1];
    for (int i = Q.length - 2; i >= 0; i--) {
      sum = Math.fma(sum, z, Q[i]);
    }
    double tail = z * sum;
    double w = tail + TWELFTH;
    double wLow = tail - (w - TWELFTH) + TWELFTH_LOW;
    double u = z * w;
    double uLow = Math.fma(zLow, w, Math.fma(z, wLow, Math.fma(z, w, -u)));
    double p = s * u;
    double pLow = Math.fma(sLow, u, Math.fma(s, uLow, Math.fma(s, u, -p)));
    double v = s + p;
    double vLow = p - (v - s) + sLow + pLow;
    double high = Math.fma(k, Logarithm.LN2, v);
    double low = v - Math.fma(k, -Logarithm.LN2, high);
    low = Math.fma(k, Logarithm.LN2_LOW, low) + vLow;
    double e = y * high;
    if (Math.abs(e) > 750) {
      return e > 0 ? INFINITY : 0;
    }
    return exponential(e, Math.fma(y, low, Math.fma(y, high, -e)));
  }

  private static double exponential(double e, double low) {
    double k = Math.rint(e * 0x1.71547652b82fep+0);
    double r = Math.fma(k, -Logarithm.LN2, e);
    double rest = Math.fma(k, -Logarithm.LN2_LOW, low);
    double square = (r + rest) * (r + rest);
    double sum = Exponential.TAIL[Exponential.TAIL.length - 1];
    for (int i = Exponential.TAIL.length - 2; i >= 0; i--) {
      sum = Math.fma(sum, r + rest, Exponential.TAIL[i]);
    }
    double head = r + 1;
    double y = head + Math.fma(square, sum, r - (head - 1) + rest);
    int half = (int) k >> 1;
    return y * Math.scalb(1.0, half) * Math.scalb(1.0, (int) k - half);
  }
}
