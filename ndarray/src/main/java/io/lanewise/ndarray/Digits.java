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

  static Digits ofFloat16(double value) {
    if (!Double.isFinite(value)) {
      return new Digits(value, null);
    }
    // the fewest digits that round to the same half; five always do
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 6; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (Float.float16ToFloat(Halves.toFloat16(rounded.doubleValue())) == value) {
        return new Digits(value, rounded.stripTrailingZeros());
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
    return shortest.signum() == 0 ? 0 : significant(most + 1).stripTrailingZeros().precision() - 1;
  }

  /// The number rounded to at most `count` digits. Where the shortest ones are too many, the exact
  /// value decides.
  private BigDecimal significant(int count) {
    BigDecimal source = shortest.precision() > count ? new BigDecimal(value) : shortest;
    return source.abs().round(new MathContext(count, RoundingMode.HALF_EVEN));
  }

  /// How many digits the exponent has in scientific notation with `places` digits, at least 2.
  int exponentSize(int places) {
    String text = scientific(places, 2);
    return text.length() - text.indexOf('e') - 2;
  }

  /// The number with exactly `places` digits after the point and at least `size` in the exponent,
  /// such as `1.50e-04`. Where more digits are wanted than the shortest ones, they are those of the
  /// exact value, as NumPy has it.
  String scientific(int places, int size) {
    if (shortest.signum() == 0) {
      return sign() + "0." + "0".repeat(places) + "e+" + "0".repeat(size);
    }
    BigDecimal rounded =
        shortest.precision() == places + 1
            ? shortest.abs()
            : new BigDecimal(value)
                .abs()
                .round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < places + 1) {
      text.append('0');
    }
    String mantissa = text.charAt(0) + "." + text.substring(1, places + 1);
    String power = Integer.toString(Math.abs(exponent));
    return sign()
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, size - power.length()))
        + power;
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
      return scientific(shortest.precision() - 1, 2).replace(".e", "e");
    }
    String text = shortest.abs().toPlainString();
    return sign() + (text.contains(".") ? text : text + ".0");
  }
}
