package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Arrays from memory of others, from nested Java arrays, and with their bytes reversed.
final class Buffers {
  private Buffers() {}

  static NDArray from(MemorySegment memory, DType dtype, ByteOrder order, long offset, long count) {
    long bytes = memory.byteSize();
    long size = dtype.itemSize();
    if (offset < 0 || offset > bytes) {
      throw new IllegalArgumentException(
          "fromBuffer: offset must be non-negative and no greater than buffer length ("
              + bytes
              + "), not "
              + offset);
    }
    long n = count;
    if (count < 0) {
      if ((bytes - offset) % size != 0) {
        throw new IllegalArgumentException(
            "fromBuffer: buffer size must be a multiple of element size: "
                + (bytes - offset)
                + " bytes of "
                + dtype);
      }
      n = (bytes - offset) / size;
    } else if (count > (bytes - offset) / size) {
      throw new IllegalArgumentException(
          "fromBuffer: buffer is smaller than requested size: "
              + (bytes - offset)
              + " bytes for "
              + count
              + " elements of "
              + dtype);
    }
    NDArray view = NDArray.of(memory.asSlice(offset, n * size), dtype);
    if (size == 1 || order == ByteOrder.nativeOrder()) {
      return view;
    }
    Events.hiddenCopy("fromBuffer", "the buffer is in the other byte order", n);
    return byteswap(view);
  }

  /// A copy, in C order, with the bytes of each number reversed.
  static NDArray byteswap(NDArray a) {
    NDArray result = a.copy();
    int size = a.dtype().itemSize() / (a.dtype().isComplex() ? 2 : 1);
    if (size == 1 || a.size() == 0) {
      return result;
    }
    MemorySegment bytes =
        result.storage().segment() == null
            ? Reinterpretation.segment(result.storage().array())
            : result.storage().segment();
    long n = bytes.byteSize() / size;
    switch (size) {
      case 2 -> swap(bytes, ValueLayout.JAVA_SHORT_UNALIGNED, n);
      case 4 -> swap(bytes, ValueLayout.JAVA_INT_UNALIGNED, n);
      default -> swap(bytes, ValueLayout.JAVA_LONG_UNALIGNED, n);
    }
    return result;
  }

  private static void swap(MemorySegment bytes, ValueLayout layout, long n) {
    ByteOrder other =
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    MemorySegment.copy(bytes, layout, 0, bytes, layout.withOrder(other), 0, n);
  }

  /// An array with the elements of a Java array of arrays of a primitive type.
  static NDArray nested(Object array) {
    Class<?> type = array.getClass();
    int ndim = 0;
    while (type.isArray()) {
      type = type.componentType();
      ndim++;
    }
    if (ndim == 0) {
      throw new IllegalArgumentException("array: " + array.getClass() + " is no Java array");
    }
    DType dtype = elementType(type);
    long[] shape = new long[ndim];
    Object first = array;
    for (int axis = 0; axis < ndim && first != null; axis++) {
      shape[axis] = Array.getLength(first);
      first = axis < ndim - 1 && shape[axis] > 0 ? Array.get(first, 0) : null;
    }
    int even = evenDepth(array, shape, 0);
    if (even < ndim) {
      throw new ShapeException(
          "setting an array element with a sequence. The requested array has an inhomogeneous shape"
              + " after "
              + even
              + " dimensions. The detected shape was "
              + Shapes.toString(Arrays.copyOf(shape, even))
              + " + inhomogeneous part.");
    }
    NDArray result = NDArray.empty(dtype, shape);
    fill(array, result.storage().array(), 0, shape, 0);
    return result;
  }

  /// How many axes have one length everywhere.
  private static int evenDepth(Object array, long[] shape, int axis) {
    if (array == null || Array.getLength(array) != shape[axis]) {
      return axis;
    }
    int least = shape.length;
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        least = Math.min(least, evenDepth(row, shape, axis + 1));
      }
    }
    return least;
  }

  private static int fill(Object array, Object flat, int at, long[] shape, int axis) {
    if (array instanceof Object[] rows) {
      int next = at;
      for (Object row : rows) {
        next = fill(row, flat, next, shape, axis + 1);
      }
      return next;
    }
    System.arraycopy(array, 0, flat, at, (int) shape[axis]);
    return at + (int) shape[axis];
  }

  private static DType elementType(Class<?> type) {
    if (type == double.class) {
      return DType.FLOAT64;
    } else if (type == float.class) {
      return DType.FLOAT32;
    } else if (type == long.class) {
      return DType.INT64;
    } else if (type == int.class) {
      return DType.INT32;
    } else if (type == short.class) {
      return DType.INT16;
    } else if (type == byte.class) {
      return DType.INT8;
    } else if (type == boolean.class) {
      return DType.BOOL;
    }
    throw new IllegalArgumentException("array: there is no dtype for elements of " + type);
  }
}
