package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;
import io.lanewise.ndarray.kernel.Workers;
import io.lanewise.ufunc.Ufuncs;

/// Sums, means and variances over one reduced axis. Three ways: rows that lie in memory are added
/// where they are; columns beside each other are added together, eight accumulators for each;
/// everything else passes through a tile, in which variances are also formed, so that they need no
/// array of deviations.
public final class SumReduction {
  /// Fewer columns than this are not worth the column loops, unless whole rows follow each other.
  private static final int NARROW = 16;

  private SumReduction() {}

  public static NDArray sum(ReducedAxes r) {
    DType dtype = r.source.dtype();
    if (!dtype.isFloating()) {
      return integers(r);
    }
    return floating(r, dtype, 0, false);
  }

  /// Whether all elements of `a` are numbers that follow each other in a Java array: then no axes
  /// need to be looked at.
  public static boolean isPlain(NDArray a) {
    boolean adds =
        switch (a.dtype()) {
          case FLOAT64, FLOAT32, INT64, INT32 -> true;
          default -> false;
        };
    return adds && a.isContiguous() && a.storage().array() != null;
  }

  /// The sum of such an array.
  public static NDArray plain(NDArray a) {
    int from = (int) a.offset();
    int n = (int) a.size();
    return switch (a.storage().array()) {
      case double[] d -> NDArray.scalar(Sums.FLOAT64.row(d, from, n));
      case float[] f -> NDArray.of((float) Sums.FLOAT32.row(f, from, n)).reshape();
      case Object integers -> NDArray.scalar(integerSum(integers, from, n));
    };
  }

  public static NDArray mean(ReducedAxes r) {
    DType dtype = r.source.dtype().isFloating() ? r.source.dtype() : DType.FLOAT64;
    return floating(r, dtype, r.length, true);
  }

  /// The variances, in the shape of the reduction.
  public static NDArray var(NDArray a, int ddof, Axes axes) {
    ReducedAxes r = new ReducedAxes(a, axes);
    double divisor = Math.max(r.length - ddof, 0);
    if (columns(r)) {
      NDArray mean = ReducedAxes.shaped(mean(new ReducedAxes(a, axes)), a, axes.keepdims());
      NDArray deviation = Ufuncs.subtract(a, mean);
      Ufuncs.square(deviation, deviation);
      NDArray sum = floating(new ReducedAxes(deviation, axes), deviation.dtype(), 0, false);
      return ReducedAxes.shaped(divide(sum, divisor), deviation, axes);
    }
    DType dtype = r.source.dtype().isFloating() ? r.source.dtype() : DType.FLOAT64;
    NDArray out = NDArray.empty(dtype, r.rows());
    boolean wide = dtype == DType.FLOAT64;
    r.forEachRow(
        0,
        (row, offset) -> {
          double mean = quotient(rowSum(r, offset, 0, false), r.length, wide);
          double sum = rowSum(r, offset, mean, true);
          out.setDouble(quotient(sum, divisor, wide), row);
        });
    return ReducedAxes.shaped(out, a, axes);
  }

  private static NDArray divide(NDArray sums, double divisor) {
    boolean wide = sums.dtype() == DType.FLOAT64;
    for (long i = 0; i < sums.size(); i++) {
      sums.setDouble(quotient(sums.getDouble(i), divisor, wide), i);
    }
    return sums;
  }

  /// As NumPy divides a sum by a count: in float64, then rounded.
  private static double quotient(double sum, double count, boolean wide) {
    return wide ? sum / count : (float) (sum / count);
  }

  /// Sums, or means where `count` is not zero.
  private static NDArray floating(ReducedAxes r, DType dtype, long count, boolean mean) {
    NDArray out = NDArray.empty(dtype, r.rows());
    if (out.size() == 0) {
      return out;
    }
    boolean wide = dtype == DType.FLOAT64;
    if (columns(r)) {
      if (wide) {
        columnSums(
            r,
            Sums.FLOAT64,
            (double[]) r.source.storage().array(),
            (double[]) out.storage().array());
      } else {
        columnSums(
            r, Sums.FLOAT32, (float[]) r.source.storage().array(), (float[]) out.storage().array());
      }
      return mean ? divide(out, count) : out;
    }
    if (NarrowSums.fits(r)) {
      NarrowSums.sum(r, out);
      return mean ? divide(out, count) : out;
    }
    r.forEachRow(
        0,
        (row, offset) -> {
          double sum = rowSum(r, offset, 0, false);
          out.setDouble(mean ? quotient(sum, count, wide) : sum, row);
        });
    return out;
  }

  /// Whether the results are columns beside each other of an array on the heap.
  private static boolean columns(ReducedAxes r) {
    int inner = r.kept.length - 1;
    return inner >= 0
        && r.steps[inner] == 1
        && r.step > 1
        && r.length > 1
        && r.source.storage().array() != null
        && (r.source.dtype() == DType.FLOAT64 || r.source.dtype() == DType.FLOAT32)
        && (r.kept[inner] >= NARROW || r.step == r.kept[inner])
        && r.kept[inner] > 1;
  }

  private static <A> void columnSums(ReducedAxes r, Sums<A> sums, A from, A to) {
    int width = Math.toIntExact(r.kept[r.kept.length - 1]);
    int rows = Math.toIntExact(r.length);
    int block = Math.min(width, Sums.COLUMNS);
    A scratch = sums.allocate(Sums.scratchRows(rows) * block);
    r.forEachRow(
        1,
        (row, offset) -> {
          for (int column = 0; column < width; column += block) {
            int n = Math.min(block, width - column);
            sums.columns(from, (int) offset + column, (int) r.step, rows, n, scratch);
            System.arraycopy(scratch, 0, to, (int) row + column, n);
          }
        });
  }

  /// The sum of one row, or of the squares of its distances from `mean`.
  private static double rowSum(ReducedAxes r, long offset, double mean, boolean deviations) {
    DType dtype = r.source.dtype();
    Object base = r.source.storage().base();
    boolean direct = r.step == 1 && !deviations;
    boolean shared = Workers.mayShare(r.source);
    if (dtype == DType.FLOAT64 && direct && base instanceof double[] a) {
      return Sums.FLOAT64.row(a, (int) offset, (int) r.length);
    }
    if (dtype == DType.FLOAT32 && direct && base instanceof float[] a) {
      return Sums.FLOAT32.row(a, (int) offset, (int) r.length);
    }
    if (LaneType.carrier(dtype) == LaneType.FLOAT32) {
      return Sums.FLOAT32.row(
          (from, n, tile) -> {
            Tiles.load(dtype, base, offset + from * r.step, 0, r.step, 1, n, tile);
            if (deviations) {
              squareDistances(tile, n, (float) mean);
            }
          },
          r.length,
          shared);
    }
    return Sums.FLOAT64.row(
        (from, n, tile) -> {
          loadDoubles(r, offset + from * r.step, n, tile);
          if (deviations) {
            squareDistances(tile, n, mean);
          }
        },
        r.length,
        shared);
  }

  private static void squareDistances(double[] tile, int n, double mean) {
    for (int i = 0; i < n; i++) {
      double d = tile[i] - mean;
      tile[i] = d * d;
    }
  }

  private static void squareDistances(float[] tile, int n, float mean) {
    for (int i = 0; i < n; i++) {
      float d = tile[i] - mean;
      tile[i] = d * d;
    }
  }

  private static final ThreadLocal<Tiles> TILES = ThreadLocal.withInitial(Tiles::new);

  private static void loadDoubles(ReducedAxes r, long at, int n, double[] tile) {
    DType dtype = r.source.dtype();
    Object base = r.source.storage().base();
    LaneType carrier = LaneType.carrier(dtype);
    if (carrier == LaneType.FLOAT64) {
      Tiles.load(dtype, base, at, 0, r.step, 1, n, tile);
      return;
    }
    Object narrow = TILES.get().tile(0, carrier);
    Tiles.load(dtype, base, at, 0, r.step, 1, n, narrow);
    switch (narrow) {
      case int[] t -> {
        for (int i = 0; i < n; i++) {
          tile[i] = t[i];
        }
      }
      case long[] t -> {
        for (int i = 0; i < n; i++) {
          tile[i] = dtype == DType.UINT64 ? io.lanewise.ndarray.Unsigned.toDouble(t[i]) : t[i];
        }
      }
      case boolean[] t -> {
        for (int i = 0; i < n; i++) {
          tile[i] = t[i] ? 1 : 0;
        }
      }
      default -> throw new IllegalStateException("no doubles from " + dtype);
    }
  }

  /// The dtype in which integers are added.
  private static DType wideInteger(DType dtype) {
    return dtype.kind() == DType.Kind.UNSIGNED ? DType.UINT64 : DType.INT64;
  }

  private static NDArray integers(ReducedAxes r) {
    DType dtype = r.source.dtype();
    NDArray out = NDArray.empty(wideInteger(dtype), r.rows());
    long[] sums = (long[]) out.storage().array();
    Object base = r.source.storage().base();
    boolean inPlace =
        r.step == 1 && (dtype == DType.INT32 && base instanceof int[] || base instanceof long[]);
    Object tile = inPlace ? null : TILES.get().tile(0, LaneType.carrier(dtype));
    r.forEachRow(
        0,
        (row, offset) -> {
          if (inPlace) {
            sums[(int) row] = integerSum(base, (int) offset, (int) r.length);
            return;
          }
          long sum = 0;
          for (long from = 0; from < r.length; from += Elementwise.TILE) {
            int n = (int) Math.min(Elementwise.TILE, r.length - from);
            Tiles.load(dtype, base, offset + from * r.step, 0, r.step, 1, n, tile);
            sum += integerSum(tile, 0, n);
          }
          sums[(int) row] = sum;
        });
    return out;
  }

  private static long integerSum(Object array, int from, int n) {
    long sum = 0;
    switch (array) {
      case int[] t -> {
        for (int i = from; i < from + n; i++) {
          sum += t[i];
        }
      }
      case long[] t -> {
        for (int i = from; i < from + n; i++) {
          sum += t[i];
        }
      }
      case boolean[] t -> {
        for (int i = from; i < from + n; i++) {
          sum += t[i] ? 1 : 0;
        }
      }
      default -> throw new IllegalStateException("no integer sum of " + array.getClass());
    }
    return sum;
  }
}
