package io.lanewise.ufunc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The errors of float64 functions against mpmath, and of float32 functions against the float64
/// ones. `./lanewise accuracy` tries many more arguments.
class MathAccuracyTest {

  /// Every how many of the 2^32 arguments are tried: a prime, so that all low bits occur.
  private static final long SWEEP_STEP = 300_007;

  private static final int PAIRS = 500_000;

  @ParameterizedTest
  @EnumSource
  void float64StaysBelowItsLimitInRandomCases(MathFunction function) {
    MathFixtures.Error worst = new MathFixtures(function).worstRandom(Evaluator.DEFAULT);
    assertThat(worst.ulp()).as("%s: %s", function, worst).isBetween(0.4, function.limit());
  }

  @ParameterizedTest
  @EnumSource
  void float64StaysBelowItsLimitInHardCases(MathFunction function) {
    MathFixtures.Error worst = new MathFixtures(function).worstHard(Evaluator.DEFAULT);
    assertThat(worst.ulp()).as("%s: %s", function, worst).isBetween(0.4, function.limit());
  }

  static Stream<MathFunction> ofOneArgument() {
    return Stream.of(MathFunction.values()).filter(function -> function.arity() == 1);
  }

  @ParameterizedTest
  @MethodSource("ofOneArgument")
  void float32StaysBelowItsLimitOverAllExponents(MathFunction function) {
    Float32Sweep.Result worst = Float32Sweep.sweep(function, Evaluator.DEFAULT, SWEEP_STEP);
    assertThat(worst.wrong()).as("%s", worst).isZero();
    assertThat(worst.ulp()).as("%s", worst).isBetween(0.4, function.limitFloat32());
  }

  static Stream<MathFunction> ofTwoArguments() {
    return Stream.of(MathFunction.values()).filter(function -> function.arity() == 2);
  }

  @ParameterizedTest
  @MethodSource("ofTwoArguments")
  void float32StaysBelowItsLimitAtPairs(MathFunction function) {
    Float32Sweep.Result worst = Float32Sweep.pairs(function, Evaluator.DEFAULT, PAIRS, 20261128);
    assertThat(worst.wrong()).as("%s", worst).isZero();
    assertThat(worst.ulp()).as("%s", worst).isBetween(0.4, function.limitFloat32());
  }
}
