package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteOrder;

/// What the factories of [NDArray] do.
final class Creation {
  private Creation() {}

  static NDArray wrap(DType dtype, Object array, int length) {
    return new NDArray(
        dtype,
        new Storage.Heap(array, length),
        Layout.of(new long[] {length}, Order.C),
        true,
        null);
  }

  /// `parts` are real and imaginary parts, one after the other.
  static NDArray wrapComplex(DType dtype, Object parts, int length) {
    if (length % 2 != 0) {
      throw new IllegalArgumentException(
          "complex numbers need as many imaginary as real parts, not " + length + " parts");
    }
    return wrap(dtype, parts, length / 2);
  }

  static NDArray wrap(MemorySegment segment, DType dtype, long... shape) {
    Storage storage = Storage.of(segment, dtype);
    Layout layout = Layout.of(shape.length == 0 ? new long[] {storage.length()} : shape, Order.C);
    if (layout.size() > storage.length()) {
      throw new ShapeException(
          "buffer of "
              + storage.length()
              + " elements is smaller than the requested shape "
              + Shapes.toString(shape));
    }
    Object array = segment.heapBase().orElse(null);
    if (array != null && array.getClass() == arrayType(dtype)) {
      // kernels reach a Java array of the dtype's own type without staging
      long first = segment.address() / dtype.itemSize();
      boolean aligned = segment.address() % dtype.itemSize() == 0;
      if (aligned) {
        return new NDArray(
            dtype,
            new Storage.Heap(array, Array.getLength(array) / (dtype.isComplex() ? 2 : 1)),
            Layout.of(first, layout.shape(), layout.strides()),
            true,
            null);
      }
    }
    return new NDArray(dtype, storage, layout, !segment.isReadOnly(), null);
  }

  /// The class of the Java arrays that hold elements of a dtype.
  private static Class<?> arrayType(DType dtype) {
    return Storage.allocate(dtype, 0).array().getClass();
  }

  /// A heap buffer gives its array, a direct one its memory; a read-only heap buffer and one over
  /// bytes become a segment, which kernels stage.
  static NDArray of(Buffer buffer, ByteOrder order, DType dtype) {
    requireNativeOrder(order);
    if (buffer.hasArray()) {
      Object array = buffer.array();
      long first = buffer.arrayOffset() + buffer.position();
      return new NDArray(
          dtype,
          new Storage.Heap(array, Array.getLength(array)),
          Layout.of(first, new long[] {buffer.remaining()}, new long[] {1}),
          true,
          null);
    }
    return wrap(MemorySegment.ofBuffer(buffer), dtype);
  }

  /// A view in the other byte order cannot be computed on, and a silent copy would not see later
  /// writes.
  private static void requireNativeOrder(ByteOrder order) {
    if (order != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException(
          "buffer is in "
              + order
              + " byte order, arrays are in "
              + ByteOrder.nativeOrder()
              + ": call order(ByteOrder.nativeOrder()) on the byte buffer before taking its view");
    }
  }

  static NDArray of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] flat = new double[Shapes.javaLength("array", (long) rows.length * columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeException(
            "setting an array element with a sequence. The requested array has an inhomogeneous"
                + " shape after 1 dimensions. The detected shape was ("
                + rows.length
                + ",) + inhomogeneous part.");
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return wrap(DType.FLOAT64, flat, flat.length).reshape(rows.length, columns);
  }

  static NDArray arange(double start, double stop, double step) {
    if (step == 0) {
      throw new IllegalArgumentException("arange: step cannot be 0");
    }
    double count = (stop - start) / step;
    if (Double.isNaN(count)) {
      throw new IllegalArgumentException("arange: cannot compute length");
    }
    // a quotient that vanishes, as with an infinite step, still leaves the first number
    boolean first = count == 0 && stop != start && Double.doubleToRawLongBits(count) == 0;
    long n = first ? 1 : (long) Math.max(0, Math.ceil(count));
    if (n == Long.MAX_VALUE) {
      throw new ShapeException("arange: Maximum allowed size exceeded");
    }
    NDArray result = NDArray.empty(DType.FLOAT64, n);
    // NumPy's rule: the step is the difference of the first two elements as they are rounded
    double delta = (start + step) - start;
    for (long i = 0; i < n; i++) {
      Elements.setDouble(
          DType.FLOAT64, result.storage().base(), i, i == 1 ? start + step : start + i * delta);
    }
    return result;
  }

  static NDArray arange(long start, long stop, long step) {
    if (step == 0) {
      throw new IllegalArgumentException("arange: step cannot be 0");
    }
    long n = count(start, stop, step);
    NDArray result = NDArray.empty(DType.INT64, n);
    for (long i = 0; i < n; i++) {
      Elements.setLong(DType.INT64, result.storage().base(), i, start + i * step);
    }
    return result;
  }

  static long count(long start, long stop, long step) {
    if (stop == start || stop > start != step > 0) {
      return 0;
    }
    // distances as unsigned numbers: between two longs there may be more than a long holds
    long span = step > 0 ? stop - start : start - stop;
    long n = Long.divideUnsigned(span - 1, Math.abs(step)) + 1;
    if (n < 0) {
      throw new ShapeException("arange: Maximum allowed size exceeded");
    }
    return n;
  }

  static NDArray linspace(double start, double stop, long n) {
    if (n < 0) {
      throw new IllegalArgumentException("Number of samples, " + n + ", must be non-negative.");
    }
    NDArray result = NDArray.empty(DType.FLOAT64, n);
    Object base = result.storage().base();
    // equal infinities differ by nothing (NumPy's rule after 2.4)
    double delta = start == stop ? 0 : stop - start;
    long gaps = n - 1;
    double step = delta / gaps;
    for (long i = 0; i < n; i++) {
      double along = gaps == 0 ? 0 : step == 0 ? i / (double) gaps * delta : i * step;
      Elements.setDouble(DType.FLOAT64, base, i, along + start);
    }
    if (n > 1) {
      Elements.setDouble(DType.FLOAT64, base, n - 1, stop);
    }
    return result;
  }

  static NDArray eye(long n) {
    NDArray result = NDArray.zeros(n, n);
    for (long i = 0; i < n; i++) {
      result.setDouble(1, i, i);
    }
    return result;
  }
}
