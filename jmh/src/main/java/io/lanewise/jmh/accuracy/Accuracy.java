package io.lanewise.jmh.accuracy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `./lanewise accuracy [FUNCTION]... [--random N] [--hard N] [--step N] [--double-double N]
/// [--write]`: the errors of the mathematical functions, in units in the last place. Float64 is
/// compared with mpmath at random and at hard arguments, float32 functions of one argument with
/// float64 at every N-th of all 2^32 arguments; or, with `--double-double N`, float64 with
/// functions in double-double arithmetic at N random arguments. `--write` renews these columns of
/// the functions' rows in `docs/accuracy.md`, and tries all float32 numbers where no step is given.
public final class Accuracy {
  private static final long RANDOM = 1_000_000;
  private static final long HARD = 100_000;

  /// A prime, so that all low bits occur; 1 tries all numbers and takes a minute a function.
  private static final long STEP = 1_009;

  private Accuracy() {}

  /// What is asked for.
  ///
  /// @param names the functions; all where empty
  /// @param random how many random arguments
  /// @param hard how many arguments by rules
  /// @param step every how many of the float32 numbers are tried
  /// @param doubleDouble how many random arguments are compared with double-double functions; 0 for
  ///   the other comparisons
  /// @param write whether the table of the documentation is renewed
  record Options(
      List<String> names, long random, long hard, long step, long doubleDouble, boolean write) {

    /// Refuses what it does not know with an [IllegalArgumentException] that says so.
    static Options parse(String... arguments) {
      List<String> names = new ArrayList<>();
      long random = RANDOM;
      long hard = HARD;
      Optional<Long> step = Optional.empty();
      long doubleDouble = 0;
      boolean write = false;
      for (int i = 0; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "--random" -> random = following(arguments, i++);
          case "--hard" -> hard = following(arguments, i++);
          case "--step" -> step = Optional.of(following(arguments, i++));
          case "--double-double" -> doubleDouble = following(arguments, i++);
          case "--write" -> write = true;
          case String word when word.startsWith("-") ->
              throw new IllegalArgumentException("unknown option " + word);
          default -> names.add(arguments[i]);
        }
      }
      long usual = write ? 1 : STEP;
      return new Options(List.copyOf(names), random, hard, step.orElse(usual), doubleDouble, write);
    }

    private static long following(String[] arguments, int option) {
      String value = option + 1 == arguments.length ? "nothing" : arguments[option + 1];
      try {
        long number = Long.parseLong(value);
        if (number > 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(refusal(arguments[option], value), e);
      }
      throw new IllegalArgumentException(refusal(arguments[option], value));
    }

    private static String refusal(String option, String value) {
      return option + " takes a positive number, not " + value;
    }
  }

  /// Ends with 0, with 1 where a result is off by more than 1 ULP or wrong altogether, and with 2
  /// where the arguments make no sense or there is no mpmath.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Options options = null;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println("accuracy: " + e.getMessage());
      out.println(
          "Usage: ./lanewise accuracy [FUNCTION]... [--random N] [--hard N] [--step N]"
              + " [--double-double N] [--write]");
      System.exit(2);
    }
    Optional<PythonSide> python = PythonSide.start();
    if (python.isEmpty()) {
      out.println("accuracy: there is no python3 with mpmath here (pip install mpmath)");
      System.exit(2);
    }
    try (PythonSide side = python.get()) {
      List<Row> rows = run(side, options, out);
      if (options.write()) {
        Path table = Path.of(System.getProperty("lanewise.home", ".")).resolve("docs/accuracy.md");
        Table.write(table, rows, side.names());
        out.println("written to " + table);
      }
      System.exit(rows.stream().allMatch(Row::isGood) ? 0 : 1);
    }
  }

  /// Tries the functions one after the other and prints a line for each.
  static List<Row> run(PythonSide side, Options options, PrintStream out) {
    List<String> names = options.names().isEmpty() ? side.names() : options.names();
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      Optional<Function> function = Function.of(name);
      if (function.isEmpty() || !side.names().contains(name)) {
        out.println(name + ": there is no such function");
        continue;
      }
      Row row =
          options.doubleDouble() > 0
              ? DoubleDoubleRow.measure(side, function.get(), options.doubleDouble())
              : ArbitraryRow.measure(side, function.get(), options);
      out.println(row.line());
      out.flush();
      rows.add(row);
    }
    return rows;
  }
}
