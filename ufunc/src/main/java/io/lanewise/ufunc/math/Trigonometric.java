package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.LargeAngle;
import java.util.List;

/// Sine, cosine and tangent.
///
/// FLOAT64: with k the integer nearest to 2 x / pi, r = x - k pi/2 in three steps (W. J. Cody and
/// W. Waite, Software Manual for the Elementary Functions, 1980). pi/2 = P1 + P2 + P3: P1 has the
/// format's 53 bits, and x - k P1 is exact by fma, since no bit of it is below the last one of P1;
/// P2 ends at 2^-82, so that for |k| <= 2^24 the rounding error of the second step can be had
/// exactly; it and k P3 make the low part of r. On |r| <= pi/4, sin(r) = r + r z S(z) and cos(r) =
/// 1 - z/2 + z^2 C(z), z = r^2, with minimax polynomials; 1 - z/2 is split into its rounded value
/// and the exact rest (T. J. Dekker, A floating-point technique for extending the available
/// precision, 1971). Beyond |x| = 2^24 [LargeAngle] computes.
///
/// FLOAT32 sines and cosines are computed in FLOAT64, where r = x - k pi, |r| <= pi/2, needs two
/// steps and one polynomial, and holds to |x| = 2^40; cos(x) = sin(x + pi/2) takes k as an integer
/// less a half.
///
/// tan(x) is the quotient of sine and cosine, each as the sum of two numbers, corrected by what it
/// leaves. In FLOAT32, up to |x| = 2^13, it is r + r Z(r^2 - 1/2) of the r above, reduced likewise
/// in FLOAT32, or the opposite of its reciprocal, corrected by what that leaves: r^2 - 1/2 is small
/// where Z is large, and so are its errors. Beyond, it is the quotient of two polynomials in
/// FLOAT64.
///
/// Error bound: 0.75 ULP in FLOAT64 and 0.65 ULP in FLOAT32 for sine and cosine, 0.84 and 0.90 for
/// the tangent. sin(-0) = -0, cos(0) = 1, tan(-0) = -0.
public final class Trigonometric {
  /// Minimax coefficients of -S.
  public static final double[] SIN = {
    0x1.5555555555549p-3,
    -0x1.111111110f8a6p-7,
    0x1.a01a019c161b4p-13,
    -0x1.71de357b1f37fp-19,
    0x1.ae5e68a370470p-26,
    -0x1.5d93a6498c375p-33
  };

  /// Minimax coefficients of C.
  public static final double[] COS = {
    0x1.555555555554cp-5,
    -0x1.6c16c16c15220p-10,
    0x1.a01a019cbf8eap-16,
    -0x1.27e4f812e127ap-22,
    0x1.1ee9f175987f5p-29,
    -0x1.8fb145aab5cd7p-37
  };

  /// tan(r) / r for FLOAT32 is the quotient of two polynomials in r^2.
  private static final double[] TAN_NUMERATOR = {
    0x1.0000000018484p+0, -0x1.c822ef3e7fe80p-4, 0x1.19d86abe3323dp-10
  };

  private static final double[] TAN_DENOMINATOR = {1, -0x1.c75e1108681d6p-2, 0x1.05b5438f73a20p-6};

  /// Minimax coefficients of 1 - tan(r) / r in r^2 - 1/2, FLOAT32.
  private static final double[] TAN_FLOAT32 = {
    -0x1.aaed34p-3, -0x1.0b1fe8p-1, -0x1.0d25fcp-2, -0x1.116d26p-3,
    -0x1.15fb00p-4, -0x1.183cf6p-5, -0x1.01dfe2p-6, -0x1.30b86ap-8
  };

  /// Below this FLOAT32 angle the tangent is computed in FLOAT32.
  private static final float USUAL_FLOAT32 = 0x1p13f;

  /// Beyond this FLOAT64 angle [LargeAngle] computes.
  static final double LARGE = 0x1p24;

  private static final float LARGE_FLOAT32 = 0x1p40f;

  private Trigonometric() {}

  /// sin(x) for FLOAT64 or FLOAT32.
  public static Value sin(Body b, Value x) {
    return Lanes.isFloat64(x) ? wide(b, x, false) : narrow(b, x, false);
  }

  /// cos(x) for FLOAT64 or FLOAT32.
  public static Value cos(Body b, Value x) {
    return Lanes.isFloat64(x) ? wide(b, x, true) : narrow(b, x, true);
  }

  /// tan(x) for FLOAT64 or FLOAT32.
  public static Value tan(Body b, Value x) {
    return Lanes.isFloat64(x) ? wideTangent(b, x) : narrowTangent(b, x);
  }

  /// The sine and cosine of the distance r of x to a multiple of pi/2, each as a number less or
  /// plus a small one: r - sineRest and head + cosineRest. The low bits of `turns` are the
  /// multiple.
  private record Parts(Value turns, Value r, Value sineRest, Value head, Value cosineRest) {}

  /// Of x + low; `low` may be null.
  private static Parts parts(Body b, Value x, Value low) {
    Value round = b.constant(Lanes.ROUND);
    Value t = b.fma(x, b.constant(0x1.45f306dc9c883p-1), round);
    Value k = b.sub(t, round);
    Value p2 = b.constant(-0x1.1a62633p-54);
    Value r1 = b.fma(k, b.constant(-0x1.921fb54442d18p+0), x);
    Value r = b.fma(k, p2, r1);
    // What r exceeds its true value by; taking it away, not adding its opposite, keeps sin(-0) =
    // -0.
    Value excess = b.fma(k, b.constant(0x1.1a62633p-54), b.sub(r, r1));
    excess = b.fma(k, b.constant(0x1.45c06e0e68948p-86), excess);
    if (low != null) {
      // so large that only a number without it has the derivatives below
      excess = b.sub(excess, low);
      Value less = b.sub(r, excess);
      excess = b.add(b.sub(less, r), excess);
      r = less;
    }

    Value z = b.mul(r, r);
    Value z2 = b.mul(z, z);
    Value one = b.constant(1.0);
    Value minusHalf = b.mul(r, b.constant(-0.5));
    Value head = b.fma(minusHalf, r, one);
    // The excess counts with the derivative of the sine, nearly 1 - z/2.
    Value sineRest = b.fma(b.mul(r, z), Lanes.horner(b, z, SIN), b.mul(excess, head));
    Value rest = b.fma(minusHalf, r, b.sub(one, head));
    rest = b.fma(z2, Lanes.horner(b, z, COS), rest);
    return new Parts(t, r, sineRest, head, b.fma(r, excess, rest));
  }

  /// Sine and cosine of one angle, each to some 2^-60 of its size and but for its sign: that of the
  /// other two is changed where the one bit of these is set.
  record SineCosine(Doubled sine, Doubled cosine, Value sineSign, Value cosineSign) {}

  /// The sine and cosine of the FLOAT64 angle x + low, |x| up to [#LARGE]; `low` may be null.
  static SineCosine sineCosine(Body b, Value x, Value low) {
    Parts parts = parts(b, x, low);
    Value sine = b.sub(parts.r, parts.sineRest);
    Value sineLow = b.sub(b.sub(parts.r, sine), parts.sineRest);
    Doubled s = new Doubled(sine, sineLow);
    Doubled c = Doubled.ordered(b, parts.head, parts.cosineRest);
    Value quadrant = b.reinterpret(parts.turns, LaneType.INT64);
    Value even = b.eq(b.and(quadrant, b.constant(1L)), b.constant(0L));
    return new SineCosine(
        Doubled.select(b, even, s, c),
        Doubled.select(b, even, c, s),
        sign(b, quadrant),
        sign(b, b.add(quadrant, b.constant(1L))));
  }

  /// The sign of the sine in a quadrant.
  private static Value sign(Body b, Value quadrant) {
    return b.and(b.shl(quadrant, 62), b.constant(Long.MIN_VALUE));
  }

  private static Value wide(Body b, Value x, boolean cosine) {
    Parts parts = parts(b, x, null);
    Value sine = b.sub(parts.r, parts.sineRest);
    Value cos = b.add(parts.head, parts.cosineRest);

    Value quadrant = b.reinterpret(parts.turns, LaneType.INT64);
    Value even = b.eq(b.and(quadrant, b.constant(1L)), b.constant(0L));
    Value y = cosine ? b.select(even, cos, sine) : b.select(even, sine, cos);
    // cos changes its sign one quadrant earlier.
    Value turned = cosine ? b.add(quadrant, b.constant(1L)) : quadrant;
    y = Lanes.flipped(b, y, sign(b, turned));
    return b.rare(b.gt(b.abs(x), b.constant(LARGE)), y, large(LaneType.FLOAT64, cosine), x);
  }

  private static Value wideTangent(Body b, Value x) {
    Parts parts = parts(b, x, null);
    Value sine = b.sub(parts.r, parts.sineRest);
    // r - sine is exact, and so is what is left of the sine's rest
    Value sineLow = b.sub(b.sub(parts.r, sine), parts.sineRest);
    Value cosine = b.add(parts.head, parts.cosineRest);
    Value cosineLow = b.sub(parts.cosineRest, b.sub(cosine, parts.head));
    Value y = tangent(b, parts.turns, new Doubled(sine, sineLow), new Doubled(cosine, cosineLow));
    return b.rare(
        b.gt(b.abs(x), b.constant(LARGE)),
        y,
        new ScalarFunction(LargeAngle.class, "tan", LaneType.FLOAT64, List.of(LaneType.FLOAT64)),
        x);
  }

  /// sine / cosine, or where `turns` is odd -cosine / sine, rounded once but for what is left of
  /// the remainder's quotient.
  private static Value tangent(Body b, Value turns, Doubled sine, Doubled cosine) {
    LaneType whole = Lanes.bits(turns.type());
    Value last = b.and(Lanes.bits(b, turns), b.constant(whole, 1));
    Value even = b.eq(last, b.constant(whole, 0));
    // The opposite of the dividend, times that of the inverse: tan(-0) = -0 holds so.
    Doubled opposite = Doubled.select(b, even, sine.negative(b), cosine);
    Doubled divisor = Doubled.select(b, even, cosine, sine);
    Value inverse = b.div(b.constant(turns.type(), -1), divisor.high());
    Value quotient = b.mul(opposite.high(), inverse);
    Value excess = b.fma(quotient, divisor.high(), opposite.high());
    excess = b.add(excess, b.fma(quotient, divisor.low(), opposite.low()));
    return b.fma(excess, inverse, quotient);
  }

  private static Value narrowTangent(Body b, Value x) {
    Value round = Lanes.round(b, LaneType.FLOAT32);
    Value t = b.fma(x, b.constant(0x1.45f306p-1f), round);
    Value k = b.sub(t, round);
    Value r1 = b.fma(k, b.constant(-0x1.921fb4p0f), x);
    Value r = b.fma(k, b.constant(-0x1.444p-24f), r1);
    // What r exceeds its true value by, as in FLOAT64.
    Value excess = b.fma(k, b.constant(0x1.444p-24f), b.sub(r, r1));
    excess = b.fma(k, b.constant(0x1.68c234p-39f), excess);
    Value v = b.fma(r, r, b.constant(-0.5f));
    // It counts with the derivative of the tangent, 1 to 2.
    excess = b.mul(excess, b.fma(v, b.constant(1.62f), b.constant(1.81f)));
    Value ratio = Lanes.horner(b, v, TAN_FLOAT32);
    Value rest = b.fma(r, ratio, excess);
    Value tangent = b.sub(r, rest);
    Value low = b.sub(b.sub(r, tangent), rest);
    Value inverse = b.div(b.constant(-1f), tangent);
    Value lost = b.fma(inverse, low, b.fma(inverse, tangent, b.constant(1f)));
    Value odd = b.ne(b.and(Lanes.bits(b, t), b.constant(1)), b.constant(0));
    Value usual = b.select(odd, b.fma(inverse, lost, inverse), tangent);
    Value far = b.not(b.lt(b.abs(x), b.constant(USUAL_FLOAT32)));
    return b.seldom(far, farTangent(b, x), usual);
  }

  private static Value farTangent(Body b, Value x) {
    Value round = b.constant(Lanes.ROUND);
    Value wide = b.convert(x, LaneType.FLOAT64);
    Value t = b.fma(wide, b.constant(0x1.45f306dc9c883p-1), round);
    Value k = b.sub(t, round);
    Value r = b.fma(k, b.constant(-0x1.921fb54442d18p+0), wide);
    r = b.fma(k, b.constant(-0x1.1a62633145c07p-54), r);
    Value z = b.mul(r, r);
    Value numerator = b.mul(r, Lanes.horner(b, z, TAN_NUMERATOR));
    Value denominator = Lanes.horner(b, z, TAN_DENOMINATOR);
    Value odd = b.ne(b.and(b.reinterpret(t, LaneType.INT64), b.constant(1L)), b.constant(0L));
    Value y =
        b.div(b.select(odd, b.neg(denominator), numerator), b.select(odd, numerator, denominator));
    return b.rare(
        b.gt(b.abs(x), b.constant(LARGE_FLOAT32)),
        b.convert(y, LaneType.FLOAT32),
        new ScalarFunction(LargeAngle.class, "tan", LaneType.FLOAT32, List.of(LaneType.FLOAT32)),
        x);
  }

  private static Value narrow(Body b, Value x, boolean cosine) {
    Value round = b.constant(Lanes.ROUND);
    Value perPi = b.constant(0x1.45f306dc9c883p-2);
    Value wide = b.convert(x, LaneType.FLOAT64);
    Value half = b.constant(0.5);
    Value t = cosine ? b.add(b.fma(wide, perPi, half), round) : b.fma(wide, perPi, round);
    Value k = b.sub(t, round);
    if (cosine) {
      k = b.sub(k, half);
    }
    Value r = b.fma(k, b.constant(-0x1.921fb54442d18p+1), wide);
    r = b.fma(k, b.constant(-0x1.1a62633145c07p-53), r);
    Value z = b.mul(r, r);
    Value y =
        b.mul(
            r,
            Lanes.horner(
                b,
                z,
                1.0,
                -0x1.55554bd976166p-3,
                0x1.110ed5bab1d98p-7,
                -0x1.9f7053e37c00ep-13,
                0x1.5dc1cf304033cp-19));
    Value sign = b.shl(b.reinterpret(t, LaneType.INT64), 63);
    y = b.reinterpret(b.xor(b.reinterpret(y, LaneType.INT64), sign), LaneType.FLOAT64);
    return b.rare(
        b.gt(b.abs(x), b.constant(LARGE_FLOAT32)),
        b.convert(y, LaneType.FLOAT32),
        large(LaneType.FLOAT32, cosine),
        x);
  }

  private static ScalarFunction large(LaneType type, boolean cosine) {
    return new ScalarFunction(LargeAngle.class, cosine ? "cos" : "sin", type, List.of(type));
  }
}
