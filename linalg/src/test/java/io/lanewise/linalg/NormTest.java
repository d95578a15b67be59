package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import org.junit.jupiter.api.Test;

class NormTest {
  private static final NDArray MATRIX = NDArray.of(new double[][] {{1, -7}, {-2, 3}, {4, 0}});

  @Test
  void vectorNorms() {
    NDArray x = NDArray.of(3, -4).get("::-1");
    assertThat(Linalg.norm(x)).isEqualTo(5);
    assertThat(Linalg.norm(x, Norm.TWO)).isEqualTo(5);
    assertThat(Linalg.norm(x, Norm.ONE)).isEqualTo(7);
    assertThat(Linalg.norm(x, Norm.INF)).isEqualTo(4);
    assertThat(Linalg.norm(NDArray.zeros(0))).isZero();
  }

  @Test
  void matrixNorms() {
    assertThat(Linalg.norm(MATRIX)).isEqualTo(Math.sqrt(79));
    assertThat(Linalg.norm(MATRIX, Norm.FROBENIUS)).isEqualTo(Math.sqrt(79));
    assertThat(Linalg.norm(MATRIX, Norm.ONE)).isEqualTo(10);
    assertThat(Linalg.norm(MATRIX, Norm.INF)).isEqualTo(8);
    // A'A = [[21, -13], [-13, 58]]
    double greatest = Math.sqrt((79 + Math.sqrt(37.0 * 37 + 4 * 169)) / 2);
    assertThat(Linalg.norm(MATRIX, Norm.TWO)).isCloseTo(greatest, within(1e-14));
    assertThat(Linalg.norm(MATRIX.T(), Norm.TWO)).isCloseTo(greatest, within(1e-14));
  }

  @Test
  void squaresNeitherOverflowNorUnderflow() {
    assertThat(Linalg.norm(NDArray.of(3e300, 4e300))).isCloseTo(5e300, within(1e285));
    assertThat(Linalg.norm(NDArray.of(3e-300, 4e-300))).isCloseTo(5e-300, within(1e-315));
    double least = Double.MIN_VALUE;
    assertThat(Linalg.norm(NDArray.of(3 * least, 4 * least))).isEqualTo(5 * least);
    assertThat(Linalg.norm(NDArray.of(1, Double.NEGATIVE_INFINITY)))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Linalg.norm(NDArray.of(1, Double.NaN))).isNaN();
    assertThat(Linalg.norm(NDArray.of(1, Double.NaN), Norm.INF)).isNaN();
  }

  @Test
  void impossibleNormsAreRefused() {
    assertThatThrownBy(() -> Linalg.norm(NDArray.ones(3), Norm.FROBENIUS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid norm order 'fro' for vectors");
    assertThatThrownBy(() -> Linalg.norm(NDArray.ones(2, 2, 2), Norm.ONE))
        .isInstanceOf(ShapeException.class)
        .hasMessage("Improper number of dimensions to norm: shape (2,2,2)");
  }
}
