package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Medians, quantiles and percentiles along axes, by selection: nothing is sorted where few
/// elements are asked for.
///
/// NaN among the elements of a row makes its result NaN; [NanReductions] has the functions that
/// leave NaN out. Complex numbers have a median, by NumPy's order (see [Sorting]), and no
/// quantiles. A null `out` asks for a new array; a given one must have exactly the result's shape,
/// and a dtype that the result's becomes within its kind.
public final class Quantiles {
  private Quantiles() {}

  /// The median of all elements.
  public static NDArray median(NDArray a) {
    return median(a, Axes.all(), null);
  }

  /// See [#median(NDArray, Axes, NDArray)].
  public static NDArray median(NDArray a, Axes axes) {
    return median(a, axes, null);
  }

  /// The middle element of each row in ascending order, or the mean of the two in the middle;
  /// float64 for integers and bools. NaN for no elements. Source: `numpy.median`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray median(NDArray a, Axes axes, NDArray out) {
    return Outputs.deliver("median", QuantileRows.median(a, axes, false), out);
  }

  /// The quantile `q` of all elements; see [#quantile(NDArray, double, Axes, QuantileMethod,
  /// NDArray)].
  public static NDArray quantile(NDArray a, double q) {
    return quantile(a, q, Axes.all(), QuantileMethod.LINEAR, null);
  }

  /// The same for the quantiles `q` of all elements.
  public static NDArray quantile(NDArray a, NDArray q) {
    return quantile(a, q, Axes.all(), QuantileMethod.LINEAR, null);
  }

  /// The same along axes.
  public static NDArray quantile(NDArray a, double q, Axes axes) {
    return quantile(a, q, axes, QuantileMethod.LINEAR, null);
  }

  /// The same along axes.
  public static NDArray quantile(NDArray a, NDArray q, Axes axes) {
    return quantile(a, q, axes, QuantileMethod.LINEAR, null);
  }

  /// The quantile `q`, from 0 to 1, along axes. `q` is weak: of float32 elements the result is
  /// float32, of integers float64; a discrete method gives the elements' dtype. Source:
  /// `numpy.quantile`.
  ///
  /// @throws IllegalArgumentException if `q` is not in the range, or `a` is complex
  /// @throws IndexOutOfBoundsException if rows are empty and there are some
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray quantile(
      NDArray a, double q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.weak(q, false), axes, method, false);
    return Outputs.deliver("quantile", result, out);
  }

  /// The quantiles `q`, an array of up to two dimensions, whose axes come first in the result,
  /// which has the dtype in which the elements and `q` meet, or the elements' for a discrete
  /// method. All are found in one pass. Source: `numpy.quantile`.
  ///
  /// @throws IllegalArgumentException if one is not in the range 0 to 1, or `a` is complex
  /// @throws IndexOutOfBoundsException if rows are empty and there are some
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray quantile(
      NDArray a, NDArray q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.strong(q, false), axes, method, false);
    return Outputs.deliver("quantile", result, out);
  }

  /// The quantiles `q` of weighted elements by [QuantileMethod#INVERTED_CDF], the only method that
  /// NumPy gives weights to: the first element in ascending order up to which the weights are the
  /// share `q` of all weights. `weights` has the shape of `a`, or that of the reduced axes in their
  /// order. The result has the elements' dtype. Source: `numpy.quantile`.
  ///
  /// @throws IllegalArgumentException if a weight is negative, all of a row are 0 or one is not
  ///   finite, shapes do not fit, or `q` is not in the range
  public static NDArray weightedQuantile(
      NDArray a, NDArray q, NDArray weights, Axes axes, NDArray out) {
    NDArray result = WeightedQuantiles.of(a, QuantileRows.strong(q, false), weights, axes, false);
    return Outputs.deliver("quantile", result, out);
  }

  /// The percentile `q` of all elements; see [#percentile(NDArray, double, Axes, QuantileMethod,
  /// NDArray)].
  public static NDArray percentile(NDArray a, double q) {
    return percentile(a, q, Axes.all(), QuantileMethod.LINEAR, null);
  }

  /// The same for the percentiles `q` of all elements.
  public static NDArray percentile(NDArray a, NDArray q) {
    return percentile(a, q, Axes.all(), QuantileMethod.LINEAR, null);
  }

  /// The same along axes.
  public static NDArray percentile(NDArray a, double q, Axes axes) {
    return percentile(a, q, axes, QuantileMethod.LINEAR, null);
  }

  /// The same along axes.
  public static NDArray percentile(NDArray a, NDArray q, Axes axes) {
    return percentile(a, q, axes, QuantileMethod.LINEAR, null);
  }

  /// The quantile `q / 100`, `q` from 0 to 100; see [#quantile(NDArray, double, Axes,
  /// QuantileMethod, NDArray)]. Source: `numpy.percentile`.
  ///
  /// @throws IllegalArgumentException if `q` is not in the range, or `a` is complex
  public static NDArray percentile(
      NDArray a, double q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.weak(q, true), axes, method, false);
    return Outputs.deliver("percentile", result, out);
  }

  /// The quantiles `q / 100`; see [#quantile(NDArray, NDArray, Axes, QuantileMethod, NDArray)].
  /// Source: `numpy.percentile`.
  ///
  /// @throws IllegalArgumentException if one is not in the range 0 to 100, or `a` is complex
  public static NDArray percentile(
      NDArray a, NDArray q, Axes axes, QuantileMethod method, NDArray out) {
    NDArray result = QuantileRows.quantiles(a, QuantileRows.strong(q, true), axes, method, false);
    return Outputs.deliver("percentile", result, out);
  }

  /// The weighted quantiles `q / 100`; see [#weightedQuantile].
  public static NDArray weightedPercentile(
      NDArray a, NDArray q, NDArray weights, Axes axes, NDArray out) {
    NDArray result = WeightedQuantiles.of(a, QuantileRows.strong(q, true), weights, axes, false);
    return Outputs.deliver("percentile", result, out);
  }

  /// The dtype of a median or a mean of elements of `dtype`.
  static DType meanType(DType dtype) {
    return dtype.isFloating() || dtype.isComplex() ? dtype : DType.FLOAT64;
  }
}
