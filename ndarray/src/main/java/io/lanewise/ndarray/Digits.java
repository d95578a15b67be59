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
        value, Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : null);
  }

  static Digits ofFloat(float value) {
    return new Digits(value, Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null);
  }

  static Digits ofFloat16(double value) {
    if (!Double.isFinite(value)) {
      return new Digits(value, null);
    }
    // the fewest digits that round to the same half; five always do
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 6; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (Float.float16ToFloat(Halves.toFloat16(rounded.doubleValue())) == value) {
        return new Digits(value, rounded);
      }
    }
    return new Digits(value, exact);
  }

  boolean isNegative() {
    return Double.doubleToRawLongBits(value) < 0;
  }

  String sign() {
    return isNegative() ? "-" : "";
  }

  /// The number with at most `places` decimals and no trailing zeros, such as `1.` and `-0.25`.
  String positional(int places) {
    // more digits than wanted: the exact value decides how they are rounded
    BigDecimal source = shortest.scale() > places ? new BigDecimal(value) : shortest;
    String text = source.abs().setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    if (places == 0) {
      return sign() + text + ".";
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return sign() + text.substring(0, end);
  }

  /// How many digits follow the point in scientific notation, at most `most`.
  int scientificPlaces(int most) {
    BigDecimal stripped = shortest.stripTrailingZeros();
    return Math.min(most, shortest.signum() == 0 ? 0 : stripped.precision() - 1);
  }

  /// The number with exactly `places` digits after the point, such as `1.50e-04`.
  String scientific(int places) {
    if (shortest.signum() == 0) {
      return sign() + "0." + "0".repeat(places) + "e+00";
    }
    BigDecimal source = shortest.precision() > places + 1 ? new BigDecimal(value) : shortest;
    BigDecimal rounded = source.abs().round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < places + 1) {
      text.append('0');
    }
    String mantissa = text.charAt(0) + "." + text.substring(1, places + 1);
    return sign() + mantissa + exponent(exponent);
  }

  private static String exponent(int exponent) {
    int size = Math.abs(exponent);
    return "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
  }

  /// As Python prints a float: `3.0`, `1e+22`, `0.0001`, `1.5e-05`.
  String python() {
    if (shortest == null) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (shortest.signum() == 0) {
      return sign() + "0.0";
    }
    BigDecimal stripped = shortest.stripTrailingZeros();
    int exponent = stripped.precision() - 1 - stripped.scale();
    if (exponent < -4 || exponent >= 16) {
      String text = scientific(stripped.precision() - 1);
      return text.replace(".e", "e");
    }
    String text = stripped.abs().toPlainString();
    return sign() + (text.contains(".") ? text : text + ".0");
  }
}
