package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declared derivatives of functions against differences of their values.
class FunctionDerivativesTest {
  private static final double STEP = 1e-4;

  /// A function, and arguments between which no two are in one regime.
  record Case(UFunc function, double... x) {
    @Override
    public String toString() {
      return function.name();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(Exponentials.EXP2, -3, 0, 0.7, 5),
        new Case(Exponentials.EXPM1, -3, 0, 0.7, 5),
        new Case(Logarithms.LOG2, 0.1, 1, 40),
        new Case(Logarithms.LOG10, 0.1, 1, 40),
        new Case(Logarithms.LOG1P, -0.7, 0, 0.3, 40),
        new Case(Hyperbolics.SINH, -2, 0, 0.4, 3),
        new Case(Hyperbolics.COSH, -2, 0, 0.4, 3),
        new Case(Hyperbolics.TANH, -2, 0, 0.4, 3),
        new Case(Hyperbolics.ARCSINH, -2, 0, 0.4, 30),
        new Case(Hyperbolics.ARCCOSH, 1.2, 2, 30),
        new Case(Hyperbolics.ARCTANH, -0.8, 0, 0.3, 0.9),
        new Case(SumsOfExponentials.SIGMOID, -9, -1, 0, 2, 9),
        new Case(SumsOfExponentials.SOFTPLUS, -9, -1, 0, 2, 9),
        new Case(Angular.TAN, -1, 0, 0.4, 2),
        new Case(Angular.ARCSIN, -0.8, 0, 0.3, 0.6),
        new Case(Angular.ARCCOS, -0.8, 0, 0.3, 0.6),
        new Case(Angular.ARCTAN, -3, 0, 0.3, 1.2, 30),
        new Case(Angular.SINC, -1.2, 0, 0.3, 2, 7.5),
        new Case(Roots.CBRT, -8, 0.5, 3),
        new Case(ErrorFunctions.ERF, -2, 0, 0.5, 1.5),
        new Case(ErrorFunctions.ERFC, -2, 0, 0.5, 1.5),
        new Case(GammaFunctions.GAMMA, -1.5, 0.5, 2, 4.5),
        new Case(GammaFunctions.LGAMMA, -1.5, 0.5, 2, 4.5, 30));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivativesAreTheLimitsOfDifferences(Case given) {
    NDArray x = NDArray.of(given.x);
    Expr leaf = Expr.of(x);
    NDArray derivative = Expr.apply(given.function, leaf).derivative(leaf).eval();
    for (int i = 0; i < given.x.length; i++) {
      double slope =
          (value(given.function, given.x[i] + STEP) - value(given.function, given.x[i] - STEP))
              / (2 * STEP);
      assertThat(derivative.getDouble(i))
          .as("%s at %s", given, given.x[i])
          .isEqualTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
    }
  }

  static Stream<UFunc> functionsOfTwo() {
    return Stream.of(
        SumsOfExponentials.LOGADDEXP, SumsOfExponentials.LOGADDEXP2, Angular.ARCTAN2, Roots.HYPOT);
  }

  @ParameterizedTest
  @MethodSource("functionsOfTwo")
  void functionsOfTwoHaveADerivativeForEach(UFunc function) {
    double a = 0.7;
    double b = -0.4;
    Expr x = Expr.of(NDArray.of(a));
    Expr y = Expr.of(NDArray.of(b));
    Expr sum = Expr.apply(function, x, y);
    double byFirst = (value(function, a + STEP, b) - value(function, a - STEP, b)) / (2 * STEP);
    double bySecond = (value(function, a, b + STEP) - value(function, a, b - STEP)) / (2 * STEP);
    assertThat(sum.derivative(x).eval().getDouble(0)).isEqualTo(byFirst, within(1e-7));
    assertThat(sum.derivative(y).eval().getDouble(0)).isEqualTo(bySecond, within(1e-7));
  }

  private static double value(UFunc function, double x) {
    return function.apply(NDArray.of(x)).getDouble(0);
  }

  private static double value(UFunc function, double x, double y) {
    return function.apply(NDArray.of(x), NDArray.of(y), null).getDouble(0);
  }
}
