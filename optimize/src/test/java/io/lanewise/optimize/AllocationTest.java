package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Hardware;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Iterations allocate nothing: the thread's allocation counter is read inside the user's function,
/// where a solver that allocates between two evaluations cannot hide.
class AllocationTest {
  /// What was allocated when, recorded without allocating.
  private static final class Record {
    private final long[] bytes = new long[10_000];
    private int count;

    void take() {
      if (count < bytes.length) {
        bytes[count++] = Hardware.allocatedBytes();
      }
    }

    /// The bytes between the first and the last evaluation, once the counter itself has been read
    /// before.
    long spent() {
      return bytes[count - 1] - bytes[1];
    }
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
    problem.solve(-1.2, 1);
    record.count = 0;
    LeastSquaresResult r = problem.solve(-1.2, 1);
    assertThat(r.nfev()).isGreaterThan(10);
    assertThat(record.spent()).isZero();
  }

  @Test
  void blocksOfPoints() {
    double[] x = new double[20_000];
    Arrays.setAll(x, i -> i * 2e-4);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> 2.5 * Math.exp(-1.3 * x[i]) + .1 * Math.sin(1000 * x[i]));
    Record record = new Record();
    AtomicInteger firstPoints = new AtomicInteger();
    CurveFit fit =
        CurveFit.pointwise(
                (t, p) -> {
                  if (t == 0) {
                    firstPoints.incrementAndGet();
                    record.take();
                  }
                  return p[0] * Math.exp(-p[1] * t);
                })
            .start(1, 1)
            .sigma(y.clone())
            .loss(Loss.SOFT_L1, .1);
    fit.fit(x, y);
    record.count = 0;
    assertThat(fit.fit(x, y).success()).isTrue();
    assertThat(firstPoints.get()).isGreaterThan(10);
    assertThat(record.spent()).isZero();
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
    long[] spent = new long[2];
    for (int repeat = 0; repeat < 3; repeat++) {
      for (int k = 0; k < 2; k++) {
        SolverOptions options = new SolverOptions();
        options.tolerances(0, 0, 1e-15);
        options.maxEvaluations(k == 0 ? 2 : 5);
        long before = Hardware.allocatedBytes();
        LeastSquaresResult r = options.solve(source, new double[] {1, 1});
        spent[k] = Hardware.allocatedBytes() - before;
        assertThat(r.nfev()).isEqualTo(k == 0 ? 2 : 5);
      }
    }
    assertThat(spent[1]).isEqualTo(spent[0]);
  }
}
