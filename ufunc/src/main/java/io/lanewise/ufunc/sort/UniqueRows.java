package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Distinct values, and distinct sub-arrays along the first axis.
public final class UniqueRows {
  private UniqueRows() {}

  /// The distinct values in ascending order.
  public static NDArray values(Flat flat, boolean equalNan) {
    int n = flat.size();
    long[] keys = flat.keys();
    RadixSort.sort(keys, 0, n);
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || keys[i] != keys[i - 1] || !equalNan && flat.isNan(keys[i])) {
        keys[count++] = keys[i];
      }
    }
    NDArray result = NDArray.empty(flat.dtype(), count);
    SortKeys.store(flat.dtype(), keys, count, result.storage().array(), 0, 1);
    if (flat.dtype().isFloating()) {
      int zero = KeySearch.one(keys, count, 0, false);
      if (zero < count && keys[zero] == 0) {
        // keys do not know the sign: the first zero stands for all
        int[] first = {flat.firstZero()};
        result.get("" + zero + ":" + (zero + 1)).set(flat.take(first, 1));
      }
    }
    return result;
  }

  /// Groups equal sub-arrays along the first axis of an array of two axes or more. NaN equals
  /// nothing.
  public static KeyGroups groups(NDArray a) {
    int n = Math.toIntExact(a.shape(0));
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    boolean[] differs = new boolean[n];
    if (a.size() > 0) {
      Flat flat = Flat.of(a.copy());
      int width = flat.size() / n;
      long[] keys = new long[n];
      long[] scratch = new long[n];
      for (int column = width - 1; column >= 0; column--) {
        load(flat, column, width, keys);
        KeyOrder.refine(keys, n, order, scratch);
      }
      for (int column = 0; column < width; column++) {
        load(flat, column, width, keys);
        for (int i = 1; i < n; i++) {
          long key = keys[order[i]];
          differs[i] |= key != keys[order[i - 1]] || flat.isNan(key);
        }
      }
    }
    return KeyGroups.ordered(n, order, differs);
  }

  private static void load(Flat flat, int column, int width, long[] keys) {
    SortKeys.load(
        flat.dtype(),
        flat.array(),
        flat.from() + column,
        width,
        keys.length,
        SortKeys.EQUAL_ZEROS,
        keys);
  }

  /// The first sub-array of each group.
  public static NDArray take(NDArray a, KeyGroups groups) {
    long[] shape = a.shape();
    int rows = Math.toIntExact(shape[0]);
    shape[0] = groups.count();
    DType dtype = a.dtype();
    NDArray result = NDArray.empty(dtype, shape);
    if (result.size() > 0) {
      Flat flat = Flat.of(a.copy());
      int width = flat.size() / rows;
      for (int i = 0; i < groups.count(); i++) {
        int at = flat.from() + groups.first()[i] * width;
        System.arraycopy(flat.array(), at, result.storage().array(), i * width, width);
      }
    }
    return result;
  }
}
