package io.lanewise.jmh.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table of `docs/accuracy.md`: new rows replace old ones of the same functions.
final class Table {
  private static final String HEAD = "| function |";

  private Table() {}

  static void write(Path file, List<Row> rows, List<String> order) throws IOException {
    Files.writeString(file, renewed(Files.readString(file), rows, order));
  }

  /// `text` with the rows in its one table, in this order.
  static String renewed(String text, List<Row> rows, List<String> order) {
    List<String> lines = text.lines().toList();
    int head = 0;
    while (head < lines.size() && !lines.get(head).startsWith(HEAD)) {
      head++;
    }
    if (head == lines.size()) {
      throw new IllegalStateException("there is no table in the text");
    }
    int end = head + 2;
    Map<String, String> known = new HashMap<>();
    for (; end < lines.size() && lines.get(end).startsWith("| "); end++) {
      known.put(lines.get(end).split("\\|")[1].strip(), lines.get(end));
    }
    rows.forEach(row -> known.put(row.name(), row.markdown()));
    List<String> result = new ArrayList<>(lines.subList(0, head + 2));
    order.stream().filter(known::containsKey).map(known::get).forEach(result::add);
    result.addAll(lines.subList(end, lines.size()));
    return String.join("\n", result) + "\n";
  }
}
