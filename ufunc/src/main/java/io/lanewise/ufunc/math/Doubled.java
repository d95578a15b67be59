package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// A FLOAT64 or FLOAT32 number as the sum of two, the low one smaller than the last bit or so of
/// the high one (T. J. Dekker, A floating-point technique for extending the available precision,
/// 1971; D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2, has the sums).
record Doubled(Value high, Value low) {
  /// a + b exactly; a has no lower exponent than b, or is 0.
  static Doubled ordered(Body f, Value a, Value b) {
    Value sum = f.add(a, b);
    return new Doubled(sum, f.sub(b, f.sub(sum, a)));
  }

  /// a + b exactly.
  static Doubled sum(Body f, Value a, Value b) {
    Value sum = f.add(a, b);
    Value part = f.sub(sum, a);
    return new Doubled(sum, f.add(f.sub(a, f.sub(sum, part)), f.sub(b, part)));
  }

  /// a * b exactly.
  static Doubled product(Body f, Value a, Value b) {
    Value product = f.mul(a, b);
    return new Doubled(product, f.fma(a, b, f.neg(product)));
  }

  Doubled plus(Body f, Value more) {
    Doubled sum = sum(f, high, more);
    return new Doubled(sum.high, f.add(sum.low, low));
  }

  Doubled plus(Body f, Doubled more) {
    Doubled sum = sum(f, high, more.high);
    return new Doubled(sum.high, f.add(sum.low, f.add(low, more.low)));
  }

  /// This and something no larger.
  Doubled plusSmaller(Body f, Doubled more) {
    Doubled sum = ordered(f, high, more.high);
    return new Doubled(sum.high, f.add(sum.low, f.add(low, more.low)));
  }

  /// This and something no larger.
  Doubled plusSmaller(Body f, Value more) {
    Doubled sum = ordered(f, high, more);
    return new Doubled(sum.high, f.add(sum.low, low));
  }

  /// This plus a * b, exactly but for the last addition; the product is larger neither than this
  /// nor than the sum, or what the sum exceeds this by would have too many bits.
  Doubled plusSmallerProduct(Body f, Value a, Value b) {
    Value sum = f.fma(a, b, high);
    return new Doubled(sum, f.add(low, f.fma(a, b, f.sub(high, sum))));
  }

  Doubled negative(Body f) {
    return new Doubled(f.neg(high), f.neg(low));
  }

  Doubled times(Body f, Value factor) {
    Doubled product = product(f, high, factor);
    return new Doubled(product.high, f.fma(low, factor, product.low));
  }

  Doubled times(Body f, Doubled factor) {
    Doubled product = times(f, factor.high);
    return new Doubled(product.high, f.fma(high, factor.low, product.low));
  }

  /// This over the divisor, to some 2^-100 of it.
  Doubled over(Body f, Doubled divisor) {
    Value inverse = f.div(f.constant(1.0), divisor.high);
    Value quotient = f.mul(high, inverse);
    Value minus = f.neg(quotient);
    Value rest = f.fma(minus, divisor.high, high);
    rest = f.add(rest, f.fma(minus, divisor.low, low));
    return new Doubled(quotient, f.mul(rest, inverse));
  }

  /// `condition ? a : b`.
  static Doubled select(Body f, Value condition, Doubled a, Doubled b) {
    return new Doubled(f.select(condition, a.high, b.high), f.select(condition, a.low, b.low));
  }

  /// The same number, the low part below half of the high one's last bit; |high| is not below
  /// |low|.
  Doubled normal(Body f) {
    return ordered(f, high, low);
  }

  /// The sum, rounded.
  Value rounded(Body f) {
    return f.add(high, low);
  }

  /// This times the factor, rounded once but for some 2^-60; exact zeros lose their sign.
  Value timesRounded(Body f, Doubled factor) {
    return f.fma(high, factor.high, f.fma(high, factor.low, f.mul(low, factor.high)));
  }

  /// A number times 2 to the power of the integer in the low bits of `turns`; see [#scaled].
  record Scaled(Doubled number, Value turns) {}

  /// exp(this) to some 2^-62, |this| below 2^20; the method of [Exponential].
  Scaled exp(Body f) {
    Exponential.Parts parts = Exponential.parts(f, high, low);
    return new Scaled(ordered(f, parts.head(), parts.rest()), parts.t());
  }

  /// y times 2 to the power of the integer in the low bits of `turns`, which may hold [Lanes#round]
  /// too. In two factors, because the power may lie outside the format; the rounding constant's own
  /// bits leave by the shifts.
  static Value scaled(Body b, Value y, Value turns) {
    LaneType type = y.type();
    Value bits = Lanes.bits(b, turns);
    Value first = b.ushr(bits, 1);
    Value factor = powerOfTwo(b, type, first);
    return b.mul(b.mul(y, factor), powerOfTwo(b, type, b.sub(bits, first)));
  }

  private static Value powerOfTwo(Body b, LaneType type, Value exponent) {
    Value one = Lanes.bits(b, b.constant(type, 1));
    Value bits = b.add(b.shl(exponent, type == LaneType.FLOAT64 ? 52 : 23), one);
    return b.reinterpret(bits, type);
  }
}
