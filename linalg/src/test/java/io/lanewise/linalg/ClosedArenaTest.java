package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Matrices in memory that is gone are an exception: never a crash, and never a number.
class ClosedArenaTest {
  private static final Map<String, Consumer<NDArray>> OPERATIONS = operations();

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

  private static Map<String, Consumer<NDArray>> operations() {
    Map<String, Consumer<NDArray>> all = new LinkedHashMap<>();
    all.put("matmul", a -> Linalg.matmul(a, a));
    all.put("matmul of a transposed one", a -> Linalg.matmul(a.T(), a));
    all.put("matmul of a slice", a -> Linalg.matmul(a.get("::2, ::2"), a.get("::2, ::2")));
    all.put("matmul to it", a -> Linalg.matmul(ones(a), ones(a), a));
    all.put("matrix times vector", a -> Linalg.matmul(a, a.get("0")));
    all.put("dot", a -> Linalg.dot(a.get("0"), a.get(":, 0")));
    all.put("qr", Linalg::qr);
    all.put("cholesky", Linalg::cholesky);
    all.put("solve", a -> Linalg.solve(a, ones(a)));
    all.put("solve for it", a -> Linalg.solve(NDArray.eye(a.shape(0)), a));
    all.put("solveTriangular", a -> Linalg.solveTriangular(a, ones(a), Triangle.UPPER));
    all.put("norm", Linalg::norm);
    return all;
  }

  private static NDArray ones(NDArray a) {
    return NDArray.full(a.dtype(), 1, a.shape());
  }

  static Set<String> names() {
    return OPERATIONS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isIllegalState(String name) {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
      for (long n : new long[] {4, 300}) {
        NDArray a;
        try (Arena arena = Arena.ofShared()) {
          a = NDArray.of(arena.allocate(n * n * dtype.itemSize(), 64), dtype, n, n);
          a.set(NDArray.eye(n));
          OPERATIONS.get(name).accept(a);
        }
        assertThat(catchThrowable(() -> OPERATIONS.get(name).accept(a)))
            .as("%s, %s of %s", name, dtype, n)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("closed");
      }
    }
  }
}
