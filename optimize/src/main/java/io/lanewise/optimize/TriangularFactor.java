package io.lanewise.optimize;

import java.util.Arrays;

/// The triangle R of a QR decomposition of a matrix that is seen block by block and never kept.
///
/// Householder reflections eliminate a block B under the triangle of everything before it,
/// \[ Q^T \begin{pmatrix} R \\ B \end{pmatrix} = \begin{pmatrix} R' \\ 0 \end{pmatrix}, \]
/// and triangles of different parts merge in the same way. Each is backward stable, in any order: Demmel, Grigori, Hoemmen & Langou,
/// *Communication-optimal parallel and sequential QR and LU factorizations*, SIAM J. Sci. Comput. 34(1), 2012 (TSQR). The state is
/// k x k numbers for k columns, whatever the number of rows.
///
/// A reflection for column j has the vector \(v = (v_1, B_j)\) with \(v_1 = R_{jj} - \beta\), \(\beta = -\mathrm{sign}(R_{jj})
/// \sqrt{R_{jj}^2 + \|B_j\|^2}\), and maps a column k to \(k + v\,(v^T k)/(\beta v_1)\), because \(v^T v = -2\beta v_1\).
final class TriangularFactor {
  /// Rows eliminated at once: 256 rows of up to 16 columns stay in a 32 KiB cache for all reflections.
  private static final int LEAF = 256;

  private final int columns;
  private final double[] r;
  private final double[] copy;

  TriangularFactor(int columns) {
    this.columns = columns;
    this.r = new double[Math.multiplyExact(columns, columns)];
    this.copy = new double[r.length];
  }

  int columns() {
    return columns;
  }

  /// Entry (i, j); zero below the diagonal.
  double get(int i, int j) {
    return r[j * columns + i];
  }

  void clear() {
    Arrays.fill(r, 0);
  }

  void set(TriangularFactor other) {
    System.arraycopy(other.r, 0, r, 0, r.length);
  }

  boolean isFinite() {
    for (double v : r) {
      if (!Double.isFinite(v)) {
        return false;
      }
    }
    return true;
  }

  /// Adds the rows of a column-major block, which is overwritten.
  ///
  /// @param block column j lies at `j * stride`
  /// @param stride the distance between columns
  /// @param rows the number of rows
  void absorb(double[] block, int stride, int rows) {
    for (int from = 0; from < rows; from += LEAF) {
      eliminate(block, from, stride, Math.min(LEAF, rows - from));
    }
  }

  /// Adds the rows that another triangle stands for.
  void merge(TriangularFactor other) {
    System.arraycopy(other.r, 0, copy, 0, copy.length);
    eliminate(copy, 0, columns, columns);
  }

  private void eliminate(double[] block, int from, int stride, int rows) {
    for (int j = 0; j < columns; j++) {
      int column = j * stride + from;
      double below = Sums.squares(block, column, rows);
      if (below == 0) {
        continue;
      }
      int diagonal = j * columns + j;
      double pivot = r[diagonal];
      double beta = -Math.copySign(Math.sqrt(pivot * pivot + below), pivot);
      double v1 = pivot - beta;
      double inverse = 1 / (beta * v1);
      r[diagonal] = beta;
      for (int k = j + 1; k < columns; k++) {
        int other = k * stride + from;
        int corner = k * columns + j;
        double w = (v1 * r[corner] + dot(block, column, other, rows)) * inverse;
        r[corner] += w * v1;
        for (int i = 0; i < rows; i++) {
          block[other + i] += w * block[column + i];
        }
      }
    }
  }

  private static double dot(double[] a, int x, int y, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i <= count - 4; i += 4) {
      s0 += a[x + i] * a[y + i];
      s1 += a[x + i + 1] * a[y + i + 1];
      s2 += a[x + i + 2] * a[y + i + 2];
      s3 += a[x + i + 3] * a[y + i + 3];
    }
    double tail = 0;
    for (; i < count; i++) {
      tail += a[x + i] * a[y + i];
    }
    return ((s0 + s1) + (s2 + s3)) + tail;
  }
}
