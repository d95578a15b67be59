package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Arrays joined, split, repeated, padded and edited. NumPy's functions of the same names. Results
/// are new arrays unless a function says that it gives views.
///
/// ```java
/// NDArray both = Manipulation.concatenate(List.of(a, b), 1);
/// NDArray framed = Manipulation.pad(image, 1, PadMode.edge());
/// ```
public final class Manipulation {
  private Manipulation() {}

  // Joining

  /// The arrays one behind the other along the first axis; see [#concatenate(List, int)].
  public static NDArray concatenate(NDArray... arrays) {
    return concatenate(Arrays.asList(arrays), 0);
  }

  /// The arrays one behind the other along an axis, in which alone their shapes may differ. The
  /// dtype is that of all together, and the memory order that of most. NumPy's `concatenate`, also
  /// named `concat`.
  ///
  /// @throws ShapeException if there is none, one is 0-d, or the shapes do not fit
  /// @throws AxisException if there is no such axis
  public static NDArray concatenate(List<NDArray> arrays, int axis) {
    return Joining.concatenate(arrays, axis, null, Casting.SAME_KIND, null);
  }

  /// [#concatenate(NDArray...)] by its name in the array API standard (`numpy.concat`).
  public static NDArray concat(NDArray... arrays) {
    return concatenate(arrays);
  }

  /// [#concatenate(List, int)] by its name in the array API standard (`numpy.concat`).
  ///
  /// @throws ShapeException if there is none, one is 0-d, or the shapes do not fit
  /// @throws AxisException if there is no such axis
  public static NDArray concat(List<NDArray> arrays, int axis) {
    return concatenate(arrays, axis);
  }

  /// [#concatenate(List, int)] as another dtype.
  ///
  /// @throws CastingException if `casting` does not allow it
  public static NDArray concatenate(List<NDArray> arrays, int axis, DType dtype, Casting casting) {
    return Joining.concatenate(arrays, axis, dtype, casting, null);
  }

  /// [#concatenate(List, int)] into an array of the result's shape, which is returned.
  ///
  /// @throws ShapeException also if `out` has another shape
  /// @throws CastingException if its dtype is of a lower kind
  public static NDArray concatenate(List<NDArray> arrays, int axis, NDArray out) {
    return Joining.concatenate(arrays, axis, null, Casting.SAME_KIND, out);
  }

  /// The elements of all arrays in C order, one array behind the other (`axis=None`).
  ///
  /// @throws ShapeException if there is none
  public static NDArray concatenateFlattened(NDArray... arrays) {
    return Joining.flattened(Arrays.asList(arrays), null, Casting.SAME_KIND, null);
  }

  /// [#concatenateFlattened(NDArray...)] into a 1-D array, which is returned.
  ///
  /// @throws ShapeException also if `out` has another shape
  public static NDArray concatenateFlattened(List<NDArray> arrays, NDArray out) {
    return Joining.flattened(arrays, null, Casting.SAME_KIND, out);
  }

  /// Arrays of one shape along a new first axis.
  ///
  /// @throws ShapeException if there is none, or the shapes differ
  public static NDArray stack(NDArray... arrays) {
    return stack(Arrays.asList(arrays), 0);
  }

  /// Arrays of one shape along a new axis.
  ///
  /// @throws ShapeException if there is none, or the shapes differ
  /// @throws AxisException if the result has no such axis
  public static NDArray stack(List<NDArray> arrays, int axis) {
    return Joining.stack(arrays, axis, null, Casting.SAME_KIND, null);
  }

  /// [#stack(List, int)] as another dtype.
  ///
  /// @throws CastingException if `casting` does not allow it
  public static NDArray stack(List<NDArray> arrays, int axis, DType dtype, Casting casting) {
    return Joining.stack(arrays, axis, dtype, casting, null);
  }

  /// [#stack(List, int)] into an array of the result's shape, which is returned.
  public static NDArray stack(List<NDArray> arrays, int axis, NDArray out) {
    return Joining.stack(arrays, axis, null, Casting.SAME_KIND, out);
  }

  /// The arrays below each other: along the first axis, vectors as rows.
  ///
  /// @throws ShapeException if there is none, or the shapes do not fit
  public static NDArray vstack(NDArray... arrays) {
    return concatenate(Arrays.stream(arrays).map(Views::atleast2d).toList(), 0);
  }

  /// The arrays beside each other: along the second axis, vectors along their only one.
  ///
  /// @throws ShapeException if there is none, or the shapes do not fit
  public static NDArray hstack(NDArray... arrays) {
    List<NDArray> all = Arrays.stream(arrays).map(Views::atleast1d).toList();
    return concatenate(all, !all.isEmpty() && all.getFirst().ndim() == 1 ? 0 : 1);
  }

  /// The arrays behind each other: along the third axis, vectors as `(1, n, 1)`.
  ///
  /// @throws ShapeException if there is none, or the shapes do not fit
  public static NDArray dstack(NDArray... arrays) {
    return concatenate(Arrays.stream(arrays).map(Views::atleast3d).toList(), 2);
  }

  /// Vectors as columns, and matrices, beside each other.
  ///
  /// @throws ShapeException if there is none, or the shapes do not fit
  public static NDArray columnStack(NDArray... arrays) {
    return concatenate(
        Arrays.stream(arrays).map(a -> a.ndim() < 2 ? Views.atleast2d(a).T() : a).toList(), 1);
  }

  /// Arrays in lists of lists: the innermost lists are put together along the last axis, those
  /// around them along the one before, and so on; axes are added in front where they lack.
  ///
  /// @throws ShapeException if a list is empty, lists differ in depth, or the shapes do not fit
  /// @throws IllegalArgumentException if something is neither a list nor an array
  public static NDArray block(List<?> arrays) {
    return Joining.block(arrays);
  }

  // Splitting: into views

  /// Views of equal parts along an axis.
  ///
  /// @throws ShapeException if the axis cannot be divided
  /// @throws AxisException if there is no such axis
  public static List<NDArray> split(NDArray a, long sections, int axis) {
    return Splitting.sections(a, sections, axis, true);
  }

  /// Views of the parts along an axis that end and begin at the given positions.
  ///
  /// @throws AxisException if there is no such axis
  public static List<NDArray> split(NDArray a, long[] positions, int axis) {
    return Splitting.at(a, positions, axis);
  }

  /// Views of nearly equal parts along an axis, the first ones longer by one where the axis cannot
  /// be divided.
  ///
  /// @throws ShapeException if `sections` is not positive
  public static List<NDArray> arraySplit(NDArray a, long sections, int axis) {
    return Splitting.sections(a, sections, axis, false);
  }

  /// [#split(NDArray, long, int)] along the second axis, or the only one.
  ///
  /// @throws ShapeException also if there is no axis
  public static List<NDArray> hsplit(NDArray a, long sections) {
    Splitting.requireDimensions(a, "hsplit", 1);
    return split(a, sections, a.ndim() > 1 ? 1 : 0);
  }

  /// [#split(NDArray, long[], int)] along the second axis, or the only one.
  public static List<NDArray> hsplit(NDArray a, long[] positions) {
    Splitting.requireDimensions(a, "hsplit", 1);
    return split(a, positions, a.ndim() > 1 ? 1 : 0);
  }

  /// [#split(NDArray, long, int)] along the first of at least two axes.
  ///
  /// @throws ShapeException also if there are fewer
  public static List<NDArray> vsplit(NDArray a, long sections) {
    Splitting.requireDimensions(a, "vsplit", 2);
    return split(a, sections, 0);
  }

  /// [#split(NDArray, long[], int)] along the first of at least two axes.
  public static List<NDArray> vsplit(NDArray a, long[] positions) {
    Splitting.requireDimensions(a, "vsplit", 2);
    return split(a, positions, 0);
  }

  /// [#split(NDArray, long, int)] along the third axis.
  ///
  /// @throws ShapeException also if there is none
  public static List<NDArray> dsplit(NDArray a, long sections) {
    Splitting.requireDimensions(a, "dsplit", 3);
    return split(a, sections, 2);
  }

  /// [#split(NDArray, long[], int)] along the third axis.
  public static List<NDArray> dsplit(NDArray a, long[] positions) {
    Splitting.requireDimensions(a, "dsplit", 3);
    return split(a, positions, 2);
  }

  /// Views of the sub-arrays at all positions of an axis.
  ///
  /// @throws ShapeException if the array is 0-d
  /// @throws AxisException if there is no such axis
  public static List<NDArray> unstack(NDArray a, int axis) {
    return Splitting.unstack(a, axis);
  }

  // Repeating

  /// Each element `count` times, in one axis.
  ///
  /// @throws ShapeException if `count` is negative
  public static NDArray repeat(NDArray a, long count) {
    return repeat(Views.ravel(a), count, 0);
  }

  /// Each sub-array along an axis `count` times; a 0-d array is taken for one of length 1.
  ///
  /// @throws ShapeException if `count` is negative
  /// @throws AxisException if there is no such axis
  public static NDArray repeat(NDArray a, long count, int axis) {
    return repeat(a, count, axis, null);
  }

  /// The same written to `out`, which may overlap `a`.
  ///
  /// @throws BroadcastException if `out` has another shape than the result
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  public static NDArray repeat(NDArray a, long count, int axis, NDArray out) {
    return Repeating.repeat(a.ndim() == 0 ? Views.atleast1d(a) : a, count, axis, out);
  }

  /// Each sub-array along an axis as often as its count says; one count holds for all.
  ///
  /// @throws BroadcastException if there is not one count for each
  /// @throws IllegalArgumentException if one is negative
  /// @throws AxisException if there is no such axis
  public static NDArray repeat(NDArray a, long[] counts, int axis) {
    return Repeating.repeat(a.ndim() == 0 ? Views.atleast1d(a) : a, counts, axis);
  }

  /// The whole array again and again, `counts` times along each of the last axes; axes are added in
  /// front where there are more counts.
  ///
  /// @throws ShapeException if a count is negative
  public static NDArray tile(NDArray a, long... counts) {
    return Repeating.tile(a, null, counts);
  }

  /// The same written to `out`, which may overlap `a`.
  ///
  /// @throws BroadcastException if `out` has another shape than the result
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  public static NDArray tile(NDArray a, long[] counts, NDArray out) {
    return Repeating.tile(a, out, counts);
  }

  /// The elements moved by `shift` in C order; those that leave the end come in at the start.
  public static NDArray roll(NDArray a, long shift) {
    return Repeating.roll(Views.ravel(a), new long[] {shift}, new int[] {0}, null)
        .reshape(a.shape());
  }

  /// The elements moved by `shift` along an axis.
  ///
  /// @throws AxisException if there is no such axis
  public static NDArray roll(NDArray a, long shift, int axis) {
    return roll(a, new long[] {shift}, new int[] {axis});
  }

  /// The elements moved along several axes; one shift holds for all axes, and an axis may occur
  /// again.
  ///
  /// @throws BroadcastException if there is not one shift for each axis
  /// @throws AxisException if there is no such axis
  public static NDArray roll(NDArray a, long[] shifts, int[] axes) {
    return Repeating.roll(a, shifts, axes, null);
  }

  /// The same written to `out`, which may overlap `a`.
  ///
  /// @throws BroadcastException if `out` has another shape
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  public static NDArray roll(NDArray a, long[] shifts, int[] axes, NDArray out) {
    return Repeating.roll(a, shifts, axes, out);
  }

  /// An array of `shape` with the elements in C order, from the start again where there are too
  /// few.
  ///
  /// @throws ShapeException if a length is negative
  public static NDArray resize(NDArray a, long... shape) {
    return Repeating.resize(a, shape);
  }

  // Padding

  /// The array with `width` elements more at both ends of every axis.
  ///
  /// @throws IllegalArgumentException if `width` is negative
  /// @throws ShapeException if an empty axis would be extended from its elements
  public static NDArray pad(NDArray a, long width, PadMode mode) {
    return pad(a, new long[][] {{width}}, mode);
  }

  /// The array with more elements at the ends of its axes: a pair of widths for each axis or one
  /// pair for all; a pair may be one number for both ends.
  ///
  /// @throws BroadcastException if there is not one pair for each axis, or the options of the mode
  ///   do not fit
  /// @throws IllegalArgumentException if a width is negative
  /// @throws ShapeException if an empty axis would be extended from its elements
  public static NDArray pad(NDArray a, long[][] widths, PadMode mode) {
    return Padding.pad(a, widths, mode, null);
  }

  /// The same written to `out`, which may overlap `a`.
  ///
  /// @throws BroadcastException if `out` has another shape than the result
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  public static NDArray pad(NDArray a, long[][] widths, PadMode mode, NDArray out) {
    return Padding.pad(a, widths, mode, out);
  }

  // Editing

  /// The elements in C order, with `values` before position `position`.
  ///
  /// @throws IndexOutOfBoundsException if there is no such position
  /// @throws BroadcastException if the shape of the values does not fit
  public static NDArray insert(NDArray a, long position, NDArray values) {
    return Editing.insert(Views.ravel(a), position, values, 0);
  }

  /// The array with `values` before a position of an axis: the sub-arrays of `values` along its
  /// first axis are put in, each broadcast.
  ///
  /// @throws IndexOutOfBoundsException if there is no such position
  /// @throws BroadcastException if the shape of the values does not fit
  /// @throws AxisException if there is no such axis
  public static NDArray insert(NDArray a, long position, NDArray values, int axis) {
    return Editing.insert(a, position, values, axis);
  }

  /// The array with `values`, broadcast along the axis, before several positions of the array as it
  /// was: integers, or a mask of them.
  ///
  /// @throws IndexOutOfBoundsException if there is no such position
  /// @throws BroadcastException if the shape of the values does not fit
  /// @throws AxisException if there is no such axis
  public static NDArray insert(NDArray a, NDArray positions, NDArray values, int axis) {
    return Editing.insert(a, positions, values, axis);
  }

  /// The array with `values` before the positions of a slice.
  public static NDArray insert(NDArray a, Index.Slice positions, NDArray values, int axis) {
    return Editing.insert(a, positions, values, axis);
  }

  /// The array without one position of an axis.
  ///
  /// @throws IndexOutOfBoundsException if there is no such position
  /// @throws AxisException if there is no such axis
  public static NDArray delete(NDArray a, long position, int axis) {
    return Editing.delete(a, position, axis);
  }

  /// The array without several positions of an axis: integers, or a mask of them.
  ///
  /// @throws IndexOutOfBoundsException if there is no such position
  /// @throws IllegalArgumentException if a mask has not the length of the axis
  /// @throws AxisException if there is no such axis
  public static NDArray delete(NDArray a, NDArray positions, int axis) {
    return Editing.delete(a, positions, axis);
  }

  /// The array without the positions of a slice.
  ///
  /// @throws AxisException if there is no such axis
  public static NDArray delete(NDArray a, Index.Slice positions, int axis) {
    return Editing.delete(a, positions, axis);
  }

  /// The elements of both in C order, one behind the other.
  public static NDArray append(NDArray a, NDArray values) {
    return concatenateFlattened(a, values);
  }

  /// `values` behind `a` along an axis; see [#concatenate(List, int)].
  public static NDArray append(NDArray a, NDArray values, int axis) {
    return concatenate(Arrays.asList(a, values), axis);
  }

  /// A view without zeros at the ends of every axis; NaN is no zero.
  public static NDArray trimZeros(NDArray a) {
    return Editing.trimZeros(a, Trim.BOTH);
  }

  /// A view without zeros at some ends of the given axes, of all where none is given.
  ///
  /// @throws AxisException if there is no such axis
  public static NDArray trimZeros(NDArray a, Trim trim, int... axes) {
    return Editing.trimZeros(a, trim, axes);
  }

  // Bits and bytes

  /// Which elements are not zero, in C order, as bits of uint8, the most significant first.
  ///
  /// @throws IllegalArgumentException if the dtype is neither bool nor an integer
  public static NDArray packbits(NDArray a) {
    return Bits.pack(Views.ravel(a), 0, BitOrder.BIG);
  }

  /// Which elements are not zero, eight along an axis in one uint8; zeros fill the last.
  ///
  /// @throws IllegalArgumentException if the dtype is neither bool nor an integer
  /// @throws AxisException if there is no such axis
  public static NDArray packbits(NDArray a, int axis, BitOrder order) {
    return Bits.pack(a, axis, order);
  }

  /// The bits of all elements in C order, the most significant first, as uint8.
  ///
  /// @throws IllegalArgumentException if the dtype is not uint8
  public static NDArray unpackbits(NDArray a) {
    return Bits.unpack(Views.ravel(a), 0, null, BitOrder.BIG);
  }

  /// The bits of the elements along an axis, as uint8.
  ///
  /// @throws IllegalArgumentException if the dtype is not uint8
  /// @throws AxisException if there is no such axis
  public static NDArray unpackbits(NDArray a, int axis, BitOrder order) {
    return Bits.unpack(a, axis, null, order);
  }

  /// The first `count` bits along an axis, all but the last ones for a negative count, with zeros
  /// behind them where there are fewer.
  ///
  /// @throws IllegalArgumentException also if there are fewer bits than to be left out
  public static NDArray unpackbits(NDArray a, int axis, long count, BitOrder order) {
    return Bits.unpack(a, axis, count, order);
  }

  /// A copy with the bytes of each number in reverse.
  public static NDArray byteswap(NDArray a) {
    return Buffers.byteswap(a);
  }

  // Assignment and application

  /// Writes `source`, broadcast and converted within its kind, to `target`.
  ///
  /// @throws ReadOnlyArrayException if `target` is read-only
  /// @throws CastingException if its dtype is of a lower kind
  /// @throws BroadcastException if the shape does not fit
  public static void copyto(NDArray target, NDArray source) {
    copyto(target, source, Casting.SAME_KIND);
  }

  /// Writes `source`, broadcast and converted, to `target`.
  ///
  /// @throws CastingException if `casting` does not allow it
  public static void copyto(NDArray target, NDArray source, Casting casting) {
    casting.require(source.dtype(), target.dtype());
    target.set(source);
  }

  /// Writes `source`, broadcast and converted, to the elements of `target` at which `where`,
  /// broadcast, is true.
  ///
  /// @throws CastingException if `casting` does not allow it, or `where` is not bool
  /// @throws BroadcastException if a shape does not fit
  public static void copyto(NDArray target, NDArray source, Casting casting, NDArray where) {
    MaskedCopy.copyto(target, source, casting, where);
  }

  /// What `function` gives for the vectors along an axis of `a`; the axes of its results, which
  /// have one shape, stand where the axis was.
  ///
  /// @throws AxisException if there is no such axis
  /// @throws ShapeException if there is no vector
  public static NDArray applyAlongAxis(UnaryOperator<NDArray> function, int axis, NDArray a) {
    return AlongAxis.applyAlongAxis(function, axis, a);
  }

  /// Applies `function` along one axis after the other; an axis that it removes is put back with
  /// length 1.
  ///
  /// @throws ShapeException if a result has another number of dimensions
  public static NDArray applyOverAxes(AxisFunction function, NDArray a, int... axes) {
    return AlongAxis.applyOverAxes(function, a, axes);
  }
}
