package io.lanewise.ndarray;

import java.util.List;
import java.util.function.Function;

/// The common format of the floating-point numbers of one array: positional with as many decimals
/// as the longest one needs, or scientific where the magnitudes are too large, too small or too far
/// apart.
final class FloatFormat implements Function<Digits, String> {
  private static final int PRECISION = 8;
  private static final double SMALL = 1e-4;
  private static final double SPREAD = 1000;

  private final boolean scientific;

  /// Whether numbers that are not negative have a sign, too.
  private final boolean plus;

  private int places;
  private int left;
  private int exponentSize = 2;
  private int width;

  FloatFormat(DType dtype, List<Digits> shown) {
    this(dtype, shown, false);
  }

  FloatFormat(DType dtype, List<Digits> shown, boolean plus) {
    this.plus = plus;
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    boolean signedInfinity = plus;
    boolean special = false;
    for (Digits digits : shown) {
      double size = Math.abs(digits.value());
      if (digits.shortest() == null) {
        special = true;
        signedInfinity |= digits.value() < 0;
      } else if (size != 0) {
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    // the comparisons are made in the dtype: the float32 nearest to 1e-4 is below 1e-4
    scientific =
        largest >= large(dtype)
            || smallest < rounded(dtype, SMALL)
            || largest > 0 && rounded(dtype, largest / smallest) > SPREAD;
    for (Digits digits : shown) {
      if (digits.shortest() != null) {
        places =
            Math.max(
                places,
                scientific
                    ? digits.scientificPlaces(PRECISION)
                    : decimals(digits.positional(PRECISION)));
      }
    }
    for (Digits digits : shown) {
      if (digits.shortest() != null && scientific) {
        exponentSize =
            Math.max(exponentSize, digits.exponentSize(digits.scientificPlaces(PRECISION)));
      }
    }
    for (Digits digits : shown) {
      if (digits.shortest() != null) {
        String text = finite(digits);
        left = Math.max(left, text.indexOf('.'));
        width = Math.max(width, scientific ? text.length() : 0);
      }
    }
    if (!scientific) {
      width = left + 1 + places;
    }
    if (special) {
      width = Math.max(width, signedInfinity ? 4 : 3);
    }
  }

  /// From here on numbers are printed in scientific notation: what the dtype's digits can count, at
  /// most 1e8.
  private static double large(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> 1e8;
      case FLOAT32 -> 1e6;
      default -> 1e3;
    };
  }

  private static double rounded(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT64 -> value;
      case FLOAT32 -> (float) value;
      default -> Float.float16ToFloat(Halves.toFloat16(value));
    };
  }

  private static int decimals(String text) {
    return text.length() - text.indexOf('.') - 1;
  }

  private String finite(Digits digits) {
    return signed(scientific ? digits.scientific(places, exponentSize) : digits.positional(places));
  }

  private String signed(String text) {
    return plus && !text.startsWith("-") ? "+" + text : text;
  }

  @Override
  public String apply(Digits digits) {
    if (digits.shortest() == null) {
      String text = signed(digits.alone(0));
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }
    String text = finite(digits);
    if (!scientific) {
      text += " ".repeat(places - decimals(text));
    }
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
