package io.lanewise.ufunc;

import io.lanewise.ufunc.math.ComplexHyperbolic;
import io.lanewise.ufunc.math.ComplexInverse;
import io.lanewise.ufunc.math.Hyperbolic;
import io.lanewise.ufunc.math.InverseHyperbolic;
import java.util.List;

/// The declarations of hyperbolic functions and their inverses.
final class Hyperbolics {
  static final UFunc SINH =
      new UFunc(
              "sinh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Hyperbolic.sinh(f, x[0]),
              (x, y) -> List.of(Expr.apply(Hyperbolics.COSH, x.get(0))))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::sinh));

  static final UFunc COSH =
      new UFunc(
              "cosh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Hyperbolic.cosh(f, x[0]),
              (x, y) -> List.of(Expr.apply(SINH, x.get(0))))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::cosh));

  static final UFunc TANH =
      new UFunc(
              "tanh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Hyperbolic.tanh(f, x[0]),
              // not 1 - y^2, of which little is left where y is near 1
              (x, y) -> List.of(Expr.apply(COSH, x.get(0)).reciprocal().square()))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::tanh));

  static final UFunc ARCSINH =
      new UFunc(
              "arcsinh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseHyperbolic.arcsinh(f, x[0]),
              (x, y) -> List.of(x.get(0).square().add(Expr.literal(1)).sqrt().reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arcsinh));

  static final UFunc ARCCOSH =
      new UFunc(
              "arccosh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseHyperbolic.arccosh(f, x[0]),
              // the product of roots does not overflow, and keeps what x - 1 holds
              (x, y) ->
                  List.of(
                      x.get(0)
                          .subtract(Expr.literal(1))
                          .sqrt()
                          .multiply(x.get(0).add(Expr.literal(1)).sqrt())
                          .reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arccosh));

  static final UFunc ARCTANH =
      new UFunc(
              "arctanh",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseHyperbolic.arctanh(f, x[0]),
              (x, y) ->
                  List.of(
                      Expr.literal(1)
                          .subtract(x.get(0))
                          .multiply(x.get(0).add(Expr.literal(1)))
                          .reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arctanh));

  private Hyperbolics() {}
}
