package io.lanewise.jmh.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `compare cold`: the first calls in fresh processes, and the longest call while lanes are
/// compiled. Medians over several processes.
final class ColdSuite {
  private static final int FIRST = 1_000_000;
  private static final int SHORT = 10_000;

  private ColdSuite() {}

  static void run(Session session) throws IOException {
    List<Runnable> pauses = new ArrayList<>();
    for (String operation : List.of("add", "exp")) {
      for (String mode : List.of("kernel", "all")) {
        String name = "%s first call, %s".formatted(operation, mode);
        String pause = operation + " longest call";
        if (!session.wants(name, "float64", FIRST) && !session.wants(pause, "float64", SHORT)) {
          continue;
        }
        int rounds = session.options().quick() ? 5 : 15;
        double[][] ours = new double[2][rounds];
        double[][] peer = new double[2][rounds];
        for (int round = 0; round < rounds; round++) {
          record(ours, round, inJava(session, operation, mode, "ours"));
          boolean python = session.numpy().isPresent();
          record(
              peer,
              round,
              python
                  ? inPython(session, operation, mode)
                  : inJava(session, operation, mode, "loop"));
        }
        add(session, "first call of 10^6", name, FIRST, ours[0], peer[0]);
        if (mode.equals("kernel")) {
          pauses.add(
              () ->
                  add(session, "longest call while lanes warm up", pause, SHORT, ours[1], peer[1]));
        }
      }
    }
    pauses.forEach(Runnable::run);
  }

  private static void add(
      Session session, String group, String name, int n, double[] ours, double[] theirs) {
    String peer = session.numpy().map(NumPy::name).orElse("java loop");
    session.report().add(group, name, "float64", n, peer, Match.median(ours), Match.median(theirs));
  }

  private static void record(double[][] samples, int round, String line) {
    String[] numbers = line.split(" ");
    samples[0][round] = Double.parseDouble(numbers[0]);
    samples[1][round] = Double.parseDouble(numbers[1]);
  }

  private static String inJava(Session session, String operation, String mode, String side) {
    List<String> flags = List.of("-Dlanewise.threads=" + session.options().threads());
    try (ChildJvm child =
        new ChildJvm(session.inputs(), flags, ColdProbe.class, operation, mode, side)) {
      return child.answer();
    }
  }

  private static String inPython(Session session, String operation, String mode)
      throws IOException {
    Path script = session.inputs().folder().resolve("cold.py");
    if (!Files.exists(script)) {
      try (InputStream source = ColdSuite.class.getResourceAsStream("cold.py")) {
        Files.copy(source, script);
      }
    }
    Process process =
        new ProcessBuilder("python3", script.toString(), operation, mode)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
