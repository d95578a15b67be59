package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.events.Events;
import java.util.Arrays;

/// The rows of an array along one axis, each as elements of a Java array: where they lie, if that
/// is the heap, otherwise in scratch.
public final class Rows {
  /// Rows off the heap from this length on are brought into scratch one by one, shorter ones all at
  /// once: a view and its assignment cost some 300 ns.
  private static final int COPIED_TOGETHER = 4_096;

  private static final long LONGEST = Integer.MAX_VALUE - 8L;

  /// What is done with each row.
  @FunctionalInterface
  public interface Action {
    /// @param row the row's number, in C order of the other axes
    /// @param array a Java array of the dtype
    /// @param from the position of the row's first element
    /// @param step from one element to the next
    void accept(long row, Object array, int from, int step);
  }

  /// Rows that lie at equal distances.
  ///
  /// @param array a Java array of the dtype
  /// @param from the position of the first row's first element
  /// @param rowStep from one row to the next
  /// @param step from one element of a row to the next
  /// @param rows the number of rows
  public record Run(Object array, int from, int rowStep, int step, int rows) {}

  /// What is done with a run of rows, and with the same rows of a result where there is one.
  @FunctionalInterface
  public interface RunAction {
    /// @param result null where rows change in place
    void accept(Run run, Run result);
  }

  private final NDArray source;
  private final int axis;

  /// The rows along `axis`, which the array must have.
  ///
  /// @throws UnsupportedOperationException if they are longer than a Java array
  public Rows(NDArray source, int axis) {
    this.source = source;
    this.axis = axis;
    if (source.shape(axis) > LONGEST) {
      throw new UnsupportedOperationException(
          "an axis of " + source.shape(axis) + " elements cannot be sorted");
    }
  }

  /// The length of a row.
  public int length() {
    return (int) source.shape(axis);
  }

  /// The number of rows.
  public long count() {
    return source.shape(axis) == 0 ? 0 : source.size() / source.shape(axis);
  }

  /// Visits all rows to read them.
  public void forEach(Action action) {
    visit(action, false);
  }

  /// Visits all rows; what the action changes is changed in the array.
  public void change(Action action) {
    visit(action, true);
  }

  /// Visits all rows, as many at once as lie at equal distances; what the action changes is changed
  /// in the array. For short rows: off the heap they are copied together.
  public void changeRuns(RunAction action) {
    if (source.size() == 0) {
      return;
    }
    if (source.storage().array() != null) {
      runs(source, null, action);
    } else {
      NDArray copy = copied();
      runs(copy, null, action);
      source.set(copy);
    }
  }

  /// Visits all rows to fill those of `result`, an array of the same shape on the heap.
  public void fillRuns(NDArray result, RunAction action) {
    if (source.size() > 0) {
      runs(source.storage().array() != null ? source : copied(), result, action);
    }
  }

  /// Whether rows are short and many enough to be visited together.
  boolean areManyShort() {
    return length() > 1
        && length() <= ColumnSort.LONGEST
        && count() >= ColumnSort.FEWEST
        && source.size() <= LONGEST;
  }

  private NDArray copied() {
    Events.hiddenCopy("sort", "rows off the heap", source.size());
    return source.copy();
  }

  /// The rows along the longest other axis are one run.
  private void runs(NDArray a, NDArray result, RunAction action) {
    int along = -1;
    for (int d = 0; d < a.ndim(); d++) {
      if (d != axis && (along < 0 || a.shape(d) > a.shape(along))) {
        along = d;
      }
    }
    int rows = along < 0 ? 1 : (int) a.shape(along);
    long[] index = new long[a.ndim()];
    for (long run = count() / rows; run > 0; run--) {
      action.accept(
          run(a, index, along, rows), result == null ? null : run(result, index, along, rows));
      for (int d = index.length - 1; d >= 0; d--) {
        if (d != axis && d != along) {
          if (++index[d] < a.layout().shape(d)) {
            break;
          }
          index[d] = 0;
        }
      }
    }
  }

  private Run run(NDArray a, long[] index, int along, int rows) {
    return new Run(
        a.storage().array(),
        (int) a.layout().position(index),
        along < 0 ? 0 : (int) a.layout().stride(along),
        (int) a.layout().stride(axis),
        rows);
  }

  private void visit(Action action, boolean write) {
    if (source.size() == 0) {
      return;
    }
    if (source.storage().array() != null) {
      inPlace(source, action);
    } else if (length() >= COPIED_TOGETHER || source.size() > LONGEST) {
      oneByOne(action, write);
    } else {
      NDArray copy = copied();
      inPlace(copy, action);
      if (write) {
        source.set(copy);
      }
    }
  }

  private void inPlace(NDArray a, Action action) {
    Object array = a.storage().array();
    int step = (int) a.layout().stride(axis);
    long[] index = new long[a.ndim()];
    long rows = count();
    long at = a.offset();
    for (long row = 0; row < rows; row++) {
      action.accept(row, array, (int) at, step);
      for (int d = index.length - 1; d >= 0; d--) {
        if (d == axis) {
          continue;
        }
        at += a.layout().stride(d);
        if (++index[d] < a.layout().shape(d)) {
          break;
        }
        at -= a.layout().stride(d) * index[d];
        index[d] = 0;
      }
    }
  }

  private void oneByOne(Action action, boolean write) {
    NDArray scratch = NDArray.empty(source.dtype(), length());
    Index[] index = new Index[source.ndim()];
    Arrays.fill(index, Index.at(0));
    index[axis] = Index.all();
    long[] position = new long[source.ndim()];
    long rows = count();
    for (long row = 0; row < rows; row++) {
      NDArray view = source.get(index);
      scratch.set(view);
      action.accept(row, scratch.storage().array(), 0, 1);
      if (write) {
        view.set(scratch);
      }
      for (int d = index.length - 1; d >= 0; d--) {
        if (d == axis) {
          continue;
        }
        position[d] = position[d] + 1 < source.shape(d) ? position[d] + 1 : 0;
        index[d] = Index.at(position[d]);
        if (position[d] != 0) {
          break;
        }
      }
    }
  }

  /// An array of the source's shape in C order from the rows of `rows`, a C-contiguous array with
  /// one row for each of this array's, of any length.
  public NDArray back(NDArray rows, long length) {
    int last = source.ndim() - 1;
    long[] shape = source.shape();
    int[] toLast = new int[shape.length];
    long[] moved = new long[shape.length];
    for (int i = 0, d = 0; d <= last; d++) {
      if (d != axis) {
        moved[i] = shape[d];
        toLast[i++] = d;
      }
    }
    moved[last] = length;
    toLast[last] = axis;
    if (axis == last) {
      return rows.reshape(moved);
    }
    shape[axis] = length;
    NDArray result = NDArray.empty(rows.dtype(), Order.C, shape);
    result.transpose(toLast).set(rows.reshape(moved));
    return result;
  }
}
