package io.lanewise.ndarray;

/// The order of an array's axes in memory, and layouts of new arrays that keep it.
public final class MemoryOrder {
  private MemoryOrder() {}

  /// The axes from the longest step to the shortest; C order where steps are equal. Negative steps
  /// count by their length.
  static int[] axes(Layout layout) {
    int[] axes = new int[layout.ndim()];
    for (int i = 0; i < axes.length; i++) {
      int place = i;
      while (place > 0 && Math.abs(layout.stride(axes[place - 1])) < Math.abs(layout.stride(i))) {
        axes[place] = axes[place - 1];
        place--;
      }
      axes[place] = i;
    }
    return axes;
  }

  /// The axes of `ndim` dimensions from the slowest to the fastest in memory: NumPy's order K, as
  /// its iterator sorts them. Starting from the last axis, each finds its place among those after
  /// it. Stretched axes and those of length 1 have no vote, and where arrays disagree, C order
  /// wins.
  ///
  /// @param arrays of so many dimensions or fewer, whose axes are then the last ones; nulls are
  ///   scalars
  public static int[] iterated(int ndim, NDArray... arrays) {
    int[] axes = new int[ndim];
    for (int axis = ndim - 1; axis >= 0; axis--) {
      // the axes after this one are sorted; move those before it that must be outside of it
      int place = axis;
      for (int i = axis + 1; i < ndim; i++) {
        int outside = outside(axis, axes[i], ndim, arrays);
        if (outside > 0) {
          break;
        }
        if (outside < 0) {
          place = i;
        }
      }
      System.arraycopy(axes, axis + 1, axes, axis, place - axis);
      axes[place] = axis;
    }
    return axes;
  }

  /// Whether axis `a` stays outside of the later axis `b` (1) or goes inside (-1); 0 where no array
  /// has a say.
  private static int outside(int a, int b, int ndim, NDArray... arrays) {
    int result = 0;
    for (NDArray array : arrays) {
      if (array != null) {
        long x = step(array, a - ndim + array.ndim());
        long y = step(array, b - ndim + array.ndim());
        if (x != 0 && y != 0) {
          if (x >= y) {
            return 1;
          }
          result = -1;
        }
      }
    }
    return result;
  }

  private static long step(NDArray a, int axis) {
    return axis < 0 || a.layout().shape(axis) == 1 ? 0 : Math.abs(a.layout().stride(axis));
  }

  /// The axes in an order that suits several arrays of the same number of dimensions: the first
  /// that tells two axes apart decides for F order, and any for C order.
  private static int[] axes(NDArray... arrays) {
    int ndim = arrays[0].ndim();
    int[] axes = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      int place = i;
      for (int before = i - 1; before >= 0; before--) {
        int vote = vote(i, axes[before], arrays);
        if (vote < 0) {
          break;
        }
        if (vote > 0) {
          place = before;
        }
      }
      System.arraycopy(axes, place, axes, place + 1, i - place);
      axes[place] = i;
    }
    return axes;
  }

  /// Positive if `axis` should come before `other`, which precedes it in C order; negative if it
  /// should not; 0 if no array tells.
  private static int vote(int axis, int other, NDArray... arrays) {
    int vote = 0;
    for (NDArray a : arrays) {
      Layout layout = a.layout();
      if (layout.shape(axis) != 1 && layout.shape(other) != 1) {
        if (Math.abs(layout.stride(axis)) <= Math.abs(layout.stride(other))) {
          return -1;
        }
        vote = 1;
      }
    }
    return vote;
  }

  /// The layout of a new array whose axes, the outermost first, lie in memory in the given order.
  static Layout of(long[] shape, int... axes) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = axes.length - 1; i >= 0; i--) {
      strides[axes[i]] = step;
      step *= Math.max(1, shape[axes[i]]);
    }
    Shapes.size(shape);
    return Layout.of(0, shape, strides);
  }

  /// The layout of a new array of the shape of `a`.
  static Layout like(NDArray a, Order order) {
    Layout layout = a.layout();
    return switch (order) {
      case C, F -> Layout.of(layout.shape(), order);
      case A -> Layout.of(layout.shape(), readingOrder(a, Order.A));
      case K -> of(layout.shape(), layout.isContiguousC() ? inOrder(a.ndim()) : axes(layout));
    };
  }

  /// The layout of a new array of `shape` in the order of the axes of `a`, if it has as many.
  static Layout like(NDArray a, Order order, long... shape) {
    return order == Order.K && shape.length == a.ndim()
        ? of(shape, a.isContiguous() ? inOrder(a.ndim()) : axes(a.layout()))
        : Layout.of(shape, order == Order.K ? Order.C : readingOrder(a, order));
  }

  /// The layout of a new array of `shape` that keeps the order that most of `arrays` have.
  static Layout common(long[] shape, NDArray... arrays) {
    return of(shape, axes(arrays));
  }

  /// C or F for A and the orders themselves.
  static Order readingOrder(NDArray a, Order order) {
    if (order == Order.A) {
      return a.layout().isContiguousF() && !a.layout().isContiguousC() ? Order.F : Order.C;
    }
    return order;
  }

  /// A new array for elements that nobody has borrowed; see [MemoryPool#empty(DType, Layout)].
  static NDArray empty(DType dtype, Layout layout) {
    return new NDArray(dtype, Storage.allocate(dtype, layout), layout, true, null);
  }

  private static int[] inOrder(int ndim) {
    int[] axes = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      axes[i] = i;
    }
    return axes;
  }
}
