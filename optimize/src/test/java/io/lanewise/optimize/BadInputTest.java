package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.NDArray;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every bad input is refused before any work, with the words of SciPy 1.17 where SciPy has some,
/// and nothing of the caller's changes.
class BadInputTest {
  private static final double[] X = {0, 1, 2, 3, 4};
  private static final double[] Y = {1, 2, 3, 4, 5};

  private static CurveFit line() {
    return CurveFit.model((t, p) -> p[0].multiply(t).add(p[1])).start(1, 1);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    org.assertj.core.api.Assertions.assertThat(X).containsExactly(0, 1, 2, 3, 4);
    org.assertj.core.api.Assertions.assertThat(Y).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void dataThatAreNotFinite(double bad) {
    double[] broken = {1, 2, 3, bad, 5};
    refused(() -> line().fit(X, broken), "array must not contain infs or NaNs: `ydata`[3] is");
    refused(() -> line().fit(broken, Y), "array must not contain infs or NaNs: `xdata`[3] is");
    refused(
        () -> line().sigma(broken).fit(X, Y), "array must not contain infs or NaNs: `sigma`[3] is");
    refused(
        () -> line().checkFinite(false).fit(X, broken),
        "Residuals are not finite in the initial point.");
  }

  @Test
  void aStartOutsideItsBounds() {
    CurveFit fit = line().bounds(new double[] {2, 0}, new double[] {3, 3});
    refused(() -> fit.fit(X, Y), "Initial guess is outside of provided bounds: x0[0] = 1.0");
    refused(
        () ->
            LeastSquares.residuals(x -> x)
                .bounds(new double[] {2}, new double[] {3})
                .solve(Double.NaN),
        "Initial guess is outside of provided bounds");
    refused(
        () -> LeastSquares.residuals(x -> x).solve(Double.POSITIVE_INFINITY),
        "Initial guess is outside of provided bounds");
  }

  @Test
  void boundsThatContradictEachOther() {
    refused(
        () -> line().bounds(new double[] {0, 3}, new double[] {1, 3}),
        "Each lower bound must be strictly less than each upper bound: bounds[1] is [3.0, 3.0]");
    refused(
        () -> line().bounds(new double[] {0, Double.NaN}, new double[] {1, 3}),
        "Each lower bound must be strictly less");
    refused(() -> line().bounds(new double[] {0}, new double[] {1, 3}), "shapes (1,) and (2,)");
    refused(
        () -> line().bounds(new double[] {0}, new double[] {1}).fit(X, Y),
        "Inconsistent shapes between bounds and `x0`: (1,) and (2,)");
  }

  @Test
  void moreParametersThanPoints() {
    refused(
        () -> line().start(1, 1, 1).fit(new double[] {1, 2}, new double[] {1, 2}),
        "The number of func parameters=3 must not exceed the number of data points=2");
  }

  @Test
  void lengthsThatDoNotMatch() {
    refused(() -> line().fit(X, new double[] {1, 2, 3}), "got shapes (5,) and (3,)");
    refused(
        () -> line().sigma(1, 2, 3).fit(X, Y),
        "`sigma` has incorrect shape (3,) for `ydata` of shape (5,)");
    refused(
        () -> line().sigma(NDArray.of(new double[][] {{1, 0}, {0, 1}})).fit(X, Y),
        "`sigma` has incorrect shape (2, 2) for `ydata` of shape (5,)");
    refused(
        () -> line().fit(NDArray.of(X), NDArray.of(new double[][] {Y})),
        "`ydata` must be 1-D, got shape (1, 5)");
    refused(
        () -> line().fit(NDArray.of(new double[][] {X, X}), NDArray.of(Y)),
        "the model has 1 predictor, `xdata` has 2 rows");
    refused(
        () -> line().scale(1, 2, 3).fit(X, Y),
        "Inconsistent shapes between `x_scale` and `x0`: (3,) and (2,)");
  }

  @Test
  void noData() {
    refused(() -> line().fit(new double[0], new double[0]), "`ydata` must not be empty!");
    refused(
        () -> LeastSquares.residuals(x -> new double[0]).solve(1),
        "`fun` must return at least one residual");
    refused(() -> LeastSquares.residuals(x -> x).solve(), "at least one parameter");
  }

  @Test
  void aCovarianceThatIsNone() {
    double[][] indefinite = new double[5][5];
    for (int i = 0; i < 5; i++) {
      indefinite[i][i] = i == 3 ? -1 : 1;
    }
    refused(
        () -> line().sigma(NDArray.of(indefinite)).fit(X, Y), "`sigma` must be positive definite.");
    indefinite[3][3] = 1;
    indefinite[0][1] = 0.5;
    refused(() -> line().sigma(NDArray.of(indefinite)).fit(X, Y), "`sigma` must be symmetric.");
  }

  @Test
  void optionsOutOfRange() {
    refused(
        () -> line().tolerances(1e-17, 1e-17, 0),
        "At least one of the tolerances must be higher than machine epsilon (2.22e-16)");
    refused(() -> line().tolerances(-1, 1e-8, 1e-8), "`ftol` must not be negative, got -1.0");
    refused(() -> line().tolerances(1e-8, Double.NaN, 1e-8), "`xtol` must not be negative");
    refused(() -> line().maxEvaluations(0), "`max_nfev` must be a positive integer, got 0");
    refused(() -> line().scale(1, -1), "`x_scale` must be positive numbers, got [1.0, -1.0]");
    refused(() -> line().loss(Loss.CAUCHY, 0), "`f_scale` must be positive, got 0.0");
    refused(() -> line().blockRows(0), "a block needs at least one row");
    refused(() -> line().parameters(0), "a model needs at least one parameter");
  }

  @Test
  void aModelOrJacobianOfTheWrongShape() {
    refused(
        () -> CurveFit.function((x, p) -> NDArray.of(1.0, 2)).start(1).fit(X, Y),
        "the model returned 2 values in 1 dimensions for `ydata` of shape (5,)");
    refused(
        () ->
            CurveFit.function((x, p) -> x)
                .jacobian((x, p) -> NDArray.of(new double[][] {X}))
                .start(1)
                .fit(X, Y),
        "The return value of `jac` has wrong shape: expected (5, 1)");
    refused(
        () -> LeastSquares.residuals(x -> x).jacobian(x -> new double[][] {{1, 2}}).solve(1),
        "The return value of `jac` has wrong shape: expected (1, 1)");
    int[] calls = {0};
    refused(
        () -> LeastSquares.residuals(x -> new double[++calls[0]]).solve(1),
        "residuals where 1 are expected");
  }

  @Test
  void residualsThatAreNotFiniteAtTheStart() {
    refused(
        () -> LeastSquares.residuals(x -> new double[] {Math.log(x[0])}).solve(-1),
        "Residuals are not finite in the initial point.");
    refused(
        () ->
            LeastSquares.residuals(x -> new double[] {x[0]})
                .jacobian(x -> new double[][] {{Double.NaN}})
                .solve(-1),
        "The Jacobian is not finite in the initial point.");
  }

  @Test
  void settingsThatDoNotBelongToTheModel() {
    assertThatThrownBy(() -> line().gradient((x, p, out) -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> line().jacobian((x, p) -> x))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CurveFit.pointwise((x, p) -> x).fit(X, Y))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Unable to determine number of fit parameters");
  }
}
