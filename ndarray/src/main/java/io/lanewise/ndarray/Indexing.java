package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Overlap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// NumPy's indexing routines: elements taken from and put to positions, by masks and by choice.
///
/// Results are new arrays in C order. Positions and masks are checked before anything is written.
/// Where positions repeat, the later one counts.
public final class Indexing {
  private Indexing() {}

  /// The elements of the flattened array at `indices`, in their shape. Source: `numpy.take`.
  ///
  /// @throws IndexOutOfBoundsException if one is out of range
  public static NDArray take(NDArray a, NDArray indices) {
    return take(a.reshape(-1), indices, 0, IndexMode.RAISE);
  }

  /// The elements at `indices` along `axis`: that axis is replaced by those of `indices`. Source:
  /// `numpy.take`.
  ///
  /// @throws AxisException if there is no such axis
  /// @throws IndexOutOfBoundsException if an index is out of range, or any is wanted of an empty
  ///   axis
  /// @throws IndexingException if `indices` are not integers
  public static NDArray take(NDArray a, NDArray indices, int axis) {
    return take(a, indices, axis, IndexMode.RAISE);
  }

  /// The same with a rule for indices out of range.
  public static NDArray take(NDArray a, NDArray indices, int axis, IndexMode mode) {
    return a.get(taken(a, indices, axis, mode));
  }

  /// The same written to `out`, which may overlap the operands. Nothing is allocated for the
  /// elements where `out` is in C order and has the dtype of `a`.
  ///
  /// @throws BroadcastException if `out` has another shape than the result
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  public static NDArray take(NDArray a, NDArray indices, int axis, IndexMode mode, NDArray out) {
    return AdvancedIndexing.get("take", a, out, taken(a, indices, axis, mode));
  }

  private static Index[] taken(NDArray a, NDArray indices, int axis, IndexMode mode) {
    int along = Shapes.axis(axis, a.ndim());
    NDArray positions = positions(indices, a.shape(along), mode);
    if (a.shape(along) == 0 && indices.size() > 0) {
      throw new IndexOutOfBoundsException("cannot do a non-empty take from an empty axes.");
    }
    Index[] index = new Index[a.ndim()];
    Arrays.fill(index, Index.all());
    index[along] = Index.ints(positions);
    return index;
  }

  /// Integers as int64 positions; with WRAP and CLIP in range.
  private static NDArray positions(NDArray indices, long length, IndexMode mode) {
    if (indices.dtype() != DType.BOOL && !indices.dtype().isInteger()) {
      Casting.SAME_KIND.require(indices.dtype(), DType.INT64);
    }
    NDArray positions =
        indices.dtype() == DType.INT64 && mode == IndexMode.RAISE
            ? indices
            : indices.astype(DType.INT64, Order.C);
    if (mode != IndexMode.RAISE && length > 0) {
      bring((long[]) positions.storage().array(), length, mode);
    }
    return positions;
  }

  private static void bring(long[] positions, long length, IndexMode mode) {
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          mode == IndexMode.WRAP
              ? Math.floorMod(positions[i], length)
              : Math.clamp(positions[i], 0, length - 1);
    }
  }

  /// Of each 1-D row of `a` along `axis` the elements at the row of `indices`; along the other axes
  /// the two broadcast. Source: `numpy.take_along_axis`.
  ///
  /// @throws IllegalArgumentException if the numbers of dimensions differ
  /// @throws IndexOutOfBoundsException if an index is out of range or the shapes do not broadcast
  public static NDArray takeAlongAxis(NDArray a, NDArray indices, int axis) {
    return a.get(along(a, indices, axis));
  }

  /// Writes `values`, broadcast to `indices`, where [#takeAlongAxis] reads. Source:
  /// `numpy.put_along_axis`.
  public static void putAlongAxis(NDArray a, NDArray indices, NDArray values, int axis) {
    a.at(along(a, indices, axis)).set(values);
  }

  private static Index[] along(NDArray a, NDArray indices, int axis) {
    if (!indices.dtype().isInteger()) {
      throw new IndexingException("`indices` must be an integer array, not " + indices.dtype());
    }
    if (indices.ndim() != a.ndim()) {
      throw new IllegalArgumentException(
          "`indices` and `arr` must have the same number of dimensions: "
              + indices.ndim()
              + " and "
              + a.ndim());
    }
    int named = Shapes.axis(axis, a.ndim());
    Index[] index = new Index[a.ndim()];
    for (int i = 0; i < index.length; i++) {
      long[] shape = new long[a.ndim()];
      Arrays.fill(shape, 1);
      shape[i] = -1;
      index[i] = Index.ints(i == named ? indices : NDArray.arange(a.shape(i)).reshape(shape));
    }
    return index;
  }

  /// Writes `values`, repeated as often as needed, to positions of the flattened array. Source:
  /// `numpy.put`.
  ///
  /// @throws ReadOnlyArrayException if `a` is read-only
  /// @throws IndexOutOfBoundsException if a position is out of range
  public static void put(NDArray a, NDArray indices, NDArray values, IndexMode mode) {
    a.requireWriteable();
    long size = a.size();
    NDArray flat = positions(indices, size, mode).reshape(-1);
    if (size == 0 && flat.size() > 0) {
      throw new IndexOutOfBoundsException("cannot replace elements of an empty array");
    }
    if (flat.size() == 0 || values.size() == 0) {
      return;
    }
    NDArray elements = values.reshape(-1);
    if (elements.size() != flat.size() && elements.size() > 1) {
      NDArray repeated = NDArray.arange(flat.size());
      elements = take(elements, repeated, 0, IndexMode.WRAP);
    }
    if (Overlap.mayShareMemory(elements, a)) {
      elements = elements.copy();
    }
    Index[] at = new Index[a.ndim()];
    NDArray[] axes = unravel(flat, size, a.shape());
    for (int axis = 0; axis < at.length; axis++) {
      at[axis] = Index.ints(axes[axis]);
    }
    if (at.length == 0) {
      a.set(elements.get(-1));
    } else {
      a.at(at).set(elements);
    }
  }

  /// The same; a position out of range is an error.
  public static void put(NDArray a, NDArray indices, NDArray values) {
    put(a, indices, values, IndexMode.RAISE);
  }

  /// The positions along each axis of positions in the flattened array, which are checked.
  private static NDArray[] unravel(NDArray flat, long size, long... shape) {
    long[] rest = (long[]) flat.astype(DType.INT64, Order.C).storage().array();
    for (int i = 0; i < rest.length; i++) {
      rest[i] = Shapes.index(rest[i], 0, size);
    }
    NDArray[] axes = new NDArray[shape.length];
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      long[] along = new long[rest.length];
      for (int i = 0; i < rest.length; i++) {
        along[i] = rest[i] % shape[axis];
        rest[i] /= shape[axis];
      }
      axes[axis] = NDArray.of(along);
    }
    return axes;
  }

  /// Writes to the elements of `a` where `mask` is true the values at the same positions, `values`
  /// being repeated to the size of `a`. Source: `numpy.putmask`.
  ///
  /// @throws IllegalArgumentException if mask and array differ in size
  /// @throws CastingException if the dtype of `values` does not become that of `a` safely
  /// @throws ReadOnlyArrayException if `a` is read-only
  public static void putmask(NDArray a, NDArray mask, NDArray values) {
    a.requireWriteable();
    requireMask("putmask", a, mask);
    Casting.SAFE.require(values.dtype(), a.dtype());
    if (values.size() == 0 || a.size() == 0) {
      return;
    }
    NDArray everywhere = values.reshape(-1);
    if (everywhere.size() == 1) {
      everywhere = everywhere.reshape();
    } else {
      everywhere =
          everywhere.size() == a.size()
              ? everywhere.reshape(a.shape())
              : take(everywhere, NDArray.arange(a.size()).reshape(a.shape()), 0, IndexMode.WRAP);
    }
    Assignment.assignWhere(everywhere, truth(mask).reshape(a.shape()), a);
  }

  /// Writes to the elements of `a` where `mask` is true the first values, one after the other and
  /// repeated as often as needed. Source: `numpy.place`.
  ///
  /// @throws IllegalArgumentException if mask and array differ in size, or there are no values
  /// @throws CastingException if the dtype of `values` does not become that of `a` safely
  /// @throws ReadOnlyArrayException if `a` is read-only
  public static void place(NDArray a, NDArray mask, NDArray values) {
    a.requireWriteable();
    requireMask("place", a, mask);
    Casting.SAFE.require(values.dtype(), a.dtype());
    NDArray where = truth(mask).reshape(a.shape());
    long count = Masks.count(where);
    if (count == 0) {
      return;
    }
    if (values.size() == 0) {
      throw new IllegalArgumentException("Cannot insert from an empty array!");
    }
    NDArray elements = take(values.reshape(-1), NDArray.arange(count), 0, IndexMode.WRAP);
    if (a.ndim() == 0) {
      a.set(elements.get(0));
    } else {
      a.set(where, elements);
    }
  }

  private static void requireMask(String name, NDArray a, NDArray mask) {
    if (mask.size() != a.size()) {
      throw new IllegalArgumentException(
          name
              + ": mask and data must be the same size: "
              + Shapes.toString(mask.shape())
              + " and "
              + Shapes.toString(a.shape()));
    }
  }

  private static NDArray truth(NDArray mask) {
    return mask.dtype() == DType.BOOL ? mask : mask.astype(DType.BOOL);
  }

  /// At each position the element of the choice whose number stands there; `indices` and choices
  /// broadcast together. Source: `numpy.choose`.
  ///
  /// @throws IndexOutOfBoundsException if a number names no choice
  /// @throws BroadcastException if the shapes do not broadcast
  public static NDArray choose(NDArray indices, IndexMode mode, NDArray... choices) {
    requireChoices(choices.length);
    NDArray numbers = positions(indices, choices.length, mode);
    long[][] shapes = new long[choices.length + 1][];
    DType dtype = Promotion.resultType(choices);
    for (int i = 0; i < choices.length; i++) {
      shapes[i + 1] = choices[i].shape();
    }
    shapes[0] = numbers.shape();
    NDArray result = NDArray.empty(dtype, Shapes.broadcast(shapes));
    NDArray everywhere = numbers.broadcastTo(result.shape());
    boolean[] known = new boolean[Shapes.javaLength("choose", result.size())];
    long[] flat = (long[]) everywhere.astype(DType.INT64, Order.C).storage().array();
    for (long number : flat) {
      if (number < 0 || number >= choices.length) {
        throw new IndexOutOfBoundsException(
            "invalid entry in choice array: " + number + " of " + choices.length + " choices");
      }
    }
    for (int i = 0; i < choices.length; i++) {
      for (int k = 0; k < flat.length; k++) {
        known[k] = flat[k] == i;
      }
      Assignment.assignWhere(choices[i], NDArray.of(known).reshape(result.shape()), result);
    }
    return result;
  }

  /// The same; a number that names no choice is an error.
  public static NDArray choose(NDArray indices, NDArray... choices) {
    return choose(indices, IndexMode.RAISE, choices);
  }

  private static void requireChoices(int count) {
    if (count == 0) {
      throw new IllegalArgumentException("choose from an empty list of choices is not possible");
    }
  }

  /// At each position the element of the first choice whose condition is true there, otherwise
  /// `otherwise`; all broadcast together. Source: `numpy.select`.
  ///
  /// @throws IllegalArgumentException if there are no conditions, not one for each choice, or one
  ///   is not of bools
  /// @throws BroadcastException if the shapes do not broadcast
  public static NDArray select(NDArray[] conditions, NDArray[] choices, NDArray otherwise) {
    if (conditions.length != choices.length) {
      throw new IllegalArgumentException(
          "list of cases must be same length as list of conditions: "
              + choices.length
              + " and "
              + conditions.length);
    }
    if (conditions.length == 0) {
      throw new IllegalArgumentException("select with an empty condition list is not possible");
    }
    Objects.requireNonNull(otherwise, "otherwise");
    NDArray[] all = Arrays.copyOf(choices, choices.length + 1);
    all[choices.length] = otherwise;
    DType dtype = Promotion.resultType(all);
    long[][] shapes = new long[2 * conditions.length + 1][];
    for (int i = 0; i < conditions.length; i++) {
      if (conditions[i].dtype() != DType.BOOL) {
        throw new IllegalArgumentException(
            "invalid entry "
                + i
                + " in condlist: should be boolean ndarray, not "
                + conditions[i].dtype());
      }
      shapes[2 * i] = conditions[i].shape();
      shapes[2 * i + 1] = choices[i].shape();
    }
    shapes[2 * conditions.length] = otherwise.shape();
    NDArray result = NDArray.empty(dtype, Shapes.broadcast(shapes));
    result.set(otherwise);
    for (int i = conditions.length - 1; i >= 0; i--) {
      Assignment.assignWhere(choices[i], conditions[i], result);
    }
    return result;
  }

  /// The same with a number where no condition is true; it is weak: it lifts only the kind of the
  /// choices' dtype.
  public static NDArray select(NDArray[] conditions, NDArray[] choices, double otherwise) {
    DType dtype = choices.length == 0 ? DType.FLOAT64 : Promotion.resultType(choices);
    return select(conditions, choices, NDArray.full(Promotion.withFloating(dtype), otherwise));
  }

  /// The same with a weak integer.
  ///
  /// @throws ArithmeticException if the choices' dtype cannot hold it
  public static NDArray select(NDArray[] conditions, NDArray[] choices, long otherwise) {
    DType dtype = choices.length == 0 ? DType.INT64 : Promotion.resultType(choices);
    return select(conditions, choices, NDArray.full(Promotion.withInteger(dtype), otherwise));
  }

  /// The slices along `axis` whose condition is true; a condition shorter than the axis leaves out
  /// the rest. Source: `numpy.compress`.
  ///
  /// @throws IllegalArgumentException if `condition` is not 1-D
  /// @throws IndexOutOfBoundsException if it is true beyond the axis
  public static NDArray compress(NDArray condition, NDArray a, int axis) {
    if (condition.ndim() != 1) {
      throw new IllegalArgumentException(
          "condition must be a 1-d array, not of shape " + Shapes.toString(condition.shape()));
    }
    return take(a, Masks.nonzero(truth(condition))[0], axis, IndexMode.RAISE);
  }

  /// The same of the flattened array.
  public static NDArray compress(NDArray condition, NDArray a) {
    return compress(condition, a.reshape(-1), 0);
  }

  /// The elements of the flattened array where the flattened condition is true. Source:
  /// `numpy.extract`.
  ///
  /// @throws IndexOutOfBoundsException if the condition is true beyond the array
  public static NDArray extract(NDArray condition, NDArray a) {
    return compress(condition.reshape(-1), a.reshape(-1), 0);
  }

  /// The positions of the elements that are not zero in C order, an array of int64 for each axis.
  /// Source: `numpy.nonzero`.
  ///
  /// @throws IllegalArgumentException for a 0-d array
  public static NDArray[] nonzero(NDArray a) {
    if (a.ndim() == 0) {
      throw new IllegalArgumentException(
          "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero()"
              + " instead. Here that is nonzero(Views.atleast1d(a))");
    }
    return Masks.nonzero(truth(a));
  }

  /// The positions in a flattened array of the given shape of elements at positions along its axes,
  /// one array for each, which broadcast together. Source: `numpy.ravel_multi_index`.
  ///
  /// @param order C or F
  /// @throws IllegalArgumentException if there are not as many arrays as axes
  /// @throws IndexOutOfBoundsException if with RAISE a position is out of range
  public static NDArray ravelMultiIndex(
      NDArray[] positions, IndexMode mode, Order order, long... shape) {
    if (positions.length != shape.length) {
      throw new IllegalArgumentException(
          "parameter multi_index must be a sequence of length "
              + shape.length
              + ", not "
              + positions.length);
    }
    Shapes.size(Shapes.checked(shape));
    long[][] shapes = Arrays.stream(positions).map(NDArray::shape).toArray(long[][]::new);
    long[] common = Shapes.broadcast(shapes);
    long[] flat = new long[Shapes.javaLength("ravelMultiIndex", Shapes.size(common))];
    Layout layout = Layout.of(shape, order);
    for (int axis = 0; axis < shape.length; axis++) {
      NDArray along = positions(positions[axis], shape[axis], mode).broadcastTo(common);
      long[] values = (long[]) along.astype(DType.INT64, Order.C).storage().array();
      for (int i = 0; i < flat.length; i++) {
        if (values[i] < 0 || values[i] >= shape[axis]) {
          throw new IndexOutOfBoundsException(
              "invalid entry in coordinates array: "
                  + values[i]
                  + " on axis "
                  + axis
                  + " of length "
                  + shape[axis]);
        }
        flat[i] += values[i] * layout.stride(axis);
      }
    }
    return NDArray.of(flat).reshape(common);
  }

  /// The same in C order; a position out of range is an error.
  public static NDArray ravelMultiIndex(NDArray[] positions, long... shape) {
    return ravelMultiIndex(positions, IndexMode.RAISE, Order.C, shape);
  }

  /// The positions along each axis of elements of a flattened array of the given shape. Source:
  /// `numpy.unravel_index`.
  ///
  /// @param order C or F
  /// @throws IndexOutOfBoundsException if a position is out of range
  public static NDArray[] unravelIndex(NDArray indices, Order order, long... shape) {
    if (!indices.dtype().isInteger()) {
      throw new IllegalArgumentException("only int indices permitted, not " + indices.dtype());
    }
    long size = Shapes.size(Shapes.checked(shape));
    long[] flat = (long[]) indices.astype(DType.INT64, Order.C).storage().array();
    for (long position : flat) {
      if (position < 0 || position >= size) {
        throw new IndexOutOfBoundsException(
            "index " + position + " is out of bounds for array with size " + size);
      }
    }
    NDArray[] result = new NDArray[shape.length];
    long[] rest = flat.clone();
    for (int k = 0; k < shape.length; k++) {
      int axis = order == Order.F ? k : shape.length - 1 - k;
      long[] along = new long[rest.length];
      for (int i = 0; i < rest.length; i++) {
        along[i] = rest[i] % shape[axis];
        rest[i] /= shape[axis];
      }
      result[axis] = NDArray.of(along).reshape(indices.shape());
    }
    return result;
  }

  /// The same in C order.
  public static NDArray[] unravelIndex(NDArray indices, long... shape) {
    return unravelIndex(indices, Order.C, shape);
  }

  /// Writes `values`, flattened and repeated as often as needed, to the main diagonal.
  ///
  /// @param wrap whether the diagonal of a tall matrix starts again below the first one, a row
  ///   apart
  /// @throws IllegalArgumentException if `a` has fewer than two dimensions, or more and of unequal
  ///   lengths. Source: `numpy.fill_diagonal`
  public static void fillDiagonal(NDArray a, NDArray values, boolean wrap) {
    a.requireWriteable();
    if (a.ndim() < 2) {
      throw new IllegalArgumentException("array must be at least 2-d");
    }
    long rows = a.shape(0);
    long columns = a.shape(1);
    long count = Math.min(rows, columns);
    if (a.ndim() > 2) {
      for (int axis = 1; axis < a.ndim(); axis++) {
        if (a.shape(axis) != rows) {
          throw new IllegalArgumentException("All dimensions of input must be of equal length");
        }
      }
    } else if (wrap && columns > 0) {
      count = Math.ceilDiv(rows * columns, columns + 1);
    }
    if (count == 0 || values.size() == 0) {
      return;
    }
    NDArray flat = NDArray.arange(count);
    NDArray elements = take(values.reshape(-1), flat, 0, IndexMode.WRAP);
    Index[] index = new Index[a.ndim()];
    if (a.ndim() == 2) {
      long[] at = new long[Shapes.javaLength("fillDiagonal", count)];
      for (int i = 0; i < at.length; i++) {
        at[i] = i * (columns + 1);
      }
      NDArray[] axes = unravel(NDArray.of(at), rows * columns, rows, columns);
      index[0] = Index.ints(axes[0]);
      index[1] = Index.ints(axes[1]);
    } else {
      Arrays.fill(index, Index.ints(flat));
    }
    a.at(index).set(elements);
  }

  /// The same without wrapping.
  public static void fillDiagonal(NDArray a, NDArray values) {
    fillDiagonal(a, values, false);
  }

  /// The positions of the main diagonal of an array with `ndim` axes of length `n`. Source:
  /// `numpy.diag_indices`.
  public static NDArray[] diagIndices(long n, int ndim) {
    if (ndim < 0) {
      throw new ShapeException("diagIndices: negative dimensions are not allowed: " + ndim);
    }
    NDArray[] result = new NDArray[ndim];
    Arrays.fill(result, NDArray.arange(n));
    return result;
  }

  /// The same for an array whose axes all have one length. Source: `numpy.diag_indices_from`.
  ///
  /// @throws IllegalArgumentException if it has fewer than two axes, or of different lengths
  public static NDArray[] diagIndicesFrom(NDArray a) {
    if (a.ndim() < 2) {
      throw new IllegalArgumentException("input array must be at least 2-d");
    }
    for (int axis = 1; axis < a.ndim(); axis++) {
      if (a.shape(axis) != a.shape(0)) {
        throw new IllegalArgumentException("All dimensions of input must be of equal length");
      }
    }
    return diagIndices(a.shape(0), a.ndim());
  }

  /// The positions that a function such as `ArrayCreation::triu` leaves of an n x n array of ones.
  /// Source: `numpy.mask_indices`.
  public static NDArray[] maskIndices(long n, UnaryOperator<NDArray> mask) {
    return nonzero(mask.apply(NDArray.ones(n, n)));
  }

  /// An array of the shape and dtype of `x`: where a condition is true, what its function makes of
  /// these elements of `x`, given to it in one axis; of several true conditions the last one
  /// counts. One function more than conditions is for where none is true; without it there is 0.
  /// Source: `numpy.piecewise`.
  ///
  /// @throws IllegalArgumentException if there are not as many functions as conditions, or one more
  /// @throws IndexingException if a condition has another shape than `x`
  public static NDArray piecewise(
      NDArray x, List<NDArray> conditions, List<UnaryOperator<NDArray>> functions) {
    int n = conditions.size();
    if (functions.size() != n && functions.size() != n + 1) {
      throw new IllegalArgumentException(
          "with "
              + n
              + " condition(s), either "
              + n
              + " or "
              + (n + 1)
              + " functions are expected, not "
              + functions.size());
    }
    NDArray result = NDArray.zeros(x.dtype(), x.shape());
    NDArray rest = NDArray.ones(DType.BOOL, x.shape());
    for (int i = 0; i <= n && i < functions.size(); i++) {
      NDArray where = i < n ? truth(conditions.get(i)) : rest;
      NDArray elements = x.get(where);
      if (elements.size() > 0) {
        result.set(where, functions.get(i).apply(elements));
      }
      if (i < n) {
        rest.set(where, 0);
      }
    }
    return result;
  }
}
