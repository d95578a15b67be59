package io.lanewise.jmh.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A fresh JVM that runs a main class of this module: for what only a fresh JVM shows, or needs a
/// heap of its own. Both sides talk in lines.
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final BufferedReader answers;
  private final PrintWriter requests;

  ChildJvm(Inputs inputs, List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    String modulePath = System.getProperty("jdk.module.path");
    if (modulePath != null) {
      command.addAll(
          List.of("-p", modulePath, "-m", main.getModule().getName() + "/" + main.getName()));
    } else {
      command.addAll(
          List.of(
              "--add-modules=jdk.incubator.vector",
              "-cp",
              System.getProperty("java.class.path"),
              main.getName()));
    }
    command.addAll(List.of(arguments));
    try {
      errors = Files.createTempFile(inputs.folder(), "child", ".log");
      process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
  }

  /// Sends a line and waits for the answer.
  String ask(String request) {
    requests.println(request);
    requests.flush();
    return answer();
  }

  /// The next line that the child prints.
  String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("the child JVM ended: " + Files.readString(errors).strip());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    requests.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
