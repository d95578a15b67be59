package io.lanewise.testing;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.testing.ArrayComparison.Rule;
import io.lanewise.ufunc.Comparing;
import java.util.List;

/// The rules of the assertions, each with the header of its report.
final class Rules {
  private static final int PRECISION = 6;

  /// Of reports that show no differences.
  private static final int ITEM_PRECISION = 8;

  private static final int TOLERANCE_DIGITS = 6;

  static final Rule EQUAL =
      new Rule("Arrays are not equal", (x, y) -> x.equal(y), true, true, Rule.NAMES, PRECISION);

  static final Rule LESS =
      new Rule(
          "Arrays are not strictly ordered `x < y`",
          (x, y) -> x.less(y),
          true,
          false,
          List.of("x", "y"),
          PRECISION);

  private Rules() {}

  static Rule close(double rtol, double atol, boolean equalNan) {
    return new Rule(
        "Not equal to tolerance rtol="
            + Report.general(rtol, TOLERANCE_DIGITS)
            + ", atol="
            + Report.general(atol, TOLERANCE_DIGITS),
        (x, y) -> Comparing.isclose(x, y, rtol, atol, equalNan),
        equalNan,
        true,
        Rule.NAMES,
        PRECISION);
  }

  static Rule almostEqual(int decimal) {
    double limit = tolerance(decimal);
    return new Rule(
        almostEqualHeader(decimal),
        (x, y) -> x.subtract(y.astype(Promotion.withFloating(y.dtype()))).abs().less(limit),
        true,
        true,
        Rule.NAMES,
        decimal);
  }

  static String almostEqualHeader(int decimal) {
    return "Arrays are not almost equal to " + decimal + " decimals";
  }

  /// 1.5 units of a decimal.
  static double tolerance(int decimal) {
    return 1.5 * Double.parseDouble("1e" + -decimal);
  }

  /// Of complex arrays each part is compared first, and a report then shows the arrays only.
  static String almostEqual(NDArray actual, NDArray desired, int decimal, AssertOptions options) {
    Rule rule = almostEqual(decimal);
    if (!actual.dtype().isComplex() && !desired.dtype().isComplex()) {
      return ArrayComparison.report(actual, desired, rule, options);
    }
    boolean close =
        ArrayComparison.report(actual.real(), desired.real(), rule, AssertOptions.DEFAULT) == null
            && ArrayComparison.report(actual.imag(), desired.imag(), rule, AssertOptions.DEFAULT)
                == null;
    return close
        ? ArrayComparison.report(actual, desired, rule, options)
        : Report.of(
            rule.header(),
            options.message(),
            options.verbose(),
            Rule.NAMES,
            List.of(Report.repr(actual, ITEM_PRECISION), Report.repr(desired, ITEM_PRECISION)));
  }
}
