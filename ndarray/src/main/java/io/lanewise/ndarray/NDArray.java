package io.lanewise.ndarray;

import static io.lanewise.ndarray.spi.Operator.ABSOLUTE;
import static io.lanewise.ndarray.spi.Operator.ADD;
import static io.lanewise.ndarray.spi.Operator.COS;
import static io.lanewise.ndarray.spi.Operator.DIVIDE;
import static io.lanewise.ndarray.spi.Operator.EQUAL;
import static io.lanewise.ndarray.spi.Operator.EXP;
import static io.lanewise.ndarray.spi.Operator.GREATER;
import static io.lanewise.ndarray.spi.Operator.GREATER_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LESS;
import static io.lanewise.ndarray.spi.Operator.LESS_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LOG;
import static io.lanewise.ndarray.spi.Operator.MAXIMUM;
import static io.lanewise.ndarray.spi.Operator.MINIMUM;
import static io.lanewise.ndarray.spi.Operator.MULTIPLY;
import static io.lanewise.ndarray.spi.Operator.NEGATIVE;
import static io.lanewise.ndarray.spi.Operator.NOT_EQUAL;
import static io.lanewise.ndarray.spi.Operator.POWER;
import static io.lanewise.ndarray.spi.Operator.RECIPROCAL;
import static io.lanewise.ndarray.spi.Operator.SIN;
import static io.lanewise.ndarray.spi.Operator.SQRT;
import static io.lanewise.ndarray.spi.Operator.SQUARE;
import static io.lanewise.ndarray.spi.Operator.SUBTRACT;

import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;
import io.lanewise.ndarray.spi.Reduction;
import java.lang.foreign.MemorySegment;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/// An n-dimensional array: a dtype, memory, and a layout that says which elements of the memory it
/// shows. Views share memory; writing through one is seen by all.
///
/// ```java
/// NDArray x = NDArray.linspace(0, 10, 1001);
/// NDArray v = x.get("::2");                     // a view of every second element
/// NDArray y = x.multiply(2.0).sin();            // new arrays
/// x.multiply(2.0, out);                         // into an array that exists
/// ```
///
/// Semantics are NumPy's: broadcasting, promotion with Java primitives as weak scalars, views by
/// slicing. Reductions to one value give 0-d arrays; [#item()] reads it. Elements are read and
/// written without synchronisation: arrays may be read by many threads, and written by one at a
/// time.
///
/// Long because every operator is a method here, as users expect; each is one line. Structure,
/// element access and these only: the work is in the kernel engine and in `io.lanewise.ufunc`.
public final class NDArray {
  private final DType dtype;
  private final Storage storage;
  private final Layout layout;
  private final boolean writeable;
  private final NDArray base;

  NDArray(DType dtype, Storage storage, Layout layout, boolean writeable, NDArray base) {
    this.dtype = dtype;
    this.storage = storage;
    this.layout = layout;
    this.writeable = writeable;
    this.base = base;
  }

  private NDArray view(Layout newLayout) {
    return new NDArray(dtype, storage, newLayout, writeable, base == null ? this : base);
  }

  /// A 1-D view of `n` elements from `from`, both already checked.
  NDArray slice(long from, long n) {
    return view(Layout.of(layout.offset() + from, new long[] {n}, new long[] {1}));
  }

  // Creation

  /// A float64 array of zeros.
  ///
  /// @throws ShapeException if a length is negative or the size does not fit
  public static NDArray zeros(long... shape) {
    return zeros(DType.FLOAT64, shape);
  }

  /// An array of zeros, in C order.
  public static NDArray zeros(DType dtype, long... shape) {
    return empty(dtype, Order.C, shape);
  }

  /// A float64 array of ones.
  public static NDArray ones(long... shape) {
    return full(DType.FLOAT64, 1, shape);
  }

  /// An array with every element `value`.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public static NDArray full(DType dtype, double value, long... shape) {
    NDArray result = empty(dtype, Order.C, shape);
    result.fill(value);
    return result;
  }

  /// A new array in C order. Its elements are zero, as Java's are; code should not rely on that.
  public static NDArray empty(DType dtype, long... shape) {
    return empty(dtype, Order.C, shape);
  }

  /// A new array in the given order.
  public static NDArray empty(DType dtype, Order order, long... shape) {
    Layout layout = Layout.of(shape, order);
    return new NDArray(dtype, Storage.allocate(dtype, layout.size()), layout, true, null);
  }

  /// A 0-d float64 array.
  public static NDArray scalar(double value) {
    return of(new double[] {value}).reshape();
  }

  /// A 0-d int64 array.
  public static NDArray scalar(long value) {
    return of(new long[] {value}).reshape();
  }

  /// A 1-D array over `values`, which it shares.
  public static NDArray of(double... values) {
    return Creation.wrap(DType.FLOAT64, values, values.length);
  }

  /// A 1-D array over `values`, which it shares.
  public static NDArray of(float... values) {
    return Creation.wrap(DType.FLOAT32, values, values.length);
  }

  /// A 1-D array over `values`, which it shares.
  public static NDArray of(int... values) {
    return Creation.wrap(DType.INT32, values, values.length);
  }

  /// A 1-D array over `values`, which it shares.
  public static NDArray of(long... values) {
    return Creation.wrap(DType.INT64, values, values.length);
  }

  /// A 1-D array over `values`, which it shares.
  public static NDArray of(boolean... values) {
    return Creation.wrap(DType.BOOL, values, values.length);
  }

  /// A 2-D array with a copy of `rows`.
  ///
  /// @throws ShapeException if the rows differ in length
  public static NDArray of(double[][] rows) {
    return Creation.of(rows);
  }

  /// A 1-D array over the buffer's remaining elements, which it shares.
  ///
  /// @throws IllegalArgumentException if the buffer is not in native byte order
  public static NDArray of(FloatBuffer buffer) {
    return Creation.of(buffer);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(DoubleBuffer buffer) {
    return Creation.of(buffer);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(IntBuffer buffer) {
    return Creation.of(buffer);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(LongBuffer buffer) {
    return Creation.of(buffer);
  }

  /// An array over a segment, which it shares, in C order; 1-D over all of it where no shape is
  /// given. Valid while the segment's arena is open; later access throws [IllegalStateException].
  ///
  /// @throws IllegalArgumentException if the segment's size is no multiple of the element size, or
  ///   too small
  public static NDArray of(MemorySegment segment, DType dtype, long... shape) {
    return Creation.wrap(segment, dtype, shape);
  }

  /// The int64 numbers 0 .. stop - 1.
  public static NDArray arange(long stop) {
    return Creation.arange(0, stop, 1);
  }

  /// The int64 numbers from `start` in steps of `step`, up to, not including, `stop`.
  public static NDArray arange(long start, long stop, long step) {
    return Creation.arange(start, stop, step);
  }

  /// The float64 numbers from `start` in steps of `step`; their count is ceil((stop - start) /
  /// step).
  public static NDArray arange(double start, double stop, double step) {
    return Creation.arange(start, stop, step);
  }

  /// `n` float64 numbers in equal steps from `start` to `stop`, both included.
  public static NDArray linspace(double start, double stop, long n) {
    return Creation.linspace(start, stop, n);
  }

  /// The n x n identity matrix.
  public static NDArray eye(long n) {
    return Creation.eye(n);
  }

  // Structure

  public DType dtype() {
    return dtype;
  }

  public int ndim() {
    return layout.ndim();
  }

  public long size() {
    return layout.size();
  }

  /// The lengths of the axes; a copy.
  public long[] shape() {
    return layout.shape();
  }

  /// The length of one axis, counting from the end where negative.
  ///
  /// @throws AxisException if there is no such axis
  public long shape(int axis) {
    return layout.shape(Shapes.axis(axis, ndim()));
  }

  /// The steps of the axes, in elements (NumPy counts bytes); a copy.
  public long[] strides() {
    return layout.strides();
  }

  /// The position of the first element in the storage, in elements.
  public long offset() {
    return layout.offset();
  }

  public Layout layout() {
    return layout;
  }

  public Storage storage() {
    return storage;
  }

  /// The array whose memory this view shows, or null if this is not a view.
  public NDArray base() {
    return base;
  }

  /// Whether elements may be written.
  public boolean isWriteable() {
    return writeable;
  }

  /// Whether elements follow each other in C order without gaps.
  public boolean isContiguous() {
    return layout.isContiguousC();
  }

  /// The lowest position of an element in the storage.
  public long low() {
    return layout.low();
  }

  /// The highest position of an element in the storage.
  public long high() {
    return layout.high();
  }

  /// A view that refuses writes.
  public NDArray readOnly() {
    return new NDArray(dtype, storage, layout, false, base == null ? this : base);
  }

  // Elements

  /// One element; an index below 0 counts from the end.
  ///
  /// @throws IndexOutOfBoundsException if an index is out of range or their number is not the
  ///   number of dimensions
  public double getDouble(long... index) {
    return Elements.getDouble(dtype, storage.base(), layout.position(index));
  }

  /// One element as a long, truncated where it is a floating-point number.
  public long getLong(long... index) {
    return Elements.getLong(dtype, storage.base(), layout.position(index));
  }

  /// One element, not zero being true.
  public boolean getBoolean(long... index) {
    return getDouble(index) != 0;
  }

  /// Writes one element; into an integer array the value is truncated.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws ArithmeticException if an integer element cannot hold it
  public void setDouble(double value, long... index) {
    requireWriteable();
    Elements.setDouble(dtype, storage.base(), layout.position(index), value);
  }

  /// Writes one element.
  public void setLong(long value, long... index) {
    requireWriteable();
    Elements.setLong(dtype, storage.base(), layout.position(index), value);
  }

  /// The only element.
  ///
  /// @throws IllegalStateException if there is not exactly one
  public double item() {
    if (size() != 1) {
      throw new IllegalStateException(
          "can only convert an array of size 1 to a scalar, not one of shape "
              + Shapes.toString(shape()));
    }
    return Elements.getDouble(dtype, storage.base(), layout.offset());
  }

  /// A copy of the elements in C order, as float64.
  public double[] toDoubleArray() {
    return Creation.toDoubleArray(this);
  }

  /// A FloatBuffer over the same memory.
  ///
  /// @throws IllegalArgumentException if this is no C-contiguous float32 array, or one off the heap
  ///   of 2 GiB or more
  public FloatBuffer asFloatBuffer() {
    return Creation.asFloatBuffer(this);
  }

  // Views

  /// A view in Python's notation, such as `"1:, ::-1"`, `"..., 0"` or `"None, 2:5"`.
  ///
  /// @throws IndexOutOfBoundsException if an integer is out of range, there are too many parts, or
  ///   the text is malformed
  public NDArray get(String index) {
    return get(Indexing.parse(index));
  }

  /// A view by a typed index.
  public NDArray get(Index... index) {
    return view(Indexing.apply(layout, index));
  }

  /// A view of the sub-array at integer positions of the first axes.
  public NDArray get(long... index) {
    Index[] parts = new Index[index.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Index.at(index[i]);
    }
    return get(parts);
  }

  /// The same elements in C order with another shape; one length may be -1. A view where the
  /// strides allow, otherwise a copy.
  ///
  /// @throws ShapeException if the sizes differ
  public NDArray reshape(long... shape) {
    return Views.reshape(this, shape);
  }

  /// A view with the given layout, already checked.
  NDArray withLayout(Layout newLayout) {
    return view(newLayout);
  }

  /// A view with the axes reversed, or in the given order.
  ///
  /// @throws IllegalArgumentException if `axes` is not a permutation
  public NDArray transpose(int... axes) {
    return view(layout.transpose(Views.permutation(axes, ndim())));
  }

  /// A view with the axes reversed.
  public NDArray T() {
    return transpose();
  }

  /// A read-only view stretched to `shape`; stretched axes have stride 0 and cost no memory.
  ///
  /// @throws BroadcastException if the shape does not fit
  public NDArray broadcastTo(long... shape) {
    return view(layout.broadcastTo(shape)).readOnly();
  }

  // Copies and assignment

  /// A copy in C order.
  public NDArray copy() {
    return astype(dtype);
  }

  /// A copy as another dtype, in C order. All conversions are allowed; floating point to integer
  /// saturates as in Java, where NumPy leaves it undefined.
  public NDArray astype(DType target) {
    NDArray result = empty(target, Order.C, shape());
    Assignment.assign(this, result);
    return result;
  }

  /// Writes `value` to every element.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public void fill(double value) {
    requireWriteable();
    Assignment.fill(this, value);
  }

  /// Writes `value`, broadcast to this array's shape and converted to its dtype.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws BroadcastException if the shape does not fit
  public void set(NDArray value) {
    requireWriteable();
    Assignment.assign(value, this);
  }

  /// Writes to the elements that `index` names, in the notation of [#get(String)].
  public void set(String index, NDArray value) {
    get(index).set(value);
  }

  /// Writes one value to the elements that `index` names.
  public void set(String index, double value) {
    get(index).fill(value);
  }

  private void requireWriteable() {
    if (!writeable) {
      throw new ReadOnlyArrayException("assignment destination is read-only");
    }
  }

  // Operators: each has a form that makes a new array and one that writes to `out`. Java scalars
  // are weak.

  public NDArray add(NDArray b) {
    return binary(ADD, b, null);
  }

  public NDArray add(NDArray b, NDArray out) {
    return binary(ADD, b, out);
  }

  public NDArray add(double b) {
    return binary(ADD, b, null);
  }

  public NDArray add(double b, NDArray out) {
    return binary(ADD, b, out);
  }

  public NDArray add(long b) {
    return binary(ADD, b, null);
  }

  public NDArray add(long b, NDArray out) {
    return binary(ADD, b, out);
  }

  public NDArray subtract(NDArray b) {
    return binary(SUBTRACT, b, null);
  }

  public NDArray subtract(NDArray b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  public NDArray subtract(double b) {
    return binary(SUBTRACT, b, null);
  }

  public NDArray subtract(double b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  public NDArray subtract(long b) {
    return binary(SUBTRACT, b, null);
  }

  public NDArray subtract(long b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  public NDArray multiply(NDArray b) {
    return binary(MULTIPLY, b, null);
  }

  public NDArray multiply(NDArray b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  public NDArray multiply(double b) {
    return binary(MULTIPLY, b, null);
  }

  public NDArray multiply(double b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  public NDArray multiply(long b) {
    return binary(MULTIPLY, b, null);
  }

  public NDArray multiply(long b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  /// True division: integers give float64.
  public NDArray divide(NDArray b) {
    return binary(DIVIDE, b, null);
  }

  public NDArray divide(NDArray b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  public NDArray divide(double b) {
    return binary(DIVIDE, b, null);
  }

  public NDArray divide(double b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  public NDArray divide(long b) {
    return binary(DIVIDE, b, null);
  }

  public NDArray divide(long b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  public NDArray power(NDArray b) {
    return binary(POWER, b, null);
  }

  public NDArray power(NDArray b, NDArray out) {
    return binary(POWER, b, out);
  }

  public NDArray power(double b) {
    return binary(POWER, b, null);
  }

  public NDArray power(double b, NDArray out) {
    return binary(POWER, b, out);
  }

  public NDArray power(long b) {
    return binary(POWER, b, null);
  }

  public NDArray power(long b, NDArray out) {
    return binary(POWER, b, out);
  }

  public NDArray minimum(NDArray b) {
    return binary(MINIMUM, b, null);
  }

  public NDArray minimum(double b) {
    return binary(MINIMUM, b, null);
  }

  public NDArray minimum(long b) {
    return binary(MINIMUM, b, null);
  }

  public NDArray maximum(NDArray b) {
    return binary(MAXIMUM, b, null);
  }

  public NDArray maximum(double b) {
    return binary(MAXIMUM, b, null);
  }

  public NDArray maximum(long b) {
    return binary(MAXIMUM, b, null);
  }

  public NDArray less(NDArray b) {
    return binary(LESS, b, null);
  }

  public NDArray less(double b) {
    return binary(LESS, b, null);
  }

  public NDArray less(long b) {
    return binary(LESS, b, null);
  }

  public NDArray lessEqual(NDArray b) {
    return binary(LESS_EQUAL, b, null);
  }

  public NDArray lessEqual(double b) {
    return binary(LESS_EQUAL, b, null);
  }

  public NDArray lessEqual(long b) {
    return binary(LESS_EQUAL, b, null);
  }

  public NDArray greater(NDArray b) {
    return binary(GREATER, b, null);
  }

  public NDArray greater(double b) {
    return binary(GREATER, b, null);
  }

  public NDArray greater(long b) {
    return binary(GREATER, b, null);
  }

  public NDArray greaterEqual(NDArray b) {
    return binary(GREATER_EQUAL, b, null);
  }

  public NDArray greaterEqual(double b) {
    return binary(GREATER_EQUAL, b, null);
  }

  public NDArray greaterEqual(long b) {
    return binary(GREATER_EQUAL, b, null);
  }

  /// Elementwise equality; [#equals(Object)] compares identity.
  public NDArray equal(NDArray b) {
    return binary(EQUAL, b, null);
  }

  public NDArray equal(double b) {
    return binary(EQUAL, b, null);
  }

  public NDArray equal(long b) {
    return binary(EQUAL, b, null);
  }

  public NDArray notEqual(NDArray b) {
    return binary(NOT_EQUAL, b, null);
  }

  public NDArray notEqual(double b) {
    return binary(NOT_EQUAL, b, null);
  }

  public NDArray notEqual(long b) {
    return binary(NOT_EQUAL, b, null);
  }

  public NDArray logicalAnd(NDArray b) {
    return binary(Operator.LOGICAL_AND, b, null);
  }

  public NDArray logicalOr(NDArray b) {
    return binary(Operator.LOGICAL_OR, b, null);
  }

  public NDArray logicalXor(NDArray b) {
    return binary(Operator.LOGICAL_XOR, b, null);
  }

  public NDArray logicalNot() {
    return unary(Operator.LOGICAL_NOT, null);
  }

  public NDArray negative() {
    return unary(NEGATIVE, null);
  }

  public NDArray abs() {
    return unary(ABSOLUTE, null);
  }

  public NDArray square() {
    return unary(SQUARE, null);
  }

  public NDArray sqrt() {
    return unary(SQRT, null);
  }

  public NDArray reciprocal() {
    return unary(RECIPROCAL, null);
  }

  public NDArray exp() {
    return unary(EXP, null);
  }

  public NDArray exp(NDArray out) {
    return unary(EXP, out);
  }

  public NDArray log() {
    return unary(LOG, null);
  }

  public NDArray log(NDArray out) {
    return unary(LOG, out);
  }

  public NDArray sin() {
    return unary(SIN, null);
  }

  public NDArray sin(NDArray out) {
    return unary(SIN, out);
  }

  public NDArray cos() {
    return unary(COS, null);
  }

  public NDArray cos(NDArray out) {
    return unary(COS, out);
  }

  // Reductions: over the given axes, or over all where none is given.

  public NDArray sum(int... axes) {
    return reduce(Reduction.SUM, axes);
  }

  public NDArray sum(Axes axes) {
    return reduce(Reduction.SUM, axes);
  }

  public NDArray mean(int... axes) {
    return reduce(Reduction.MEAN, axes);
  }

  public NDArray mean(Axes axes) {
    return reduce(Reduction.MEAN, axes);
  }

  public NDArray var(int... axes) {
    return reduce(Reduction.VAR, axes);
  }

  public NDArray var(Axes axes) {
    return reduce(Reduction.VAR, axes);
  }

  public NDArray std(int... axes) {
    return reduce(Reduction.STD, axes);
  }

  public NDArray std(Axes axes) {
    return reduce(Reduction.STD, axes);
  }

  public NDArray min(int... axes) {
    return reduce(Reduction.MIN, axes);
  }

  public NDArray min(Axes axes) {
    return reduce(Reduction.MIN, axes);
  }

  public NDArray max(int... axes) {
    return reduce(Reduction.MAX, axes);
  }

  public NDArray max(Axes axes) {
    return reduce(Reduction.MAX, axes);
  }

  public NDArray all(int... axes) {
    return reduce(Reduction.ALL, axes);
  }

  public NDArray all(Axes axes) {
    return reduce(Reduction.ALL, axes);
  }

  public NDArray any(int... axes) {
    return reduce(Reduction.ANY, axes);
  }

  public NDArray any(Axes axes) {
    return reduce(Reduction.ANY, axes);
  }

  private NDArray unary(Operator operator, NDArray out) {
    return Operators.get().apply(operator, this, out);
  }

  private NDArray binary(Operator operator, NDArray b, NDArray out) {
    return Operators.get().apply(operator, this, b, out);
  }

  private NDArray binary(Operator operator, double b, NDArray out) {
    return Operators.get().apply(operator, this, b, out);
  }

  private NDArray binary(Operator operator, long b, NDArray out) {
    return Operators.get().apply(operator, this, b, out);
  }

  private NDArray reduce(Reduction reduction, int... axes) {
    return reduce(reduction, axes.length == 0 ? Axes.all() : Axes.axis(axes));
  }

  private NDArray reduce(Reduction reduction, Axes axes) {
    return Operators.get().reduce(reduction, this, axes, null);
  }

  /// The elements as NumPy's `str` prints them.
  @Override
  public String toString() {
    return Printer.str(this);
  }

  /// The array as NumPy's `repr` prints it, with its dtype where that is not the default one.
  public String repr() {
    return Printer.repr(this);
  }
}
