package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// Sums of exponentials, and what is made of them: logaddexp, logaddexp2, softplus and sigmoid.
///
/// log(exp(x) + exp(y)) = m + log(1 + exp(-d)) with m the larger of both and d their distance, as
/// the sum of two numbers. exp(-d) is that of [Exponential] with its low part; e below 1/2 goes to
/// log(1 + e), and e above to log 2 + log(1 + (e - 1) / 2), both by the series of [Logarithm],
/// whose result is again a sum of two numbers; m + that is rounded once. softplus(x) is that of x
/// and 0. sigmoid(x) = 1 / (1 + e) or e / (1 + e), e = exp(-|x|), with a quotient that is corrected
/// once by its remainder.
///
/// Error bounds: 0.98 ULP, 1 ULP below the normal range; where m and the logarithm cancel (m below
/// 0, and the result of logaddexp below 1/4, that of logaddexp2 below 1/2) the errors are below
/// 2^-54 in FLOAT64 and 2^-25 in FLOAT32.
public final class Logistic {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Logistic() {}

  /// log(exp(x) + exp(y)); both FLOAT64 or both FLOAT32.
  public static Value logaddexp(Body b, Value x, Value y) {
    Lanes.isFloat64(x);
    return sum(b, x, y, false);
  }

  /// log2(2^x + 2^y); both FLOAT64 or both FLOAT32.
  public static Value logaddexp2(Body b, Value x, Value y) {
    Lanes.isFloat64(x);
    return sum(b, x, y, true);
  }

  private static Value sum(Body b, Value x, Value y, boolean binary) {
    LaneType type = x.type();
    Value first = b.gt(x, y);
    Value larger = b.select(first, x, y);
    Value smaller = b.select(first, y, x);
    Value distance = b.sub(smaller, larger);
    Value low = Lanes.lost(b, smaller, b.neg(larger), distance);
    // Of infinities the low part is NaN; of equal ones the distance is, too.
    low = b.select(b.eq(low, low), low, b.constant(type, 0));
    distance = b.select(b.eq(smaller, larger), b.constant(type, 0), distance);
    Value result = plus(b, larger, log(b, distance, low, binary));
    Value infinite = b.eq(b.abs(larger), b.constant(type, INFINITY));
    return b.select(infinite, b.sub(larger, distance), result);
  }

  /// log(1 + exp(x)) for FLOAT64 or FLOAT32.
  public static Value softplus(Body b, Value x) {
    LaneType type = x.type();
    Lanes.isFloat64(x);
    Value larger = b.select(b.gt(x, b.constant(type, 0)), x, b.constant(type, 0));
    Value result = plus(b, larger, log(b, b.neg(b.abs(x)), null, false));
    return b.select(b.eq(x, b.constant(type, INFINITY)), x, result);
  }

  private static Value plus(Body b, Value larger, Lanes.Pair log) {
    Value sum = b.add(larger, log.high());
    return b.add(sum, b.add(Lanes.lost(b, larger, log.high(), sum), log.low()));
  }

  /// 1 / (1 + exp(-x)) for FLOAT64 or FLOAT32.
  public static Value sigmoid(Body b, Value x) {
    LaneType type = x.type();
    Lanes.isFloat64(x);
    Value one = b.constant(type, 1);
    Value zero = b.constant(type, 0);
    Exponent e = exponent(b, b.neg(b.abs(x)), null, false);
    Value scaled = b.mul(e.high, e.power);
    Value divisor = b.add(one, scaled);
    Value divisorLow = b.fma(e.low, e.power, Lanes.lostOfLarger(b, one, scaled, divisor));
    Value negative = b.lt(x, zero);
    Value quotient =
        Lanes.quotient(
            b,
            b.select(negative, e.high, one),
            b.select(negative, e.low, zero),
            divisor,
            divisorLow);
    // One after the other, because their product may be below the smallest number.
    quotient = b.mul(quotient, b.select(negative, e.power, one));
    return b.mul(quotient, b.select(negative, e.lowered, one));
  }

  /// (high + low) power lowered, with low below half a unit in the last place of high.
  ///
  /// @param lowered 1, or less where without it nothing leaves the normal range
  private record Exponent(Value power, Value lowered, Value high, Value low) {}

  /// exp(x + low) or 2^(x + low) for x up to 0; `low` may be null.
  private static Exponent exponent(Body b, Value x, Value low, boolean binary) {
    LaneType type = x.type();
    // Where all results are 0.
    Value least =
        binary ? Lanes.constant(b, type, -1080, -155) : Lanes.constant(b, type, -750, -110);
    Value below =
        binary ? Lanes.constant(b, type, -1021, -125) : Lanes.constant(b, type, -708, -87);
    Value vanishes = b.lt(x, least);
    Value limited = b.select(vanishes, least, x);
    // the low part of a huge number is huge
    Value limitedLow = low == null ? null : b.select(vanishes, b.constant(type, 0), low);
    Exponential.Parts parts =
        binary
            ? Exponential.parts2(b, limited, limitedLow)
            : Exponential.parts(b, limited, limitedLow);
    Value high = b.add(parts.head(), parts.rest());
    Value rest = Lanes.lostOfLarger(b, parts.head(), parts.rest(), high);
    Value subnormal = b.lt(x, below);
    return new Exponent(
        Exponential.power(b, parts.t(), subnormal),
        Exponential.lowered(b, type, subnormal),
        high,
        rest);
  }

  /// log(1 + exp(x + low)) or log2(1 + 2^(x + low)) for x up to 0; `low` may be null.
  private static Lanes.Pair log(Body b, Value x, Value low, boolean binary) {
    LaneType type = x.type();
    Exponent exponent = exponent(b, x, low, binary);
    Value e = b.mul(exponent.high, exponent.power);
    Value eLow = b.mul(exponent.low, exponent.power);
    Value half = b.constant(type, 0.5);
    Value upper = b.gt(e, half);
    Value f = b.select(upper, b.fma(e, half, b.constant(type, -0.5)), e);
    Value fLow = b.select(upper, b.mul(eLow, half), eLow);
    Lanes.Pair log = Logarithm.near1(b, upper, f, b.fma(b.neg(f), fLow, fLow), binary);
    // Of a tiny f the logarithm is a multiple.
    return new Lanes.Pair(b.mul(log.high(), exponent.lowered), b.mul(log.low(), exponent.lowered));
  }
}
