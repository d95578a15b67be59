package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ufunc.UFunc;

/// What the fuzzer leaves out because the two sides may differ: the deliberate differences from
/// NumPy, what NumPy leaves undefined, and nothing else.
final class Differences {
  /// NumPy's result of advanced indexing has an order of axes in memory of its own, which decides
  /// whether a later reshape is a view; here it is in C order.
  static final String ADVANCED_GET = "v[%d] = np.array(v[%d][%s], order='C')";

  private Differences() {}

  /// Floating point to integer: Java saturates, NumPy leaves what does not fit undefined.
  static boolean cast(NDArray from, DType to) {
    if (!to.isInteger() || !(from.dtype().isFloating() || from.dtype().isComplex())) {
      return false;
    }
    double limit = Math.scalb(1.0, 8 * to.itemSize() - (to.kind() == DType.Kind.SIGNED ? 1 : 0));
    double lowest = to.kind() == DType.Kind.SIGNED ? -limit : 0;
    NDArray flat = from.real().reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      double value = flat.getDouble(i);
      if (!(value > lowest - 1 && value < limit)) {
        return true;
      }
    }
    return false;
  }

  /// NumPy fuses a multiplication of a complex product where the processor can.
  static boolean arithmetic(UFunc f, NDArray a, NDArray b) {
    return f.name().equals("multiply") && (a.dtype().isComplex() || b.dtype().isComplex());
  }

  /// Elements that a view shows more than once get one of several values.
  static boolean isSelfOverlapping(NDArray a) {
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (a.shape(axis) > 1 && a.strides()[axis] == 0) {
        return true;
      }
    }
    return false;
  }

  /// NumPy copies values that share memory with the target of an advanced assignment in most cases,
  /// not in all; here they are always copied.
  static boolean isSharedSet(NDArray a, NDArray value) {
    return Overlap.mayShareMemory(a, value);
  }

  /// Empty selections: NumPy looks at the shape of the values in some cases only.
  static boolean isLooseSet(NDArray a, RandomIndex index, NDArray value) {
    return index.size(a) == 0 && value.size() != 1;
  }

  /// Positions of an empty array: NumPy's take looks at them in some cases only, and with `wrap` it
  /// divides by the length for ever.
  static boolean isEmptyTake(NDArray a) {
    return a.size() == 0;
  }

  /// NumPy's tile of an empty array is a view, and read-only where that is; here it is always new.
  static boolean isEmptyTile(NDArray a) {
    return a.size() == 0;
  }
}
