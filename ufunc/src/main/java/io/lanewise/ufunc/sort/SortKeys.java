package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;

/// Elements of every real dtype as longs in the same order: sorting, searching and grouping then
/// need one algorithm each. Integers are their value (uint64 with its top bit turned), floats their
/// bits with those of negative numbers turned, and every NaN is one key above all others.
public final class SortKeys {
  /// Added to floats on loading: +0 makes a zero of -0, so that the two are equal.
  public static final double EQUAL_ZEROS = 0.0;

  /// Added to floats on loading: -0 changes no number, so that -0 comes before 0.
  public static final double SIGNED_ZEROS = -0.0;

  private static final long NAN64 = Long.MAX_VALUE;
  private static final long NAN32 = Integer.MAX_VALUE;

  private SortKeys() {}

  /// The key of NaN in a floating-point dtype; infinity is below it.
  public static long nan(DType dtype) {
    return dtype == DType.FLOAT64 ? NAN64 : NAN32;
  }

  /// The key of zero.
  public static long zero(DType dtype) {
    return dtype == DType.UINT64 ? Long.MIN_VALUE : 0;
  }

  /// The keys of `n` elements of a Java array, `from` and `step` counting elements.
  public static void load(
      DType dtype, Object array, int from, int step, int n, double zero, long[] keys) {
    switch (array) {
      case double[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = key(a[at] + zero);
        }
      }
      case float[] a -> {
        float floatZero = (float) zero;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = key(a[at] + floatZero);
        }
      }
      case long[] a -> {
        long turned = dtype == DType.UINT64 ? Long.MIN_VALUE : 0;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = a[at] ^ turned;
        }
      }
      case int[] a -> {
        long mask = dtype == DType.UINT32 ? 0xFFFF_FFFFL : -1;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = a[at] & mask;
        }
      }
      case short[] a -> shorts(dtype, a, from, step, n, (float) zero, keys);
      case byte[] a -> {
        long mask = dtype == DType.UINT8 ? 0xFF : -1;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = a[at] & mask;
        }
      }
      default -> {
        boolean[] a = (boolean[]) array;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = a[at] ? 1 : 0;
        }
      }
    }
  }

  private static void shorts(
      DType dtype, short[] a, int from, int step, int n, float zero, long[] keys) {
    switch (dtype) {
      case FLOAT16 -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = key(Float.float16ToFloat(a[at]) + zero);
        }
      }
      case BFLOAT16 -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = key(Float.intBitsToFloat(a[at] << 16) + zero);
        }
      }
      default -> {
        long mask = dtype == DType.UINT16 ? 0xFFFF : -1;
        for (int i = 0, at = from; i < n; i++, at += step) {
          keys[i] = a[at] & mask;
        }
      }
    }
  }

  /// The key of a float64.
  public static long key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return value != value ? NAN64 : bits ^ (bits >> 63) >>> 1;
  }

  /// The key of a float32.
  public static long key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return value != value ? NAN32 : bits ^ (bits >> 31) >>> 1;
  }

  /// The elements of `n` keys, the inverse of [#load] but for NaN, which is the canonical one.
  public static void store(DType dtype, long[] keys, int n, Object array, int from, int step) {
    switch (array) {
      case double[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          long key = keys[i];
          a[at] = key == NAN64 ? Double.NaN : Double.longBitsToDouble(key ^ (key >> 63) >>> 1);
        }
      }
      case float[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] = toFloat((int) keys[i]);
        }
      }
      case long[] a -> {
        long turned = dtype == DType.UINT64 ? Long.MIN_VALUE : 0;
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] = keys[i] ^ turned;
        }
      }
      case int[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] = (int) keys[i];
        }
      }
      case short[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] =
              switch (dtype) {
                case FLOAT16 -> Float.floatToFloat16(toFloat((int) keys[i]));
                case BFLOAT16 -> (short) (Float.floatToRawIntBits(toFloat((int) keys[i])) >>> 16);
                default -> (short) keys[i];
              };
        }
      }
      case byte[] a -> {
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] = (byte) keys[i];
        }
      }
      default -> {
        boolean[] a = (boolean[]) array;
        for (int i = 0, at = from; i < n; i++, at += step) {
          a[at] = keys[i] != 0;
        }
      }
    }
  }

  private static float toFloat(int key) {
    return key == NAN32 ? Float.NaN : Float.intBitsToFloat(key ^ (key >> 31) >>> 1);
  }

  /// Turns the order of keys around, NaN staying last.
  public static void reverse(DType dtype, long[] keys, int n) {
    if (dtype.isFloating()) {
      long nan = nan(dtype);
      for (int i = 0; i < n; i++) {
        keys[i] = keys[i] == nan ? nan : ~keys[i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        keys[i] = ~keys[i];
      }
    }
  }
}
