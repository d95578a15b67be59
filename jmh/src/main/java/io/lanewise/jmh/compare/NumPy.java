package io.lanewise.jmh.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A `python3` process that runs NumPy code when asked to, so that both sides take turns on one
/// machine in one run. `worker.py`, a resource beside this class, documents the protocol. Files
/// pass through a temporary folder, which [#close()] removes.
final class NumPy implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter requests;
  private final Inputs inputs;
  private final String numpyVersion;
  private final String scipyVersion;
  private int statements;

  private NumPy(Process process, Inputs inputs, BufferedReader answers, String[] versions) {
    this.process = process;
    this.inputs = inputs;
    this.answers = answers;
    this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
    this.numpyVersion = versions[0];
    this.scipyVersion = versions[1];
  }

  /// Starts Python with its libraries held to `threads`; empty where there is no python3 or no
  /// NumPy.
  static Optional<NumPy> start(Inputs inputs, int threads) throws IOException {
    Path script = inputs.folder().resolve("worker.py");
    try (InputStream source = NumPy.class.getResourceAsStream("worker.py")) {
      Files.copy(source, script);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3", "-W", "ignore", script.toString(), inputs.folder().toString());
    String count = Integer.toString(threads);
    builder
        .environment()
        .putAll(
            Map.of(
                "OPENBLAS_NUM_THREADS", count, "OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count));
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException noPython) {
      return Optional.empty();
    }
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    String greeting = answers.readLine();
    if (greeting == null || !greeting.startsWith("ok ")) {
      process.destroy();
      return Optional.empty();
    }
    String[] versions = greeting.substring(3).split(" ");
    return Optional.of(new NumPy(process, inputs, answers, versions));
  }

  /// `numpy` and its version.
  String name() {
    return "numpy " + numpyVersion;
  }

  /// `scipy` and its version; empty where only NumPy is installed.
  Optional<String> scipyName() {
    return scipyVersion.equals("none") ? Optional.empty() : Optional.of("scipy " + scipyVersion);
  }

  /// Forgets the last case and runs `source`.
  void setup(String source) {
    ask("setup", source);
    statements = 0;
  }

  /// A timed loop over a statement that uses the names of the last set-up.
  Batch statement(String source) {
    ask("statement", source);
    int number = statements++;
    return count -> Long.parseLong(ask("time " + number + " " + count));
  }

  /// The value of an expression, in C order.
  double[] value(String expression) {
    Path file = inputs.folder().resolve("value.raw");
    String dtype = ask("value value.raw", expression);
    try {
      return decode(
          ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder()), dtype);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The value of an expression that is one number.
  double number(String expression) {
    return Double.parseDouble(ask("number", expression));
  }

  private static double[] decode(ByteBuffer bytes, String dtype) {
    int width =
        switch (dtype) {
          case "float64", "int64" -> 8;
          case "float32", "int32" -> 4;
          case "bool" -> 1;
          default -> throw new IllegalStateException("a result of dtype " + dtype);
        };
    double[] values = new double[bytes.remaining() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (dtype) {
            case "float64" -> bytes.getDouble();
            case "float32" -> bytes.getFloat();
            case "int64" -> bytes.getLong();
            case "int32" -> bytes.getInt();
            default -> bytes.get();
          };
    }
    return values;
  }

  private String ask(String verb, String source) {
    String lines = source.strip();
    return ask(verb + " " + lines.lines().count() + "\n" + lines);
  }

  private String ask(String request) {
    requests.println(request);
    requests.flush();
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("python3 ended during: " + request);
      }
      if (!answer.startsWith("ok")) {
        throw new IllegalStateException(answer + " in: " + request);
      }
      return answer.substring(2).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
