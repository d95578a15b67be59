import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Checks or rewrites the format of all Java sources with google-java-format, which is on the class
/// path. The build starts this file with the JDK it compiles with; it exists because the formatter
/// takes no folders and names the unformatted files without saying what to do about them.
///
/// Arguments: `check` or `write`, and the folder of the project.
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException {
    boolean write = arguments[0].equals("write");
    Path project = Path.of(arguments[1]);
    List<String> command =
        new ArrayList<>(
            write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    command.addAll(sources(project));
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int result = formatter.run(System.out, System.err, command.toArray(String[]::new));
    if (result != 0 && !write) {
      System.out.println(
          "These files are not in google-java-format; `mvn -N verify -Dformat` rewrites them.");
    }
    System.exit(result);
  }

  private static List<String> sources(Path project) throws IOException {
    List<String> found = new ArrayList<>();
    found.add(project.resolve(".mvn/Format.java").toString());
    List<Path> modules;
    try (Stream<Path> children = Files.list(project)) {
      modules = children.filter(child -> Files.exists(child.resolve("pom.xml"))).sorted().toList();
    }
    for (Path module : modules) {
      Path sources = module.resolve("src");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files
              .map(Path::toString)
              .filter(name -> name.endsWith(".java"))
              .sorted()
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
