package io.lanewise.ndarray;

/// Elements put in and taken out along one axis.
final class Editing {
  private Editing() {}

  static NDArray insert(NDArray a, long position, NDArray values, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long n = a.shape(along);
    long at = insertionPoint(position, along, n);
    NDArray given = atLeast(values, a.ndim());
    // each position of the first axis of the values is one inserted slice
    return inserted(a, along, at, Views.moveaxis(given, 0, along));
  }

  private static NDArray inserted(NDArray a, int axis, long at, NDArray values) {
    long n = a.shape(axis);
    long added = values.shape(axis);
    NDArray result = like(a, axis, Shapes.sum("insert", n, added));
    long[] target = result.shape();
    target[axis] = added;
    if (!fits(values, target)) {
      throw new BroadcastException(
          "insert: could not broadcast input array from shape "
              + Shapes.toString(values.shape())
              + " into shape "
              + Shapes.toString(target));
    }
    Joining.slice(result, axis, 0, at).set(Joining.slice(a, axis, 0, at));
    Joining.slice(result, axis, at, at + added).set(values);
    Joining.slice(result, axis, at + added, n + added).set(Joining.slice(a, axis, at, n));
    return result;
  }

  static NDArray insert(NDArray a, NDArray positions, NDArray values, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    if (positions.dtype() == DType.BOOL && positions.ndim() != 1) {
      throw new IllegalArgumentException(
          "boolean array argument obj to insert must be one dimensional, not of shape "
              + Shapes.toString(positions.shape()));
    }
    if (positions.ndim() > 1) {
      throw new IllegalArgumentException(
          "index array argument obj to insert must be one dimensional or scalar, not of shape "
              + Shapes.toString(positions.shape()));
    }
    long[] at =
        positions.dtype() == DType.BOOL ? Masks.truePositions(positions) : integers(positions);
    return insert(a, at, values, along);
  }

  static NDArray insert(NDArray a, Index.Slice positions, NDArray values, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    return insert(a, positions(positions, a.shape(along)), values, along);
  }

  private static NDArray insert(NDArray a, long[] at, NDArray values, int axis) {
    long n = a.shape(axis);
    NDArray given = atLeast(values, a.ndim());
    for (int i = 0; i < at.length; i++) {
      at[i] = insertionPoint(at[i], axis, n);
    }
    if (at.length == 1) {
      return inserted(a, axis, at[0], given);
    }
    NDArray result = like(a, axis, Shapes.sum("insert", n, at.length));
    long[] target = result.shape();
    target[axis] = at.length;
    if (!fits(given, target)) {
      throw new BroadcastException(
          "insert: shape mismatch: value array of shape "
              + Shapes.toString(values.shape())
              + " could not be broadcast to indexing result of shape "
              + Shapes.toString(target));
    }
    NDArray spread = stretched(given, target);
    long[] order = sorted(at, n);
    long from = 0;
    long to = 0;
    for (long which : order) {
      long next = at[(int) which];
      Joining.slice(result, axis, to, to + next - from).set(Joining.slice(a, axis, from, next));
      to += next - from;
      from = next;
      Joining.slice(result, axis, to, to + 1).set(Joining.slice(spread, axis, which, which + 1));
      to++;
    }
    Joining.slice(result, axis, to, n + at.length).set(Joining.slice(a, axis, from, n));
    return result;
  }

  /// The numbers of the positions by where they are, equal ones in the order given; by counting.
  private static long[] sorted(long[] at, long n) {
    int[] start = new int[Shapes.javaLength("insert", n + 2)];
    for (long position : at) {
      start[(int) position + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    long[] order = new long[at.length];
    for (int i = 0; i < at.length; i++) {
      order[start[(int) at[i]]++] = i;
    }
    return order;
  }

  private static long insertionPoint(long position, int axis, long n) {
    if (position < -n || position > n) {
      throw outOfBounds(position, axis, n);
    }
    return position < 0 ? position + n : position;
  }

  private static IndexOutOfBoundsException outOfBounds(long position, int axis, long n) {
    return new IndexOutOfBoundsException(
        "index " + position + " is out of bounds for axis " + axis + " with size " + n);
  }

  private static NDArray atLeast(NDArray values, int ndim) {
    return values.ndim() >= ndim
        ? values
        : Views.expandDims(values, Views.inOrder(ndim - values.ndim()));
  }

  private static NDArray stretched(NDArray values, long[] target) {
    NDArray fitting = values;
    while (fitting.ndim() > target.length) {
      fitting = Views.squeeze(fitting, 0);
    }
    return fitting.broadcastTo(target);
  }

  private static boolean fits(NDArray values, long[] target) {
    int extra = values.ndim() - target.length;
    boolean fits = true;
    for (int axis = 0; axis < values.ndim(); axis++) {
      long length = values.shape(axis);
      fits &= length == 1 || axis >= extra && length == target[axis - extra];
    }
    return fits;
  }

  /// A new array for `length` elements along an axis; in Fortran order where `a` is in that only.
  private static NDArray like(NDArray a, int axis, long length) {
    long[] shape = a.shape();
    shape[axis] = length;
    return NDArray.empty(a.dtype(), MemoryOrder.readingOrder(a, Order.A), shape);
  }

  static long[] positions(Index.Slice slice, long n) {
    long[] positions = new long[Shapes.javaLength("index", slice.count(n))];
    long first = slice.first(n);
    for (int i = 0; i < positions.length; i++) {
      positions[i] = first + i * slice.step();
    }
    return positions;
  }

  static NDArray delete(NDArray a, long position, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long n = a.shape(along);
    if (position < -n || position >= n) {
      throw outOfBounds(position, along, n);
    }
    return without(a, position < 0 ? position + n : position, 1, along);
  }

  /// All but `count` positions from `first` on.
  private static NDArray without(NDArray a, long first, long count, int axis) {
    long n = a.shape(axis);
    NDArray result = like(a, axis, n - count);
    Joining.slice(result, axis, 0, first).set(Joining.slice(a, axis, 0, first));
    Joining.slice(result, axis, first, n - count).set(Joining.slice(a, axis, first + count, n));
    return result;
  }

  private static NDArray delete(NDArray a, long[] positions, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long n = a.shape(along);
    boolean[] gone = new boolean[Shapes.javaLength("delete", n)];
    for (long position : positions) {
      if (position < -n || position >= n) {
        throw outOfBounds(position, along, n);
      }
      gone[(int) (position < 0 ? position + n : position)] = true;
    }
    return without(a, gone, along);
  }

  static NDArray delete(NDArray a, Index.Slice positions, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long n = a.shape(along);
    return positions.step() == 1
        ? without(a, positions.first(n), positions.count(n), along)
        : delete(a, positions(positions, n), along);
  }

  static NDArray delete(NDArray a, NDArray positions, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    if (positions.dtype() != DType.BOOL) {
      return delete(a, integers(positions), along);
    }
    long n = a.shape(along);
    if (positions.ndim() != 1 || positions.size() != n) {
      throw new IllegalArgumentException(
          "boolean array argument obj to delete must be one dimensional and match the axis length"
              + " of "
              + n
              + ", not of shape "
              + Shapes.toString(positions.shape()));
    }
    return without(a, Masks.truth(positions), along);
  }

  /// The stretches that stay, one after another.
  private static NDArray without(NDArray a, boolean[] gone, int axis) {
    long kept = 0;
    for (boolean drop : gone) {
      kept += drop ? 0 : 1;
    }
    NDArray result = like(a, axis, kept);
    long to = 0;
    for (int from = 0; from < gone.length; from++) {
      int end = from;
      while (end < gone.length && !gone[end]) {
        end++;
      }
      if (end > from) {
        Joining.slice(result, axis, to, to + end - from).set(Joining.slice(a, axis, from, end));
        to += end - from;
        from = end;
      }
    }
    return result;
  }

  /// The smallest block that holds all elements that are not zero.
  static NDArray trimZeros(NDArray a, Trim trim, int... axes) {
    boolean[] trimmed = Shapes.axes(axes, a.ndim());
    boolean[] flat = Masks.truth(a);
    NDArray truth = NDArray.of(flat).reshape(a.shape());
    boolean nothing = firstTrue(flat) == flat.length;
    NDArray result = a;
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (axes.length > 0 && !trimmed[axis]) {
        continue;
      }
      if (nothing) {
        result = Joining.slice(result, axis, 0, 0);
        continue;
      }
      NDArray others = Views.moveaxis(truth, axis, 0).reshape(a.shape(axis), -1);
      boolean[] used = Masks.truth(others.any(1));
      int last = used.length;
      while (!used[last - 1]) {
        last--;
      }
      long from = trim == Trim.BACK ? 0 : firstTrue(used);
      result = Joining.slice(result, axis, from, trim == Trim.FRONT ? used.length : last);
    }
    return result;
  }

  private static int firstTrue(boolean[] flags) {
    int first = 0;
    while (first < flags.length && !flags[first]) {
      first++;
    }
    return first;
  }

  /// The elements of an integer array in C order.
  private static long[] integers(NDArray a) {
    if (!a.dtype().isInteger() && a.size() > 0) {
      throw new IndexingException(
          "arrays used as indices must be of integer (or boolean) type, not " + a.dtype());
    }
    long[] result = new long[Shapes.javaLength("index", a.size())];
    NDArray.of(result).reshape(a.shape()).set(a);
    return result;
  }
}
