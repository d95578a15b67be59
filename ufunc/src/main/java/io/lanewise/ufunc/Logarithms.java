package io.lanewise.ufunc;

import io.lanewise.ufunc.math.ComplexLogarithm;
import io.lanewise.ufunc.math.Logarithm;
import java.util.List;

/// The declarations of logarithms.
final class Logarithms {
  static final UFunc LOG =
      new UFunc(
              "log",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Logarithm.log(f, x[0]),
              (x, y) -> List.of(x.get(0).reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexLogarithm::log));

  /// The logarithm to base 2.
  static final UFunc LOG2 =
      new UFunc(
              "log2",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Logarithm.log2(f, x[0]),
              (x, y) -> List.of(Expr.literal(1 / Math.log(2)).divide(x.get(0))))
          .withComplex(ComplexFunctions.unary(ComplexLogarithm::log2));

  /// The logarithm to base 10.
  static final UFunc LOG10 =
      new UFunc(
              "log10",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Logarithm.log10(f, x[0]),
              (x, y) -> List.of(Expr.literal(1 / Math.log(10)).divide(x.get(0))))
          .withComplex(ComplexFunctions.unary(ComplexLogarithm::log10));

  /// log(1 + x), accurate for small x.
  static final UFunc LOG1P =
      new UFunc(
              "log1p",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Logarithm.log1p(f, x[0]),
              (x, y) -> List.of(x.get(0).add(Expr.literal(1)).reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexLogarithm::log1p));

  private Logarithms() {}
}
