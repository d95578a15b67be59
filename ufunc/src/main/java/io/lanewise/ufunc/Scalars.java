package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Halves;

/// Java numbers as elements of a dtype, in the raw bits of its carrier.
final class Scalars {
  private Scalars() {}

  /// `value` rounded to a floating-point dtype.
  static long bits(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT64 -> Double.doubleToRawLongBits(value);
      case FLOAT32 -> Float.floatToRawIntBits((float) value);
      case FLOAT16 -> Float.floatToRawIntBits(Float.float16ToFloat(Halves.toFloat16(value)));
      case BFLOAT16 -> Float.floatToRawIntBits(Halves.fromBfloat16(Halves.toBfloat16(value)));
      default -> bits(dtype, (long) value);
    };
  }

  /// A weak number of an expression.
  static long bits(DType dtype, Expr number) {
    return number.integer ? bits(dtype, number.whole) : bits(dtype, number.number);
  }

  /// `value` as a number of the dtype.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  static long bits(DType dtype, long value) {
    if (dtype.isFloating()) {
      return bits(dtype, (double) value);
    }
    if (dtype == DType.BOOL) {
      return value != 0 ? 1 : 0;
    }
    if (!fits(dtype, value)) {
      throw new ArithmeticException("value " + value + " out of bounds for " + dtype);
    }
    return value;
  }

  /// Whether a dtype can hold an integer, if only rounded.
  static boolean fits(DType dtype, long value) {
    int width = dtype.itemSize() * 8;
    return switch (dtype.kind()) {
      case SIGNED -> width == 64 || value == value << 64 - width >> 64 - width;
      case UNSIGNED -> value >= 0 && (width == 64 || value >>> width == 0);
      default -> true;
    };
  }
}
