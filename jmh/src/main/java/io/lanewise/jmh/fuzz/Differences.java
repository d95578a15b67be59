package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
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

  /// Integers that become one number in the common dtype: NumPy's intersect1d and isin, which take
  /// them for distinct, find what is not there or fail.
  static boolean isCollapsing(NDArray a, NDArray b) {
    DType common = Promotion.promoteTypes(a.dtype(), b.dtype());
    return !common.isInteger() && (isLong(a.dtype()) || isLong(b.dtype()));
  }

  private static boolean isLong(DType dtype) {
    return dtype == DType.INT64 || dtype == DType.UINT64;
  }

  /// NumPy's digitize takes a number and NaN for falling bins; here NaN is the largest number.
  static boolean isNanBins(NDArray bins) {
    return bins.notEqual(bins).any().getBoolean();
  }

  /// NumPy's unique along an axis compares rows as records, in which NaN of float16 comes first and
  /// not last.
  static boolean isNanRow(NDArray a) {
    return a.dtype() == DType.FLOAT16 && isNanBins(a);
  }

  /// Without elements NumPy's bincount does not look at the weights; resize has nothing to repeat
  /// where there are none.
  static boolean isUnweighted(NDArray a, NDArray weights) {
    return a.size() == 0 || weights.size() == 0;
  }

  /// Counts up to the largest element.
  static boolean isLongBincount(NDArray a) {
    if (!a.dtype().isInteger()) {
      return false;
    }
    NDArray flat = a.reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      if (flat.getLong(i) > 100_000 || a.dtype() == DType.UINT64 && flat.getLong(i) < 0) {
        return true;
      }
    }
    return false;
  }
}
