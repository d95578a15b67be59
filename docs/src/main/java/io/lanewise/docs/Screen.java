package io.lanewise.docs;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the tour writes: headings, sentences, code, and tables with aligned columns.
final class Screen {
  private static final String CODE = "    ";
  private static final String TABLE = "  ";

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  PrintStream out() {
    return out;
  }

  void part(int number, String title) {
    String line = number + ". " + title;
    out.println();
    out.println(line);
    out.println("=".repeat(line.length()));
  }

  /// A paragraph.
  void say(String format, Object... arguments) {
    out.println();
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  void code(List<String> lines) {
    out.println();
    lines.forEach(line -> out.println((CODE + line).stripTrailing()));
  }

  /// What code printed.
  void result(String text) {
    out.println();
    text.stripTrailing().lines().forEach(out::println);
  }

  /// Rows under a head; the first column is aligned left, the others right.
  void table(String[] head, List<String[]> rows) {
    int[] width = Arrays.stream(head).mapToInt(String::length).toArray();
    for (String[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        width[k] = Math.max(width[k], row[k].length());
      }
    }
    out.println();
    row(head, width);
    row(Arrays.stream(width).mapToObj("-"::repeat).toArray(String[]::new), width);
    rows.forEach(row -> row(row, width));
  }

  private void row(String[] cells, int[] width) {
    StringBuilder line = new StringBuilder(TABLE);
    for (int k = 0; k < cells.length; k++) {
      String padding = " ".repeat(width[k] - cells[k].length());
      line.append(k == 0 ? cells[k] + padding : "   " + padding + cells[k]);
    }
    out.println(line.toString().stripTrailing());
  }

  /// A number in the form of a format string, with a point whatever the country.
  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
