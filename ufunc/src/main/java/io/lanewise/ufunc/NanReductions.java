package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.reduce.NanExtremes;
import io.lanewise.ufunc.reduce.NanSums;
import io.lanewise.ufunc.reduce.ReducedAxes;

/// Reductions that leave NaN out. Of integers and bools, which have none, they are the plain ones;
/// a complex number is NaN where one of its parts is.
///
/// They have the bits of the plain reduction of an array in which NaN is replaced. Of float32 and
/// float64 elements no such array is made. A null `out` asks for a new array; a given one must have
/// exactly the result's shape.
public final class NanReductions {
  private NanReductions() {}

  /// Whether elements of the dtype can be NaN.
  private static boolean mayBeNan(NDArray a) {
    return a.dtype().isFloating() || a.dtype().isComplex();
  }

  private static boolean isFused(NDArray a, Axes axes) {
    return axes.isPlain() && (a.dtype() == DType.FLOAT64 || a.dtype() == DType.FLOAT32);
  }

  private static NDArray replaced(NDArray a, double value) {
    return Ufuncs.where(Ufuncs.ISNAN.apply(a), NDArray.full(a.dtype(), value), a);
  }

  private static NDArray numbers(NDArray a) {
    return Ufuncs.LOGICAL_NOT.apply(Ufuncs.ISNAN.apply(a));
  }

  /// The axes with all but the dtype, for what has a dtype of its own.
  private static Axes counting(Axes axes) {
    return axes.where() == null ? axes.plain() : axes.plain().where(axes.where());
  }

  /// The sum, NaN counting as 0. Source: `numpy.nansum`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray nansum(NDArray a, Axes axes, NDArray out) {
    if (!mayBeNan(a)) {
      return Reductions.sum(a, axes, out);
    }
    if (isFused(a, axes)) {
      NDArray flat = NanSums.sum(new ReducedAxes(a, axes)).sums();
      return Outputs.deliver("nansum", ReducedAxes.shaped(flat, a, axes), out, Casting.UNSAFE);
    }
    return Reductions.sum(replaced(a, 0), axes, out);
  }

  /// The sum of all elements that are no NaN.
  public static NDArray nansum(NDArray a) {
    return nansum(a, Axes.all(), null);
  }

  /// The product, NaN counting as 1. Source: `numpy.nanprod`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray nanprod(NDArray a, Axes axes, NDArray out) {
    return Reductions.prod(mayBeNan(a) ? replaced(a, 1) : a, axes, out);
  }

  /// The product of all elements that are no NaN.
  public static NDArray nanprod(NDArray a) {
    return nanprod(a, Axes.all(), null);
  }

  /// The running sums along an axis, NaN counting as 0. Source: `numpy.nancumsum`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray nancumsum(NDArray a, int axis) {
    return nancumsum(a, axis, null, null);
  }

  /// The same over all elements, in C order.
  public static NDArray nancumsum(NDArray a) {
    return nancumsum(a.ravel(), 0);
  }

  /// The same in a dtype, or null for that of sums, into `out`.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray nancumsum(NDArray a, int axis, DType dtype, NDArray out) {
    return Reductions.cumsum(mayBeNan(a) ? replaced(a, 0) : a, axis, dtype, out);
  }

  /// The running products along an axis, NaN counting as 1. Source: `numpy.nancumprod`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray nancumprod(NDArray a, int axis) {
    return nancumprod(a, axis, null, null);
  }

  /// The same over all elements, in C order.
  public static NDArray nancumprod(NDArray a) {
    return nancumprod(a.ravel(), 0);
  }

  /// The same in a dtype, or null for that of products, into `out`.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray nancumprod(NDArray a, int axis, DType dtype, NDArray out) {
    return Reductions.cumprod(mayBeNan(a) ? replaced(a, 1) : a, axis, dtype, out);
  }

  /// The mean of what is no NaN; NaN where there is nothing. Source: `numpy.nanmean`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws CastingException if `out` or the dtype of `axes` is not floating-point and the
  ///   elements are
  public static NDArray nanmean(NDArray a, Axes axes, NDArray out) {
    if (!mayBeNan(a)) {
      return Reductions.mean(a, axes, out);
    }
    requireInexact(axes, out);
    NDArray mean;
    if (isFused(a, axes)) {
      NanSums.Counted sum = NanSums.sum(new ReducedAxes(a, axes));
      mean = ReducedAxes.shaped(quotient(sum.sums(), sum.counts()), a, axes);
    } else {
      NDArray count = Reductions.sum(numbers(a), counting(axes), null);
      mean = quotient(Reductions.sum(replaced(a, 0), axes, null), count);
    }
    return Outputs.deliver("nanmean", mean, out);
  }

  /// The mean of all elements that are no NaN.
  public static NDArray nanmean(NDArray a) {
    return nanmean(a, Axes.all(), null);
  }

  private static void requireInexact(Axes axes, NDArray out) {
    requireInexact(axes.dtype(), "dtype");
    requireInexact(out == null ? null : out.dtype(), "out");
  }

  private static void requireInexact(DType dtype, String name) {
    if (dtype != null && !dtype.isFloating() && !dtype.isComplex()) {
      throw new CastingException(
          "If a is inexact, then " + name + " must be inexact, not " + dtype);
    }
  }

  /// A sum divided by a count, in float64 and then rounded to the sum's dtype.
  private static NDArray quotient(NDArray sum, NDArray count) {
    return sum.dtype().isComplex()
        ? Differences.divide(sum, count.astype(DType.FLOAT64)).astype(sum.dtype())
        : Ufuncs.divide(sum, count).astype(sum.dtype());
  }

  /// The variance of what is no NaN, with n - ddof in place of their number n; NaN where that is
  /// not positive. Real for complex numbers. Two passes. Source: `numpy.nanvar`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws CastingException if `out` or the dtype of `axes` is not floating-point and the
  ///   elements are
  public static NDArray nanvar(NDArray a, int ddof, Axes axes, NDArray out) {
    if (!mayBeNan(a)) {
      return Reductions.var(a, ddof, axes, out);
    }
    requireInexact(axes, out);
    return Outputs.deliver("nanvar", variance(a, ddof, axes), out);
  }

  /// The variance of all elements that are no NaN.
  public static NDArray nanvar(NDArray a) {
    return nanvar(a, 0, Axes.all(), null);
  }

  private static NDArray variance(NDArray a, int ddof, Axes axes) {
    NDArray count;
    NDArray squares;
    if (isFused(a, axes)) {
      ReducedAxes rows = new ReducedAxes(a, axes);
      NanSums.Counted sum = NanSums.sum(rows);
      NDArray flat = NanSums.squares(rows, quotient(sum.sums(), sum.counts()));
      squares = ReducedAxes.shaped(flat, a, axes);
      count = ReducedAxes.shaped(sum.counts(), a, axes);
    } else {
      NDArray is = numbers(a);
      Axes kept = counting(axes).keepdims();
      Axes plainly = axes.dtype() == null ? kept : kept.dtype(axes.dtype());
      NDArray sum = Reductions.sum(replaced(a, 0), plainly, null);
      NDArray mean = quotient(sum, Reductions.sum(is, kept, null));
      NDArray distance = Ufuncs.subtract(a, mean).astype(a.dtype());
      NDArray clean = Ufuncs.where(is, distance, NDArray.full(a.dtype(), 0.0));
      NDArray square =
          a.dtype().isComplex()
              ? Ufuncs.multiply(clean, Ufuncs.CONJUGATE.apply(clean)).real()
              : Ufuncs.multiply(clean, clean);
      squares = Reductions.sum(square, axes, null);
      count = Reductions.sum(is, counting(axes), null);
    }
    NDArray freedom = count.subtract((long) ddof);
    NDArray variance = quotient(squares, freedom);
    return Ufuncs.where(freedom.greater(0L), variance, NDArray.full(variance.dtype(), Double.NaN));
  }

  /// The standard deviation of what is no NaN: the square root of [#nanvar]. Source:
  /// `numpy.nanstd`.
  public static NDArray nanstd(NDArray a, int ddof, Axes axes, NDArray out) {
    if (!mayBeNan(a)) {
      return Reductions.std(a, ddof, axes, out);
    }
    requireInexact(axes, out);
    NDArray variance = variance(a, ddof, axes);
    return Outputs.deliver("nanstd", Ufuncs.sqrt(variance, variance), out);
  }

  /// The standard deviation of all elements that are no NaN.
  public static NDArray nanstd(NDArray a) {
    return nanstd(a, 0, Axes.all(), null);
  }

  /// The smallest element that is no NaN; NaN where there is none. Source: `numpy.nanmin`.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray nanmin(NDArray a, Axes axes, NDArray out) {
    return extreme(a, axes, true, out);
  }

  /// The smallest of all elements that are no NaN.
  public static NDArray nanmin(NDArray a) {
    return nanmin(a, Axes.all(), null);
  }

  /// The largest element that is no NaN; NaN where there is none. Source: `numpy.nanmax`.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to reduce
  public static NDArray nanmax(NDArray a, Axes axes, NDArray out) {
    return extreme(a, axes, false, out);
  }

  /// The largest of all elements that are no NaN.
  public static NDArray nanmax(NDArray a) {
    return nanmax(a, Axes.all(), null);
  }

  private static NDArray extreme(NDArray a, Axes axes, boolean min, NDArray out) {
    UFunc function = min ? Ufuncs.FMIN : Ufuncs.FMAX;
    if (!isFused(a, axes) || a.size() == 0) {
      return function.reduce(a, axes, out);
    }
    ReducedAxes rows = new ReducedAxes(a, axes);
    if (!NanExtremes.pays(rows)) {
      return function.reduce(a, axes, out);
    }
    NDArray flat = NanExtremes.of(rows, min);
    NDArray shaped = ReducedAxes.shaped(flat, a, axes);
    return Outputs.deliver(min ? "nanmin" : "nanmax", shaped, out, Casting.UNSAFE);
  }

  /// The position of the smallest element that is no NaN in the flattened array. Source:
  /// `numpy.nanargmin`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static NDArray nanargmin(NDArray a) {
    return nanargmin(a, Axes.all(), null);
  }

  /// The int64 positions of the smallest elements that are no NaN along one axis, or all. Where NaN
  /// stands before infinity, NumPy gives the NaN's place. Source: `numpy.nanargmin`.
  ///
  /// @throws IllegalArgumentException if a row has none, or several axes are given but not all
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to choose from
  public static NDArray nanargmin(NDArray a, Axes axes, NDArray out) {
    return position("nanargmin", "argmin", a, axes, true, out);
  }

  /// The position of the largest element that is no NaN in the flattened array. Source:
  /// `numpy.nanargmax`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static NDArray nanargmax(NDArray a) {
    return nanargmax(a, Axes.all(), null);
  }

  /// The int64 positions of the largest elements that are no NaN; see [#nanargmin(NDArray, Axes,
  /// NDArray)]. Source: `numpy.nanargmax`.
  public static NDArray nanargmax(NDArray a, Axes axes, NDArray out) {
    return position("nanargmax", "argmax", a, axes, false, out);
  }

  private static NDArray position(
      String name, String plain, NDArray a, Axes axes, boolean min, NDArray out) {
    NDArray found = Locations.positions(plain, a, axes, min, true);
    if (mayBeNan(a) && found.size() > 0 && found.min().getLong() < 0) {
      throw new IllegalArgumentException("All-NaN slice encountered in " + name);
    }
    return Locations.deliver(name, found, out);
  }

  /// The median of what is no NaN; NaN where there is nothing. See [Quantiles#median(NDArray, Axes,
  /// NDArray)]. Source: `numpy.nanmedian`.
  public static NDArray nanmedian(NDArray a, Axes axes, NDArray out) {
    return Outputs.deliver("nanmedian", QuantileRows.median(a, axes, true), out);
  }

  /// The median of all elements that are no NaN.
  public static NDArray nanmedian(NDArray a) {
    return nanmedian(a, Axes.all(), null);
  }

  /// A quantile of what is no NaN; NaN where there is nothing. See [Quantiles#quantile(NDArray,
  /// double, Axes, QuantileMethod, NDArray)]. Source: `numpy.nanquantile`.
  public static NDArray nanquantile(
      NDArray a, double q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.weak(q, false), axes, method, true);
    return Outputs.deliver("nanquantile", result, out);
  }

  /// Quantiles of what is no NaN. See [Quantiles#quantile(NDArray, NDArray, Axes, QuantileMethod,
  /// NDArray)]. Source: `numpy.nanquantile`.
  public static NDArray nanquantile(
      NDArray a, NDArray q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.strong(q, false), axes, method, true);
    return Outputs.deliver("nanquantile", result, out);
  }

  /// A percentile of what is no NaN. See [Quantiles#percentile(NDArray, double, Axes,
  /// QuantileMethod, NDArray)]. Source: `numpy.nanpercentile`.
  public static NDArray nanpercentile(
      NDArray a, double q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.weak(q, true), axes, method, true);
    return Outputs.deliver("nanpercentile", result, out);
  }

  /// Percentiles of what is no NaN. See [Quantiles#percentile(NDArray, NDArray, Axes,
  /// QuantileMethod, NDArray)]. Source: `numpy.nanpercentile`.
  public static NDArray nanpercentile(
      NDArray a, NDArray q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.strong(q, true), axes, method, true);
    return Outputs.deliver("nanpercentile", result, out);
  }

  /// Weighted quantiles of what is no NaN. See [Quantiles#weightedQuantile]. Source:
  /// `numpy.nanquantile`.
  public static NDArray weightedNanquantile(
      NDArray a, NDArray q, NDArray weights, Axes axes, NDArray out) {
    NDArray result = WeightedQuantiles.of(a, QuantileRows.strong(q, false), weights, axes, true);
    return Outputs.deliver("nanquantile", result, out);
  }
}
