package io.lanewise.ufunc.fft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.ndarray.kernel.Hardware;
import io.lanewise.ufunc.fft.lanes.LanePasses;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {
  private static double[] random(int n) {
    return new Random(n).doubles(n, -1, 1).toArray();
  }

  private static double[] transform(Passes passes, int n, double[] a, int width, int rows) {
    double[] out = new double[a.length];
    ArrayPort in = ArrayPort.complex(a, 2, n, 1, rows);
    ArrayPort to = ArrayPort.complex(out, 2, n, 1, rows);
    for (int r = 0; r < rows; r++) {
      in.starts()[r] = 2 * n * r;
      to.starts()[r] = 2 * n * r;
    }
    in.rows(rows);
    to.rows(rows);
    try (Work work = Work.borrow()) {
      Plan.of(n).run(passes, in, to, width, false, work);
    }
    return out;
  }

  private static IntStream lengths() {
    return IntStream.concat(
        IntStream.rangeClosed(1, 200),
        IntStream.of(256, 500, 1_009, 1_024, 2_310, 20_000, 1 << 16));
  }

  @Test
  void lanesGiveTheBitsOfPlainLoops() {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    lengths()
        .forEach(
            n -> {
              double[] a = random(2 * n);
              assertThat(transform(new LanePasses(), n, a, 1, 1))
                  .as("n = %d", n)
                  .isEqualTo(transform(new PlainPasses(), n, a, 1, 1));
            });
  }

  @Test
  void transformsSideBySideGiveTheBitsOfOneAlone() {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    lengths()
        .filter(n -> n < 3_000)
        .forEach(
            n -> {
              double[] a = random(2 * n * 11);
              double[] together = transform(new LanePasses(), n, a, 16, 11);
              assertThat(transform(new PlainPasses(), n, a, 16, 11)).isEqualTo(together);
              for (int r = 0; r < 11; r++) {
                double[] row = Arrays.copyOfRange(a, 2 * n * r, 2 * n * (r + 1));
                assertThat(transform(new LanePasses(), n, row, 1, 1))
                    .as("n = %d, row %d", n, r)
                    .isEqualTo(Arrays.copyOfRange(together, 2 * n * r, 2 * n * (r + 1)));
              }
            });
  }

  /// The bound: 0.35 eps for a doubling of the length in the root mean square, and half an eps for
  /// the last rounding.
  @Test
  void errorsAreThoseOfRoundings() {
    lengths()
        .filter(n -> n <= 2_400)
        .forEach(
            n -> {
              double[] a = random(2 * n);
              double[] actual = transform(new PlainPasses(), n, a, 1, 1);
              double error = 0;
              double norm = 0;
              int step = 1 + n / 100;
              for (int k = 0; k < n; k += step) {
                double[] exact = ExactPoint.of(a, n, k);
                error += Math.pow(actual[2 * k] - exact[0] - exact[1], 2);
                error += Math.pow(actual[2 * k + 1] - exact[2] - exact[3], 2);
                norm += exact[0] * exact[0] + exact[2] * exact[2];
              }
              double bound = 0x1p-53 * (0.5 + 0.35 * Math.log(n) / Math.log(2));
              // a convolution is two transforms of four times the length
              bound *= Plan.of(n) instanceof Convolution ? 4 : 1;
              assertThat(Math.sqrt(error / norm)).as("n = %d", n).isLessThan(bound);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12, 360, 1_009, 16_384, 40_000, 1_000_003})
  void rootsAreTheExactOnesRounded(int n) {
    RootTable table = new RootTable(n);
    // a product of two roots rounds three more times
    double units = n <= RootTable.LIMIT ? 0.62 : 2.5;
    for (int k = 0; k < n; k += 1 + n / 500) {
      double[] exact = ExactPoint.root(k, n);
      assertThat(Math.abs(table.cos(k) - exact[0] - exact[1])).isLessThan(units * 0x1p-53);
      assertThat(Math.abs(table.sin(k) - exact[2] - exact[3])).isLessThan(units * 0x1p-53);
    }
  }
}
