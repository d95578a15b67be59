package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Many threads may compile and run the same and different kernels at once, while lanes take over,
/// and read the same arrays.
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 60;

  @Test
  void threadsThatShareKernelsAndInputsGetTheResultsOfOne() throws Exception {
    List<NDArray> inputs = new ArrayList<>();
    for (int n : new int[] {1, 7, 100, 1_001, 20_000, 300_000}) {
      inputs.add(NDArray.linspace(0.1, 3, n));
      inputs.add(NDArray.linspace(0.1, 3, 2L * n).get("::2"));
      inputs.add(NDArray.linspace(0.1, 3, n).astype(DType.FLOAT32));
    }
    List<Double> expected = new ArrayList<>();
    for (int job = 0; job < ROUNDS; job++) {
      expected.add(work(inputs, job));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Double>>> results = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int start = t * 7;
        results.add(
            pool.submit(
                () -> {
                  List<Double> mine = new ArrayList<>();
                  for (int job = 0; job < ROUNDS; job++) {
                    mine.add(work(inputs, (start + job) % ROUNDS));
                  }
                  return mine;
                }));
      }
      for (int t = 0; t < THREADS; t++) {
        List<Double> mine = results.get(t).get();
        for (int job = 0; job < ROUNDS; job++) {
          assertThat(mine.get(job))
              .as("thread %d", t)
              .isEqualTo(expected.get((t * 7 + job) % ROUNDS));
        }
      }
    }
  }

  /// Some operations chosen by the job's number, with an expression of its own among them.
  private static double work(List<NDArray> inputs, int job) {
    SplittableRandom random = new SplittableRandom(job);
    NDArray a = inputs.get(random.nextInt(inputs.size()));
    NDArray b = a.multiply(0.5 + job);
    double sum = a.add(b).exp().minimum(1e10).sum().item();
    sum += b.sin().multiply(a.cos()).sum().item() + a.var().item() + b.max().item();
    Expr e = Expr.of(a);
    for (int i = 0; i < job % 5; i++) {
      e = i % 2 == 0 ? e.multiply(b).sqrt() : e.add(a).square().add(1.5 * i);
    }
    return sum + e.eval().sum().item() + e.sum();
  }
}
