package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.linalg.kernel.KernelChoice;
import io.lanewise.linalg.kernel.Kernels;
import io.lanewise.linalg.kernel.PlainKernels;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Hardware;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriangularAccumulatorTest {
  private static final double EPS = 0x1p-52;

  /// Folds the rows of `a` in blocks of the given number of rows.
  private static TriangularAccumulator folded(NDArray a, int rows, Kernels kernels) {
    int m = (int) a.shape(0);
    int n = (int) a.shape(1);
    TriangularAccumulator triangle = new TriangularAccumulator(n, kernels);
    int stride = rows + 3;
    double[] block = new double[5 + stride * n];
    for (int from = 0; from < m; from += rows) {
      int count = Math.min(rows, m - from);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < n; j++) {
          block[5 + i + j * stride] = a.getDouble(from + i, j);
        }
      }
      triangle.add(block, 5, count, stride);
    }
    return triangle;
  }

  private static NDArray matrix(TriangularAccumulator triangle) {
    int n = triangle.columns();
    return NDArray.of(triangle.triangle()).reshape(n, n).T();
  }

  /// The triangle with the signs of its rows made those of a positive diagonal.
  private static NDArray positive(NDArray r) {
    NDArray copy = r.copy();
    int n = (int) r.shape(0);
    for (int i = 0; i < n; i++) {
      if (r.getDouble(i, i) < 0) {
        for (int j = 0; j < n; j++) {
          copy.setDouble(-r.getDouble(i, j), i, j);
        }
      }
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource(Matrices.class)
  void blocksGiveTheTriangleOfAllRows(Matrices kind) {
    for (int n : new int[] {1, 2, 3, 4, 5, 6, 7, 9, 14}) {
      int m = 20 * n + 3;
      NDArray a = kind.of(m, n, 800 + n);
      NDArray gram = Linalg.matmul(a.T(), a);
      double size = Matrices.size(gram);
      for (int rows : new int[] {1, 5, 8, 64, 1000}) {
        NDArray r = matrix(folded(a, rows, KernelChoice.KERNELS));
        assertThat(Matrices.distance(Linalg.matmul(r.T(), r), gram))
            .as("%d x %d in blocks of %d", m, n, rows)
            .isLessThan(30 * m * EPS * size);
        for (int i = 1; i < n; i++) {
          assertThat(r.getDouble(i, i - 1)).isZero();
        }
      }
    }
  }

  @Test
  void triangleAgreesWithQrWhereTheMatrixIsWellConditioned() {
    NDArray a = Matrices.RANDOM.of(300, 6, 801);
    NDArray r = positive(Linalg.qrR(a));
    assertThat(Matrices.distance(positive(matrix(folded(a, 37, KernelChoice.KERNELS))), r))
        .isLessThan(1e-13 * Matrices.size(r));
  }

  @Test
  void triangleOfNearlyDependentColumnsKeepsDigitsThatAGramMatrixLoses() {
    // columns 1 and 1 + 1e-10 x: R[1,1] is 1e-10 |x|, which 1e-20 in the Gram matrix could not show
    Random random = new Random(802);
    int m = 400;
    double[] columns = new double[2 * m];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < m; i++) {
      double x = Math.rint(random.nextDouble() * 64) * 0x1p-40;
      columns[i] = 1;
      columns[m + i] = 1 + x;
      sum += x;
      squares += x * x;
    }
    TriangularAccumulator triangle = new TriangularAccumulator(2);
    triangle.add(columns, 0, m, m);
    double expected = Math.sqrt(squares - sum * sum / m);
    assertThat(Math.abs(triangle.get(1, 1)) / expected - 1).isBetween(-1e-4, 1e-4);
  }

  @Test
  void lanesAndPlainLoopsGiveTheSameBits() {
    for (int n = 1; n <= 13; n++) {
      NDArray a = Matrices.GRADED.of(111, n, 803 + n);
      double[] plain = folded(a, 29, new PlainKernels()).triangle();
      assertThat(folded(a, 29, KernelChoice.KERNELS).triangle()).isEqualTo(plain);
      Kernels lanes = KernelChoice.lanes();
      if (lanes != null) {
        assertThat(folded(a, 29, lanes).triangle()).isEqualTo(plain);
      }
    }
  }

  @Test
  void mergingIsFoldingTheOtherTriangle() {
    NDArray a = Matrices.RANDOM.of(200, 5, 804);
    TriangularAccumulator left = folded(a.get(":120"), 40, KernelChoice.KERNELS);
    TriangularAccumulator right = folded(a.get("120:"), 40, KernelChoice.KERNELS);
    left.merge(right);
    NDArray whole = positive(matrix(folded(a, 40, KernelChoice.KERNELS)));
    assertThat(Matrices.distance(positive(matrix(left)), whole))
        .isLessThan(1e-13 * Matrices.size(whole));
    assertThat(right.triangle()).containsOnly(0);
  }

  @Test
  void columnsOfAnyScaleAreFolded() {
    NDArray a = Matrices.RANDOM.of(50, 4, 805);
    NDArray expected = positive(matrix(folded(a, 16, KernelChoice.KERNELS)));
    double[][] scales = {
      {0x1p-1000, 0x1p-1000, 0x1p-1000, 0x1p-1000},
      {0x1p1000, 0x1p1000, 0x1p1000, 0x1p1000},
      {1, 0x1p-600, 0x1p600, 1},
      {0x1p600, 1, 0x1p-600, 0x1p300},
    };
    for (double[] scale : scales) {
      NDArray scaled = a.copy();
      for (int i = 0; i < 50; i++) {
        for (int j = 0; j < 4; j++) {
          scaled.setDouble(a.getDouble(i, j) * scale[j], i, j);
        }
      }
      NDArray r = positive(matrix(folded(scaled, 16, KernelChoice.KERNELS)));
      for (int i = 0; i < 4; i++) {
        for (int j = i; j < 4; j++) {
          assertThat(r.getDouble(i, j) / scale[j] - expected.getDouble(i, j))
              .as("element %d %d", i, j)
              .isBetween(-1e-12, 1e-12);
        }
      }
    }
  }

  @Test
  void columnsOfZerosKeepTheTriangle() {
    TriangularAccumulator triangle = new TriangularAccumulator(3);
    double[] block = new double[30];
    block[20] = 3;
    block[21] = 4;
    triangle.add(block, 0, 10, 10);
    assertThat(triangle.get(0, 0)).isZero();
    assertThat(Math.abs(triangle.get(2, 2))).isEqualTo(5);
    triangle.add(new double[30], 0, 10, 10);
    assertThat(Math.abs(triangle.get(2, 2))).isEqualTo(5);
    triangle.clear();
    assertThat(triangle.triangle()).containsOnly(0);
  }

  @Test
  void notANumberIsNotLost() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int column = 0; column < 3; column++) {
        TriangularAccumulator triangle =
            folded(Matrices.RANDOM.of(20, 3, 806), 20, KernelChoice.KERNELS);
        double[] block = new double[12];
        block[2 + 4 * column] = bad;
        triangle.add(block, 0, 4, 4);
        assertThat(triangle.get(column, column)).as("%s in column %d", bad, column).isNaN();
      }
    }
  }

  @Test
  void foldingAllocatesNothing() {
    TriangularAccumulator triangle = new TriangularAccumulator(4, new PlainKernels());
    double[] block = new double[4 * 72];
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 200; round++) {
      long before = Hardware.allocatedBytes();
      for (int i = 0; i < 50; i++) {
        block[i % block.length] = i;
        triangle.add(block, 0, 64, 72);
      }
      least = Math.min(least, Hardware.allocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  @Test
  void badBlocksAreRefused() {
    TriangularAccumulator triangle = new TriangularAccumulator(3);
    double[] block = new double[30];
    assertThatThrownBy(() -> triangle.add(block, 1, 10, 10))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("a block of 10 rows and 3 columns from 1 to 31 in an array of length 30");
    assertThatThrownBy(() -> triangle.add(block, 0, 10, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block of 10 rows cannot have a column stride of 9");
    assertThatThrownBy(() -> triangle.merge(new TriangularAccumulator(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot merge a triangle of 2 columns into one of 3");
    assertThatThrownBy(() -> new TriangularAccumulator(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(triangle.triangle()).containsOnly(0);
  }
}
