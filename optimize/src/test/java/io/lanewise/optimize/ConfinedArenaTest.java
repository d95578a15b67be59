package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.linalg.Linalg;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Work on the memory of a confined arena, which other threads may not touch, stays on the caller's
/// thread.
class ConfinedArenaTest {
  private int threads;

  @BeforeEach
  void twoThreads() {
    threads = Lanewise.parallelism();
    Lanewise.parallelism(2);
  }

  @AfterEach
  void threadsAsBefore() {
    Lanewise.parallelism(threads);
  }

  @Test
  void fitsReadDataOfAConfinedArena() {
    NDArray x = NDArray.linspace(0, 4, 100_000);
    NDArray y = x.multiply(-1.3).exp().multiply(2.5).add(x.multiply(1e4).sin().multiply(0.01));
    double[] expected = fit(x, y);
    try (Arena arena = Arena.ofConfined()) {
      assertThat(fit(copy(x, arena), copy(y, arena))).containsExactly(expected);
    }
  }

  @Test
  void productsReadAndWriteMatricesOfAConfinedArena() {
    NDArray a = NDArray.linspace(-1, 1, 400 * 400).reshape(400, 400);
    double[] expected = Linalg.matmul(a, a.T()).toDoubleArray();
    try (Arena arena = Arena.ofConfined()) {
      NDArray inside = copy(a, arena);
      NDArray out = copy(a, arena);
      Linalg.matmul(inside, inside.T(), out);
      assertThat(out.toDoubleArray()).containsExactly(expected);
    }
  }

  private static double[] fit(NDArray x, NDArray y) {
    return CurveFit.model((t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()))
        .start(1, 1)
        .fit(x, y)
        .parameters();
  }

  private static NDArray copy(NDArray a, Arena arena) {
    NDArray copy = NDArray.of(arena.allocate(a.size() * 8, 64), DType.FLOAT64, a.shape());
    copy.set(a);
    return copy;
  }
}
