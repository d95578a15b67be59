package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.FloatDivisions;
import io.lanewise.ufunc.math.scalar.IntegerDivisions;
import java.util.List;

/// The declarations of divisions with a remainder, and of divisors and multiples.
final class Divisions {
  /// The largest integer not above a / b; for integers 0 where b is 0.
  static final UFunc FLOOR_DIVIDE = division("floor_divide", "floorDivide");

  /// a - b * floor(a / b), with the sign of b; for integers 0 where b is 0.
  static final UFunc REMAINDER = division("remainder", "remainder");

  /// What C's fmod gives: with the sign of a; for integers 0 where b is 0.
  static final UFunc FMOD = division("fmod", "fmod");

  static final UFunc GCD = integers("gcd", "gcd").reducing(Folding.FREE, 0);

  static final UFunc LCM = integers("lcm", "lcm");

  /// The quotient of [#FLOOR_DIVIDE] and the rest of [#REMAINDER].
  static final UFunc DIVMOD =
      new UFunc(
              "divmod",
              2,
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  List.of(
                      f.call(function("floorDivide", x[0].type()), x),
                      f.call(function("remainder", x[0].type()), x)),
              null)
          .withSeveral(
              DType.UINT64,
              (f, x) ->
                  List.of(f.call(unsigned("floorDivide"), x), f.call(unsigned("remainder"), x)));

  private Divisions() {}

  private static UFunc division(String name, String method) {
    return new UFunc(
            name,
            2,
            LoopTypes.BOOL_AS_INT8,
            (f, x) -> f.call(function(method, x[0].type()), x),
            null)
        .with(DType.UINT64, (f, x) -> f.call(unsigned(method), x));
  }

  private static UFunc integers(String name, String method) {
    return new UFunc(
            name,
            2,
            LoopTypes.ONLY_INTEGER,
            (f, x) -> f.call(function(method, x[0].type()), x),
            null)
        .with(DType.UINT64, (f, x) -> f.call(unsigned(method), x));
  }

  private static ScalarFunction function(String method, LaneType type) {
    Class<?> owner = type.isFloat() ? FloatDivisions.class : IntegerDivisions.class;
    return new ScalarFunction(owner, method, type, List.of(type, type));
  }

  private static ScalarFunction unsigned(String method) {
    String name = method + "Unsigned";
    return new ScalarFunction(
        IntegerDivisions.class, name, LaneType.INT64, List.of(LaneType.INT64, LaneType.INT64));
  }
}
