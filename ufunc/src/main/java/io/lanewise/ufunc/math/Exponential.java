package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The exponential functions exp, exp2 and expm1.
///
/// With k the integer nearest to x / ln 2 and r = x - k ln 2, exp(x) = 2^k exp(r), |r| <= ln 2 / 2
/// (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980). ln 2 is the sum
/// of two numbers of the format; by fma the first step r1 = x - k ln2high is exact, since its last
/// bit is not below that of ln2high. exp(r) = 1 + r + r^2 q(r) with a minimax polynomial q. 1 + r1
/// is split into its rounded value and the exact rest (T. J. Dekker, A floating-point technique for
/// extending the available precision, 1971), which takes up what r lost, so that only the last
/// addition rounds.
///
/// exp2 takes k = x rounded, and exp of (x - k) ln 2, a product of which both parts are kept; in
/// FLOAT32 a polynomial gives 2^(x - k), 0.81 ULP off but a third shorter. expm1 = (2^k - 1) + 2^k
/// (exp(r) - 1), where (2^k - 1) + 2^k r1 is split as 1 + r1 is.
///
/// Results below the normal range are made 2^64 times too large and scaled down once. Error bounds:
/// exp and exp2 0.53 ULP in the normal range but for exp2 in FLOAT32, 1 ULP below it; expm1 0.9
/// ULP. exp(0) = 1, and exp2 of integers is exact.
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

  private static final double[] TAIL_FLOAT32 = {
    0x1.fffffcp-2, 0x1.55548cp-3, 0x1.555856p-5, 0x1.123deap-7, 0x1.6aca6ep-10
  };

  /// The same where the error is relative to exp(r) - 1.
  private static final double[] MINUS1 = {
    0x1.0000000000000p-1,
    0x1.5555555555559p-3,
    0x1.5555555555556p-5,
    0x1.111111110f629p-7,
    0x1.6c16c16c1670fp-10,
    0x1.a01a01b020ecdp-13,
    0x1.a01a01a4a11e2p-16,
    0x1.71ddf7ad9045ap-19,
    0x1.27e4e23a83e9bp-22,
    0x1.af5ff8fbac88dp-26,
    0x1.1f6513319d8c4p-29
  };

  private static final double[] MINUS1_FLOAT32 = {
    0x1.0p-1, 0x1.555556p-3, 0x1.5554ecp-5, 0x1.110f60p-7, 0x1.6d4ae2p-10, 0x1.a3eaaep-13
  };

  /// Minimax coefficients of 2^r.
  private static final double[] EXP2_FLOAT32 = {
    1,
    0x1.62e430p-1,
    0x1.ebfbe0p-3,
    0x1.c6b06ep-5,
    0x1.3b2a5cp-7,
    0x1.5da4aep-10,
    0x1.440de8p-13,
    0x1.e1c336p-17
  };

  private Exponential() {}

  /// exp(x) for FLOAT64 or FLOAT32.
  public static Value exp(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    Parts parts = parts(b, x, null);
    Value y = b.add(parts.head(), parts.rest());
    Value subnormal = b.lt(x, b.constant(type, 0));
    Value scaled = scaled(b, y, parts.t(), subnormal);
    // The logarithms of the largest number and of half the smallest one.
    Value highest = b.constant(type, wide ? 0x1.62e42fefa39efp+9 : 0x1.62e42ep6);
    Value lowest = b.constant(type, wide ? -0x1.74910d52d3052p+9 : -0x1.9fe36ap6);
    scaled = b.select(b.lt(x, lowest), b.constant(type, 0), scaled);
    scaled = b.select(b.le(x, highest), scaled, beyond(b, x));
    Value usual = b.lt(b.abs(x), Lanes.constant(b, type, 708, 87));
    return b.seldom(b.not(usual), scaled, scaled(b, y, parts.t()));
  }

  /// 2 to the power x for FLOAT64 or FLOAT32.
  public static Value exp2(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    Value t;
    Value y;
    if (wide) {
      Parts parts = parts2(b, x, null);
      t = parts.t();
      y = b.add(parts.head(), parts.rest());
    } else {
      t = b.add(x, Lanes.round(b, type));
      y = Lanes.horner(b, b.sub(x, b.sub(t, Lanes.round(b, type))), EXP2_FLOAT32);
    }
    Value scaled = scaled(b, y, t, b.lt(x, b.constant(type, 0)));
    scaled = b.select(b.lt(x, b.constant(type, wide ? -1075 : -150)), b.constant(type, 0), scaled);
    scaled = b.select(b.lt(x, b.constant(type, wide ? 1024 : 128)), scaled, beyond(b, x));
    Value usual = b.lt(b.abs(x), Lanes.constant(b, type, 1021, 125));
    return b.seldom(b.not(usual), scaled, scaled(b, y, t));
  }

  /// exp(x) - 1 for FLOAT64 or FLOAT32.
  public static Value expm1(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    Minus1 minus1 = minus1(b, reduce(b, x, null), wide ? 1023 : 127, 1, true);
    Value y = b.add(minus1.head(), minus1.rest());
    // expm1(-0) = -0; for other x below 0 the sign is there.
    Value sign = Lanes.literal(b, type, Long.MIN_VALUE, Integer.MIN_VALUE);
    y = b.reinterpret(b.or(Lanes.bits(b, y), b.and(Lanes.bits(b, x), sign)), type);
    Value low = b.constant(type, wide ? -40 : -18);
    Value far = b.select(b.le(x, low), b.constant(type, -1), exp(b, x));
    return b.seldom(b.not(b.lt(b.abs(x), b.neg(low))), far, y);
  }

  /// x = k ln 2 + r.
  ///
  /// @param t k in its low bits
  /// @param first r but for the low part of k ln 2, and but for that of x
  record Reduced(Value t, Value k, Value first, Value r) {}

  /// Reduces x + low; `low` may be null.
  static Reduced reduce(Body b, Value x, Value low) {
    LaneType type = x.type();
    Value round = Lanes.round(b, type);
    Value t = b.fma(x, Lanes.constant(b, type, 0x1.71547652b82fep+0, 0x1.715476p+0), round);
    Value k = b.sub(t, round);
    Value first = b.fma(k, Lanes.constant(b, type, -0x1.62e42fefa39efp-1, -0x1.62e43p-1), x);
    Value r =
        low == null
            ? b.fma(k, minusLow(b, type), first)
            : b.add(first, b.fma(k, minusLow(b, type), low));
    return new Reduced(t, k, first, r);
  }

  private static Value minusLow(Body b, LaneType type) {
    return Lanes.constant(b, type, -0x1.abc9e3b39803fp-56, 0x1.05c61p-29);
  }

  /// 2^k (head + rest), which has some bits more than one number of the format.
  ///
  /// @param t k in its low bits
  record Parts(Value t, Value head, Value rest) {}

  /// exp(x + low); `low` may be null. Meant for |x| below 2^20.
  static Parts parts(Body b, Value x, Value low) {
    Reduced reduced = reduce(b, x, low);
    Value first = reduced.first();
    Value one = b.constant(x.type(), 1);
    Value head = b.add(first, one);
    Value rest = b.sub(first, b.sub(head, one));
    Value minusLow = minusLow(b, x.type());
    rest =
        low == null
            ? b.fma(reduced.k(), minusLow, rest)
            : b.add(rest, b.fma(reduced.k(), minusLow, low));
    return new Parts(reduced.t(), head, tail(b, reduced.r(), rest));
  }

  /// 2 to the power x + low; `low` may be null.
  static Parts parts2(Body b, Value x, Value low) {
    LaneType type = x.type();
    Value round = Lanes.round(b, type);
    Value one = b.constant(type, 1);
    Value t = b.add(x, round);
    Value difference = b.sub(x, b.sub(t, round));
    Value ln2 = Lanes.constant(b, type, Logarithm.LN2, Logarithm.LN2_FLOAT32);
    Value r = b.mul(difference, ln2);
    Value excess =
        b.fma(difference, Lanes.constant(b, type, -Logarithm.LN2, -Logarithm.LN2_FLOAT32), r);
    Value head = b.add(r, one);
    Value rest = b.sub(b.sub(r, b.sub(head, one)), excess);
    rest =
        b.fma(
            difference,
            Lanes.constant(b, type, Logarithm.LN2_LOW, Logarithm.LN2_LOW_FLOAT32),
            rest);
    if (low == null) {
      return new Parts(t, head, tail(b, r, rest));
    }
    return new Parts(t, head, tail(b, b.fma(low, ln2, r), b.fma(low, ln2, rest)));
  }

  /// r^2 q(r) + rest.
  private static Value tail(Body b, Value r, Value rest) {
    double[] q = r.type() == LaneType.FLOAT64 ? TAIL : TAIL_FLOAT32;
    return b.fma(b.mul(r, r), Lanes.horner(b, r, q), rest);
  }

  /// (exp(x) - 1) scale as head + rest, with some bits more than one number of the format.
  record Minus1(Value head, Value rest) {}

  /// exp(x) - 1 of a reduced x.
  ///
  /// @param bias what is added to k for the exponent of 2^k scale
  /// @param scale 1, or 0.5 where 2^k may leave the format
  /// @param growing whether x may be large
  static Minus1 minus1(Body b, Reduced reduced, int bias, double scale, boolean growing) {
    LaneType type = reduced.r().type();
    Value biased = b.add(Lanes.bits(b, reduced.t()), Lanes.literal(b, type, bias, bias));
    Value power = b.reinterpret(b.shl(biased, type == LaneType.FLOAT64 ? 52 : 23), type);
    Value less = b.sub(power, b.constant(type, scale));
    Value head = b.fma(power, reduced.first(), less);
    Value rest = b.fma(power, reduced.first(), b.sub(less, head));
    Value unit = b.constant(type, scale);
    Value low = b.mul(reduced.k(), minusLow(b, type));
    // 2^k - 1 loses something where the powers are far apart: tanh needs what a tiny 2^k lost,
    // expm1
    // what a large one did.
    Value lost;
    if (!growing) {
      lost = b.sub(power, b.add(less, unit));
    } else {
      lost = b.sub(b.sub(power, less), unit);
      // The rounding error of r counts with exp(r) - 1, nearly r: 0.3 ULP where 2^k cancels.
      low =
          b.fma(
              b.fma(reduced.k(), minusLow(b, type), b.sub(reduced.first(), reduced.r())),
              reduced.r(),
              low);
    }
    rest = b.fma(power, low, b.add(rest, lost));
    // 2^k times the square is exact, and so the polynomial's part is rounded only once.
    Value square = b.mul(reduced.r(), reduced.r());
    Value q = Lanes.horner(b, reduced.r(), type == LaneType.FLOAT64 ? MINUS1 : MINUS1_FLOAT32);
    return new Minus1(head, b.fma(b.mul(power, square), q, rest));
  }

  /// 2^k y, with k in the low bits of t; a normal number.
  private static Value scaled(Body b, Value y, Value t) {
    LaneType type = y.type();
    Value power = b.shl(Lanes.bits(b, t), type == LaneType.FLOAT64 ? 52 : 23);
    return b.reinterpret(b.add(Lanes.bits(b, y), power), type);
  }

  /// The same where `subnormal` tells results that may lie below the normal range.
  private static Value scaled(Body b, Value y, Value t, Value subnormal) {
    return b.mul(raised(b, y, t, subnormal), lowered(b, y.type(), subnormal));
  }

  /// 2^k with k in the low bits of t, times 2^64 where `subnormal` holds; what is computed with it
  /// is brought back by [#lowered].
  static Value power(Body b, Value t, Value subnormal) {
    return raised(b, b.constant(t.type(), 1), t, subnormal);
  }

  private static Value raised(Body b, Value y, Value t, Value subnormal) {
    LaneType type = y.type();
    Value power = b.shl(Lanes.bits(b, t), type == LaneType.FLOAT64 ? 52 : 23);
    Value raised =
        b.select(
            subnormal, Lanes.literal(b, type, 64L << 52, 64 << 23), Lanes.literal(b, type, 0L, 0));
    return b.reinterpret(b.add(b.add(Lanes.bits(b, y), raised), power), type);
  }

  /// 2^-64 where `subnormal` holds, 1 elsewhere.
  static Value lowered(Body b, LaneType type, Value subnormal) {
    return b.select(subnormal, b.constant(type, 0x1p-64), b.constant(type, 1));
  }

  /// x + infinity is infinity above, and NaN for NaN.
  private static Value beyond(Body b, Value x) {
    return b.add(x, b.constant(x.type(), Double.POSITIVE_INFINITY));
  }
}
