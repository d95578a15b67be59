package io.lanewise.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Normal vectors, where no fixture can say what NumPy draws: the signs of eigenvectors are free.
class MultivariateNormalTest {
  private static final NDArray MEAN = NDArray.of(1.0, -2, 3);
  private static final NDArray COV = NDArray.of(4.0, 1, 0.5, 1, 9, -2, 0.5, -2, 5).reshape(3, 3);

  @ParameterizedTest
  @EnumSource(Factorization.class)
  void samplesHaveTheMeanAndTheCovariance(Factorization method) {
    int n = 200_000;
    double[] x = Generator.of(3).multivariateNormal(MEAN, COV, method, n).toDoubleArray();
    double[] mean = new double[3];
    for (int i = 0; i < x.length; i++) {
      mean[i % 3] += x[i] / n;
    }
    double[] cov = new double[9];
    for (int at = 0; at < x.length; at += 3) {
      for (int i = 0; i < 9; i++) {
        cov[i] += (x[at + i / 3] - mean[i / 3]) * (x[at + i % 3] - mean[i % 3]) / n;
      }
    }
    assertThat(mean).containsExactly(MEAN.toDoubleArray(), within(0.03));
    assertThat(cov).containsExactly(COV.toDoubleArray(), within(0.15));
  }

  /// With z = 1, 0, 0 and so on the samples are the factor's columns.
  @ParameterizedTest
  @EnumSource(Factorization.class)
  void theFactorTimesItsTransposeIsTheCovariance(Factorization method) {
    for (int k = 1; k <= 40; k += 13) {
      NDArray cov = covariance(k);
      double[][] factor = new double[k][];
      for (int column = 0; column < k; column++) {
        int one = column;
        Deviates unit =
            new Deviates(new PCG64(1)) {
              private int at;

              @Override
              double normal() {
                return at++ == one ? 1 : 0;
              }

              @Override
              double exponential() {
                return 0;
              }
            };
        factor[column] =
            MultivariateNormal.of(NDArray.zeros(k), cov, method).draw(unit).toDoubleArray();
      }
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double sum = 0;
          for (int m = 0; m < k; m++) {
            sum += factor[m][i] * factor[m][j];
          }
          assertThat(sum).isCloseTo(cov.getDouble(i, j), within(1e-13 * k));
        }
      }
    }
  }

  private static NDArray covariance(int k) {
    NDArray root = Generator.of(k).standardNormal(k, k);
    NDArray cov = NDArray.zeros(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double sum = i == j ? 0.5 : 0;
        for (int m = 0; m < k; m++) {
          sum += root.getDouble(i, m) * root.getDouble(j, m) / k;
        }
        cov.setDouble(sum, i, j);
      }
    }
    return cov;
  }

  @Test
  void covariancesThatAreNone() {
    String words = "covariance is not symmetric positive-semidefinite.";
    Generator g = Generator.of(1);
    NDArray two = NDArray.of(1.0, 2);
    for (double[] bad : new double[][] {{1, 2, 0, 1}, {1, 2, 2, 1}, {-1, 0, 0, 1}, {1, 0, 0, -1}}) {
      NDArray cov = NDArray.of(bad).reshape(2, 2);
      for (Factorization method : new Factorization[] {Factorization.SVD, Factorization.EIGH}) {
        assertThatThrownBy(() -> g.multivariateNormal(two, cov, method, 3))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(words);
      }
      assertThatThrownBy(() -> g.multivariateNormal(two, cov, Factorization.CHOLESKY, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> g.multivariateNormal(COV, COV, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("mean must be 1 dimensional");
    assertThatThrownBy(() -> g.multivariateNormal(two, NDArray.ones(2, 3), 3))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("cov must be 2 dimensional and square");
    assertThatThrownBy(() -> g.multivariateNormal(two, COV, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("mean and cov must have same length");
    NDArray nan = NDArray.full(DType.FLOAT64, Double.NaN, 2, 2);
    assertThatThrownBy(() -> g.multivariateNormal(two, nan, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("infs or NaNs");
    // nothing was drawn
    assertThat(g.random()).isEqualTo(Generator.of(1).random());
    assertThat(g.multivariateNormal(NDArray.zeros(0), NDArray.zeros(0, 0), 3).shape())
        .containsExactly(3, 0);
  }
}
