package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads and writes single elements of any dtype in any storage. For access by users, printing and
/// tests; kernels never come here.
final class Elements {
  private Elements() {}

  static double getDouble(DType dtype, Object base, long at) {
    return switch (dtype) {
      case FLOAT64 ->
          base instanceof double[] a
              ? a[(int) at]
              : ((MemorySegment) base).get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at * 8);
      case FLOAT32 ->
          base instanceof float[] a
              ? a[(int) at]
              : ((MemorySegment) base).get(ValueLayout.JAVA_FLOAT_UNALIGNED, at * 4);
      case FLOAT16 -> Float.float16ToFloat((short) bits(dtype, base, at));
      case BFLOAT16 -> Float.intBitsToFloat((int) bits(dtype, base, at) << 16);
      case UINT64 -> Unsigned.toDouble(bits(dtype, base, at));
      case COMPLEX64, COMPLEX128 -> throw notReal(dtype);
      default -> (double) getLong(dtype, base, at);
    };
  }

  /// The element as a complex number.
  static Complex getComplex(DType dtype, Object base, long at) {
    return dtype.isComplex()
        ? new Complex(
            getDouble(dtype.part(), base, 2 * at), getDouble(dtype.part(), base, 2 * at + 1))
        : new Complex(getDouble(dtype, base, at), 0);
  }

  /// Stores a complex number, rounded to the dtype's parts.
  ///
  /// @throws CastingException if the dtype is not complex and `value` is not real
  static void setComplex(DType dtype, Object base, long at, Complex value) {
    if (dtype.isComplex()) {
      setDouble(dtype.part(), base, 2 * at, value.real());
      setDouble(dtype.part(), base, 2 * at + 1, value.imag());
    } else if (value.imag() == 0) {
      setDouble(dtype, base, at, value.real());
    } else {
      throw new CastingException("cannot convert the complex number " + value + " to " + dtype);
    }
  }

  /// Whether the element is not zero; NaN is not.
  static boolean getBoolean(DType dtype, Object base, long at) {
    if (dtype.isComplex()) {
      Complex value = getComplex(dtype, base, at);
      return value.real() != 0 || value.imag() != 0;
    }
    return dtype.isFloating() ? getDouble(dtype, base, at) != 0 : bits(dtype, base, at) != 0;
  }

  private static CastingException notReal(DType dtype) {
    return new CastingException(
        "cannot convert an element of " + dtype + " to a real number; take real() or imag()");
  }

  /// The element as a long; a floating-point element is truncated as Java does.
  static long getLong(DType dtype, Object base, long at) {
    return switch (dtype) {
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> (long) getDouble(dtype, base, at);
      case UINT8 -> bits(dtype, base, at) & 0xFF;
      case UINT16 -> bits(dtype, base, at) & 0xFFFF;
      case UINT32 -> bits(dtype, base, at) & 0xFFFF_FFFFL;
      case COMPLEX64, COMPLEX128 -> throw notReal(dtype);
      default -> bits(dtype, base, at);
    };
  }

  /// The sign-extended bits of an element that is not complex, with those of NaN.
  private static long bits(DType dtype, Object base, long at) {
    return switch (base) {
      case boolean[] a -> a[(int) at] ? 1 : 0;
      case byte[] a -> a[(int) at];
      case short[] a -> a[(int) at];
      case int[] a -> a[(int) at];
      case long[] a -> a[(int) at];
      case float[] a -> Float.floatToRawIntBits(a[(int) at]);
      case double[] a -> Double.doubleToRawLongBits(a[(int) at]);
      default -> {
        MemorySegment segment = (MemorySegment) base;
        yield switch (dtype.itemSize()) {
          case 1 -> {
            byte value = segment.get(ValueLayout.JAVA_BYTE, at);
            yield dtype == DType.BOOL && value != 0 ? 1 : value;
          }
          case 2 -> segment.get(ValueLayout.JAVA_SHORT_UNALIGNED, at * 2);
          case 4 -> segment.get(ValueLayout.JAVA_INT_UNALIGNED, at * 4);
          default -> segment.get(ValueLayout.JAVA_LONG_UNALIGNED, at * 8);
        };
      }
    };
  }

  /// Copies one element of a dtype that is not complex, bit for bit, from any storage to any.
  static void copy(DType dtype, Object from, long at, Object to, long toAt) {
    setBits(dtype, to, toAt, bits(dtype, from, at));
  }

  /// Stores a double. Into an integer it is truncated towards zero.
  ///
  /// @throws ArithmeticException if `value` is NaN, or infinite or out of range, and the element an
  ///   integer
  static void setDouble(DType dtype, Object base, long at, double value) {
    switch (dtype) {
      case FLOAT64 -> {
        if (base instanceof double[] a) {
          a[(int) at] = value;
        } else {
          ((MemorySegment) base).set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at * 8, value);
        }
      }
      case FLOAT32 -> {
        if (base instanceof float[] a) {
          a[(int) at] = (float) value;
        } else {
          ((MemorySegment) base).set(ValueLayout.JAVA_FLOAT_UNALIGNED, at * 4, (float) value);
        }
      }
      case FLOAT16 -> setBits(dtype, base, at, Halves.toFloat16(value));
      case BFLOAT16 -> setBits(dtype, base, at, Halves.toBfloat16(value));
      case BOOL -> setBits(dtype, base, at, value != 0 ? 1 : 0);
      case COMPLEX64, COMPLEX128 -> setComplex(dtype, base, at, new Complex(value, 0));
      default -> {
        if (Double.isNaN(value)) {
          throw new ArithmeticException("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
          throw new ArithmeticException("cannot convert float infinity to integer");
        }
        if (dtype == DType.UINT64 && value >= 0x1p63 && value < 0x1p64) {
          setBits(dtype, base, at, (long) (value - 0x1p63) + Long.MIN_VALUE);
        } else if (value >= 0x1p63 || value < -0x1p63) {
          throw outOfBounds(Double.toString(value), dtype);
        } else {
          setLong(dtype, base, at, (long) value);
        }
      }
    }
  }

  /// Stores an integer.
  ///
  /// @throws ArithmeticException if it is out of the dtype's range
  static void setLong(DType dtype, Object base, long at, long value) {
    switch (dtype) {
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          setDouble(dtype, base, at, value);
      case BOOL -> setBits(dtype, base, at, value != 0 ? 1 : 0);
      default -> {
        if (!fits(dtype, value)) {
          throw outOfBounds(Long.toString(value), dtype);
        }
        setBits(dtype, base, at, value);
      }
    }
  }

  /// Whether an integer is in the range of an integer dtype.
  static boolean fits(DType dtype, long value) {
    int bits = dtype.itemSize() * 8;
    if (dtype.kind() == DType.Kind.UNSIGNED) {
      return value >= 0 && (bits == 64 || value >>> bits == 0);
    }
    return bits == 64 || value == (value << 64 - bits) >> 64 - bits;
  }

  private static ArithmeticException outOfBounds(String value, DType dtype) {
    return new ArithmeticException("value " + value + " out of bounds for " + dtype);
  }

  private static void setBits(DType dtype, Object base, long at, long bits) {
    switch (base) {
      case boolean[] a -> a[(int) at] = bits != 0;
      case byte[] a -> a[(int) at] = (byte) bits;
      case short[] a -> a[(int) at] = (short) bits;
      case int[] a -> a[(int) at] = (int) bits;
      case long[] a -> a[(int) at] = bits;
      case float[] a -> a[(int) at] = Float.intBitsToFloat((int) bits);
      case double[] a -> a[(int) at] = Double.longBitsToDouble(bits);
      default -> {
        MemorySegment segment = (MemorySegment) base;
        switch (dtype.itemSize()) {
          case 1 -> segment.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
          case 2 -> segment.set(ValueLayout.JAVA_SHORT_UNALIGNED, at * 2, (short) bits);
          case 4 -> segment.set(ValueLayout.JAVA_INT_UNALIGNED, at * 4, (int) bits);
          default -> segment.set(ValueLayout.JAVA_LONG_UNALIGNED, at * 8, bits);
        }
      }
    }
  }
}
