package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.math.scalar.UnusualComplexLogarithm;

/// log, log2, log10 and log1p of complex numbers.
///
/// log(z) = log(|z|^2) / 2 + i arg(z). |z|^2 is the sum of the squares and of what the squares lost
/// (T. J. Dekker, A floating-point technique for extending the available precision, 1971), rounded,
/// and the rest; beside 1 + f = 2^-k times the rounded sum (see [Logarithm]) the rest is added up
/// by the compensated summation of T. Ogita, S. M. Rump and S. Oishi (Accurate sum and dot product,
/// SIAM J. Sci. Comput. 26, 2005). So nothing is lost where |z| is near 1. log1p takes 1 + x with
/// what it lost.
///
/// Where the larger part is not between 2^-500 and 2^500 [UnusualComplexLogarithm] computes the
/// real part.
///
/// Error bounds in ULP of each part: log 0.8, log1p 1.4, log2 and log10 1.5. Special values are
/// those of C99 annex G, and of the Python array API standard for log1p.
public final class ComplexLogarithm {
  private static final double LARGE = 0x1p500;
  private static final double SMALL = 0x1p-500;

  /// log10(e) less [Logarithm#LOG10_E], and log2(e) less its own rounded value.
  private static final double LOG10_E_LOW = 0x1.95355baaafad3p-57;

  private static final double LOG2_E_LOW = 0x1.777d0ffda0d24p-56;

  private ComplexLogarithm() {}

  /// log(z), its imaginary part from -pi to pi.
  public static Complex log(Body b, Complex z) {
    return new Complex(real(b, z, null, Logarithm.NATURAL, "log"), argument(b, z));
  }

  /// log(z) to base 2.
  public static Complex log2(Body b, Complex z) {
    return new Complex(
        real(b, z, null, Logarithm.BINARY, "log2"),
        scaled(b, argument(b, z), Logarithm.LOG2_E, LOG2_E_LOW));
  }

  /// log(z) to base 10.
  public static Complex log10(Body b, Complex z) {
    return new Complex(
        real(b, z, null, Logarithm.DECIMAL, "log10"),
        scaled(b, argument(b, z), Logarithm.LOG10_E, LOG10_E_LOW));
  }

  /// log(1 + z).
  public static Complex log1p(Body b, Complex z) {
    Doubled next = Doubled.sum(b, b.constant(1.0), z.real());
    Complex sum = new Complex(next.high(), z.imag());
    return new Complex(real(b, sum, next.low(), Logarithm.NATURAL, "log"), argument(b, sum));
  }

  private static Value argument(Body b, Complex z) {
    return InverseTrigonometric.arctan2(b, z.imag(), z.real());
  }

  private static Value scaled(Body b, Value x, double factor, double low) {
    return b.fma(x, b.constant(factor), b.mul(x, b.constant(low)));
  }

  /// log |z + low|, where `low` may be null.
  private static Value real(Body b, Complex z, Value low, Logarithm.Base base, String name) {
    Doubled p = Doubled.product(b, z.real(), z.real());
    Doubled q = Doubled.product(b, z.imag(), z.imag());
    Doubled square = Doubled.sum(b, p.high(), q.high());
    Split split = Logarithm.split(b, square.high());
    Value scale = b.mul(split.inverse(b), b.constant(0.5));
    Doubled f = new Doubled(b.sub(split.m(), b.constant(1.0)), b.constant(0.0));
    f = f.plus(b, b.mul(square.low(), scale));
    f = f.plus(b, b.mul(p.low(), scale));
    f = f.plus(b, b.mul(q.low(), scale));
    if (low != null) {
      Doubled more = Doubled.product(b, b.add(z.real(), z.real()), low);
      f = f.plus(b, b.mul(more.high(), scale));
      f = new Doubled(f.high(), b.fma(b.fma(low, low, more.low()), scale, f.low()));
    }
    f = Doubled.ordered(b, f.high(), f.low());
    Value y = Logarithm.half(b, split.k(), f.high(), f.low(), base);
    Value size = b.max(b.abs(z.real()), b.abs(z.imag()));
    Value regular = b.and(b.ge(size, b.constant(SMALL)), b.le(size, b.constant(LARGE)));
    return Complex.rare(
        b, b.not(regular), y, UnusualComplexLogarithm.class, name + "Real", z.real(), z.imag());
  }
}
