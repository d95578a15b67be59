package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ufunc.polynomial.Polynomials;
import io.lanewise.ufunc.polynomial.Series;
import io.lanewise.ufunc.polynomial.SeriesDivision;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolynomialTest {
  private static NDArray random(int seed, int n) {
    return NDArray.of(new Random(seed).doubles(n, -1, 1).toArray());
  }

  @ParameterizedTest
  @EnumSource(
      value = Series.class,
      names = {"CHEBYSHEV", "LEGENDRE"})
  void longSeriesHaveTheValuesOfTheirPolynomials(Series family) {
    NDArray x = NDArray.linspace(-1, 1, 101);
    for (int n : new int[] {1, 2, 3, 59, 60, 61, 62, 200}) {
      NDArray c = random(n, n);
      double[] expected = new double[101];
      NDArray members = family.vander(x, n - 1);
      for (int i = 0; i < 101; i++) {
        for (int k = 0; k < n; k++) {
          expected[i] += c.getDouble(k) * members.getDouble(i, k);
        }
      }
      assertThat(family.val(x, c).toDoubleArray()).containsExactly(expected, within(1e-12 * n));
    }
  }

  @ParameterizedTest
  @EnumSource(Series.class)
  void everyLayoutOfPointsAndCoefficientsGivesTheSameBits(Series family) {
    NDArray x = random(1, 60).reshape(5, 12);
    NDArray c = random(2, 6);
    double[] expected = family.val(x, c).toDoubleArray();
    for (Map.Entry<String, NDArray> layout : Layouts.of(x).entrySet()) {
      for (NDArray coefficients : Layouts.of(c).values()) {
        assertThat(family.val(layout.getValue(), coefficients).toDoubleArray())
            .as(layout.getKey())
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Series.class)
  void operationsUndoEachOther(Series family) {
    NDArray a = random(3, 7);
    NDArray b = random(4, 3);
    SeriesDivision division = family.div(a, b);
    NDArray back = family.add(family.mul(division.quotient(), b), division.remainder());
    assertThat(back.toDoubleArray()).containsExactly(a.toDoubleArray(), within(1e-10));
    assertThat(family.der(family.integ(a)).toDoubleArray())
        .containsExactly(a.toDoubleArray(), within(1e-12));
    assertThat(family.fromPower(family.toPower(a)).toDoubleArray())
        .containsExactly(a.toDoubleArray(), within(1e-9));
    NDArray roots = NDArray.of(-0.5, 0.25, 0.75);
    assertThat(family.val(roots, family.fromroots(roots)).toDoubleArray())
        .containsExactly(new double[3], within(1e-13));
    assertThat(family.val(b, family.x()).toDoubleArray())
        .containsExactly(b.toDoubleArray(), within(1e-15));
  }

  @Test
  void badArgumentsAreNamed() {
    NDArray c = NDArray.of(1.0, 2.0);
    assertThatThrownBy(() -> Series.POWER.div(c, NDArray.of(0.0)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Series.POWER.val(c, NDArray.zeros(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Coefficient array is empty");
    assertThatThrownBy(() -> Polynomials.polyadd(c, NDArray.zeros(2, 2)))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Polynomials.polyint(c, 3, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Polynomials.polyval(NDArray.zeros(DType.INT64, 0), c).toDoubleArray())
        .containsOnly(0);
  }
}
