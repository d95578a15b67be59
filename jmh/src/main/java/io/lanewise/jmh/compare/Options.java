package io.lanewise.jmh.compare;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The command line: `SUITE [--quick] [--filter REGEX] [--threads N]`. Without `--threads` both
/// sides have one, and two in the suite `fit`.
record Options(String suite, boolean quick, Pattern filter, int threads) {

  /// Refuses what it does not know with an [IllegalArgumentException] that says so.
  static Options parse(String... arguments) {
    String suite = null;
    boolean quick = false;
    Pattern filter = Pattern.compile("");
    int threads = 0;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--filter" -> filter = pattern(following(arguments, i++));
        case "--threads" -> threads = count(following(arguments, i++));
        case String word when word.startsWith("-") ->
            throw new IllegalArgumentException("unknown option " + word);
        default -> {
          if (suite != null) {
            throw new IllegalArgumentException("one suite at a time, not also " + arguments[i]);
          }
          suite = arguments[i];
        }
      }
    }
    if (suite == null) {
      throw new IllegalArgumentException("a suite is missing");
    }
    if (threads == 0) {
      threads = suite.equals("fit") ? 2 : 1;
    }
    return new Options(suite, quick, filter, threads);
  }

  private static String following(String[] arguments, int option) {
    if (option + 1 == arguments.length) {
      throw new IllegalArgumentException(arguments[option] + " needs a value");
    }
    return arguments[option + 1];
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("--filter: " + e.getMessage(), e);
    }
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--threads takes a positive number, not " + text, e);
    }
    throw new IllegalArgumentException("--threads takes a positive number, not " + text);
  }
}
