package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// General residual vectors: SciPy's test_least_squares.py and what it taught.
class LeastSquaresTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  /// f(x) = x^2 + 5, whose cost is 12.5 at the minimum.
  private static LeastSquares parabola() {
    return LeastSquares.residuals(x -> new double[] {x[0] * x[0] + 5})
        .jacobian(x -> new double[][] {{2 * x[0]}});
  }

  @Test
  void theMinimumOfOneResidualIsFound() {
    LeastSquaresResult r = parabola().scale(1).solve(2);
    assertThat(r.success()).isTrue();
    assertThat(r.x()[0]).isCloseTo(0, within(1e-4));
    assertThat(r.cost()).isCloseTo(12.5, within(1e-8));
    assertThat(r.nfev()).isLessThan(10);
  }

  @Test
  void oneEvaluationReportsTheStart() {
    LeastSquaresResult r = parabola().maxEvaluations(1).solve(2);
    assertThat(r.status()).isEqualTo(Status.MAX_EVALUATIONS);
    assertThat(r.success()).isFalse();
    assertThat(r.x()).containsExactly(2);
    assertThat(r.cost()).isEqualTo(40.5);
    assertThat(r.gradient()[0]).isCloseTo(36, within(1e-13));
    assertThat(r.optimality()).isCloseTo(36, within(1e-13));
    assertThat(r.nfev()).isEqualTo(1);
    assertThat(r.njev()).isEqualTo(1);
  }

  @Test
  void lossesWeighTheFirstPointAsTheyShould() {
    // cost and gradient at x = 2, f = 9, J = 4: SciPy 1.17.1
    double[][] expected = {
      {40.5, 36},
      {8.5, 4},
      {8.055385138137, 3.97553494},
      {2.203359623632, .43902439},
      {.779225637475, .00548613}
    };
    for (Loss loss : Loss.values()) {
      LeastSquaresResult r = parabola().loss(loss, 1).maxEvaluations(1).solve(2);
      assertThat(r.cost()).as("%s", loss).isCloseTo(expected[loss.ordinal()][0], within(1e-11));
      assertThat(r.gradient()[0])
          .as("%s", loss)
          .isCloseTo(expected[loss.ordinal()][1], within(1e-8));
    }
  }

  @Test
  void derivativesOfTheLossesAreTheirDerivatives() {
    for (Loss loss : Loss.values()) {
      for (double z : new double[] {0, .3, .999, 1.5, 40}) {
        double h = 1e-5 * Math.max(z, .1);
        if (z > 0) {
          double slope = (loss.value(z + h) - loss.value(z - h)) / (2 * h);
          double bend = (loss.derivative(z + h) - loss.derivative(z - h)) / (2 * h);
          if (!(loss == Loss.HUBER && Math.abs(z - 1) < 2 * h)) {
            assertThat(loss.derivative(z)).isCloseTo(slope, within(1e-7));
            assertThat(loss.secondDerivative(z)).isCloseTo(bend, within(1e-7));
          }
        }
        assertThat(loss.secondDerivative(z)).as("%s at %s", loss, z).isFinite();
      }
    }
  }

  @Test
  void aStartOnABoundMoves() {
    for (double start : new double[] {.5, 2}) {
      LeastSquaresResult r = parabola().bounds(new double[] {.5}, new double[] {3}).solve(start);
      assertThat(r.success()).isTrue();
      assertThat(r.x()[0]).isCloseTo(.5, within(1e-6));
      assertThat(r.activeMask()).containsExactly(-1);
    }
    LeastSquaresResult away =
        LeastSquares.residuals(x -> new double[] {x[0] - 1, x[1] - 2})
            .bounds(new double[] {0, 0}, new double[] {5, 2.5})
            .solve(0, 2.5);
    assertThat(away.x()).containsExactly(new double[] {1, 2}, within(1e-7));
  }

  @Test
  void anAnswerNextToABoundIsReached() {
    LeastSquaresResult r =
        LeastSquares.residuals(x -> new double[] {(x[0] - 1e-12) * (x[0] - 1e-12)})
            .jacobian(x -> new double[][] {{2 * (x[0] - 1e-12)}})
            .bounds(new double[] {0}, new double[] {INF})
            .tolerances(1e-8, 1e-8, 1e-15)
            .solve(1.1e-12);
    assertThat(r.success()).isTrue();
    assertThat(r.x()[0]).isCloseTo(1e-12, within(1.0001e-13));
  }

  @Test
  void rosenbrockIsSolvedWithEveryJacobianAndScale() {
    for (double[] scale : new double[][] {null, {1}, {1, .2}}) {
      for (int kind = 0; kind < 5; kind++) {
        LeastSquares problem =
            switch (kind) {
              case 0 -> LeastSquares.residuals(BoundedRosenbrockTest::residuals);
              case 1 ->
                  LeastSquares.residuals(BoundedRosenbrockTest::residuals)
                      .differences(DifferenceScheme.THREE_POINT);
              case 2 ->
                  LeastSquares.residuals(BoundedRosenbrockTest::residuals)
                      .jacobian(BoundedRosenbrockTest::jacobian);
              case 3 ->
                  LeastSquares.arrayResiduals(x -> NDArray.of(BoundedRosenbrockTest.residuals(x)));
              default ->
                  LeastSquares.residuals(
                          2,
                          (x, out) -> {
                            out[0] = 10 * (x[1] - x[0] * x[0]);
                            out[1] = 1 - x[0];
                          })
                      .jacobian(
                          (x, out) -> {
                            out[0][0] = -20 * x[0];
                            out[0][1] = 10;
                            out[1][0] = -1;
                            out[1][1] = 0;
                          });
            };
        if (scale != null) {
          problem.scale(scale);
        }
        LeastSquaresResult r = problem.solve(-2, 1);
        assertThat(r.success()).as(r.toString()).isTrue();
        assertThat(r.x()).as(r.toString()).containsExactly(new double[] {1, 1}, within(1e-6));
      }
    }
  }

  @Test
  void fewerResidualsThanParametersAreAllowed() {
    LeastSquaresResult r =
        LeastSquares.residuals(x -> new double[] {10 * (x[1] - x[0] * x[0])}).solve(-2, 1);
    assertThat(r.success()).isTrue();
    assertThat(r.cost()).isLessThan(1e-14);
    assertThat(r.covariance()[0][0]).isInfinite();
  }

  @Test
  void broydensTridiagonalSystemIsSolved() {
    int n = 100;
    double[] start = new double[n];
    Arrays.fill(start, -1);
    LeastSquares broyden =
        LeastSquares.residuals(
                n,
                (x, out) -> {
                  for (int i = 0; i < n; i++) {
                    out[i] =
                        (3 - x[i]) * x[i]
                            + 1
                            - (i > 0 ? x[i - 1] : 0)
                            - (i < n - 1 ? 2 * x[i + 1] : 0);
                  }
                })
            .jacobian(
                (x, out) -> {
                  for (int i = 0; i < n; i++) {
                    Arrays.fill(out[i], 0);
                    out[i][i] = 3 - 2 * x[i];
                    if (i > 0) {
                      out[i][i - 1] = -1;
                    }
                    if (i < n - 1) {
                      out[i][i + 1] = -2;
                    }
                  }
                });
    LeastSquaresResult r = broyden.solve(start);
    assertThat(r.cost()).isLessThan(1e-20);
    assertThat(r.x()[0]).isCloseTo(-.768799994458, within(1e-10));
    assertThat(r.x()[99]).isCloseTo(-.505258349527, within(1e-10));
    double[] lower = new double[n];
    double[] upper = new double[n];
    Arrays.fill(lower, -INF);
    Arrays.fill(upper, INF);
    Arrays.fill(lower, 20, 50, -0.9);
    double[] inside = start.clone();
    Arrays.fill(inside, 20, 50, -.5);
    LeastSquaresResult bounded =
        broyden
            .bounds(lower, upper)
            .tolerances(1e-15, 1e-15, 1e-12)
            .maxEvaluations(2000)
            .solve(inside);
    assertThat(bounded.success()).isTrue();
    assertThat(bounded.optimality()).isLessThan(1e-10);
  }

  @Test
  void aBoundaryValueProblemMeetsALooseTolerance() {
    int n = 10;
    double[] start = new double[n * n];
    Arrays.fill(start, 1);
    LeastSquaresResult r =
        LeastSquares.residuals(
                n * n,
                (u, out) -> {
                  for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                      int k = i * n + j;
                      out[k] =
                          (i > 0 ? u[k - n] : 0)
                              + (i < n - 1 ? u[k + n] : 0)
                              + (j > 0 ? u[k - 1] : 0)
                              + (j < n - 1 ? u[k + 1] : 0)
                              - 4 * u[k]
                              + u[k] * u[k] * u[k];
                    }
                  }
                })
            .tolerances(1e-2, 1e-8, 1e-8)
            .solve(start);
    assertThat(r.success()).isTrue();
    assertThat(r.cost()).isLessThan(.5);
    assertThat(r.nfev()).isLessThan(100);
  }

  @Test
  void aWrongJacobianIsNoSuccess() {
    LeastSquaresResult r =
        LeastSquares.residuals(x -> new double[] {x[0] - 3, 2 * x[1] - 4})
            .jacobian(x -> new double[][] {{-1, 0}, {0, -2}})
            .solve(1, 1);
    assertThat(r.status()).isEqualTo(Status.RADIUS_COLLAPSED);
    assertThat(r.success()).isFalse();
    assertThat(r.x()).containsExactly(1, 1);
  }

  @Test
  void aRegionWhereTheFunctionIsNotFiniteIsAvoided() {
    LeastSquaresResult r =
        LeastSquares.residuals(x -> new double[] {Math.log(x[0]) - 1, .1 * (x[0] - 2)}).solve(1e-3);
    assertThat(r.success()).isTrue();
    assertThat(r.optimality()).isLessThan(1e-6);
    LeastSquaresResult jacobianFails =
        LeastSquares.residuals(x -> new double[] {x[0] - 3})
            .jacobian(x -> new double[][] {{x[0] > 2 ? Double.NaN : 1}})
            .maxEvaluations(40)
            .solve(1);
    assertThat(jacobianFails.success()).isFalse();
    assertThat(jacobianFails.x()[0]).isLessThanOrEqualTo(2).isGreaterThan(1);
  }

  @Test
  void settingsCanBeUsedAgain() {
    LeastSquares problem = parabola();
    assertThat(problem.solve(2).x()).isEqualTo(problem.solve(2).x());
  }

  @Test
  void resultsCannotBeChangedFromOutside() {
    LeastSquaresResult r = parabola().solve(2);
    double before = r.x()[0];
    r.x()[0] = 7;
    r.covariance()[0][0] = 7;
    assertThat(r.x()[0]).isEqualTo(before);
    assertThat(r.covariance()[0][0]).isNotEqualTo(7);
  }
}
