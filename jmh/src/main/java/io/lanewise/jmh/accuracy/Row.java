package io.lanewise.jmh.accuracy;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What was found of one function.
///
/// @param name NumPy's name
/// @param random float64 at random arguments
/// @param hard float64 at hard arguments
/// @param narrow float32 at every `step`-th number; no cases where there are two arguments
record Row(String name, Worst random, Worst hard, Worst narrow, long step) {
  boolean isGood() {
    return random.ulp() <= 1 && hard.ulp() <= 1 && narrow.ulp() <= 1;
  }

  /// For the terminal.
  String line() {
    return "%-12s float64 random %s; hard %s%s"
        .formatted(name, random, hard, narrow.count() == 0 ? "" : "; float32 " + narrow);
  }

  /// For the table of the documentation.
  String markdown() {
    Worst worst = hard.ulp() > random.ulp() ? hard : random;
    String wide =
        "| %s | %.3f of %,d | %.3f of %,d | %s "
            .formatted(name, random.ulp(), random.count(), hard.ulp(), hard.count(), where(worst));
    return narrow.count() == 0
        ? wide + "| | |"
        : wide + "| %.3f of %,d | %s |".formatted(narrow.ulp(), narrow.count(), where(narrow));
  }

  private static String where(Worst worst) {
    return Arrays.stream(worst.arguments())
        .mapToObj(Double::toString)
        .collect(Collectors.joining(", "));
  }
}
