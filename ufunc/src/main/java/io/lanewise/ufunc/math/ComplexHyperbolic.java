package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.math.scalar.UnusualComplexHyperbolic;

/// The hyperbolic and trigonometric functions of complex numbers.
///
/// sinh(x + iy) = sinh x cos y + i cosh x sin y, cosh(x + iy) = cosh x cos y + i sinh x sin y, and
/// tanh(x + iy) = (sinh x cosh x + i sin y cos y) / (sinh^2 x + cos^2 y), whose divisor cannot
/// cancel (W. Kahan, Branch cuts for complex elementary functions, 1987, has the last one by
/// tangents). The four real functions have some bits more than the format (see [Hyperbolic] and
/// [Trigonometric]), so that products round once, and quotients are corrected by their remainder.
/// sin, cos and tan are these of the number with its parts exchanged.
///
/// Where the hyperbolic part is beyond 700 (tanh: 300) or the angle beyond 2^24,
/// [UnusualComplexHyperbolic] computes.
///
/// Error bounds: 0.8 ULP of each part. Special values are those of C99 annex G.
public final class ComplexHyperbolic {
  private static final double LARGE = 700;

  /// Beyond, the square of sinh leaves the format.
  private static final double LARGE_TANGENT = 300;

  private ComplexHyperbolic() {}

  /// sinh(z).
  public static Complex sinh(Body b, Complex z) {
    Parts parts = new Parts(b, z);
    Value x = z.real();
    Value real = parts.sinh.timesRounded(b, parts.cos);
    Value imag = parts.cosh.timesRounded(b, parts.sin);
    return new Complex(
            Complex.signed(b, real, x, parts.cos.high()), Lanes.withSign(b, imag, parts.sin.high()))
        .rare(b, parts.beyond(LARGE), UnusualComplexHyperbolic.class, "sinh", x, z.imag());
  }

  /// cosh(z).
  public static Complex cosh(Body b, Complex z) {
    Parts parts = new Parts(b, z);
    Value x = z.real();
    Value imag = parts.sinh.timesRounded(b, parts.sin);
    return new Complex(
            parts.cosh.timesRounded(b, parts.cos), Complex.signed(b, imag, x, parts.sin.high()))
        .rare(b, parts.beyond(LARGE), UnusualComplexHyperbolic.class, "cosh", x, z.imag());
  }

  /// tanh(z).
  public static Complex tanh(Body b, Complex z) {
    Parts parts = new Parts(b, z);
    Value x = z.real();
    Doubled divisor =
        parts.sinh.times(b, parts.sinh).plus(b, parts.cos.times(b, parts.cos)).normal(b);
    Value real = quotient(b, parts.sinh.times(b, parts.cosh), divisor);
    Value imag = quotient(b, parts.sin.times(b, parts.cos), divisor);
    return new Complex(
            Lanes.withSign(b, real, x), Complex.signed(b, imag, parts.sin.high(), parts.cos.high()))
        .rare(b, parts.beyond(LARGE_TANGENT), UnusualComplexHyperbolic.class, "tanh", x, z.imag());
  }

  /// sin(z).
  public static Complex sin(Body b, Complex z) {
    return sinh(b, z.swapped()).swapped();
  }

  /// cos(z).
  public static Complex cos(Body b, Complex z) {
    Complex turned = cosh(b, z.swapped());
    return new Complex(turned.real(), b.neg(turned.imag()));
  }

  /// tan(z).
  public static Complex tan(Body b, Complex z) {
    return tanh(b, z.swapped()).swapped();
  }

  private static Value quotient(Body b, Doubled n, Doubled d) {
    return Lanes.quotient(b, n.high(), n.low(), d.high(), d.low());
  }

  /// The real functions of both parts, sinh of the size.
  private static final class Parts {
    private final Body b;
    private final Complex z;
    private final Doubled sinh;
    private final Doubled cosh;
    private final Doubled sin;
    private final Doubled cos;

    Parts(Body b, Complex z) {
      this.b = b;
      this.z = z;
      Value size = b.abs(z.real());
      sinh = Hyperbolic.parts(b, size, false).normal(b);
      cosh = Hyperbolic.parts(b, size, true).normal(b);
      Trigonometric.SineCosine angle = Trigonometric.sineCosine(b, z.imag(), null);
      sin = angle.sine();
      cos = angle.cosine();
    }

    Value beyond(double large) {
      return b.not(
          b.and(
              b.le(b.abs(z.real()), b.constant(large)),
              b.le(b.abs(z.imag()), b.constant(Trigonometric.LARGE))));
    }
  }
}
