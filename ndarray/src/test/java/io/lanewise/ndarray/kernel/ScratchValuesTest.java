package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScratchValuesTest {
  private static final int N = 1_024;

  /// A program of two inputs, of which the first is usual below 1 only, and the second above.
  private static Program program() {
    Body b = new Body();
    Value x = b.input(LaneType.FLOAT64);
    Value y = b.input(LaneType.FLOAT32);
    Value below = b.seldom(b.not(b.lt(x, b.constant(1.0))), b.add(x, x), b.sqrt(x));
    Value above = b.seldom(b.not(b.lt(b.constant(1f), y)), b.add(y, y), b.sqrt(y));
    b.output(b.add(below, b.convert(above, LaneType.FLOAT64)));
    return b.build("below_and_above");
  }

  @Test
  void theOrdinaryValuesOfEachInputAreWhatTheProgramHasAsUsual() {
    ScratchValues values = ScratchValues.of(program());
    assertThat(values.unusual(program())).isZero();
    double[] x = (double[]) values.array(LaneType.FLOAT64, N, 0);
    float[] y = (float[]) values.array(LaneType.FLOAT32, N, 1);
    for (int i = 0; i < N; i++) {
      assertThat(x[i]).isLessThan(1);
      assertThat(y[i]).isGreaterThan(1);
    }
  }

  @Test
  void specialValuesFollowTheOrdinaryOnes() {
    ScratchValues values = ScratchValues.of(program());
    double[] x = (double[]) values.array(LaneType.FLOAT64, N, 0);
    assertThat(x).hasSize(2 * N);
    assertThat(Arrays.copyOfRange(x, N, N + 16)).contains(Double.NaN, Double.POSITIVE_INFINITY);
    int[] whole = (int[]) values.array(LaneType.INT32, N, 0);
    assertThat(Arrays.copyOfRange(whole, N, N + 16))
        .contains(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
