package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// The shape that remains after a reduction.
public record ReducedShape(long[] of, Axes axes) {
  public ReducedShape(NDArray a, Axes axes) {
    this(a.shape(), axes);
  }

  public long[] shape() {
    boolean[] reduced = axes.reduced(of.length);
    long[] shape = new long[of.length];
    int n = 0;
    for (int axis = 0; axis < of.length; axis++) {
      if (!reduced[axis]) {
        shape[n++] = of[axis];
      } else if (axes.keepsDims()) {
        shape[n++] = 1;
      }
    }
    return Arrays.copyOf(shape, n);
  }
}
