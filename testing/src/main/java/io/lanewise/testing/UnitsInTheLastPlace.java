package io.lanewise.testing;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Views;
import io.lanewise.ufunc.Ufuncs;
import java.util.Arrays;

/// How many floating-point numbers lie between two. Numbers of the same sign are ordered as their
/// bits are, so that the difference of the bits counts them (B. Dawson, "Comparing floating point
/// numbers", 2012). Source: `numpy.testing`.
final class UnitsInTheLastPlace {
  private UnitsInTheLastPlace() {}

  /// The number of steps from each element of `x` to that of `y`, in their common floating-point
  /// dtype, modulo 2 to the power of its bits as in NumPy.
  static NDArray between(NDArray x, NDArray y, DType dtype) {
    DType common = dtype == null ? Promotion.promoteTypes(inexact(x), inexact(y)) : dtype;
    if (common.isComplex()) {
      throw new UnsupportedOperationException("_nulp not implemented for complex array");
    }
    if (!Arrays.equals(x.shape(), y.shape())) {
      throw new ShapeException(
          "Arrays do not have the same shape: " + Report.shape(x) + " - " + Report.shape(y));
    }
    NDArray difference =
        steps(x.astype(common, Order.C)).subtract(steps(y.astype(common, Order.C)));
    return difference.astype(common).abs();
  }

  private static DType inexact(NDArray a) {
    if (a.dtype() == DType.BOOL) {
      throw new NoLoopException("can't get common type for non-numeric array, one of bool");
    }
    return a.dtype().isInteger() ? DType.FLOAT64 : a.dtype();
  }

  /// The position of each number on the line of all numbers, 0 being that of both zeros.
  private static NDArray steps(NDArray a) {
    NDArray nan = a.notEqual(a);
    if (nan.any().getBoolean()) {
      a.set(Ufuncs.where(nan, NDArray.scalar(Double.NaN).astype(a.dtype()), a));
    }
    NDArray bits = Views.view(a, bits(a.dtype()));
    long smallest = -1L << 8 * a.dtype().itemSize() - 1;
    return Ufuncs.where(bits.less(0), bits.negative().add(smallest), bits);
  }

  /// The distance from each number, none negative, to the next larger one (`numpy.spacing`).
  static NDArray spacing(NDArray size) {
    NDArray a = size.astype(Promotion.floating(size.dtype()), Order.C);
    NDArray next = Views.view(Views.view(a, bits(a.dtype())).add(1), a.dtype());
    return next.subtract(a);
  }

  private static DType bits(DType dtype) {
    return switch (dtype.itemSize()) {
      case 2 -> DType.INT16;
      case 4 -> DType.INT32;
      default -> DType.INT64;
    };
  }
}
