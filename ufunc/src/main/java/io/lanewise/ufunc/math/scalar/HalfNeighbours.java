package io.lanewise.ufunc.math.scalar;

import io.lanewise.ndarray.Halves;

/// Neighbours among the numbers of float16 and bfloat16, which are computed with as floats.
/// Generated kernels call it.
public final class HalfNeighbours {
  private static final int SIGN = 0x8000;

  private HalfNeighbours() {}

  /// The next float16 from `x` towards `y`.
  public static float nextAfterFloat16(float x, float y) {
    if (Float.isNaN(x) || Float.isNaN(y) || x == y) {
      // of two zeros NumPy gives the first one here, and the second one for wider numbers
      return x == y ? x : Float.NaN;
    }
    short bits = Float.floatToFloat16(x);
    return Float.float16ToFloat(x == 0 ? smallest(y) : (short) (bits + step(x, y)));
  }

  /// The next bfloat16 from `x` towards `y`.
  public static float nextAfterBfloat16(float x, float y) {
    if (Float.isNaN(x) || Float.isNaN(y) || x == y) {
      return x == y ? y : Float.NaN;
    }
    short bits = Halves.toBfloat16(x);
    return Halves.fromBfloat16(x == 0 ? smallest(y) : (short) (bits + step(x, y)));
  }

  /// The distance of a float16 to the next one away from 0.
  public static float spacingFloat16(float x) {
    return Float.isFinite(x) ? nextAfterFloat16(x, outward(x)) - x : Float.NaN;
  }

  /// The distance of a bfloat16 to the next one away from 0.
  public static float spacingBfloat16(float x) {
    return Float.isFinite(x) ? nextAfterBfloat16(x, outward(x)) - x : Float.NaN;
  }

  private static float outward(float x) {
    return x < 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
  }

  private static short smallest(float towards) {
    return (short) (towards < 0 ? SIGN | 1 : 1);
  }

  private static int step(float x, float y) {
    return x < y == x > 0 ? 1 : -1;
  }
}
