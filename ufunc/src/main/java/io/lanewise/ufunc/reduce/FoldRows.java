package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Tiles;
import java.util.Arrays;

/// Elements and accumulators of a fold while a kernel takes the ones into the others: rows of
/// columns in arrays of the carrier type, twice where numbers are complex.
///
/// The kernel's operands are accumulators, elements, accumulators. That the accumulators of one row
/// are those of the next is only a step of 0 between rows: a kernel goes through its rows one after
/// another.
final class FoldRows {
  private final KernelSlot kernel;
  private final NDArray source;
  private final NDArray[] parts;
  private final Object[] base;
  private final long[] offset;
  private final long[] rowStep;
  private final long[] columnStep;

  /// How many elements a tile has: a whole tile's, or all that there are.
  private final int size;

  /// Accumulators, one array a part.
  final Object[] accumulators;

  /// Elements, one array a part.
  final Object[] elements;

  /// For accumulators of the source's dtype.
  ///
  /// @param results how many there are
  FoldRows(KernelFamily family, NDArray source, long results) {
    this.source = source;
    size = (int) Math.min(Elementwise.TILE, Math.max(source.size(), results));
    kernel = family.slot(0);
    parts = parts(source);
    accumulators = tiles();
    elements = tiles();
    int operands = 3 * parts.length;
    base = new Object[operands];
    offset = new long[operands];
    rowStep = new long[operands];
    columnStep = new long[operands];
    Arrays.fill(columnStep, 1);
  }

  private static NDArray[] parts(NDArray a) {
    return a.dtype().isComplex() ? new NDArray[] {a.real(), a.imag()} : new NDArray[] {a};
  }

  private Object[] tiles() {
    LaneType type = Casts.carrier(source.dtype().part());
    Object[] tiles = new Object[parts.length];
    Arrays.setAll(tiles, p -> Tiles.array(type, size));
    return tiles;
  }

  /// Tiles that hold a number everywhere.
  Object[] repeated(NDArray number) {
    Object[] tiles = tiles();
    load(parts(number.astype(source.dtype())), tiles, 0, 0, 0, 1, size);
    return tiles;
  }

  /// Brings `rows` rows of `columns` elements that start at position `at` of the source's storage
  /// into `target`.
  void load(Object[] target, long at, long step, long columnsStep, int rows, int columns) {
    load(parts, target, at - source.offset(), step, columnsStep, rows, columns);
  }

  /// Tiles of the source's dtype from an array of it; `at` counts from its first element.
  private static void load(
      NDArray[] parts, Object[] target, long at, long step, long columnsStep, int rows, int n) {
    if (n == 1 && rows > 1) {
      // one column is one row: elements beside each other, not a loop of its own for each
      load(parts, target, at, 0, step, 1, rows);
      return;
    }
    int unit = parts.length;
    for (int p = 0; p < unit; p++) {
      Tiles.load(
          parts[p].dtype(),
          parts[p].storage().base(),
          parts[p].offset() + unit * at,
          unit * step,
          unit * columnsStep,
          rows,
          n,
          target[p]);
    }
  }

  /// Combines `rows` rows of `columns` elements with `columns` accumulators.
  void combine(int rows, int columns) {
    combine(accumulators, 0, 0, elements, 0, columns, accumulators, 0, rows, columns);
  }

  /// Combines `columns` accumulators with as many values that stand from `at` on in `right`.
  void combine(Object[] right, int at, int columns) {
    combine(accumulators, 0, 0, right, at, 0, accumulators, 0, 1, columns);
  }

  /// Puts `columns` values of `left` before the accumulators.
  void precede(Object[] left, int columns) {
    combine(left, 0, 0, accumulators, 0, 0, accumulators, 0, 1, columns);
  }

  /// Makes every row of elements but the first the running results: that above op itself.
  void run(int rows, int columns) {
    if (columns == 1) {
      // a row is one element: one call for all of them, in order
      if (rows > 1) {
        for (int p = 0; p < parts.length; p++) {
          set(p, elements[p], 0, 0);
          set(parts.length + p, elements[p], 1, 0);
          set(2 * parts.length + p, elements[p], 1, 0);
        }
        kernel.inOrder(base, offset, columnStep, rows - 1);
      }
      return;
    }
    combine(elements, 0, columns, elements, columns, columns, elements, columns, rows - 1, columns);
  }

  /// `to = left op right` for rows of columns. `right` and `to` have the same step.
  private void combine(
      Object[] left,
      int leftAt,
      int leftStep,
      Object[] right,
      int rightAt,
      int rightStep,
      Object[] to,
      int toAt,
      int rows,
      int columns) {
    if (rows == 0) {
      return;
    }
    int toStep = to == accumulators ? 0 : rightStep;
    for (int p = 0; p < parts.length; p++) {
      set(p, left[p], leftAt, leftStep);
      set(parts.length + p, right[p], rightAt, rightStep);
      set(2 * parts.length + p, to[p], toAt, toStep);
    }
    kernel.rows(base, offset, rowStep, columnStep, rows, columns);
  }

  /// Puts the accumulators before the first row of elements.
  void carry(int columns) {
    combine(accumulators, 0, 0, elements, 0, 0, elements, 0, 1, columns);
  }

  private void set(int k, Object array, int at, int step) {
    base[k] = array;
    offset[k] = at;
    rowStep[k] = step;
  }

  /// Writes `rows` rows of `columns` values to `out`, which has the source's dtype, at position
  /// `at` of its storage.
  static void store(
      Object[] from, NDArray out, long at, long step, long columnsStep, int rows, int columns) {
    if (columns == 1 && rows > 1) {
      store(from, out, at, 0, step, 1, rows);
      return;
    }
    NDArray[] parts = parts(out);
    int unit = parts.length;
    for (int p = 0; p < unit; p++) {
      Tiles.store(
          parts[p].dtype(),
          from[p],
          parts[p].storage().base(),
          parts[p].offset() + unit * (at - out.offset()),
          unit * step,
          unit * columnsStep,
          rows,
          columns);
    }
  }
}
