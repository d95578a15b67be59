package io.lanewise.ndarray;

import java.util.Arrays;

/// Where the elements of an array lie in its storage: element `(i, j, ...)` is at `offset + i *
/// strides[0] + j * strides[1] + ...`, counted in elements. Immutable; every view is a new layout
/// over the same storage.
public final class Layout {
  /// NumPy's limit.
  public static final int MAX_DIMENSIONS = 64;

  private final long offset;
  private final long[] shape;
  private final long[] strides;
  private final long size;
  private final boolean contiguousC;
  private final boolean contiguousF;
  private final long low;
  private final long high;

  private Layout(long offset, long[] shape, long[] strides) {
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
    this.size = Shapes.size(shape);
    this.contiguousC = isContiguous(shape, strides, size, shape.length - 1, -1);
    this.contiguousF = isContiguous(shape, strides, size, 0, 1);
    long lowest = offset;
    long highest = offset;
    for (int axis = 0; axis < shape.length; axis++) {
      long reach = (shape[axis] - 1) * strides[axis];
      lowest += Math.min(reach, 0);
      highest += Math.max(reach, 0);
    }
    this.low = lowest;
    this.high = highest;
  }

  /// The layout of a new array.
  ///
  /// @throws ShapeException if a length is negative, or there are too many dimensions or elements
  /// @throws IllegalArgumentException if the order is neither C nor F
  public static Layout of(long[] shape, Order order) {
    if (order == Order.A || order == Order.K) {
      throw new IllegalArgumentException("only 'C' or 'F' order is permitted, not " + order);
    }
    long[] copy = Shapes.checked(shape);
    return new Layout(0, copy, strides(copy, order));
  }

  private static long[] strides(long[] shape, Order order) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = 0; i < shape.length; i++) {
      int axis = order == Order.F ? i : shape.length - 1 - i;
      strides[axis] = step;
      step *= Math.max(1, shape[axis]);
    }
    return strides;
  }

  /// A layout from its parts, which must fit the storage they are used with.
  public static Layout of(long offset, long[] shape, long[] strides) {
    if (shape.length != strides.length) {
      throw new ShapeException(
          "shape and strides differ in length: " + shape.length + " and " + strides.length);
    }
    return new Layout(offset, Shapes.checked(shape), strides.clone());
  }

  /// A layout from parts that are known to be right and that nobody else holds: a view is made in a
  /// few nanoseconds, and copies would double them.
  ///
  /// @throws ShapeException if there are too many dimensions
  static Layout owning(long offset, long[] shape, long[] strides) {
    if (shape.length > MAX_DIMENSIONS) {
      Shapes.checked(shape);
    }
    return new Layout(offset, shape, strides);
  }

  /// The axes of length 1 do not count, and an empty array is contiguous in both orders.
  private static boolean isContiguous(long[] shape, long[] strides, long size, int axis, int next) {
    if (size == 0) {
      return true;
    }
    long step = 1;
    for (int i = axis; i >= 0 && i < shape.length; i += next) {
      if (shape[i] != 1) {
        if (strides[i] != step) {
          return false;
        }
        step *= shape[i];
      }
    }
    return true;
  }

  public long offset() {
    return offset;
  }

  public int ndim() {
    return shape.length;
  }

  public long size() {
    return size;
  }

  public long shape(int axis) {
    return shape[axis];
  }

  public long stride(int axis) {
    return strides[axis];
  }

  public long[] shape() {
    return shape.clone();
  }

  public long[] strides() {
    return strides.clone();
  }

  public boolean isContiguousC() {
    return contiguousC;
  }

  public boolean isContiguousF() {
    return contiguousF;
  }

  /// Whether both have the same lengths.
  public boolean sameShape(Layout other) {
    return shape.length == 1 && other.shape.length == 1
        ? size == other.size
        : Arrays.equals(shape, other.shape);
  }

  /// Whether this broadcasts to the shape of `target`: each axis, counted from the end, has its
  /// length or 1.
  public boolean broadcastsTo(Layout target) {
    int extra = target.shape.length - shape.length;
    if (extra < 0) {
      return false;
    }
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] != 1 && shape[axis] != target.shape[axis + extra]) {
        return false;
      }
    }
    return true;
  }

  /// Whether both name the same elements in the same order.
  public boolean sameElements(Layout other) {
    return offset == other.offset
        && Arrays.equals(shape, other.shape)
        && Arrays.equals(strides, other.strides);
  }

  /// The position of an element. Negative indices count from the end.
  ///
  /// @throws IndexOutOfBoundsException if an index is out of range
  /// @throws IndexingException if the number of indices is not the number of dimensions
  public long position(long... index) {
    if (index.length != shape.length) {
      throw IndexingException.notOneForEachAxis(shape.length, index.length);
    }
    long position = offset;
    for (int axis = 0; axis < index.length; axis++) {
      position += Shapes.index(index[axis], axis, shape[axis]) * strides[axis];
    }
    return position;
  }

  /// The lowest position of any element; meaningless when there is none.
  long low() {
    return low;
  }

  /// The highest position of any element; meaningless when there is none.
  long high() {
    return high;
  }

  Layout transpose(int[] axes) {
    long[] newShape = new long[axes.length];
    long[] newStrides = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      newShape[i] = shape[axes[i]];
      newStrides[i] = strides[axes[i]];
    }
    return new Layout(offset, newShape, newStrides);
  }

  /// This layout stretched to `target`, new and stretched axes with stride 0.
  Layout broadcastTo(long[] target) {
    long[] checked = Shapes.checked(target);
    int extra = checked.length - shape.length;
    long[] newStrides = new long[checked.length];
    boolean fits = extra >= 0;
    for (int axis = 0; fits && axis < shape.length; axis++) {
      if (shape[axis] == checked[axis + extra]) {
        newStrides[axis + extra] = strides[axis];
      } else {
        fits = shape[axis] == 1;
      }
    }
    if (!fits) {
      throw new BroadcastException(
          "operands could not be broadcast together with remapped shapes [original->remapped]: "
              + Shapes.toString(shape)
              + "  and requested shape "
              + Shapes.toString(checked));
    }
    return new Layout(offset, checked, newStrides);
  }

  /// This layout with another shape of the same size, elements taken in C order, or null where that
  /// needs a copy. Axes are merged where their strides allow and split freely.
  Layout reshape(long[] target) {
    if (size == 0 || contiguousC) {
      long[] copy = Shapes.checked(target);
      return new Layout(offset, copy, strides(copy, Order.C));
    }
    long[] oldShape = new long[shape.length];
    long[] oldStrides = new long[shape.length];
    int kept = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] != 1) {
        oldShape[kept] = shape[axis];
        oldStrides[kept++] = strides[axis];
      }
    }
    long[] newStrides = new long[target.length];
    int from = 0;
    int to = 0;
    while (from < kept && to < target.length) {
      // the smallest groups of old and new axes with the same number of elements
      int fromEnd = from + 1;
      int toEnd = to + 1;
      long oldCount = oldShape[from];
      long newCount = target[to];
      while (oldCount != newCount) {
        if (newCount < oldCount) {
          newCount *= target[toEnd++];
        } else {
          oldCount *= oldShape[fromEnd++];
        }
      }
      for (int axis = from; axis < fromEnd - 1; axis++) {
        if (oldStrides[axis] != oldShape[axis + 1] * oldStrides[axis + 1]) {
          return null;
        }
      }
      newStrides[toEnd - 1] = oldStrides[fromEnd - 1];
      for (int axis = toEnd - 1; axis > to; axis--) {
        newStrides[axis - 1] = newStrides[axis] * target[axis];
      }
      from = fromEnd;
      to = toEnd;
    }
    for (; to < target.length; to++) {
      newStrides[to] = to == 0 ? 1 : newStrides[to - 1];
    }
    return new Layout(offset, target.clone(), newStrides);
  }

  /// This layout with two axes exchanged.
  Layout swapaxes(int axis1, int axis2) {
    long[] newShape = shape.clone();
    long[] newStrides = strides.clone();
    newShape[axis1] = shape[axis2];
    newShape[axis2] = shape[axis1];
    newStrides[axis1] = strides[axis2];
    newStrides[axis2] = strides[axis1];
    return new Layout(offset, newShape, newStrides);
  }

  /// This layout with one axis at another position.
  Layout moveaxis(int source, int destination) {
    return new Layout(
        offset, moved(shape, source, destination), moved(strides, source, destination));
  }

  private static long[] moved(long[] values, int source, int destination) {
    long[] result = values.clone();
    if (source < destination) {
      System.arraycopy(values, source + 1, result, source, destination - source);
    } else {
      System.arraycopy(values, destination, result, destination + 1, source - destination);
    }
    result[destination] = values[source];
    return result;
  }

  @Override
  public String toString() {
    return "Layout[offset="
        + offset
        + ", shape="
        + Shapes.toString(shape)
        + ", strides="
        + Shapes.toString(strides)
        + "]";
  }
}
