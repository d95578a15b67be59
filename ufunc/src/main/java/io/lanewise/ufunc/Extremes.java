package io.lanewise.ufunc;

import static io.lanewise.ndarray.kernel.LaneType.BOOL;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import java.util.List;
import java.util.function.BinaryOperator;

/// The declarations of the smaller and the larger of two numbers.
final class Extremes {
  static final UFunc MINIMUM =
      new UFunc(
              "minimum",
              2,
              LoopTypes.ORDERED,
              (f, x) -> x[0].type() == BOOL ? f.and(x[0], x[1]) : f.min(x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.where(x.get(0).lessEqual(x.get(1)), Expr.literal(1), Expr.literal(0)),
                      Expr.where(x.get(0).lessEqual(x.get(1)), Expr.literal(0), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> unsignedOrder(f, x, f::min))
          .withComplex(ComplexRecipes::minimum)
          .reducing(Folding.FREE);

  static final UFunc MAXIMUM =
      new UFunc(
              "maximum",
              2,
              LoopTypes.ORDERED,
              (f, x) -> x[0].type() == BOOL ? f.or(x[0], x[1]) : f.max(x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.where(x.get(1).lessEqual(x.get(0)), Expr.literal(1), Expr.literal(0)),
                      Expr.where(x.get(1).lessEqual(x.get(0)), Expr.literal(0), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> unsignedOrder(f, x, f::max))
          .withComplex(ComplexRecipes::maximum)
          .reducing(Folding.FREE);

  static final UFunc FMAX = Signs.ignoringNan("fmax", MAXIMUM).reducing(Folding.FREE);

  static final UFunc FMIN = Signs.ignoringNan("fmin", MINIMUM).reducing(Folding.FREE);

  private Extremes() {}

  /// The smaller or larger of two uint64 numbers, whose order is the signed one with the highest
  /// bit changed.
  private static Value unsignedOrder(Body f, Value[] x, BinaryOperator<Value> signed) {
    Value high = f.constant(Long.MIN_VALUE);
    return f.xor(signed.apply(f.xor(x[0], high), f.xor(x[1], high)), high);
  }
}
