package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiniteDifferencesTest {
  private static double derivativeOfExp(DifferenceScheme scheme, Bounds box, double x) {
    FiniteDifferences differences = new FiniteDifferences(scheme, box, new double[] {x});
    differences.choose(0, x);
    assertThat(differences.first).isBetween(box.lower(0), box.upper(0));
    double[] values = {Math.exp(differences.first), Math.exp(x), 0};
    if (differences.hasSecond()) {
      assertThat(differences.second).isBetween(box.lower(0), box.upper(0));
      values[2] = Math.exp(differences.second);
    }
    differences.combine(values, 0, 1, 2, 1);
    return values[0];
  }

  @ParameterizedTest
  @EnumSource
  void differencesAreAsAccurateAsTheirOrder(DifferenceScheme scheme) {
    double tolerance = scheme == DifferenceScheme.TWO_POINT ? 1e-7 : 1e-9;
    for (double x : new double[] {0, 1, -1, 3.7, -.02, 1e-9}) {
      double derivative = derivativeOfExp(scheme, Bounds.none(1), x);
      // a start below 1 is taken for the size of the parameter, so the step shrinks with it and
      // rounding grows
      double size = x == 0 ? 1 : Math.min(1, Math.abs(x));
      assertThat(derivative / Math.exp(x)).as("%s", x).isCloseTo(1, within(tolerance / size));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPointLeavesTheBounds(DifferenceScheme scheme) {
    double[] distances = {0, 1e-12, 1e-9, 1e-6, 1e-3, 1};
    for (double below : distances) {
      for (double above : distances) {
        if (below + above == 0) {
          continue;
        }
        double x = 1;
        Bounds box = Bounds.all(1, x - below, x + above);
        double derivative = derivativeOfExp(scheme, box, x);
        assertThat(derivative).isFinite();
        if (Math.max(below, above) >= 1e-3) {
          assertThat(derivative / Math.exp(x)).isCloseTo(1, within(1e-6));
        }
      }
    }
  }

  @Test
  void aSmallParameterGetsASmallStep() {
    FiniteDifferences differences =
        new FiniteDifferences(DifferenceScheme.TWO_POINT, Bounds.none(1), new double[] {1e-8});
    differences.choose(0, 1e-8);
    assertThat(differences.first - 1e-8).isCloseTo(1.49e-16, within(1e-18));
    differences.choose(0, 0);
    assertThat(differences.first).isCloseTo(1.49e-16, within(1e-18));
  }
}
