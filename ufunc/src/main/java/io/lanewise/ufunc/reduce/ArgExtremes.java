package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;
import io.lanewise.ndarray.kernel.Workers;
import java.util.Arrays;

/// Where the smallest or largest element of a row is: the extreme of one tile after another, then
/// the first place of it in the first tile that has it.
public final class ArgExtremes {
  /// From this many columns beside each other on, rows are compared with the best ones so far: the
  /// columns of 1000 x 1000 float64 take 0.9 ns an element so, and 2.3 one by one.
  private static final int WIDE = 16;

  /// From this many elements on threads share the rows: one takes some 40 us for them.
  private static final long SHARED_FROM = 1 << 17;

  private static final ThreadLocal<Tiles> TILES = ThreadLocal.withInitial(Tiles::new);

  private final ReducedAxes rows;
  private final DType dtype;
  private final boolean min;
  private final boolean ignoresNan;

  /// @param ignoresNan whether NaN is passed over; otherwise the first one is the extreme
  private ArgExtremes(ReducedAxes rows, boolean min, boolean ignoresNan) {
    this.rows = rows;
    this.dtype = rows.source.dtype();
    this.min = min;
    this.ignoresNan = ignoresNan && dtype.isFloating();
  }

  /// The int64 positions along the one reduced axis, in one axis; -1 for a row of NaN that are
  /// passed over. There must be elements in a row.
  public static NDArray positions(ReducedAxes rows, boolean min, boolean ignoresNan) {
    return new ArgExtremes(rows, min, ignoresNan).run();
  }

  private NDArray run() {
    NDArray out = NDArray.empty(DType.INT64, rows.rows());
    long[] found = (long[]) out.storage().array();
    int inner = rows.kept.length - 1;
    boolean columns = inner >= 0 && rows.steps[inner] == 1 && rows.step != 1;
    if (columns && rows.kept[inner] >= WIDE && rows.length > 1 && !ignoresNan && hasColumns()) {
      int width = Math.toIntExact(rows.kept[inner]);
      rows.forEachRow(1, (row, offset) -> columns((int) offset, width, found, (int) row));
      return out;
    }
    boolean shared =
        rows.rows() > 1
            && rows.rows() * rows.length >= SHARED_FROM
            && Lanewise.parallelism() > 1
            && rows.kept.length == 1
            && Workers.mayShare(rows.source);
    if (shared) {
      share(found);
    } else {
      rows.forEachRow(0, (row, offset) -> found[(int) row] = row(offset));
    }
    return out;
  }

  /// Rows at equal distances, on several threads.
  private void share(long[] found) {
    int parts = (int) Math.min(rows.kept[0], 4L * Lanewise.parallelism());
    Workers.run(
        new Workers.Job() {
          @Override
          protected void run(int part) {
            int last = (int) (rows.kept[0] * (part + 1) / parts);
            for (int row = (int) (rows.kept[0] * part / parts); row < last; row++) {
              found[row] = row(rows.source.offset() + row * rows.steps[0]);
            }
          }
        },
        parts);
  }

  private long row(long offset) {
    return switch (LaneType.carrier(dtype)) {
      case FLOAT64 -> doubles(offset);
      case FLOAT32 -> floats(offset);
      default -> integers(offset);
    };
  }

  private void load(long at, int n, Object tile) {
    Tiles.load(dtype, rows.source.storage().base(), at, 0, rows.step, 1, n, tile);
  }

  private long doubles(long offset) {
    double none = min ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    double best = none;
    long bestFrom = -1;
    Object base = rows.source.storage().base();
    double[] direct = rows.step == 1 && base instanceof double[] all ? all : null;
    double[] tile = (double[]) TILES.get().tile(0, LaneType.FLOAT64);
    int block = ExtremeForms.block(direct != null);
    for (long from = 0; from < rows.length; from += block) {
      int n = (int) Math.min(block, rows.length - from);
      int at = direct == null ? 0 : (int) (offset + from);
      double[] a = direct == null ? tile : direct;
      if (direct == null) {
        load(offset + from * rows.step, n, tile);
      }
      ExtremeLoops loops = ExtremeForms.loops(n);
      double extreme;
      boolean any = true;
      if (ignoresNan) {
        extreme = min ? loops.minNumber(a, at, n) : loops.maxNumber(a, at, n);
        any = extreme != none || Scans.loops(n).countNan(a, at, n) < n;
      } else {
        extreme = min ? loops.min(a, at, n) : loops.max(a, at, n);
        if (extreme != extreme) {
          return from + firstNan(a, at, n);
        }
      }
      if (any && (bestFrom < 0 || (min ? extreme < best : extreme > best))) {
        best = extreme;
        bestFrom = from;
      }
    }
    if (bestFrom < 0) {
      return -1;
    }
    int n = (int) Math.min(block, rows.length - bestFrom);
    if (direct != null) {
      return bestFrom + Scans.loops(n).indexOf(direct, (int) (offset + bestFrom), n, best);
    }
    load(offset + bestFrom * rows.step, n, tile);
    return bestFrom + Scans.loops(n).indexOf(tile, 0, n, best);
  }

  private static int firstNan(double[] a, int from, int n) {
    int i = 0;
    while (i < n && a[from + i] == a[from + i]) {
      i++;
    }
    return i;
  }

  private long floats(long offset) {
    float none = min ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    float best = none;
    long bestFrom = -1;
    Object base = rows.source.storage().base();
    float[] direct = rows.step == 1 && base instanceof float[] all ? all : null;
    float[] tile = (float[]) TILES.get().tile(0, LaneType.FLOAT32);
    int block = ExtremeForms.block(direct != null);
    for (long from = 0; from < rows.length; from += block) {
      int n = (int) Math.min(block, rows.length - from);
      int at = direct == null ? 0 : (int) (offset + from);
      float[] a = direct == null ? tile : direct;
      if (direct == null) {
        load(offset + from * rows.step, n, tile);
      }
      ExtremeLoops loops = ExtremeForms.loops(n);
      float extreme;
      boolean any = true;
      if (ignoresNan) {
        extreme = min ? loops.minNumber(a, at, n) : loops.maxNumber(a, at, n);
        any = extreme != none || Scans.loops(n).countNan(a, at, n) < n;
      } else {
        extreme = min ? loops.min(a, at, n) : loops.max(a, at, n);
        if (extreme != extreme) {
          return from + firstNan(a, at, n);
        }
      }
      if (any && (bestFrom < 0 || (min ? extreme < best : extreme > best))) {
        best = extreme;
        bestFrom = from;
      }
    }
    if (bestFrom < 0) {
      return -1;
    }
    int n = (int) Math.min(block, rows.length - bestFrom);
    if (direct != null) {
      return bestFrom + Scans.loops(n).indexOf(direct, (int) (offset + bestFrom), n, best);
    }
    load(offset + bestFrom * rows.step, n, tile);
    return bestFrom + Scans.loops(n).indexOf(tile, 0, n, best);
  }

  private static int firstNan(float[] a, int from, int n) {
    int i = 0;
    while (i < n && a[from + i] == a[from + i]) {
      i++;
    }
    return i;
  }

  /// uint64 has the order of signed numbers once the highest bit is changed.
  private long integers(long offset) {
    long flip = dtype == DType.UINT64 ? Long.MIN_VALUE : 0;
    long best = 0;
    long bestAt = -1;
    Object tile = TILES.get().tile(0, LaneType.carrier(dtype));
    Object array = rows.source.storage().array();
    boolean direct = rows.step == 1 && array != null && array.getClass() == tile.getClass();
    int block = ExtremeForms.block(direct);
    for (long from = 0; from < rows.length; from += block) {
      int n = (int) Math.min(block, rows.length - from);
      int at = 0;
      if (direct) {
        at = (int) (offset + from);
      } else {
        load(offset + from * rows.step, n, tile);
      }
      Object numbers = direct ? array : tile;
      long extreme = ExtremeForms.ofIntegers(numbers, at, n, flip, min);
      if (bestAt < 0 || (min ? extreme < best : extreme > best)) {
        best = extreme;
        bestAt = from + indexOf(numbers, at, n, extreme ^ flip);
      }
    }
    return bestAt;
  }

  private static int indexOf(Object array, int from, int n, long value) {
    int i = 0;
    switch (array) {
      case int[] a -> {
        while (i < n && a[from + i] != value) {
          i++;
        }
      }
      case long[] a -> {
        while (i < n && a[from + i] != value) {
          i++;
        }
      }
      default -> {
        boolean[] a = (boolean[]) array;
        while (i < n && a[from + i] != (value != 0)) {
          i++;
        }
      }
    }
    return i;
  }

  private boolean hasColumns() {
    Object array = rows.source.storage().array();
    return array instanceof double[] || array instanceof float[];
  }

  /// Columns beside each other: each row improves the best one so far, in place.
  private void columns(int offset, int width, long[] found, int at) {
    Arrays.fill(found, at, at + width, 0);
    int step = (int) rows.step;
    int length = (int) rows.length;
    if (rows.source.storage().array() instanceof double[] a) {
      double[] best = Arrays.copyOfRange(a, offset, offset + width);
      for (int i = 1; i < length; i++) {
        Scans.loops(width).improve(a, offset + i * step, width, min, i, best, found, at);
      }
    } else {
      float[] a = (float[]) rows.source.storage().array();
      float[] best = Arrays.copyOfRange(a, offset, offset + width);
      int[] positions = new int[width];
      for (int i = 1; i < length; i++) {
        Scans.loops(width).improve(a, offset + i * step, width, min, i, best, positions);
      }
      for (int x = 0; x < width; x++) {
        found[at + x] = positions[x];
      }
    }
  }
}
