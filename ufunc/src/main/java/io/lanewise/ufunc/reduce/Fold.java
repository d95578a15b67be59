package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;

/// Reductions by any function of two numbers, with the kernels of elementwise calls.
///
/// Element i goes to accumulator i modulo `width`, a power of two, and the accumulators are
/// combined by halves: with the width 8 rounding errors grow with n / 8 rather than n, and lanes
/// are busy. Fewer elements than that are folded from the left, as they all are with the width 1.
/// The order depends on the number of elements alone. Rows of results whose elements lie beside
/// each other are folded together, each in that order.
public final class Fold {
  /// Accumulators of a tree: with fewer, the calls of a kernel cost more than what they compute (8
  /// took 4 ns an element, 64 half a nanosecond).
  public static final int TREE = 64;

  /// Accumulators where the order does not matter: enough to hide a kernel's call.
  public static final int FREE = 512;

  /// Rows shorter than this are folded beside each other even where they have to be gathered.
  private static final int SHORT = 256;

  private final FoldRows rows;
  private final ReducedAxes axes;
  private final Object[] initial;
  private final int width;

  private Fold(KernelFamily family, ReducedAxes axes, NDArray initial, int width, long results) {
    this.axes = axes;
    this.rows = new FoldRows(family, axes.source, results);
    this.initial = initial == null ? null : rows.repeated(initial);
    this.width = width;
  }

  /// The fold of every row, in the order of the kept axes.
  ///
  /// @param family accumulators, elements, accumulators, all of the dtype of the array
  /// @param initial what an ordered fold starts from, and what is put before the result of any
  ///   other, 0-d; null where there is none, and then rows are not empty
  /// @param out 1-D, of the dtype of the array
  public static void run(
      KernelFamily family, ReducedAxes axes, NDArray initial, int width, NDArray out) {
    if (out.size() > 0) {
      new Fold(family, axes, initial, width, out.size()).run(out);
    }
  }

  private void run(NDArray out) {
    int inner = axes.kept.length - 1;
    boolean together =
        inner >= 0
            && axes.kept[inner] > 1
            && (Math.abs(axes.steps[inner]) < Math.abs(axes.step) || axes.length < SHORT);
    long outStep = out.layout().stride(0);
    int block = Elementwise.TILE / Math.min(width, TREE);
    long columns = together ? axes.kept[inner] : 1;
    long step = together ? axes.steps[inner] : 0;
    axes.forEachRow(
        together ? 1 : 0,
        (row, offset) -> {
          for (long column = 0; column < columns; column += block) {
            int n = (int) Math.min(block, columns - column);
            fold(offset + column * step, step, n);
            long at = out.offset() + (row + column) * outStep;
            FoldRows.store(rows.accumulators, out, at, 0, outStep, 1, n);
          }
        });
  }

  /// Folds `columns` rows beside each other into the first accumulators.
  private void fold(long offset, long columnsStep, int columns) {
    int wide = columns == 1 ? width : Math.min(width, TREE);
    boolean starts = initial != null && (width == 1 || axes.length == 0);
    int filled = starts ? 1 : (int) Math.min(wide, axes.length);
    long done = starts ? 0 : filled;
    if (starts) {
      for (int p = 0; p < initial.length; p++) {
        System.arraycopy(initial[p], 0, rows.accumulators[p], 0, columns);
      }
    } else {
      rows.load(rows.accumulators, offset, axes.step, columnsStep, filled, columns);
      if (initial != null) {
        rows.precede(initial, columns);
      }
    }
    int most = Elementwise.TILE / columns / wide * wide;
    while (done < axes.length) {
      int n = (int) Math.min(most, axes.length - done);
      rows.load(rows.elements, offset + done * axes.step, axes.step, columnsStep, n, columns);
      if (wide == 1 && columns == 1) {
        // one after another: running results, of which the last one counts
        rows.carry(1);
        rows.run(n, 1);
        for (int p = 0; p < rows.elements.length; p++) {
          System.arraycopy(rows.elements[p], n - 1, rows.accumulators[p], 0, 1);
        }
        done += n;
        continue;
      }
      int whole = n / wide;
      rows.combine(whole, wide * columns);
      int rest = n % wide;
      if (rest > 0) {
        rows.combine(rows.elements, whole * wide * columns, rest * columns);
      }
      done += n;
    }
    if (filled < wide) {
      for (int i = 1; i < filled; i++) {
        rows.combine(rows.accumulators, i * columns, columns);
      }
      return;
    }
    while (filled > 1) {
      filled /= 2;
      rows.combine(rows.accumulators, filled * columns, filled * columns);
    }
  }
}
