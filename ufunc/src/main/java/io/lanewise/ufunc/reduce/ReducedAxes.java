package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.MemoryOrder;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// An array seen as rows to be reduced: kept axes outside, one reduced axis inside. Several reduced
/// axes are merged in memory order where the strides allow, otherwise through a copy; kept axes are
/// merged where that keeps their order.
public final class ReducedAxes {
  final NDArray source;

  /// The kept axes after merging: lengths and steps.
  final long[] kept;

  final long[] steps;

  /// The reduced axis: length and step.
  final long length;

  final long step;

  public ReducedAxes(NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    int n = a.ndim();
    int[] outside = kept(a, reduced);
    int keptCount = outside.length;
    int[] order = Arrays.copyOf(outside, n);
    int at = keptCount;
    for (int axis = 0; axis < n; axis++) {
      if (reduced[axis]) {
        int place = at++;
        // larger steps outside: the order in which the elements lie
        while (place > keptCount && outer(a, axis, order[place - 1])) {
          order[place] = order[place - 1];
          place--;
        }
        order[place] = axis;
      }
    }
    long[] rows = new long[keptCount + 1];
    rows[keptCount] = 1;
    for (int i = 0; i < n; i++) {
      if (i < keptCount) {
        rows[i] = a.shape(order[i]);
      } else {
        rows[keptCount] = Math.multiplyExact(rows[keptCount], a.shape(order[i]));
      }
    }
    source = (n == 0 ? a : a.transpose(order)).reshape(rows);
    length = rows[keptCount];
    step = source.layout().stride(keptCount);
    long[] lengths = new long[keptCount];
    long[] strides = new long[keptCount];
    int merged = 0;
    for (int i = 0; i < keptCount; i++) {
      long stride = source.layout().stride(i);
      if (merged > 0 && strides[merged - 1] == rows[i] * stride) {
        lengths[merged - 1] *= rows[i];
        strides[merged - 1] = stride;
      } else {
        lengths[merged] = rows[i];
        strides[merged++] = stride;
      }
    }
    kept = Arrays.copyOf(lengths, merged);
    steps = Arrays.copyOf(strides, merged);
  }

  /// The kept axes in the order in which they lie in memory, so that results lie as their rows do.
  private static int[] kept(NDArray a, boolean... reduced) {
    int[] axes = MemoryOrder.iterated(a.ndim(), a);
    int count = 0;
    for (int axis : axes) {
      if (!reduced[axis]) {
        axes[count++] = axis;
      }
    }
    return Arrays.copyOf(axes, count);
  }

  /// Gives the results of all rows the shape of a reduction.
  public static NDArray shaped(NDArray results, NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    int[] kept = kept(a, reduced);
    long[] lengths = new long[kept.length];
    int[] places = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      lengths[i] = a.shape(kept[i]);
      for (int axis = 0; axis < kept[i]; axis++) {
        places[i] += reduced[axis] ? 0 : 1;
      }
    }
    int[] inverse = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      inverse[places[i]] = i;
    }
    NDArray shaped = results.reshape(lengths);
    if (kept.length > 1) {
      shaped = shaped.transpose(inverse);
    }
    return axes.keepsDims() ? shaped.reshape(new ReducedShape(a, axes).shape()) : shaped;
  }

  private static boolean outer(NDArray a, int axis, int other) {
    return Math.abs(a.layout().stride(axis)) > Math.abs(a.layout().stride(other));
  }

  /// The number of elements that are reduced to one.
  public long length() {
    return length;
  }

  /// The number of results.
  public long rows() {
    long rows = 1;
    for (long n : kept) {
      rows *= n;
    }
    return rows;
  }

  /// What is done with each row.
  interface RowAction {
    /// @param row the position of the result, in C order
    /// @param offset where the row starts in the source's storage, in elements
    void accept(long row, long offset);
  }

  /// Visits all rows, leaving out the innermost `skip` kept axes.
  void forEachRow(int skip, RowAction action) {
    int depth = kept.length - skip;
    long inner = 1;
    for (int d = depth; d < kept.length; d++) {
      inner *= kept[d];
    }
    long count = 1;
    for (int d = 0; d < depth; d++) {
      count *= kept[d];
    }
    long[] index = new long[depth];
    long offset = source.offset();
    for (long row = 0; row < count; row++) {
      action.accept(row * inner, offset);
      for (int d = depth - 1; d >= 0; d--) {
        offset += steps[d];
        if (++index[d] < kept[d]) {
          break;
        }
        offset -= steps[d] * kept[d];
        index[d] = 0;
      }
    }
  }
}
