package io.lanewise.jmh.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A `python3` process with NumPy that carries out statements. The workers, resources beside this
/// class, document the protocol: `worker.py` for chains, `calls.py` for single calls.
final class PythonSide implements AutoCloseable {
  /// A chain takes milliseconds; NumPy may search for overlaps for ever.
  private static final int PATIENCE_SECONDS = 20;

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter requests;
  private final String version;

  private PythonSide(Process process, BufferedReader answers, String version) {
    this.process = process;
    this.answers = answers;
    this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
    this.version = version;
  }

  /// Starts a worker; empty where there is no python3 or no NumPy.
  static Optional<PythonSide> start(String worker) throws IOException {
    Path script = Files.createTempFile("lanewise-fuzz", ".py");
    try (InputStream source = PythonSide.class.getResourceAsStream(worker)) {
      Files.write(script, source.readAllBytes());
    }
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-W", "ignore", script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException noPython) {
      Files.delete(script);
      return Optional.empty();
    }
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    String greeting = answers.readLine();
    if (greeting == null || !greeting.startsWith("ok ")) {
      process.destroy();
      Files.delete(script);
      return Optional.empty();
    }
    // it has been read
    Files.delete(script);
    return Optional.of(new PythonSide(process, answers, greeting.substring(3)));
  }

  /// NumPy's version.
  String version() {
    return version;
  }

  /// Carries out a chain; one answer for each statement, and the checksums of all variables.
  List<String> run(List<Step> chain) {
    List<String> lines = chain.stream().map(step -> step.target() + "\t" + step.python()).toList();
    return exchange(lines, chain.size() + 1);
  }

  /// Carries out calls that have nothing to do with each other; one answer for each.
  List<String> call(List<String> statements) {
    return exchange(statements, statements.size());
  }

  private List<String> exchange(List<String> lines, int expected) {
    requests.println(lines.size());
    lines.forEach(requests::println);
    requests.flush();
    CompletableFuture<Void> answered = new CompletableFuture<>();
    answered
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(
            late -> {
              process.destroyForcibly();
              return null;
            });
    try {
      List<String> found = new ArrayList<>();
      for (int i = 0; i < expected; i++) {
        String line = answers.readLine();
        if (line == null) {
          String last = i < lines.size() ? lines.get(i) : "the end";
          throw new IllegalStateException("python3 ended or did not answer before " + last);
        }
        found.add(line);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      answered.complete(null);
    }
  }

  @Override
  public void close() {
    requests.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
