package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Tiles;
import io.lanewise.ndarray.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Sums of float32 and float64 numbers that take NaN for 0, by the same tree as [SumReduction], and
/// so with the bits of the sum of an array in which NaN is replaced, but without that array: NaN is
/// replaced, and counted, while tiles are filled.
public final class NanSums {
  /// Columns beside each other that are brought into a tile together: with the 128 rows of a leaf
  /// they take 64 KB.
  private static final int COLUMNS = 64;

  /// Brings `n` numbers that lie beside each other into `to[at..]`.
  private interface Columns<A> {
    /// @param position where the first one lies
    /// @param result the number of the result that it is part of
    void fill(int position, int n, int result, A to, int at);
  }

  /// Sums and what they are sums of.
  ///
  /// @param sums of the source's dtype, in one axis
  /// @param counts how many elements are no NaN, int64
  public record Counted(NDArray sums, NDArray counts) {}

  private final ReducedAxes rows;
  private final DType dtype;
  private final Object base;
  private final NDArray sums;
  private final long[] nan;

  private NanSums(ReducedAxes rows) {
    this.rows = rows;
    dtype = rows.source.dtype();
    base = rows.source.storage().base();
    sums = NDArray.empty(dtype, rows.rows());
    nan = new long[Math.toIntExact(rows.rows())];
  }

  /// The sums of all rows.
  public static Counted sum(ReducedAxes rows) {
    NanSums work = new NanSums(rows);
    if (rows.length > 0 && rows.rows() > 0) {
      work.add(null);
    }
    NDArray counts = NDArray.of(work.nan);
    for (int i = 0; i < work.nan.length; i++) {
      work.nan[i] = rows.length - work.nan[i];
    }
    return new Counted(work.sums, counts);
  }

  /// The sums of the squares of the distances from the rows' means, `means` having the source's
  /// dtype.
  public static NDArray squares(ReducedAxes rows, NDArray means) {
    NanSums work = new NanSums(rows);
    if (rows.length > 0 && rows.rows() > 0) {
      work.add(means);
    }
    return work.sums;
  }

  private void add(NDArray means) {
    boolean wide = dtype == DType.FLOAT64;
    int inner = rows.kept.length - 1;
    boolean beside =
        inner >= 0
            && rows.steps[inner] == 1
            && rows.step > 1
            && rows.kept[inner] > 1
            && rows.source.storage().array() != null;
    if (beside && wide) {
      double[] centre = means == null ? null : (double[]) means.storage().array();
      columns(Sums.FLOAT64, doubles(centre), (double[]) sums.storage().array());
    } else if (beside) {
      float[] centre = means == null ? null : (float[]) means.storage().array();
      columns(Sums.FLOAT32, floats(centre), (float[]) sums.storage().array());
    } else {
      rows.forEachRow(
          0,
          (row, offset) -> {
            boolean squares = means != null;
            double mean = squares ? means.getDouble(row) : 0;
            double sum =
                wide
                    ? doubleRow((int) row, offset, squares, mean)
                    : floatRow((int) row, offset, squares, (float) mean);
            sums.setDouble(sum, row);
          });
    }
  }

  private double doubleRow(int row, long offset, boolean squares, double mean) {
    double[] direct = rows.step == 1 && base instanceof double[] all ? all : null;
    AtomicLong count = new AtomicLong();
    Sums.Source<double[]> source =
        (from, n, tile) -> {
          double[] a = tile;
          int at = 0;
          if (direct == null) {
            Tiles.load(dtype, base, offset + from * rows.step, 0, rows.step, 1, n, tile);
          } else {
            a = direct;
            at = (int) (offset + from);
          }
          int missing = doubles(a, at, n, squares, mean, tile, 0);
          if (missing > 0) {
            count.addAndGet(missing);
          }
        };
    double sum = Sums.FLOAT64.row(source, rows.length, Workers.mayShare(rows.source));
    nan[row] = count.get();
    return sum;
  }

  /// The numbers, or the squares of their distances from `mean`, to `to[at..]`, 0 for NaN. Gives
  /// the number of NaN.
  private static int doubles(
      double[] a, int from, int n, boolean squares, double mean, double[] to, int at) {
    if (!squares) {
      return Scans.loops(n).replaceNan(a, from, n, 0, to, at);
    }
    boolean isNumber = mean - mean == 0;
    double[] raw = isNumber ? a : Arrays.copyOfRange(a, from, from + n);
    // what is the mean itself has the distance 0, if the mean is a number
    int count = Scans.loops(n).replaceNan(a, from, n, mean, to, at);
    for (int i = at; i < at + n; i++) {
      double distance = to[i] - mean;
      to[i] = distance * distance;
    }
    for (int i = 0; i < n && !isNumber; i++) {
      if (raw[i] != raw[i]) {
        to[at + i] = 0;
      }
    }
    return count;
  }

  private Columns<double[]> doubles(double[] means) {
    double[] a = (double[]) base;
    return (position, n, result, to, at) -> {
      int count = Scans.loops(n).replaceNan(a, position, n, 0, to, at);
      for (int x = 0; x < n && count > 0; x++) {
        nan[result + x] += a[position + x] != a[position + x] ? 1 : 0;
      }
      if (means == null) {
        return;
      }
      for (int x = 0; x < n; x++) {
        double distance = to[at + x] - means[result + x];
        to[at + x] = distance * distance;
      }
      for (int x = 0; x < n && count > 0; x++) {
        if (a[position + x] != a[position + x]) {
          to[at + x] = 0;
        }
      }
    };
  }

  private float floatRow(int row, long offset, boolean squares, float mean) {
    float[] direct = rows.step == 1 && base instanceof float[] all ? all : null;
    AtomicLong count = new AtomicLong();
    Sums.Source<float[]> source =
        (from, n, tile) -> {
          float[] a = tile;
          int at = 0;
          if (direct == null) {
            Tiles.load(dtype, base, offset + from * rows.step, 0, rows.step, 1, n, tile);
          } else {
            a = direct;
            at = (int) (offset + from);
          }
          int missing = floats(a, at, n, squares, mean, tile, 0);
          if (missing > 0) {
            count.addAndGet(missing);
          }
        };
    float sum = (float) Sums.FLOAT32.row(source, rows.length, Workers.mayShare(rows.source));
    nan[row] = count.get();
    return sum;
  }

  /// The numbers, or the squares of their distances from `mean`, to `to[at..]`, 0 for NaN. Gives
  /// the number of NaN.
  private static int floats(
      float[] a, int from, int n, boolean squares, float mean, float[] to, int at) {
    if (!squares) {
      return Scans.loops(n).replaceNan(a, from, n, 0, to, at);
    }
    boolean isNumber = mean - mean == 0;
    float[] raw = isNumber ? a : Arrays.copyOfRange(a, from, from + n);
    // what is the mean itself has the distance 0, if the mean is a number
    int count = Scans.loops(n).replaceNan(a, from, n, mean, to, at);
    for (int i = at; i < at + n; i++) {
      float distance = to[i] - mean;
      to[i] = distance * distance;
    }
    for (int i = 0; i < n && !isNumber; i++) {
      if (raw[i] != raw[i]) {
        to[at + i] = 0;
      }
    }
    return count;
  }

  private Columns<float[]> floats(float[] means) {
    float[] a = (float[]) base;
    return (position, n, result, to, at) -> {
      int count = Scans.loops(n).replaceNan(a, position, n, 0, to, at);
      for (int x = 0; x < n && count > 0; x++) {
        nan[result + x] += a[position + x] != a[position + x] ? 1 : 0;
      }
      if (means == null) {
        return;
      }
      for (int x = 0; x < n; x++) {
        float distance = to[at + x] - means[result + x];
        to[at + x] = distance * distance;
      }
      for (int x = 0; x < n && count > 0; x++) {
        if (a[position + x] != a[position + x]) {
          to[at + x] = 0;
        }
      }
    };
  }

  /// Columns beside each other, a block of them after the other.
  private <A> void columns(Sums<A> loops, Columns<A> source, A to) {
    int width = Math.toIntExact(rows.kept[rows.kept.length - 1]);
    int length = Math.toIntExact(rows.length);
    int leaf = Math.min(length, FoldLoops.LEAF);
    A tile = loops.allocate(leaf * COLUMNS);
    A scratch = loops.allocate(Sums.scratchRows(leaf) * COLUMNS);
    rows.forEachRow(
        1,
        (row, offset) -> {
          for (int column = 0; column < width; column += COLUMNS) {
            int n = Math.min(COLUMNS, width - column);
            Block<A> block =
                new Block<>(
                    loops, source, (int) offset + column, (int) rows.step, (int) row + column, n);
            A sum = block.sum(0, length, tile, scratch);
            System.arraycopy(sum, 0, to, (int) row + column, n);
          }
        });
  }

  /// Columns that are summed together.
  private record Block<A>(
      Sums<A> loops, Columns<A> source, int position, int step, int result, int width) {
    A sum(int from, int count, A tile, A scratch) {
      if (count > FoldLoops.LEAF) {
        int half = (int) FoldLoops.half(count);
        A left = sum(from, half, tile, scratch);
        A right = sum(from + half, count - half, tile, scratch);
        loops.accumulate(right, 0, width, 1, left, 0);
        return left;
      }
      for (int i = 0; i < count; i++) {
        source.fill(position + (from + i) * step, width, result, tile, i * width);
      }
      loops.columns(tile, 0, width, count, width, scratch);
      A sum = loops.allocate(width);
      System.arraycopy(scratch, 0, sum, 0, width);
      return sum;
    }
  }
}
