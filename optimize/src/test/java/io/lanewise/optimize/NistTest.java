package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The certified values of NIST/ITL StRD are the oracle: computed there with 500 digits, printed to
/// 11.
class NistTest {
  private static final double TIGHT = 1e-15;

  static Stream<Arguments> runs() {
    return Stream.of(NistProblem.values())
        .flatMap(problem -> Stream.of(Arguments.of(problem, 1), Arguments.of(problem, 2)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void expressionsReachTheCertifiedValuesFromBothStarts(NistProblem problem, int start) {
    FitResult fit =
        CurveFit.model(problem.expression())
            .start(problem.start(start))
            .tolerances(TIGHT, TIGHT, TIGHT)
            .maxEvaluations(2000)
            .fit(problem.x(), problem.y());
    assertThat(fit.success()).as(fit.toString()).isTrue();
    assertThat(NistProblem.digits(fit.parameters(), problem.certified()))
        .as("digits of %s", fit)
        .isGreaterThan(8);
    if (problem != NistProblem.Lanczos1) {
      assertThat(NistProblem.digits(fit.standardDeviations(), problem.certifiedDeviations()))
          .as("digits of the standard deviations of %s", fit)
          .isGreaterThan(8);
      assertThat(2 * fit.cost()).isCloseTo(problem.residualSum(), within(1e-9));
    } else {
      assertThat(2 * fit.cost()).isLessThan(1e-20);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void centralDifferencesReachSixDigits(NistProblem problem, int start) {
    FitResult fit =
        CurveFit.pointwise(problem.function())
            .differences(DifferenceScheme.THREE_POINT)
            .start(problem.start(start))
            .tolerances(TIGHT, TIGHT, TIGHT)
            .maxEvaluations(2000)
            .fit(problem.x(), problem.y());
    assertThat(fit.success()).as(fit.toString()).isTrue();
    assertThat(NistProblem.digits(fit.parameters(), problem.certified()))
        .as("digits of %s", fit)
        .isGreaterThan(6);
  }

  @Test
  void twoPredictorsAreFittedTogether() {
    NistTable nelson = NistTable.read("Nelson");
    double[] logarithms = nelson.data(0);
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = Math.log(logarithms[i]);
    }
    NDArray x = NDArray.of(new double[][] {nelson.data(1), nelson.data(2)});
    for (int start = 1; start <= 2; start++) {
      FitResult fit =
          CurveFit.surface(
                  (v, p) ->
                      p[0].subtract(
                          p[1].multiply(v[0]).multiply(p[2].multiply(v[1]).negative().exp())))
              .start(nelson.parameters(start - 1))
              .tolerances(TIGHT, TIGHT, TIGHT)
              .maxEvaluations(2000)
              .fit(x, NDArray.of(logarithms));
      assertThat(NistProblem.digits(fit.parameters(), nelson.parameters(2))).isGreaterThan(8);
      assertThat(NistProblem.digits(fit.standardDeviations(), nelson.parameters(3)))
          .isGreaterThan(8);
    }
  }

  @Test
  void aGradientIsUsedInsteadOfDifferences() {
    NistTable roszman = NistTable.read("Roszman1");
    for (int start = 1; start <= 2; start++) {
      FitResult fit =
          CurveFit.pointwise((x, p) -> p[0] - p[1] * x - Math.atan(p[2] / (x - p[3])) / Math.PI)
              .gradient(
                  (x, p, out) -> {
                    double u = x - p[3];
                    double share = 1 / (Math.PI * (u * u + p[2] * p[2]));
                    out[0] = 1;
                    out[1] = -x;
                    out[2] = -u * share;
                    out[3] = -p[2] * share;
                  })
              .start(roszman.parameters(start - 1))
              .tolerances(TIGHT, TIGHT, TIGHT)
              .fit(roszman.data(1), roszman.data(0));
      assertThat(NistProblem.digits(fit.parameters(), roszman.parameters(2))).isGreaterThan(8);
      assertThat(NistProblem.digits(fit.standardDeviations(), roszman.parameters(3)))
          .isGreaterThan(8);
    }
  }

  @Test
  void defaultsAreEnoughForAFitThatStartsNear() {
    FitResult fit =
        CurveFit.model((Expr x, Expr[] p) -> NistProblem.Misra1a.expression().of(x, p))
            .start(NistProblem.Misra1a.start(2))
            .fit(NistProblem.Misra1a.x(), NistProblem.Misra1a.y());
    assertThat(NistProblem.digits(fit.parameters(), NistProblem.Misra1a.certified()))
        .isGreaterThan(6);
  }

  private static org.assertj.core.data.Percentage within(double relative) {
    return org.assertj.core.data.Percentage.withPercentage(100 * relative);
  }
}
