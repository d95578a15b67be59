package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.sort.IndexSort;
import io.lanewise.ufunc.sort.ValueSort;
import java.util.Arrays;

/// Sorting and partial sorting along an axis.
///
/// NaN is last in ascending and in descending order. Complex numbers are ordered by real part, then
/// by imaginary part. Zeros of both signs are equal; where values are sorted, -0 comes before 0.
/// Every sort is stable, so that the same input gives the same positions on every machine, where
/// NumPy leaves the order of equal elements to its default kind's implementation.
///
/// An `axis` counts from the end where it is negative; null stands for the flattened array.
public final class Sorting {
  private Sorting() {}

  /// The largest or smallest elements along an axis, and where they are.
  ///
  /// @param values of the array's dtype, the best first
  /// @param indices int64 positions along the axis
  public record TopK(NDArray values, NDArray indices) {}

  /// A sorted copy along the last axis, in ascending order (`numpy.sort`).
  ///
  /// @throws io.lanewise.ndarray.AxisException if the array is 0-d
  public static NDArray sort(NDArray a) {
    return sort(a, -1);
  }

  /// A sorted copy along `axis`, in ascending order (`numpy.sort`).
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray sort(NDArray a, int axis) {
    return sorted(a, axis, false);
  }

  /// A sorted copy of the same shape and dtype, in the memory order of `a`; 1-D where `axis` is
  /// null (`numpy.sort`). Both kinds give the same; `descending` is that of NumPy 2.5.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray sort(NDArray a, Integer axis, SortKind kind, boolean descending) {
    return axis == null ? sorted(a.reshape(-1), 0, descending) : sorted(a, axis, descending);
  }

  private static NDArray sorted(NDArray a, int axis, boolean descending) {
    int checked = Shapes.axis(axis, a.ndim());
    if (a.ndim() == 1 && !a.dtype().isComplex()) {
      return ValueSort.sorted(a, descending);
    }
    NDArray result = a.copy(Order.K);
    ValueSort.sort(result, checked, descending);
    return result;
  }

  /// Sorts the array itself along its last axis, in ascending order (`ndarray.sort`).
  ///
  /// @throws ReadOnlyArrayException if it is read-only
  public static void sortInPlace(NDArray a) {
    sortInPlace(a, -1, SortKind.QUICK, false);
  }

  /// Sorts the array itself along `axis` (`ndarray.sort`).
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws ReadOnlyArrayException if it is read-only
  public static void sortInPlace(NDArray a, int axis, SortKind kind, boolean descending) {
    int checked = Shapes.axis(axis, a.ndim());
    if (!a.isWriteable()) {
      throw new ReadOnlyArrayException("sort: array is read-only");
    }
    ValueSort.sort(a, checked, descending);
  }

  /// The int64 positions that sort along the last axis, in ascending order (`numpy.argsort`).
  public static NDArray argsort(NDArray a) {
    return argsort(a, -1);
  }

  /// The int64 positions that sort along `axis`, in ascending order (`numpy.argsort`).
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray argsort(NDArray a, int axis) {
    return positions(a, axis, false);
  }

  /// The int64 positions, of the array's shape, that sort along `axis`; 1-D positions in the
  /// flattened array where it is null (`numpy.argsort`). Equal elements keep their order, in
  /// descending order too.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray argsort(NDArray a, Integer axis, SortKind kind, boolean descending) {
    return axis == null ? positions(a.reshape(-1), 0, descending) : positions(a, axis, descending);
  }

  private static NDArray positions(NDArray a, int axis, boolean descending) {
    // NumPy takes a 0-d array for one of one element here, but not where it sorts values
    NDArray source = a.ndim() == 0 ? a.reshape(1) : a;
    return IndexSort.argsort(source, Shapes.axis(axis, source.ndim()), descending);
  }

  /// A copy along the last axis in which element `kth` is where sorting would put it, none before
  /// it is greater and none after it less (`numpy.partition`).
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  public static NDArray partition(NDArray a, long kth) {
    return partition(a, new long[] {kth}, -1);
  }

  /// The same for several elements, which may count from the end; along the flattened array where
  /// `axis` is null. Beyond what is promised, elements of one part keep their order, which NumPy
  /// leaves open; short rows are sorted.
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray partition(NDArray a, long[] kth, Integer axis) {
    return partition(a, kth, axis, false);
  }

  /// The same, in descending order where `descending`, NaN being last in both (`descending` of
  /// NumPy after 2.5).
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray partition(NDArray a, long[] kth, Integer axis, boolean descending) {
    NDArray source = axis == null ? a.reshape(-1) : a;
    int checked = axis == null ? 0 : Shapes.axis(axis, a.ndim());
    int[] positions = positions(kth, source, checked);
    NDArray result = source.copy(Order.K);
    ValueSort.partition(result, checked, positions, descending);
    return result;
  }

  /// Partitions along the last axis, in place (`numpy.ndarray.partition`).
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws ReadOnlyArrayException if it is read-only
  public static void partitionInPlace(NDArray a, long kth) {
    int axis = Shapes.axis(-1, a.ndim());
    int[] positions = positions(new long[] {kth}, a, axis);
    if (!a.isWriteable()) {
      throw new ReadOnlyArrayException("partition: array is read-only");
    }
    ValueSort.partition(a, axis, positions, false);
  }

  /// The int64 positions that partition along the last axis (`numpy.argpartition`).
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  public static NDArray argpartition(NDArray a, long kth) {
    return argpartition(a, new long[] {kth}, -1);
  }

  /// The same for several elements, which may count from the end; along the flattened array where
  /// `axis` is null.
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray argpartition(NDArray a, long[] kth, Integer axis) {
    return argpartition(a, kth, axis, false);
  }

  /// The same, in descending order where `descending`, NaN being last in both (`descending` of
  /// NumPy after 2.5).
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray argpartition(NDArray a, long[] kth, Integer axis, boolean descending) {
    NDArray source = axis == null ? a.reshape(-1) : a.ndim() == 0 ? a.reshape(1) : a;
    int checked = axis == null ? 0 : Shapes.axis(axis, source.ndim());
    int[] positions = positions(kth, source, checked);
    return IndexSort.argpartition(source, checked, positions, descending);
  }

  /// Positions in ascending order, counted from the start.
  private static int[] positions(long[] kth, NDArray a, int axis) {
    if (a.size() == 0) {
      // NumPy does not look at them then
      return new int[0];
    }
    long length = a.shape(axis);
    int[] result = new int[kth.length];
    for (int i = 0; i < kth.length; i++) {
      long position = kth[i] < 0 ? kth[i] + length : kth[i];
      if (position < 0 || position >= length) {
        throw new IndexOutOfBoundsException(
            "kth(=" + position + ") out of bounds (" + length + ")");
      }
      result[i] = Math.toIntExact(position);
    }
    Arrays.sort(result);
    return result;
  }

  /// The int64 positions that sort by several keys along the last axis, the last key being the most
  /// important (`numpy.lexsort`).
  ///
  /// @throws IllegalArgumentException if there is no key, or their shapes differ
  public static NDArray lexsort(NDArray... keys) {
    return lexsort(keys, -1);
  }

  /// The same along `axis`.
  ///
  /// @throws IllegalArgumentException if there is no key, or their shapes differ
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray lexsort(NDArray[] keys, int axis) {
    if (keys.length == 0) {
      throw new IllegalArgumentException("need sequence of keys with len > 0 in lexsort");
    }
    for (NDArray key : keys) {
      if (!key.layout().sameShape(keys[0].layout())) {
        throw new ShapeException(
            "all keys need to be the same shape: "
                + Shapes.toString(keys[0].shape())
                + " and "
                + Shapes.toString(key.shape()));
      }
    }
    if (keys[0].ndim() == 0) {
      Shapes.axis(axis, 1);
      return NDArray.zeros(DType.INT64);
    }
    return IndexSort.lexsort(keys, Shapes.axis(axis, keys[0].ndim()));
  }

  /// A sorted complex copy along the last axis (`numpy.sort_complex`): complex64 for 8 and 16-bit
  /// integers, otherwise complex128, complex dtypes staying as they are.
  ///
  /// @throws io.lanewise.ndarray.AxisException if the array is 0-d
  public static NDArray sortComplex(NDArray a) {
    boolean narrow = a.dtype().isInteger() && a.dtype().itemSize() <= 2;
    DType dtype = a.dtype().isComplex() ? a.dtype() : narrow ? DType.COMPLEX64 : DType.COMPLEX128;
    Shapes.axis(-1, a.ndim());
    NDArray result = a.astype(dtype);
    ValueSort.sort(result, a.ndim() - 1, false);
    return result;
  }

  /// The `k` largest elements along the last axis; see [#topK(NDArray, long, int, boolean)].
  ///
  /// @throws IllegalArgumentException if `k` is negative or longer than the axis
  /// @throws io.lanewise.ndarray.AxisException if the array is 0-d
  public static TopK topK(NDArray a, long k) {
    return topK(a, k, -1, true);
  }

  /// The `k` largest elements along `axis`, or the smallest, and their positions; the best first,
  /// equal ones in their order, NaN last (`numpy.top_k`).
  ///
  /// @throws IllegalArgumentException if `k` is negative or longer than the axis
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static TopK topK(NDArray a, long k, int axis, boolean largest) {
    int checked = Shapes.axis(axis, a.ndim());
    if (k < 0 || k > a.shape(checked)) {
      throw new IllegalArgumentException(
          "topK: k (=" + k + ") must be between 0 and the axis' length " + a.shape(checked));
    }
    Index[] some = new Index[a.ndim()];
    Arrays.fill(some, Index.all());
    some[checked] = Index.slice(0, k);
    NDArray indices = positions(a, checked, largest).get(some).copy();
    // not of a sorted copy: among equal zeros and among NaN that has others at these places
    return new TopK(Indexing.takeAlongAxis(a, indices, checked), indices);
  }
}
