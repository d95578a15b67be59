package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JacobiSvdTest {
  private static final double EPS = 0x1p-52;

  @ParameterizedTest
  @EnumSource(Matrices.class)
  void factorsReproduceTheMatrix(Matrices kind) {
    for (int n : new int[] {1, 2, 3, 5, 8, 13, 20, 50}) {
      for (int m : new int[] {n, 2 * n}) {
        NDArray a = kind.of(m, n, 700 + n);
        double[] u = a.T().toDoubleArray();
        double[] s = new double[n];
        double[] v = new double[n * n];
        JacobiSvd.decompose(u, m, n, s, v);
        NDArray left = NDArray.of(u).reshape(n, m).T();
        NDArray right = NDArray.of(v).reshape(n, n).T();
        NDArray scaled = left.copy();
        for (int j = 0; j < n; j++) {
          for (int i = 0; i < m; i++) {
            scaled.setDouble(left.getDouble(i, j) * s[j], i, j);
          }
          if (j > 0) {
            assertThat(s[j]).isLessThanOrEqualTo(s[j - 1]);
          }
        }
        double bound = 30 * m * EPS;
        assertThat(Matrices.distance(Linalg.matmul(scaled, right.T()), a))
            .as("A - USV', %d x %d", m, n)
            .isLessThan(bound * Matrices.size(a));
        assertThat(Matrices.distance(Linalg.matmul(left.T(), left), NDArray.eye(n)))
            .as("U'U - I, %d x %d", m, n)
            .isLessThan(bound);
        assertThat(Matrices.distance(Linalg.matmul(right.T(), right), NDArray.eye(n)))
            .as("V'V - I, %d x %d", m, n)
            .isLessThan(bound);
        double[] z = Matrices.RANDOM.of(1, m, 701).toDoubleArray();
        double[] b = new double[n];
        JacobiSvd.project(u, m, n, z, b);
        assertThat(Matrices.distance(NDArray.of(b), Linalg.matmul(left.T(), NDArray.of(z))))
            .isLessThan(bound * m);
      }
    }
  }

  @Test
  void smallSingularValuesOfGradedColumnsKeepTheirDigits() {
    // orthogonal columns of norms 1, 1e-40, 1e-90 turned by rotations of unequal columns stay known
    double[] a = {1, 1, 0, 1e-40, -1e-40, 0, 0, 0, 1e-90};
    double[] s = new double[3];
    JacobiSvd.decompose(a, 3, 3, s, new double[9]);
    assertThat(s[0]).isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(s[1] / (Math.sqrt(2) * 1e-40)).isCloseTo(1, within(1e-15));
    assertThat(s[2] / 1e-90).isCloseTo(1, within(1e-15));
  }

  @Test
  void rankDeficientMatricesHaveZeroColumns() {
    double[] a = {1, 2, 3, 2, 4, 6, 0, 0, 0};
    double[] s = new double[3];
    double[] v = new double[9];
    JacobiSvd.decompose(a, 3, 3, s, v);
    assertThat(s[0]).isCloseTo(Math.sqrt(70), within(1e-14));
    assertThat(s[1]).isLessThan(1e-15);
    assertThat(s[2]).isZero();
    double[] zeros = new double[4];
    JacobiSvd.decompose(zeros, 2, 2, s, v);
    assertThat(s[0]).isZero();
    assertThat(Arrays.copyOf(v, 4)).containsExactly(1, 0, 0, 1);
  }

  @Test
  void scaleDoesNotMatter() {
    double[] a = Matrices.RANDOM.of(6, 4, 702).toDoubleArray();
    double[] s = new double[4];
    JacobiSvd.decompose(a.clone(), 6, 4, s, new double[16]);
    for (int exponent : new int[] {-1000, -500, 500, 1000}) {
      double[] scaled = a.clone();
      for (int i = 0; i < a.length; i++) {
        scaled[i] = Math.scalb(a[i], exponent);
      }
      double[] t = new double[4];
      JacobiSvd.decompose(scaled, 6, 4, t, new double[16]);
      for (int j = 0; j < 4; j++) {
        assertThat(t[j]).isEqualTo(Math.scalb(s[j], exponent));
      }
    }
  }

  @Test
  void badInputIsRefusedAndLeftAlone() {
    double[] a = {1, 2, Double.NaN, 4};
    double[] s = {7, 7};
    double[] v = {7, 7, 7, 7};
    assertThatThrownBy(() -> JacobiSvd.decompose(a, 2, 2, s, v))
        .isInstanceOf(LinAlgException.class)
        .hasMessage("Array must not contain infs or NaNs");
    assertThat(a).containsExactly(1, 2, Double.NaN, 4);
    assertThat(s).containsOnly(7);
    assertThat(v).containsOnly(7);
    assertThatThrownBy(() -> JacobiSvd.decompose(a, 1, 2, s, v))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 x 2");
    assertThatThrownBy(() -> JacobiSvd.decompose(a, 3, 2, s, v))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 2");
  }
}
