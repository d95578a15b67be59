package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/// Between arrays and the rest of Java: Java arrays, streams, buffers, segments and bytes. The way
/// back is [ArrayCreation#array(Object)], `ArrayCreation.fromIter`, `NDArray.of` and
/// `ArrayCreation.fromBuffer`.
///
/// **Java arrays** are copies in C order and convert as [NDArray#astype(DType)] does: any real
/// dtype to any, floating point to integers truncated and saturated, integers to narrower ones by
/// their low bits. Complex arrays are refused, because half of each number would be lost: take
/// `real()`, `imag()` or `viewAsReal()`. Unsigned elements of the same width keep their bits, as
/// [Byte#toUnsignedInt(byte)] reads them.
///
/// **Buffers and segments** are views of the same memory, or an error says why there is none.
public final class Interop {
  private Interop() {}

  // Java arrays

  /// The elements in C order as `double[]`; a copy.
  ///
  /// @throws CastingException if the dtype is complex
  /// @throws ShapeException if there are more than a Java array holds
  public static double[] toDoubleArray(NDArray a) {
    return (double[]) toArray(a, DType.FLOAT64);
  }

  /// The elements in C order, rounded to `float[]`; see [#toDoubleArray(NDArray)].
  public static float[] toFloatArray(NDArray a) {
    return (float[]) toArray(a, DType.FLOAT32);
  }

  /// The elements in C order as `long[]`; see [#toDoubleArray(NDArray)].
  public static long[] toLongArray(NDArray a) {
    return (long[]) toArray(a, DType.INT64);
  }

  /// The elements in C order as `int[]`; see [#toDoubleArray(NDArray)].
  public static int[] toIntArray(NDArray a) {
    return (int[]) toArray(a, DType.INT32);
  }

  /// The elements in C order as `short[]`; those of float16 and bfloat16 are truncated, their bits
  /// are those of `Views.view(a, DType.INT16)`. See [#toDoubleArray(NDArray)].
  public static short[] toShortArray(NDArray a) {
    return (short[]) toArray(a, DType.INT16);
  }

  /// The elements in C order as `byte[]`; for the bytes of all elements see [#tobytes(NDArray)].
  /// See [#toDoubleArray(NDArray)].
  public static byte[] toByteArray(NDArray a) {
    return (byte[]) toArray(a, DType.INT8);
  }

  /// Whether each element is not zero, in C order; NaN counts as true. Complex arrays are taken,
  /// too.
  ///
  /// @throws ShapeException if there are more than a Java array holds
  public static boolean[] toBooleanArray(NDArray a) {
    Shapes.javaLength("toBooleanArray", a.size());
    return (boolean[]) a.astype(DType.BOOL, Order.C).storage().array();
  }

  private static Object toArray(NDArray a, DType dtype) {
    if (a.dtype().isComplex()) {
      throw new CastingException(
          "cannot convert an array of "
              + a.dtype()
              + " to a Java array of "
              + dtype
              + "; take real() or imag()");
    }
    Shapes.javaLength("a Java array", a.size());
    return a.astype(dtype, Order.C).storage().array();
  }

  /// The elements as a Java array of arrays, one level for each axis, such as `double[][]` for a
  /// matrix; a copy. The element type holds every value: that of the dtype, `float` for float16 and
  /// bfloat16, the next wider one for unsigned integers (uint64 stays `long`, with its bits).
  /// Source: `numpy.ndarray.tolist`.
  ///
  /// @throws CastingException if the dtype is complex
  /// @throws IllegalArgumentException if `a` is 0-d, or has more elements than a Java array holds
  public static Object toNestedArray(NDArray a) {
    if (a.ndim() == 0) {
      throw new IllegalArgumentException(
          "toNestedArray: a 0-d array is no Java array; its element is item()");
    }
    DType dtype =
        switch (a.dtype()) {
          case FLOAT16, BFLOAT16 -> DType.FLOAT32;
          case UINT8 -> DType.INT16;
          case UINT16 -> DType.INT32;
          case UINT32, UINT64 -> DType.INT64;
          default -> a.dtype();
        };
    Object flat = toArray(a, dtype);
    return nested(flat, a.shape(), 0, 0);
  }

  private static Object nested(Object flat, long[] shape, int axis, int from) {
    int n = Shapes.javaLength("toNestedArray", shape[axis]);
    Class<?> element = flat.getClass().componentType();
    if (axis == shape.length - 1) {
      Object row = Array.newInstance(element, n);
      System.arraycopy(flat, from, row, 0, n);
      return row;
    }
    int size = (int) Shapes.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
    for (int inner = axis + 1; inner < shape.length; inner++) {
      element = element.arrayType();
    }
    Object[] rows = (Object[]) Array.newInstance(element, n);
    for (int i = 0; i < n; i++) {
      rows[i] = nested(flat, shape, axis + 1, from + i * size);
    }
    return rows;
  }

  // Streams

  /// The elements as doubles, in C order: sized, ordered, and split evenly where the stream is
  /// parallel. The array must not change while the stream runs.
  ///
  /// @throws CastingException if the dtype is complex
  public static DoubleStream doubles(NDArray a) {
    return StreamSupport.doubleStream(Iterating.doubleSpliterator(a), false);
  }

  /// The elements as longs, in C order; see [#doubles(NDArray)] and [Iterating#forEachLong(NDArray,
  /// java.util.function.LongConsumer)].
  ///
  /// @throws CastingException if the dtype is complex
  public static LongStream longs(NDArray a) {
    return StreamSupport.longStream(Iterating.longSpliterator(a), false);
  }

  // Memory

  /// The memory of a C-contiguous array as a segment, read-only where the array is.
  ///
  /// @throws IllegalArgumentException if the elements are not contiguous, or the memory a
  ///   `boolean[]`, over which Java has no segment
  public static MemorySegment asSegment(NDArray a) {
    requireContiguous("a MemorySegment", a);
    if (a.storage().array() instanceof boolean[]) {
      throw new IllegalArgumentException(
          "there is no MemorySegment over a boolean[]; take tobytes(), or bool off the heap");
    }
    MemorySegment all =
        a.storage().segment() == null
            ? Reinterpretation.segment(a.storage().array())
            : a.storage().segment();
    int width = a.dtype().itemSize();
    MemorySegment own =
        a.size() == 0 ? all.asSlice(0, 0) : all.asSlice(a.offset() * width, a.size() * width);
    return a.isWriteable() ? own : own.asReadOnly();
  }

  private static void requireContiguous(String target, NDArray a) {
    if (!a.isContiguous()) {
      throw new IllegalArgumentException(
          target
              + " view needs a C-contiguous array, not one of shape "
              + Shapes.toString(a.shape())
              + " and strides "
              + Shapes.toString(a.strides())
              + "; take copy()");
    }
  }

  /// A view of a C-contiguous float64 array.
  ///
  /// @throws IllegalArgumentException if the array has another dtype or is not contiguous, or if
  ///   its memory has 2 GiB or more, or is a Java array of another type
  public static DoubleBuffer asDoubleBuffer(NDArray a) {
    requireWidth("a DoubleBuffer", a, a.dtype() == DType.FLOAT64);
    if (a.storage().array() instanceof double[] values) {
      DoubleBuffer buffer = DoubleBuffer.wrap(values, (int) start(a), (int) a.size()).slice();
      return a.isWriteable() ? buffer : buffer.asReadOnlyBuffer();
    }
    return bytes("a DoubleBuffer", a).asDoubleBuffer();
  }

  /// A view of a C-contiguous float32 array; see [#asDoubleBuffer(NDArray)].
  public static FloatBuffer asFloatBuffer(NDArray a) {
    requireWidth("a FloatBuffer", a, a.dtype() == DType.FLOAT32);
    if (a.storage().array() instanceof float[] values) {
      FloatBuffer buffer = FloatBuffer.wrap(values, (int) start(a), (int) a.size()).slice();
      return a.isWriteable() ? buffer : buffer.asReadOnlyBuffer();
    }
    return bytes("a FloatBuffer", a).asFloatBuffer();
  }

  /// A view of a C-contiguous int64 or uint64 array; see [#asDoubleBuffer(NDArray)].
  public static LongBuffer asLongBuffer(NDArray a) {
    requireWidth("a LongBuffer", a, a.dtype().isInteger() && a.dtype().itemSize() == Long.BYTES);
    if (a.storage().array() instanceof long[] values) {
      LongBuffer buffer = LongBuffer.wrap(values, (int) start(a), (int) a.size()).slice();
      return a.isWriteable() ? buffer : buffer.asReadOnlyBuffer();
    }
    return bytes("a LongBuffer", a).asLongBuffer();
  }

  /// A view of a C-contiguous int32 or uint32 array; see [#asDoubleBuffer(NDArray)].
  public static IntBuffer asIntBuffer(NDArray a) {
    requireWidth("an IntBuffer", a, a.dtype().isInteger() && a.dtype().itemSize() == Integer.BYTES);
    if (a.storage().array() instanceof int[] values) {
      IntBuffer buffer = IntBuffer.wrap(values, (int) start(a), (int) a.size()).slice();
      return a.isWriteable() ? buffer : buffer.asReadOnlyBuffer();
    }
    return bytes("an IntBuffer", a).asIntBuffer();
  }

  /// A view of a C-contiguous array of int16, uint16, or the bits of float16 or bfloat16; see
  /// [#asDoubleBuffer(NDArray)].
  public static ShortBuffer asShortBuffer(NDArray a) {
    requireWidth("a ShortBuffer", a, a.dtype().itemSize() == Short.BYTES);
    if (a.storage().array() instanceof short[] values) {
      ShortBuffer buffer = ShortBuffer.wrap(values, (int) start(a), (int) a.size()).slice();
      return a.isWriteable() ? buffer : buffer.asReadOnlyBuffer();
    }
    return bytes("a ShortBuffer", a).asShortBuffer();
  }

  /// A view of a C-contiguous int8 or uint8 array, or of the bytes of any array off the heap, in
  /// native order; see [#asDoubleBuffer(NDArray)].
  public static ByteBuffer asByteBuffer(NDArray a) {
    boolean bytes = a.dtype().isInteger() && a.dtype().itemSize() == 1;
    requireWidth("a ByteBuffer", a, bytes || a.storage().segment() != null);
    return bytes("a ByteBuffer", a);
  }

  /// An empty array may begin behind the end of its memory.
  private static long start(NDArray a) {
    return a.size() == 0 ? 0 : a.offset();
  }

  private static void requireWidth(String target, NDArray a, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(target + " view cannot show an array of " + a.dtype());
    }
    requireContiguous(target, a);
  }

  private static ByteBuffer bytes(String target, NDArray a) {
    MemorySegment segment = asSegment(a);
    if (segment.byteSize() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          target
              + " view is limited to 2 GiB: "
              + a.size()
              + " elements of "
              + a.dtype()
              + " are too many; take it of slices");
    }
    try {
      return segment.asByteBuffer().order(ByteOrder.nativeOrder());
    } catch (UnsupportedOperationException e) {
      if (segment.isReadOnly() && !segment.isNative()) {
        throw new IllegalArgumentException(
            target
                + " view: Java has none of read-only memory on the heap that is no byte[]; take"
                + " copy()",
            e);
      }
      throw new IllegalArgumentException(
          target + " view needs memory off the heap or a byte[], not " + segment, e);
    }
  }

  // Bytes

  /// The bytes of all elements in C order, each in native byte order; a copy.
  /// [ArrayCreation#fromBuffer(byte[], DType)] reads them. Source: `numpy.ndarray.tobytes`.
  ///
  /// @throws ShapeException if there are more than a Java array holds
  public static byte[] tobytes(NDArray a) {
    return tobytes(a, Order.C);
  }

  /// The bytes of all elements in the given order; K is the order in memory.
  ///
  /// @throws ShapeException if there are more than a Java array holds
  public static byte[] tobytes(NDArray a, Order order) {
    int bytes =
        Shapes.javaLength("tobytes", Shapes.product("tobytes", a.size(), a.dtype().itemSize()));
    byte[] result = new byte[bytes];
    if (result.length > 0) {
      NDArray ordered = Iterating.inOrder(a, order);
      NDArray.of(MemorySegment.ofArray(result), a.dtype(), ordered.shape()).set(ordered);
    }
    return result;
  }
}
