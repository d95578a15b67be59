package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// New arrays: like another, from numbers in steps, from Java data, as grids and as matrices.
/// NumPy's functions of the same names; the simplest ones are on [NDArray] itself.
///
/// ```java
/// List<NDArray> xy = ArrayCreation.meshgrid(x, y);
/// NDArray upper = ArrayCreation.triu(a, 1);
/// ```
public final class ArrayCreation {
  private ArrayCreation() {}

  // Like another array

  /// A new array with the shape, dtype and memory order of `a`. Its elements are zero, as Java's
  /// are; code should not rely on that.
  public static NDArray emptyLike(NDArray a) {
    return emptyLike(a, a.dtype(), Order.K);
  }

  /// A new array with the shape of `a`.
  public static NDArray emptyLike(NDArray a, DType dtype, Order order) {
    return MemoryOrder.empty(dtype, MemoryOrder.like(a, order));
  }

  /// A new array of `shape` as NumPy's `shape=` has it: in the order of the axes of `a` where it
  /// has as many, otherwise for K in C order.
  ///
  /// @throws ShapeException if a length is negative
  public static NDArray emptyLike(NDArray a, DType dtype, Order order, long... shape) {
    Objects.requireNonNull(a, "a");
    return MemoryOrder.empty(dtype, MemoryOrder.like(a, order, shape));
  }

  /// Zeros with the shape, dtype and memory order of `a`.
  public static NDArray zerosLike(NDArray a) {
    return emptyLike(a);
  }

  /// Zeros with the shape of `a`.
  public static NDArray zerosLike(NDArray a, DType dtype, Order order) {
    return emptyLike(a, dtype, order);
  }

  /// Zeros of `shape`; see [#emptyLike(NDArray, DType, Order, long...)].
  ///
  /// @throws ShapeException if a length is negative
  public static NDArray zerosLike(NDArray a, DType dtype, Order order, long... shape) {
    return emptyLike(a, dtype, order, shape);
  }

  /// Ones with the shape, dtype and memory order of `a`.
  public static NDArray onesLike(NDArray a) {
    return onesLike(a, a.dtype(), Order.K);
  }

  /// Ones with the shape of `a`.
  public static NDArray onesLike(NDArray a, DType dtype, Order order) {
    NDArray result = emptyLike(a, dtype, order);
    result.fill(1);
    return result;
  }

  /// Ones of `shape`; see [#emptyLike(NDArray, DType, Order, long...)].
  ///
  /// @throws ShapeException if a length is negative
  public static NDArray onesLike(NDArray a, DType dtype, Order order, long... shape) {
    NDArray result = emptyLike(a, dtype, order, shape);
    result.fill(1);
    return result;
  }

  /// An array with the shape, dtype and memory order of `a`, every element `value`.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public static NDArray fullLike(NDArray a, double value) {
    return fullLike(a, NDArray.full(a.dtype(), value), a.dtype(), Order.K);
  }

  /// The same with an integer, which no double need hold.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public static NDArray fullLike(NDArray a, long value) {
    return fullLike(a, NDArray.full(a.dtype(), value), a.dtype(), Order.K);
  }

  /// An array with the shape of `a` and the elements of `value`, broadcast and converted.
  ///
  /// @throws BroadcastException if the shape does not fit
  public static NDArray fullLike(NDArray a, NDArray value, DType dtype, Order order) {
    return filled(emptyLike(a, dtype, order), value);
  }

  /// An array of `shape` with the elements of `value`; see [#emptyLike(NDArray, DType, Order,
  /// long...)].
  ///
  /// @throws ShapeException if a length is negative
  /// @throws BroadcastException if the shape of `value` does not fit
  public static NDArray fullLike(
      NDArray a, NDArray value, DType dtype, Order order, long... shape) {
    return filled(emptyLike(a, dtype, order, shape), value);
  }

  private static NDArray filled(NDArray result, NDArray value) {
    if (value.ndim() == 0 && value.dtype() == DType.FLOAT64) {
      result.fill(value.item());
    } else {
      result.set(value);
    }
    return result;
  }

  // Numbers in steps

  /// The numbers from `start` in steps of `step`, as `dtype`; their count is ceil((stop - start) /
  /// step). The first two are rounded to the dtype, and their difference is the step.
  ///
  /// @throws IllegalArgumentException if the step is 0, or the dtype bool and there are more than 2
  /// @throws ArithmeticException if an integer dtype cannot hold them
  public static NDArray arange(double start, double stop, double step, DType dtype) {
    return Ranges.arange(start, stop, step, dtype);
  }

  /// See [#arange(double, double, double, DType)].
  public static NDArray arange(long start, long stop, long step, DType dtype) {
    return Ranges.arange(start, stop, step, dtype);
  }

  /// `n` numbers in equal steps; rounded down for an integer dtype.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static NDArray linspace(
      double start, double stop, long n, Endpoint endpoint, DType dtype) {
    return Ranges.linspace(start, stop, n, endpoint, dtype);
  }

  /// `n` numbers in equal steps between each pair of elements of `start` and `stop`, which
  /// broadcast together, along a new axis. The dtype is that of the two, at least float64 for
  /// integers.
  ///
  /// @throws BroadcastException if the shapes do not fit
  /// @throws AxisException if the result has no such axis
  public static NDArray linspace(NDArray start, NDArray stop, long n, Endpoint endpoint, int axis) {
    return Ranges.linspace(start, stop, n, endpoint, null, axis);
  }

  /// [#linspace(NDArray, NDArray, long, Endpoint, int)] as another dtype.
  public static NDArray linspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, DType dtype, int axis) {
    return Ranges.linspace(start, stop, n, endpoint, dtype, axis);
  }

  /// `n` complex numbers in equal steps.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static NDArray linspace(
      Complex start, Complex stop, long n, Endpoint endpoint, DType dtype) {
    return Ranges.linspace(
        ComplexParts.scalar(start), ComplexParts.scalar(stop), n, endpoint, dtype, 0);
  }

  /// Numbers in equal steps together with the step (`numpy.linspace` with `retstep=True`).
  ///
  /// @param samples the numbers
  /// @param step the difference between neighbours, broadcast as the ends are; a 0-d NaN where
  ///   there is no step: between fewer than two numbers, both ends included
  public record Linspace(NDArray samples, NDArray step) {}

  /// [#linspace(double, double, long, Endpoint, DType)] and the step.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static Linspace linspaceWithStep(
      double start, double stop, long n, Endpoint endpoint, DType dtype) {
    return Ranges.withStep(start, stop, n, endpoint, dtype);
  }

  /// [#linspace(NDArray, NDArray, long, Endpoint, int)] and the step.
  ///
  /// @throws BroadcastException if the shapes do not fit
  /// @throws AxisException if the result has no such axis
  public static Linspace linspaceWithStep(
      NDArray start, NDArray stop, long n, Endpoint endpoint, int axis) {
    return Ranges.withStep(start, stop, n, endpoint, null, axis);
  }

  /// `n` powers of ten, the exponents in equal steps from `start` to `stop`, both included.
  public static NDArray logspace(double start, double stop, long n) {
    return logspace(start, stop, n, Endpoint.INCLUDE, 10, DType.FLOAT64);
  }

  /// `n` powers of `base`, the exponents in equal steps.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static NDArray logspace(
      double start, double stop, long n, Endpoint endpoint, double base, DType dtype) {
    NDArray powers =
        NDArray.scalar(base).power(Ranges.linspace(start, stop, n, endpoint, DType.FLOAT64));
    return dtype == DType.FLOAT64 ? powers : powers.astype(dtype);
  }

  /// `n` powers of `base`, the complex exponents in equal steps.
  ///
  /// @throws IllegalArgumentException if `n` is negative, or `base` not positive
  public static NDArray logspace(
      Complex start, Complex stop, long n, Endpoint endpoint, double base, DType dtype) {
    return Ranges.logspace(
        ComplexParts.scalar(start), ComplexParts.scalar(stop), n, endpoint, base, dtype, 0);
  }

  /// Powers of one `base` along a new axis, for each pair of elements of `start` and `stop`; the
  /// dtype is that of the exponents.
  ///
  /// @throws IllegalArgumentException if `n` is negative, or `base` not positive where an end is
  ///   complex
  /// @throws BroadcastException if the shapes do not fit
  public static NDArray logspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, double base, int axis) {
    return Ranges.logspace(start, stop, n, endpoint, base, null, axis);
  }

  /// Powers of `base` along a new axis, for each pair of elements of `start` and `stop`; `base`
  /// broadcasts too.
  public static NDArray logspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, NDArray base, int axis) {
    return Ranges.logspace(start, stop, n, endpoint, base, null, axis);
  }

  /// `n` numbers in equal ratios from `start` to `stop`, both included.
  ///
  /// @throws IllegalArgumentException if an end is 0, or `n` negative
  public static NDArray geomspace(double start, double stop, long n) {
    return geomspace(start, stop, n, Endpoint.INCLUDE, DType.FLOAT64);
  }

  /// `n` numbers in equal ratios; NaN between ends of different signs.
  ///
  /// @throws IllegalArgumentException if an end is 0, or `n` negative
  public static NDArray geomspace(
      double start, double stop, long n, Endpoint endpoint, DType dtype) {
    return Ranges.geomspace(start, stop, n, endpoint, dtype);
  }

  /// `n` complex numbers in equal ratios, on a logarithmic spiral.
  ///
  /// @throws IllegalArgumentException if an end is 0, or `n` negative
  public static NDArray geomspace(
      Complex start, Complex stop, long n, Endpoint endpoint, DType dtype) {
    return Ranges.geomspace(
        ComplexParts.scalar(start), ComplexParts.scalar(stop), n, endpoint, dtype, 0);
  }

  /// Numbers in equal ratios along a new axis, for each pair of elements of `start` and `stop`:
  /// float64, or complex128 where one is complex.
  ///
  /// @throws IllegalArgumentException if an end is 0, or `n` negative
  /// @throws BroadcastException if the shapes do not fit
  public static NDArray geomspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, int axis) {
    return Ranges.geomspace(start, stop, n, endpoint, null, axis);
  }

  // Grids

  /// Each coordinate at every point of the grid, the first along axis 1: arrays of shape `(y, x)`,
  /// `(y, x, z)`, and so on.
  public static List<NDArray> meshgrid(NDArray... x) {
    return meshgrid(MeshIndexing.XY, x);
  }

  /// Each coordinate at every point of the grid, in new arrays.
  public static List<NDArray> meshgrid(MeshIndexing indexing, NDArray... x) {
    return Grids.copies(Views.broadcastArrays(meshgridSparse(indexing, x).toArray(NDArray[]::new)));
  }

  /// Each coordinate along its own axis, the other axes of length 1: what broadcasting needs
  /// (`sparse=True`). Views.
  public static List<NDArray> meshgridSparse(MeshIndexing indexing, NDArray... x) {
    return Grids.sparse(indexing, x);
  }

  /// The grid of the given coordinates in one array of shape `(number of axes, ...)`, as
  /// `np.mgrid[0:5, -1:1:5j]` with `mgrid(arange(5), linspace(-1, 1, 5))`. The dtype is that of all
  /// together.
  public static NDArray mgrid(NDArray... x) {
    return Grids.dense(x);
  }

  /// The grid of the given coordinates, each along its own axis: NumPy's `ogrid`. Views.
  public static List<NDArray> ogrid(NDArray... x) {
    return Grids.sparse(MeshIndexing.IJ, x);
  }

  /// The positions of all elements of an array of `shape`: int64 of shape `(ndim, ...)`.
  public static NDArray indices(long... shape) {
    return Grids.indices(DType.INT64, shape);
  }

  /// The positions along each axis, broadcastable together (`sparse=True`).
  public static List<NDArray> indicesSparse(long... shape) {
    return Grids.sparse(MeshIndexing.IJ, Grids.counters(DType.INT64, shape));
  }

  /// Index arrays for the cross product of 1-D sequences, each along its own axis; a mask stands
  /// for the positions at which it is true. NumPy's `ix_`.
  ///
  /// @throws ShapeException if one is not 1-D
  public static List<NDArray> ix(NDArray... sequences) {
    return Grids.ix(sequences);
  }

  // From functions and Java data

  /// What `function` makes of the positions of all elements: one float64 array for each axis.
  public static NDArray fromFunction(Function<NDArray[], NDArray> function, long... shape) {
    NDArray all = Grids.indices(DType.FLOAT64, shape);
    NDArray[] axes = new NDArray[shape.length];
    Arrays.setAll(axes, axis -> all.get(axis));
    return function.apply(axes);
  }

  /// An array whose elements `function` computes from their positions, one by one, in C order.
  public static NDArray fromFunction(DType dtype, IndexFunction function, long... shape) {
    NDArray result = NDArray.empty(dtype, shape);
    Object base = result.storage().base();
    long[] index = new long[shape.length];
    for (long i = 0; i < result.size(); i++) {
      Elements.setDouble(dtype, base, i, function.at(index));
      for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return result;
  }

  /// A 1-D float64 array with the numbers of a stream.
  public static NDArray fromIter(DoubleStream numbers) {
    return NDArray.of(numbers.toArray());
  }

  /// A 1-D int64 array with the numbers of a stream.
  public static NDArray fromIter(LongStream numbers) {
    return NDArray.of(numbers.toArray());
  }

  /// A 1-D int32 array with the numbers of a stream.
  public static NDArray fromIter(IntStream numbers) {
    return NDArray.of(numbers.toArray());
  }

  /// A 1-D array of the next `count` numbers.
  ///
  /// @throws IllegalArgumentException if there are fewer
  /// @throws ArithmeticException if an integer dtype cannot hold one
  public static NDArray fromIter(PrimitiveIterator.OfDouble numbers, DType dtype, long count) {
    NDArray result = NDArray.empty(dtype, count);
    for (long i = 0; i < count; i++) {
      requireNext(numbers.hasNext(), count, i);
      Elements.setDouble(dtype, result.storage().base(), i, numbers.nextDouble());
    }
    return result;
  }

  /// See [#fromIter(PrimitiveIterator.OfDouble, DType, long)].
  public static NDArray fromIter(PrimitiveIterator.OfLong numbers, DType dtype, long count) {
    NDArray result = NDArray.empty(dtype, count);
    for (long i = 0; i < count; i++) {
      requireNext(numbers.hasNext(), count, i);
      Elements.setLong(dtype, result.storage().base(), i, numbers.nextLong());
    }
    return result;
  }

  private static void requireNext(boolean next, long expected, long found) {
    if (!next) {
      throw new IllegalArgumentException(
          "fromIter: iterator too short: Expected "
              + expected
              + " but iterator had only "
              + found
              + " items.");
    }
  }

  /// A 1-D array over the bytes, which it shares, in native order.
  ///
  /// @throws IllegalArgumentException if their number is no multiple of the element size
  public static NDArray fromBuffer(byte[] bytes, DType dtype) {
    return fromBuffer(MemorySegment.ofArray(bytes), dtype, ByteOrder.nativeOrder(), 0, -1);
  }

  /// A 1-D array over the buffer's remaining bytes, in the buffer's byte order; see
  /// [#fromBuffer(MemorySegment, DType, ByteOrder, long, long)].
  public static NDArray fromBuffer(ByteBuffer bytes, DType dtype) {
    return fromBuffer(MemorySegment.ofBuffer(bytes), dtype, bytes.order(), 0, -1);
  }

  /// A 1-D array over `count` elements from byte `offset` on; all that are there for a `count` of
  /// -1. Shares the memory, unless the elements are in the other byte order: then a copy, reported
  /// as a hidden one, since arrays are in native order.
  ///
  /// @throws IllegalArgumentException if the offset or the count does not fit, or the bytes are no
  ///   whole number of elements
  public static NDArray fromBuffer(
      MemorySegment memory, DType dtype, ByteOrder order, long offset, long count) {
    return Buffers.from(memory, dtype, order, offset, count);
  }

  /// `a` as another dtype: itself where it has that one. Source: `numpy.asarray`.
  ///
  /// @throws IllegalArgumentException if a copy is needed and `copy` is NEVER
  public static NDArray asarray(NDArray a, DType dtype, CopyMode copy) {
    if (copy == CopyMode.ALWAYS) {
      return a.astype(dtype);
    }
    if (a.dtype() == dtype) {
      return a;
    }
    if (copy == CopyMode.NEVER) {
      throw new IllegalArgumentException(
          "Unable to avoid copy while creating an array as requested. "
              + a.dtype()
              + " is not "
              + dtype);
    }
    return a.astype(dtype);
  }

  /// An array with a copy of the elements of a Java array of any depth, such as `double[][][]`; its
  /// dtype is that of the elements. NumPy's `array`.
  ///
  /// @throws ShapeException if rows differ in length
  /// @throws IllegalArgumentException if it is no array of boolean, byte, short, int, long, float
  ///   or double
  public static NDArray array(Object javaArray) {
    return Buffers.nested(javaArray);
  }

  // Matrices

  /// A matrix with ones on diagonal `k`, counted to the right from the main one.
  public static NDArray eye(long rows, long columns, long k, DType dtype) {
    return Matrices.eye(dtype, rows, columns, k);
  }

  /// The n x n identity matrix.
  public static NDArray identity(long n, DType dtype) {
    return Matrices.eye(dtype, n, n, 0);
  }

  /// A matrix with the vector `v` on its main diagonal; of a matrix its diagonal, a read-only view.
  ///
  /// @throws ShapeException if `v` is neither
  public static NDArray diag(NDArray v) {
    return diag(v, 0);
  }

  /// [#diag(NDArray)] for diagonal `k`.
  public static NDArray diag(NDArray v, long k) {
    return Matrices.diag(v, k);
  }

  /// A matrix with all elements of `v` on diagonal `k`.
  public static NDArray diagflat(NDArray v, long k) {
    return Matrices.diag(Views.ravel(v), k);
  }

  /// A matrix with ones on diagonal `k` and below.
  public static NDArray tri(long rows, long columns, long k, DType dtype) {
    return Matrices.tri(dtype, rows, columns, k);
  }

  /// A copy with zeros above diagonal `k` of the last two axes.
  ///
  /// @throws ShapeException if there is no axis
  public static NDArray tril(NDArray a, long k) {
    return Matrices.tril(a, k);
  }

  /// A copy with zeros above the main diagonal.
  ///
  /// @throws ShapeException as [#tril(NDArray, long)]
  public static NDArray tril(NDArray a) {
    return tril(a, 0);
  }

  /// A copy with zeros below diagonal `k` of the last two axes.
  ///
  /// @throws ShapeException if there is no axis
  public static NDArray triu(NDArray a, long k) {
    return Matrices.triu(a, k);
  }

  /// A copy with zeros below the main diagonal.
  ///
  /// @throws ShapeException as [#triu(NDArray, long)]
  public static NDArray triu(NDArray a) {
    return triu(a, 0);
  }

  /// Rows and columns of the elements of a matrix on diagonal `k` or below: two int64 arrays.
  public static List<NDArray> trilIndices(long rows, long columns, long k) {
    return Matrices.triangle(rows, columns, k, true);
  }

  /// Rows and columns of the elements of a matrix on diagonal `k` or above.
  public static List<NDArray> triuIndices(long rows, long columns, long k) {
    return Matrices.triangle(rows, columns, Matrices.above(k), false);
  }

  /// [#trilIndices] for the shape of `a`.
  ///
  /// @throws ShapeException if it is no matrix
  public static List<NDArray> trilIndicesFrom(NDArray a, long k) {
    requireMatrix(a);
    return trilIndices(a.shape(0), a.shape(1), k);
  }

  /// [#triuIndices] for the shape of `a`.
  ///
  /// @throws ShapeException if it is no matrix
  public static List<NDArray> triuIndicesFrom(NDArray a, long k) {
    requireMatrix(a);
    return triuIndices(a.shape(0), a.shape(1), k);
  }

  private static void requireMatrix(NDArray a) {
    if (a.ndim() != 2) {
      throw new ShapeException("input array must be 2-d, not " + Shapes.toString(a.shape()));
    }
  }

  /// The Vandermonde matrix of a vector: its powers, the highest first.
  public static NDArray vander(NDArray x) {
    return vander(x, x.size(), false);
  }

  /// `n` powers of a vector as columns, from 0 upwards where `increasing`; at least int64.
  ///
  /// @throws ShapeException if `x` is not 1-D
  public static NDArray vander(NDArray x, long n, boolean increasing) {
    return Matrices.vander(x, n, increasing);
  }
}
