package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Workers;
import java.util.function.Supplier;

/// The rows that a reduction reads: the kept axes outside in C order, the reduced ones inside, in C
/// order too. A view where the strides allow that, otherwise a copy.
public final class SharedRows {
  /// Fewer elements than this are one thread's: selecting in them takes some 100 us, waking another
  /// one 20.
  private static final long SHARED_FROM = 1 << 15;

  /// Parts for each thread, so that none waits long for the last.
  private static final int PARTS = 4;

  private final NDArray rows;

  /// The rows of `a` along `axes`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  public SharedRows(NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    int[] order = new int[a.ndim()];
    long[] shape = new long[a.ndim() + 1];
    int kept = 0;
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (!reduced[axis]) {
        shape[kept] = a.shape(axis);
        order[kept++] = axis;
      }
    }
    long length = 1;
    int last = kept;
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (reduced[axis]) {
        length *= a.shape(axis);
        order[last++] = axis;
      }
    }
    long[] merged = java.util.Arrays.copyOf(shape, kept + 1);
    merged[kept] = length;
    rows = (a.ndim() == 0 ? a : a.transpose(order)).reshape(merged);
  }

  /// The length of a row.
  public long length() {
    return rows.shape(-1);
  }

  /// The number of rows.
  public long count() {
    long count = 1;
    for (int axis = 0; axis < rows.ndim() - 1; axis++) {
      count *= rows.shape(axis);
    }
    return count;
  }

  /// The kept axes and the row's, as an array.
  public NDArray array() {
    return rows;
  }

  /// Visits all rows, on several threads where they pay, each with an action of its own.
  public void forEach(Supplier<Rows.Action> actions) {
    boolean one =
        Lanewise.parallelism() == 1
            || rows.size() < SHARED_FROM
            || count() < 2
            || rows.storage().array() == null;
    if (one) {
      new Rows(rows, rows.ndim() - 1).forEach(actions.get());
      return;
    }
    long count = count();
    int parts = (int) Math.min(count, (long) PARTS * Lanewise.parallelism());
    Workers.run(
        new Workers.Job() {
          @Override
          protected void run(int part) {
            visit(count * part / parts, count * (part + 1) / parts, actions.get());
          }
        },
        parts);
  }

  private void visit(long first, long last, Rows.Action action) {
    int outer = rows.ndim() - 1;
    long[] index = new long[outer + 1];
    long rest = first;
    for (int d = outer - 1; d >= 0; d--) {
      index[d] = rest % rows.shape(d);
      rest /= rows.shape(d);
    }
    Object array = rows.storage().array();
    int step = (int) rows.layout().stride(outer);
    for (long row = first; row < last; row++) {
      action.accept(row, array, (int) rows.layout().position(index), step);
      for (int d = outer - 1; d >= 0; d--) {
        if (++index[d] < rows.shape(d)) {
          break;
        }
        index[d] = 0;
      }
    }
  }
}
