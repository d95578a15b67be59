package io.lanewise.ndarray;

import java.util.Arrays;

/// Layouts that NumPy's `lib.stride_tricks` makes, and diagonals: strides that no slice gives.
final class StrideTricks {
  private StrideTricks() {}

  static long[] broadcastShapes(long[]... shapes) {
    int ndim = 0;
    for (long[] shape : shapes) {
      ndim = Math.max(ndim, shape.length);
    }
    long[] result = new long[ndim];
    if (ndim > Layout.MAX_DIMENSIONS) {
      Shapes.checked(result);
    }
    for (int axis = 0; axis < ndim; axis++) {
      result[axis] = 1;
      int decided = 0;
      for (int k = 0; k < shapes.length; k++) {
        int own = axis - ndim + shapes[k].length;
        long length = own < 0 ? 1 : shapes[k][own];
        if (length == 1) {
          continue;
        }
        if (result[axis] != 1 && result[axis] != length) {
          throw new BroadcastException(
              "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between"
                  + " arg "
                  + decided
                  + " with shape "
                  + Shapes.toString(shapes[decided])
                  + " and arg "
                  + k
                  + " with shape "
                  + Shapes.toString(shapes[k])
                  + ".");
        }
        if (result[axis] == 1) {
          result[axis] = length;
          decided = k;
        }
      }
    }
    return result;
  }

  static NDArray asStrided(NDArray a, long[] shape, long... strides) {
    Layout layout = Layout.of(a.offset(), shape, strides);
    long low = a.offset();
    long high = a.offset();
    for (int axis = 0; axis < shape.length && layout.size() > 0; axis++) {
      long reach = reach(shape[axis] - 1, strides[axis]);
      low = sum(low, Math.min(reach, 0));
      high = sum(high, Math.max(reach, 0));
    }
    // the memory is what the first array shows, which may be part of a larger Java array; one seen
    // as
    // another dtype has memory of its own
    NDArray whole = a.base() == null ? a : a.base();
    boolean own = whole.storage() == a.storage();
    long first = own && whole.size() > 0 ? whole.low() : 0;
    long end = !own ? a.storage().length() : whole.size() > 0 ? whole.high() + 1 : 0;
    if (layout.size() > 0 && (low < first || high >= end)) {
      throw new IllegalArgumentException(
          "asStrided: shape "
              + Shapes.toString(shape)
              + " with strides "
              + Shapes.toString(strides)
              + " reaches from element "
              + low
              + " to "
              + high
              + ", and the memory from "
              + first
              + " to "
              + (end - 1));
    }
    return a.withLayout(layout);
  }

  /// Strides may be anything: what is beyond a long is far outside.
  private static long reach(long steps, long stride) {
    long reach = steps * stride;
    boolean fits = Math.multiplyHigh(steps, stride) == reach >> 63;
    return fits ? reach : stride < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) >= 0 ? sum : b < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  static NDArray slidingWindowView(NDArray a, long[] window, int... axes) {
    requireLengths(window);
    for (int axis : axes) {
      Shapes.axis(axis, a.ndim());
    }
    if (axes.length != window.length) {
      throw new ShapeException(
          "Must provide matching length window_shape and axis; got "
              + window.length
              + " window_shape elements and "
              + axes.length
              + " axes elements.");
    }
    int ndim = a.ndim();
    long[] shape = Arrays.copyOf(a.shape(), ndim + window.length);
    long[] strides = Arrays.copyOf(a.strides(), ndim + window.length);
    for (int i = 0; i < window.length; i++) {
      int axis = Shapes.axis(axes[i], ndim);
      if (shape[axis] < window[i]) {
        throw new ShapeException(
            "window shape cannot be larger than input array shape: "
                + window[i]
                + " along axis "
                + axis
                + " of "
                + Shapes.toString(a.shape()));
      }
      shape[axis] -= window[i] - 1;
      shape[ndim + i] = window[i];
      strides[ndim + i] = a.layout().stride(axis);
    }
    return a.withLayout(Layout.owning(a.offset(), shape, strides)).readOnly();
  }

  static NDArray diagonal(NDArray a, long offset, int axis1, int axis2) {
    if (a.ndim() < 2) {
      throw new ShapeException(
          "diag requires an array of at least two dimensions, not shape "
              + Shapes.toString(a.shape()));
    }
    int row = Views.axis(axis1, a.ndim(), "axis1: ");
    int column = Views.axis(axis2, a.ndim(), "axis2: ");
    if (row == column) {
      throw new IllegalArgumentException("diagonal: axis1 and axis2 cannot be the same");
    }
    Layout layout = a.layout();
    long down = offset < 0 ? -offset : 0;
    long right = offset > 0 ? offset : 0;
    long n = Math.max(0, Math.min(layout.shape(row) - down, layout.shape(column) - right));
    int ndim = a.ndim() - 1;
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    int to = 0;
    for (int axis = 0; axis <= ndim; axis++) {
      if (axis != row && axis != column) {
        shape[to] = layout.shape(axis);
        strides[to++] = layout.stride(axis);
      }
    }
    shape[to] = n;
    strides[to] = layout.stride(row) + layout.stride(column);
    long first = n == 0 ? 0 : down * layout.stride(row) + right * layout.stride(column);
    return a.withLayout(Layout.owning(a.offset() + first, shape, strides));
  }

  static void requireLengths(long... window) {
    for (long length : window) {
      if (length < 0) {
        throw new ShapeException("`window_shape` cannot contain negative values: " + length);
      }
    }
  }
}
