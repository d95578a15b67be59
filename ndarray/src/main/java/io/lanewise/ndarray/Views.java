package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import java.util.Arrays;

/// What the view methods of [NDArray] compute.
final class Views {
  private Views() {}

  static NDArray reshape(NDArray a, long... shape) {
    long[] target = resolve(a, shape);
    Layout view = a.layout().reshape(target);
    if (view != null) {
      return a.withLayout(view);
    }
    Events.hiddenCopy("reshape", "the strides do not allow a view", a.size());
    return a.copy().reshape(target);
  }

  /// The shape with its unknown length filled in.
  private static long[] resolve(NDArray a, long... shape) {
    long[] target = shape.clone();
    int unknown = -1;
    long known = 1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] == -1) {
        if (unknown >= 0) {
          throw new ShapeException("can only specify one unknown dimension");
        }
        unknown = i;
      } else if (target[i] < 0) {
        throw new ShapeException(
            "negative dimensions are not allowed: shape " + Shapes.toString(shape));
      }
    }
    if (unknown >= 0) {
      target[unknown] = 1;
      known = Shapes.size(target);
      if (known == 0 || a.size() % known != 0) {
        throw mismatch(a, shape);
      }
      target[unknown] = a.size() / known;
    }
    if (Shapes.size(target) != a.size()) {
      throw mismatch(a, shape);
    }
    return target;
  }

  private static ShapeException mismatch(NDArray a, long[] shape) {
    return new ShapeException(
        "cannot reshape array of size "
            + a.size()
            + " into shape "
            + Shapes.toString(shape).replace("-1", "newaxis"));
  }

  /// Part 0 (real) or 1 (imaginary) of each complex element, in memory that counts parts.
  static Layout part(Layout complex, int part) {
    long[] strides = complex.strides();
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] *= 2;
    }
    return Layout.of(2 * complex.offset() + part, complex.shape(), strides);
  }

  /// Both parts of each complex element, along a new last axis.
  static Layout parts(NDArray a) {
    if (!a.dtype().isComplex()) {
      throw new CastingException("viewAsReal of an array of " + a.dtype() + ", not a complex one");
    }
    Layout real = part(a.layout(), 0);
    long[] shape = Arrays.copyOf(real.shape(), real.ndim() + 1);
    long[] strides = Arrays.copyOf(real.strides(), real.ndim() + 1);
    shape[real.ndim()] = 2;
    strides[real.ndim()] = 1;
    return Layout.of(real.offset(), shape, strides);
  }

  static NDArray zeroImag(NDArray real) {
    return NDArray.zeros(real.dtype()).broadcastTo(real.shape());
  }

  static int[] permutation(int[] axes, int ndim) {
    int[] order = new int[ndim];
    if (axes.length == 0) {
      for (int i = 0; i < ndim; i++) {
        order[i] = ndim - 1 - i;
      }
      return order;
    }
    if (axes.length != ndim) {
      throw new IllegalArgumentException(
          "axes don't match array: " + axes.length + " axes for " + ndim + " dimensions");
    }
    boolean[] seen = new boolean[ndim];
    for (int i = 0; i < ndim; i++) {
      order[i] = Shapes.axis(axes[i], ndim);
      if (seen[order[i]]) {
        throw new IllegalArgumentException("repeated axis in transpose");
      }
      seen[order[i]] = true;
    }
    return order;
  }
}
