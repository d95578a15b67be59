package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.FloatDivisions;
import java.util.List;

/// Division of floating-point numbers with a remainder, with the values of [FloatDivisions], which
/// are NumPy's and Python's.
///
/// With n the integer nearest to |a| / |b| as the format has that quotient, |a| - n |b| is a
/// multiple of b's last bit and not above |b| in size, so fma gives it exactly (the remainder of
/// IEEE 754, section 5.3.1; n may be the other neighbour near a half, which the argument allows).
/// Signs then say whether n is the quotient wanted or its neighbour.
///
/// NumPy gets its quotient from the remainder, (a - rest) / b, rounding twice. Below 2^50 that is
/// the exact one, above it can be off; from there on, and where a is infinite, [FloatDivisions]
/// computes. Exact.
public final class FloatDivision {
  /// Three bits below the format's precision, NumPy's two roundings are less than half a unit.
  private static final double LARGE = 0x1p50;

  private static final float LARGE_FLOAT32 = 0x1p21f;

  private FloatDivision() {}

  /// The remainder with the sign of `a`.
  public static Value fmod(Body f, Value a, Value b) {
    Step step = new Step(f, a, b);
    Value rest = f.select(f.lt(step.rest, step.zero), f.add(step.rest, step.divisor), step.rest);
    Value signed =
        f.reinterpret(f.or(Lanes.bits(f, rest), f.and(Lanes.bits(f, a), step.top)), a.type());
    return f.rare(step.rare, signed, function("fmod", a.type()), a, b);
  }

  /// The remainder with the sign of `b`.
  public static Value remainder(Body f, Value a, Value b) {
    Step step = new Step(f, a, b);
    return f.rare(step.rare, step.remainder(b), function("remainder", a.type()), a, b);
  }

  /// The largest integer not above a / b.
  public static Value floorDivide(Body f, Value a, Value b) {
    Step step = new Step(f, a, b);
    return f.rare(step.rare, step.quotient(), function("floorDivide", a.type()), a, b);
  }

  private static ScalarFunction function(String name, LaneType type) {
    return new ScalarFunction(FloatDivisions.class, name, type, List.of(type, type));
  }

  /// The common part: the nearest integer to |a| / |b|, and what is left.
  private static final class Step {
    private final Body f;
    private final Value zero;
    private final Value top;
    private final Value divisor;
    private final Value nearest;
    private final Value rest;
    private final Value rare;

    /// The sign bit where those of a and b differ.
    private final Value differs;

    Step(Body f, Value a, Value b) {
      boolean wide = Lanes.isFloat64(a);
      LaneType type = a.type();
      this.f = f;
      zero = f.constant(type, 0);
      top = Lanes.literal(f, type, Long.MIN_VALUE, Integer.MIN_VALUE);
      divisor = f.abs(b);
      Value size = f.abs(a);
      Value quotient = f.div(size, divisor);
      Value limit = f.constant(type, wide ? LARGE : LARGE_FLOAT32);
      Value round = f.constant(type, wide ? 0x1p52 : 0x1p23);
      nearest = f.sub(f.add(quotient, round), round);
      // the product with an infinite b would be NaN
      rest = f.select(f.eq(nearest, zero), size, f.fma(f.neg(nearest), divisor, size));
      // NaN and zero divisors are ordinary data
      rare = f.and(f.le(limit, quotient), f.lt(zero, divisor));
      differs = f.and(f.xor(Lanes.bits(f, a), Lanes.bits(f, b)), top);
    }

    /// The rest as it counts for a divisor with the sign of b: opposite where the signs differ.
    private Value turned() {
      return f.reinterpret(f.xor(Lanes.bits(f, rest), differs), rest.type());
    }

    Value remainder(Value b) {
      Value turned = turned();
      Value rest = f.select(f.lt(turned, zero), f.add(turned, divisor), f.abs(turned));
      Value sign = f.and(Lanes.bits(f, b), top);
      return f.reinterpret(f.or(Lanes.bits(f, rest), sign), rest.type());
    }

    Value quotient() {
      Value signed = f.reinterpret(f.xor(Lanes.bits(f, nearest), differs), rest.type());
      Value below = f.sub(signed, f.constant(rest.type(), 1));
      return f.select(f.lt(turned(), zero), below, signed);
    }
  }
}
