package io.lanewise.testing;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PrintOptions;
import io.lanewise.ndarray.Printing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/// The texts of failed assertions, in NumPy's words and form.
final class Report {
  /// A message of the user's stands behind the header where both fit into a line of so many
  /// characters.
  private static final int LINE = 79;

  /// Arrays of more lines are cut.
  private static final int MOST_LINES = 4;

  private static final int LINES_OF_CUT = 3;

  private Report() {}

  /// Header, message, and the two things that were compared as they print.
  static String of(
      String header, String message, boolean verbose, List<String> names, List<String> things) {
    StringBuilder text = new StringBuilder("\n").append(header);
    if (!message.isEmpty()) {
      boolean brief = message.indexOf('\n') < 0 && message.length() < LINE - header.length();
      text.append(brief ? ' ' : '\n').append(message);
    }
    for (int i = 0; verbose && i < names.size(); i++) {
      text.append("\n ").append(names.get(i)).append(": ").append(things.get(i));
    }
    return text.toString();
  }

  /// An array as it prints with the current options but its own precision, cut where it is long.
  static String repr(NDArray a, int precision) {
    PrintOptions options = Printing.getPrintoptions().withPrecision(Math.max(0, precision));
    String text = Printing.arrayRepr(a, options);
    List<String> lines = text.lines().toList();
    return lines.size() > MOST_LINES
        ? lines.stream().limit(LINES_OF_CUT).collect(Collectors.joining("\n")) + "..."
        : text;
  }

  /// A shape with a space behind each comma.
  static String shape(NDArray a) {
    long[] shape = a.shape();
    StringBuilder text = new StringBuilder("(");
    for (int axis = 0; axis < shape.length; axis++) {
      text.append(axis == 0 ? "" : ", ").append(shape[axis]);
    }
    return text.append(shape.length == 1 ? ",)" : ")").toString();
  }

  /// A number as C's `%g` writes it: at most so many significant digits, scientific where the
  /// exponent is below -4 or not below the number of digits.
  static String general(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
