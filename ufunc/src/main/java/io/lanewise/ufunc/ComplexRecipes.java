package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
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

  /// R. L. Smith, Algorithm 116: Complex division, CACM 5, 1962, as NumPy has it: the smaller part
  /// of the divisor is divided by the larger one, so that no square can overflow.
  static Parts divide(Body f, Parts... x) {
    Parts a = x[0];
    Parts b = x[1];
    Value zero = f.constant(b.real().type(), 0);
    Value one = f.constant(b.real().type(), 1);
    Value realSize = f.abs(b.real());
    Value imagSize = f.abs(b.imag());
    Value byReal = f.ge(realSize, imagSize);
    Value large = f.select(byReal, b.real(), b.imag());
    Value small = f.select(byReal, b.imag(), b.real());
    Value ratio = f.div(small, large);
    // of 0 the quotients of the parts by 0, which are those parts times infinity
    Value isZero = f.and(f.eq(realSize, zero), f.eq(imagSize, zero));
    Value divisor = f.select(isZero, zero, f.add(large, f.mul(small, ratio)));
    Value scale = f.div(one, divisor);
    Value realRatio = f.mul(a.real(), ratio);
    Value imagRatio = f.mul(a.imag(), ratio);
    Value real = f.select(byReal, f.add(a.real(), imagRatio), f.add(realRatio, a.imag()));
    Value imag = f.select(byReal, f.sub(a.imag(), realRatio), f.sub(imagRatio, a.real()));
    return new Parts(
        f.mul(f.select(isZero, a.real(), real), scale),
        f.mul(f.select(isZero, a.imag(), imag), scale));
  }

  /// 1 / z with the scaling of [#divide].
  static Parts reciprocal(Body f, Parts... x) {
    Parts b = x[0];
    Value one = f.constant(b.real().type(), 1);
    Value byReal = f.ge(f.abs(b.real()), f.abs(b.imag()));
    Value large = f.select(byReal, b.real(), b.imag());
    Value small = f.select(byReal, b.imag(), b.real());
    Value ratio = f.div(small, large);
    Value divisor = f.add(large, f.mul(small, ratio));
    Value scaled = f.div(one, divisor);
    Value other = f.div(ratio, divisor);
    return new Parts(f.select(byReal, scaled, other), f.neg(f.select(byReal, other, scaled)));
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

  /// z / |z|; of an infinite number the direction, if only one part is infinite.
  static Parts sign(Body f, Parts... x) {
    Parts a = x[0];
    Value zero = f.constant(a.real().type(), 0);
    Value one = f.constant(a.real().type(), 1);
    Value size = absolute(f, x).real();
    Value infinity = f.constant(a.real().type(), Double.POSITIVE_INFINITY);
    Value nan = f.constant(a.real().type(), Double.NaN);
    Value realInfinite = f.eq(f.abs(a.real()), infinity);
    Value imagInfinite = f.eq(f.abs(a.imag()), infinity);
    Value both = f.and(realInfinite, imagInfinite);
    Value infinite = f.eq(size, infinity);
    Value real =
        f.select(
            infinite,
            f.select(realInfinite, Signs.copySign(f, one, a.real()), zero),
            f.select(f.eq(size, zero), zero, f.div(a.real(), size)));
    Value imag =
        f.select(
            infinite,
            f.select(imagInfinite, Signs.copySign(f, one, a.imag()), zero),
            f.select(f.eq(size, zero), zero, f.div(a.imag(), size)));
    return new Parts(f.select(both, nan, real), f.select(both, nan, imag));
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
