package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.Lanewise;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `./lanewise fuzz KIND`: random operations, compared with NumPy or with themselves. Prints how
/// many of each kind ran, and the seed that replays what went apart.
///
/// - `array [--operations N] [--seed S]`: chains of operations on arrays that share memory.
/// - `ufunc [--operations N] [--seed S]`: calls of universal functions and reductions, see
///   [CallFuzz].
/// - `expressions [--count N] [--seed S]`: fused expressions, see [ExprFuzz].
/// - `threads [--seconds N] [--seed S]`: many threads on the same kernels, see [ThreadFuzz].
public final class Fuzz {
  private static final long SEED = 20_261_127;

  private static final String USAGE =
      """
      Usage: ./lanewise fuzz array [--operations N] [--seed S]
             ./lanewise fuzz ufunc [--operations N] [--seed S]
             ./lanewise fuzz expressions [--count N] [--seed S]
             ./lanewise fuzz threads [--seconds N] [--seed S]\
      """;

  /// The fuzzers.
  private enum Kind {
    ARRAY("--operations", 1_000_000),
    UFUNC("--operations", 1_000_000),
    EXPRESSIONS("--count", 100_000),
    THREADS("--seconds", 60);

    private final String option;
    private final long amount;

    Kind(String option, long amount) {
      this.option = option;
      this.amount = amount;
    }
  }

  private Fuzz() {}

  /// Ends with 0, with 1 where a difference was found, and with 2 where the arguments make no sense
  /// or there is no NumPy.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Kind kind = null;
    long amount = 0;
    long seed = SEED;
    try {
      if (arguments.length % 2 == 0) {
        throw new IllegalArgumentException("a fuzzer, and options with their values");
      }
      kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
      amount = kind.amount;
      for (int i = 1; i < arguments.length; i += 2) {
        long value = Long.parseLong(arguments[i + 1]);
        if (arguments[i].equals(kind.option)) {
          amount = value;
        } else if (arguments[i].equals("--seed")) {
          seed = value;
        } else {
          throw new IllegalArgumentException(arguments[i]);
        }
      }
    } catch (IllegalArgumentException e) {
      out.println("fuzz: " + e.getMessage());
      out.println(USAGE);
      System.exit(2);
    }
    out.println(arguments[0] + ", seed " + seed);
    Outcome outcome =
        switch (kind) {
          case ARRAY, UFUNC -> againstNumPy(kind, amount, seed, out);
          case EXPRESSIONS -> ExprFuzz.run(amount, seed, out);
          case THREADS -> {
            long end = System.nanoTime() + amount * 1_000_000_000L;
            yield ThreadFuzz.run(seed, () -> System.nanoTime() < end, out);
          }
        };
    print(outcome, out);
    out.println(Lanewise.kernelStatistics());
    System.exit(outcome.differences() == 0 ? 0 : 1);
  }

  private static Outcome againstNumPy(Kind kind, long operations, long seed, PrintStream out)
      throws IOException {
    boolean array = kind == Kind.ARRAY;
    Optional<PythonSide> python = PythonSide.start(array ? "worker.py" : "calls.py");
    if (python.isEmpty()) {
      out.println("fuzz: there is no python3 with NumPy here");
      System.exit(2);
    }
    try (PythonSide side = python.get()) {
      out.println("against numpy " + side.version());
      return array ? run(side, operations, seed, out) : CallFuzz.run(side, operations, seed, out);
    }
  }

  /// What came of a run.
  ///
  /// @param counts operations of each kind
  /// @param errors how many of them were errors, on both sides
  /// @param differences how many chains or calls went apart
  record Outcome(Map<String, Long> counts, Map<String, Long> errors, int differences) {}

  /// Runs chains until there were so many operations, or ten chains went apart.
  static Outcome run(PythonSide side, long operations, long seed, PrintStream out) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Long> errors = new TreeMap<>();
    int differences = 0;
    long done = 0;
    for (long chain = 0; done < operations && differences < 10; chain++) {
      Chain one = new Chain(seed + chain);
      String difference = one.compare(side.run(one.steps()));
      for (int i = 0; i < one.steps().size(); i++) {
        counts.merge(one.steps().get(i).kind(), 1L, Long::sum);
        errors.merge(one.steps().get(i).kind(), one.failed(i) ? 1L : 0L, Long::sum);
      }
      done += one.steps().size();
      if (difference != null) {
        differences++;
        out.println("chain " + (seed + chain) + ": " + difference);
      }
    }
    return new Outcome(counts, errors, differences);
  }

  private static void print(Outcome outcome, PrintStream out) {
    long all = 0;
    for (Map.Entry<String, Long> kind : outcome.counts().entrySet()) {
      out.printf(
          "%-16s %9d, %d of them errors%n",
          kind.getKey(), kind.getValue(), outcome.errors().getOrDefault(kind.getKey(), 0L));
      all += kind.getValue();
    }
    out.printf("%d operations, %d went apart%n", all, outcome.differences());
  }
}
