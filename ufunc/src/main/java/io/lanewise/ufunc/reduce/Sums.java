package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.Workers;
import java.util.Arrays;

/// Sums by NumPy's pairwise tree (see [FoldLoops]) over rows of any source and over columns of
/// arrays, for one floating-point type.
///
/// @param <A> `double[]` or `float[]`
public abstract class Sums<A> {
  /// Brings `n` numbers from position `from` of a row into the start of `tile`.
  public interface Source<A> {
    void fill(long from, int n, A tile);
  }

  public static final Sums<double[]> FLOAT64 = new OfDouble();
  public static final Sums<float[]> FLOAT32 = new OfFloat();

  /// Columns that are added together: eight accumulators of them stay in the first-level cache.
  static final int COLUMNS = 512;

  /// So many numbers are supposed to be in a cache already.
  private static final int NEAR = 1 << 20;

  /// Subtrees of at most this size are the parts that threads take.
  private static final int PART = 1 << 16;

  /// From here on a second thread pays for its wake-up.
  private static final long PARALLEL = 1 << 18;

  abstract A allocate(int n);

  abstract double sum(A a, int from, int n);

  abstract double plus(double a, double b);

  abstract void accumulate(A a, int from, int n, int rows, A acc, int at);

  abstract void accumulate4(A a, int from, int step, int n, A acc, int at);

  /// `acc[at..] = ((0+1)+(2+3))+((4+5)+(6+7))` of eight rows of `n` from `rows` on.
  abstract void combine(A acc, int rows, int n, int at);

  abstract void fill(A acc, int at, int n, double value);

  /// The sum of `n` consecutive elements of `a`, from 0.0 as NumPy starts.
  double row(A a, int from, int n) {
    if (n >= PARALLEL && Lanewise.parallelism() > 1) {
      return 0.0 + new Parallel(n, (start, count) -> sum(a, from + (int) start, count)).sum();
    }
    return 0.0 + sum(a, from, n);
  }

  /// The sum of `n` numbers of a source, which several threads ask for different parts at once
  /// where it is `shared`.
  public double row(Source<A> source, long n, boolean shared) {
    if (n == 0) {
      // an empty array's storage may not even reach to where the row would start
      return 0.0;
    }
    if (n >= PARALLEL && shared && Lanewise.parallelism() > 1) {
      return 0.0
          + new Parallel(
                  n, (start, count) -> tree(source, start, count, allocate(Elementwise.TILE)))
              .sum();
    }
    return 0.0 + tree(source, 0, n, allocate((int) Math.min(n, Elementwise.TILE)));
  }

  private double tree(Source<A> source, long from, long n, A tile) {
    if (n <= Elementwise.TILE) {
      source.fill(from, (int) n, tile);
      return sum(tile, 0, (int) n);
    }
    long half = FoldLoops.half(n);
    double left = tree(source, from, half, tile);
    return plus(left, tree(source, from + half, n - half, tile));
  }

  /// The sum of a subtree.
  private interface Subtree {
    double sum(long from, int n);
  }

  /// The subtrees of a large row, summed by any number of threads and added in the tree's order.
  private final class Parallel extends Workers.Job {
    private final long n;
    private final Subtree subtree;
    private long[] start = new long[16];
    private int[] length = new int[16];
    private int parts;
    private final double[] sums;
    private int next;

    Parallel(long n, Subtree subtree) {
      this.n = n;
      this.subtree = subtree;
      split(0, n);
      sums = new double[parts];
    }

    private void split(long from, long count) {
      if (count > PART) {
        long half = FoldLoops.half(count);
        split(from, half);
        split(from + half, count - half);
        return;
      }
      if (parts == start.length) {
        start = Arrays.copyOf(start, 2 * parts);
        length = Arrays.copyOf(length, 2 * parts);
      }
      start[parts] = from;
      length[parts++] = (int) count;
    }

    @Override
    protected void run(int part) {
      sums[part] = subtree.sum(start[part], length[part]);
    }

    double sum() {
      Workers.run(this, parts);
      return gather(n);
    }

    private double gather(long count) {
      if (count <= PART) {
        return sums[next++];
      }
      long half = FoldLoops.half(count);
      double left = gather(half);
      return plus(left, gather(count - half));
    }
  }

  /// The sums of `width` neighbouring columns of `rows` rows, `step` apart, into
  /// `scratch[0..width)`, which has room for [#scratchRows] rows.
  void columns(A a, int from, int step, int rows, int width, A scratch) {
    boolean near = (long) rows * step <= NEAR;
    columns(a, from, step, rows, width, scratch, 8, near);
    System.arraycopy(scratch, 8 * width, scratch, 0, width);
    // from 0.0 as NumPy starts: the sum of negative zeros is positive
    addZero(scratch, width);
  }

  abstract void addZero(A acc, int n);

  /// Rows of scratch that [#columns] needs: eight accumulators and one row for each level of the
  /// tree.
  static int scratchRows(long rows) {
    return 8 + 2 + 64 - Long.numberOfLeadingZeros(rows);
  }

  private void columns(
      A a, int from, int step, int rows, int width, A scratch, int row, boolean near) {
    int at = row * width;
    if (rows < 8) {
      fill(scratch, at, width, -0.0);
      for (int i = 0; i < rows; i++) {
        accumulate(a, from + i * step, width, 1, scratch, at);
      }
      return;
    }
    if (rows > FoldLoops.LEAF) {
      int half = (int) FoldLoops.half(rows);
      columns(a, from, step, half, width, scratch, row, near);
      columns(a, from + half * step, step, rows - half, width, scratch, row + 1, near);
      accumulate(scratch, at + width, width, 1, scratch, at);
      return;
    }
    int done = 8;
    int whole = rows & -8;
    if (step == width) {
      // eight whole rows follow each other: one flat loop, however narrow they are
      System.arraycopy(a, from, scratch, 0, 8 * width);
      if (near) {
        for (; done + 32 <= whole; done += 32) {
          accumulate4(a, from + done * step, 8 * step, 8 * width, scratch, 0);
        }
      }
      accumulate(a, from + done * step, 8 * width, (whole - done) / 8, scratch, 0);
      done = whole;
    } else {
      for (int k = 0; k < 8; k++) {
        System.arraycopy(a, from + k * step, scratch, k * width, width);
      }
      for (; done + 32 <= whole; done += 32) {
        for (int k = 0; k < 8; k++) {
          accumulate4(a, from + (done + k) * step, 8 * step, width, scratch, k * width);
        }
      }
      for (; done < whole; done += 8) {
        for (int k = 0; k < 8; k++) {
          accumulate(a, from + (done + k) * step, width, 1, scratch, k * width);
        }
      }
    }
    combine(scratch, 0, width, at);
    for (; done < rows; done++) {
      accumulate(a, from + done * step, width, 1, scratch, at);
    }
  }

  private static final class OfDouble extends Sums<double[]> {
    @Override
    double[] allocate(int n) {
      return new double[n];
    }

    @Override
    double sum(double[] a, int from, int n) {
      return Folds.loops(n).sum(a, from, n);
    }

    @Override
    double plus(double a, double b) {
      return a + b;
    }

    @Override
    void accumulate(double[] a, int from, int n, int rows, double[] acc, int at) {
      Folds.loops(rows * n).accumulate(a, from, n, rows, acc, at);
    }

    @Override
    void accumulate4(double[] a, int from, int step, int n, double[] acc, int at) {
      Folds.loops(4 * n).accumulate4(a, from, step, n, acc, at);
    }

    @Override
    void combine(double[] r, int rows, int n, int at) {
      for (int x = 0; x < n; x++) {
        int i = rows + x;
        r[at + x] =
            ((r[i] + r[i + n]) + (r[i + 2 * n] + r[i + 3 * n]))
                + ((r[i + 4 * n] + r[i + 5 * n]) + (r[i + 6 * n] + r[i + 7 * n]));
      }
    }

    @Override
    void fill(double[] acc, int at, int n, double value) {
      Arrays.fill(acc, at, at + n, value);
    }

    @Override
    void addZero(double[] acc, int n) {
      for (int x = 0; x < n; x++) {
        acc[x] += 0.0;
      }
    }
  }

  private static final class OfFloat extends Sums<float[]> {
    @Override
    float[] allocate(int n) {
      return new float[n];
    }

    @Override
    double sum(float[] a, int from, int n) {
      return Folds.loops(n).sum(a, from, n);
    }

    @Override
    double plus(double a, double b) {
      return (float) a + (float) b;
    }

    @Override
    void accumulate(float[] a, int from, int n, int rows, float[] acc, int at) {
      Folds.loops(rows * n).accumulate(a, from, n, rows, acc, at);
    }

    @Override
    void accumulate4(float[] a, int from, int step, int n, float[] acc, int at) {
      Folds.loops(4 * n).accumulate4(a, from, step, n, acc, at);
    }

    @Override
    void combine(float[] r, int rows, int n, int at) {
      for (int x = 0; x < n; x++) {
        int i = rows + x;
        r[at + x] =
            ((r[i] + r[i + n]) + (r[i + 2 * n] + r[i + 3 * n]))
                + ((r[i + 4 * n] + r[i + 5 * n]) + (r[i + 6 * n] + r[i + 7 * n]));
      }
    }

    @Override
    void fill(float[] acc, int at, int n, double value) {
      Arrays.fill(acc, at, at + n, (float) value);
    }

    @Override
    void addZero(float[] acc, int n) {
      for (int x = 0; x < n; x++) {
        acc[x] += 0.0f;
      }
    }
  }
}
