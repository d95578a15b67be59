package io.lanewise.jmh.accuracy;

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
  /// How many random points are asked for at once.
  private static final int BATCH = 50_000;

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

  /// The worst of `count` random arguments.
  Worst random(Function function, long count) {
    Worst worst = new Worst();
    for (long start = 0; start < count; start += BATCH) {
      long n = Math.min(BATCH, count - start);
      ask(function, function.name() + " random " + start + " " + n, worst);
    }
    return worst;
  }

  /// The worst of about `count` hard arguments.
  Worst hard(Function function, long count) {
    Worst worst = new Worst();
    ask(function, function.name() + " hard " + count, worst);
    return worst;
  }

  private void ask(Function function, String request, Worst worst) {
    requests.println(request);
    requests.flush();
    try {
      int n = Integer.parseInt(line(answers));
      double[][] x = new double[function.arity()][n];
      long[] bits = new long[n];
      double[] part = new double[n];
      double[] sign = new double[n];
      for (int i = 0; i < n; i++) {
        for (double[] argument : x) {
          argument[i] = answers.readDouble();
        }
        bits[i] = answers.readLong();
        part[i] = answers.readDouble();
        sign[i] = answers.readDouble();
      }
      if (n == 0) {
        return;
      }
      double[] y = function.values(x);
      double[] at = new double[x.length];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < at.length; j++) {
          at[j] = x[j][i];
        }
        worst.add(error(y[i], bits[i], part[i], sign[i]), at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(request, e);
    }
  }

  /// How far y is from the true value, which lies `part` of the way from the double of these bits
  /// to the next one.
  static double error(double y, long bits, double part, double sign) {
    long own = Double.doubleToRawLongBits(y);
    boolean zero = (own & Long.MAX_VALUE) == 0;
    if (y != y || own < 0 != sign < 0 && !zero) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.abs((own & Long.MAX_VALUE) - bits - part);
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
