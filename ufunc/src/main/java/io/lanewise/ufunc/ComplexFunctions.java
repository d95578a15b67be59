package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.math.Complex;

/// The functions of [io.lanewise.ufunc.math] as recipes: complex64 is computed in complex128 and
/// rounded once.
final class ComplexFunctions {
  /// A function of one complex number.
  @FunctionalInterface
  interface Unary {
    Complex apply(Body body, Complex z);
  }

  /// A function of two complex numbers.
  @FunctionalInterface
  interface Binary {
    Complex apply(Body body, Complex z, Complex w);
  }

  private ComplexFunctions() {}

  static ComplexRecipe unary(Unary function) {
    return (f, x) -> back(f, function.apply(f, wide(f, x[0])), x[0]);
  }

  static ComplexRecipe binary(Binary function) {
    return (f, x) -> back(f, function.apply(f, wide(f, x[0]), wide(f, x[1])), x[0]);
  }

  private static Complex wide(Body f, Parts x) {
    return new Complex(
        f.convert(x.real(), LaneType.FLOAT64), f.convert(x.imag(), LaneType.FLOAT64));
  }

  private static Parts back(Body f, Complex result, Parts x) {
    LaneType type = x.real().type();
    return new Parts(f.convert(result.real(), type), f.convert(result.imag(), type));
  }
}
