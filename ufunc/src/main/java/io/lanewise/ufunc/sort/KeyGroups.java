package io.lanewise.ufunc.sort;

import java.util.Arrays;

/// Equal keys together: the groups in ascending order of their key.
public final class KeyGroups {
  /// Keys within a range of this size are grouped by a table; see [RadixSort].
  private static final int TABLE_RANGE = 1 << 16;

  /// Tables of this size pay for any number of keys.
  private static final int SMALL_RANGE = 256;

  private final int count;
  private final int[] first;
  private final long[] inverse;
  private final long[] counts;

  private KeyGroups(int count, int[] first, long[] inverse, long[] counts) {
    this.count = count;
    this.first = first;
    this.inverse = inverse;
    this.counts = counts;
  }

  /// How many groups there are.
  public int count() {
    return count;
  }

  /// Where each group's key occurs first; longer than [#count()].
  public int[] first() {
    return first;
  }

  /// The group of each key.
  public long[] inverse() {
    return inverse;
  }

  /// The size of each group.
  public long[] counts() {
    return counts;
  }

  /// Groups the elements of array `which`; NaNs are one group, or one each.
  public static KeyGroups of(ElementKeys elements, int which, boolean equalNan) {
    long[] keys = elements.of(which);
    int n = keys.length;
    long min = n == 0 ? 0 : keys[0];
    long max = min;
    for (int i = 1; i < n; i++) {
      min = Math.min(min, keys[i]);
      max = Math.max(max, keys[i]);
    }
    boolean oneKeyEach = !elements.isNan(max) || equalNan && !elements.areRanks();
    long range = max - min;
    if (oneKeyEach && range >= 0 && range < TABLE_RANGE && range < Math.max(n, SMALL_RANGE)) {
      return table(keys, n, min, (int) range + 1);
    }
    int[] order = new int[n];
    KeyOrder.of(keys, n, order);
    boolean[] differs = new boolean[n];
    long before = n == 0 ? 0 : keys[order[0]];
    for (int i = 1; i < n; i++) {
      long key = keys[order[i]];
      differs[i] =
          !oneKeyEach && elements.isNan(key) ? !equalNan || !elements.isNan(before) : key != before;
      before = key;
    }
    return ordered(n, order, differs);
  }

  /// Groups what `order` has in order, stably.
  ///
  /// @param differs whether the i-th in that order differs from the one before it
  static KeyGroups ordered(int n, int[] order, boolean[] differs) {
    int[] first = new int[n];
    int[] starts = new int[n + 1];
    long[] inverse = new long[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      int position = order[i];
      if (i == 0 || differs[i]) {
        first[count] = position;
        starts[count++] = i;
      }
      inverse[position] = count - 1;
    }
    starts[count] = n;
    long[] counts = new long[count];
    for (int i = 0; i < count; i++) {
      counts[i] = starts[i + 1] - starts[i];
    }
    return new KeyGroups(count, first, inverse, counts);
  }

  private static KeyGroups table(long[] keys, int n, long min, int range) {
    int[] sizes = new int[range];
    int[] where = new int[range];
    for (int i = n - 1; i >= 0; i--) {
      int value = (int) (keys[i] - min);
      sizes[value]++;
      where[value] = i;
    }
    int[] first = new int[range];
    long[] counts = new long[range];
    int count = 0;
    for (int value = 0; value < range; value++) {
      if (sizes[value] > 0) {
        first[count] = where[value];
        counts[count] = sizes[value];
        where[value] = count++;
      }
    }
    long[] inverse = new long[n];
    for (int i = 0; i < n; i++) {
      inverse[i] = where[(int) (keys[i] - min)];
    }
    return new KeyGroups(count, first, inverse, Arrays.copyOf(counts, count));
  }
}
