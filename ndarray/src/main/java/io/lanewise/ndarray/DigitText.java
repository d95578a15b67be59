package io.lanewise.ndarray;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes a number's digits in positional or scientific notation. Where fewer digits are wanted
/// than the shortest ones, or more, they are those of the exact value, a half rounded to even.
/// Source: the cut-offs of `numpy.format_float_positional` and `numpy.format_float_scientific`
/// (Dragon4, R. Juckett).
final class DigitText {
  private DigitText() {}

  /// Such as `-1.5` and `20.`.
  static String positional(Digits digits, DigitOptions options) {
    if (!options.fractional() && options.precision() == 0) {
      throw new IllegalArgumentException("precision must be greater than 0 if fractional=False");
    }
    requirePrecision(options);
    if (digits.shortest() == null) {
      return special(digits, options);
    }
    BigDecimal number =
        rounded(digits, options, options.fractional(), options.precision(), options.minDigits());
    String plain = (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
    int point = plain.indexOf('.');
    String whole = sign(digits, options) + (point < 0 ? plain : plain.substring(0, point));
    int wanted = options.unique() ? options.minDigits() : options.precision();
    if (!options.fractional()) {
      wanted -= point < 0 ? plain.length() : point;
    }
    String fraction = trimmed(point < 0 ? "" : plain.substring(point + 1), wanted, options.trim());
    return " ".repeat(Math.max(0, options.padLeft() - whole.length()))
        + whole
        + fraction
        + " ".repeat(Math.max(0, options.padRight() + 1 - fraction.length()));
  }

  /// Such as `1.5e-04`.
  static String scientific(Digits digits, DigitOptions options) {
    requirePrecision(options);
    if (digits.shortest() == null) {
      return special(digits, options);
    }
    // one digit stands before the point
    BigDecimal number =
        rounded(
            digits,
            options,
            false,
            options.precision() < 0 ? -1 : options.precision() + 1,
            options.minDigits() < 0 ? -1 : options.minDigits() + 1);
    String all = number.unscaledValue().toString();
    int exponent = number.signum() == 0 ? 0 : all.length() - 1 - number.scale();
    String whole = sign(digits, options) + all.charAt(0);
    int wanted = options.unique() ? options.minDigits() : options.precision();
    String power = exponent == 0 ? "" : Integer.toString(Math.abs(exponent));
    String fraction = trimmed(all.substring(1), wanted, options.trim());
    if (fraction.isEmpty() && all.length() > 1) {
      // NumPy leaves the point where zeros behind it were taken off
      fraction = ".";
    }
    int exponentDigits = options.expDigits() < 0 ? 2 : options.expDigits();
    return " ".repeat(Math.max(0, options.padLeft() - whole.length()))
        + whole
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - power.length()))
        + power;
  }

  private static void requirePrecision(DigitOptions options) {
    if (!options.unique() && options.precision() < 0) {
      throw new IllegalArgumentException("in non-unique mode `precision` must be supplied");
    }
  }

  private static String special(Digits digits, DigitOptions options) {
    return Double.isNaN(digits.value()) ? "nan" : sign(digits, options) + "inf";
  }

  private static String sign(Digits digits, DigitOptions options) {
    return digits.isNegative() ? "-" : options.sign() ? "+" : "";
  }

  /// The size of the number, with the digits that are printed before trimming.
  private static BigDecimal rounded(
      Digits digits, DigitOptions options, boolean fractional, int precision, int minDigits) {
    if (digits.value() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal shortest = digits.shortest().abs();
    boolean counts = precision >= 0 || minDigits >= 0;
    BigDecimal exact = null;
    int left = 0;
    if (!fractional && counts) {
      // significant digits end so many places further left than digits after the point
      exact = new BigDecimal(digits.value()).abs();
      left = exact.precision() - exact.scale();
    }
    int scale = shortest.scale();
    if (!options.unique()) {
      scale = precision - left;
    } else if (counts) {
      scale = minDigits < 0 ? scale : Math.max(scale, minDigits - left);
      scale = precision < 0 ? scale : Math.min(scale, precision - left);
    }
    if (options.unique() && scale == shortest.scale()) {
      return shortest;
    }
    exact = exact == null ? new BigDecimal(digits.value()).abs() : exact;
    if (!options.unique() && scale >= exact.stripTrailingZeros().scale()) {
      return exact.stripTrailingZeros();
    }
    BigDecimal result = exact.setScale(scale, RoundingMode.HALF_EVEN);
    // NumPy drops the nines that a carry goes through
    return result.compareTo(exact) > 0 ? result.stripTrailingZeros() : result;
  }

  /// The point and the digits behind it.
  private static String trimmed(String fraction, int wanted, TrimMode trim) {
    if (trim == TrimMode.KEEP) {
      return "." + fraction + "0".repeat(Math.max(0, wanted - fraction.length()));
    }
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    if (end > 0) {
      return "." + fraction.substring(0, end);
    }
    return switch (trim) {
      case ZEROS_BUT_ONE -> ".0";
      case ZEROS_AND_POINT -> "";
      default -> ".";
    };
  }
}
