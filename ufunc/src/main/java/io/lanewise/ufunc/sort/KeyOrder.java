package io.lanewise.ufunc.sort;

/// The stable order of keys: the positions that sort them, equal keys in their order of occurrence.
///
/// A key's distance from the smallest and its position share one long, the position in the lowest
/// bits; sorting these longs sorts both, and stably. Where the two need more than 64 bits, the
/// distance loses its lowest ones, and groups of keys that then look equal are ordered once more.
public final class KeyOrder {
  /// Up to this length, rows are ordered by insertion.
  private static final int INSERTION_MAX = 24;

  /// Keys within a range of this size are counted; see [RadixSort].
  private static final int COUNTED_RANGE = 1 << 16;

  private KeyOrder() {}

  /// Fills `order[0 .. n)`.
  public static void of(long[] keys, int n, int[] order) {
    if (n <= INSERTION_MAX) {
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      insert(keys, order, 0, n);
      return;
    }
    long min = keys[0];
    long max = min;
    boolean sorted = true;
    long before = min;
    for (int i = 1; i < n; i++) {
      long key = keys[i];
      sorted &= before <= key;
      min = Math.min(min, key);
      max = Math.max(max, key);
      before = key;
    }
    if (sorted) {
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      return;
    }
    int bits = 64 - Long.numberOfLeadingZeros(max - min);
    if (bits <= 16 && max - min < Math.min(COUNTED_RANGE, n)) {
      count(keys, n, min, (int) (max - min) + 1, order);
      return;
    }
    int positionBits = 32 - Integer.numberOfLeadingZeros(n - 1);
    int lost = Math.max(0, bits + positionBits - 64);
    long[] packed = new long[n];
    for (int i = 0; i < n; i++) {
      // the top bit is turned because longs are compared as signed numbers
      packed[i] = (keys[i] - min >>> lost << positionBits | i) ^ Long.MIN_VALUE;
    }
    RadixSort.byLeadingBits(packed, n, positionBits);
    int mask = (1 << positionBits) - 1;
    for (int i = 0; i < n; i++) {
      order[i] = (int) packed[i] & mask;
    }
    if (lost > 0) {
      orderGroups(keys, packed, positionBits, n, order);
    }
  }

  private static void count(long[] keys, int n, long min, int range, int[] order) {
    int[] starts = new int[range];
    for (int i = 0; i < n; i++) {
      starts[(int) (keys[i] - min)]++;
    }
    int sum = 0;
    for (int value = 0; value < range; value++) {
      int count = starts[value];
      starts[value] = sum;
      sum += count;
    }
    for (int i = 0; i < n; i++) {
      order[starts[(int) (keys[i] - min)]++] = i;
    }
  }

  private static void orderGroups(
      long[] keys, long[] packed, int positionBits, int n, int[] order) {
    long before = packed[0] >>> positionBits;
    for (int i = 1; i < n; i++) {
      long leading = packed[i] >>> positionBits;
      if (leading == before) {
        int end = i + 1;
        while (end < n && packed[end] >>> positionBits == leading) {
          end++;
        }
        group(keys, order, i - 1, end);
        i = end;
        if (i < n) {
          before = packed[i] >>> positionBits;
        }
      } else {
        before = leading;
      }
    }
  }

  private static void group(long[] keys, int[] order, int from, int to) {
    int n = to - from;
    if (n <= INSERTION_MAX) {
      insert(keys, order, from, to);
      return;
    }
    long[] some = new long[n];
    for (int i = 0; i < n; i++) {
      some[i] = keys[order[from + i]];
    }
    int[] inner = new int[n];
    of(some, n, inner);
    for (int i = 0; i < n; i++) {
      inner[i] = order[from + inner[i]];
    }
    System.arraycopy(inner, 0, order, from, n);
  }

  private static void insert(long[] keys, int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int position = order[i];
      long key = keys[position];
      int j = i;
      for (; j > from && keys[order[j - 1]] > key; j--) {
        order[j] = order[j - 1];
      }
      order[j] = position;
    }
  }

  /// Orders by `keys` what is ordered by less important keys already: a step of lexsort.
  ///
  /// @param scratch at least `n` long, overwritten
  public static void refine(long[] keys, int n, int[] order, long[] scratch) {
    for (int i = 0; i < n; i++) {
      scratch[i] = keys[order[i]];
    }
    int[] inner = new int[n];
    of(scratch, n, inner);
    for (int i = 0; i < n; i++) {
      inner[i] = order[inner[i]];
    }
    System.arraycopy(inner, 0, order, 0, n);
  }
}
