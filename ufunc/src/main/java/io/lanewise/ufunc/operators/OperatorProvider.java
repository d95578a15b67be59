package io.lanewise.ufunc.operators;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;
import io.lanewise.ndarray.spi.Reduction;
import io.lanewise.ufunc.Locations;
import io.lanewise.ufunc.Numbers;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.Searching;
import io.lanewise.ufunc.SortKind;
import io.lanewise.ufunc.Sorting;
import io.lanewise.ufunc.Statistics;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;

/// Gives the fluent methods of arrays their operations.
public final class OperatorProvider implements Operators {
  @Override
  public NDArray apply(Operator operator, NDArray a, NDArray out) {
    return UFunc.of(operator).apply(a, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, NDArray b, NDArray out) {
    return UFunc.of(operator).apply(a, b, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, double b, NDArray out) {
    return UFunc.of(operator).apply(a, b, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, long b, NDArray out) {
    return UFunc.of(operator).apply(a, b, out);
  }

  @Override
  public NDArray reduce(Reduction reduction, NDArray a, Axes axes, NDArray out) {
    return switch (reduction) {
      case SUM -> Reductions.sum(a, axes, out);
      case PROD -> Reductions.prod(a, axes, out);
      case MEAN -> Reductions.mean(a, axes, out);
      case VAR -> Reductions.var(a, 0, axes, out);
      case STD -> Reductions.std(a, 0, axes, out);
      case MIN -> Reductions.min(a, axes, out);
      case MAX -> Reductions.max(a, axes, out);
      case ALL -> Reductions.all(a, axes, out);
      case ANY -> Reductions.any(a, axes, out);
      case ARGMAX -> Locations.argmax(a, axes, out);
      case ARGMIN -> Locations.argmin(a, axes, out);
      case PTP -> Statistics.ptp(a, axes, out);
    };
  }

  @Override
  public NDArray cumulate(Reduction reduction, NDArray a, int axis) {
    return reduction == Reduction.SUM ? Reductions.cumsum(a, axis) : Reductions.cumprod(a, axis);
  }

  @Override
  public NDArray clip(NDArray a, NDArray low, NDArray high, NDArray out) {
    return Ufuncs.clip(a, low, high, out);
  }

  @Override
  public NDArray clip(NDArray a, double low, double high) {
    return Ufuncs.clip(a, low, high);
  }

  @Override
  public NDArray clip(NDArray a, long low, long high) {
    return Ufuncs.clip(a, low, high);
  }

  @Override
  public NDArray round(NDArray a, int decimals) {
    return Numbers.round(a, decimals);
  }

  @Override
  public void sort(NDArray a, int axis) {
    Sorting.sortInPlace(a, axis, SortKind.QUICK, false);
  }

  @Override
  public NDArray argsort(NDArray a, int axis) {
    return Sorting.argsort(a, axis);
  }

  @Override
  public void partition(NDArray a, long kth) {
    Sorting.partitionInPlace(a, kth);
  }

  @Override
  public NDArray argpartition(NDArray a, long kth) {
    return Sorting.argpartition(a, kth);
  }

  @Override
  public NDArray searchsorted(NDArray a, NDArray v) {
    return Searching.searchsorted(a, v);
  }
}
