package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.math.scalar.UnusualComplexRoot;

/// The square root of complex numbers, its real part not negative.
///
/// With t = sqrt((|x| + |z|) / 2) the root's parts are t and |y| / (2 t), in that order where x is
/// not negative (W. Kahan, Branch cuts for complex elementary functions, or much ado about
/// nothing's sign bit, in: The State of the Art in Numerical Analysis, 1987). Squares, sums, roots
/// and the quotient keep what they lose (T. J. Dekker, A floating-point technique for extending the
/// available precision, 1971), and a number is scaled by a power of four where squares would leave
/// the format.
///
/// Error bound: 0.6 ULP of each part, 1 ULP below the normal range; exact where both parts of the
/// root are numbers of the format. Special values are those of C99 annex G.
public final class ComplexRoot {
  private ComplexRoot() {}

  /// sqrt(z).
  public static Complex sqrt(Body b, Complex z) {
    Value one = b.constant(1.0);
    Value zero = b.constant(0.0);
    Value width = b.abs(z.real());
    Value height = b.abs(z.imag());
    Value larger = b.max(width, height);
    Value big = b.gt(larger, b.constant(0x1p400));
    Value small = b.lt(larger, b.constant(0x1p-400));
    Value down = b.constant(0x1p-600);
    Value up = b.constant(0x1p600);
    Value scale = b.select(big, down, b.select(small, up, one));
    Value back = b.select(big, b.constant(0x1p300), b.select(small, b.constant(0x1p-300), one));
    Value forth = b.select(big, b.constant(0x1p-300), b.select(small, b.constant(0x1p300), one));
    Doubled t = larger(b, b.mul(width, scale), null, b.mul(height, scale));
    // the unscaled height, which may be far smaller than the width
    Value inverse = b.mul(b.div(b.constant(0.5), t.high()), forth);
    t = new Doubled(b.mul(t.high(), back), b.mul(t.low(), back));
    Value large = t.rounded(b);
    Value other = smaller(b, t, inverse, height).rounded(b);
    Value right = b.ge(z.real(), zero);
    Value real = b.select(right, large, other);
    Value imag = Lanes.withSign(b, b.select(right, other, large), z.imag());
    Value none = b.eq(larger, zero);
    Complex root = new Complex(b.select(none, zero, real), b.select(none, z.imag(), imag));
    Value finite = b.lt(larger, b.constant(Double.POSITIVE_INFINITY));
    return root.rare(b, b.not(finite), UnusualComplexRoot.class, "sqrt", z.real(), z.imag());
  }

  /// The larger and the smaller part of a root, without signs.
  record Parts(Doubled large, Doubled small) {}

  /// Those of a number with these sizes of its parts, the first with something more; not for 0 nor
  /// near the format's edges.
  static Parts parts(Body b, Value width, Value widthLow, Value height) {
    Doubled t = larger(b, width, widthLow, height);
    Value inverse = b.div(b.constant(0.5), t.high());
    return new Parts(t, smaller(b, t, inverse, height));
  }

  private static Doubled larger(Body b, Value width, Value widthLow, Value height) {
    Value half = b.constant(0.5);
    Doubled p = Doubled.product(b, width, width);
    Doubled q = Doubled.product(b, height, height);
    Doubled square = Doubled.sum(b, p.high(), q.high());
    Value low = b.add(square.low(), b.add(p.low(), q.low()));
    if (widthLow != null) {
      low = b.fma(b.add(width, width), widthLow, low);
    }
    Value size = b.sqrt(square.high());
    Value rest = b.add(b.fma(b.neg(size), size, square.high()), low);
    Doubled sum = Doubled.ordered(b, size, width);
    low = b.fma(rest, b.div(half, size), sum.low());
    low = widthLow == null ? low : b.add(low, widthLow);
    Value square2 = b.mul(sum.high(), half);
    Value t = b.sqrt(square2);
    rest = b.fma(low, half, b.fma(b.neg(t), t, square2));
    return new Doubled(t, b.mul(rest, b.div(half, t)));
  }

  /// height / (2 t), where `inverse` is 1 / (2 t) rounded.
  private static Doubled smaller(Body b, Doubled t, Value inverse, Value height) {
    Value quotient = b.mul(height, inverse);
    Value minusTwice = b.mul(quotient, b.constant(-2.0));
    Value rest = b.fma(minusTwice, t.low(), b.fma(minusTwice, t.high(), height));
    return new Doubled(quotient, b.mul(rest, inverse));
  }
}
