package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.math.scalar.UnusualComplexExponential;

/// exp, exp2 and expm1 of complex numbers.
///
/// exp(x + iy) = e^x (cos y + i sin y), where e^x, cos y and sin y have some bits more than the
/// format (see [Exponential] and [Trigonometric]) and the product rounds once. exp2 does the same
/// with 2^x and y ln 2, both parts of which are kept. The real part of expm1 is expm1(x) cos y - (1
/// - cos y), where a cancellation leaves an error that is small beside the imaginary part.
///
/// Where |x| is beyond 700 (exp2: 1000) or the angle beyond 2^24, [UnusualComplexExponential]
/// computes.
///
/// Error bounds: 0.6 ULP for each part of exp, 0.8 of exp2; of expm1 1 ULP of the larger part.
/// Special values are those of C99 annex G, and of the Python array API standard for expm1.
public final class ComplexExponential {
  /// The sizes up to which powers of e, and of 2, are far from the format's edges.
  static final double LARGE = 700;

  private static final double LARGE_BINARY = 1000;

  private ComplexExponential() {}

  /// e to the power z.
  public static Complex exp(Body b, Complex z) {
    Exponential.Parts power = Exponential.parts(b, z.real(), null);
    Complex result = product(b, power, Trigonometric.sineCosine(b, z.imag(), null), z.imag());
    return result.rare(
        b, unusual(b, z, LARGE), UnusualComplexExponential.class, "exp", z.real(), z.imag());
  }

  /// 2 to the power z.
  public static Complex exp2(Body b, Complex z) {
    Exponential.Parts power = Exponential.parts2(b, z.real(), null);
    Value ln2 = b.constant(Logarithm.LN2);
    Value angle = b.mul(z.imag(), ln2);
    Value low = b.fma(z.imag(), ln2, b.neg(angle));
    low = b.fma(z.imag(), b.constant(Logarithm.LN2_LOW), low);
    Complex result = product(b, power, Trigonometric.sineCosine(b, angle, low), z.imag());
    // a product with ln 2 would be below the normal range
    Value tiny = b.lt(b.abs(z.imag()), b.constant(0x1p-400));
    Value small = b.mul(z.imag(), b.mul(power(b, power).high(), ln2));
    result = new Complex(result.real(), b.select(tiny, small, result.imag()));
    return result.rare(
        b,
        unusual(b, z, LARGE_BINARY),
        UnusualComplexExponential.class,
        "exp2",
        z.real(),
        z.imag());
  }

  /// e to the power z, less 1.
  public static Complex expm1(Body b, Complex z) {
    Exponential.Reduced reduced = Exponential.reduce(b, z.real(), null);
    Exponential.Minus1 half = Exponential.minus1(b, reduced, 1022, 0.5, true);
    Doubled less = Doubled.ordered(b, half.head(), half.rest());
    less = new Doubled(b.add(less.high(), less.high()), b.add(less.low(), less.low()));
    Value tiny = b.lt(b.abs(z.real()), b.constant(0x1p-60));
    less = Doubled.select(b, tiny, new Doubled(z.real(), b.constant(0.0)), less);
    Trigonometric.SineCosine angle = Trigonometric.sineCosine(b, z.imag(), null);
    Doubled cosine =
        new Doubled(
            Lanes.flipped(b, angle.cosine().high(), angle.cosineSign()),
            Lanes.flipped(b, angle.cosine().low(), angle.cosineSign()));
    Doubled sine = angle.sine();
    Value one = b.constant(1.0);
    // 1 - cos y as sin^2 y / (1 + cos y) where it cancels
    Value divisor = b.add(one, cosine.high());
    Value divisorLow = b.add(b.sub(cosine.high(), b.sub(divisor, one)), cosine.low());
    Doubled square = sine.times(b, sine);
    Doubled quotient = square.over(b, new Doubled(divisor, divisorLow));
    Doubled plain = Doubled.ordered(b, one, b.neg(cosine.high()));
    plain = new Doubled(plain.high(), b.sub(plain.low(), cosine.low()));
    Value cancels = b.gt(cosine.high(), b.constant(0.5));
    Doubled versine = Doubled.select(b, cancels, quotient, plain);
    Value real = less.times(b, cosine).plus(b, versine.negative(b)).rounded(b);
    // not the power less 1, which has lost tiny ones
    Value imag = power(b, Exponential.parts(b, z.real(), null)).timesRounded(b, sine);
    imag = Lanes.flipped(b, imag, angle.sineSign());

    // zeros keep their signs
    Value zero = b.constant(0.0);
    Value flat = b.eq(z.imag(), zero);
    Complex result =
        new Complex(
            b.select(b.and(flat, b.eq(z.real(), zero)), z.real(), real),
            b.select(flat, z.imag(), imag));
    return result.rare(
        b, unusual(b, z, LARGE), UnusualComplexExponential.class, "expm1", z.real(), z.imag());
  }

  private static Complex product(
      Body b, Exponential.Parts parts, Trigonometric.SineCosine angle, Value y) {
    Doubled size = power(b, parts);
    Value real = Lanes.flipped(b, size.timesRounded(b, angle.cosine()), angle.cosineSign());
    Value imag = Lanes.flipped(b, size.timesRounded(b, angle.sine()), angle.sineSign());
    return new Complex(real, b.select(b.eq(y, b.constant(0.0)), y, imag));
  }

  /// The power itself; its logarithm is at most [#LARGE] in size.
  static Doubled power(Body b, Exponential.Parts power) {
    Value bits = b.shl(b.reinterpret(power.t(), LaneType.INT64), 52);
    Value scale = b.reinterpret(b.add(bits, b.constant(0x3FF0000000000000L)), LaneType.FLOAT64);
    Doubled size = Doubled.ordered(b, power.head(), power.rest());
    return new Doubled(b.mul(size.high(), scale), b.mul(size.low(), scale));
  }

  private static Value unusual(Body b, Complex z, double large) {
    Value regular =
        b.and(
            b.le(b.abs(z.real()), b.constant(large)),
            b.le(b.abs(z.imag()), b.constant(Trigonometric.LARGE)));
    return b.not(regular);
  }
}
