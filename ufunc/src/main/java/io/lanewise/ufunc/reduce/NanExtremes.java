package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;

/// The smallest and largest of float32 and float64 numbers that are no NaN.
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
    Object base = rows.source.storage().base();
    double[] direct = rows.step == 1 && base instanceof double[] all ? all : null;
    double[] tile = (double[]) TILES.get().tile(0, LaneType.FLOAT64);
    int block = ExtremeForms.block(direct != null);
    for (long from = 0; from < rows.length; from += block) {
      int n = (int) Math.min(block, rows.length - from);
      double[] a = tile;
      int at = 0;
      if (direct == null) {
        Tiles.load(rows.source.dtype(), base, offset + from * rows.step, 0, rows.step, 1, n, tile);
      } else {
        a = direct;
        at = (int) (offset + from);
      }
      ExtremeLoops loops = ExtremeForms.loops(n);
      double extreme = min ? loops.minNumber(a, at, n) : loops.maxNumber(a, at, n);
      any = any || extreme != none || Scans.loops(n).countNan(a, at, n) < n;
      best = min ? Math.min(best, extreme) : Math.max(best, extreme);
    }
    return any ? best : Double.NaN;
  }

  private static float floats(ReducedAxes rows, long offset, boolean min) {
    float none = min ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    float best = none;
    boolean any = false;
    Object base = rows.source.storage().base();
    float[] direct = rows.step == 1 && base instanceof float[] all ? all : null;
    float[] tile = (float[]) TILES.get().tile(0, LaneType.FLOAT32);
    int block = ExtremeForms.block(direct != null);
    for (long from = 0; from < rows.length; from += block) {
      int n = (int) Math.min(block, rows.length - from);
      float[] a = tile;
      int at = 0;
      if (direct == null) {
        Tiles.load(rows.source.dtype(), base, offset + from * rows.step, 0, rows.step, 1, n, tile);
      } else {
        a = direct;
        at = (int) (offset + from);
      }
      ExtremeLoops loops = ExtremeForms.loops(n);
      float extreme = min ? loops.minNumber(a, at, n) : loops.maxNumber(a, at, n);
      any = any || extreme != none || Scans.loops(n).countNan(a, at, n) < n;
      best = min ? Math.min(best, extreme) : Math.max(best, extreme);
    }
    return any ? best : Float.NaN;
  }
}
