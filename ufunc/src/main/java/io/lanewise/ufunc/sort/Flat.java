package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.events.Events;

/// The elements of an array in C order in a Java array: its own where it can be, otherwise a copy.
///
/// @param array a Java array of the dtype
/// @param from where the first element lies
/// @param step from one element to the next
/// @param size the number of elements
public record Flat(DType dtype, Object array, int from, int step, int size) {
  private static final long LONGEST = Integer.MAX_VALUE - 8L;

  /// The elements of `a`.
  ///
  /// @throws UnsupportedOperationException if they are more than a Java array holds
  public static Flat of(NDArray a) {
    if (a.size() > LONGEST) {
      throw new UnsupportedOperationException(
          "more than " + LONGEST + " elements cannot be sorted or grouped: " + a.size());
    }
    int size = (int) a.size();
    boolean there = a.storage().array() != null && (a.isContiguous() || a.ndim() == 1);
    if (size == 0) {
      return new Flat(a.dtype(), NDArray.empty(a.dtype(), 0).storage().array(), 0, 1, 0);
    }
    NDArray source = a;
    if (!there) {
      Events.hiddenCopy("sort", "the elements are no row of a Java array", size);
      source = a.copy();
    }
    int step = a.ndim() == 1 && there ? (int) source.layout().stride(0) : 1;
    return new Flat(a.dtype(), source.storage().array(), (int) source.offset(), step, size);
  }

  /// The keys of real elements, zeros of both signs being equal; [ElementKeys] has those of any.
  public long[] keys() {
    long[] keys = new long[size];
    SortKeys.load(dtype, array, from, step, size, SortKeys.EQUAL_ZEROS, keys);
    return keys;
  }

  /// Writes the key of one element to `to[0]`.
  public void key(int i, long[] to) {
    SortKeys.load(dtype, array, from + i * step, step, 1, SortKeys.EQUAL_ZEROS, to);
  }

  /// The position of the first zero; there must be one.
  int firstZero() {
    long[] key = new long[1];
    for (int i = 0; ; i++) {
      key(i, key);
      if (key[0] == 0) {
        return i;
      }
    }
  }

  /// A 1-D array of the elements at the first `n` of the given positions.
  public NDArray take(int[] positions, int n) {
    NDArray result = NDArray.empty(dtype, n);
    if (dtype.isComplex()) {
      takePairs(positions, n, result.storage().array());
      return result;
    }
    switch (result.storage().array()) {
      case double[] to -> {
        double[] a = (double[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      case float[] to -> {
        float[] a = (float[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      case long[] to -> {
        long[] a = (long[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      case int[] to -> {
        int[] a = (int[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      case short[] to -> {
        short[] a = (short[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      case byte[] to -> {
        byte[] a = (byte[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
      default -> {
        boolean[] to = (boolean[]) result.storage().array();
        boolean[] a = (boolean[]) array;
        for (int i = 0; i < n; i++) {
          to[i] = a[from + positions[i] * step];
        }
      }
    }
    return result;
  }

  private void takePairs(int[] positions, int n, Object result) {
    if (result instanceof double[] to) {
      double[] a = (double[]) array;
      for (int i = 0; i < n; i++) {
        int at = 2 * (from + positions[i] * step);
        to[2 * i] = a[at];
        to[2 * i + 1] = a[at + 1];
      }
    } else {
      float[] to = (float[]) result;
      float[] a = (float[]) array;
      for (int i = 0; i < n; i++) {
        int at = 2 * (from + positions[i] * step);
        to[2 * i] = a[at];
        to[2 * i + 1] = a[at + 1];
      }
    }
  }
}
