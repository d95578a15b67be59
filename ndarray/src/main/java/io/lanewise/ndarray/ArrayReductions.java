package io.lanewise.ndarray;

import static io.lanewise.ndarray.spi.Reduction.ALL;
import static io.lanewise.ndarray.spi.Reduction.ANY;
import static io.lanewise.ndarray.spi.Reduction.ARGMAX;
import static io.lanewise.ndarray.spi.Reduction.ARGMIN;
import static io.lanewise.ndarray.spi.Reduction.MAX;
import static io.lanewise.ndarray.spi.Reduction.MEAN;
import static io.lanewise.ndarray.spi.Reduction.MIN;
import static io.lanewise.ndarray.spi.Reduction.PROD;
import static io.lanewise.ndarray.spi.Reduction.PTP;
import static io.lanewise.ndarray.spi.Reduction.STD;
import static io.lanewise.ndarray.spi.Reduction.SUM;
import static io.lanewise.ndarray.spi.Reduction.VAR;

import io.lanewise.ndarray.spi.Operators;
import io.lanewise.ndarray.spi.Reduction;

/// The reductions of arrays as fluent methods, each one line: over the given axes, or over all
/// where none is given. The reductions live one module up, in `io.lanewise.ufunc`, where their
/// documentation is.
public sealed interface ArrayReductions permits NDArray {
  default NDArray sum(int... axes) {
    return reduce(SUM, axes);
  }

  default NDArray sum(Axes axes) {
    return reduce(SUM, axes, null);
  }

  default NDArray sum(Axes axes, NDArray out) {
    return reduce(SUM, axes, out);
  }

  default NDArray prod(int... axes) {
    return reduce(PROD, axes);
  }

  default NDArray prod(Axes axes) {
    return reduce(PROD, axes, null);
  }

  default NDArray prod(Axes axes, NDArray out) {
    return reduce(PROD, axes, out);
  }

  default NDArray mean(int... axes) {
    return reduce(MEAN, axes);
  }

  default NDArray mean(Axes axes) {
    return reduce(MEAN, axes, null);
  }

  default NDArray mean(Axes axes, NDArray out) {
    return reduce(MEAN, axes, out);
  }

  default NDArray var(int... axes) {
    return reduce(VAR, axes);
  }

  default NDArray var(Axes axes) {
    return reduce(VAR, axes, null);
  }

  default NDArray var(Axes axes, NDArray out) {
    return reduce(VAR, axes, out);
  }

  default NDArray std(int... axes) {
    return reduce(STD, axes);
  }

  default NDArray std(Axes axes) {
    return reduce(STD, axes, null);
  }

  default NDArray std(Axes axes, NDArray out) {
    return reduce(STD, axes, out);
  }

  default NDArray min(int... axes) {
    return reduce(MIN, axes);
  }

  default NDArray min(Axes axes) {
    return reduce(MIN, axes, null);
  }

  default NDArray min(Axes axes, NDArray out) {
    return reduce(MIN, axes, out);
  }

  default NDArray max(int... axes) {
    return reduce(MAX, axes);
  }

  default NDArray max(Axes axes) {
    return reduce(MAX, axes, null);
  }

  default NDArray max(Axes axes, NDArray out) {
    return reduce(MAX, axes, out);
  }

  default NDArray all(int... axes) {
    return reduce(ALL, axes);
  }

  default NDArray all(Axes axes) {
    return reduce(ALL, axes, null);
  }

  default NDArray all(Axes axes, NDArray out) {
    return reduce(ALL, axes, out);
  }

  default NDArray any(int... axes) {
    return reduce(ANY, axes);
  }

  default NDArray any(Axes axes) {
    return reduce(ANY, axes, null);
  }

  default NDArray any(Axes axes, NDArray out) {
    return reduce(ANY, axes, out);
  }

  default NDArray argmax(int... axes) {
    return reduce(ARGMAX, axes);
  }

  default NDArray argmax(Axes axes) {
    return reduce(ARGMAX, axes, null);
  }

  default NDArray argmax(Axes axes, NDArray out) {
    return reduce(ARGMAX, axes, out);
  }

  default NDArray argmin(int... axes) {
    return reduce(ARGMIN, axes);
  }

  default NDArray argmin(Axes axes) {
    return reduce(ARGMIN, axes, null);
  }

  default NDArray argmin(Axes axes, NDArray out) {
    return reduce(ARGMIN, axes, out);
  }

  default NDArray ptp(int... axes) {
    return reduce(PTP, axes);
  }

  default NDArray ptp(Axes axes) {
    return reduce(PTP, axes, null);
  }

  default NDArray ptp(Axes axes, NDArray out) {
    return reduce(PTP, axes, out);
  }

  /// The running sums of all elements in C order.
  default NDArray cumsum() {
    return Operators.get().cumulate(SUM, ((NDArray) this).ravel(), 0);
  }

  /// The running sums along an axis.
  default NDArray cumsum(int axis) {
    return Operators.get().cumulate(SUM, (NDArray) this, axis);
  }

  /// The running products of all elements in C order.
  default NDArray cumprod() {
    return Operators.get().cumulate(PROD, ((NDArray) this).ravel(), 0);
  }

  /// The running products along an axis.
  default NDArray cumprod(int axis) {
    return Operators.get().cumulate(PROD, (NDArray) this, axis);
  }

  private NDArray reduce(Reduction reduction, int... axes) {
    return reduce(reduction, axes.length == 0 ? Axes.all() : Axes.axis(axes), null);
  }

  private NDArray reduce(Reduction reduction, Axes axes, NDArray out) {
    return Operators.get().reduce(reduction, (NDArray) this, axes, out);
  }
}
