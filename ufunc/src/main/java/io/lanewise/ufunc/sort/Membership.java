package io.lanewise.ufunc.sort;

import java.util.Arrays;

/// Which elements are among others.
public final class Membership {
  /// Integers within a range of this size are looked up in a table of booleans.
  private static final long TABLE_RANGE = 1 << 20;

  private Membership() {}

  /// Writes for each element of the first array whether it is in the second, or where `invert`,
  /// whether it is not.
  public static void test(ElementKeys elements, boolean invert, boolean[] result) {
    long[] keys = elements.of(0);
    long[] others = elements.of(1);
    int n = others.length;
    if (n == 0) {
      Arrays.fill(result, invert);
      return;
    }
    long min = others[0];
    long max = min;
    for (long key : others) {
      min = Math.min(min, key);
      max = Math.max(max, key);
    }
    if (max - min >= 0 && max - min < TABLE_RANGE && max - min < 4L * n + 4L * keys.length) {
      boolean[] table = new boolean[(int) (max - min) + 1];
      for (long key : others) {
        table[(int) (key - min)] = !elements.isNan(key);
      }
      for (int i = 0; i < keys.length; i++) {
        long key = keys[i];
        result[i] = (key >= min && key <= max && table[(int) (key - min)]) != invert;
      }
      return;
    }
    RadixSort.sort(others, 0, n);
    long[] found = new long[keys.length];
    KeySearch.search(others, n, keys, keys.length, false, found);
    for (int i = 0; i < keys.length; i++) {
      boolean same = found[i] < n && others[(int) found[i]] == keys[i];
      result[i] = (same && !elements.isNan(keys[i])) != invert;
    }
  }
}
