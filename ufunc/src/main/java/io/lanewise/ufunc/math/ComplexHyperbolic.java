package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
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
    Value real = parts.sinh.timesRounded(b, parts.angle.cosine());
    Value imag = parts.cosh.timesRounded(b, parts.angle.sine());
    return new Complex(signed(b, real, z.real(), parts.cosine), Lanes.withSign(b, imag, parts.sine))
        .rare(b, parts.beyond(LARGE), UnusualComplexHyperbolic.class, "sinh", z.real(), z.imag());
  }

  /// cosh(z).
  public static Complex cosh(Body b, Complex z) {
    Parts parts = new Parts(b, z);
    Value real = parts.cosh.timesRounded(b, parts.angle.cosine());
    Value imag = parts.sinh.timesRounded(b, parts.angle.sine());
    return new Complex(Lanes.withSign(b, real, parts.cosine), signed(b, imag, z.real(), parts.sine))
        .rare(b, parts.beyond(LARGE), UnusualComplexHyperbolic.class, "cosh", z.real(), z.imag());
  }

  /// tanh(z).
  public static Complex tanh(Body b, Complex z) {
    Parts parts = new Parts(b, z);
    Doubled sin = parts.angle.sine();
    Doubled cos = parts.angle.cosine();
    Doubled divisor = parts.sinh.times(b, parts.sinh).plus(b, cos.times(b, cos)).normal(b);
    Value real = quotient(b, parts.sinh.times(b, parts.cosh), divisor);
    Value imag = quotient(b, sin.times(b, cos), divisor);
    Value beyond = parts.beyond(LARGE_TANGENT);
    return new Complex(Lanes.withSign(b, real, z.real()), signed(b, imag, parts.sine, parts.cosine))
        .rare(b, beyond, UnusualComplexHyperbolic.class, "tanh", z.real(), z.imag());
  }

  /// The size of `x` with the sign of the product of `a` and `c`.
  private static Value signed(Body b, Value x, Value a, Value c) {
    Value bits = b.xor(Lanes.bits(b, a), Lanes.bits(b, c));
    return Lanes.withSign(b, x, b.reinterpret(bits, LaneType.FLOAT64));
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

  /// The real functions of both parts, those of the size of the first one.
  private static final class Parts {
    private final Body b;
    private final Complex z;
    private final Doubled sinh;
    private final Doubled cosh;
    private final Trigonometric.SineCosine angle;

    /// Numbers with the signs of sine and cosine.
    private final Value sine;

    private final Value cosine;

    Parts(Body b, Complex z) {
      this.b = b;
      this.z = z;
      Value size = b.abs(z.real());
      sinh = Hyperbolic.parts(b, size, false).normal(b);
      cosh = Hyperbolic.parts(b, size, true).normal(b);
      angle = Trigonometric.sineCosine(b, z.imag(), null);
      sine = Lanes.flipped(b, angle.sine().high(), angle.sineSign());
      cosine = Lanes.flipped(b, angle.cosine().high(), angle.cosineSign());
    }

    Value beyond(double large) {
      return b.not(
          b.and(
              b.le(b.abs(z.real()), b.constant(large)),
              b.le(b.abs(z.imag()), b.constant(Trigonometric.LARGE))));
    }
  }
}
