package io.lanewise.ufunc;

import static io.lanewise.ndarray.kernel.LaneType.BOOL;
import static io.lanewise.ndarray.kernel.LaneType.INT32;
import static io.lanewise.ndarray.kernel.LaneType.INT64;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.math.ComplexRoot;
import java.util.List;

/// The declarations of arithmetic.
final class Arithmetic {
  static final UFunc ADD =
      new UFunc(
              "add",
              2,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? f.or(x[0], x[1]) : f.add(x[0], x[1]),
              (x, y) -> List.of(Expr.literal(1), Expr.literal(1)))
          .withComplex(ComplexRecipes::add)
          .reducing(Folding.TREE, 0);

  static final UFunc SUBTRACT =
      new UFunc(
              "subtract",
              2,
              LoopTypes.NUMBER,
              (f, x) -> f.sub(x[0], x[1]),
              (x, y) -> List.of(Expr.literal(1), Expr.literal(-1)))
          .withComplex(ComplexRecipes::subtract);

  static final UFunc MULTIPLY =
      new UFunc(
              "multiply",
              2,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? f.and(x[0], x[1]) : f.mul(x[0], x[1]),
              (x, y) -> List.of(x.get(1), x.get(0)))
          .withComplex(ComplexRecipes::multiply)
          .reducing(Folding.TREE, 1);

  static final UFunc DIVIDE =
      new UFunc(
              "divide",
              2,
              LoopTypes.QUOTIENT,
              (f, x) -> f.div(x[0], x[1]),
              (x, y) -> List.of(x.get(1).reciprocal(), y.divide(x.get(1)).negative()))
          .withComplex(ComplexRecipes::divide);

  static final UFunc NEGATIVE =
      new UFunc(
              "negative",
              1,
              LoopTypes.NUMBER,
              (f, x) -> f.neg(x[0]),
              (x, y) -> List.of(Expr.literal(-1)))
          .withComplex(ComplexRecipes::negative);

  static final UFunc ABSOLUTE =
      new UFunc(
              "absolute",
              1,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? x[0] : f.abs(x[0]),
              (x, y) ->
                  List.of(
                      Expr.where(
                          x.get(0).less(Expr.literal(0)), Expr.literal(-1), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> x[0])
          .withComplex(ComplexRecipes::absolute);

  static final UFunc SQUARE =
      new UFunc(
              "square",
              1,
              LoopTypes.BOOL_AS_INT8,
              (f, x) -> f.mul(x[0], x[0]),
              (x, y) -> List.of(x.get(0).multiply(Expr.literal(2))))
          .withComplex(ComplexRecipes::square);

  static final UFunc SQRT =
      new UFunc(
              "sqrt",
              1,
              LoopTypes.FLOATING,
              (f, x) -> f.sqrt(x[0]),
              (x, y) -> List.of(Expr.literal(0.5).divide(y)))
          .withComplex(ComplexFunctions.unary(ComplexRoot::sqrt));

  static final UFunc RECIPROCAL =
      new UFunc(
              "reciprocal",
              1,
              LoopTypes.BOOL_AS_INT8,
              (f, x) -> reciprocal(f, f.abs(x[0]), x[0]),
              (x, y) -> List.of(y.square().negative()))
          .with(DType.UINT64, (f, x) -> reciprocal(f, x[0], x[0]))
          .withComplex(ComplexRecipes::reciprocal);

  private Arithmetic() {}

  private static Value reciprocal(Body f, Value size, Value x) {
    LaneType type = x.type();
    if (type.isFloat()) {
      return f.div(f.constant(type, 1), x);
    }
    // 1 / a truncated: a itself for 1 and -1, the smallest number for 0 as the processor gives it,
    // else 0
    Value one = f.constant(type, 1);
    Value zero = f.constant(type, 0);
    Value smallest =
        type == INT64
            ? f.constant(Long.MIN_VALUE)
            : type == INT32 ? f.constant(Integer.MIN_VALUE) : zero;
    return f.select(f.eq(size, one), x, f.select(f.eq(x, zero), smallest, zero));
  }
}
