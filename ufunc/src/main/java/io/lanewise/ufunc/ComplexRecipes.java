package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ufunc.ComplexLoops.Parts;
import io.lanewise.ufunc.math.Hypotenuse;

/// The complex half of the declarations in [Ufuncs]. Complex numbers are ordered as NumPy orders
/// them: by real part, equal real parts by imaginary part, and no order holds where an imaginary
/// part is NaN.
final class ComplexRecipes {
  private ComplexRecipes() {}

  static Parts add(Body f, Parts... x) {
    return new Parts(f.add(x[0].real(), x[1].real()), f.add(x[0].imag(), x[1].imag()));
  }

  static Parts subtract(Body f, Parts... x) {
    return new Parts(f.sub(x[0].real(), x[1].real()), f.sub(x[0].imag(), x[1].imag()));
  }

  static Parts multiply(Body f, Parts... x) {
    Parts a = x[0];
    Parts b = x[1];
    return new Parts(
        f.sub(f.mul(a.real(), b.real()), f.mul(a.imag(), b.imag())),
        f.add(f.mul(a.real(), b.imag()), f.mul(a.imag(), b.real())));
  }

  static Parts square(Body f, Parts... x) {
    return multiply(f, x[0], x[0]);
  }

  static Parts negative(Body f, Parts... x) {
    return new Parts(f.neg(x[0].real()), f.neg(x[0].imag()));
  }

  static Parts absolute(Body f, Parts... x) {
    return Parts.real(Hypotenuse.hypot(f, x[0].real(), x[0].imag()));
  }

  static Parts equal(Body f, Parts... x) {
    return Parts.real(same(f, x[0], x[1]));
  }

  static Parts notEqual(Body f, Parts... x) {
    return Parts.real(f.not(same(f, x[0], x[1])));
  }

  private static Value same(Body f, Parts a, Parts b) {
    return f.and(f.eq(a.real(), b.real()), f.eq(a.imag(), b.imag()));
  }

  static Parts less(Body f, Parts... x) {
    return Parts.real(before(f, x[0], x[1], f.lt(x[0].imag(), x[1].imag())));
  }

  static Parts lessEqual(Body f, Parts... x) {
    return Parts.real(before(f, x[0], x[1], f.le(x[0].imag(), x[1].imag())));
  }

  static Parts greater(Body f, Parts... x) {
    return less(f, x[1], x[0]);
  }

  static Parts greaterEqual(Body f, Parts... x) {
    return lessEqual(f, x[1], x[0]);
  }

  /// Whether `a` comes before `b`, where the imaginary parts decide among equal real ones.
  private static Value before(Body f, Parts a, Parts b, Value imaginary) {
    Value numbers = f.and(f.eq(a.imag(), a.imag()), f.eq(b.imag(), b.imag()));
    return f.or(
        f.and(f.lt(a.real(), b.real()), numbers), f.and(f.eq(a.real(), b.real()), imaginary));
  }

  static Parts minimum(Body f, Parts... x) {
    return choose(f, f.or(isNaN(f, x[0]), lessEqual(f, x).real()), x);
  }

  static Parts maximum(Body f, Parts... x) {
    return choose(f, f.or(isNaN(f, x[0]), greaterEqual(f, x).real()), x);
  }

  private static Parts choose(Body f, Value first, Parts... x) {
    return new Parts(
        f.select(first, x[0].real(), x[1].real()), f.select(first, x[0].imag(), x[1].imag()));
  }

  private static Value isNaN(Body f, Parts a) {
    return f.or(f.ne(a.real(), a.real()), f.ne(a.imag(), a.imag()));
  }

  static Parts logicalAnd(Body f, Parts... x) {
    return Parts.real(f.and(isTrue(f, x[0]), isTrue(f, x[1])));
  }

  static Parts logicalOr(Body f, Parts... x) {
    return Parts.real(f.or(isTrue(f, x[0]), isTrue(f, x[1])));
  }

  static Parts logicalXor(Body f, Parts... x) {
    return Parts.real(f.xor(isTrue(f, x[0]), isTrue(f, x[1])));
  }

  static Parts logicalNot(Body f, Parts... x) {
    return Parts.real(f.not(isTrue(f, x[0])));
  }

  private static Value isTrue(Body f, Parts a) {
    Value zero = f.constant(a.real().type(), 0);
    return f.or(f.ne(a.real(), zero), f.ne(a.imag(), zero));
  }
}
