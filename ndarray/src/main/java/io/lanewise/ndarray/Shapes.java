package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Arithmetic on shapes, axes and indices, with NumPy's error texts.
public final class Shapes {
  private Shapes() {}

  /// The number of elements of an array with this shape.
  ///
  /// @throws ShapeException if it does not fit a long, or a length is negative
  public static long size(long... shape) {
    long size = 1;
    boolean overflow = false;
    boolean empty = false;
    for (long length : shape) {
      if (length < 0) {
        throw negative(shape);
      }
      empty |= length == 0;
      long high = Math.multiplyHigh(size, length);
      size *= length;
      overflow |= high != 0 || size < 0;
    }
    if (overflow && !empty) {
      throw new ShapeException(
          "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
              + " size: shape "
              + toString(shape));
    }
    return empty ? 0 : size;
  }

  private static ShapeException negative(long[] shape) {
    return new ShapeException("negative dimensions are not allowed: shape " + toString(shape));
  }

  /// The sum of two lengths of an axis.
  ///
  /// @throws ShapeException if it does not fit a long
  public static long sum(String operation, long a, long b) {
    if (a > Long.MAX_VALUE - b) {
      throw tooBig(operation, a + " and " + b + " along an axis");
    }
    return a + b;
  }

  /// The product of two lengths of an axis.
  ///
  /// @throws ShapeException if it does not fit a long
  public static long product(String operation, long a, long b) {
    if (Math.multiplyHigh(a, b) != 0 || a * b < 0) {
      throw tooBig(operation, a + " times " + b + " along an axis");
    }
    return a * b;
  }

  private static ShapeException tooBig(String operation, String why) {
    return new ShapeException(
        operation
            + ": array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum"
            + " possible size: "
            + why);
  }

  /// A number of elements that must fit a Java array, as positions and flags do.
  ///
  /// @throws ShapeException if it does not
  public static int javaLength(String operation, long length) {
    if (length > Storage.MAX_ARRAY) {
      throw tooBig(operation, length + " elements, and a Java array holds " + Storage.MAX_ARRAY);
    }
    return (int) length;
  }

  /// A copy of `shape` after checking it.
  static long[] checked(long[] shape) {
    if (shape.length > Layout.MAX_DIMENSIONS) {
      throw new ShapeException(
          "maximum supported dimension for an ndarray is currently "
              + Layout.MAX_DIMENSIONS
              + ", found "
              + shape.length);
    }
    for (long length : shape) {
      if (length < 0) {
        throw negative(shape);
      }
    }
    return shape.clone();
  }

  /// A shape as Python prints it: `()`, `(3,)`, `(2,3)`.
  public static String toString(long... shape) {
    String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(","));
    return "(" + lengths + (shape.length == 1 ? ",)" : ")");
  }

  /// An axis in `[0, ndim)` for one that may count from the end.
  ///
  /// @throws AxisException if it is out of range
  public static int axis(int axis, int ndim) {
    if (axis < -ndim || axis >= ndim) {
      throw new AxisException(axis, ndim);
    }
    return axis < 0 ? axis + ndim : axis;
  }

  /// Which axes are named, each at most once.
  ///
  /// @throws AxisException if one is out of range
  /// @throws IllegalArgumentException if one occurs twice
  public static boolean[] axes(int[] axes, int ndim) {
    boolean[] named = new boolean[ndim];
    for (int axis : axes) {
      int checked = axis(axis, ndim);
      if (named[checked]) {
        throw new IllegalArgumentException("duplicate value in 'axis'");
      }
      named[checked] = true;
    }
    return named;
  }

  static long index(long index, int axis, long length) {
    if (index < -length || index >= length) {
      throw new IndexOutOfBoundsException(
          "index " + index + " is out of bounds for axis " + axis + " with size " + length);
    }
    return index < 0 ? index + length : index;
  }

  /// The shape to which all broadcast together.
  ///
  /// @throws BroadcastException if they do not; it names all shapes
  public static long[] broadcast(long[]... shapes) {
    int ndim = 0;
    for (long[] shape : shapes) {
      ndim = Math.max(ndim, shape.length);
    }
    long[] result = new long[ndim];
    Arrays.fill(result, 1);
    for (long[] shape : shapes) {
      int extra = ndim - shape.length;
      for (int axis = 0; axis < shape.length; axis++) {
        long length = shape[axis];
        if (result[axis + extra] == 1) {
          result[axis + extra] = length;
        } else if (length != 1 && length != result[axis + extra]) {
          String all = Arrays.stream(shapes).map(Shapes::toString).collect(Collectors.joining(" "));
          throw new BroadcastException(
              "operands could not be broadcast together with shapes " + all + " ");
        }
      }
    }
    return result;
  }
}
