package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;

/// Running results along an axis by any function of two numbers, with the kernels of elementwise
/// calls: each row of a kernel reads the row that it has just written.
public final class Accumulation {
  /// Rows shorter than this are run beside each other even where they have to be gathered.
  private static final int SHORT = 64;

  private Accumulation() {}

  /// Writes the running results of `a` along `axis` to `out`, which has its shape and dtype and may
  /// be the same elements, but nothing else of its memory.
  ///
  /// @param family accumulators, elements, accumulators, all of the dtype of the array
  /// @param running the same function, where it has loops of its own, otherwise null
  public static void run(KernelFamily family, Running running, NDArray a, int axis, NDArray out) {
    if (a.size() == 0) {
      return;
    }
    // an axis moved last takes the others along in their order, for both arrays alike
    NDArray from = a.moveaxis(axis, -1);
    NDArray to = out.moveaxis(axis, -1);
    long length = from.shape(from.ndim() - 1);
    long step = from.layout().stride(from.ndim() - 1);
    long toStep = to.layout().stride(to.ndim() - 1);
    FoldRows rows = new FoldRows(family, from, from.size());
    int inner = from.ndim() - 2;
    boolean together =
        inner >= 0
            && from.shape(inner) > 1
            && (Math.abs(from.layout().stride(inner)) < Math.abs(step) || length < SHORT);
    long columns = together ? from.shape(inner) : 1;
    long columnsStep = together ? from.layout().stride(inner) : 0;
    long toColumnsStep = together ? to.layout().stride(inner) : 0;
    int outer = together ? inner : from.ndim() - 1;
    long[] index = new long[outer];
    long at = from.offset();
    long toAt = to.offset();
    do {
      for (long column = 0; column < columns; column += Elementwise.TILE / 2) {
        int n = (int) Math.min(Elementwise.TILE / 2, columns - column);
        int most = Elementwise.TILE / n;
        for (long done = 0; done < length; done += most) {
          int count = (int) Math.min(most, length - done);
          long position = at + done * step + column * columnsStep;
          rows.load(rows.elements, position, step, columnsStep, count, n);
          if (done > 0) {
            rows.carry(n);
          }
          if (!own(running, from.dtype(), rows.elements[0], count, n)) {
            rows.run(count, n);
          }
          for (int p = 0; p < rows.elements.length; p++) {
            System.arraycopy(rows.elements[p], (count - 1) * n, rows.accumulators[p], 0, n);
          }
          long target = toAt + done * toStep + column * toColumnsStep;
          FoldRows.store(rows.elements, to, target, toStep, toColumnsStep, count, n);
        }
      }
      int d = outer - 1;
      for (; d >= 0; d--) {
        at += from.layout().stride(d);
        toAt += to.layout().stride(d);
        if (++index[d] < from.shape(d)) {
          break;
        }
        at -= from.layout().stride(d) * from.shape(d);
        toAt -= to.layout().stride(d) * to.shape(d);
        index[d] = 0;
      }
      if (d < 0) {
        return;
      }
    } while (true);
  }

  /// Whether the function's own loop ran; a dtype narrower than its carrier has to be rounded, and
  /// complex numbers have two parts.
  private static boolean own(Running running, DType dtype, Object tile, int count, int columns) {
    if (running == null || columns > 1) {
      return false;
    }
    switch (dtype) {
      case FLOAT64 -> running.run((double[]) tile, count);
      case FLOAT32 -> running.run((float[]) tile, count);
      case INT64, UINT64 -> running.run((long[]) tile, count);
      default -> {
        return false;
      }
    }
    return true;
  }
}
