package io.lanewise.ndarray;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A floating-point number with its shortest decimal digits that read back as the same number.
///
/// @param value the number
/// @param shortest its shortest digits; null unless it is finite
record Digits(double value, BigDecimal shortest) {
  static Digits ofDouble(double value) {
    return new Digits(
        value, Double.isFinite(value) ? shortest(value, Double.toString(value)) : null);
  }

  static Digits ofFloat(float value) {
    return new Digits(value, Float.isFinite(value) ? shortest(value, Float.toString(value)) : null);
  }

  /// Java's digits are the shortest ones except that it writes at least two: 4.9E-324 is 5e-324.
  private static BigDecimal shortest(Number value, String java) {
    BigDecimal digits = new BigDecimal(java).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal one =
          new BigDecimal(value.doubleValue()).round(new MathContext(1, RoundingMode.HALF_EVEN));
      boolean same =
          value instanceof Float f
              ? one.floatValue() == f
              : one.doubleValue() == value.doubleValue();
      return same ? one : digits;
    }
    return digits;
  }

  /// The digits of a number of one of the 16-bit dtypes.
  static Digits ofHalf(DType dtype, double value) {
    if (!Double.isFinite(value)) {
      return new Digits(value, null);
    }
    // the fewest digits that round to the same number; five always do
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 6; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest(dtype, rounded.doubleValue()) == value) {
        return new Digits(value, rounded.stripTrailingZeros());
      }
    }
    return new Digits(value, exact);
  }

  /// `value` rounded to a floating-point dtype.
  static double nearest(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT16 -> Float.float16ToFloat(Halves.toFloat16(value));
      case BFLOAT16 -> Halves.fromBfloat16(Halves.toBfloat16(value));
      case FLOAT32 -> (float) value;
      default -> value;
    };
  }

  /// The digits of a number of any real dtype; of an integer those of its float64.
  static Digits of(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT16, BFLOAT16 -> ofHalf(dtype, value);
      case FLOAT32 -> ofFloat((float) value);
      default -> ofDouble(value);
    };
  }

  boolean isNegative() {
    return Double.doubleToRawLongBits(value) < 0;
  }

  String sign() {
    return isNegative() ? "-" : "";
  }

  /// As NumPy prints a number alone: `3.0`, `1e+22`, `0.0001`, `1.5e-05`; scientific from `large`
  /// on.
  String alone(double large) {
    if (shortest == null) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (shortest.signum() == 0) {
      return sign() + "0.0";
    }
    if (Math.abs(value) < 1e-4 || Math.abs(value) >= large) {
      return DigitText.scientific(this, DigitOptions.DEFAULT.withTrim(TrimMode.ZEROS_AND_POINT));
    }
    String text = shortest.abs().toPlainString();
    return sign() + (text.contains(".") ? text : text + ".0");
  }
}
