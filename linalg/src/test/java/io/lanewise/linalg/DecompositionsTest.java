package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Backward errors stay below 30 n eps, norms being greatest row sums.
class DecompositionsTest {
  private static final double EPS = 0x1p-52;
  private static final int[] SIZES = {1, 2, 3, 7, 31, 32, 33, 64, 65, 100, 193, 300};

  @ParameterizedTest
  @EnumSource(Matrices.class)
  void qrReproducesTheMatrixFromOrthonormalColumns(Matrices kind) {
    for (int n : SIZES) {
      for (int m : new int[] {n, 2 * n + 1, (n + 1) / 2}) {
        NDArray a = kind.of(m, n, 100 + n);
        Qr qr = Linalg.qr(a);
        int k = Math.min(m, n);
        assertThat(qr.q().shape()).containsExactly(m, k);
        assertThat(qr.r().shape()).containsExactly(k, n);
        double bound = 30 * Math.max(m, n) * EPS;
        assertThat(Matrices.distance(Linalg.matmul(qr.q(), qr.r()), a))
            .as("A - QR, %d x %d", m, n)
            .isLessThan(bound * Matrices.size(a));
        assertThat(Matrices.distance(Linalg.matmul(qr.q().T(), qr.q()), NDArray.eye(k)))
            .as("Q'Q - I, %d x %d", m, n)
            .isLessThan(bound);
        for (int i = 1; i < k; i++) {
          assertThat(qr.r().getDouble(i, i - 1)).isZero();
        }
        assertThat(Linalg.qrR(a).toDoubleArray()).isEqualTo(qr.r().toDoubleArray());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Matrices.class)
  void choleskyReproducesTheMatrix(Matrices kind) {
    for (int n : SIZES) {
      NDArray b = kind.of(n, n, 200 + n);
      NDArray a = Linalg.matmul(b, b.T()).copy();
      for (int i = 0; i < n; i++) {
        // keeps the numerically singular ones positive definite
        a.setDouble(a.getDouble(i, i) + n * 1e-12 * Matrices.size(a), i, i);
      }
      NDArray l = Linalg.cholesky(a);
      assertThat(Matrices.distance(Linalg.matmul(l, l.T()), a))
          .as("size %d", n)
          .isLessThan(30 * n * EPS * Matrices.size(a));
      if (n > 1) {
        assertThat(l.getDouble(0, n - 1)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Matrices.class)
  void solveLeavesSmallResiduals(Matrices kind) {
    for (int n : SIZES) {
      NDArray a = kind.of(n, n, 300 + n);
      for (int columns : new int[] {1, 5, 40}) {
        NDArray b = Matrices.RANDOM.of(n, columns, 301);
        residual(a, b, Linalg.solve(a, b), n);
      }
      NDArray b = Matrices.RANDOM.of(n, 1, 302).reshape(n);
      NDArray x = Linalg.solve(a, b);
      assertThat(x.shape()).containsExactly(n);
      residual(a, b.reshape(n, 1), x.reshape(n, 1), n);
    }
  }

  private static void residual(NDArray a, NDArray b, NDArray x, int n) {
    double scale = Matrices.size(a) * Matrices.size(x) + Matrices.size(b);
    assertThat(Matrices.distance(Linalg.matmul(a, x), b))
        .as("size %d", n)
        .isLessThan(30 * n * EPS * scale);
  }

  @Test
  void triangularSystemsReadOneTriangleOnly() {
    for (int n : SIZES) {
      NDArray a = Matrices.RANDOM.of(n, n, 400 + n);
      for (int i = 0; i < n; i++) {
        a.setDouble(n + 1 + a.getDouble(i, i), i, i);
      }
      for (Triangle triangle : Triangle.values()) {
        NDArray t = NDArray.zeros(n, n);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            if (triangle == Triangle.LOWER ? j <= i : j >= i) {
              t.setDouble(a.getDouble(i, j), i, j);
            }
          }
        }
        for (int columns : new int[] {1, 3, 70}) {
          NDArray b = Matrices.RANDOM.of(n, columns, 401);
          residual(t, b, Linalg.solveTriangular(a, b, triangle), n);
          Triangle other = triangle == Triangle.LOWER ? Triangle.UPPER : Triangle.LOWER;
          residual(t.T(), b, Linalg.solveTriangular(a.T(), b, other), n);
        }
      }
    }
  }

  @Test
  void stacksAreSolvedOneByOneAndBroadcast() {
    NDArray a = Matrices.RANDOM.of(12, 4, 500).reshape(3, 4, 4);
    NDArray b = Matrices.RANDOM.of(8, 5, 501).reshape(2, 1, 4, 5);
    NDArray x = Linalg.solve(a, b);
    assertThat(x.shape()).containsExactly(2, 3, 4, 5);
    assertThat(x.get(1, 2).toDoubleArray())
        .isEqualTo(Linalg.solve(a.get(2L), b.get(1, 0)).toDoubleArray());
    Qr qr = Linalg.qr(a);
    assertThat(qr.q().get(1L).toDoubleArray()).isEqualTo(Linalg.qr(a.get(1L)).q().toDoubleArray());
  }

  @Test
  void float32StaysAndIntegersBecomeFloat64() {
    NDArray a = NDArray.of(4, 1, 1, 3).reshape(2, 2);
    NDArray b = NDArray.of(1, 2);
    assertThat(Linalg.solve(a, b).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(Linalg.solve(a, b).toDoubleArray()[1]).isCloseTo(7.0 / 11, within(1e-15));
    NDArray f = a.astype(DType.FLOAT32);
    assertThat(Linalg.qr(f).r().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Linalg.cholesky(f).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Linalg.solve(f, b).dtype()).isEqualTo(DType.FLOAT64);
    assertThatThrownBy(() -> Linalg.qr(a.astype(DType.FLOAT16)))
        .isInstanceOf(NoLoopException.class)
        .hasMessage("array type float16 is unsupported in linalg");
  }

  @Test
  void emptyMatricesHaveEmptyResults() {
    assertThat(Linalg.qr(NDArray.zeros(3, 0)).q().shape()).containsExactly(3, 0);
    assertThat(Linalg.qr(NDArray.zeros(0, 3)).r().shape()).containsExactly(0, 3);
    assertThat(Linalg.cholesky(NDArray.zeros(0, 0)).shape()).containsExactly(0, 0);
    assertThat(Linalg.solve(NDArray.zeros(0, 0), NDArray.zeros(0, 2)).shape())
        .containsExactly(0, 2);
    assertThat(Linalg.solve(NDArray.zeros(2, 0, 0), NDArray.zeros(0)).shape())
        .containsExactly(2, 0);
  }

  @Test
  void hugeAndTinyMatricesAreDecomposedWithoutOverflow() {
    for (double scale : new double[] {1e-300, 1e-160, 1e160, 1e300}) {
      NDArray a = Matrices.RANDOM.of(40, 37, 600);
      double[] scaled = a.toDoubleArray();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= scale;
      }
      NDArray r = Linalg.qrR(NDArray.of(scaled).reshape(40, 37));
      NDArray expected = Linalg.qrR(a);
      double[] unscaled = r.toDoubleArray();
      for (int i = 0; i < unscaled.length; i++) {
        unscaled[i] /= scale;
      }
      assertThat(Matrices.distance(NDArray.of(unscaled).reshape(37, 37), expected))
          .as("scale %s", scale)
          .isLessThan(1e-12 * Matrices.size(expected));
    }
  }

  @Test
  void badMatricesAreRefusedWithNumPysWords() {
    NDArray oblong = NDArray.ones(2, 3);
    NDArray vector = NDArray.ones(3);
    NDArray square = NDArray.ones(3, 3);
    NDArray nan = NDArray.full(DType.FLOAT64, Double.NaN, 2, 2);
    assertThatThrownBy(() -> Linalg.cholesky(oblong))
        .isInstanceOf(ShapeException.class)
        .hasMessage("Last 2 dimensions of the array must be square: shape (2,3)");
    assertThatThrownBy(() -> Linalg.solve(oblong, vector))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("Last 2 dimensions of the array must be square");
    assertThatThrownBy(() -> Linalg.qr(vector))
        .isInstanceOf(ShapeException.class)
        .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
    assertThatThrownBy(() -> Linalg.solve(square, vector))
        .isInstanceOf(LinAlgException.class)
        .hasMessage("Singular matrix");
    assertThatThrownBy(() -> Linalg.solve(NDArray.zeros(2, 2), NDArray.ones(2)))
        .isInstanceOf(LinAlgException.class)
        .hasMessage("Singular matrix");
    assertThatThrownBy(() -> Linalg.solve(square, NDArray.ones(2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                + " (m,m),(m)->(m) (size 2 is different from 3): shapes (3,3) and (2,)");
    assertThatThrownBy(() -> Linalg.solve(square, NDArray.ones(2, 4)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("solve: Input operand 1 has a mismatch");
    assertThatThrownBy(() -> Linalg.solve(NDArray.ones(2, 3, 3), NDArray.ones(5, 3, 1)))
        .isInstanceOf(BroadcastException.class);
    assertThatThrownBy(
            () -> Linalg.solveTriangular(NDArray.zeros(2, 2), NDArray.ones(2), Triangle.LOWER))
        .isInstanceOf(LinAlgException.class)
        .hasMessageStartingWith("Singular matrix");
    assertThatThrownBy(() -> Linalg.cholesky(NDArray.full(DType.FLOAT64, -1, 2, 2)))
        .isInstanceOf(LinAlgException.class)
        .hasMessage("Matrix is not positive definite");
    assertThatThrownBy(() -> Linalg.cholesky(nan))
        .isInstanceOf(LinAlgException.class)
        .hasMessage("Matrix is not positive definite");
    assertThat(square.toDoubleArray()).containsOnly(1);
    assertThat(Linalg.qr(nan).r().getDouble(0, 0)).isNaN();
    assertThat(Linalg.solve(nan, NDArray.ones(2)).getDouble(0)).isNaN();
  }
}
