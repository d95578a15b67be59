package io.lanewise.linalg.kernel;

/// Householder QR decomposition A = Q R, blocked.
///
/// Column j is reflected by `H = I - t v v'`, v = (1, x / v0), onto a multiple of a unit vector;
/// `v0 = a + sign(a) m` with a the diagonal element and m the column's norm, so that nothing
/// cancels. The reflections of a panel of columns multiply to `I - V T V'` with T upper triangular
/// (the compact WY form: Schreiber and Van Loan, "A storage-efficient WY representation for
/// products of Householder transformations", SIAM J. Sci. Stat. Comput. 10(1), 1989), so the rest
/// of the matrix is updated, and Q formed, by matrix products.
public final class HouseholderQr {
  /// Columns of a panel: the part of the work that is done column by column is 32/n.
  private static final int PANEL = 32;

  private static final double SMALLEST = 1e-80;
  private static final double LARGEST = 1e150;

  private final int m;
  private final int n;
  private final int k;
  private final double[] w;
  private final double[] t;
  private final double[] products = new double[PANEL];
  private final double[] sums = new double[32];
  private final double[] v;
  private final double[] x;
  private final double[] y;

  /// Decomposes the m x n column-major matrix in `w`, in place: R in the upper triangle, the
  /// vectors v below it.
  public HouseholderQr(double[] w, int m, int n) {
    this.m = m;
    this.n = n;
    this.k = Math.min(m, n);
    this.w = w;
    this.t = new double[PANEL * k];
    int widest = Math.max(PANEL, Math.max(n, k));
    this.v = new double[Math.multiplyExact(m, PANEL)];
    this.x = new double[PANEL * widest];
    this.y = new double[PANEL * widest];
    for (int j = 0; j < k; j += PANEL) {
      int columns = Math.min(PANEL, k - j);
      panel(j, columns);
      accumulate(j, columns);
      int rest = n - j - columns;
      if (rest > 0) {
        loadVectors(j, columns);
        // A := (I - V T' V') A
        apply(j, columns, at(t, j * PANEL, PANEL, 1), w, j + (j + columns) * m, rest);
      }
    }
  }

  /// Element (i, j) of R.
  public double r(int i, int j) {
    return i <= j ? w[i + j * m] : 0;
  }

  /// The first min(m, n) columns of Q, m x min(m, n), column-major.
  public double[] q() {
    double[] q = new double[Math.multiplyExact(m, k)];
    for (int j = 0; j < k; j++) {
      q[j + j * m] = 1;
    }
    for (int j = (k - 1) / PANEL * PANEL; j >= 0 && k > 0; j -= PANEL) {
      int columns = Math.min(PANEL, k - j);
      loadVectors(j, columns);
      // Q := (I - V T V') Q, whose columns before j are still those of the identity there
      apply(j, columns, at(t, j * PANEL, 1, PANEL), q, j + j * m, k - j);
    }
    return q;
  }

  private static DoubleMatrix at(double[] a, int offset, int rowStride, int columnStride) {
    return DoubleMatrix.of(a, offset, rowStride, columnStride);
  }

  /// C -= V S V' C for the rows from j on, `count` columns of C from `to` on.
  private void apply(int j, int columns, DoubleMatrix s, double[] c, int to, int count) {
    int rows = m - j;
    DoubleMatrix vectors = at(v, 0, 1, rows);
    DoubleMatrix target = at(c, to, 1, m);
    DoubleMatrix first = at(x, 0, count, 1);
    DoubleMatrix second = at(y, 0, count, 1);
    Products.assign(columns, count, rows, vectors.transposed(), target, first);
    Products.assign(columns, count, columns, s, first, second);
    Products.subtract(rows, count, columns, vectors, second, target);
  }

  /// Copies the vectors of a panel with their ones and zeros.
  private void loadVectors(int j, int columns) {
    int rows = m - j;
    for (int l = 0; l < columns; l++) {
      int to = l * rows;
      for (int i = 0; i < l; i++) {
        v[to + i] = 0;
      }
      v[to + l] = 1;
      System.arraycopy(w, j + l + 1 + (j + l) * m, v, to + l + 1, rows - l - 1);
    }
  }

  /// The triangle T of a panel, column by column: T[0..l, l] = -t_l T[0..l, 0..l] (V' v_l).
  /// Column-major.
  private void accumulate(int j, int columns) {
    loadVectors(j, columns);
    int rows = m - j;
    int base = j * PANEL;
    Products.assign(
        columns, columns, rows, at(v, 0, rows, 1), at(v, 0, 1, rows), at(x, 0, columns, 1));
    for (int l = 0; l < columns; l++) {
      double tau = t[base + l + l * PANEL];
      for (int i = 0; i < l; i++) {
        double sum = 0;
        for (int p = i; p < l; p++) {
          sum = Fma.fma(t[base + i + p * PANEL], x[p * columns + l], sum);
        }
        t[base + i + l * PANEL] = -tau * sum;
      }
    }
  }

  private void panel(int first, int columns) {
    for (int l = 0; l < columns; l++) {
      int j = first + l;
      int below = m - j - 1;
      int at = j + 1 + j * m;
      int later = columns - l;
      t[first * PANEL + l + l * PANEL] = below == 0 ? 0 : reflect(at, below, later);
    }
  }

  /// Reflects the column below whose diagonal element `at` lies, and the `later - 1` columns after
  /// it; returns t.
  private double reflect(int at, int below, int later) {
    KernelChoice.KERNELS.dots(w, at, w, at, m, later, below, products, 0, 1, sums);
    int scale = safe(later) ? 0 : rescale(at, below, later);
    double square = products[0];
    if (square == 0) {
      for (int i = 0; i < below; i++) {
        w[at + i] = 0;
      }
      return 0;
    }
    double diagonal = w[at - 1];
    double a = scale == 0 ? diagonal : Math.scalb(diagonal, scale);
    double size =
        Math.abs(a) <= LARGEST ? Math.sqrt(a * a + square) : Math.hypot(a, Math.sqrt(square));
    double v0 = a < 0 ? a - size : a + size;
    double tau = 1 + Math.abs(a) / size;
    for (int l = 1; l < later; l++) {
      int y = at + l * m;
      double s = (w[y - 1] + products[l] / v0) * tau;
      w[y - 1] -= s;
      Products.axpy(-s / v0, w, at, w, y, below);
    }
    w[at - 1] = Math.scalb(a < 0 ? size : -size, -scale);
    for (int i = 0; i < below; i++) {
      w[at + i] /= v0;
    }
    return tau;
  }

  private boolean safe(int later) {
    if (!(products[0] >= SMALLEST && products[0] <= LARGEST)) {
      return false;
    }
    for (int l = 1; l < later; l++) {
      if (!(Math.abs(products[l]) <= LARGEST)) {
        return false;
      }
    }
    return true;
  }

  /// Scales the column by a power of two so that its greatest element, or the diagonal one, is
  /// about one, and takes the products anew; the reflection stays the same. Returns the exponent.
  private int rescale(int at, int below, int later) {
    double greatest = 0;
    for (int i = 0; i < below; i++) {
      greatest = Math.max(greatest, Math.abs(w[at + i]));
    }
    if (greatest == 0) {
      products[0] = 0;
      return 0;
    }
    greatest = Math.max(greatest, Math.abs(w[at - 1]));
    if (!(greatest <= Double.MAX_VALUE)) {
      products[0] = Double.NaN;
      return 0;
    }
    int scale = -Math.getExponent(greatest);
    for (int i = 0; i < below; i++) {
      w[at + i] = Math.scalb(w[at + i], scale);
    }
    KernelChoice.KERNELS.dots(w, at, w, at, m, later, below, products, 0, 1, sums);
    return scale;
  }
}
