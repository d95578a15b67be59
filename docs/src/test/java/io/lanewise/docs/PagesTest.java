package io.lanewise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs what the pages show. In each page the blocks marked `java` run one after the other, with
/// the imports of `./lanewise jshell`; a block marked `text` right behind one is what it prints. In
/// tables each piece of code in the column `Lanewise` must be an expression that runs.
class PagesTest {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```java\\n(.*?)^```\\n(?:\\n?^```text\\n(.*?)^```\\n)?",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern IMPORT = Pattern.compile("^import .*\\n", Pattern.MULTILINE);
  private static final String MARK = "=== ";

  /// A block or a piece of a table, and what it prints where the page says so.
  private record Snippet(String name, String code, String output) {}

  @Test
  void whatThePagesShowRunsAndPrintsWhatTheySay(@TempDir Path folder) throws Exception {
    List<Snippet> snippets = new ArrayList<>();
    StringBuilder imports = new StringBuilder();
    for (String line : Files.readAllLines(Path.of("lanewise.jsh"))) {
      imports.append(line.startsWith("import") ? line.replaceAll(";?$", ";\n") : "");
    }
    StringBuilder methods = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    int number = 0;
    for (Path page : pages()) {
      number++;
      calls.append("page").append(number).append("();\n");
      methods.append("static void page").append(number).append("() throws Exception {\n");
      for (Snippet snippet : snippets(page)) {
        snippets.add(snippet);
        Matcher imported = IMPORT.matcher(snippet.code());
        while (imported.find()) {
          imports.append(imported.group());
        }
        methods.append("IO.println(\"").append(MARK).append(snippet.name()).append("\");\n");
        methods.append(IMPORT.matcher(snippet.code()).replaceAll(""));
      }
      methods.append("}\n");
    }
    Path program = folder.resolve("Pages.java");
    Files.writeString(
        program,
        imports
            + "class Pages {\n"
            + "static void run(Runnable code) { code.run(); }\n"
            + "static void run(java.util.concurrent.Callable<?> code) throws Exception {"
            + " code.call(); }\n"
            + methods
            + "public static void main(String[] arguments) throws Exception {\n"
            + calls
            + "}}\n");
    Map<String, String> printed =
        parts(Jdk.run("java", "", "-Djava.io.tmpdir=" + folder, program.toString()));
    assertThat(snippets).hasSizeGreaterThan(100);
    for (Snippet snippet : snippets) {
      assertThat(printed).as("%s:%n%s", snippet.name(), snippet.code()).containsKey(snippet.name());
      if (snippet.output() != null) {
        assertThat(printed.get(snippet.name()))
            .as("%s:%n%s", snippet.name(), snippet.code())
            .isEqualTo(snippet.output());
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> guide = Files.list(Path.of("guide"))) {
      return Stream.concat(Stream.of(Path.of("..", "README.md")), guide.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .toList();
    }
  }

  private static List<Snippet> snippets(Path page) throws IOException {
    String text = Files.readString(page).replace("\r\n", "\n");
    List<Snippet> snippets = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String name = page.getFileName() + ", snippet " + snippets.size();
      snippets.add(new Snippet(name, block.group(1), block.group(2)));
    }
    int column = -1;
    for (String line : text.lines().toList()) {
      List<String> cells = line.startsWith("|") ? List.of(line.split("\\|")) : List.of();
      if (cells.isEmpty()) {
        column = -1;
      } else if (column < 0) {
        column = cells.stream().map(String::strip).toList().indexOf("Lanewise");
      } else if (column < cells.size()) {
        Matcher code = CODE.matcher(cells.get(column));
        while (code.find()) {
          String name = page.getFileName() + ", snippet " + snippets.size();
          snippets.add(new Snippet(name, "run(() -> " + code.group(1) + ");\n", null));
        }
      }
    }
    return snippets;
  }

  private static Map<String, String> parts(String printed) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : printed.split("(?m)^" + MARK)) {
      int end = part.indexOf('\n');
      parts.put(part.substring(0, Math.max(0, end)), part.substring(end + 1));
    }
    return parts;
  }
}
