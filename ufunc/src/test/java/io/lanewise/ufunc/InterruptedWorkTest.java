package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The JVM interrupts threads that are inside memory while it is closed; so may users.
class InterruptedWorkTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private int threads;

  @BeforeEach
  void twoThreads() {
    threads = Lanewise.parallelism();
    Lanewise.parallelism(2);
  }

  @AfterEach
  void asManyAsBefore() {
    Lanewise.parallelism(threads);
  }

  private static NDArray work() {
    NDArray a = NDArray.linspace(0, 1, 1_000_000);
    return a.add(a);
  }

  private static List<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lanewise-worker-"))
        .toList();
  }

  @Test
  void anInterruptedWorkerRestsAndWorksOn() {
    work();
    assertThat(workers()).isNotEmpty();
    for (Thread worker : workers()) {
      worker.interrupt();
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Thread worker : workers()) {
      while (worker.isInterrupted() || worker.getState() != Thread.State.WAITING) {
        assertThat(System.nanoTime()).as("%s still spins", worker).isLessThan(end);
        Thread.onSpinWait();
      }
    }
    assertThat(work().getDouble(999_999)).isEqualTo(2);
  }

  @Test
  void anInterruptedCallerGetsItsResultAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    NDArray sum = work();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sum.getDouble(999_999)).isEqualTo(2);
  }
}
