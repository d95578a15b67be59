package io.lanewise.ndarray;

/// Rounding to the two 16-bit floating-point formats, half to even.
public final class Halves {
  private Halves() {}

  /// The float16 nearest to `value`, as bits. A double is rounded once: through float32 rounded to
  /// odd, which keeps what the second rounding needs.
  public static short toFloat16(double value) {
    return Float.floatToFloat16(toOdd(value));
  }

  /// `value` as a float32 from which a 16-bit format is rounded as if from `value` itself: cut, and
  /// made odd where something was cut off. Generated kernels call it.
  public static float toOdd(double value) {
    float narrow = (float) value;
    if (narrow != value && !Double.isNaN(value) && !Float.isInfinite(narrow)) {
      float below = Math.abs(narrow) > Math.abs(value) ? Math.nextAfter(narrow, 0.0) : narrow;
      narrow = Float.intBitsToFloat(Float.floatToRawIntBits(below) | 1);
    }
    return narrow;
  }

  /// The bfloat16 nearest to `value`, as bits.
  public static short toBfloat16(double value) {
    return toBfloat16(toOdd(value));
  }

  /// The bfloat16 nearest to `value`, as bits.
  public static short toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
  }

  /// The value of bfloat16 bits.
  public static float fromBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /// `value` rounded to float16. Generated kernels call it.
  public static float roundToFloat16(float value) {
    return Float.float16ToFloat(Float.floatToFloat16(value));
  }

  /// `value` rounded to bfloat16. Generated kernels call it.
  public static float roundToBfloat16(float value) {
    return fromBfloat16(toBfloat16(value));
  }
}
