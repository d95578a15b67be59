package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The memory behind an array and all its views: a Java array, or a memory segment for everything
/// off the heap.
public sealed interface Storage {
  /// The number of elements.
  long length();

  /// The Java primitive array, or null when the elements are in a segment.
  Object array();

  /// The segment, or null when the elements are in a Java array.
  MemorySegment segment();

  /// The array or segment, whichever it is.
  Object base();

  /// How the memory is borrowed from a [MemoryPool]; null where it is not.
  MemoryPool.Loan loan();

  /// A Java array: `boolean[]` for bool, the primitive of the dtype's width, or for a complex dtype
  /// an array of its parts, twice as long as there are elements.
  ///
  /// @param loan where the array is borrowed from a [MemoryPool], otherwise null
  record Heap(Object array, long length, MemoryPool.Loan loan) implements Storage {
    Heap(Object array, long length) {
      this(array, length, null);
    }

    /// @throws IllegalStateException if the array was given back to its pool
    @Override
    public Object array() {
      if (loan != null) {
        loan.requireOpen();
      }
      return array;
    }

    @Override
    public MemorySegment segment() {
      return null;
    }

    @Override
    public Object base() {
      return array();
    }
  }

  /// A segment, in native byte order. One over a Java array of another type, or not native, is
  /// staged by kernels.
  ///
  /// @param loan where the segment is over an array that is borrowed from a [MemoryPool], otherwise
  ///   null
  record Segment(MemorySegment segment, long length, MemoryPool.Loan loan) implements Storage {
    Segment(MemorySegment segment, long length) {
      this(segment, length, null);
    }

    @Override
    public Object array() {
      return null;
    }

    /// @throws IllegalStateException if the array was given back to its pool
    @Override
    public MemorySegment segment() {
      if (loan != null) {
        loan.requireOpen();
      }
      return segment;
    }

    @Override
    public Object base() {
      return segment();
    }
  }

  /// New heap storage for the elements of a layout; off the heap where a Java array is too short.
  ///
  /// @throws ShapeException if the number of bytes does not fit a long
  /// @throws OutOfMemoryError if there is not so much memory
  static Storage allocate(DType dtype, Layout layout) {
    return allocate(dtype, layout.size(), layout);
  }

  /// The same for the elements of one axis.
  static Storage allocate(DType dtype, long length) {
    return allocate(dtype, length, null);
  }

  /// `layout` is for errors, and null for one axis.
  private static Storage allocate(DType dtype, long length, Layout layout) {
    if (length > Long.MAX_VALUE / dtype.itemSize()) {
      throw new ShapeException(
          "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
              + " size: shape "
              + shape(length, layout)
              + " of "
              + dtype);
    }
    try {
      if (length > (dtype.isComplex() ? MAX_ARRAY / 2 : MAX_ARRAY)) {
        long bytes = length * dtype.itemSize();
        if (bytes >= MAX_SEGMENT) {
          throw new OutOfMemoryError("more than the memory of any machine");
        }
        return new Segment(java.lang.foreign.Arena.ofAuto().allocate(bytes, 64), length);
      }
      return new Heap(javaArray(dtype, (int) length), length);
    } catch (OutOfMemoryError e) {
      OutOfMemoryError clear =
          new OutOfMemoryError(
              "Unable to allocate "
                  + bytes(length * dtype.itemSize())
                  + " for an array with shape "
                  + shape(length, layout)
                  + " and data type "
                  + dtype);
      clear.initCause(e);
      throw clear;
    }
  }

  private static String shape(long length, Layout layout) {
    return Shapes.toString(layout == null ? new long[] {length} : layout.shape());
  }

  /// A number of bytes as NumPy prints it: three digits in the largest unit below it.
  private static String bytes(long bytes) {
    int unit = Math.max(0, (62 - Long.numberOfLeadingZeros(bytes)) / 10);
    BigDecimal number = new BigDecimal(bytes).divide(new BigDecimal(1L << 10 * unit));
    if (unit == 0) {
      return bytes + " bytes";
    }
    if (number.setScale(0, RoundingMode.HALF_EVEN).intValue() == 1 << 10) {
      unit++;
      number = BigDecimal.ONE;
    }
    int whole = number.precision() - number.scale();
    BigDecimal digits = number.setScale(Math.max(0, 3 - whole), RoundingMode.HALF_EVEN);
    return digits + (digits.scale() == 0 ? "." : "") + " " + "KMGTPE".charAt(unit - 1) + "iB";
  }

  private static Object javaArray(DType dtype, int n) {
    return switch (dtype) {
      case BOOL -> new boolean[n];
      case INT8, UINT8 -> new byte[n];
      case INT16, UINT16, FLOAT16, BFLOAT16 -> new short[n];
      case INT32, UINT32 -> new int[n];
      case INT64, UINT64 -> new long[n];
      case FLOAT32 -> new float[n];
      case FLOAT64 -> new double[n];
      case COMPLEX64 -> new float[2 * n];
      case COMPLEX128 -> new double[2 * n];
    };
  }

  /// The class of the Java arrays for a dtype.
  static Class<?> arrayType(DType dtype) {
    return switch (dtype) {
      case BOOL -> boolean[].class;
      case INT8, UINT8 -> byte[].class;
      case INT16, UINT16, FLOAT16, BFLOAT16 -> short[].class;
      case INT32, UINT32 -> int[].class;
      case INT64, UINT64 -> long[].class;
      case FLOAT32, COMPLEX64 -> float[].class;
      case FLOAT64, COMPLEX128 -> double[].class;
    };
  }

  /// More bytes than the widest page tables map. The JDK would add to the size, beyond a long for
  /// the largest ones, and then collect garbage for half a second before it gives up.
  long MAX_SEGMENT = 1L << 56;

  /// The longest Java array that every JVM can make.
  long MAX_ARRAY = Integer.MAX_VALUE - 8L;

  /// Storage over a segment without copying.
  ///
  /// @throws IllegalArgumentException if its size is no multiple of the element size
  static Storage of(MemorySegment segment, DType dtype) {
    if (segment.byteSize() % dtype.itemSize() != 0) {
      throw new IllegalArgumentException(
          "buffer size must be a multiple of element size: "
              + segment.byteSize()
              + " bytes of "
              + dtype);
    }
    return new Segment(segment, segment.byteSize() / dtype.itemSize());
  }

  /// The same memory as elements of the parts of a complex dtype, twice as many.
  static Storage ofParts(Storage complex) {
    return complex instanceof Heap heap
        ? new Heap(heap.array(), 2 * heap.length(), heap.loan())
        : new Segment(complex.segment(), 2 * complex.length(), complex.loan());
  }

  /// The unaligned, native-order layout of an element with the given width; not for complex dtypes.
  static ValueLayout layout(DType dtype) {
    return switch (dtype.itemSize()) {
      case 1 -> ValueLayout.JAVA_BYTE;
      case 2 -> ValueLayout.JAVA_SHORT_UNALIGNED;
      case 4 ->
          dtype == DType.FLOAT32
              ? ValueLayout.JAVA_FLOAT_UNALIGNED
              : ValueLayout.JAVA_INT_UNALIGNED;
      default ->
          dtype == DType.FLOAT64
              ? ValueLayout.JAVA_DOUBLE_UNALIGNED
              : ValueLayout.JAVA_LONG_UNALIGNED;
    };
  }
}
