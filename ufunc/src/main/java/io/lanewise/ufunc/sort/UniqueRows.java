package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Distinct values, and distinct sub-arrays along the first axis.
public final class UniqueRows {
  private UniqueRows() {}

  /// The distinct values in ascending order.
  public static NDArray values(Flat flat, boolean equalNan) {
    ElementKeys elements = ElementKeys.of(flat);
    if (flat.dtype().isComplex()) {
      return complexValues(flat, elements, equalNan);
    }
    int n = flat.size();
    long[] keys = elements.of(0);
    RadixSort.sort(keys, 0, n);
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || keys[i] != keys[i - 1] || !equalNan && elements.isNan(keys[i])) {
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

  /// Numbers with NaN in any part are one value for `equalNan`: the one that occurs first.
  private static NDArray complexValues(Flat flat, ElementKeys elements, boolean equalNan) {
    KeyGroups groups = KeyGroups.of(elements, 0, equalNan);
    int[] first = groups.first();
    long[] keys = elements.of(0);
    int last = groups.count() - 1;
    if (equalNan && last >= 0 && elements.isNan(keys[first[last]])) {
      for (int i = keys.length - 1; i >= 0; i--) {
        first[last] = elements.isNan(keys[i]) ? i : first[last];
      }
    }
    return flat.take(first, groups.count());
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
      ElementKeys elements = ElementKeys.of(Flat.of(a.copy()));
      long[] all = elements.of(0);
      int width = all.length / n;
      long[] keys = new long[n];
      long[] scratch = new long[n];
      for (int column = width - 1; column >= 0; column--) {
        load(all, column, width, keys);
        KeyOrder.refine(keys, n, order, scratch);
      }
      for (int column = 0; column < width; column++) {
        load(all, column, width, keys);
        for (int i = 1; i < n; i++) {
          long key = keys[order[i]];
          differs[i] |= key != keys[order[i - 1]] || elements.isNan(key);
        }
      }
    }
    return KeyGroups.ordered(n, order, differs);
  }

  private static void load(long[] all, int column, int width, long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = all[i * width + column];
    }
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
      int parts = dtype.isComplex() ? 2 : 1;
      int width = parts * (flat.size() / rows);
      for (int i = 0; i < groups.count(); i++) {
        int at = parts * flat.from() + groups.first()[i] * width;
        System.arraycopy(flat.array(), at, result.storage().array(), i * width, width);
      }
    }
    return result;
  }
}
