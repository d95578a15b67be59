package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// Integer division in floating-point lanes, since no processor divides integer ones; with the
/// values of [io.lanewise.ufunc.math.scalar.IntegerDivisions]: 0 where the divisor is 0, and the
/// smallest number over -1 wraps to itself.
///
/// A quotient n that is off by at most one is enough: a - n b, exact in wrapping arithmetic, tells
/// by its sign which neighbour is wanted (T. Granlund and P. L. Montgomery, Division by invariant
/// integers using multiplication, PLDI 1994, correct estimates likewise).
///
/// a times the reciprocal of b in FLOAT64 is the quotient to 2^-51 of itself. Rounded to the
/// nearest integer it is such an n in INT32. In INT64 it may be off by 2^12; what it leaves of a,
/// times the reciprocal again, gives the correction. The reciprocal of a divisor that is one number
/// for the whole array leaves the loop.
public final class IntegerDivision {
  /// What the divisions of one pair of numbers give.
  public record Pair(Value quotient, Value remainder) {}

  private IntegerDivision() {}

  /// The quotient rounded down, and the remainder with the sign of `b`; INT64 or INT32.
  public static Pair floor(Body f, Value a, Value b) {
    Pair near = near(f, a, b);
    Value rest = near.remainder();
    LaneType type = a.type();
    Value zero = f.constant(type, 0);
    // the signs differ, and the rest is not 0
    Value below = f.and(f.lt(f.xor(rest, b), zero), f.ne(rest, zero));
    Value one = f.constant(type, 1);
    Value quotient = f.select(below, f.sub(near.quotient(), one), near.quotient());
    return guarded(f, b, quotient, f.select(below, f.add(rest, b), rest));
  }

  /// The remainder with the sign of `a`; INT64 or INT32.
  public static Value fmod(Body f, Value a, Value b) {
    Value rest = near(f, a, b).remainder();
    LaneType type = a.type();
    Value zero = f.constant(type, 0);
    Value beyond = f.and(f.lt(f.xor(rest, a), zero), f.ne(rest, zero));
    // towards a
    Value step = f.select(f.lt(f.xor(rest, b), zero), b, f.neg(b));
    Value moved = f.select(beyond, f.add(rest, step), rest);
    return f.select(f.eq(b, zero), zero, moved);
  }

  /// The quotient and remainder of uint64 numbers in INT64.
  ///
  /// Divisors of 2^63 and more go once at most; a divisor of 1 goes more often than a signed
  /// conversion holds.
  public static Pair unsigned(Body f, Value a, Value b) {
    Value zero = f.constant(0L);
    Value one = f.constant(1L);
    Value inverse = f.div(f.constant(1.0), unsignedDouble(f, b));
    Value first = f.convert(f.fma(unsignedDouble(f, a), inverse, f.constant(0.5)), LaneType.INT64);
    Value rest = f.sub(a, f.mul(first, b));
    Value second = nearest(f, rest, inverse);
    rest = f.sub(rest, f.mul(second, b));
    Value quotient = f.add(first, second);
    Value below = f.lt(rest, zero);
    quotient = f.select(below, f.sub(quotient, one), quotient);
    rest = f.select(below, f.add(rest, b), rest);

    Value top = f.constant(Long.MIN_VALUE);
    Value fits = f.le(f.xor(b, top), f.xor(a, top));
    Value huge = f.lt(b, zero);
    quotient = f.select(huge, f.select(fits, one, zero), quotient);
    rest = f.select(huge, f.select(fits, f.sub(a, b), a), rest);
    Value unit = f.eq(b, one);
    return guarded(f, b, f.select(unit, a, quotient), f.select(unit, zero, rest));
  }

  /// 0 for zero divisors.
  private static Pair guarded(Body f, Value b, Value quotient, Value rest) {
    Value zero = f.constant(b.type(), 0);
    Value none = f.eq(b, zero);
    return new Pair(f.select(none, zero, quotient), f.select(none, zero, rest));
  }

  /// An integer next to a / b, and what it leaves of a.
  private static Pair near(Body f, Value a, Value b) {
    Value inverse = f.div(f.constant(1.0), f.convert(b, LaneType.FLOAT64));
    if (a.type() == LaneType.INT32) {
      Value sum = f.fma(f.convert(a, LaneType.FLOAT64), inverse, f.constant(Lanes.ROUND));
      Value n = f.convert(f.reinterpret(sum, LaneType.INT64), LaneType.INT32);
      return new Pair(n, f.sub(a, f.mul(n, b)));
    }
    Value first = f.convert(f.mul(f.convert(a, LaneType.FLOAT64), inverse), LaneType.INT64);
    Value rest = f.sub(a, f.mul(first, b));
    Value second = nearest(f, rest, inverse);
    return new Pair(f.add(first, second), f.sub(rest, f.mul(second, b)));
  }

  /// The integer nearest to rest * inverse, which is small.
  private static Value nearest(Body f, Value rest, Value inverse) {
    Value round = f.constant(Lanes.ROUND);
    Value sum = f.fma(f.convert(rest, LaneType.FLOAT64), inverse, round);
    return f.sub(f.reinterpret(sum, LaneType.INT64), f.reinterpret(round, LaneType.INT64));
  }

  /// `a` as an unsigned number, rounded at most twice.
  private static Value unsignedDouble(Body f, Value a) {
    Value signed = f.convert(a, LaneType.FLOAT64);
    Value high = f.add(signed, f.constant(0x1p64));
    return f.select(f.lt(a, f.constant(0L)), high, signed);
  }
}
