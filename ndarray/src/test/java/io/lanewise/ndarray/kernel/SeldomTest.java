package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lanes go from the loop of the usual values to the complete one and on to scalar code, and back,
/// wherever the elements are that need it.
class SeldomTest {
  private static final int N = 5_003;

  @BeforeAll
  static void needsLanes() {
    Assumptions.assumeTrue(Hardware.hasLanes(), "needs lanes");
  }

  /// The root of positive numbers, twice the negative ones, and those below -1 rounded.
  private static Program program() {
    Body b = new Body();
    Value x = b.input(LaneType.FLOAT64);
    Value zero = b.constant(0.0);
    Value special =
        b.rare(
            b.lt(x, b.constant(-1.0)),
            b.add(x, x),
            new ScalarFunction(Math.class, "rint", LaneType.FLOAT64, List.of(LaneType.FLOAT64)),
            x);
    b.output(b.seldom(b.lt(x, zero), special, b.sqrt(x)));
    return b.build("seldom");
  }

  /// One in so many elements is not positive; every third of those is rare.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 1_500, 1_000_000})
  void elementsThatAreSeldomMayStandAnywhere(int oneIn) {
    SplittableRandom random = new SplittableRandom(oneIn);
    double[] x = new double[N];
    double[] expected = new double[N];
    for (int i = 0; i < N; i++) {
      boolean usual = random.nextInt(oneIn) > 0;
      x[i] = usual ? random.nextDouble() : random.nextInt(3) == 0 ? -1.3 - i : -random.nextDouble();
      expected[i] = x[i] >= 0 ? Math.sqrt(x[i]) : x[i] < -1 ? Math.rint(x[i]) : 2 * x[i];
    }
    double[] y = new double[N];
    Kernel lanes = KernelCompiler.lanes(program(), List.of(Access.ARRAY, Access.ARRAY));
    lanes.flat2(x, 0, y, 0, N);
    assertThat(y).containsExactly(expected);
  }

  /// The usual loop of float32 numbers has more lanes than a complete one with float64 values,
  /// which does what is left of a vector of the former.
  @Test
  void theLoopsMayHaveDifferentLaneCounts() {
    Body b = new Body();
    Value x = b.input(LaneType.FLOAT32);
    Value third = b.div(b.convert(x, LaneType.FLOAT64), b.constant(3.0));
    Value negative = b.lt(x, b.constant(0f));
    b.output(b.seldom(negative, b.convert(third, LaneType.FLOAT32), b.sqrt(x)));
    Kernel lanes = KernelCompiler.lanes(b.build("narrow"), List.of(Access.ARRAY, Access.ARRAY));
    for (int n = 0; n < 80; n++) {
      for (int negativeAt = -1; negativeAt < n; negativeAt++) {
        float[] values = new float[n];
        float[] expected = new float[n + 1];
        for (int i = 0; i < n; i++) {
          values[i] = i == negativeAt ? -i - 1 : i + 0.1f;
          expected[i] = i == negativeAt ? (float) (values[i] / 3.0) : (float) Math.sqrt(values[i]);
        }
        float[] results = new float[n + 1];
        lanes.flat2(values, 0, results, 0, n);
        assertThat(results).as("%s elements, %s", n, negativeAt).containsExactly(expected);
      }
    }
  }

  /// The loop of the usual values has nothing of the others.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theUsualLoopComputesNoMoreThanItNeeds(boolean complete) {
    Program program = program();
    Lowering lowering = complete ? Lowering.complete(program) : Lowering.usual(program);
    long additions =
        lowering.program().nodes().stream().filter(node -> node.op() == OpCode.ADD).count();
    assertThat(additions).isEqualTo(complete ? 1 : 0);
    assertThat(lowering.origins()).hasSameSizeAs(lowering.program().nodes());
  }
}
