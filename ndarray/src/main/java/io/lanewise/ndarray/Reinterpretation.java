package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;

/// Views of memory as another dtype.
final class Reinterpretation {
  private Reinterpretation() {}

  static NDArray view(NDArray a, DType dtype) {
    if (a.storage().array() instanceof boolean[] && dtype != DType.BOOL) {
      throw new UnsupportedOperationException(
          "view: a boolean[] on the Java heap cannot be viewed as "
              + dtype
              + "; use astype, or bool in memory off the heap");
    }
    long from = a.dtype().itemSize();
    long to = dtype.itemSize();
    long[] shape = a.shape();
    if (from != to) {
      resize(a, shape, from, to);
    }
    long[] strides = a.strides();
    for (int axis = 0; axis < shape.length; axis++) {
      boolean last = axis == shape.length - 1 && from != to;
      boolean free = shape[axis] < 2 || a.size() == 0;
      if (!last && !free && strides[axis] * from % to != 0) {
        throw new UnsupportedOperationException(
            "view: a step of "
                + strides[axis] * from
                + " bytes along axis "
                + axis
                + " is no whole number of elements of "
                + dtype);
      }
      strides[axis] = last ? 1 : strides[axis] * from / to;
    }
    return at(a, dtype, a.offset() * from, shape, strides);
  }

  private static void resize(NDArray a, long[] shape, long from, long to) {
    int last = shape.length - 1;
    if (last < 0) {
      throw new ShapeException(
          "Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
    }
    if (a.size() > 1 && a.layout().stride(last) != 1) {
      throw new ShapeException(
          "To change to a dtype of a different size, the last axis must be contiguous, not have a"
              + " stride of "
              + a.layout().stride(last));
    }
    long bytes = Math.multiplyExact(shape[last], from);
    if (bytes % to != 0) {
      throw new ShapeException(
          "When changing to a larger dtype, its size must be a divisor of the total size in bytes"
              + " of the last axis of the array. It has "
              + bytes
              + " bytes");
    }
    shape[last] = bytes / to;
  }

  /// The view whose first element is at byte `position` of the memory.
  private static NDArray at(NDArray a, DType dtype, long position, long[] shape, long... strides) {
    long size = dtype.itemSize();
    Object array = heap(a.storage());
    NDArray base = a.base() == null ? a : a.base();
    MemorySegment segment = a.storage().segment();
    boolean start = segment == null || array == null || segment.byteSize() == bytes(array);
    if (array != null && start && isHome(array, dtype) && position % size == 0) {
      Layout layout = Layout.of(position / size, shape, strides);
      long length = bytes(array) / size;
      return new NDArray(
          dtype,
          new Storage.Heap(array, length, a.storage().loan()),
          layout,
          a.isWriteable(),
          base);
    }
    if (segment == null) {
      segment = segment(array);
    }
    // from the first byte that elements can start at when they lie as these do
    long first = position % size;
    long length = (segment.byteSize() - first) / size;
    Storage storage =
        new Storage.Segment(segment.asSlice(first, length * size), length, a.storage().loan());
    Layout layout = Layout.of(position / size, shape, strides);
    return new NDArray(dtype, storage, layout, a.isWriteable(), base);
  }

  private static Object heap(Storage storage) {
    return storage.array() != null ? storage.array() : storage.segment().heapBase().orElse(null);
  }

  /// Whether arrays of `dtype` on the heap are Java arrays of this type.
  private static boolean isHome(Object array, DType dtype) {
    return switch (dtype) {
      case BOOL -> array instanceof boolean[];
      case INT8, UINT8 -> array instanceof byte[];
      case INT16, UINT16, FLOAT16, BFLOAT16 -> array instanceof short[];
      case INT32, UINT32 -> array instanceof int[];
      case INT64, UINT64 -> array instanceof long[];
      case FLOAT32, COMPLEX64 -> array instanceof float[];
      case FLOAT64, COMPLEX128 -> array instanceof double[];
    };
  }

  private static long bytes(Object array) {
    return switch (array) {
      case boolean[] flags -> flags.length;
      default -> segment(array).byteSize();
    };
  }

  static MemorySegment segment(Object array) {
    return switch (array) {
      case byte[] values -> MemorySegment.ofArray(values);
      case short[] values -> MemorySegment.ofArray(values);
      case int[] values -> MemorySegment.ofArray(values);
      case long[] values -> MemorySegment.ofArray(values);
      case float[] values -> MemorySegment.ofArray(values);
      case double[] values -> MemorySegment.ofArray(values);
      default ->
          throw new IllegalArgumentException(
              "no segment over a "
                  + array.getClass().getSimpleName()
                  + " of "
                  + Array.getLength(array));
    };
  }
}
