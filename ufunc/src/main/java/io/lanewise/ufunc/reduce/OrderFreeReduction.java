package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;
import io.lanewise.ufunc.Ufuncs;

/// Reductions whose result does not depend on the order: extremes and logic. Wide columns are
/// reduced row by row with the elementwise kernels, everything else row-wise through a tile.
public final class OrderFreeReduction {
  /// From this many columns on a kernel call per row is worth it.
  private static final int WIDE = 64;

  private static final ThreadLocal<Tiles> TILES = ThreadLocal.withInitial(Tiles::new);

  private OrderFreeReduction() {}

  public static NDArray extreme(ReducedAxes r, boolean min) {
    DType dtype = r.source.dtype();
    if (r.length == 0) {
      throw new EmptyReductionException(
          "zero-size array to reduction operation "
              + (min ? "minimum" : "maximum")
              + " which has no identity");
    }
    if (byRows(r)) {
      NDArray out = rowOf(r.source, 0).copy();
      for (long i = 1; i < r.length; i++) {
        NDArray row = rowOf(r.source, i);
        (min ? Ufuncs.MINIMUM : Ufuncs.MAXIMUM).apply(out, row, out);
      }
      return out;
    }
    NDArray out = NDArray.empty(dtype, r.rows());
    Object tile = TILES.get().tile(0, LaneType.carrier(dtype));
    r.forEachRow(
        0,
        (row, offset) -> {
          switch (tile) {
            case double[] t -> out.setDouble(doubles(r, offset, t, min), row);
            case float[] t -> out.setDouble(floats(r, offset, t, min), row);
            case long[] t when dtype == DType.UINT64 ->
                ((long[]) out.storage().array())[(int) row] = integers(r, offset, t, min);
            default -> out.setLong(integers(r, offset, tile, min), row);
          }
        });
    return out;
  }

  private static boolean byRows(ReducedAxes r) {
    int inner = r.kept.length - 1;
    return inner == 0 && r.steps[0] == 1 && r.step != 1 && r.kept[0] >= WIDE && r.length > 1;
  }

  /// Row `i` of the reduced axis, which is the last one.
  private static NDArray rowOf(NDArray source, long i) {
    return source.get("..., " + i).reshape(-1);
  }

  private static double doubles(ReducedAxes r, long offset, double[] tile, boolean min) {
    double result = min ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    boolean direct = r.step == 1 && r.source.storage().array() instanceof double[];
    int block = ExtremeForms.block(direct);
    for (long from = 0; from < r.length; from += block) {
      int n = (int) Math.min(block, r.length - from);
      ExtremeLoops loops = ExtremeForms.loops(n);
      double[] a = tile;
      int at = 0;
      if (direct) {
        a = (double[]) r.source.storage().array();
        at = (int) (offset + from);
      } else {
        load(r, offset + from * r.step, n, tile);
      }
      result = min ? Math.min(result, loops.min(a, at, n)) : Math.max(result, loops.max(a, at, n));
    }
    return result;
  }

  private static float floats(ReducedAxes r, long offset, float[] tile, boolean min) {
    float result = min ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    boolean direct = r.step == 1 && r.source.storage().array() instanceof float[];
    int block = ExtremeForms.block(direct);
    for (long from = 0; from < r.length; from += block) {
      int n = (int) Math.min(block, r.length - from);
      ExtremeLoops loops = ExtremeForms.loops(n);
      float[] a = tile;
      int at = 0;
      if (direct) {
        a = (float[]) r.source.storage().array();
        at = (int) (offset + from);
      } else {
        load(r, offset + from * r.step, n, tile);
      }
      result = min ? Math.min(result, loops.min(a, at, n)) : Math.max(result, loops.max(a, at, n));
    }
    return result;
  }

  /// uint64 has the order of signed numbers once the highest bit is changed.
  private static long integers(ReducedAxes r, long offset, Object tile, boolean min) {
    long flip = r.source.dtype() == DType.UINT64 ? Long.MIN_VALUE : 0;
    long result = min ? Long.MAX_VALUE : Long.MIN_VALUE;
    Object array = r.source.storage().array();
    boolean direct = r.step == 1 && array != null && array.getClass() == tile.getClass();
    int block = ExtremeForms.block(direct);
    for (long from = 0; from < r.length; from += block) {
      int n = (int) Math.min(block, r.length - from);
      int at = 0;
      if (direct) {
        at = (int) (offset + from);
      } else {
        load(r, offset + from * r.step, n, tile);
      }
      long extreme = ExtremeForms.ofIntegers(direct ? array : tile, at, n, flip, min);
      result = min ? Math.min(result, extreme) : Math.max(result, extreme);
    }
    return result ^ flip;
  }

  private static void load(ReducedAxes r, long at, int n, Object tile) {
    Tiles.load(r.source.dtype(), r.source.storage().base(), at, 0, r.step, 1, n, tile);
  }

  /// `all` where `conjunction`, otherwise `any`. A row is left at the first element that decides
  /// it.
  public static NDArray logical(ReducedAxes r, boolean conjunction) {
    NDArray out = NDArray.empty(DType.BOOL, r.rows());
    Object tile = TILES.get().tile(0, LaneType.carrier(r.source.dtype()));
    r.forEachRow(
        0,
        (row, offset) -> {
          boolean decided = false;
          for (long from = 0; from < r.length && !decided; from += Elementwise.TILE) {
            int n = (int) Math.min(Elementwise.TILE, r.length - from);
            load(r, offset + from * r.step, n, tile);
            decided = contains(tile, n, !conjunction);
          }
          out.setLong(decided != conjunction ? 1 : 0, row);
        });
    return out;
  }

  /// Whether an element of the tile is not zero (`truth`), or is zero.
  private static boolean contains(Object tile, int n, boolean truth) {
    boolean found = false;
    switch (tile) {
      case double[] t -> {
        for (int i = 0; i < n; i++) {
          found |= t[i] != 0 == truth;
        }
      }
      case float[] t -> {
        for (int i = 0; i < n; i++) {
          found |= t[i] != 0 == truth;
        }
      }
      case long[] t -> {
        for (int i = 0; i < n; i++) {
          found |= t[i] != 0 == truth;
        }
      }
      case int[] t -> {
        for (int i = 0; i < n; i++) {
          found |= t[i] != 0 == truth;
        }
      }
      default -> {
        for (boolean value : (boolean[]) tile) {
          // the tile may be longer than n
          if (n-- == 0) {
            break;
          }
          found |= value == truth;
        }
      }
    }
    return found;
  }
}
