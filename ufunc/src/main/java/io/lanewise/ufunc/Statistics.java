package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;

/// Averages and ranges. Means, variances and sums are in [Reductions], medians in [Quantiles].
public final class Statistics {
  private Statistics() {}

  /// An average and what it was divided by.
  ///
  /// @param average the weighted mean
  /// @param sumOfWeights the sum of the weights, or the number of elements, of the same shape
  public record Average(NDArray average, NDArray sumOfWeights) {}

  /// The weighted mean of all elements.
  ///
  /// @throws ArithmeticException if the weights' sum is 0
  public static NDArray average(NDArray a, NDArray weights) {
    return average(a, weights, Axes.all());
  }

  /// The weighted mean along axes; see [#averageWithWeights]. Source: `numpy.average`.
  public static NDArray average(NDArray a, NDArray weights, Axes axes) {
    return averageWithWeights(a, weights, axes).average();
  }

  /// The sum of elements times weights along axes, divided by the sum of the weights. Both are
  /// taken in the dtype in which array and weights meet, float64 for integers. Source:
  /// `numpy.average` with `returned=True`.
  ///
  /// @param weights of the shape of `a` or, in ascending order, of the reduced axes; null for the
  ///   plain mean
  /// @throws ArithmeticException if a sum of weights is 0
  /// @throws io.lanewise.ndarray.ShapeException if the weights have another shape
  /// @throws io.lanewise.ndarray.AxisException if an axis is out of range
  public static Average averageWithWeights(NDArray a, NDArray weights, Axes axes) {
    if (weights == null) {
      NDArray mean = Reductions.mean(a, axes, null);
      double count = (double) a.size() / mean.size();
      return new Average(mean, NDArray.full(mean.dtype(), count, mean.shape()));
    }
    NDArray fitting = Weights.fitting(weights, a, axes);
    DType met = Promotion.promoteTypes(a.dtype(), weights.dtype());
    boolean whole = a.dtype().isInteger() || a.dtype() == DType.BOOL;
    DType dtype = whole ? Promotion.promoteTypes(met, DType.FLOAT64) : met;
    NDArray typed = fitting.astype(dtype);
    NDArray sum = Reductions.sum(typed.broadcastTo(a.shape()), axes, null);
    if (sum.equal(0L).any().getBoolean()) {
      throw new ArithmeticException("Weights sum to zero, can't be normalized");
    }
    NDArray products = Ufuncs.multiply(a.astype(dtype), typed);
    NDArray average = Ufuncs.divide(Reductions.sum(products, axes, null), sum);
    return new Average(average, sum);
  }

  /// The largest element less the smallest one. Source: `numpy.ptp`.
  public static NDArray ptp(NDArray a) {
    return ptp(a, Axes.all(), null);
  }

  /// The largest elements less the smallest ones along axes, in the array's dtype, in which
  /// integers wrap. Source: `numpy.ptp`.
  ///
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements to choose from
  /// @throws io.lanewise.ndarray.NoLoopException for bool, which has no difference
  public static NDArray ptp(NDArray a, Axes axes, NDArray out) {
    NDArray largest = Reductions.max(a, axes, null);
    NDArray smallest = Reductions.min(a, axes, null);
    return Outputs.deliver("ptp", Ufuncs.subtract(largest, smallest), out);
  }
}
