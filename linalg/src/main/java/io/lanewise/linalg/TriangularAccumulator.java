package io.lanewise.linalg;

import io.lanewise.linalg.kernel.KernelChoice;
import io.lanewise.linalg.kernel.Kernels;
import java.util.Arrays;

/// The triangle R of a QR decomposition, accumulated from blocks of rows of any number: after any
/// sequence of blocks B1, B2, ... the upper triangle satisfies R'R = sum of Bi'Bi as exactly as one
/// QR decomposition of all rows together would, because each block is folded in by Householder
/// reflections of `[R; B]`.
///
/// With the columns of a Jacobian and the residual as the last column, `[R z; 0 rho]` is all that a
/// least-squares step needs: `J'J = R'R`, `J'f = R'z`, `f'f = z'z + rho^2`. Triangles of separate
/// blocks merge by the same operation, in any fixed tree: Demmel, Grigori, Hoemmen and Langou,
/// "Communication-optimal parallel and sequential QR and LU factorizations", SIAM J. Sci. Comput.
/// 34(1), 2012.
///
/// Let x be the pivot column of a block, a the element of R above it, s = x.x and `m =
/// sqrt(a^2+s)`. The reflection has the vector `v = (a + sign(a) m, x)`. It turns a into `-sign(a)
/// m`, and of every column y with element r above it takes `t = (r + (x.y) / v0) (1 + |a| / m)`
/// from r and `t / v0 x` from y. x itself is never scaled, so one pass per pivot over the block
/// suffices: it updates the columns after the pivot and takes the next pivot's products. Where s
/// could overflow or underflow, x is scaled by a power of two first; the reflection does not
/// change.
///
/// The bits depend on the sequence of blocks alone, not on the lane count. Nothing is allocated
/// after construction. Not for use by several threads at once.
public final class TriangularAccumulator {
  /// Squared norms within these bounds, and products with them, keep their digits.
  private static final double SMALLEST = 1e-80;

  private static final double LARGEST = 1e150;

  private final Kernels kernels;
  private final int columns;
  private final double[] r;
  private final double[] products;
  private final double[] factors;
  private final double[] sums = new double[32];

  /// A triangle of zeros with the given number of columns.
  ///
  /// @throws IllegalArgumentException if `columns` is not positive
  public TriangularAccumulator(int columns) {
    this(columns, KernelChoice.KERNELS);
  }

  TriangularAccumulator(int columns, Kernels kernels) {
    if (columns < 1) {
      throw new IllegalArgumentException("a triangle needs at least one column, not " + columns);
    }
    this.kernels = kernels;
    this.columns = columns;
    this.r = new double[Math.multiplyExact(columns, columns)];
    this.products = new double[columns];
    this.factors = new double[columns];
  }

  /// The number of columns.
  public int columns() {
    return columns;
  }

  /// The triangle itself, not a copy: column-major, element (i, j) at `i + j * columns()`, zeros
  /// below the diagonal. Diagonal elements may have either sign.
  public double[] triangle() {
    return r;
  }

  /// Element (i, j) of the triangle.
  public double get(int i, int j) {
    return r[i + j * columns];
  }

  /// Sets the triangle to zero.
  public void clear() {
    Arrays.fill(r, 0);
  }

  /// Folds a block of rows into the triangle. The block is column-major, with element (i, j) at
  /// `offset + i + j * stride`. **Its contents are destroyed.** A block that lies in L1, such as
  /// 500 rows of 4 columns, is fastest; a stride that is a multiple of 512 makes columns collide in
  /// the cache.
  ///
  /// NaN or infinity in the block makes NaN in the triangle.
  ///
  /// @throws IndexOutOfBoundsException if the block does not lie within the array
  /// @throws IllegalArgumentException if `rows` is negative or `stride` is less than `rows`
  public void add(double[] block, int offset, int rows, int stride) {
    if (rows < 0 || stride < rows) {
      throw new IllegalArgumentException(
          "a block of " + rows + " rows cannot have a column stride of " + stride);
    }
    if (rows == 0) {
      return;
    }
    long end = offset + (columns - 1L) * stride + rows;
    if (offset < 0 || end > block.length) {
      throw new IndexOutOfBoundsException(
          "a block of %d rows and %d columns from %d to %d in an array of length %d"
              .formatted(rows, columns, offset, end, block.length));
    }
    kernels.dots(block, offset, block, offset, stride, columns, rows, products, 0, 1, sums);
    for (int j = 0; j < columns; j++) {
      reflect(block, offset, rows, stride, j);
    }
  }

  /// Folds another triangle of as many columns into this one. The other triangle is destroyed.
  ///
  /// @throws IllegalArgumentException if the numbers of columns differ
  public void merge(TriangularAccumulator other) {
    if (other.columns != columns || other == this) {
      throw new IllegalArgumentException(
          "cannot merge a triangle of %d columns into one of %d".formatted(other.columns, columns));
    }
    add(other.r, 0, columns, columns);
    other.clear();
  }

  /// One reflection; on entry `products[l]` is the product of column `j` with column l, on return
  /// that of column `j + 1`.
  private void reflect(double[] block, int offset, int rows, int stride, int j) {
    double square = products[j];
    int scale = 0;
    if (!safe(j)) {
      scale = rescale(block, offset, rows, stride, j);
      square = products[j];
    }
    if (square == 0) {
      // nothing below the diagonal: R keeps this row, the other columns stay
      for (int l = j + 1; l < columns; l++) {
        factors[l] = 0;
      }
    } else {
      double diagonal = r[j + j * columns];
      double a = scale == 0 ? diagonal : Math.scalb(diagonal, scale);
      double m =
          Math.abs(a) <= LARGEST ? Math.sqrt(a * a + square) : Math.hypot(a, Math.sqrt(square));
      double v0 = a < 0 ? a - m : a + m;
      double tau = 1 + Math.abs(a) / m;
      double reflected = a < 0 ? m : -m;
      r[j + j * columns] = scale == 0 ? reflected : Math.scalb(reflected, -scale);
      for (int l = j + 1; l < columns; l++) {
        double t = (r[j + l * columns] + products[l] / v0) * tau;
        r[j + l * columns] -= t;
        factors[l] = -t / v0;
      }
    }
    if (j + 1 < columns) {
      kernels.sweep(block, offset, stride, rows, j, columns, factors, products, sums);
    }
  }

  private boolean safe(int j) {
    double square = products[j];
    if (!(square >= SMALLEST && square <= LARGEST)) {
      return false;
    }
    for (int l = j + 1; l < columns; l++) {
      if (!(Math.abs(products[l]) <= LARGEST)) {
        return false;
      }
    }
    return true;
  }

  /// Scales column `j` of the block by the power of two that makes the greatest of it and the
  /// diagonal element about one, and takes its products anew. Returns the exponent.
  private int rescale(double[] block, int offset, int rows, int stride, int j) {
    int x = offset + j * stride;
    double greatest = 0;
    for (int i = 0; i < rows; i++) {
      // a NaN must win, so that it is not taken for zero
      greatest = Math.max(greatest, Math.abs(block[x + i]));
    }
    if (greatest == 0) {
      products[j] = 0;
      return 0;
    }
    if (!(greatest <= Double.MAX_VALUE && Math.abs(r[j + j * columns]) <= Double.MAX_VALUE)) {
      products[j] = Double.NaN;
      return 0;
    }
    int scale = -Math.getExponent(Math.max(greatest, Math.abs(r[j + j * columns])));
    for (int i = 0; i < rows; i++) {
      block[x + i] = Math.scalb(block[x + i], scale);
    }
    kernels.dots(block, x, block, x, stride, columns - j, rows, products, j, 1, sums);
    return scale;
  }
}
