package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.List;

/// The declarations of conversions between degrees and radians: one product with a constant that is
/// rounded to the dtype.
final class Angles {
  private static final double DEGREE = Math.PI / 180;
  private static final double RADIAN = 180 / Math.PI;

  static final UFunc DEGREES = product("degrees", RADIAN);
  static final UFunc RAD2DEG = product("rad2deg", RADIAN);
  static final UFunc RADIANS = product("radians", DEGREE);
  static final UFunc DEG2RAD = product("deg2rad", DEGREE);

  private Angles() {}

  private static UFunc product(String name, double factor) {
    return new UFunc(
        name,
        1,
        LoopTypes.FLOATING,
        (f, x) -> f.mul(x[0], constant(f, x[0].type(), factor)),
        (x, y) -> List.of(Expr.literal(factor)));
  }

  /// The constant of float32 is the quotient of its own 180 and pi, as NumPy has it.
  private static Value constant(Body f, LaneType type, double factor) {
    if (type == LaneType.FLOAT64) {
      return f.constant(factor);
    }
    float pi = (float) Math.PI;
    return f.constant(factor == DEGREE ? pi / 180f : 180f / pi);
  }
}
