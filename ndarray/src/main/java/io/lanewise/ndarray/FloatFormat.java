package io.lanewise.ndarray;

import java.util.List;
import java.util.function.Function;

/// The common format of the floating-point numbers of one array: positional with as many decimals
/// as the longest one needs, or scientific where the magnitudes are too large, too small or too far
/// apart.
final class FloatFormat implements Function<Digits, String> {
  private static final int PRECISION = 8;
  private static final double LARGE = 1e8;
  private static final double SMALL = 1e-4;
  private static final double SPREAD = 1000;

  private final boolean scientific;
  private int places;
  private int left;
  private int width;

  FloatFormat(List<Digits> shown) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    boolean negativeInfinity = false;
    boolean special = false;
    for (Digits digits : shown) {
      double size = Math.abs(digits.value());
      if (digits.shortest() == null) {
        special = true;
        negativeInfinity |= digits.value() < 0;
      } else if (size != 0) {
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    scientific = largest >= LARGE || smallest < SMALL || largest > 0 && largest / smallest > SPREAD;
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
      width = Math.max(width, negativeInfinity ? 4 : 3);
    }
  }

  private static int decimals(String text) {
    return text.length() - text.indexOf('.') - 1;
  }

  private String finite(Digits digits) {
    return scientific ? digits.scientific(places) : digits.positional(places);
  }

  @Override
  public String apply(Digits digits) {
    if (digits.shortest() == null) {
      String text = digits.python();
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }
    String text = finite(digits);
    if (!scientific) {
      text += " ".repeat(places - decimals(text));
    }
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
