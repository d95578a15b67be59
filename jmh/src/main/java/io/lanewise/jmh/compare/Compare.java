package io.lanewise.jmh.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// `./lanewise compare SUITE`: one JVM and one python3 process with NumPy take turns, case by case,
/// on the same data, with the same threads and warm caches. Each case first checks that both
/// results agree.
///
/// Reading order: a suite lists its [Case]s, [Session] checks and times each, [Match] does the
/// timing, [NumPy] is the other side and [Report] the outcome.
public final class Compare {
  private static final Map<String, Suite> SUITES =
      new TreeMap<>(
          Map.of(
              "array", ArraySuite::run,
              "fft", FftSuite::run,
              "ufunc", UfuncSuite::run,
              "linalg", LinalgSuite::run,
              "fit", FitSuite::run,
              "pollution", PollutionSuite::run,
              "cold", ColdSuite::run,
              "process", ProcessSuite::run,
              "loops", LoopSuite::run,
              "libraries", LibrarySuite::run));

  /// Suites that need no Python.
  private static final Set<String> JAVA_ONLY = Set.of("loops", "libraries");

  private Compare() {}

  /// A list of cases.
  @FunctionalInterface
  interface Suite {
    void run(Session session) throws IOException;
  }

  /// Runs one suite. Ends with 0, with 1 where a case failed, and with 2 where the arguments make
  /// no sense.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Options options;
    try {
      options = Options.parse(arguments);
      if (!SUITES.containsKey(options.suite())) {
        throw new IllegalArgumentException(
            "no suite " + options.suite() + "; there are " + String.join(", ", SUITES.keySet()));
      }
    } catch (IllegalArgumentException e) {
      out.println("compare: " + e.getMessage());
      out.println("Usage: ./lanewise compare SUITE [--quick] [--filter REGEX] [--threads N]");
      System.exit(2);
      return;
    }
    // Before the library's first class: it reads the property once.
    System.setProperty("lanewise.threads", Integer.toString(options.threads()));
    System.exit(run(options, out) ? 0 : 1);
  }

  private static boolean run(Options options, PrintStream out) throws IOException {
    Path folder = Path.of(System.getProperty("lanewise.compare.output", "jmh/target/compare"));
    try (Inputs inputs = new Inputs();
        Report report = new Report(options.suite(), options.threads(), folder, out)) {
      boolean javaOnly = JAVA_ONLY.contains(options.suite());
      Optional<NumPy> numpy = javaOnly ? Optional.empty() : NumPy.start(inputs, options.threads());
      try {
        report.note(
            "%s, %d thread%s, JDK %s against %s"
                .formatted(
                    options.suite(),
                    options.threads(),
                    options.threads() == 1 ? "" : "s",
                    Runtime.version(),
                    numpy
                        .map(NumPy::name)
                        .orElse(
                            javaOnly
                                ? "Java peers"
                                : "Java peers only: no python3 with NumPy here")));
        Match match = Match.of(options.quick());
        SUITES.get(options.suite()).run(new Session(options, inputs, numpy, match, report));
        return report.finish();
      } finally {
        numpy.ifPresent(NumPy::close);
      }
    }
  }
}
