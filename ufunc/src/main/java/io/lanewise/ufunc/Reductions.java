package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.reduce.OrderFreeReduction;
import io.lanewise.ufunc.reduce.ReducedAxes;
import io.lanewise.ufunc.reduce.SumReduction;
import java.util.Arrays;

/// Reductions over axes, with NumPy's result dtypes. Floating-point sums follow NumPy's pairwise
/// tree: for whole contiguous arrays, any 1-D array and the last axis of C-contiguous ones they
/// have NumPy's bits, and along other axes those of NumPy's sum over the axis moved last and made
/// contiguous, where NumPy itself adds rows one after another and loses digits. The bits depend on
/// neither lanes nor threads.
///
/// A null `out` asks for a new array; a given one must have exactly the result's shape.
public final class Reductions {
  private Reductions() {}

  /// The sum. bool and integers give int64 (unsigned ones uint64) and wrap; no elements give 0.
  public static NDArray sum(NDArray a, Axes axes, NDArray out) {
    requireReal("add", a);
    if (out == null && axes == Axes.all() && SumReduction.isPlain(a)) {
      return SumReduction.plain(a);
    }
    return finish("add", a, axes, out, SumReduction.sum(new ReducedAxes(a, axes)));
  }

  /// The sum of all elements.
  public static NDArray sum(NDArray a) {
    return sum(a, Axes.all(), null);
  }

  /// The arithmetic mean, float64 for integers; NaN for no elements.
  public static NDArray mean(NDArray a, Axes axes, NDArray out) {
    requireReal("mean", a);
    return finish("add", a, axes, out, SumReduction.mean(new ReducedAxes(a, axes)));
  }

  /// The variance: the mean square distance from the mean, with n - ddof in place of n. Two passes.
  public static NDArray var(NDArray a, int ddof, Axes axes, NDArray out) {
    requireReal("var", a);
    return deliver("add", axes, out, SumReduction.var(a, ddof, axes));
  }

  /// The standard deviation: the square root of [#var].
  public static NDArray std(NDArray a, int ddof, Axes axes, NDArray out) {
    NDArray var = var(a, ddof, axes, null);
    return deliver("add", axes, out, Ufuncs.sqrt(var, var));
  }

  /// The smallest element; NaN where one is NaN.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray min(NDArray a, Axes axes, NDArray out) {
    requireReal("minimum", a);
    return finish(
        "minimum", a, axes, out, OrderFreeReduction.extreme(new ReducedAxes(a, axes), true));
  }

  /// The largest element; NaN where one is NaN.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray max(NDArray a, Axes axes, NDArray out) {
    requireReal("maximum", a);
    return finish(
        "maximum", a, axes, out, OrderFreeReduction.extreme(new ReducedAxes(a, axes), false));
  }

  /// Whether all elements are not zero; true for no elements. NaN counts as true.
  public static NDArray all(NDArray a, Axes axes, NDArray out) {
    NDArray truth = truth(a);
    NDArray flat = OrderFreeReduction.logical(new ReducedAxes(truth, axes), true);
    return finish("logical_and", truth, axes, out, flat);
  }

  /// Whether any element is not zero; false for no elements.
  public static NDArray any(NDArray a, Axes axes, NDArray out) {
    NDArray truth = truth(a);
    NDArray flat = OrderFreeReduction.logical(new ReducedAxes(truth, axes), false);
    return finish("logical_or", truth, axes, out, flat);
  }

  private static NDArray truth(NDArray a) {
    return a.dtype().isComplex() ? a.astype(DType.BOOL) : a;
  }

  private static void requireReal(String name, NDArray a) {
    if (a.dtype().isComplex()) {
      throw new NoLoopException(name + ".reduce has no loop for " + a.dtype());
    }
  }

  /// Gives the flat result its shape, or moves it to `out`.
  private static NDArray finish(String name, NDArray a, Axes axes, NDArray out, NDArray flat) {
    return deliver(name, axes, out, ReducedAxes.shaped(flat, a, axes));
  }

  /// The result, or `out` with it. Results are computed beside `out`, so that nothing is
  /// half-written and an overlap does no harm.
  private static NDArray deliver(String name, Axes axes, NDArray out, NDArray result) {
    if (out == null) {
      return result;
    }
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
    if (out.ndim() != result.ndim()) {
      throw new BroadcastException(
          "output parameter for reduction operation "
              + name
              + " has the wrong number of dimensions: Found "
              + out.ndim()
              + " but expected "
              + result.ndim()
              + (axes.keepsDims() ? " (must match the operand's when keepdims=True)" : ""));
    }
    if (!Arrays.equals(out.shape(), result.shape())) {
      throw new BroadcastException(
          "output parameter for reduction operation "
              + name
              + " has shape "
              + Shapes.toString(out.shape())
              + " but the result has shape "
              + Shapes.toString(result.shape()));
    }
    out.set(result);
    return out;
  }
}
