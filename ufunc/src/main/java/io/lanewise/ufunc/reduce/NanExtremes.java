package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;

/// The smallest and largest of float32 and float64 numbers that are no NaN. A tile is first taken
/// as if it had no NaN, which its extreme tells; only where it has some they are replaced in a
/// copy.
public final class NanExtremes {
  private static final ThreadLocal<Tiles> TILES = ThreadLocal.withInitial(Tiles::new);

  private NanExtremes() {}

  /// Whether rows lie in memory as they are read: columns are better taken row by row, by the
  /// elementwise kernels.
  public static boolean pays(ReducedAxes rows) {
    return rows.step == 1 || rows.kept.length == 0;
  }

  /// The extremes of all rows, in one axis; NaN for a row of nothing else. There must be elements
  /// in a row.
  public static NDArray of(ReducedAxes rows, boolean min) {
    NDArray out = NDArray.empty(rows.source.dtype(), rows.rows());
    boolean wide = rows.source.dtype() == DType.FLOAT64;
    rows.forEachRow(
        0,
        (row, offset) ->
            out.setDouble(wide ? doubles(rows, offset, min) : floats(rows, offset, min), row));
    return out;
  }

  private static double doubles(ReducedAxes rows, long offset, boolean min) {
    double none = min ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    double best = none;
    boolean any = false;
    // where one tile has NaN the next one most likely has, too
    boolean nan = false;
    Object base = rows.source.storage().base();
    double[] direct = rows.step == 1 && base instanceof double[] all ? all : null;
    double[] tile = (double[]) TILES.get().tile(0, LaneType.FLOAT64);
    double[] clean = (double[]) TILES.get().tile(1, LaneType.FLOAT64);
    for (long from = 0; from < rows.length; from += Elementwise.TILE) {
      int n = (int) Math.min(Elementwise.TILE, rows.length - from);
      double[] a = tile;
      int at = 0;
      if (direct == null) {
        Tiles.load(rows.source.dtype(), base, offset + from * rows.step, 0, rows.step, 1, n, tile);
      } else {
        a = direct;
        at = (int) (offset + from);
      }
      ScanLoops loops = Scans.loops(n);
      double extreme = Double.NaN;
      if (!nan) {
        extreme = min ? loops.smallest(a, at, n) : loops.largest(a, at, n);
      }
      nan = extreme != extreme;
      if (nan) {
        if (loops.replaceNan(a, at, n, none, clean, 0) == n) {
          continue;
        }
        extreme = min ? loops.smallest(clean, 0, n) : loops.largest(clean, 0, n);
      }
      any = true;
      best = min ? Math.min(best, extreme) : Math.max(best, extreme);
    }
    return any ? best : Double.NaN;
  }

  private static float floats(ReducedAxes rows, long offset, boolean min) {
    float none = min ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    float best = none;
    boolean any = false;
    // where one tile has NaN the next one most likely has, too
    boolean nan = false;
    Object base = rows.source.storage().base();
    float[] direct = rows.step == 1 && base instanceof float[] all ? all : null;
    float[] tile = (float[]) TILES.get().tile(0, LaneType.FLOAT32);
    float[] clean = (float[]) TILES.get().tile(1, LaneType.FLOAT32);
    for (long from = 0; from < rows.length; from += Elementwise.TILE) {
      int n = (int) Math.min(Elementwise.TILE, rows.length - from);
      float[] a = tile;
      int at = 0;
      if (direct == null) {
        Tiles.load(rows.source.dtype(), base, offset + from * rows.step, 0, rows.step, 1, n, tile);
      } else {
        a = direct;
        at = (int) (offset + from);
      }
      ScanLoops loops = Scans.loops(n);
      float extreme = Float.NaN;
      if (!nan) {
        extreme = min ? loops.smallest(a, at, n) : loops.largest(a, at, n);
      }
      nan = extreme != extreme;
      if (nan) {
        if (loops.replaceNan(a, at, n, none, clean, 0) == n) {
          continue;
        }
        extreme = min ? loops.smallest(clean, 0, n) : loops.largest(clean, 0, n);
      }
      any = true;
      best = min ? Math.min(best, extreme) : Math.max(best, extreme);
    }
    return any ? best : Float.NaN;
  }
}
