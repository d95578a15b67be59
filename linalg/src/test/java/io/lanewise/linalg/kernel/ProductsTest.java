package io.lanewise.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Products have the bits of the definition, one chain of fma per element, whatever runs them.
class ProductsTest {
  private static final int[] SIZES = {1, 2, 3, 5, 7, 11, 12, 13, 16, 17, 23, 25, 32, 33, 47, 70};

  static List<Kernels> kernels() {
    List<Kernels> all = new ArrayList<>(List.of(new PlainKernels()));
    Kernels lanes = KernelChoice.lanes();
    if (lanes != null) {
      all.add(lanes);
      all.add(
          new PlainKernels(
              lanes.doubleTileRows(),
              lanes.doubleTileColumns(),
              lanes.floatTileRows(),
              lanes.floatTileColumns()));
      all.add(KernelChoice.KERNELS);
    }
    return all;
  }

  /// How a matrix lies in memory: 0 C order, 1 F order, 2 every third element, 3 reversed in both
  /// axes, 4 off the heap.
  private static DoubleMatrix matrix(
      double[] values, int rows, int columns, int layout, Arena arena) {
    int step = layout == 2 ? 3 : 1;
    double[] memory = new double[5 + rows * columns * step];
    DoubleMatrix m =
        switch (layout) {
          case 0 -> DoubleMatrix.of(memory, 5, columns, 1);
          case 1 -> DoubleMatrix.of(memory, 3, 1, rows);
          case 2 -> DoubleMatrix.of(memory, 2, 3L * columns, 3);
          case 3 -> DoubleMatrix.of(memory, (long) rows * columns, -columns, -1);
          default -> {
            MemorySegment segment = arena.allocate(8L * memory.length, 8);
            yield DoubleMatrix.of(segment, 5, columns, 1);
          }
        };
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.set(i, j, values[i * columns + j]);
      }
    }
    return m;
  }

  private static FloatMatrix floats(
      double[] values, int rows, int columns, int layout, Arena arena) {
    int step = layout == 2 ? 3 : 1;
    float[] memory = new float[5 + rows * columns * step];
    FloatMatrix m =
        switch (layout) {
          case 0 -> FloatMatrix.of(memory, 5, columns, 1);
          case 1 -> FloatMatrix.of(memory, 3, 1, rows);
          case 2 -> FloatMatrix.of(memory, 2, 3L * columns, 3);
          case 3 -> FloatMatrix.of(memory, (long) rows * columns, -columns, -1);
          default -> FloatMatrix.of(arena.allocate(4L * memory.length, 4), 5, columns, 1);
        };
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.set(i, j, (float) values[i * columns + j]);
      }
    }
    return m;
  }

  private static double[] random(Random random, int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void float64ElementsAreChainsOfFmaForAllSizesAndLayouts(Kernels kernels) {
    long seed = 1;
    Random random = new Random(seed);
    DoubleGemm gemm = new DoubleGemm(kernels);
    try (Arena arena = Arena.ofConfined()) {
      for (int round = 0; round < 400; round++) {
        int m = SIZES[random.nextInt(SIZES.length)];
        int n = SIZES[random.nextInt(SIZES.length)];
        int k = SIZES[random.nextInt(SIZES.length)];
        int layouts = random.nextInt(125);
        boolean accumulate = random.nextInt(3) > 0;
        boolean negate = accumulate && random.nextBoolean();
        double[] a = random(random, m * k);
        double[] b = random(random, k * n);
        double[] c = random(random, m * n);
        DoubleMatrix to = matrix(c, m, n, layouts / 25, arena);
        gemm.multiply(
            m,
            n,
            k,
            matrix(a, m, k, layouts % 5, arena),
            matrix(b, k, n, layouts / 5 % 5, arena),
            accumulate,
            negate,
            to,
            Tasks.SERIAL);
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            double sum = accumulate ? c[i * n + j] : 0;
            for (int p = 0; p < k; p++) {
              sum = Math.fma(negate ? -a[i * k + p] : a[i * k + p], b[p * n + j], sum);
            }
            assertThat(to.get(i, j))
                .as(
                    "seed %d round %d, %d x %d x %d, layouts %d, element %d %d",
                    seed, round, m, n, k, layouts, i, j)
                .isEqualTo(sum);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void float32ElementsAreChainsOfFmaForAllSizesAndLayouts(Kernels kernels) {
    long seed = 2;
    Random random = new Random(seed);
    FloatGemm gemm = new FloatGemm(kernels);
    try (Arena arena = Arena.ofConfined()) {
      for (int round = 0; round < 300; round++) {
        int m = SIZES[random.nextInt(SIZES.length)];
        int n = SIZES[random.nextInt(SIZES.length)];
        int k = SIZES[random.nextInt(SIZES.length)];
        int layouts = random.nextInt(125);
        boolean accumulate = random.nextBoolean();
        double[] a = random(random, m * k);
        double[] b = random(random, k * n);
        double[] c = random(random, m * n);
        FloatMatrix to = floats(c, m, n, layouts / 25, arena);
        gemm.multiply(
            m,
            n,
            k,
            floats(a, m, k, layouts % 5, arena),
            floats(b, k, n, layouts / 5 % 5, arena),
            accumulate,
            false,
            to,
            Tasks.SERIAL);
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            float sum = accumulate ? (float) c[i * n + j] : 0;
            for (int p = 0; p < k; p++) {
              sum = Math.fma((float) a[i * k + p], (float) b[p * n + j], sum);
            }
            assertThat(to.get(i, j))
                .as(
                    "seed %d round %d, %d x %d x %d, layouts %d, element %d %d",
                    seed, round, m, n, k, layouts, i, j)
                .isEqualTo(sum);
          }
        }
      }
    }
  }

  /// Threads of its own for every piece.
  private record Threads(int width) implements Tasks {
    @Override
    public void run(int count, IntConsumer piece) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        threads.add(Thread.ofPlatform().start(() -> piece.accept(number)));
      }
      try {
        for (Thread thread : threads) {
          thread.join();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void threadsAndBlocksOfTheDepthChangeNoBit() {
    Random random = new Random(3);
    // deeper than one panel, and of shapes that are split by rows, by columns and both ways
    int[][] shapes = {{131, 127, 1100}, {1023, 19, 700}, {9, 1501, 800}};
    for (int[] shape : shapes) {
      int m = shape[0];
      int n = shape[1];
      int k = shape[2];
      double[] a = random(random, m * k);
      double[] b = random(random, k * n);
      double[] expected = new double[m * n];
      for (int i = 0; i < m; i++) {
        for (int p = 0; p < k; p++) {
          for (int j = 0; j < n; j++) {
            expected[i * n + j] = Math.fma(a[i * k + p], b[p * n + j], expected[i * n + j]);
          }
        }
      }
      for (int width : new int[] {1, 2, 3, 4, 7, 16}) {
        double[] c = new double[m * n];
        new DoubleGemm(KernelChoice.KERNELS)
            .multiply(
                m,
                n,
                k,
                DoubleMatrix.of(a, 0, k, 1),
                DoubleMatrix.of(b, 0, n, 1),
                false,
                false,
                DoubleMatrix.of(c, 0, n, 1),
                new Threads(width));
        assertThat(c).as("%d threads", width).isEqualTo(expected);
      }
    }
  }

  @Test
  void infinitiesAndNaNsStayInTheirElements() {
    int n = 30;
    double[] a = new double[n * n];
    double[] b = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = 1;
      b[i * n + i] = 1;
    }
    a[29 * n + 29] = Double.POSITIVE_INFINITY;
    b[3] = Double.NaN;
    double[] c = new double[n * n];
    new DoubleGemm(KernelChoice.KERNELS)
        .multiply(
            n,
            n,
            n,
            DoubleMatrix.of(a, 0, n, 1),
            DoubleMatrix.of(b, 0, n, 1),
            false,
            false,
            DoubleMatrix.of(c, 0, n, 1),
            Tasks.SERIAL);
    assertThat(c[3]).isNaN();
    assertThat(c[29 * n + 29]).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(c[28 * n + 28]).isEqualTo(1);
    assertThat(c[28 * n + 3]).as("0 * NaN").isNaN();
    assertThat(c[28 * n + 4]).isZero();
  }
}
