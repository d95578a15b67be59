package io.lanewise.ndarray;

import java.util.Objects;

/// How arrays are printed. Immutable; the `with` methods give changed copies. Source:
/// `numpy.set_printoptions`.
///
/// ```java
/// PrintOptions brief = PrintOptions.DEFAULT.withPrecision(3).withSuppress(true);
/// ```
///
/// @param precision how many decimals are printed, as `floatmode` takes it
/// @param threshold arrays of more elements are summarised
/// @param edgeitems how many elements a summary shows at the beginning and the end of each axis
/// @param linewidth lines are broken so that they have at most so many characters
/// @param suppress whether small floating-point numbers are printed as 0 rather than in scientific
///   notation
/// @param nanstr the text of NaN
/// @param infstr the text of infinity
/// @param sign what stands before numbers that are not negative
/// @param floatmode how `precision` is taken
/// @param formatter the texts of single elements, where they are not the usual ones
public record PrintOptions(
    int precision,
    long threshold,
    int edgeitems,
    int linewidth,
    boolean suppress,
    String nanstr,
    String infstr,
    PrintSign sign,
    FloatMode floatmode,
    ElementFormatter formatter) {
  /// NumPy's defaults: precision 8, threshold 1000, 3 edge items, lines of 75 characters, floatmode
  /// maxprec.
  public static final PrintOptions DEFAULT =
      new PrintOptions(
          8,
          1_000,
          3,
          75,
          false,
          "nan",
          "inf",
          PrintSign.MINUS,
          FloatMode.MAXPREC,
          ElementFormatter.NONE);

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if `precision`, `threshold` or `edgeitems` is negative
  public PrintOptions {
    requireNotNegative("precision", precision);
    requireNotNegative("threshold", threshold);
    requireNotNegative("edgeitems", edgeitems);
    Objects.requireNonNull(nanstr, "nanstr");
    Objects.requireNonNull(infstr, "infstr");
    Objects.requireNonNull(sign, "sign");
    Objects.requireNonNull(floatmode, "floatmode");
    Objects.requireNonNull(formatter, "formatter");
  }

  private static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0, not " + value);
    }
  }

  /// This with another `precision`.
  public PrintOptions withPrecision(int value) {
    return new PrintOptions(
        value, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode,
        formatter);
  }

  /// This with another threshold; [Long#MAX_VALUE] never summarises.
  public PrintOptions withThreshold(long value) {
    return new PrintOptions(
        precision, value, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode,
        formatter);
  }

  /// This with another `edgeitems`.
  public PrintOptions withEdgeitems(int value) {
    return new PrintOptions(
        precision, threshold, value, linewidth, suppress, nanstr, infstr, sign, floatmode,
        formatter);
  }

  /// This with another `linewidth`.
  public PrintOptions withLinewidth(int value) {
    return new PrintOptions(
        precision, threshold, edgeitems, value, suppress, nanstr, infstr, sign, floatmode,
        formatter);
  }

  /// This with another `suppress`.
  public PrintOptions withSuppress(boolean value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, value, nanstr, infstr, sign, floatmode,
        formatter);
  }

  /// This with another `nanstr`.
  public PrintOptions withNanstr(String value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, suppress, value, infstr, sign, floatmode,
        formatter);
  }

  /// This with another `infstr`.
  public PrintOptions withInfstr(String value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, suppress, nanstr, value, sign, floatmode,
        formatter);
  }

  /// This with another `sign`.
  public PrintOptions withSign(PrintSign value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, value, floatmode,
        formatter);
  }

  /// This with another `floatmode`.
  public PrintOptions withFloatmode(FloatMode value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, value,
        formatter);
  }

  /// This with another `formatter`.
  public PrintOptions withFormatter(ElementFormatter value) {
    return new PrintOptions(
        precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode,
        value);
  }
}
