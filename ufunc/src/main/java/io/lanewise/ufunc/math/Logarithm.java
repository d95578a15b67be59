package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.UnusualLogarithm;
import java.util.Arrays;
import java.util.List;

/// The logarithms log, log2, log10 and log1p.
///
/// x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), found by integer arithmetic on the bits; f
/// is exact. Then log(x) = k ln 2 + log(1 + f), where h = k ln2high + f is rounded, its rounding
/// error is found exactly, and all that is small goes into one correction that is added last. With
/// FLOAT64 s = f / (2 + f), z = s^2 and log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + z R(z)), R
/// a minimax polynomial (P. T. P. Tang, Table-driven implementation of the logarithm function in
/// IEEE floating-point arithmetic, ACM TOMS 16, 1990, has the series in s; 2 s = f - s f and s f =
/// f^2/2 - s f^2/2 give this form). With FLOAT32 the logarithm of 1 + f is a multiple of f that is
/// known exactly and f times a minimax polynomial of small values.
///
/// To base 2 and 10 the product of f and 1 / ln 2 or 1 / ln 10 keeps both its parts. log1p takes u
/// = 1 + x rounded and what that lost, which joins f.
///
/// Error bounds in ULP: log 0.75, log2 0.92, log10 0.85, log1p 0.83; in FLOAT32 0.90, 0.99, 0.95
/// and 1.0. log(1) = 0, log2 of powers of two and log10 of powers of ten are exact.
public final class Logarithm {
  /// The bits of sqrt(1/2), below those of 1: taking them away from x's leaves k in the exponent's
  /// place.
  public static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;

  /// ln 2 rounded.
  public static final double LN2 = 0x1.62e42fefa39efp-1;

  /// ln 2 less [#LN2].
  public static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /// ln 2 rounded to float32.
  static final float LN2_FLOAT32 = 0x1.62e43p-1f;

  /// ln 2 less [#LN2_FLOAT32].
  static final float LN2_LOW_FLOAT32 = -0x1.05c61p-29f;

  /// log2(e) rounded.
  public static final double LOG2_E = 0x1.71547652b82fep+0;

  /// log10(e) rounded.
  public static final double LOG10_E = 0x1.bcb7b1526e50ep-2;

  /// log10(2) rounded.
  public static final double LOG10_2 = 0x1.34413509f79ffp-2;

  /// log10(2) less [#LOG10_2].
  public static final double LOG10_2_LOW = -0x1.9dc1da994fd21p-59;

  /// Minimax coefficients of -R.
  public static final double[] R = {
    -0x1.5555555555592p-1,
    -0x1.999999997ff1ap-2,
    -0x1.24924941e1091p-2,
    -0x1.c71c5214bce9ap-3,
    -0x1.74663ccf03e58p-3,
    -0x1.39a1ec9f1ab9cp-3,
    -0x1.2f038c17a6810p-3
  };

  /// Minimax coefficients of R on a wider interval.
  private static final double[] WIDE_R = {
    0x1.555555555554fp-1,
    0x1.999999999c176p-2,
    0x1.24924921e4ab6p-2,
    0x1.c71c748f4c19fp-3,
    0x1.745c4afc44a35p-3,
    0x1.3b35bc18b9a05p-3,
    0x1.0dcbeb6d0480cp-3,
    0x1.1b7f2d0097b94p-3
  };

  private static final double[] WIDE_R_FLOAT32 = {0x1.5555b4p-1, 0x1.992aaep-2, 0x1.36eb88p-2};

  /// What a logarithm multiplies k and log(1 + f) by: each factor as the sum of two numbers.
  record Base(double k, double kLow, double f, double fLow) {}

  static final Base NATURAL = new Base(LN2, LN2_LOW, 1, 0);
  private static final Base NATURAL_FLOAT32 = new Base(LN2_FLOAT32, LN2_LOW_FLOAT32, 1, 0);
  static final Base BINARY = new Base(1, 0, LOG2_E, 0x1.777d0ffda0d24p-56);
  private static final Base BINARY_FLOAT32 = new Base(1, 0, 0x1.715476p+0, 0x1.4ae0cp-26);

  static final Base DECIMAL = new Base(LOG10_2, LOG10_2_LOW, LOG10_E, 0x1.95355baaafad3p-57);

  private Logarithm() {}

  /// log(x) for FLOAT64 or FLOAT32: -infinity of 0, NaN of what is below.
  public static Value log(Body b, Value x) {
    return logarithm(b, x, "log", NATURAL);
  }

  /// log(x) to base 2.
  public static Value log2(Body b, Value x) {
    return logarithm(b, x, "log2", BINARY);
  }

  /// log(x) to base 10.
  public static Value log10(Body b, Value x) {
    return logarithm(b, x, "log10", DECIMAL);
  }

  private static Value logarithm(Body b, Value x, String name, Base base) {
    LaneType type = x.type();
    Value zero = b.constant(type, 0);
    Split split = split(b, x);
    Value y = finish(b, split.k(), b.sub(split.m(), b.constant(type, 1)), null, base);
    Value irregular = irregular(b, x);
    Value outside =
        b.select(
            b.eq(x, zero),
            b.constant(type, Double.NEGATIVE_INFINITY),
            b.constant(type, Double.NaN));
    // Zeros, negative numbers and NaN are ordinary data; subnormal numbers and infinity are not.
    Value special =
        b.rare(
            b.and(b.gt(x, zero), irregular),
            outside,
            new ScalarFunction(UnusualLogarithm.class, name, type, List.of(type)),
            x);
    return b.seldom(irregular, special, y);
  }

  /// log(1 + x) for FLOAT64 or FLOAT32: -infinity of -1, NaN of what is below.
  public static Value log1p(Body b, Value x) {
    LaneType type = x.type();
    Lanes.isFloat64(x);
    Value one = b.constant(type, 1);
    Value infinity = b.constant(type, Double.POSITIVE_INFINITY);
    Value u = b.add(x, one);
    // Exact although x may exceed 1: u - 1 has no bit below the last one of u.
    Value y = ofSum(b, u, Lanes.lostOfLarger(b, one, x, u), null);
    // log1p(-0) = -0; for other x below 0 the sign is there.
    Value sign = Lanes.literal(b, type, Long.MIN_VALUE, Integer.MIN_VALUE);
    y = b.reinterpret(b.or(Lanes.bits(b, y), b.and(Lanes.bits(b, x), sign)), type);
    Value atPole = b.eq(x, b.constant(type, -1));
    Value outside = b.select(b.eq(x, infinity), x, b.constant(type, Double.NaN));
    return b.seldom(
        irregular(b, u), b.select(atPole, b.constant(type, Double.NEGATIVE_INFINITY), outside), y);
  }

  /// log((u + low) 2^more) for positive normal u beside which low is small; `more` may be null.
  static Value ofSum(Body b, Value u, Value low, Value more) {
    LaneType type = u.type();
    Split split = split(b, u);
    Value main = b.sub(split.m(), b.constant(type, 1));
    Value g = b.mul(low, b.mul(split.inverse(b), b.constant(type, 0.5)));
    Value f = b.add(main, g);
    Value fLow = Lanes.lostOfLarger(b, main, g, f);
    Value k = more == null ? split.k() : b.add(split.k(), more);
    return finish(b, k, f, fLow, NATURAL);
  }

  /// Whether x is not positive, normal and finite.
  static Value irregular(Body b, Value x) {
    double least = x.type() == LaneType.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
    return b.not(Lanes.isBetween(b, x, least, Double.POSITIVE_INFINITY));
  }

  /// Splits a positive normal number, m from sqrt(1/2) on.
  static Split split(Body b, Value x) {
    return Split.of(b, x, Math.sqrt(0.5));
  }

  /// Half the logarithm of 2^k (1 + f + low), f = m - 1 as [#split] leaves it and `low` below its
  /// last bit.
  static Value half(Body b, Value k, Value f, Value low, Base base) {
    Value lost = base == NATURAL ? low : b.mul(low, b.constant(base.f));
    return b.mul(finish(b, k, f, lost, base), b.constant(0.5));
  }

  /// log(2^k (1 + f) (1 + low)) as a number and a rest, to some 2^-57.
  static Doubled parts(Body b, Value k, Value f, Value low) {
    Value head = b.fma(k, b.constant(LN2), f);
    Value rest = b.sub(f, b.fma(k, b.constant(-LN2), head));
    rest = b.add(b.fma(k, b.constant(LN2_LOW), rest), low);
    return new Doubled(head, correction(b, f, rest));
  }

  /// k log(2) + log(1 + f) + low to a base; `low` may be null.
  private static Value finish(Body b, Value k, Value f, Value low, Base base) {
    LaneType type = f.type();
    if (type == LaneType.FLOAT32) {
      return finish32(b, k, f, low, Narrow.of(base));
    }
    boolean natural = base.f == 1;
    Value factor = b.constant(base.f);
    Value product = natural ? f : b.mul(f, factor);
    Value head = base.k == 1 ? b.add(k, product) : b.fma(k, b.constant(base.k), product);
    // head - k log(2) is exact, and so is what it exceeds f, or the product before its rounding,
    // by.
    Value line = base.k == 1 ? b.sub(head, k) : b.fma(k, b.constant(-base.k), head);
    if (natural) {
      return b.add(head, correction(b, f, rest(b, k, low, base, b.sub(f, line))));
    }
    Value excess = b.fma(f, b.constant(-base.f), line);
    Value rest = rest(b, k, low, base, b.mul(f, b.constant(base.fLow)));
    return b.add(head, b.fma(correction(b, f, null), factor, b.sub(rest, excess)));
  }

  /// `rest` + k times the low part of log(2) + `low`, which may be null.
  private static Value rest(Body b, Value k, Value low, Base base, Value rest) {
    if (base.kLow != 0) {
      rest = b.fma(k, b.constant(base.kLow), rest);
    }
    return low == null ? rest : b.add(rest, low);
  }

  /// A FLOAT32 logarithm to a base: k times the logarithm of 2, in two parts, of which the product
  /// with the first is exact, and log(1 + f) = slope f + f G(f), where the first product is exact,
  /// too. G's coefficients are minimax ones, of which `narrow_logarithms.py` has moved the last
  /// bits.
  private record Narrow(double k, double kLow, double slope, double[] g) {
    private static final Narrow NATURAL =
        new Narrow(
            0x1.62e4p-1,
            0x1.7f7d1cp-20,
            1,
            new double[] {
              -0x1.86cb76p-35,
              -0x1.fffff8p-2,
              0x1.55554ep-2,
              -0x1.00043p-2,
              0x1.99a3ep-3,
              -0x1.542674p-3,
              0x1.2271f6p-3,
              -0x1.0f3bfp-3,
              0x1.084d72p-3,
              -0x1.3816c6p-4
            });

    private static final Narrow BINARY =
        new Narrow(
            1,
            0,
            1.5,
            new double[] {
              -0x1.d57134p-5,
              -0x1.71547p-1,
              0x1.ec70a6p-2,
              -0x1.715b0ap-2,
              0x1.277b4p-2,
              -0x1.ea9a3p-3,
              0x1.a36478p-3,
              -0x1.88dd18p-3,
              0x1.7b7ec4p-3,
              -0x1.b5f25ap-4
            });

    private static final Narrow DECIMAL =
        new Narrow(
            0x1.344p-2,
            0x1.3509f8p-18,
            0.375,
            new double[] {
              0x1.e5bd8ap-5, -0x1.bcb7a8p-3, 0x1.287aa4p-3, -0x1.bcc10ap-4,
              0x1.63ba28p-4, -0x1.272e4cp-4, 0x1.fb43dp-5, -0x1.de70dp-5,
              0x1.bd33ap-5, -0x1.d93fc4p-6
            });

    static Narrow of(Base base) {
      return base == Logarithm.NATURAL ? NATURAL : base == Logarithm.BINARY ? BINARY : DECIMAL;
    }
  }

  private static Value finish32(Body b, Value k, Value f, Value low, Narrow base) {
    LaneType type = LaneType.FLOAT32;
    Value line = base.slope == 1 ? f : b.mul(f, b.constant(type, base.slope));
    Value head = base.k == 1 ? b.add(k, line) : b.fma(k, b.constant(type, base.k), line);
    Value exact = base.k == 1 ? b.sub(head, k) : b.fma(k, b.constant(type, -base.k), head);
    Value rest = b.sub(line, exact);
    if (base.kLow != 0) {
      rest = b.fma(k, b.constant(type, base.kLow), rest);
    }
    if (low != null) {
      rest = b.add(rest, low);
    }
    return b.add(head, b.fma(f, Lanes.horner(b, f, base.g), rest));
  }

  /// log(1 + f) - f + rest in FLOAT64; `rest` may be null.
  private static Value correction(Body b, Value f, Value rest) {
    Value minusHalf = b.mul(f, b.constant(-0.5));
    // With -s in the place of s and -R in that of R no sign has to be changed later.
    Value s = b.div(f, b.sub(b.constant(-2.0), f));
    Value z = b.mul(s, s);
    Value r = b.mul(z, Lanes.horner(b, z, R));
    return b.fma(minusHalf, f, product(b, s, b.fma(minusHalf, f, r), rest));
  }

  /// log(1 + f) + low for f in [-1/3, 1/2], and with log(2) more where `upper` holds; or the same
  /// to base 2.
  static Lanes.Pair near1(Body b, Value upper, Value f, Value low, boolean binary) {
    LaneType type = f.type();
    Base base = base(type, binary);
    Value zero = b.constant(type, 0);
    Value s = b.div(f, b.sub(b.constant(type, -2), f));
    Value z = b.mul(s, s);
    Value minusHalf = b.mul(f, b.constant(type, -0.5));
    // s stands for its opposite, as above.
    Value inner = b.fma(minusHalf, f, b.mul(b.neg(z), wideR(b, z)));
    Value factor = b.constant(type, base.f);
    Value product = binary ? b.mul(f, factor) : f;
    Value two = b.select(upper, b.constant(type, base.k), zero);
    Value head = b.add(two, product);
    Value rest = Lanes.lostOfLarger(b, two, product, head);
    if (binary) {
      // As in float32 above, the factor goes in before anything is rounded.
      Value excess = b.fma(f, b.constant(type, -base.f), product);
      rest = b.fma(f, b.constant(type, base.fLow), b.fma(low, factor, rest));
      rest = b.fma(excess, b.fma(f, b.constant(type, 0.5), b.constant(type, -1)), rest);
      rest = b.fma(b.mul(s, factor), inner, rest);
      return new Lanes.Pair(head, b.fma(b.mul(product, b.constant(type, -0.5)), f, rest));
    }
    rest = b.add(b.add(rest, b.select(upper, b.constant(type, base.kLow), zero)), low);
    return new Lanes.Pair(head, b.fma(minusHalf, f, b.fma(s, inner, rest)));
  }

  private static Base base(LaneType type, boolean binary) {
    if (type == LaneType.FLOAT64) {
      return binary ? BINARY : NATURAL;
    }
    return binary ? BINARY_FLOAT32 : NATURAL_FLOAT32;
  }

  /// R(z) up to z = 1/25.
  static Value wideR(Body b, Value z) {
    return Lanes.horner(b, z, z.type() == LaneType.FLOAT64 ? WIDE_R : WIDE_R_FLOAT32);
  }

  /// R(z) / 2 up to z = 1/25.
  static Value halfWideR(Body b, Value z) {
    double[] r = z.type() == LaneType.FLOAT64 ? WIDE_R : WIDE_R_FLOAT32;
    return Lanes.horner(b, z, Arrays.stream(r).map(c -> c / 2).toArray());
  }

  private static Value product(Body b, Value x, Value y, Value rest) {
    return rest == null ? b.mul(x, y) : b.fma(x, y, rest);
  }
}
