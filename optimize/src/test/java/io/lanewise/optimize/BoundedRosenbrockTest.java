package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Rosenbrock's residuals 10 (x1 - x0^2), 1 - x0 in six boxes (SciPy's test_least_squares.py).
/// Where only x1 is bounded below by 1.5 the optimum solves 200 x0^3 - 299 x0 - 1 = 0.
class BoundedRosenbrockTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double RIGHT = 1.22437074873635;
  private static final double LEFT = -1.2210262421071;

  static double[] residuals(double[] x) {
    return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
  }

  static double[][] jacobian(double[] x) {
    return new double[][] {{-20 * x[0], 10}, {-1, 0}};
  }

  private static double[] pair(double a, double b) {
    return new double[] {a, b};
  }

  private static int[] mask(int a, int b) {
    return new int[] {a, b};
  }

  static Stream<Arguments> problems() {
    return Stream.of(
            Arguments.of(
                pair(-2, 1), pair(-INF, -1.5), pair(INF, INF), pair(1, 1), 0.0, mask(0, 0)),
            Arguments.of(
                pair(2, 2),
                pair(-INF, 1.5),
                pair(INF, INF),
                pair(RIGHT, 1.5),
                0.0252130939468,
                mask(0, -1)),
            Arguments.of(
                pair(-2, 2),
                pair(-INF, 1.5),
                pair(INF, INF),
                pair(LEFT, 1.5),
                2.470614658995,
                mask(0, -1)),
            Arguments.of(
                pair(0, 2), pair(-INF, 1.5), pair(1, INF), pair(1, 1.5), 12.5, mask(1, -1)),
            Arguments.of(
                pair(2, 2),
                pair(1, 1.5),
                pair(3, 3),
                pair(RIGHT, 1.5),
                0.0252130939468,
                mask(0, -1)),
            Arguments.of(
                pair(-1.2, 1), pair(-50, 0), pair(0.5, 100), pair(0.5, 0.25), 0.125, mask(1, 0)))
        .flatMap(
            a ->
                Stream.of(0, 1, 2)
                    .map(
                        scale ->
                            Arguments.of(
                                a.get()[0],
                                a.get()[1],
                                a.get()[2],
                                a.get()[3],
                                a.get()[4],
                                a.get()[5],
                                scale)));
  }

  private static LeastSquares scaled(LeastSquares problem, int scale) {
    return switch (scale) {
      case 0 -> problem.scaleByJacobian();
      case 1 -> problem.scale(1);
      default -> problem.scale(1, 0.2);
    };
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theOptimumInTheBoxIsFound(
      double[] start,
      double[] lower,
      double[] upper,
      double[] solution,
      double cost,
      int[] active,
      int scale) {
    LeastSquaresResult r =
        scaled(LeastSquares.residuals(BoundedRosenbrockTest::residuals), scale)
            .jacobian(BoundedRosenbrockTest::jacobian)
            .bounds(lower, upper)
            .solve(start);
    assertThat(r.success()).as(r.toString()).isTrue();
    assertThat(r.cost()).as(r.toString()).isCloseTo(cost, within(1e-9));
    assertThat(r.optimality()).as(r.toString()).isLessThan(1e-5);
    assertThat(r.activeMask()).as(r.toString()).isEqualTo(active);
    assertThat(r.x()).containsExactly(solution, within(1e-6));
    assertThat(r.nfev()).as("SciPy needs at most 24").isLessThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void finiteDifferencesStayInTheBoxAndFindItToo(
      double[] start,
      double[] lower,
      double[] upper,
      double[] solution,
      double cost,
      int[] active,
      int scale) {
    Bounds box = new Bounds(lower, upper);
    for (DifferenceScheme scheme : DifferenceScheme.values()) {
      LeastSquaresResult r =
          scaled(
                  LeastSquares.residuals(
                      x -> {
                        assertThat(box.contains(x)).as("evaluated outside").isTrue();
                        return residuals(x);
                      }),
                  scale)
              .differences(scheme)
              .bounds(lower, upper)
              .solve(start);
      assertThat(r.cost()).as(r.toString()).isCloseTo(cost, within(1e-8));
      assertThat(r.activeMask()).as(r.toString()).isEqualTo(active);
      assertThat(r.x()).containsExactly(solution, within(1e-4));
    }
  }

  @Test
  void boundsThatAreFarAwayChangeNothing() {
    LeastSquaresResult free =
        LeastSquares.residuals(BoundedRosenbrockTest::residuals)
            .jacobian(BoundedRosenbrockTest::jacobian)
            .solve(-2, 1);
    LeastSquaresResult boxed =
        LeastSquares.residuals(BoundedRosenbrockTest::residuals)
            .jacobian(BoundedRosenbrockTest::jacobian)
            .bounds(pair(-INF, -INF), pair(INF, INF))
            .solve(-2, 1);
    assertThat(free.x()).isEqualTo(boxed.x());
    assertThat(free.x()).containsExactly(pair(1, 1), within(1e-8));
    assertThat(free.cost()).isLessThan(1e-16);
  }
}
