package io.lanewise.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final double[] ONE = {1.0};

  @Test
  void equalValuesAgreeEvenWithNaNs() {
    double[] values = {1.5, Double.NaN, Double.NEGATIVE_INFINITY};
    assertThat(new Agreement.Ulps(0).complaint(values, values.clone(), "float64")).isNull();
  }

  @Test
  void aBoundInUlpsFollowsTheDtype() {
    double[] next = {Math.nextUp(1.0f)};
    assertThat(new Agreement.Ulps(1).complaint(next, ONE, "float32")).isNull();
    assertThat(new Agreement.Ulps(1).complaint(next, ONE, "float64"))
        .contains("element 0", "allowed 1.00");
  }

  @Test
  void aRelativeBoundIsMeasuredAgainstTheLargestElement() {
    double[] peer = {1e6, 0.0};
    double[] ours = {1e6, 1e-3};
    assertThat(new Agreement.Relative(1e-8).complaint(ours, peer, "float64")).isNull();
    assertThat(new Agreement.Relative(1e-10).complaint(ours, peer, "float64"))
        .contains("element 1");
  }

  @Test
  void aNaNOnOneSideAndMissingElementsAreComplaints() {
    Agreement agreement = new Agreement.Relative(1);
    assertThat(agreement.complaint(new double[] {Double.NaN}, ONE, "float64")).isNotNull();
    assertThat(agreement.complaint(new double[2], ONE, "float64")).contains("2 elements");
  }
}
