package io.lanewise.ufunc;

import static io.lanewise.ufunc.UFuncReduction.deliver;
import static io.lanewise.ufunc.UFuncReduction.requireTarget;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.reduce.ReducedAxes;
import io.lanewise.ufunc.reduce.SumReduction;

/// Reductions over axes, with NumPy's result dtypes. Floating-point sums follow NumPy's pairwise
/// tree: for whole contiguous arrays, any 1-D array and the last axis of C-contiguous ones they
/// have NumPy's bits, and along other axes those of NumPy's sum over the axis moved last and made
/// contiguous, where NumPy itself adds rows one after another and loses digits. The bits depend on
/// neither lanes nor threads.
///
/// [Axes] carries NumPy's keywords `where`, `initial` and `dtype`; masked elements count as the
/// identity, or as `initial` where there is none. A null `out` asks for a new array; a given one
/// must have exactly the result's shape.
public final class Reductions {
  private Reductions() {}

  /// The sum. bool and integers give int64 (unsigned ones uint64) and wrap; no elements give 0.
  /// Source: `numpy.sum`.
  public static NDArray sum(NDArray a, Axes axes, NDArray out) {
    if (out == null && axes == Axes.all() && SumReduction.isPlain(a)) {
      return SumReduction.plain(a);
    }
    return Arithmetic.ADD.reduce(a, axes, out);
  }

  /// The sum of all elements.
  public static NDArray sum(NDArray a) {
    return sum(a, Axes.all(), null);
  }

  /// The product, with the dtypes of [#sum]; no elements give 1. Source: `numpy.prod`.
  public static NDArray prod(NDArray a, Axes axes, NDArray out) {
    return Arithmetic.MULTIPLY.reduce(a, axes, out);
  }

  /// The product of all elements.
  public static NDArray prod(NDArray a) {
    return prod(a, Axes.all(), null);
  }

  /// The running sums along an axis. Source: `numpy.cumsum`.
  public static NDArray cumsum(NDArray a, int axis) {
    return Arithmetic.ADD.accumulate(a, axis);
  }

  /// The running sums of all elements in C order.
  public static NDArray cumsum(NDArray a) {
    return cumsum(a.ravel(), 0);
  }

  /// The same, computed in `dtype` and written to `out` unless they are null.
  public static NDArray cumsum(NDArray a, int axis, DType dtype, NDArray out) {
    return Arithmetic.ADD.accumulate(a, axis, dtype, out);
  }

  /// The running products along an axis. Source: `numpy.cumprod`.
  public static NDArray cumprod(NDArray a, int axis) {
    return Arithmetic.MULTIPLY.accumulate(a, axis);
  }

  /// The running products of all elements in C order.
  public static NDArray cumprod(NDArray a) {
    return cumprod(a.ravel(), 0);
  }

  /// The same, computed in `dtype` and written to `out` unless they are null.
  public static NDArray cumprod(NDArray a, int axis, DType dtype, NDArray out) {
    return Arithmetic.MULTIPLY.accumulate(a, axis, dtype, out);
  }

  /// [#cumsum(NDArray, int)], with a 0 before the first sum if asked for. Source:
  /// `numpy.cumulative_sum`.
  public static NDArray cumulativeSum(NDArray a, int axis, boolean includeInitial) {
    return cumulative(Arithmetic.ADD, a, axis, includeInitial);
  }

  /// [#cumprod(NDArray, int)], with a 1 before the first product if asked for. Source:
  /// `numpy.cumulative_prod`.
  public static NDArray cumulativeProd(NDArray a, int axis, boolean includeInitial) {
    return cumulative(Arithmetic.MULTIPLY, a, axis, includeInitial);
  }

  private static NDArray cumulative(UFunc function, NDArray a, int axis, boolean initial) {
    NDArray running = function.accumulate(a, axis);
    if (!initial) {
      return running;
    }
    long[] shape = running.shape();
    int along = axis < 0 ? axis + shape.length : axis;
    shape[along]++;
    NDArray result = NDArray.empty(running.dtype(), shape);
    NDArray rows = result.moveaxis(along, 0);
    rows.get(0).set(NDArray.full(running.dtype(), function.identity().getAsDouble()));
    rows.get("1:").set(running.moveaxis(along, 0));
    return result;
  }

  /// The arithmetic mean, float64 for integers; NaN for no elements. Source: `numpy.mean`.
  ///
  /// @throws IllegalArgumentException if `axes` has an initial number
  public static NDArray mean(NDArray a, Axes axes, NDArray out) {
    requireNoInitial("mean", axes);
    if (out != null) {
      requireTarget("add", a, axes, out);
    }
    DType dtype = meanDType(a, axes);
    NDArray source = axes.dtype() == null || axes.dtype() == a.dtype() ? a : a.astype(dtype);
    if (axes.where() == null && !source.dtype().isComplex() && dtype.isFloating()) {
      NDArray flat = SumReduction.mean(new ReducedAxes(source, axes));
      return deliver(out, ReducedAxes.shaped(flat, source, axes));
    }
    NDArray sums = Arithmetic.ADD.reduce(source, axes.dtype(dtype), null);
    return deliver(out, divided(sums, counts(source, axes, 0), dtype));
  }

  /// The variance: the mean square distance from the mean, with n - ddof in place of n. Two passes.
  /// Source: `numpy.var`.
  ///
  /// @throws IllegalArgumentException if `axes` has an initial number
  public static NDArray var(NDArray a, int ddof, Axes axes, NDArray out) {
    requireNoInitial("var", axes);
    if (out != null) {
      requireTarget("add", a, axes, out);
    }
    return deliver(out, variance(a, ddof, axes));
  }

  private static NDArray variance(NDArray a, int ddof, Axes axes) {
    DType dtype = meanDType(a, axes);
    NDArray source = axes.dtype() == null || axes.dtype() == a.dtype() ? a : a.astype(dtype);
    if (axes.where() == null && !source.dtype().isComplex() && dtype.isFloating()) {
      return SumReduction.var(source, ddof, axes);
    }
    NDArray mean = mean(source, axes.keepdims(), null);
    NDArray deviations = Ufuncs.subtract(source, mean);
    NDArray squares =
        deviations.dtype().isComplex()
            ? Ufuncs.add(deviations.real().square(), deviations.imag().square())
            : Ufuncs.square(deviations, deviations);
    Axes plain = axes.where() == null ? axes.plain() : axes.plain().where(axes.where());
    NDArray sums = Arithmetic.ADD.reduce(squares, plain, null);
    return divided(sums, counts(source, axes, ddof), sums.dtype());
  }

  /// The standard deviation: the square root of [#var]. Source: `numpy.std`.
  public static NDArray std(NDArray a, int ddof, Axes axes, NDArray out) {
    requireNoInitial("std", axes);
    if (out != null) {
      requireTarget("add", a, axes, out);
    }
    NDArray var = variance(a, ddof, axes);
    return deliver(out, Ufuncs.sqrt(var, var));
  }

  private static void requireNoInitial(String name, Axes axes) {
    if (axes.initial() != null) {
      throw new IllegalArgumentException(name + " has no initial number");
    }
  }

  private static DType meanDType(NDArray a, Axes axes) {
    if (axes.dtype() != null) {
      return axes.dtype();
    }
    return a.dtype().isFloating() || a.dtype().isComplex() ? a.dtype() : DType.FLOAT64;
  }

  /// How many elements each result has, less `ddof`, and not below 0: float64.
  private static NDArray counts(NDArray a, Axes axes, int ddof) {
    NDArray mask = axes.where();
    NDArray truth = mask == null ? NDArray.full(DType.BOOL, 1L) : mask.astype(DType.BOOL);
    Axes plain = axes.keepsDims() ? axes.plain().keepdims() : axes.plain();
    NDArray counts = Arithmetic.ADD.reduce(truth.broadcastTo(a.shape()), plain, null);
    return counts.astype(DType.FLOAT64).subtract(ddof).maximum(0.0);
  }

  private static NDArray divided(NDArray sums, NDArray counts, DType dtype) {
    if (dtype.isComplex()) {
      // a division of complex numbers, as NumPy's, which spreads NaN over both parts
      return Ufuncs.divide(sums, counts.astype(dtype));
    }
    NDArray quotient = Ufuncs.divide(sums, counts);
    return quotient.dtype() == dtype ? quotient : quotient.astype(dtype);
  }

  /// The smallest element; NaN where one is NaN. Source: `numpy.min`.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray min(NDArray a, Axes axes, NDArray out) {
    return Extremes.MINIMUM.reduce(a, axes, out);
  }

  /// The largest element; NaN where one is NaN. Source: `numpy.max`.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray max(NDArray a, Axes axes, NDArray out) {
    return Extremes.MAXIMUM.reduce(a, axes, out);
  }

  /// Whether all elements are not zero; true for no elements. NaN counts as true. Source:
  /// `numpy.all`.
  public static NDArray all(NDArray a, Axes axes, NDArray out) {
    return Truth.LOGICAL_AND.reduce(a, axes, out);
  }

  /// Whether any element is not zero; false for no elements. Source: `numpy.any`.
  public static NDArray any(NDArray a, Axes axes, NDArray out) {
    return Truth.LOGICAL_OR.reduce(a, axes, out);
  }
}
