package io.lanewise.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fresh JVM of the same JDK with the same modules, which runs another main class of this module:
/// for what only a fresh JVM shows, or what needs a heap of its own.
final class ChildJvm {
  private ChildJvm() {}

  /// Runs `main` to its end.
  ///
  /// @param flags for the JVM
  /// @return the lines it printed
  /// @throws IllegalStateException with its error output when it fails
  static List<String> run(List<String> flags, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    String modules = System.getProperty("jdk.module.path");
    if (modules != null) {
      command.addAll(
          List.of("-p", modules, "-m", main.getModule().getName() + "/" + main.getName()));
    } else {
      command.addAll(
          List.of(
              "--add-modules=jdk.incubator.vector",
              "-cp",
              System.getProperty("java.class.path"),
              main.getName()));
    }
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("lanewise-child", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String printed;
      try (InputStream out = process.getInputStream()) {
        printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            main.getSimpleName() + " failed in a child JVM: " + Files.readString(errors).strip());
      }
      return printed.lines().toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a child JVM ran", e);
    } finally {
      Files.delete(errors);
    }
  }
}
