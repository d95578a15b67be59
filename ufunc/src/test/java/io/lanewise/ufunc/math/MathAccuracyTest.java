package io.lanewise.ufunc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The errors of float64 functions against mpmath, and of float32 functions against the float64
/// ones.
class MathAccuracyTest {
  private static final List<MathFunction> SWEPT =
      List.of(MathFunction.EXP, MathFunction.LOG, MathFunction.SIN, MathFunction.COS);

  /// Every how many of the 2^32 arguments are tried: a prime, so that all low bits occur. The
  /// property `lanewise.sweep=1` tries all, which takes minutes.
  private static final long SWEEP_STEP = Long.getLong("lanewise.sweep", 300_007);

  @ParameterizedTest
  @EnumSource
  void float64IsWithin0Point8UlpOfRandomCases(MathFunction function) {
    MathFixtures.Error worst =
        new MathFixtures(function).worstRandom(Evaluator.DEFAULT, Evaluator.CASES);
    assertThat(worst.ulp()).as("%s: %s", function, worst).isPositive().isLessThan(0.8);
  }

  @ParameterizedTest
  @EnumSource
  void float64IsWithin0Point8UlpOfHardCases(MathFunction function) {
    MathFixtures.Error worst = new MathFixtures(function).worstHard(Evaluator.DEFAULT);
    assertThat(worst.ulp()).as("%s: %s", function, worst).isPositive().isLessThan(0.8);
  }

  @Test
  void float32IsWithin0Point8UlpOverAllExponents() {
    for (MathFunction function : SWEPT) {
      Float32Sweep.Result worst = Float32Sweep.sweep(function, Evaluator.DEFAULT, SWEEP_STEP);
      System.out.println(worst);
      assertThat(worst.wrong()).as("%s", worst).isZero();
      assertThat(worst.ulp()).as("%s", worst).isBetween(0.4, 0.8);
    }
  }
}
