package io.lanewise.ndarray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The common format of the floating-point numbers of one array: positional with as many decimals
/// as the longest one needs, or scientific where the magnitudes are too large, too small or too far
/// apart. Source: `numpy.array2string`.
final class FloatFormat implements Function<Digits, String> {
  private static final double SMALL = 1e-4;
  private static final double SPREAD = 1000;

  private final PrintOptions options;
  private final boolean plus;
  private final boolean scientific;

  /// How each number is printed.
  private final DigitOptions digitOptions;

  /// The characters of each number.
  private final int width;

  FloatFormat(DType dtype, List<Digits> shown, PrintOptions options) {
    this(dtype, shown, options, options.sign());
  }

  FloatFormat(DType dtype, List<Digits> shown, PrintOptions options, PrintSign sign) {
    this.options = options;
    this.plus = sign == PrintSign.PLUS;
    List<Digits> finite = new ArrayList<>(shown.size());
    boolean negative = false;
    boolean negativeInfinity = sign != PrintSign.MINUS;
    for (Digits digits : shown) {
      if (digits.shortest() == null) {
        negativeInfinity |= digits.value() < 0;
      } else {
        finite.add(digits);
        negative |= digits.isNegative();
      }
    }
    scientific = isScientific(dtype, finite);
    int left = 0;
    int right = 0;
    DigitOptions first = first();
    int exponent = 2;
    for (Digits digits : finite) {
      String text = text(digits, first);
      int point = text.indexOf('.');
      int end = scientific ? text.indexOf('e') : text.length();
      left = Math.max(left, point);
      right = Math.max(right, end - point - 1);
      exponent = Math.max(exponent, text.length() - end - 2);
    }
    if (sign == PrintSign.SPACE && !negative) {
      left++;
    }
    digitOptions = second(first, left, right, exponent);
    int behind = scientific ? right + 2 + exponent : right;
    if (finite.size() != shown.size()) {
      left = Math.max(left, options.nanstr().length() - behind - 1);
      left = Math.max(left, options.infstr().length() + (negativeInfinity ? 1 : 0) - behind - 1);
    }
    width = left + 1 + behind;
  }

  private boolean isScientific(DType dtype, List<Digits> finite) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (Digits digits : finite) {
      double size = Math.abs(digits.value());
      if (size != 0) {
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    if (largest == 0) {
      return false;
    }
    // the comparisons are made in the dtype: the float32 nearest to 1e-4 is below 1e-4
    return largest >= large(dtype)
        || !options.suppress()
            && (smallest < Digits.nearest(dtype, SMALL)
                || Digits.nearest(dtype, largest / smallest) > SPREAD);
  }

  /// From here on numbers are printed in scientific notation: what the dtype's digits can count, at
  /// most 1e8.
  static double large(DType dtype) {
    return Math.pow(10, Math.min(8, FInfo.of(dtype).precision()));
  }

  /// What each number is printed with to find out how long they are.
  private DigitOptions first() {
    boolean fixed = options.floatmode() == FloatMode.FIXED;
    return DigitOptions.DEFAULT
        .withPrecision(options.floatmode() == FloatMode.UNIQUE ? -1 : options.precision())
        .withUnique(!fixed)
        .withTrim(fixed ? TrimMode.KEEP : TrimMode.ZEROS)
        .withSign(plus);
  }

  /// What each number is printed with when the lengths are known.
  private DigitOptions second(DigitOptions first, int left, int right, int exponent) {
    boolean equal =
        switch (options.floatmode()) {
          case FIXED, MAXPREC_EQUAL -> true;
          case UNIQUE, MAXPREC -> scientific;
        };
    DigitOptions padded = first.withPadLeft(left).withPadRight(right).withExpDigits(exponent);
    return equal
        ? padded.withPrecision(right).withMinDigits(right).withTrim(TrimMode.KEEP)
        : padded.withMinDigits(0);
  }

  private String text(Digits digits, DigitOptions how) {
    return scientific ? DigitText.scientific(digits, how) : DigitText.positional(digits, how);
  }

  @Override
  public String apply(Digits digits) {
    String text;
    if (digits.shortest() != null) {
      text = text(digits, digitOptions);
    } else if (Double.isNaN(digits.value())) {
      text = (plus ? "+" : "") + options.nanstr();
    } else {
      text = (digits.value() < 0 ? "-" : plus ? "+" : "") + options.infstr();
    }
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
