package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The exponential function.
///
/// With k the integer nearest to x / ln 2 and r = x - k ln 2, exp(x) = 2^k exp(r), |r| <= ln 2 / 2
/// (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980). ln 2 is the sum
/// of two numbers of the format; by fma the first step r1 = x - k ln2high is exact, since its last
/// bit is not below that of ln2high. exp(r) = 1 + r + r^2 q(r) with a minimax polynomial q. 1 + r1
/// is split into its rounded value and the exact rest (T. J. Dekker, A floating-point technique for
/// extending the available precision, 1971), which takes up what r lost, so that only the last
/// addition rounds.
///
/// Results below the normal range are made 2^64 times too large and scaled down once. Error bound:
/// 0.53 ULP in the normal range, 1 ULP below it; exp(0) = 1.
public final class Exponential {
  /// Minimax coefficients of (exp(r) - 1 - r) / r^2 in FLOAT64.
  public static final double[] TAIL = {
    0x1.000000000000ap-1,
    0x1.55555555554cep-3,
    0x1.55555555504fbp-5,
    0x1.11111111338c0p-7,
    0x1.6c16c18511cdfp-10,
    0x1.a01a00e693b73p-13,
    0x1.a0199753e9f0dp-16,
    0x1.71dfc41000be6p-19,
    0x1.28b0264bdac9dp-22,
    0x1.ac79ed7ecc553p-26
  };

  private Exponential() {}

  /// exp(x) for FLOAT64 or FLOAT32.
  public static Value exp(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    Value round = b.constant(type, wide ? Lanes.ROUND : Lanes.ROUND_FLOAT32);
    Value one = b.constant(type, 1);
    Value minusLow = b.constant(type, wide ? -0x1.abc9e3b39803fp-56 : 0x1.05c61p-29);
    Value t = b.fma(x, b.constant(type, wide ? 0x1.71547652b82fep+0 : 0x1.715476p+0), round);
    Value k = b.sub(t, round);
    Value r1 = b.fma(k, b.constant(type, wide ? -0x1.62e42fefa39efp-1 : -0x1.62e43p-1), x);
    Value r = b.fma(k, minusLow, r1);
    Value head = b.add(r1, one);
    Value rest = b.fma(k, minusLow, b.sub(r1, b.sub(head, one)));
    Value square = b.mul(r, r);
    Value y =
        b.add(head, b.fma(square, wide ? Lanes.horner(b, r, TAIL) : tail32(b, r, square), rest));

    Value subnormal = b.lt(x, b.constant(type, wide ? -708.0 : -87.0));
    Value power = b.shl(Lanes.bits(b, t), wide ? 52 : 23);
    Value raised =
        b.select(
            subnormal, Lanes.literal(b, type, 64L << 52, 64 << 23), Lanes.literal(b, type, 0L, 0));
    Value scaled = b.reinterpret(b.add(b.add(Lanes.bits(b, y), raised), power), type);
    scaled = b.mul(scaled, b.select(subnormal, b.constant(type, 0x1p-64), one));
    // The logarithms of the largest number and of half the smallest one.
    Value highest = b.constant(type, wide ? 0x1.62e42fefa39efp+9 : 0x1.62e42ep6);
    Value lowest = b.constant(type, wide ? -0x1.74910d52d3052p+9 : -0x1.9fe36ap6);
    scaled = b.select(b.lt(x, lowest), b.constant(type, 0), scaled);
    // x + infinity is infinity above, and NaN for NaN.
    Value beyond = b.add(x, b.constant(type, Double.POSITIVE_INFINITY));
    return b.select(b.le(x, highest), scaled, beyond);
  }

  private static Value tail32(Body b, Value r, Value square) {
    return Lanes.horner(
        b, r, 0x1.fffffcp-2, 0x1.55548cp-3, 0x1.555856p-5, 0x1.123deap-7, 0x1.6aca6ep-10);
  }
}
