package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Hardware;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Iterations allocate nothing: the thread's allocation counter is read inside the user's function,
/// where a solver that allocates between two evaluations cannot hide.
class AllocationTest {
  /// Fits tried before allocation counts as a defect: each may meet something that happens once,
  /// such as the first wait of a thread or a change to lanes. What every iteration allocates shows
  /// in all.
  private static final int ATTEMPTS = 50;

  /// What each thread had allocated at its first and its last evaluation, recorded without
  /// allocating. The counter belongs to a thread, and any thread of the pool may come to evaluate.
  private static final class Record {
    private static final int THREADS = 64;
    private final AtomicReferenceArray<Thread> threads = new AtomicReferenceArray<>(THREADS);
    private final AtomicIntegerArray counts = new AtomicIntegerArray(THREADS);
    private final long[] first = new long[THREADS];
    private final long[] last = new long[THREADS];

    void take() {
      Thread current = Thread.currentThread();
      int i = 0;
      while (threads.get(i) != current && !threads.compareAndSet(i, null, current)) {
        i++;
      }
      long bytes = Hardware.allocatedBytes();
      if (counts.getAndIncrement(i) == 0) {
        first[i] = bytes;
      }
      last[i] = bytes;
    }

    void clear() {
      for (int i = 0; i < THREADS; i++) {
        counts.set(i, 0);
        first[i] = last[i] = 0;
      }
    }

    int evaluations() {
      int sum = 0;
      for (int i = 0; i < THREADS; i++) {
        sum += counts.get(i);
      }
      return sum;
    }

    /// The bytes that all threads allocated between their first and last evaluations.
    long spent() {
      long sum = 0;
      for (int i = 0; i < THREADS; i++) {
        sum += last[i] - first[i];
      }
      return sum;
    }
  }

  private static void assertNoAllocation(Record record, Supplier<LeastSquaresResult> solve) {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && least != 0; attempt++) {
      record.clear();
      assertThat(solve.get().success()).isTrue();
      assertThat(record.evaluations()).isGreaterThan(10);
      least = Math.min(least, record.spent());
    }
    assertThat(least).as("bytes between the first and the last evaluation").isZero();
  }

  @Test
  void residualVectors() {
    Record record = new Record();
    LeastSquares problem =
        LeastSquares.residuals(
                2,
                (x, out) -> {
                  record.take();
                  out[0] = 10 * (x[1] - x[0] * x[0]);
                  out[1] = 1 - x[0];
                })
            .bounds(new double[] {-50, 0}, new double[] {.5, 100});
    assertNoAllocation(record, () -> problem.solve(-1.2, 1));
  }

  @Test
  void blocksOfPoints() {
    double[] x = new double[20_000];
    Arrays.setAll(x, i -> i * 2e-4);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> 2.5 * Math.exp(-1.3 * x[i]) + .1 * Math.sin(1000 * x[i]));
    Record record = new Record();
    CurveFit fit =
        CurveFit.pointwise(
                (t, p) -> {
                  if (Math.rint(t * 5_000) % 500 == 0) {
                    record.take();
                  }
                  return p[0] * Math.exp(-p[1] * t);
                })
            .start(1, 1)
            .sigma(y.clone())
            .loss(Loss.SOFT_L1, .1);
    assertNoAllocation(record, () -> fit.fit(x, y).solution());
  }

  @Test
  void fusedKernels() {
    // the user's function runs once, while the kernel is built, so two solves of different length
    // are compared
    double[] x = new double[20_000];
    Arrays.setAll(x, i -> i * 2e-4);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> 2.5 * Math.exp(-1.3 * x[i]) + .1 * Math.sin(1000 * x[i]));
    FitData data = new FitData(NDArray.of(x), NDArray.of(y), null);
    ExprResiduals source =
        new ExprResiduals(
            (t, p) -> p[0].multiply(p[1].multiply(t[0]).negative().exp()), data, 2, 8_192);
    long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (int k = 0; k < 2; k++) {
        SolverOptions options = new SolverOptions();
        options.tolerances(0, 0, 1e-15);
        options.maxEvaluations(k == 0 ? 2 : 5);
        long before = Hardware.allocatedBytes();
        LeastSquaresResult r = options.solve(source, new double[] {1, 1});
        least[k] = Math.min(least[k], Hardware.allocatedBytes() - before);
        assertThat(r.nfev()).isEqualTo(k == 0 ? 2 : 5);
      }
    }
    assertThat(least[1]).isEqualTo(least[0]);
  }
}
