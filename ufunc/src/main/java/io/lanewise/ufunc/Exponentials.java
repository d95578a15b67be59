package io.lanewise.ufunc;

import io.lanewise.ufunc.math.ComplexExponential;
import io.lanewise.ufunc.math.Exponential;
import java.util.List;

/// The declarations of exponential functions.
final class Exponentials {
  static final UFunc EXP =
      new UFunc(
              "exp",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Exponential.exp(f, x[0]),
              (x, y) -> List.of(y))
          .withComplex(ComplexFunctions.unary(ComplexExponential::exp));

  /// 2 to the power x.
  static final UFunc EXP2 =
      new UFunc(
              "exp2",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Exponential.exp2(f, x[0]),
              (x, y) -> List.of(y.multiply(Expr.literal(Math.log(2)))))
          .withComplex(ComplexFunctions.unary(ComplexExponential::exp2));

  /// exp(x) - 1, accurate for small x.
  static final UFunc EXPM1 =
      new UFunc(
              "expm1",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Exponential.expm1(f, x[0]),
              // not y + 1, of which little is left where y is near -1
              (x, y) -> List.of(x.get(0).exp()))
          .withComplex(ComplexFunctions.unary(ComplexExponential::expm1));

  private Exponentials() {}
}
