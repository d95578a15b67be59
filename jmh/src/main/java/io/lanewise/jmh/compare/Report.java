package io.lanewise.jmh.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The table on the screen, and one JSON line per case in a file.
final class Report implements AutoCloseable {
  private final String suite;
  private final int threads;
  private final PrintStream table;
  private final Path file;
  private final PrintWriter lines;
  private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private String group = "";

  Report(String suite, int threads, Path folder, PrintStream table) throws IOException {
    this.suite = suite;
    this.threads = threads;
    this.table = table;
    Files.createDirectories(folder);
    file = folder.resolve(suite + ".jsonl");
    lines = new PrintWriter(Files.newBufferedWriter(file));
  }

  /// A line of words above or between the cases.
  void note(String words) {
    table.println(words);
  }

  /// A case that was timed.
  void add(
      String group, String name, String dtype, long n, String peer, double ours, double theirs) {
    if (!group.equals(this.group)) {
      this.group = group;
      table.printf(
          "%n%-36s %-8s %10s %13s %13s %8s%n", group, "dtype", "n", "ours", "peer", "ratio");
    }
    double ratio = theirs / ours;
    table.printf(
        Locale.ROOT,
        "%-36s %-8s %10d %13s %13s %7.2fx  %s%n",
        name,
        dtype,
        n,
        time(ours),
        time(theirs),
        ratio,
        peer);
    lines.println(json(name, dtype, n, peer, ours, theirs, ratio));
    lines.flush();
    ratios.computeIfAbsent(group + ", " + peer, key -> new ArrayList<>()).add(ratio);
  }

  /// A case whose results do not agree, or that went wrong.
  void fail(String label, String why) {
    table.println("FAILED  " + label + ": " + why);
    failures.add(label);
  }

  /// Prints the geometric means; true where there were cases and all agreed.
  boolean finish() {
    table.printf("%nGeometric means (above 1: Lanewise is faster)%n");
    ratios.forEach(
        (name, values) -> {
          double logs = values.stream().mapToDouble(Math::log).sum();
          double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
          table.printf(
              Locale.ROOT,
              "  %-50s %3d cases  %7.2fx  (least %.2fx)%n",
              name,
              values.size(),
              Math.exp(logs / values.size()),
              least);
        });
    if (ratios.isEmpty() && failures.isEmpty()) {
      failures.add("no case was run");
    }
    if (!failures.isEmpty()) {
      table.printf("%n%d cases failed: %s%n", failures.size(), String.join("; ", failures));
    }
    table.println("One JSON line per case: " + file);
    return failures.isEmpty();
  }

  @Override
  public void close() {
    lines.close();
  }

  private String json(
      String name, String dtype, long n, String peer, double ours, double theirs, double ratio) {
    return String.format(
        Locale.ROOT,
        "{\"suite\": \"%s\", \"case\": \"%s\", \"dtype\": \"%s\", \"n\": %d, \"threads\": %d,"
            + " \"ours_ns\": %.2f, \"peer_ns\": %.2f, \"peer\": \"%s\", \"ratio\": %.4f}",
        suite,
        name,
        dtype,
        n,
        threads,
        ours,
        theirs,
        peer,
        ratio);
  }

  private static String time(double nanos) {
    String[] units = {"ns", "us", "ms", "s"};
    int unit = 0;
    while (nanos >= 9_999.5 && unit < units.length - 1) {
      nanos /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, nanos < 100 ? "%.1f %s" : "%.0f %s", nanos, units[unit]);
  }
}
