package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// The shape that remains after a reduction.
public record ReducedShape(NDArray a, Axes axes) {
  public long[] shape() {
    boolean[] reduced = axes.reduced(a.ndim());
    long[] shape = new long[a.ndim()];
    int n = 0;
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (!reduced[axis]) {
        shape[n++] = a.shape(axis);
      } else if (axes.keepsDims()) {
        shape[n++] = 1;
      }
    }
    return Arrays.copyOf(shape, n);
  }
}
