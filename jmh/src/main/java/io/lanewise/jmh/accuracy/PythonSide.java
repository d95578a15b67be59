package io.lanewise.jmh.accuracy;

import io.lanewise.jmh.accuracy.reference.TrueValue;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A `python3` process with mpmath that gives arguments and true values. `functions.py`, a resource
/// beside this class, has the table of functions and documents the protocol.
final class PythonSide implements AutoCloseable {
  private final Process process;
  private final DataInputStream answers;
  private final PrintWriter requests;
  private final List<String> names;

  private PythonSide(Process process, DataInputStream answers, List<String> names) {
    this.process = process;
    this.answers = answers;
    this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
    this.names = names;
  }

  /// Starts Python; empty where there is no python3 or no mpmath.
  static Optional<PythonSide> start() throws IOException {
    Path script = Files.createTempFile("lanewise-accuracy", ".py");
    try (InputStream source = PythonSide.class.getResourceAsStream("functions.py")) {
      Files.write(script, source.readAllBytes());
    }
    try {
      Process process =
          new ProcessBuilder("python3", script.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      DataInputStream answers =
          new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
      String greeting = line(answers);
      if (greeting.startsWith("ok ")) {
        List<String> names = List.of(greeting.substring(3).split(" "));
        return Optional.of(new PythonSide(process, answers, names));
      }
      process.destroy();
      return Optional.empty();
    } catch (IOException noPython) {
      return Optional.empty();
    } finally {
      Files.delete(script);
    }
  }

  /// The functions of the table.
  List<String> names() {
    return names;
  }

  /// The random points from number `start` on.
  Points random(Function function, long start, long count) {
    return points(function, "random " + start + " " + count);
  }

  /// About `count` hard points.
  Points hard(Function function, long count) {
    return points(function, "hard " + count);
  }

  /// Asks for the random arguments from number `start` on; [#takeArguments] takes the answer, so
  /// that Python draws while something else is done.
  void askForArguments(Function function, long start, long count) {
    ask(function.name() + " arguments " + start + " " + count);
  }

  /// All first arguments, all second ones.
  double[][] takeArguments(Function function) {
    try {
      double[][] x = new double[function.arity()][Integer.parseInt(line(answers))];
      for (int i = 0; i < x[0].length; i++) {
        for (double[] argument : x) {
          argument[i] = answers.readDouble();
        }
      }
      return x;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Points points(Function function, String kind) {
    ask(function.name() + " " + kind);
    try {
      int n = Integer.parseInt(line(answers));
      double[][] x = new double[function.arity()][n];
      TrueValue[] values = new TrueValue[n];
      for (int i = 0; i < n; i++) {
        for (double[] argument : x) {
          argument[i] = answers.readDouble();
        }
        values[i] = new TrueValue(answers.readLong(), answers.readDouble(), answers.readDouble());
      }
      return new Points(x, values);
    } catch (IOException e) {
      throw new UncheckedIOException(kind, e);
    }
  }

  private void ask(String request) {
    requests.println(request);
    requests.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
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
