package io.lanewise.ndarray;

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
/// `equals` and `hashCode` are those of the object: an array can be written to, so that a hash of
/// its values would change while it lies in a collection, and NumPy's `==` compares element by
/// element, which is [#equal]. Values are compared by `Comparing.arrayEqual` and `allclose` of
/// `io.lanewise.ufunc`. Arrays are not `Serializable`; their lasting form is the .npy stream
/// ([Npy]).
///
/// Structure and element access are here. The arithmetic comes from [ArrayOperators], what
/// rearranges and selects from [ArrayMethods]; the work is done in the classes named there, in the
/// kernel engine and in `io.lanewise.ufunc`.
public final class NDArray
    implements ArrayOperators, ArrayFunctions, ArrayReductions, ArrayMethods {
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

  /// A new array of ones.
  public static NDArray ones(DType dtype, long... shape) {
    return full(dtype, 1, shape);
  }

  /// An array with every element `value`.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public static NDArray full(DType dtype, double value, long... shape) {
    NDArray result = empty(dtype, Order.C, shape);
    result.fill(value);
    return result;
  }

  /// The same with an integer, which no double need hold.
  ///
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public static NDArray full(DType dtype, long value, long... shape) {
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
    return new NDArray(dtype, Storage.allocate(dtype, layout), layout, true, null);
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

  /// A 1-D complex128 array over `parts`, which it shares: the real part of the first number, its
  /// imaginary part, those of the second, and so on.
  ///
  /// @throws IllegalArgumentException if their number is odd
  public static NDArray ofComplex(double... parts) {
    return Creation.wrapComplex(DType.COMPLEX128, parts, parts.length);
  }

  /// A 1-D complex64 array; see [#ofComplex(double...)].
  public static NDArray ofComplex(float... parts) {
    return Creation.wrapComplex(DType.COMPLEX64, parts, parts.length);
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
    return Creation.of(buffer, buffer.order(), DType.FLOAT32);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(DoubleBuffer buffer) {
    return Creation.of(buffer, buffer.order(), DType.FLOAT64);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(IntBuffer buffer) {
    return Creation.of(buffer, buffer.order(), DType.INT32);
  }

  /// See [#of(FloatBuffer)].
  public static NDArray of(LongBuffer buffer) {
    return Creation.of(buffer, buffer.order(), DType.INT64);
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
  /// @throws CastingException if the dtype is complex
  public double getDouble(long... index) {
    return Elements.getDouble(dtype, storage.base(), layout.position(index));
  }

  /// One element as a complex number; of a real array its imaginary part is 0.
  public Complex getComplex(long... index) {
    return Elements.getComplex(dtype, storage.base(), layout.position(index));
  }

  /// One element as a long, truncated where it is a floating-point number.
  public long getLong(long... index) {
    return Elements.getLong(dtype, storage.base(), layout.position(index));
  }

  /// One element, not zero being true.
  public boolean getBoolean(long... index) {
    return Elements.getBoolean(dtype, storage.base(), layout.position(index));
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

  /// Writes one element.
  ///
  /// @throws CastingException if the dtype is not complex and `value` is not real
  public void setComplex(Complex value, long... index) {
    requireWriteable();
    Elements.setComplex(dtype, storage.base(), layout.position(index), value);
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

  // Views

  /// A view in Python's notation, such as `"1:, ::-1"`, `"..., 0"` or `"None, 2:5"`.
  ///
  /// @throws IndexOutOfBoundsException if an integer is out of range, there are too many parts, or
  ///   the text is malformed
  public NDArray get(String index) {
    return get(BasicIndexing.parse(index));
  }

  /// The elements that a typed index names: a view where its parts are integers, slices, an
  /// ellipsis and new axes; a copy in C order with an array of positions or a mask among them.
  ///
  /// @throws IndexOutOfBoundsException if a position is out of range, there are too many parts, a
  ///   mask has another shape than its axes, or arrays do not broadcast together
  public NDArray get(Index... index) {
    Layout basic = BasicIndexing.apply(layout, index);
    return basic == null ? AdvancedIndexing.get(this, index) : view(basic);
  }

  /// A copy of the elements where a mask is true, or at positions along the first axis.
  ///
  /// @throws IndexOutOfBoundsException if a position is out of range, or a mask has another shape
  ///   than the first axes
  /// @throws IndexingException if `index` is neither of bools nor of integers
  public NDArray get(NDArray index) {
    return get(Index.of(index));
  }

  /// The elements that an index names, to be written: `a.at(mask(m)).set(b)` is NumPy's `a[m] = b`.
  /// Source: the `at` of JAX arrays.
  public Selection at(Index... index) {
    return new Selection(this, index);
  }

  /// A view of the sub-array at integer positions of the first axes.
  public NDArray get(long... index) {
    return get(BasicIndexing.positions(index));
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

  /// The real parts of a complex array, as a view; a real array itself.
  public NDArray real() {
    return dtype.isComplex() ? parts(Views.part(layout, 0)) : this;
  }

  /// The imaginary parts of a complex array, as a view; of a real array a read-only array of zeros.
  public NDArray imag() {
    return dtype.isComplex() ? parts(Views.part(layout, 1)) : Views.zeroImag(this);
  }

  /// A real view of a complex array with one more axis, of length 2, for the real and imaginary
  /// parts. Source: `torch.view_as_real`.
  ///
  /// @throws CastingException if the dtype is not complex
  public NDArray viewAsReal() {
    return parts(Views.parts(this));
  }

  private NDArray parts(Layout newLayout) {
    return new NDArray(
        dtype.part(), Storage.ofParts(storage), newLayout, writeable, base == null ? this : base);
  }

  // Copies and assignment

  /// A copy in C order.
  public NDArray copy() {
    return astype(dtype, Order.C);
  }

  /// A copy with its elements in the given order.
  public NDArray copy(Order order) {
    return astype(dtype, order);
  }

  /// A copy as another dtype, its axes in this array's order in memory. All conversions are
  /// allowed; floating point to integer saturates as in Java, where NumPy leaves it undefined, and
  /// the imaginary parts of complex numbers are dropped where the target is not complex.
  public NDArray astype(DType target) {
    return astype(target, Order.K);
  }

  /// The same with the elements in the given order.
  public NDArray astype(DType target, Order order) {
    NDArray result = MemoryPool.empty(target, MemoryOrder.like(this, order));
    Assignment.assign(this, result);
    return result;
  }

  /// The same, if the rule allows the conversion.
  ///
  /// @throws CastingException if it does not, or with SAME_VALUE an element would change
  public NDArray astype(DType target, Casting casting) {
    if (casting == Casting.SAME_VALUE) {
      return SameValue.astype(this, target);
    }
    casting.require(dtype, target);
    return astype(target);
  }

  /// Writes `value` to every element.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public void fill(double value) {
    requireWriteable();
    Assignment.fill(this, value);
  }

  /// The same with an integer, which no double need hold.
  public void fill(long value) {
    requireWriteable();
    Assignment.fill(this, value);
  }

  /// Writes a complex `value` to every element.
  ///
  /// @throws CastingException if the dtype is not complex and `value` is not real
  public void fill(Complex value) {
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

  /// Writes `value` where a mask is true, or at positions along the first axis; of two equal
  /// positions the later one counts. Everything is checked before anything is written.
  ///
  /// @throws IndexOutOfBoundsException as [#get(NDArray)]
  /// @throws BroadcastException if the shape of `value` does not fit
  /// @throws ReadOnlyArrayException if the array is read-only
  public void set(NDArray index, NDArray value) {
    at(Index.of(index)).set(value);
  }

  /// Writes one value where a mask is true, or at positions along the first axis.
  public void set(NDArray index, double value) {
    at(Index.of(index)).fill(value);
  }

  /// The same with an integer.
  public void set(NDArray index, long value) {
    at(Index.of(index)).fill(value);
  }

  /// Writes one value to the elements that `index` names.
  public void set(String index, double value) {
    get(index).fill(value);
  }

  /// The same with an integer.
  public void set(String index, long value) {
    get(index).fill(value);
  }

  void requireWriteable() {
    if (!writeable) {
      throw new ReadOnlyArrayException("assignment destination is read-only");
    }
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
