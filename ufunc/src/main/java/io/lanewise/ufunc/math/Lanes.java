package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The few idioms that all functions of this package share: polynomials, and the integer beside a
/// floating-point type.
final class Lanes {
  /// Adding it to a FLOAT64 below 2^51 in size rounds that to an integer, which then stands in the
  /// low bits of the sum.
  static final double ROUND = 0x1.8p52;

  /// [#ROUND] for FLOAT32, below 2^22.
  static final double ROUND_FLOAT32 = 0x1.8p23;

  private Lanes() {}

  /// c0 + c1 x + c2 x^2 + ... by Horner's rule: the fewest operations and registers. Lanes have so
  /// much independent work in flight that a shorter chain of the even and odd powers gained nothing
  /// (measured with AVX-512).
  static Value horner(Body b, Value x, double... c) {
    Value sum = b.constant(x.type(), c[c.length - 1]);
    for (int i = c.length - 2; i >= 0; i--) {
      sum = b.fma(sum, x, b.constant(x.type(), c[i]));
    }
    return sum;
  }

  /// The integer type as wide as `type`.
  static LaneType bits(LaneType type) {
    return type == LaneType.FLOAT64 ? LaneType.INT64 : LaneType.INT32;
  }

  /// `x` as the integer of its bits.
  static Value bits(Body b, Value x) {
    return b.reinterpret(x, bits(x.type()));
  }

  /// An integer literal beside FLOAT64 or FLOAT32.
  static Value literal(Body b, LaneType floating, long float64, int float32) {
    return floating == LaneType.FLOAT64 ? b.constant(float64) : b.constant(float32);
  }

  /// Refuses a value that is neither FLOAT64 nor FLOAT32.
  static boolean isFloat64(Value x) {
    if (!x.type().isFloat()) {
      throw new IllegalArgumentException("FLOAT64 or FLOAT32 expected, not " + x.type());
    }
    return x.type() == LaneType.FLOAT64;
  }
}
