package io.lanewise.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.ndarray.kernel.Hardware;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lane kernels give the bits of the plain ones.
class KernelsTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static Kernels lanes;

  @BeforeAll
  static void findLanes() {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    lanes = KernelChoice.lanes();
  }

  @Test
  void lanesLoadWhereTheMachineHasThem() {
    assertThat(lanes).isNotNull();
  }

  @Test
  void dotsAndSumsAgreeForAllLengthsAndCounts() {
    Random random = new Random(4);
    double[] x = random.doubles(200).toArray();
    double[] y = random.doubles(2000).toArray();
    float[] xf = new float[200];
    float[] yf = new float[2000];
    for (int i = 0; i < 2000; i++) {
      xf[i % 200] = (float) x[i % 200];
      yf[i] = (float) y[i];
    }
    for (int n = 0; n < 150; n++) {
      int count = n % 11 + 1;
      double[][] outs = new double[2][40];
      float[][] floatOuts = new float[2][40];
      for (int which = 0; which < 2; which++) {
        Kernels k = which == 0 ? PLAIN : lanes;
        k.dots(x, 3, y, 5, 160, count, n, outs[which], 1, 3, new double[32]);
        k.dots(xf, 3, yf, 5, 160, count, n, floatOuts[which], 1, 3, new float[64]);
      }
      assertThat(outs[1]).as("%d products of length %d", count, n).isEqualTo(outs[0]);
      assertThat(floatOuts[1]).as("%d products of length %d", count, n).isEqualTo(floatOuts[0]);
      double[][] ys = {y.clone(), y.clone()};
      float[][] floatYs = {yf.clone(), yf.clone()};
      for (int which = 0; which < 2; which++) {
        Kernels k = which == 0 ? PLAIN : lanes;
        k.axpy(0.3, x, 3, ys[which], 7, n);
        k.axpy(0.3f, xf, 3, floatYs[which], 7, n);
      }
      assertThat(ys[1]).as("sum of length %d", n).isEqualTo(ys[0]);
      assertThat(floatYs[1]).as("sum of length %d", n).isEqualTo(floatYs[0]);
    }
  }

  @Test
  void sweepsAgreeForAllRowsColumnsAndPivots() {
    Random random = new Random(5);
    for (int rows = 0; rows < 40; rows++) {
      for (int columns = 2; columns <= 13; columns++) {
        int pivot = random.nextInt(columns - 1);
        double[] w = random.doubles(2 + 41L * columns).toArray();
        double[] c = random.doubles(columns).toArray();
        double[][] blocks = {w.clone(), w.clone()};
        double[][] outs = new double[2][columns];
        PLAIN.sweep(blocks[0], 2, 41, rows, pivot, columns, c, outs[0], new double[32]);
        lanes.sweep(blocks[1], 2, 41, rows, pivot, columns, c, outs[1], new double[32]);
        assertThat(outs[1]).as("%d x %d from %d", rows, columns, pivot).isEqualTo(outs[0]);
        assertThat(blocks[1]).as("%d x %d from %d", rows, columns, pivot).isEqualTo(blocks[0]);
      }
    }
  }

  @Test
  void lanesTakeOverWithoutChangingABit() {
    WarmedKernels warmed = new WarmedKernels(lanes);
    Random random = new Random(6);
    double[] x = random.doubles(1000).toArray();
    double[] expected = new double[1];
    PLAIN.dots(x, 0, x, 0, 0, 1, 1000, expected, 0, 1, new double[32]);
    double[] out = new double[1];
    for (int i = 0; i < 100_000; i++) {
      warmed.dots(x, 0, x, 0, 0, 1, 1000, out, 0, 1, new double[32]);
      assertThat(out[0] == expected[0]).as("call %d", i).isTrue();
    }
  }
}
