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
/// 1971). |x| = 2^k (1 + f) as in [Logarithm]; S = f / (1 + f/2), z = S^2, and log(1 + f) = 2
/// atanh(S/2) = S + S z (1/12 + z Q(z)) with a minimax polynomial Q in plain FLOAT64. The
/// exponential is that of [Exponential] with a low part. NaN, infinite and subnormal x, and |y| >=
/// 2^51, go to [LargePower].
///
/// FLOAT32 is computed in FLOAT64, to base 2 and with shorter polynomials, and the last conversion
/// rounds.
///
/// Exact: x^0 = 1, x^1 = x, x^2 = x * x and x^0.5 = sqrt(x) (rounded as those are), and every power
/// that is a floating-point number. Error bound: 0.65 ULP in FLOAT64, 0.57 ULP in FLOAT32, 1 ULP
/// below the normal range.
public final class Power {
  /// Minimax coefficients of Q.
  public static final double[] Q = {
    0x1.9999999999b2fp-7,
    0x1.2492492457f5fp-9,
    0x1.c71c722d3a12ep-12,
    0x1.745ce9f2083bdp-14,
    0x1.3b1ee97fb5f5ep-16,
    0x1.0f8022a17d1efp-18,
    0x1.0e40ae468ab18p-20
  };

  /// 1/12 rounded.
  public static final double TWELFTH = 0x1.5555555555555p-4;

  /// 1/12 less [#TWELFTH].
  public static final double TWELFTH_LOW = 0x1.5555555555555p-58;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Power() {}

  /// x to the power y; both FLOAT64 or both FLOAT32.
  public static Value power(Body b, Value x, Value y) {
    return Lanes.isFloat64(x) ? wide(b, x, y) : narrow(b, x, y);
  }

  private static Value wide(Body b, Value x, Value y) {
    Value zero = b.constant(0.0);
    Value size = b.abs(x);
    Value isZero = b.eq(x, zero);
    Value regular =
        b.and(b.or(Logarithm.regular(b, size), isZero), b.lt(b.abs(y), b.constant(0x1p51)));

    Doubled log = Doubled.log(b, size);
    Value low = log.low();
    Value high = b.select(isZero, b.constant(-INFINITY), log.high());

    Value e = b.mul(y, high);
    Value eLow = b.fma(y, low, b.fma(y, high, b.neg(e)));
    return b.rare(
        b.not(regular),
        special(b, x, y, size, exponential(b, e, eLow)),
        large(LaneType.FLOAT64),
        x,
        y);
  }

  /// exp(e + low), from 0 to infinity.
  private static Value exponential(Body b, Value e, Value low) {
    Exponential.Parts parts = Exponential.parts(b, e, low);
    Value y = Doubled.scaled(b, b.add(parts.head(), parts.rest()), parts.t());
    y = b.select(b.gt(e, b.constant(711.0)), b.constant(INFINITY), y);
    return b.select(b.lt(e, b.constant(-747.0)), b.constant(0.0), y);
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
    Value power = b.convert(wideOfNarrow(b, x, y), LaneType.FLOAT32);
    power = b.select(b.eq(y, b.constant(2f)), b.mul(x, x), power);
    Value root = b.and(b.eq(y, b.constant(0.5f)), b.gt(x, b.constant(0f)));
    power = b.select(root, b.sqrt(x), power);
    Value always = b.or(b.eq(y, b.constant(0f)), b.eq(x, b.constant(1f)));
    power = b.select(always, b.constant(1f), power);
    return b.rare(b.gt(b.abs(y), b.constant(0x1p40f)), power, large(LaneType.FLOAT32), x, y);
  }

  /// The power of FLOAT32 numbers in FLOAT64: 2^(y log2 |x|), log2 |x| = k + s L(s^2) with s = f /
  /// (2 + f).
  private static Value wideOfNarrow(Body b, Value x32, Value y32) {
    Value zero = b.constant(0.0);
    Value infinity = b.constant(INFINITY);
    Value x = b.convert(x32, LaneType.FLOAT64);
    Value y = b.convert(y32, LaneType.FLOAT64);
    Value size = b.abs(x);
    Value finite = b.lt(size, infinity);

    Logarithm.Split split = Logarithm.split(b, size);
    Value f = split.f();
    Value s = b.div(f, b.add(f, b.constant(2.0)));
    Value polynomial =
        Lanes.horner(
            b,
            b.mul(s, s),
            0x1.71547652bee69p+1,
            0x1.ec709d12525a6p-1,
            0x1.277780437a7fdp-1,
            0x1.a58d5c470168fp-2,
            0x1.5cebacef83ca6p-2);
    Value log = b.fma(s, polynomial, split.k());
    log = b.select(b.eq(x, zero), b.constant(-INFINITY), b.select(finite, log, size));

    // Beyond 300 the conversion overflows or gives 0.
    Value e = b.mul(y, log);
    e = b.select(b.gt(e, b.constant(300.0)), b.constant(300.0), e);
    e = b.select(b.lt(e, b.constant(-300.0)), b.constant(-300.0), e);
    Value power = twoToThe(b, e);
    return signed(b, x, y, power, b.and(b.lt(x, zero), finite));
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
