package io.lanewise.ndarray;

import java.util.Objects;

/// How a single floating-point number is printed. Immutable; the `with` methods give changed
/// copies. Numbers of digits are -1 where nothing is asked for. Source: the arguments of
/// `numpy.format_float_positional` and `numpy.format_float_scientific`.
///
/// @param precision the most digits that are printed
/// @param unique whether the digits end where they make the number unique among those of its dtype;
///   otherwise they are those of the exact value
/// @param fractional whether `precision` and `minDigits` count digits after the point, rather than
///   significant ones; scientific notation always counts the former
/// @param minDigits the fewest digits that are printed where `unique`
/// @param trim what is taken off the end
/// @param sign whether positive numbers have a plus sign
/// @param padLeft spaces are put in front until so many characters are left of the point
/// @param padRight spaces are put behind until so many characters are right of the point; not in
///   scientific notation
/// @param expDigits the fewest digits of an exponent, 2 where it is -1; in scientific notation only
public record DigitOptions(
    int precision,
    boolean unique,
    boolean fractional,
    int minDigits,
    TrimMode trim,
    boolean sign,
    int padLeft,
    int padRight,
    int expDigits) {
  /// NumPy's defaults: the digits that make a number unique.
  public static final DigitOptions DEFAULT =
      new DigitOptions(-1, true, true, -1, TrimMode.KEEP, false, -1, -1, -1);

  /// Checks that the options go together.
  ///
  /// @throws IllegalArgumentException if a number is below -1, or `minDigits` is greater than
  ///   `precision`
  public DigitOptions {
    Objects.requireNonNull(trim, "trim");
    requireCount("precision", precision);
    requireCount("minDigits", minDigits);
    requireCount("padLeft", padLeft);
    requireCount("padRight", padRight);
    requireCount("expDigits", expDigits);
    if (minDigits > precision && precision > 0) {
      throw new IllegalArgumentException(
          "min_digits must be less than or equal to precision: " + minDigits + " and " + precision);
    }
  }

  private static void requireCount(String name, int value) {
    if (value < -1) {
      throw new IllegalArgumentException(name + " must be >= 0, or -1 for none, not " + value);
    }
  }

  /// This with another `precision`.
  public DigitOptions withPrecision(int value) {
    return new DigitOptions(
        value, unique, fractional, minDigits, trim, sign, padLeft, padRight, expDigits);
  }

  /// This with another `unique`.
  public DigitOptions withUnique(boolean value) {
    return new DigitOptions(
        precision, value, fractional, minDigits, trim, sign, padLeft, padRight, expDigits);
  }

  /// This with another `fractional`.
  public DigitOptions withFractional(boolean value) {
    return new DigitOptions(
        precision, unique, value, minDigits, trim, sign, padLeft, padRight, expDigits);
  }

  /// This with another `minDigits`.
  public DigitOptions withMinDigits(int value) {
    return new DigitOptions(
        precision, unique, fractional, value, trim, sign, padLeft, padRight, expDigits);
  }

  /// This with another `trim`.
  public DigitOptions withTrim(TrimMode value) {
    return new DigitOptions(
        precision, unique, fractional, minDigits, value, sign, padLeft, padRight, expDigits);
  }

  /// This with another `sign`.
  public DigitOptions withSign(boolean value) {
    return new DigitOptions(
        precision, unique, fractional, minDigits, trim, value, padLeft, padRight, expDigits);
  }

  /// This with another `padLeft`.
  public DigitOptions withPadLeft(int value) {
    return new DigitOptions(
        precision, unique, fractional, minDigits, trim, sign, value, padRight, expDigits);
  }

  /// This with another `padRight`.
  public DigitOptions withPadRight(int value) {
    return new DigitOptions(
        precision, unique, fractional, minDigits, trim, sign, padLeft, value, expDigits);
  }

  /// This with another `expDigits`.
  public DigitOptions withExpDigits(int value) {
    return new DigitOptions(
        precision, unique, fractional, minDigits, trim, sign, padLeft, padRight, value);
  }
}
