package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.FloatDivision;
import io.lanewise.ufunc.math.IntegerDivision;
import io.lanewise.ufunc.math.scalar.IntegerDivisions;
import java.util.List;

/// The declarations of divisions with a remainder, and of divisors and multiples.
final class Divisions {
  /// The largest integer not above a / b; for integers 0 where b is 0.
  static final UFunc FLOOR_DIVIDE =
      new UFunc(
              "floor_divide",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.floorDivide(f, x[0], x[1])
                      : IntegerDivision.floor(f, x[0], x[1]).quotient(),
              null)
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).quotient())
          .piecewiseConstant();

  /// a - b * floor(a / b), with the sign of b; for integers 0 where b is 0.
  static final UFunc REMAINDER =
      new UFunc(
              "remainder",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.remainder(f, x[0], x[1])
                      : IntegerDivision.floor(f, x[0], x[1]).remainder(),
              (x, y) ->
                  List.of(Expr.literal(1), Expr.apply(FLOOR_DIVIDE, x.get(0), x.get(1)).negative()))
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).remainder());

  /// What C's fmod gives: with the sign of a; for integers 0 where b is 0.
  static final UFunc FMOD =
      new UFunc(
              "fmod",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.fmod(f, x[0], x[1])
                      : IntegerDivision.fmod(f, x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.literal(1),
                      Expr.apply(Rounding.TRUNC, x.get(0).divide(x.get(1))).negative()))
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).remainder());

  static final UFunc GCD = integers("gcd").reducing(Folding.FREE, 0);

  static final UFunc LCM = integers("lcm");

  /// The quotient of [#FLOOR_DIVIDE] and the rest of [#REMAINDER], of which a kernel computes
  /// together what they share.
  static final UFunc DIVMOD =
      new UFunc("divmod", 2, 2, LoopTypes.BOOL_AS_INT8, both(DType.FLOAT64), null)
          .withSeveral(DType.UINT64, both(DType.UINT64));

  private Divisions() {}

  private static UFunc.Recipes both(DType loop) {
    return (f, x) ->
        List.of(FLOOR_DIVIDE.recipe(loop).apply(f, x), REMAINDER.recipe(loop).apply(f, x));
  }

  private static UFunc integers(String name) {
    return new UFunc(
            name, 2, LoopTypes.ONLY_INTEGER, (f, x) -> f.call(function(name, x[0].type()), x), null)
        .with(DType.UINT64, (f, x) -> f.call(function(name + "Unsigned", LaneType.INT64), x));
  }

  private static ScalarFunction function(String method, LaneType type) {
    return new ScalarFunction(IntegerDivisions.class, method, type, List.of(type, type));
  }
}
