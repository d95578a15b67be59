package io.lanewise.jmh.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Short runs of `./lanewise fuzz array` and `./lanewise fuzz ufunc`, where there is NumPy.
class FuzzTest {
  private static final long SEED = 1;
  private static final long OPERATIONS = 8_000;

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
}
