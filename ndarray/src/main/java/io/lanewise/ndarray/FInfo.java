package io.lanewise.ndarray;

/// The limits of a floating-point dtype; of a complex one those of its parts. Source:
/// `numpy.finfo`.
///
/// @param dtype the real dtype
/// @param bits the bits of a number
/// @param mantissaBits those of its fraction (`nmant`)
/// @param exponentBits those of its exponent (`nexp`)
/// @param minExponent the smallest exponent of a normal number (`minexp`)
/// @param maxExponent the smallest exponent that is too large (`maxexp`)
/// @param precision the decimal digits that survive a round trip
/// @param eps the step from 1 to the next larger number
/// @param epsneg the step from 1 to the next smaller number
/// @param max the largest finite number
/// @param min the smallest finite number, which is negative
/// @param smallestNormal the smallest positive normal number (`tiny`)
/// @param smallestSubnormal the smallest positive number
public record FInfo(
    DType dtype,
    int bits,
    int mantissaBits,
    int exponentBits,
    int minExponent,
    int maxExponent,
    int precision,
    double eps,
    double epsneg,
    double max,
    double min,
    double smallestNormal,
    double smallestSubnormal) {

  /// The limits of `dtype`.
  ///
  /// @throws IllegalArgumentException if it is neither a floating-point nor a complex dtype
  public static FInfo of(DType dtype) {
    DType part = dtype.part();
    return switch (part) {
      case FLOAT16 -> of(part, 10, 5);
      case BFLOAT16 -> of(part, 7, 8);
      case FLOAT32 -> of(part, 23, 8);
      case FLOAT64 -> of(part, 52, 11);
      default -> throw new IllegalArgumentException("data type " + dtype + " not inexact");
    };
  }

  /// All follow from the widths of fraction and exponent (IEEE 754).
  private static FInfo of(DType dtype, int mantissa, int exponent) {
    int maxExponent = 1 << exponent - 1;
    int minExponent = 2 - maxExponent;
    double eps = Math.scalb(1.0, -mantissa);
    double max = Math.scalb(2 - eps, maxExponent - 1);
    return new FInfo(
        dtype,
        1 + exponent + mantissa,
        mantissa,
        exponent,
        minExponent,
        maxExponent,
        (int) (mantissa * Math.log10(2)),
        eps,
        eps / 2,
        max,
        -max,
        Math.scalb(1.0, minExponent),
        Math.scalb(1.0, minExponent - mantissa));
  }

  /// 10 to the power of -[#precision()].
  public double resolution() {
    return Double.parseDouble("1e-" + precision);
  }
}
