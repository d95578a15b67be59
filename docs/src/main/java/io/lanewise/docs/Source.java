package io.lanewise.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The source text of the tour itself, packed beside its classes: what the tour shows is what it
/// runs.
final class Source {
  private Source() {}

  /// The lines between the braces of a method, as far left as they go.
  ///
  /// @throws IllegalArgumentException when the class has no such method
  static List<String> body(Class<?> owner, String method) {
    List<String> lines = lines(owner);
    int head = 0;
    while (head < lines.size() && !declares(lines.get(head), method)) {
      head++;
    }
    if (head == lines.size()) {
      throw new IllegalArgumentException(owner + " has no method " + method);
    }
    String end = " ".repeat(indent(lines.get(head))) + "}";
    while (!lines.get(head).endsWith("{")) {
      head++;
    }
    int last = head + 1;
    while (!lines.get(last).equals(end)) {
      last++;
    }
    return lines.subList(head + 1, last).stream()
        .map(line -> line.substring(Math.min(line.length(), end.length() + 1)))
        .toList();
  }

  private static boolean declares(String line, String method) {
    return line.contains(" " + method + "(") && indent(line) == 2 && !line.contains("///");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static List<String> lines(Class<?> owner) {
    String file = owner.getSimpleName() + ".java";
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no source " + file + " beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
