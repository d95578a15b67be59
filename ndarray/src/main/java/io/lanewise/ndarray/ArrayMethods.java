package io.lanewise.ndarray;

import io.lanewise.ndarray.spi.Operators;
import java.lang.foreign.MemorySegment;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Iterator;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// What rearranges, selects and sorts, walks through elements and hands them to other Java code, as
/// fluent methods, each one line: NumPy's array methods on `this`, which is always an [NDArray].
/// What each throws stands with the function of its name in [Views], [Manipulation], [Indexing],
/// [Iterating], [Interop] and `io.lanewise.ufunc.Sorting`.
public sealed interface ArrayMethods extends Iterable<NDArray> permits NDArray {

  // Views

  /// See [Views#reshape(NDArray, Order, long...)].
  default NDArray reshape(Order order, long... shape) {
    return Views.reshape(self(), order, shape);
  }

  /// The elements in C order in one axis; a view where the array is contiguous.
  default NDArray ravel() {
    return Views.ravel(self());
  }

  /// The elements in the given order in one axis; a view where they lie so.
  default NDArray ravel(Order order) {
    return Views.ravel(self(), order);
  }

  /// A copy in one axis, in C order.
  default NDArray flatten() {
    return Views.flatten(self());
  }

  /// A copy in one axis, in the given order.
  default NDArray flatten(Order order) {
    return Views.flatten(self(), order);
  }

  /// A view with two axes exchanged.
  default NDArray swapaxes(int axis1, int axis2) {
    return Views.swapaxes(self(), axis1, axis2);
  }

  /// A view with one axis elsewhere.
  default NDArray moveaxis(int source, int destination) {
    return Views.moveaxis(self(), source, destination);
  }

  /// A view without axes of length 1: the given ones, or all.
  default NDArray squeeze(int... axes) {
    return Views.squeeze(self(), axes);
  }

  /// A view with axes of length 1 more, at the given places of the result.
  default NDArray expandDims(int... axes) {
    return Views.expandDims(self(), axes);
  }

  /// A view with the given axes backwards, or all.
  default NDArray flip(int... axes) {
    return Views.flip(self(), axes);
  }

  /// A read-only view of the diagonal of the first two axes.
  default NDArray diagonal() {
    return Views.diagonal(self());
  }

  /// A read-only view of a diagonal of two axes, `offset` above the main one.
  default NDArray diagonal(long offset, int axis1, int axis2) {
    return Views.diagonal(self(), offset, axis1, axis2);
  }

  /// A view with the last two axes exchanged.
  default NDArray mT() {
    return Views.matrixTranspose(self());
  }

  /// A view of the same bytes as another dtype.
  default NDArray view(DType dtype) {
    return Views.view(self(), dtype);
  }

  /// What can be said about the memory.
  default Flags flags() {
    return Flags.of(self());
  }

  /// Bytes of one element.
  default int itemSize() {
    return self().dtype().itemSize();
  }

  /// Bytes of all elements, of those that share memory each.
  default long nbytes() {
    return Math.multiplyExact(self().size(), itemSize());
  }

  // New arrays of the same elements

  /// Each element `count` times, in one axis.
  default NDArray repeat(long count) {
    return Manipulation.repeat(self(), count);
  }

  /// Each sub-array along an axis `count` times.
  default NDArray repeat(long count, int axis) {
    return Manipulation.repeat(self(), count, axis);
  }

  /// The whole array again and again along each of the last axes.
  default NDArray tile(long... counts) {
    return Manipulation.tile(self(), counts);
  }

  /// The elements moved by `shift` in C order, in a circle.
  default NDArray roll(long shift) {
    return Manipulation.roll(self(), shift);
  }

  /// The elements moved by `shift` along an axis, in a circle.
  default NDArray roll(long shift, int axis) {
    return Manipulation.roll(self(), shift, axis);
  }

  /// The elements with their bytes in reverse order.
  default NDArray byteswap() {
    return Manipulation.byteswap(self());
  }

  // Selections

  /// The elements of the flattened array at `indices`.
  default NDArray take(NDArray indices) {
    return Indexing.take(self(), indices);
  }

  /// The sub-arrays at `indices` along an axis.
  default NDArray take(NDArray indices, int axis) {
    return Indexing.take(self(), indices, axis);
  }

  /// Writes `values` to the flattened array at `indices`.
  default void put(NDArray indices, NDArray values) {
    Indexing.put(self(), indices, values);
  }

  /// The sub-arrays along `axis` where a 1-D condition is true.
  default NDArray compress(NDArray condition, int axis) {
    return Indexing.compress(condition, self(), axis);
  }

  /// At each place the element of the choice whose number stands here.
  default NDArray choose(NDArray... choices) {
    return Indexing.choose(self(), choices);
  }

  /// The positions of the elements that are not zero, an array for each axis.
  default NDArray[] nonzero() {
    return Indexing.nonzero(self());
  }

  // Order

  /// Sorts this array along its last axis. In place, as NumPy's method; for a sorted copy there is
  /// `Sorting.sort`.
  default void sort() {
    sort(-1);
  }

  /// Sorts this array along an axis, in place.
  default void sort(int axis) {
    Operators.get().sort(self(), axis);
  }

  /// The positions that sort along the last axis.
  default NDArray argsort() {
    return argsort(-1);
  }

  /// The positions that sort along an axis.
  default NDArray argsort(int axis) {
    return Operators.get().argsort(self(), axis);
  }

  /// Brings element `kth` along the last axis to where sorting would put it, lesser ones before and
  /// greater ones behind it. In place, as NumPy's method.
  default void partition(long kth) {
    Operators.get().partition(self(), kth);
  }

  /// The positions that partition along the last axis.
  default NDArray argpartition(long kth) {
    return Operators.get().argpartition(self(), kth);
  }

  /// Where each element of `v` belongs in this sorted array.
  default NDArray searchsorted(NDArray v) {
    return Operators.get().searchsorted(self(), v);
  }

  // Iteration

  /// The views along the first axis, one after the other.
  ///
  /// @throws UnsupportedOperationException if there is no axis
  @Override
  default Iterator<NDArray> iterator() {
    return Iterating.iterator(self());
  }

  /// Gives every element, in C order, to `action`.
  default void forEachDouble(DoubleConsumer action) {
    Iterating.forEachDouble(self(), action);
  }

  /// Gives every element, in C order, to `action`.
  default void forEachLong(LongConsumer action) {
    Iterating.forEachLong(self(), action);
  }

  /// The elements by their position in C order.
  default FlatElements flat() {
    return Iterating.flat(self());
  }

  /// Views of blocks of a shape that tile the array, smaller at its ends.
  default Blocks blocks(long... shape) {
    return Iterating.blocks(self(), shape);
  }

  // To Java: copies in C order, converted as `astype` does

  default double[] toDoubleArray() {
    return Interop.toDoubleArray(self());
  }

  default float[] toFloatArray() {
    return Interop.toFloatArray(self());
  }

  default long[] toLongArray() {
    return Interop.toLongArray(self());
  }

  default int[] toIntArray() {
    return Interop.toIntArray(self());
  }

  default boolean[] toBooleanArray() {
    return Interop.toBooleanArray(self());
  }

  /// An array of arrays, such as `double[][]`, in the primitive of the dtype.
  default Object toNestedArray() {
    return Interop.toNestedArray(self());
  }

  /// The bytes of the elements in C order, little endian.
  default byte[] tobytes() {
    return Interop.tobytes(self());
  }

  /// The elements in C order.
  default DoubleStream doubles() {
    return Interop.doubles(self());
  }

  /// The elements in C order.
  default LongStream longs() {
    return Interop.longs(self());
  }

  // To Java: the same memory

  default DoubleBuffer asDoubleBuffer() {
    return Interop.asDoubleBuffer(self());
  }

  default FloatBuffer asFloatBuffer() {
    return Interop.asFloatBuffer(self());
  }

  default LongBuffer asLongBuffer() {
    return Interop.asLongBuffer(self());
  }

  default IntBuffer asIntBuffer() {
    return Interop.asIntBuffer(self());
  }

  default MemorySegment asSegment() {
    return Interop.asSegment(self());
  }

  private NDArray self() {
    return (NDArray) this;
  }
}
