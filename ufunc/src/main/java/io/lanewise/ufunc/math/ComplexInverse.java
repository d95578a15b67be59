package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.math.scalar.UnusualComplexInverse;

/// The inverse hyperbolic and trigonometric functions of complex numbers.
///
/// After W. Kahan (Branch cuts for complex elementary functions, or much ado about nothing's sign
/// bit, in: The State of the Art in Numerical Analysis, 1987): with a = sqrt(1 - z) and b = sqrt(1
/// + z), arcsin(z) = arctan(x / Re(a b)) + i arcsinh(Im(conj(a) b)) and arccos(z) = 2 arctan(Re(a)
///   / Re(b)) + i arcsinh(Im(conj(b) a)). Of z in the first quadrant no sum of products in them
///   cancels, and the others are its mirror images. The roots (see [ComplexRoot]), 1 + x and 1 - x
///   have some bits more than the format. arctanh(z) = log1p(4 x / ((1 - x)^2 + y^2)) / 4 + i
///   arctan(2 y, (1 - x) (1 + x) - y^2) / 2. arcsinh and arctan are arcsin and arctanh of the
///   number with its parts exchanged, arccosh is arccos turned.
///
/// Very large numbers, and those beside a branch point, go to [UnusualComplexInverse] (T. E. Hull,
/// T. F. Fairgrieve and P. T. P. Tang, Implementing the complex arcsine and arccosine functions
/// using exception handling, ACM TOMS 23, 1997, have the limits).
///
/// Error bounds in ULP of each part: 2. Special values are those of C99 annex G; on a branch cut
/// the sign of the zero says the side.
public final class ComplexInverse {
  private static final double LARGE = 0x1p500;
  private static final double NEAR = 0x1p-400;

  private ComplexInverse() {}

  /// arcsin(z).
  public static Complex arcsin(Body b, Complex z) {
    return arcsinh(b, z.swapped()).swapped();
  }

  /// arcsinh(z).
  public static Complex arcsinh(Body b, Complex z) {
    Roots roots = new Roots(b, z.swapped());
    Value angle =
        InverseTrigonometric.directionOfRegular(b, roots.width, roots.product()).rounded(b);
    return new Complex(
            Lanes.withSign(b, roots.growth(), z.real()), Lanes.withSign(b, angle, z.imag()))
        .rare(b, roots.unusual(), UnusualComplexInverse.class, "arcsinh", z.real(), z.imag());
  }

  /// arccos(z).
  public static Complex arccos(Body b, Complex z) {
    Roots roots = new Roots(b, z);
    Value growth = Lanes.withSign(b, roots.growth(), b.neg(z.imag()));
    return new Complex(angle(b, z, roots), growth)
        .rare(b, roots.unusual(), UnusualComplexInverse.class, "arccos", z.real(), z.imag());
  }

  /// arccosh(z), its real part not negative.
  public static Complex arccosh(Body b, Complex z) {
    Roots roots = new Roots(b, z);
    Value angle = Lanes.withSign(b, angle(b, z, roots), z.imag());
    return new Complex(roots.growth(), angle)
        .rare(b, roots.unusual(), UnusualComplexInverse.class, "arccosh", z.real(), z.imag());
  }

  /// The real part of arccos.
  private static Value angle(Body b, Complex z, Roots roots) {
    Value left = b.lt(z.real(), b.constant(0.0));
    Value less = roots.less.rounded(b);
    Value more = roots.more.large().rounded(b);
    Doubled half =
        InverseTrigonometric.direction(b, b.select(left, more, less), b.select(left, less, more));
    Value angle = half.rounded(b);
    return b.add(angle, angle);
  }

  /// The roots of 1 - z and 1 + z, z in the first quadrant.
  private static final class Roots {
    private final Body b;
    private final Value width;
    private final Value height;
    private final Value difference;
    private final Doubled less;
    private final Doubled lessImag;
    private final ComplexRoot.Parts more;

    Roots(Body b, Complex z) {
      this.b = b;
      Value one = b.constant(1.0);
      width = b.abs(z.real());
      height = b.abs(z.imag());
      Doubled sum = Doubled.sum(b, one, width);
      Doubled rest = Doubled.sum(b, one, b.neg(width));
      Value beyond = b.gt(width, one);
      difference = b.abs(rest.high());
      Value low = b.select(beyond, b.neg(rest.low()), rest.low());
      ComplexRoot.Parts parts = ComplexRoot.parts(b, difference, low, height);
      less = Doubled.select(b, beyond, parts.small(), parts.large());
      lessImag = Doubled.select(b, beyond, parts.large(), parts.small());
      more = ComplexRoot.parts(b, sum.high(), sum.low(), height);
    }

    /// Re(a b).
    Value product() {
      return products(less, more.large(), lessImag, more.small());
    }

    /// arcsinh(|Im(conj(a) b)|).
    Value growth() {
      return InverseHyperbolic.arcsinhOfSize(
          b, products(less, more.small(), lessImag, more.large()), true);
    }

    private Value products(Doubled a, Doubled c, Doubled d, Doubled e) {
      Doubled first = a.times(b, c);
      Doubled second = d.times(b, e);
      return b.add(
          b.add(first.high(), second.high()),
          b.add(
              Doubled.sum(b, first.high(), second.high()).low(), b.add(first.low(), second.low())));
    }

    Value unusual() {
      Value inside = b.le(b.max(width, height), b.constant(LARGE));
      Value apart = b.ge(b.max(difference, height), b.constant(NEAR));
      return b.not(b.and(inside, apart));
    }
  }

  /// arctan(z).
  public static Complex arctan(Body b, Complex z) {
    return arctanh(b, z.swapped()).swapped();
  }

  /// arctanh(z).
  public static Complex arctanh(Body b, Complex z) {
    Value one = b.constant(1.0);
    Value half = b.constant(0.5);
    Value width = b.abs(z.real());
    Value height = b.abs(z.imag());
    Doubled square = Doubled.product(b, height, height);
    Doubled sum = Doubled.sum(b, one, width);
    Doubled less = Doubled.sum(b, one, b.neg(width));
    Doubled divisor = less.times(b, less).plus(b, square).normal(b);
    Value four = b.mul(width, b.constant(4.0));
    Doubled quotient = new Doubled(four, b.constant(0.0)).over(b, divisor).normal(b);
    Doubled argument = quotient.plus(b, one).normal(b);
    Value real = b.mul(Logarithm.ofSum(b, argument.high(), argument.low(), null), b.constant(0.25));
    // below it 4 x is the logarithm, to all digits
    real =
        b.select(
            b.lt(quotient.high(), b.constant(0x1p-60)),
            b.mul(quotient.high(), b.constant(0.25)),
            real);

    Value across = less.times(b, sum).plus(b, square.negative(b)).rounded(b);
    Value twice = b.add(height, height);
    Value angle = b.mul(InverseTrigonometric.direction(b, twice, across).rounded(b), half);
    Value inside = b.le(b.max(width, height), b.constant(LARGE));
    Value apart = b.ge(b.max(b.abs(less.high()), height), b.constant(NEAR));
    return new Complex(Lanes.withSign(b, real, z.real()), Lanes.withSign(b, angle, z.imag()))
        .rare(
            b,
            b.not(b.and(inside, apart)),
            UnusualComplexInverse.class,
            "arctanh",
            z.real(),
            z.imag());
  }
}
