package io.lanewise.ufunc.fft.engine;

/// A length with two factors: the points are the rows of a matrix of `first` rows. Transform its
/// columns, multiply by roots of unity, transpose, and transform the columns again; what comes out
/// is in order (D. H. Bailey, FFTs in external or hierarchical memory, J. Supercomputing 4, 1990).
/// Lanes have whole columns throughout, and of a long transform only a few columns are in work at a
/// time, so that the passes stay in the second-level cache.
final class TwoSteps extends Plan {
  /// Columns that are in work at a time where not all of them fit the cache.
  private static final int BLOCK = 16;

  /// Points that fit the second-level cache together with their other side.
  private static final int CACHED = 1 << 14;

  private final int first;
  private final int second;
  private final Columns firstColumns;
  private final Columns secondColumns;
  private final double[] cos;
  private final double[] sin;

  /// Where one table of all roots would be too large; null elsewhere.
  private final RootTable starts;

  TwoSteps(int n, int first) {
    super(n);
    this.first = first;
    second = n / first;
    firstColumns = new Columns(first);
    secondColumns = first == second ? firstColumns : new Columns(second);
    // of a long one, the first columns of a block
    int columns = n <= RootTable.LIMIT ? second : BLOCK;
    cos = new double[first * columns];
    sin = new double[first * columns];
    for (int k = 0; k < first; k++) {
      for (int j = 0; j < columns; j++) {
        Roots.put((long) k * j % n, n, cos, sin, k * columns + j);
      }
    }
    starts = n <= RootTable.LIMIT ? null : new RootTable(n);
  }

  /// The first factor that makes the least work, 1 if there is none.
  static int first(int n) {
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int factor = 2; (long) factor * factor <= n; factor++) {
      if (n % factor == 0) {
        int other = n / factor;
        if (work(factor, other) < least) {
          least = work(factor, other);
          best = factor;
        }
        if (work(other, factor) < least) {
          least = work(other, factor);
          best = other;
        }
      }
    }
    return best;
  }

  private static double work(int first, int second) {
    return (double) first * padded(second) * Columns.cost(first)
        + (double) second * padded(first) * Columns.cost(second);
  }

  @Override
  void run(Passes passes, Port in, Port out, int width, boolean turned, Work work) {
    boolean whole = (long) n * width <= CACHED || width > 1;
    int columns = whole ? second : Math.min(second, BLOCK);
    int turnedWidth = padded(Math.multiplyExact(first, width));
    int firstWidth = padded(columns * width);
    int secondWidth = whole ? turnedWidth : BLOCK;
    int passPoints =
        Math.max(Math.multiplyExact(first, firstWidth), Math.multiplyExact(second, secondWidth));
    work.reservePasses(passPoints);
    if (!whole) {
      work.reserveMiddle(Math.multiplyExact(second, turnedWidth));
    }
    for (int j = 0; j < second; j += columns) {
      int count = Math.min(columns, second - j);
      int padded = padded(count * width);
      for (int i = 0; i < first; i++) {
        load(passes, in, i * second + j, count, turned, work, i * padded, width);
      }
      firstColumns.run(passes, work, padded);
      rotate(passes, work, j, count, padded, width);
      double[] re = whole ? work.otherRe() : work.middleRe;
      double[] im = whole ? work.otherIm() : work.middleIm;
      transpose(passes, work.re, re, j, count, padded, turnedWidth, width);
      transpose(passes, work.im, im, j, count, padded, turnedWidth, width);
    }
    if (whole) {
      work.turn();
      secondColumns.run(passes, work, turnedWidth);
      for (int i = 0; i < second; i++) {
        store(passes, out, i * first, first, turned, work, i * turnedWidth, width);
      }
    } else {
      blocks(passes, out, turned, work, turnedWidth);
    }
  }

  /// The second half, a few columns at a time.
  private void blocks(Passes passes, Port out, boolean turned, Work work, int turnedWidth) {
    for (int k = 0; k < first; k += BLOCK) {
      int count = Math.min(BLOCK, first - k);
      int padded = padded(count);
      for (int i = 0; i < second; i++) {
        System.arraycopy(work.middleRe, i * turnedWidth + k, work.re, i * padded, count);
        System.arraycopy(work.middleIm, i * turnedWidth + k, work.im, i * padded, count);
      }
      secondColumns.run(passes, work, padded);
      for (int i = 0; i < second; i++) {
        store(passes, out, i * first + k, count, turned, work, i * padded, 1);
      }
    }
  }

  /// Multiplies row k, column j by the root to the power k j.
  private void rotate(Passes passes, Work work, int from, int count, int step, int width) {
    boolean table = starts == null;
    for (int k = 1; k < first; k++) {
      int row = k * (table ? second : BLOCK);
      if (table && width == 1) {
        passes.rotate(work.re, work.im, k * step, count, cos, sin, row + from);
      } else if (table) {
        for (int j = 0; j < count; j++) {
          int root = row + from + j;
          passes.rotate(work.re, work.im, k * step + j * width, width, cos[root], sin[root]);
        }
      } else {
        products(passes, work, k, from, count, step, width);
      }
    }
  }

  /// The same where the roots of a block are those of the first block times that of its start.
  private void products(Passes passes, Work work, int k, int from, int count, int step, int width) {
    int row = k * BLOCK;
    for (int j = 0; j < count; j += BLOCK) {
      int power = (int) ((long) k * (from + j) % n);
      double c = starts.cos(power);
      double s = starts.sin(power);
      int block = Math.min(BLOCK, count - j);
      if (width == 1) {
        passes.rotate(work.re, work.im, k * step + j, block, cos, sin, row, c, s);
      } else {
        for (int i = 0; i < block; i++) {
          double x = cos[row + i];
          double y = sin[row + i];
          int at = k * step + (j + i) * width;
          passes.rotate(work.re, work.im, at, width, x * c - y * s, x * s + y * c);
        }
      }
    }
  }

  private void transpose(
      Passes passes,
      double[] x,
      double[] y,
      int from,
      int count,
      int step,
      int turnedWidth,
      int width) {
    if (width == 1) {
      passes.transpose(x, 0, step, first, count, y, from * turnedWidth, turnedWidth);
      return;
    }
    for (int k = 0; k < first; k++) {
      for (int j = 0; j < count; j++) {
        int to = (from + j) * turnedWidth + k * width;
        System.arraycopy(x, k * step + j * width, y, to, width);
      }
    }
  }

  @Override
  long size() {
    return 2L * cos.length
        + (starts == null ? 0 : starts.size())
        + firstColumns.size()
        + secondColumns.size();
  }
}
