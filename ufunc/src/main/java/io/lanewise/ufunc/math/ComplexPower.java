package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.math.scalar.UnusualComplexPower;

/// Powers of complex numbers: z^w = exp(w log z).
///
/// log |z|, arg(z) and their products with w are sums of two numbers (see [Doubled]), since the
/// exponential turns an absolute error into a relative one; so are the power, sine and cosine. z^2
/// is a product; so are other powers with whole real exponents below 100 in size, as NumPy has
/// them, but in [UnusualComplexPower], where sizes beyond 2^500 or below 2^-500, NaN, and results
/// far beyond the format go too.
///
/// Error bound: 1 ULP of |z^w|, and 1 more where |w log z| exceeds 30, 2 more beyond 60 and so on.
public final class ComplexPower {
  /// Squares of sizes between these keep their digits.
  private static final double LARGE = 0x1p1000;

  private static final double SMALL = 0x1p-900;

  private ComplexPower() {}

  /// z to the power w.
  public static Complex power(Body b, Complex z, Complex w) {
    Doubled square =
        Doubled.product(b, z.real(), z.real()).plus(b, Doubled.product(b, z.imag(), z.imag()));
    Doubled size = logarithm(b, square);
    // below the real axis the power is the conjugate of that of the conjugates
    Value side = b.and(Lanes.bits(b, z.imag()), b.constant(Long.MIN_VALUE));
    Value v = Lanes.flipped(b, w.imag(), side);
    Doubled angle = InverseTrigonometric.directionOfRegular(b, z.imag(), z.real()).normal(b);
    Doubled growth = size.times(b, w.real()).plus(b, angle.times(b, b.neg(v)));
    Doubled turn = angle.times(b, w.real()).plus(b, size.times(b, v));
    Doubled power = ComplexExponential.power(b, Exponential.parts(b, growth.high(), growth.low()));
    Trigonometric.SineCosine direction = Trigonometric.sineCosine(b, turn.high(), turn.low());
    Value real = power.timesRounded(b, direction.cosine());
    real = Lanes.flipped(b, real, direction.cosineSign());
    Value imag = power.timesRounded(b, direction.sine());
    imag = Lanes.flipped(b, imag, b.xor(direction.sineSign(), side));

    Value n = w.real();
    Value straight = b.eq(w.imag(), b.constant(0.0));
    Value isTwo = b.and(straight, b.eq(n, b.constant(2.0)));
    Value half = b.mul(z.real(), z.imag());
    Value difference = b.sub(b.mul(z.real(), z.real()), b.mul(z.imag(), z.imag()));
    Complex result =
        new Complex(b.select(isTwo, difference, real), b.select(isTwo, b.add(half, half), imag));

    Value round = b.constant(Lanes.ROUND);
    Value whole = b.eq(b.sub(b.add(n, round), round), n);
    Value few = b.lt(b.abs(n), b.constant(UnusualComplexPower.WHOLE));
    Value product = b.and(b.and(straight, whole), few);
    Value regular =
        b.and(b.ge(square.high(), b.constant(SMALL)), b.le(square.high(), b.constant(LARGE)));
    regular = b.and(regular, b.le(b.abs(growth.high()), b.constant(ComplexExponential.LARGE)));
    regular = b.and(regular, b.le(b.abs(turn.high()), b.constant(Trigonometric.LARGE)));
    return result.rare(
        b,
        b.not(b.or(isTwo, b.and(regular, b.not(product)))),
        UnusualComplexPower.class,
        "power",
        z.real(),
        z.imag(),
        w.real(),
        w.imag());
  }

  /// Half the logarithm.
  private static Doubled logarithm(Body b, Doubled square) {
    Split split = Logarithm.split(b, square.high());
    Value low = b.div(square.low(), square.high());
    Doubled log = Logarithm.parts(b, split.k(), b.sub(split.m(), b.constant(1.0)), low).normal(b);
    Value half = b.constant(0.5);
    return new Doubled(b.mul(log.high(), half), b.mul(log.low(), half));
  }
}
