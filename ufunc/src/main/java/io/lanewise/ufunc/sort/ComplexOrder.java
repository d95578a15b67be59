package io.lanewise.ufunc.sort;

/// NumPy's order of complex numbers: by real part, then by imaginary part. Numbers without NaN come
/// first, then those whose imaginary part only is NaN, in order of the real part, then those whose
/// real part only is NaN, in order of the imaginary one, then NaN + NaN i.
public final class ComplexOrder {
  private ComplexOrder() {}

  /// The stable order of `n` numbers, pairs (re, im) in a `float[]` or `double[]`.
  ///
  /// @param from the first number, counted in numbers
  /// @param step from one number to the next
  public static int[] of(Object array, int from, int step, int n, boolean descending) {
    long[] real = part(array, 2 * from, 2 * step, n);
    long[] imaginary = part(array, 2 * from + 1, 2 * step, n);
    long nan = array instanceof double[] ? Long.MAX_VALUE : Integer.MAX_VALUE;
    long[] kind = new long[n];
    for (int i = 0; i < n; i++) {
      kind[i] = (real[i] == nan ? 2 : 0) + (imaginary[i] == nan ? 1 : 0);
      if (descending) {
        real[i] = real[i] == nan ? nan : ~real[i];
        imaginary[i] = imaginary[i] == nan ? nan : ~imaginary[i];
      }
    }
    int[] order = new int[n];
    long[] scratch = new long[n];
    KeyOrder.of(imaginary, n, order);
    KeyOrder.refine(real, n, order, scratch);
    KeyOrder.refine(kind, n, order, scratch);
    return order;
  }

  /// Sorts `n` numbers in place.
  public static void sort(Object array, int from, int step, int n, boolean descending) {
    int[] order = of(array, from, step, n, descending);
    if (array instanceof double[] a) {
      double[] pairs = new double[2 * n];
      for (int i = 0; i < n; i++) {
        pairs[2 * i] = a[2 * (from + order[i] * step)];
        pairs[2 * i + 1] = a[2 * (from + order[i] * step) + 1];
      }
      for (int i = 0; i < n; i++) {
        a[2 * (from + i * step)] = pairs[2 * i];
        a[2 * (from + i * step) + 1] = pairs[2 * i + 1];
      }
    } else {
      float[] a = (float[]) array;
      float[] pairs = new float[2 * n];
      for (int i = 0; i < n; i++) {
        pairs[2 * i] = a[2 * (from + order[i] * step)];
        pairs[2 * i + 1] = a[2 * (from + order[i] * step) + 1];
      }
      for (int i = 0; i < n; i++) {
        a[2 * (from + i * step)] = pairs[2 * i];
        a[2 * (from + i * step) + 1] = pairs[2 * i + 1];
      }
    }
  }

  /// The rank of each number, equal ones sharing theirs, from the order of all.
  static void ranks(Flat flat, int[] order, long[] ranks) {
    long[] real = part(flat.array(), 2 * flat.from(), 2 * flat.step(), flat.size());
    long[] imaginary = part(flat.array(), 2 * flat.from() + 1, 2 * flat.step(), flat.size());
    long rank = 0;
    for (int i = 0; i < order.length; i++) {
      if (i > 0
          && (real[order[i]] != real[order[i - 1]]
              || imaginary[order[i]] != imaginary[order[i - 1]])) {
        rank++;
      }
      ranks[order[i]] = rank;
    }
  }

  private static long[] part(Object array, int from, int step, int n) {
    long[] keys = new long[n];
    if (array instanceof double[] a) {
      for (int i = 0; i < n; i++) {
        keys[i] = SortKeys.key(a[from + i * step] + 0.0);
      }
    } else {
      float[] a = (float[]) array;
      for (int i = 0; i < n; i++) {
        keys[i] = SortKeys.key(a[from + i * step] + 0.0f);
      }
    }
    return keys;
  }
}
