package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Views of arrays: the same memory under other shapes and strides, at no cost per element. NumPy's
/// functions of the same names; a function that may have to copy says so. Views of read-only arrays
/// are read-only.
///
/// ```java
/// NDArray windows = Views.slidingWindowView(a, 5);     // (n - 4, 5), one element a step
/// ```
///
/// Long because NumPy's chapter is: most functions are a few lines, and their contracts as many.
public final class Views {
  private Views() {}

  // Shapes

  static NDArray reshape(NDArray a, long... shape) {
    return reshaped(a, resolve(a, shape), CopyMode.IF_NEEDED);
  }

  /// The same elements with another shape, read and laid out in the given order; one length may be
  /// -1. A view where the strides allow, otherwise a copy.
  ///
  /// @throws ShapeException if the sizes differ, or more than one length is unknown
  /// @throws IllegalArgumentException for order K
  public static NDArray reshape(NDArray a, Order order, long... shape) {
    return reshape(a, order, CopyMode.IF_NEEDED, shape);
  }

  /// [#reshape(NDArray, Order, long...)] that always copies, or never.
  ///
  /// @throws ShapeException also where a copy is needed and `copy` is NEVER
  public static NDArray reshape(NDArray a, Order order, CopyMode copy, long... shape) {
    if (order == Order.K) {
      throw new IllegalArgumentException("order 'K' is not permitted for reshaping");
    }
    long[] target = resolve(a, shape);
    if (MemoryOrder.readingOrder(a, order) == Order.F) {
      return reshaped(a.T(), reversed(target), copy).T();
    }
    return reshaped(a, target, copy);
  }

  private static NDArray reshaped(NDArray a, long[] target, CopyMode copy) {
    if (copy == CopyMode.ALWAYS) {
      return a.copy().reshape(target);
    }
    Layout view = a.layout().reshape(target);
    if (view != null) {
      return a.withLayout(view);
    }
    if (copy == CopyMode.NEVER) {
      throw new ShapeException(
          "Unable to avoid creating a copy while reshaping. Shape "
              + Shapes.toString(a.shape())
              + " with strides "
              + Shapes.toString(a.strides())
              + " to "
              + Shapes.toString(target));
    }
    Events.hiddenCopy("reshape", "the strides do not allow a view", a.size());
    return a.copy().reshape(target);
  }

  private static long[] reversed(long... shape) {
    long[] result = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      result[i] = shape[shape.length - 1 - i];
    }
    return result;
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

  /// The elements in C order, one after another: a view of a C-contiguous array, otherwise a copy.
  public static NDArray ravel(NDArray a) {
    return ravel(a, Order.C);
  }

  /// The elements in the given order, one after another: a view where they already are, otherwise a
  /// copy. With order K elements are taken as they lie in memory, axes with negative steps as they
  /// are read.
  public static NDArray ravel(NDArray a, Order order) {
    NDArray turned = inReadingOrder(a, order);
    return turned.isContiguous() ? turned.reshape(-1) : flat(turned);
  }

  /// A copy of the elements in C order, one after another.
  public static NDArray flatten(NDArray a) {
    return flatten(a, Order.C);
  }

  /// A copy of the elements in the given order, one after another.
  public static NDArray flatten(NDArray a, Order order) {
    return flat(inReadingOrder(a, order));
  }

  /// A view whose C order is the given order of `a`.
  private static NDArray inReadingOrder(NDArray a, Order order) {
    if (a.ndim() < 2) {
      return a;
    }
    return switch (MemoryOrder.readingOrder(a, order)) {
      case F -> a.T();
      case K -> a.isContiguous() ? a : a.transpose(MemoryOrder.iterated(a.ndim(), a));
      default -> a;
    };
  }

  private static NDArray flat(NDArray a) {
    NDArray result = MemoryPool.empty(a.dtype(), a.size());
    result.reshape(a.shape()).set(a);
    return result;
  }

  /// A view with new axes of length 1, at these positions of the result.
  ///
  /// @throws AxisException if the result has no such axis
  /// @throws IllegalArgumentException if one occurs twice
  public static NDArray expandDims(NDArray a, int... axes) {
    int ndim = a.ndim() + axes.length;
    boolean[] added = named(axes, ndim, "repeated axis");
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    int from = 0;
    for (int axis = 0; axis < ndim; axis++) {
      shape[axis] = added[axis] ? 1 : a.layout().shape(from);
      strides[axis] = added[axis] ? 0 : a.layout().stride(from++);
    }
    return a.withLayout(Layout.owning(a.offset(), shape, strides));
  }

  /// A view without axes of length 1: all of them, or only the given ones.
  ///
  /// @throws AxisException if there is no such axis
  /// @throws ShapeException if a given axis is longer
  public static NDArray squeeze(NDArray a, int... axes) {
    Layout layout = a.layout();
    if (layout.ndim() == 0 && axes.length == 1 && (axes[0] == 0 || axes[0] == -1)) {
      // as NumPy, which lets a 0-d array have the one axis it could have had
      return a;
    }
    boolean[] removed = Shapes.axes(axes, a.ndim());
    int kept = 0;
    for (int axis = 0; axis < removed.length; axis++) {
      if (axes.length == 0) {
        removed[axis] = layout.shape(axis) == 1;
      } else if (removed[axis] && layout.shape(axis) != 1) {
        throw new ShapeException(
            "cannot select an axis to squeeze out which has size not equal to one: axis "
                + axis
                + " of shape "
                + Shapes.toString(layout.shape()));
      }
      kept += removed[axis] ? 0 : 1;
    }
    long[] shape = new long[kept];
    long[] strides = new long[kept];
    int to = 0;
    for (int axis = 0; axis < removed.length; axis++) {
      if (!removed[axis]) {
        shape[to] = layout.shape(axis);
        strides[to++] = layout.stride(axis);
      }
    }
    return a.withLayout(Layout.owning(a.offset(), shape, strides));
  }

  /// `a`, or a view of a 0-d array with one axis.
  public static NDArray atleast1d(NDArray a) {
    return a.ndim() == 0 ? a.reshape(1) : a;
  }

  /// `a`, or a view with axes added in front: `(n,)` becomes `(1, n)`.
  public static NDArray atleast2d(NDArray a) {
    return switch (a.ndim()) {
      case 0 -> a.reshape(1, 1);
      case 1 -> expandDims(a, 0);
      default -> a;
    };
  }

  /// `a`, or a view with axes added: `(n,)` becomes `(1, n, 1)`, `(m, n)` becomes `(m, n, 1)`.
  public static NDArray atleast3d(NDArray a) {
    return switch (a.ndim()) {
      case 0 -> a.reshape(1, 1, 1);
      case 1 -> expandDims(a, 0, 2);
      case 2 -> expandDims(a, 2);
      default -> a;
    };
  }

  // Axes in another order

  /// A view with two axes exchanged.
  ///
  /// @throws AxisException if there is no such axis
  public static NDArray swapaxes(NDArray a, int axis1, int axis2) {
    int first = axis(axis1, a.ndim(), "axis1: ");
    int second = axis(axis2, a.ndim(), "axis2: ");
    return a.withLayout(a.layout().swapaxes(first, second));
  }

  /// A view with one axis at another position, the others in their order.
  ///
  /// @throws AxisException if there is no such axis
  public static NDArray moveaxis(NDArray a, int source, int destination) {
    int from = axis(source, a.ndim(), "source: ");
    int to = axis(destination, a.ndim(), "destination: ");
    return a.withLayout(a.layout().moveaxis(from, to));
  }

  /// A view with axes at other positions, the rest in their order.
  ///
  /// @throws AxisException if there is no such axis
  /// @throws IllegalArgumentException if the numbers of axes differ, or one occurs twice
  public static NDArray moveaxis(NDArray a, int[] source, int[] destination) {
    int ndim = a.ndim();
    boolean[] moved = new boolean[ndim];
    int[] order = new int[ndim];
    Arrays.fill(order, -1);
    int[] from = positions(source, ndim, "source");
    int[] to = positions(destination, ndim, "destination");
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "`source` and `destination` arguments must have the same number of elements, not "
              + from.length
              + " and "
              + to.length);
    }
    for (int i = 0; i < from.length; i++) {
      moved[from[i]] = true;
      order[to[i]] = from[i];
    }
    int next = 0;
    for (int i = 0; i < ndim; i++) {
      if (order[i] < 0) {
        while (moved[next]) {
          next++;
        }
        order[i] = next++;
      }
    }
    return a.withLayout(a.layout().transpose(order));
  }

  private static int[] positions(int[] axes, int ndim, String argument) {
    int[] positions = new int[axes.length];
    boolean[] seen = new boolean[ndim];
    for (int i = 0; i < axes.length; i++) {
      positions[i] = axis(axes[i], ndim, argument + ": ");
      if (seen[positions[i]]) {
        throw new IllegalArgumentException("repeated axis in `" + argument + "` argument");
      }
      seen[positions[i]] = true;
    }
    return positions;
  }

  /// A view with one axis moved back until it lies before position `start`. [#moveaxis(NDArray,
  /// int, int)] is easier to read.
  ///
  /// @throws AxisException if there is no such axis or position
  public static NDArray rollaxis(NDArray a, int axis, int start) {
    int ndim = a.ndim();
    int from = Shapes.axis(axis, ndim);
    if (start < -ndim || start > ndim) {
      throw new AxisException(
          "'start' arg requires "
              + -ndim
              + " <= start < "
              + (ndim + 1)
              + ", but "
              + start
              + " was passed in");
    }
    int before = start < 0 ? start + ndim : start;
    return moveaxis(a, from, from < before ? before - 1 : before);
  }

  /// A view with the axes in the given order; reversed where none is given.
  ///
  /// @throws IllegalArgumentException if `axes` is not a permutation
  public static NDArray permuteDims(NDArray a, int... axes) {
    return a.transpose(axes);
  }

  /// A view with the last two axes exchanged.
  ///
  /// @throws ShapeException if there are fewer than two
  public static NDArray matrixTranspose(NDArray a) {
    if (a.ndim() < 2) {
      throw new ShapeException("Input array must be at least 2-dimensional, but it is " + a.ndim());
    }
    return swapaxes(a, -1, -2);
  }

  // Turned and mirrored

  /// A view with the elements along the given axes in reverse; along all where none is given.
  ///
  /// @throws AxisException if there is no such axis
  /// @throws IllegalArgumentException if one occurs twice
  public static NDArray flip(NDArray a, int... axes) {
    boolean[] reversed = axes.length == 0 ? null : named(axes, a.ndim(), "repeated axis");
    long[] strides = a.strides();
    long offset = a.offset();
    for (int axis = 0; axis < strides.length; axis++) {
      if (reversed == null || reversed[axis]) {
        offset += a.size() == 0 ? 0 : (a.layout().shape(axis) - 1) * strides[axis];
        strides[axis] = -strides[axis];
      }
    }
    return a.withLayout(Layout.owning(offset, a.shape(), strides));
  }

  /// A view with the columns (axis 1) in reverse.
  ///
  /// @throws ShapeException if there are fewer than two axes
  public static NDArray fliplr(NDArray a) {
    if (a.ndim() < 2) {
      throw new ShapeException("fliplr: Input must be >= 2-d.");
    }
    return flip(a, 1);
  }

  /// A view with the rows (axis 0) in reverse.
  ///
  /// @throws ShapeException if there is no axis
  public static NDArray flipud(NDArray a) {
    if (a.ndim() < 1) {
      throw new ShapeException("flipud: Input must be >= 1-d.");
    }
    return flip(a, 0);
  }

  /// A view turned by 90 degrees, from axis 0 towards axis 1.
  public static NDArray rot90(NDArray a) {
    return rot90(a, 1, 0, 1);
  }

  /// A view turned by `k` times 90 degrees, from axis `from` towards axis `to`.
  ///
  /// @throws IllegalArgumentException if the axes are the same or out of range
  public static NDArray rot90(NDArray a, int k, int from, int to) {
    int ndim = a.ndim();
    if (from == to || Math.abs((long) from - to) == ndim) {
      throw new IllegalArgumentException("rot90: Axes must be different.");
    }
    if (from >= ndim || from < -ndim || to >= ndim || to < -ndim) {
      throw new IllegalArgumentException(
          "rot90: Axes=(" + from + "," + to + ") out of range for array of ndim=" + ndim + ".");
    }
    return switch (Math.floorMod(k, 4)) {
      case 0 -> a.withLayout(a.layout());
      case 1 -> swapaxes(flip(a, to), from, to);
      case 2 -> flip(a, from, to);
      default -> flip(swapaxes(a, from, to), to);
    };
  }

  /// A read-only view of the main diagonal of the first two axes.
  public static NDArray diagonal(NDArray a) {
    return diagonal(a, 0, 0, 1);
  }

  /// A read-only view of the diagonal of two axes that starts `offset` columns to the right. The
  /// diagonal becomes the last axis.
  ///
  /// @throws ShapeException if there are fewer than two axes
  /// @throws AxisException if there is no such axis
  /// @throws IllegalArgumentException if they are the same
  public static NDArray diagonal(NDArray a, long offset, int axis1, int axis2) {
    return StrideTricks.diagonal(a, offset, axis1, axis2).readOnly();
  }

  // Stretched and overlapping

  /// The shape to which all broadcast together; `()` for none.
  ///
  /// @throws BroadcastException if they do not; it names the first two that differ
  public static long[] broadcastShapes(long[]... shapes) {
    return StrideTricks.broadcastShapes(shapes);
  }

  /// Read-only views of all arrays, stretched to their common shape.
  ///
  /// @throws BroadcastException if there is none
  public static List<NDArray> broadcastArrays(NDArray... arrays) {
    long[] shape =
        broadcastShapes(Arrays.stream(arrays).map(NDArray::shape).toArray(long[][]::new));
    return Arrays.stream(arrays).map(a -> a.broadcastTo(shape)).toList();
  }

  /// A view that starts at the first element of `a` and has any shape and strides, in elements.
  /// Elements may occur many times: write to such a view only where none does, or make it
  /// [NDArray#readOnly()]. NumPy's `lib.stride_tricks.as_strided`, but never outside of the memory.
  ///
  /// @throws IllegalArgumentException if the view would reach outside of the memory behind `a`
  public static NDArray asStrided(NDArray a, long[] shape, long... strides) {
    return StrideTricks.asStrided(a, shape, strides);
  }

  /// A read-only view of all windows of the given lengths: one axis of positions for each axis of
  /// `a`, then the axes of the window.
  ///
  /// @throws ShapeException if there is not one length for each axis, one is negative, or longer
  ///   than the axis
  public static NDArray slidingWindowView(NDArray a, long... window) {
    StrideTricks.requireLengths(window);
    if (window.length != a.ndim()) {
      throw new ShapeException(
          "Since axis is `None`, must provide window_shape for all dimensions of `x`; got "
              + window.length
              + " window_shape elements and `x.ndim` is "
              + a.ndim()
              + ".");
    }
    return slidingWindowView(a, window, inOrder(a.ndim()));
  }

  /// A read-only view of all windows along some axes, of which one may occur again.
  ///
  /// @throws ShapeException see [#slidingWindowView(NDArray, long...)]
  /// @throws AxisException if there is no such axis
  public static NDArray slidingWindowView(NDArray a, long[] window, int... axes) {
    return StrideTricks.slidingWindowView(a, window, axes);
  }

  // Memory

  /// A view of the same memory as elements of another dtype. Where the sizes of the elements
  /// differ, the last axis becomes shorter or longer.
  ///
  /// Java arrays of one primitive type show any dtype of its width; under another they become a
  /// segment, which kernels stage. A `boolean[]` shows no other dtype.
  ///
  /// @throws ShapeException if the sizes do not fit
  /// @throws UnsupportedOperationException for a `boolean[]`, and where steps are not whole
  ///   elements of the new dtype
  public static NDArray view(NDArray a, DType dtype) {
    return Reinterpretation.view(a, dtype);
  }

  /// Whether an element of `a` and one of `b` have a byte in common. Exact: strides are compared,
  /// which in rare cases takes exponential time; see [#sharesMemory(NDArray, NDArray, long)].
  public static boolean sharesMemory(NDArray a, NDArray b) {
    return MemorySharing.sharesMemory(a, b, Long.MAX_VALUE);
  }

  /// Whether an element of `a` and one of `b` have a byte in common, found in at most `maxWork`
  /// steps.
  ///
  /// @throws IllegalStateException if that takes more
  public static boolean sharesMemory(NDArray a, NDArray b, long maxWork) {
    return MemorySharing.sharesMemory(a, b, maxWork);
  }

  /// Whether the memory from the first to the last element of each has bytes in common; quick, and
  /// true also for arrays that interleave.
  public static boolean mayShareMemory(NDArray a, NDArray b) {
    return Overlap.mayShareMemory(a, b);
  }

  /// `a` where it is C-contiguous, otherwise a copy that is; with at least one axis.
  public static NDArray ascontiguousarray(NDArray a) {
    return contiguous(atleast1d(a), Order.C);
  }

  /// `a` where it is contiguous in Fortran order, otherwise a copy that is; with at least one axis.
  public static NDArray asfortranarray(NDArray a) {
    return contiguous(atleast1d(a), Order.F);
  }

  private static NDArray contiguous(NDArray a, Order order) {
    boolean already = order == Order.F ? a.layout().isContiguousF() : a.layout().isContiguousC();
    return already ? a : copied(a, order);
  }

  private static NDArray copied(NDArray a, Order order) {
    NDArray result = MemoryPool.empty(a.dtype(), MemoryOrder.like(a, order));
    result.set(a);
    return result;
  }

  /// `a` where it meets all requirements, otherwise a copy that does.
  ///
  /// @throws IllegalArgumentException if it must be contiguous in both orders
  public static NDArray require(NDArray a, Requirement... requirements) {
    Objects.requireNonNull(a, "a");
    List<Requirement> all = List.of(requirements);
    boolean c = all.contains(Requirement.C_CONTIGUOUS);
    boolean f = all.contains(Requirement.F_CONTIGUOUS);
    if (c && f) {
      throw new IllegalArgumentException("Cannot specify both \"C\" and \"F\" order");
    }
    Order order = c ? Order.C : f ? Order.F : Order.A;
    NDArray result = order == Order.A ? a : contiguous(a, order);
    boolean copy =
        all.contains(Requirement.WRITEABLE) && !result.isWriteable()
            || all.contains(Requirement.OWN_DATA) && result.base() != null;
    return copy ? copied(result, order) : result;
  }

  // Axes of arguments

  static int[] inOrder(int ndim) {
    int[] axes = new int[ndim];
    for (int i = 0; i < ndim; i++) {
      axes[i] = i;
    }
    return axes;
  }

  static int axis(int axis, int ndim, String argument) {
    if (axis < -ndim || axis >= ndim) {
      throw new AxisException(argument, axis, ndim);
    }
    return axis < 0 ? axis + ndim : axis;
  }

  private static boolean[] named(int[] axes, int ndim, String repeated) {
    boolean[] named = new boolean[ndim];
    for (int axis : axes) {
      int checked = Shapes.axis(axis, ndim);
      if (named[checked]) {
        throw new IllegalArgumentException(repeated);
      }
      named[checked] = true;
    }
    return named;
  }
}
