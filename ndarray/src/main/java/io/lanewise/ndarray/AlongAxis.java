package io.lanewise.ndarray;

import java.util.function.UnaryOperator;

/// User functions applied to vectors and axes.
final class AlongAxis {
  private AlongAxis() {}

  static NDArray applyAlongAxis(UnaryOperator<NDArray> function, int axis, NDArray a) {
    int along = Shapes.axis(axis, a.ndim());
    NDArray vectors = Views.moveaxis(a, along, -1);
    int outer = a.ndim() - 1;
    long[] shape = java.util.Arrays.copyOf(vectors.shape(), outer);
    long count = Shapes.size(shape);
    if (count == 0) {
      throw new ShapeException(
          "Cannot apply_along_axis when any iteration dimensions are 0: shape "
              + Shapes.toString(a.shape()));
    }
    long[] index = new long[outer];
    NDArray result = null;
    for (long i = 0; i < count; i++) {
      NDArray one = function.apply(vectors.get(index));
      if (result == null) {
        long[] all = java.util.Arrays.copyOf(shape, outer + one.ndim());
        System.arraycopy(one.shape(), 0, all, outer, one.ndim());
        result = NDArray.empty(one.dtype(), all);
      }
      result.get(index).set(one);
      for (int k = outer - 1; k >= 0 && ++index[k] == shape[k]; k--) {
        index[k] = 0;
      }
    }
    // the axes of the function's results stand where the vectors' axis was
    int inner = result.ndim() - outer;
    int[] order = new int[result.ndim()];
    int next = 0;
    for (int k = 0; k < along; k++) {
      order[next++] = k;
    }
    for (int k = 0; k < inner; k++) {
      order[next++] = outer + k;
    }
    for (int k = along; k < outer; k++) {
      order[next++] = k;
    }
    return order.length == 0 ? result : result.transpose(order);
  }

  static NDArray applyOverAxes(AxisFunction function, NDArray a, int... axes) {
    NDArray result = a;
    int ndim = a.ndim();
    for (int axis : axes) {
      int along = axis < 0 ? axis + ndim : axis;
      NDArray next = function.apply(result, along);
      if (next.ndim() != result.ndim()) {
        next = Views.expandDims(next, along);
        if (next.ndim() != result.ndim()) {
          throw new ShapeException("function is not returning an array of the correct shape");
        }
      }
      result = next;
    }
    return result;
  }
}
