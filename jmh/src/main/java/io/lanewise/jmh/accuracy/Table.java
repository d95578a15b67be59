package io.lanewise.jmh.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The table of `docs/accuracy.md`: new cells replace old ones of the same functions.
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
    int columns = cells(lines.get(head)).size();
    int end = head + 2;
    Map<String, List<String>> known = new HashMap<>();
    for (; end < lines.size() && lines.get(end).startsWith("| "); end++) {
      List<String> cells = cells(lines.get(end));
      known.put(cells.get(0), cells);
    }
    for (Row row : rows) {
      List<String> cells = known.computeIfAbsent(row.name(), name -> empty(name, columns));
      for (int i = 0; i < row.cells().size(); i++) {
        cells.set(row.column() + i, row.cells().get(i));
      }
    }
    List<String> result = new ArrayList<>(lines.subList(0, head + 2));
    order.stream().filter(known::containsKey).map(known::get).map(Table::line).forEach(result::add);
    result.addAll(lines.subList(end, lines.size()));
    return String.join("\n", result) + "\n";
  }

  private static List<String> cells(String line) {
    String[] parts = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    return Arrays.stream(parts).map(String::strip).collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<String> empty(String name, int columns) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
    cells.set(0, name);
    return cells;
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", ""));
  }
}
