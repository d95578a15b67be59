package io.lanewise.jmh.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Short runs of `./lanewise fuzz`, those against NumPy where there is one.
class FuzzTest {
  private static final long SEED = 1;
  private static final long OPERATIONS = 8_000;
  private static final long EXPRESSIONS = 500;

  /// About two seconds of sixteen threads.
  private static final int JOBS = 3_000;

  @Test
  void randomChainsGiveWhatNumPyGives() throws IOException {
    Optional<PythonSide> python = PythonSide.start("worker.py");
    Assumptions.assumeTrue(python.isPresent(), "no python3 with NumPy here");
    try (PythonSide side = python.get()) {
      System.out.println("seed " + SEED);
      Fuzz.Outcome outcome = Fuzz.run(side, OPERATIONS, SEED, System.out);
      assertThat(outcome.differences()).isZero();
      assertThat(outcome.counts()).hasSizeGreaterThan(15);
    }
  }

  @Test
  void randomCallsGiveWhatNumPyGives() throws IOException {
    Optional<PythonSide> python = PythonSide.start("calls.py");
    Assumptions.assumeTrue(python.isPresent(), "no python3 with NumPy here");
    try (PythonSide side = python.get()) {
      System.out.println("seed " + SEED);
      Fuzz.Outcome outcome = CallFuzz.run(side, OPERATIONS, SEED, System.out);
      assertThat(outcome.differences()).isZero();
      assertThat(outcome.counts()).hasSizeGreaterThan(15);
    }
  }

  @Test
  void fusedExpressionsGiveWhatTheirOperationsGive() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    Fuzz.Outcome outcome = ExprFuzz.run(EXPRESSIONS, SEED, (int) EXPRESSIONS / 2, out);
    System.out.print(text.toString(StandardCharsets.UTF_8));
    assertThat(outcome.differences()).isZero();
    assertThat(outcome.counts()).containsKeys("new", "out", "several", "reduced");
    assertThat(
            text.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(s -> s.contains("MB of metaspace")))
        .hasSize(2);
  }

  @Test
  void manyThreadsGetTheResultsOfOne() {
    AtomicInteger jobs = new AtomicInteger(JOBS);
    Fuzz.Outcome outcome = ThreadFuzz.run(SEED, () -> jobs.getAndDecrement() > 0, System.out);
    assertThat(outcome.differences()).isZero();
    assertThat(outcome.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(JOBS);
  }
}
