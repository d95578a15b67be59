package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// Weights of elements: one for each, or one for each place along the reduced axes.
final class Weights {
  private Weights() {}

  /// The weights with axes that broadcast to those of `a`.
  ///
  /// @throws ShapeException if their shape is neither that of `a` nor that of the reduced axes, in
  ///   ascending order
  static NDArray fitting(NDArray weights, NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    if (Arrays.equals(weights.shape(), a.shape())) {
      return weights;
    }
    long[] along = new long[a.ndim()];
    long[] shape = a.shape();
    int count = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      if (reduced[axis]) {
        along[count++] = shape[axis];
      } else {
        shape[axis] = 1;
      }
    }
    if (!Arrays.equals(weights.shape(), Arrays.copyOf(along, count))) {
      throw new ShapeException(
          (count == a.ndim() ? "Axis must be specified when shapes of a and weights differ. " : "")
              + "Shape of weights must be consistent with shape of a along specified axis. Shapes "
              + Shapes.toString(weights.shape())
              + " and "
              + Shapes.toString(a.shape()));
    }
    return weights.reshape(shape);
  }
}
