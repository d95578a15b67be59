package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.LargePower;
import java.util.List;

/// x to the power y as exp(y log |x|), with the special cases of C99 annex F and NumPy.
///
/// FLOAT64: log |x| must hold to some 2^-66, since the exponential turns its absolute error into a
/// relative one and y log |x| goes up to 745. Every quantity that matters is therefore the sum of
/// two doubles (T. J. Dekker, A floating-point technique for extending the available precision,
/// 1971). |x| = 2^k m; m lies in one of 16 intervals, each with a short number R near 1 / m, and f
/// = m R - 1 is exact (P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE
/// floating-point arithmetic, ACM TOMS 16, 1990). log |x| = k ln 2 - log(R) + f + f^2 (-1/2 + f/3 +
/// f^2 T(f)), where only T is evaluated in plain FLOAT64. exp(e) = 2^(n/16) exp(r), n the integer
/// nearest to 16 e / ln 2, with a table of 2^(j/16) as the sum of two doubles and a polynomial
/// (Tang, Table-driven implementation of the exponential function, ACM TOMS 15, 1989). All else but
/// positive normal x and results in the normal range is seldom computed, and NaN, infinite and
/// subnormal x, and |y| >= 2^51, go to [LargePower].
///
/// FLOAT32 is computed in FLOAT64 likewise, to base 2 and with short polynomials, and the last
/// conversion rounds.
///
/// Exact: x^0 = 1, x^1 = x, x^2 = x * x and x^0.5 = sqrt(x) (rounded as those are), and every power
/// that is a floating-point number. Error bound: 0.76 ULP in FLOAT64, 0.52 ULP in FLOAT32, 1 ULP
/// below the normal range.
public final class Power {
  /// The bits of 1 - 19/64, where the first interval of m begins; 1 lies inside of one, whose R is
  /// 1.
  private static final long START = 0x3FE6800000000000L;

  private static final long ONE = 0x3FF0000000000000L;

  private static final double[] R = {
    0x1.6p0, 0x1.58p0, 0x1.48p0, 0x1.38p0, 0x1.3p0, 0x1.28p0,
    0x1.18p0, 0x1.1p0, 0x1.08p0, 0x1p0, 0x1.ep-1, 0x1.cp-1,
    0x1.bp-1, 0x1.ap-1, 0x1.8p-1, 0x1.7p-1
  };

  /// -log(R) to 2^-42.
  private static final double[] LOG = {
    -0x1.4618bc21c6p-2, -0x1.2e8e2bae12p-2, -0x1.fb9186d5e4p-3, -0x1.9525a9cf46p-3,
    -0x1.5ff3070a7ap-3, -0x1.29552f82p-3, -0x1.6f0d28ae58p-4, -0x1.f0a30c0118p-5,
    -0x1.f829b0e78p-6, 0, 0x1.08598b59e4p-4, 0x1.1178e8227ep-3,
    0x1.5bf406b544p-3, 0x1.a93ed3c8aep-3, 0x1.269621134ep-2, 0x1.522ae0738ap-2
  };

  /// What is left of -log(R).
  private static final double[] LOG_LOW = {
    0x1.3d82f484c84ccp-46, 0x1.67b1e99b72bd8p-45, 0x1.d572aab993c87p-47, 0x1.297137d9f158fp-44,
    0x1.8586f183bebf2p-44, 0x1.5b967f4471dfcp-44, 0x1.4b4641b664613p-44, 0x1.d599e83368e91p-45,
    -0x1.980267c7e09e4p-45, 0, -0x1.7e5dd7009902cp-46, 0x1.1ef78ce2d07f2p-45,
    -0x1.27023eb68981cp-46, -0x1.8724350562169p-45, -0x1.1b61f10522625p-44, 0x1.ebe708164c759p-45
  };

  /// -log(R) to base 2.
  private static final double[] LOG2 = {
    -0x1.d6753e032ea0fp-2, -0x1.b47ebf73882a1p-2, -0x1.6e221cd9d0cdep-2, -0x1.24407ab0e073ap-2,
    -0x1.fbc16b902680ap-3, -0x1.acf5e2db4ec94p-3, -0x1.08c588cda79e4p-3, -0x1.663f6fac91316p-4,
    -0x1.6bad3758efd87p-5, 0, 0x1.7d60496cfbb4cp-4, 0x1.8a8980abfbd32p-3,
    0x1.f5fd8a9063e35p-3, 0x1.32bfee370ee68p-2, 0x1.a8ff971810a5ep-2, 0x1.e7df5fe538ab3p-2
  };

  /// ln 2 to 2^-42, so that k of it and an element of [#LOG] have an exact sum.
  private static final double LN2_SHORT = 0x1.62e42fefa38p-1;

  private static final double LN2_REST = 0x1.ef35793c7673p-45;

  /// Minimax coefficients of T.
  private static final double[] T = {
    -0x1.00000000000f1p-2, 0x1.9999999999698p-3, -0x1.5555555332552p-3,
    0x1.2492492a3e6e3p-3, -0x1.00000ce73758ap-3, 0x1.c71c127ca9fc6p-4,
    -0x1.9959c63e915bep-4, 0x1.7588d5f214d86p-4, -0x1.8d8e38aee46f4p-4
  };

  /// Minimax coefficients of log(1 + f) / f to base 2.
  private static final double[] LOG_NARROW = {
    0x1.71547652dec63p0, -0x1.7154765a643eep-1, 0x1.ec7085b6f6509p-2,
    -0x1.7153b9e06c86fp-2, 0x1.28052c61212a5p-2, -0x1.f03c1662f0092p-3
  };

  /// 2^(j/16) rounded.
  private static final double[] ROOTS = {
    0x1p0, 0x1.0b5586cf9890fp0, 0x1.172b83c7d517bp0, 0x1.2387a6e756238p0,
    0x1.306fe0a31b715p0, 0x1.3dea64c123422p0, 0x1.4bfdad5362a27p0, 0x1.5ab07dd485429p0,
    0x1.6a09e667f3bcdp0, 0x1.7a11473eb0187p0, 0x1.8ace5422aa0dbp0, 0x1.9c49182a3f09p0,
    0x1.ae89f995ad3adp0, 0x1.c199bdd85529cp0, 0x1.d5818dcfba487p0, 0x1.ea4afa2a490dap0
  };

  /// 2^(j/16) less [#ROOTS].
  private static final double[] ROOTS_LOW = {
    0,
    0x1.8a62e4adc610bp-54,
    -0x1.19041b9d78a76p-55,
    0x1.9b07eb6c70573p-54,
    0x1.6f46ad23182e4p-55,
    0x1.ada0911f09ebcp-55,
    0x1.d4397afec42e2p-56,
    0x1.6324c054647adp-54,
    -0x1.bdd3413b26456p-54,
    -0x1.41577ee04992fp-55,
    0x1.6e9f156864b27p-54,
    0x1.c7c46b071f2bep-56,
    0x1.7a1cd345dcc81p-54,
    0x1.11065895048ddp-55,
    0x1.2ed02d75b3707p-55,
    -0x1.e9c23179c2893p-54
  };

  /// Minimax coefficients of (exp(r) - 1 - r) / r^2, |r| <= ln 2 / 32.
  private static final double[] EXP = {
    0x1.0000000000004p-1, 0x1.5555555555559p-3, 0x1.555555547f8a8p-5,
    0x1.111111107e624p-7, 0x1.6c18415e57597p-10, 0x1.a01b9d8c8c7cfp-13
  };

  /// Minimax coefficients of (2^r - 1) / r, |r| <= 1/32.
  private static final double[] EXP2_NARROW = {
    0x1.62e42feb08301p-1, 0x1.ebfff4688096ep-3, 0x1.c6b46f5e33247p-5
  };

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Power() {}

  /// x to the power y; both FLOAT64 or both FLOAT32.
  public static Value power(Body b, Value x, Value y) {
    return Lanes.isFloat64(x) ? wide(b, x, y) : narrow(b, x, y);
  }

  private static Value wide(Body b, Value x, Value y) {
    Value size = b.abs(x);
    Doubled log = log(b, size);
    Value e = b.mul(y, log.high());
    Value eLow = b.fma(y, log.low(), b.fma(y, log.high(), b.neg(e)));

    // e = n ln 2 / 16 + r
    Value round = b.constant(Lanes.ROUND);
    Value t = b.fma(e, b.constant(16 * Logarithm.LOG2_E), round);
    Value n = b.sub(t, round);
    Value r = b.fma(n, b.constant(-Logarithm.LN2 / 16), e);
    r = b.add(r, b.fma(n, b.constant(-Logarithm.LN2_LOW / 16), eLow));
    Value bits = b.reinterpret(t, LaneType.INT64);
    Value root = Lanes.lookup(b, bits, ROOTS);
    Value more = b.fma(b.mul(r, r), Lanes.horner(b, r, EXP), r);
    Value power = b.add(root, b.fma(root, more, Lanes.lookup(b, bits, ROOTS_LOW)));
    Value k = b.ushr(bits, 4);
    Value usual =
        b.reinterpret(b.add(b.reinterpret(power, LaneType.INT64), b.shl(k, 52)), LaneType.FLOAT64);

    Value unusual = b.or(Logarithm.irregular(b, x), b.not(b.lt(b.abs(e), b.constant(708.0))));
    unusual = b.or(unusual, isTwoOrHalf(b, y));
    Value anySize = Doubled.scaled(b, power, b.reinterpret(k, LaneType.FLOAT64));
    Value isZero = b.eq(x, b.constant(0.0));
    Value exponent = b.select(isZero, b.mul(y, b.constant(-INFINITY)), e);
    anySize = b.select(b.gt(exponent, b.constant(711.0)), b.constant(INFINITY), anySize);
    anySize = b.select(b.lt(exponent, b.constant(-747.0)), b.constant(0.0), anySize);
    Value regular = b.or(b.not(Logarithm.irregular(b, size)), isZero);
    Value special =
        b.rare(
            b.not(b.and(regular, b.lt(b.abs(y), b.constant(0x1p51)))),
            special(b, x, y, size, anySize),
            large(LaneType.FLOAT64),
            x,
            y);
    return b.seldom(unusual, special, usual);
  }

  /// Whether y is 2 or 1/2: their bits differ in one place.
  private static Value isTwoOrHalf(Body b, Value y) {
    LaneType type = y.type();
    Value half = Lanes.bits(b, b.constant(type, 0.5));
    Value two = Lanes.bits(b, b.constant(type, 2));
    Value distance = b.sub(Lanes.bits(b, y), half);
    Value other = b.not(b.sub(two, half));
    return b.eq(b.and(distance, other), b.constant(Lanes.bits(type), 0));
  }

  /// |x| = 2^k (1 + f) / R[interval].
  ///
  /// @param interval in the low four bits
  private record Reduced(Value k, Value interval, Value f) {}

  private static Reduced reduce(Body b, Value size) {
    // (k + 1023) 2^52 and the distance of the significand from the first interval.
    Value u = b.add(b.reinterpret(size, LaneType.INT64), b.constant(ONE - START));
    Value interval = b.ushr(u, 48);
    Value m = b.add(b.and(u, b.constant(0x000FFFFFFFFFFFFFL)), b.constant(START));
    // 2^52 + k + 1023 as a floating-point number, less all but k
    Value k = b.or(b.ushr(u, 52), b.constant(0x4330000000000000L));
    Value f =
        b.fma(b.reinterpret(m, LaneType.FLOAT64), Lanes.lookup(b, interval, R), b.constant(-1.0));
    Value excess = b.constant(0x1p52 + 1023);
    return new Reduced(b.sub(b.reinterpret(k, LaneType.FLOAT64), excess), interval, f);
  }

  /// log(x) of a positive normal FLOAT64 number to some 2^-65 of it.
  static Doubled log(Body b, Value x) {
    Reduced reduced = reduce(b, x);
    Value f = reduced.f;
    Value square = b.mul(f, f);
    Value squareLow = b.fma(f, f, b.neg(square));
    // -1/2 + f/3 + f^2 T(f)
    Value third = b.constant(1 / 3.0);
    Value half = b.constant(-0.5);
    Value linear = b.mul(f, third);
    Value weight = b.add(half, linear);
    Value weightLow = b.fma(square, Lanes.horner(b, f, T), b.fma(f, third, b.neg(linear)));
    weightLow = b.add(Lanes.lostOfLarger(b, half, linear, weight), weightLow);
    Value curved = b.mul(square, weight);
    Value low = b.fma(square, weight, b.neg(curved));
    low = b.fma(squareLow, weight, low);
    low = b.fma(square, weightLow, low);

    Value main = b.fma(reduced.k, b.constant(LN2_SHORT), Lanes.lookup(b, reduced.interval, LOG));
    Doubled sum = Doubled.ordered(b, main, f).plusSmaller(b, new Doubled(curved, low));
    Value rest = b.fma(reduced.k, b.constant(LN2_REST), Lanes.lookup(b, reduced.interval, LOG_LOW));
    return new Doubled(sum.high(), b.add(sum.low(), rest));
  }

  /// What the sign of x and certain exponents make of |x|^y; |y| is below 2^51.
  private static Value special(Body b, Value x, Value y, Value size, Value power) {
    power = b.select(b.eq(y, b.constant(2.0)), b.mul(x, x), power);
    power = b.select(b.eq(y, b.constant(0.5)), b.sqrt(size), power);
    // 0 to the power 0.
    power = b.select(b.eq(y, b.constant(0.0)), b.constant(1.0), power);
    return signed(b, x, y, power, b.lt(x, b.constant(0.0)));
  }

  /// `power` with the sign that odd y give it, and NaN where `negative` x have a y that is not
  /// whole; |y| is below 2^51.
  private static Value signed(Body b, Value x, Value y, Value power, Value negative) {
    Value round = b.constant(Lanes.ROUND);
    Value rounded = b.add(y, round);
    Value broken = b.ne(b.sub(rounded, round), y);
    Value odd = b.shl(b.reinterpret(rounded, LaneType.INT64), 63);
    Value sign = b.and(b.select(broken, b.constant(0L), odd), b.reinterpret(x, LaneType.INT64));
    Value result =
        b.reinterpret(b.xor(b.reinterpret(power, LaneType.INT64), sign), LaneType.FLOAT64);
    return b.select(b.and(negative, broken), b.constant(Double.NaN), result);
  }

  private static Value narrow(Body b, Value x, Value y) {
    Value wideY = b.convert(y, LaneType.FLOAT64);
    Value exponent = exponent(b, b.convert(b.abs(x), LaneType.FLOAT64), wideY);
    // 2^(n/16) 2^r with n / 16 nearest to the exponent; the table's bits make up for those of n
    // that fall into the significand
    Value round = b.constant(Lanes.ROUND / 16);
    Value t = b.add(exponent, round);
    Value r = b.sub(exponent, b.sub(t, round));
    Value bits = b.reinterpret(t, LaneType.INT64);
    Value root = b.add(b.lookup(bits, rootsLessIndex()), b.shl(bits, 48));
    Value more = b.fma(r, Lanes.horner(b, r, EXP2_NARROW), b.constant(1.0));
    Value power = b.mul(b.reinterpret(root, LaneType.FLOAT64), more);
    Value usual = b.convert(power, LaneType.FLOAT32);

    // Positive and finite; then one signed comparison tells.
    Value moved = b.add(Lanes.bits(b, x), b.constant(Integer.MAX_VALUE));
    Value unusual = b.ge(moved, b.constant(Integer.MAX_VALUE + 0x7F800000));
    unusual = b.or(unusual, isTwoOrHalf(b, y));
    unusual = b.or(unusual, b.not(b.lt(b.abs(exponent), b.constant(126.0))));
    return b.seldom(unusual, narrowSpecial(b, x, y, wideY, exponent), usual);
  }

  /// y log2 |x| of a positive number.
  private static Value exponent(Body b, Value size, Value y) {
    Reduced reduced = reduce(b, size);
    Value whole = b.add(reduced.k, Lanes.lookup(b, reduced.interval, LOG2));
    Value log = b.fma(reduced.f, Lanes.horner(b, reduced.f, LOG_NARROW), whole);
    return b.mul(y, log);
  }

  private static long[] rootsLessIndex() {
    long[] bits = new long[ROOTS.length];
    for (int j = 0; j < bits.length; j++) {
      bits[j] = Double.doubleToRawLongBits(ROOTS[j]) - ((long) j << 48);
    }
    return bits;
  }

  /// x to the power y for any FLOAT32 numbers.
  ///
  /// @param exponent y log2 |x| where x is finite and not 0
  private static Value narrowSpecial(Body b, Value x, Value y, Value wideY, Value exponent) {
    Value power = b.convert(anySize(b, x, wideY, exponent), LaneType.FLOAT32);
    power = b.select(b.eq(y, b.constant(2f)), b.mul(x, x), power);
    Value root = b.and(b.eq(y, b.constant(0.5f)), b.gt(x, b.constant(0f)));
    power = b.select(root, b.sqrt(x), power);
    Value always = b.or(b.eq(y, b.constant(0f)), b.eq(x, b.constant(1f)));
    power = b.select(always, b.constant(1f), power);
    return b.rare(b.gt(b.abs(y), b.constant(0x1p40f)), power, large(LaneType.FLOAT32), x, y);
  }

  private static Value anySize(Body b, Value x, Value y, Value exponent) {
    Value zero = b.constant(0f);
    Value finite = b.lt(b.abs(x), b.constant(Float.POSITIVE_INFINITY));
    Value e = b.select(finite, exponent, b.mul(y, b.convert(b.abs(x), LaneType.FLOAT64)));
    e = b.select(b.eq(x, zero), b.mul(y, b.constant(-INFINITY)), e);
    // Beyond 300 the conversion overflows or gives 0.
    e = b.select(b.gt(e, b.constant(300.0)), b.constant(300.0), e);
    e = b.select(b.lt(e, b.constant(-300.0)), b.constant(-300.0), e);
    Value negative = b.and(b.lt(x, zero), finite);
    return signed(b, b.convert(x, LaneType.FLOAT64), y, twoToThe(b, e), negative);
  }

  /// 2 to the power e in FLOAT64, good for FLOAT32; e within the exponents of FLOAT64.
  static Value twoToThe(Body b, Value e) {
    Value round = b.constant(Lanes.ROUND);
    Value t = b.add(e, round);
    Value power =
        Lanes.horner(
            b,
            b.sub(e, b.sub(t, round)),
            1.0,
            0x1.62e430af207f7p-1,
            0x1.ebfbcd573a3a7p-3,
            0x1.c6aed92283596p-5,
            0x1.3b39cfa514edfp-7,
            0x1.5f47dfed95781p-10,
            0x1.38c4b821ee1f6p-13);
    Value scale =
        b.add(b.shl(b.reinterpret(t, LaneType.INT64), 52), b.constant(0x3FF0000000000000L));
    return b.mul(power, b.reinterpret(scale, LaneType.FLOAT64));
  }

  private static ScalarFunction large(LaneType type) {
    return new ScalarFunction(LargePower.class, "power", type, List.of(type, type));
  }
}
