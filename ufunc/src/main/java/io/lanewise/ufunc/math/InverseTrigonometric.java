package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.InfiniteDirection;
import java.util.List;

/// Arc sine, arc cosine, arc tangent, and the direction of a point.
///
/// All of them are a multiple of pi/4 plus or minus f(t), |t| <= 1/2, where f(t) = t + t z P(z), z
/// = t^2, with a minimax polynomial P (the reductions are those of J. F. Hart and others, Computer
/// Approximations, 1968, sections 6.3 and 6.5). What the root or quotient t lost is found by fma
/// and comes back with the small terms, as does what the multiple of pi/4 lost (T. J. Dekker, A
/// floating-point technique for extending the available precision, 1971), so that the last addition
/// rounds and little else.
///
/// - |x| <= 1/2: arcsin(x) = f(x), arccos(x) = pi/2 - f(x); else with t = sqrt((1 - |x|) / 2)
///   arcsin(|x|) = pi/2 - 2 f(t) and arccos(|x|) = 2 f(t).
/// - arctan(x) = f(x) to 1/2, pi/4 + f((x - 1) / (x + 1)) to 2, pi/2 + f(-1 / x) beyond.
/// - arctan2 of FLOAT64 has the quotient of the smaller by the larger coordinate in place of x,
///   both scaled by a power of two.
/// - arctan and arctan2 of FLOAT32 are [Piecewise] of the smaller of |x| and 1 / |x|, and of that
///   quotient; of sizes below 2^-60 and beyond 2^60, arctan2 is one polynomial in FLOAT64.
///
/// Error bounds in ULP: arcsin 0.77, arccos 0.74, arctan 0.72, arctan2 0.75; in FLOAT32 0.72, 0.69,
/// 0.60 and 0.75.
public final class InverseTrigonometric {
  private static final double[] ARCSIN = {
    0x1.5555555555387p-3,
    0x1.333333336f84cp-4,
    0x1.6db6db41d6fdbp-5,
    0x1.f1c72c6c3f55ap-6,
    0x1.6e89ef9262c33p-6,
    0x1.1c6c2668b512fp-6,
    0x1.c6f895744a787p-7,
    0x1.8ee41ccc4b9d0p-7,
    0x1.aab7bead529b6p-8,
    0x1.40af75d5cfe03p-6,
    -0x1.0af18c2b925fap-6,
    0x1.05cd611bd49efp-5
  };

  private static final double[] ARCSIN_FLOAT32 = {
    0x1.5555cap-3, 0x1.33016ap-4, 0x1.748a8ep-5, 0x1.8bac52p-6, 0x1.59d8c2p-5
  };

  private static final double[] ARCTAN = {
    -0x1.5555555555518p-2,
    0x1.99999999914dcp-3,
    -0x1.249249216ffb4p-3,
    0x1.c71c7096958a4p-4,
    -0x1.745cf54fb0b9ep-4,
    0x1.3b11455acb41dp-4,
    -0x1.10f3684180924p-4,
    0x1.dfed202f9fc67p-5,
    -0x1.a3a7d44a18800p-5,
    0x1.571efee054136p-5,
    -0x1.c1fe3475ea623p-6,
    0x1.4c2d719bf5c16p-7
  };

  /// Minimax coefficients of arctan(q) / q, q up to 1, for FLOAT32.
  private static final double[] DIRECTION = {
    0x1.fffffffccd62ep-1,
    -0x1.55554f05fd6cap-2,
    0x1.999786c5978e4p-3,
    -0x1.246fe932a5758p-3,
    0x1.c4cab67fd6c42p-4,
    -0x1.686545d09b52ep-4,
    0x1.13162bfce8ec5p-4,
    -0x1.6b5c6c4caa176p-5,
    0x1.6cea28751cb8dp-6,
    -0x1.d7c3082469ebdp-8,
    0x1.1dfac82b7d704p-10
  };

  /// pi/2 rounded, and what is left of it, in both formats.
  private static final double HALF_PI = 0x1.921fb54442d18p+0;

  private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;

  private static final double HALF_PI_FLOAT32 = 0x1.921fb6p+0;

  private static final double HALF_PI_LOW_FLOAT32 = -0x1.777a5cp-25;

  private InverseTrigonometric() {}

  /// arcsin(x) for FLOAT64 or FLOAT32; NaN beyond 1.
  public static Value arcsin(Body b, Value x) {
    LaneType type = x.type();
    Half half = new Half(b, x);
    Value base = b.select(half.small, b.constant(type, 0), halfPi(b, type));
    Value baseLow = b.select(half.small, b.constant(type, 0), halfPiLow(b, type));
    Value factor = b.select(half.small, b.constant(type, 1), b.constant(type, -2));
    return Lanes.withSign(b, half.combine(base, baseLow, factor), x);
  }

  /// arccos(x) for FLOAT64 or FLOAT32; NaN beyond 1.
  public static Value arccos(Body b, Value x) {
    LaneType type = x.type();
    Half half = new Half(b, x);
    Value zero = b.constant(type, 0);
    Value two = b.constant(type, 2);
    Value negative = b.lt(x, zero);
    Value multiple = b.select(half.small, b.constant(type, 1), b.select(negative, two, zero));
    Value base = b.mul(multiple, halfPi(b, type));
    Value baseLow = b.mul(multiple, halfPiLow(b, type));
    // t has no sign, but up to 1/2 it is x that counts
    Value towards = b.select(half.small, b.constant(type, -1), two);
    return half.combine(base, baseLow, b.select(negative, b.neg(towards), towards));
  }

  /// arctan(x) for FLOAT64 or FLOAT32.
  public static Value arctan(Body b, Value x) {
    return Lanes.isFloat64(x) ? arctan64(b, x) : arctan32(b, x);
  }

  /// By the smaller one of |x| and its reciprocal.
  private static Value arctan32(Body b, Value x) {
    Value one = b.constant(1f);
    Value size = b.abs(x);
    Value large = b.gt(size, one);
    Value numerator = b.select(large, one, size);
    Value denominator = b.select(large, size, one);
    Value q = b.div(numerator, denominator);
    // For small x this is 0, for large ones q is nearly 1 / x.
    Value low = b.mul(b.fma(b.neg(q), denominator, numerator), q);
    Value y = Piecewise.arctan(b, q, low, large);
    Value far = b.not(b.lt(size, b.constant(0x1p60f)));
    Value special = b.select(b.ne(x, x), x, b.constant((float) HALF_PI));
    return Lanes.givenSign(b, b.seldom(far, special, y), x);
  }

  private static Value arctan64(Body b, Value x) {
    LaneType type = LaneType.FLOAT64;
    Value zero = b.constant(type, 0);
    Value one = b.constant(type, 1);
    Value size = b.abs(x);
    // beyond it pi/2 is the result, and the product of infinity with its reciprocal none
    Value enough = b.constant(type, 0x1p60);
    size = b.select(b.gt(size, enough), enough, size);
    Value middle = b.gt(size, b.constant(type, 0.5));
    Value large = b.gt(size, b.constant(type, 2));
    Value above = b.sub(size, one);
    Value below = b.add(size, one);
    Value numerator = b.select(large, b.neg(one), b.select(middle, above, size));
    Value denominator = b.select(large, size, b.select(middle, below, one));
    // what rounding took from size + 1
    Value lost = b.sub(size, b.sub(below, one));
    lost = b.select(large, zero, b.select(middle, lost, zero));
    Value base =
        b.select(
            large,
            halfPi(b, type),
            b.select(middle, b.mul(b.constant(type, 0.5), halfPi(b, type)), zero));
    Value baseLow =
        b.select(
            large,
            halfPiLow(b, type),
            b.select(middle, b.mul(b.constant(type, 0.5), halfPiLow(b, type)), zero));
    Quotient quotient = quotient(b, numerator, denominator, lost);
    Value t = quotient.high();
    Value z = b.mul(t, t);
    Value tail = b.mul(b.mul(t, z), Lanes.horner(b, z, ARCTAN));
    tail =
        b.add(
            b.add(
                b.fma(quotient.low(), b.sub(one, z), baseLow),
                b.sub(t, b.sub(b.add(base, t), base))),
            tail);
    return Lanes.withSign(b, b.add(b.add(base, t), tail), x);
  }

  /// The angle of the point (x, y) for FLOAT64 or FLOAT32, from -pi to pi, as C99 has it.
  public static Value arctan2(Body b, Value y, Value x) {
    return Lanes.isFloat64(x) ? direction64(b, y, x) : direction32(b, y, x);
  }

  private static Value direction64(Body b, Value y, Value x) {
    Value infinity = b.constant(Double.POSITIVE_INFINITY);
    Value rare = b.or(b.eq(b.abs(y), infinity), b.eq(b.abs(x), infinity));
    return b.rare(
        rare,
        Lanes.withSign(b, direction(b, y, x).rounded(b), y),
        new ScalarFunction(
            InfiniteDirection.class,
            "arctan2",
            LaneType.FLOAT64,
            List.of(LaneType.FLOAT64, LaneType.FLOAT64)),
        y,
        x);
  }

  /// The angle of the finite FLOAT64 point (x, |y|) as a number and a rest, to some 2^-58 together.
  static Doubled direction(Body b, Value y, Value x) {
    Value height = b.abs(y);
    Value width = b.abs(x);
    Value steep = b.gt(height, width);
    Value larger = b.select(steep, height, width);
    Value smaller = b.select(steep, width, height);
    // neither the sum nor the reciprocal leaves the format, and what fma finds is a normal number
    Value scale =
        b.select(b.gt(larger, b.constant(0x1p600)), b.constant(0x1p-200), b.constant(0x1p200));
    larger = b.mul(larger, scale);
    smaller = b.mul(smaller, scale);
    larger = b.select(b.eq(larger, b.constant(0.0)), b.constant(1.0), larger);
    return direction(b, y, x, larger, smaller);
  }

  /// The same of a point that is not 0 and not beyond 2^600.
  static Doubled directionOfRegular(Body b, Value y, Value x) {
    Value height = b.abs(y);
    Value width = b.abs(x);
    Value steep = b.gt(height, width);
    return direction(b, y, x, b.select(steep, height, width), b.select(steep, width, height));
  }

  private static Doubled direction(Body b, Value y, Value x, Value larger, Value smaller) {
    Value zero = b.constant(0.0);
    Value one = b.constant(1.0);
    Value steep = b.gt(b.abs(y), b.abs(x));
    Value middle = b.gt(b.add(smaller, smaller), larger);
    Value sum = b.add(smaller, larger);
    Value lost = b.select(middle, b.sub(smaller, b.sub(sum, larger)), zero);
    Value numerator = b.select(middle, b.sub(smaller, larger), smaller);
    Value denominator = b.select(middle, sum, larger);

    // the angle is `multiple` pi/4 + `turn` arctan(numerator / denominator)
    Value two = b.constant(2.0);
    Value multiple = b.select(middle, one, zero);
    Value turn = one;
    multiple = b.select(steep, b.sub(two, multiple), multiple);
    turn = b.select(steep, b.neg(turn), turn);
    Value left = b.lt(b.reinterpret(x, LaneType.INT64), b.constant(0L));
    multiple = b.select(left, b.sub(b.constant(4.0), multiple), multiple);
    turn = b.select(left, b.neg(turn), turn);

    Value quarter = b.constant(0.5 * HALF_PI);
    Value base = b.mul(multiple, quarter);
    Value baseLow =
        b.fma(multiple, b.constant(0.5 * HALF_PI_LOW), b.fma(multiple, quarter, b.neg(base)));
    Quotient quotient = quotient(b, numerator, denominator, lost);
    Value t = b.mul(quotient.high(), turn);
    Value low = b.mul(quotient.low(), turn);
    Value z = b.mul(t, t);
    Value tail = b.mul(b.mul(t, z), Lanes.horner(b, z, ARCTAN));
    Value head = b.add(base, t);
    Value rest = b.sub(t, b.sub(head, base));
    tail = b.add(b.add(b.fma(low, b.sub(one, z), baseLow), rest), tail);
    return new Doubled(head, tail);
  }

  private static Value direction32(Body b, Value y, Value x) {
    Value zero = b.constant(0f);
    Value height = b.abs(y);
    Value width = b.abs(x);
    Value steep = b.gt(height, width);
    Value left = b.lt(Lanes.bits(b, x), b.constant(0));
    Value larger = b.select(steep, height, width);
    Value smaller = b.select(steep, width, height);
    Value inverse = b.div(b.constant(1f), larger);
    Value q = b.mul(smaller, inverse);
    Value low = b.mul(b.fma(b.neg(q), larger, smaller), inverse);
    Doubled turn = Piecewise.arctan(b, q, low);
    // pi/2 of steep points, pi of others on the left; steep ones on the right turn back from it,
    // and so do others on the left.
    Value multiple = b.select(steep, b.constant(1f), b.select(left, b.constant(2f), zero));
    Value sign =
        b.and(
            b.xor(Lanes.bits(b, b.sub(width, height)), Lanes.bits(b, x)),
            b.constant(Integer.MIN_VALUE));
    Value base = b.mul(multiple, halfPi(b, LaneType.FLOAT32));
    Doubled angle = Doubled.ordered(b, base, Lanes.flipped(b, turn.high(), sign));
    Value rest = b.fma(multiple, halfPiLow(b, LaneType.FLOAT32), angle.low());
    rest = b.add(rest, Lanes.flipped(b, turn.low(), sign));
    Value usual = Lanes.withSign(b, b.add(angle.high(), rest), y);
    // Between them the reciprocal, the quotient and its remainder are normal numbers.
    Value unusual = b.or(b.not(Lanes.isBetween(b, larger, 0x1p-60, 0x1p60)), isTiny(b, smaller));
    return b.seldom(unusual, anyDirection32(b, y, x), usual);
  }

  /// Whether a size is below 2^-60 and not 0: one signed comparison of bits, moved so that those of
  /// the smallest number come first and 0 last.
  private static Value isTiny(Body b, Value size) {
    Value moved = b.add(Lanes.bits(b, size), b.constant(Integer.MAX_VALUE));
    return b.lt(moved, b.constant(Integer.MAX_VALUE + Float.floatToRawIntBits(0x1p-60f)));
  }

  /// The angle of any FLOAT32 point, in FLOAT64.
  private static Value anyDirection32(Body b, Value y32, Value x32) {
    Value y = b.convert(y32, LaneType.FLOAT64);
    Value x = b.convert(x32, LaneType.FLOAT64);
    Value zero = b.constant(0.0);
    Value one = b.constant(1.0);
    Value height = b.abs(y);
    Value width = b.abs(x);
    Value steep = b.gt(height, width);
    Value larger = b.select(steep, height, width);
    Value smaller = b.select(steep, width, height);
    Value q = b.div(smaller, larger);
    // infinities too; of zeros it is the axis
    q = b.select(b.eq(smaller, larger), one, q);
    q = b.select(b.eq(b.add(smaller, larger), zero), zero, q);
    Value angle = b.mul(q, Lanes.horner(b, b.mul(q, q), DIRECTION));
    angle = b.select(steep, b.sub(b.constant(HALF_PI), angle), angle);
    Value left = b.lt(b.reinterpret(x, LaneType.INT64), b.constant(0L));
    angle = b.select(left, b.sub(b.constant(2 * HALF_PI), angle), angle);
    return Lanes.withSign(b, b.convert(angle, LaneType.FLOAT32), y32);
  }

  /// A quotient and what its rounding lost.
  private record Quotient(Value high, Value low) {}

  /// numerator / (denominator + lost).
  private static Quotient quotient(Body b, Value numerator, Value denominator, Value lost) {
    Value inverse = b.div(b.constant(numerator.type(), 1), denominator);
    Value high = b.mul(numerator, inverse);
    Value minus = b.neg(high);
    Value rest = b.fma(minus, lost, b.fma(minus, denominator, numerator));
    return new Quotient(high, b.mul(rest, inverse));
  }

  /// The t of arcsin and arccos, and f(t).
  private static final class Half {
    private final Body b;
    private final Value small;
    private final Value t;
    private final Value tail;

    Half(Body b, Value x) {
      LaneType type = x.type();
      boolean wide = Lanes.isFloat64(x);
      this.b = b;
      Value half = b.constant(type, 0.5);
      Value size = b.abs(x);
      small = b.le(size, half);
      Value rest = b.fma(size, b.constant(type, -0.5), half);
      Value root = b.sqrt(rest);
      Value low = Lanes.rootLow(b, root, rest, null);
      t = b.select(small, size, root);
      low = b.select(small, b.constant(type, 0), low);
      Value z = b.select(small, b.mul(size, size), rest);
      tail = b.fma(b.mul(t, z), Lanes.horner(b, z, wide ? ARCSIN : ARCSIN_FLOAT32), low);
    }

    /// base + factor f(t); the base is 0 or the larger part, and the factor a power of two.
    Value combine(Value base, Value baseLow, Value factor) {
      Value main = b.mul(factor, t);
      Value head = b.add(base, main);
      Value rest = b.add(b.sub(main, b.sub(head, base)), baseLow);
      return b.add(head, b.fma(factor, tail, rest));
    }
  }

  private static Value halfPi(Body b, LaneType type) {
    return b.constant(type, type == LaneType.FLOAT64 ? HALF_PI : HALF_PI_FLOAT32);
  }

  private static Value halfPiLow(Body b, LaneType type) {
    return b.constant(type, type == LaneType.FLOAT64 ? HALF_PI_LOW : HALF_PI_LOW_FLOAT32);
  }
}
