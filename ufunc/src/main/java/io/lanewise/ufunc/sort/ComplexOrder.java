package io.lanewise.ufunc.sort;

import java.util.Arrays;

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
    long[] real = new long[n];
    long[] imaginary = new long[n];
    part(array, 2 * from, 2 * step, n, real, 0);
    part(array, 2 * from + 1, 2 * step, n, imaginary, 0);
    long nan = nan(array);
    for (int i = 0; descending && i < n; i++) {
      real[i] = real[i] == nan ? nan : ~real[i];
      imaginary[i] = imaginary[i] == nan ? nan : ~imaginary[i];
    }
    return order(real, imaginary, nan);
  }

  private static long nan(Object array) {
    return array instanceof double[] ? Long.MAX_VALUE : Integer.MAX_VALUE;
  }

  private static int[] order(long[] real, long[] imaginary, long nan) {
    int n = real.length;
    long[] kind = new long[n];
    for (int i = 0; i < n; i++) {
      kind[i] = (real[i] == nan ? 2 : 0) + (imaginary[i] == nan ? 1 : 0);
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

  /// The rank of each number among those of all arrays, equal ones sharing theirs.
  static ElementKeys keys(Flat... flats) {
    int n = 0;
    for (Flat flat : flats) {
      n = Math.addExact(n, flat.size());
    }
    long[] real = new long[n];
    long[] imaginary = new long[n];
    int at = 0;
    for (Flat flat : flats) {
      part(flat.array(), 2 * flat.from(), 2 * flat.step(), flat.size(), real, at);
      part(flat.array(), 2 * flat.from() + 1, 2 * flat.step(), flat.size(), imaginary, at);
      at += flat.size();
    }
    long nan = nan(flats[0].array());
    int[] order = order(real, imaginary, nan);
    long[] ranks = new long[n];
    long firstNan = Long.MAX_VALUE;
    long rank = 0;
    for (int i = 0; i < n; i++) {
      int place = order[i];
      if (i > 0
          && (real[place] != real[order[i - 1]] || imaginary[place] != imaginary[order[i - 1]])) {
        rank++;
      }
      ranks[place] = rank;
      if (firstNan == Long.MAX_VALUE && (real[place] == nan || imaginary[place] == nan)) {
        firstNan = rank;
      }
    }
    long[][] each = new long[flats.length][];
    at = 0;
    for (int i = 0; i < flats.length; i++) {
      each[i] = Arrays.copyOfRange(ranks, at, at + flats[i].size());
      at += flats[i].size();
    }
    return ElementKeys.ranks(each, firstNan);
  }

  private static void part(Object array, int from, int step, int n, long[] keys, int at) {
    if (array instanceof double[] a) {
      for (int i = 0; i < n; i++) {
        keys[at + i] = SortKeys.key(a[from + i * step] + 0.0);
      }
    } else {
      float[] a = (float[]) array;
      for (int i = 0; i < n; i++) {
        keys[at + i] = SortKeys.key(a[from + i * step] + 0.0f);
      }
    }
  }
}
