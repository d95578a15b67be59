package io.lanewise.ufunc.sort;

/// Binary search of many keys. Eight searches run side by side, without branches that depend on
/// data, so that the processor waits for eight elements at a time instead of one.
public final class KeySearch {
  private KeySearch() {}

  /// For each of `m` keys the number of elements of `sorted[0 .. n)` that are less than it, or,
  /// where `orEqual`, not greater.
  public static void search(
      long[] sorted, int n, long[] keys, int m, boolean orEqual, long[] result) {
    int i = 0;
    for (; i + 8 <= m; i += 8) {
      eight(sorted, n, keys, i, orEqual, result);
    }
    for (; i < m; i++) {
      result[i] = one(sorted, n, keys[i], orEqual);
    }
  }

  /// The same for one key.
  public static int one(long[] sorted, int n, long key, boolean orEqual) {
    int low = 0;
    int high = n;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted[middle] < key || orEqual && sorted[middle] == key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void eight(long[] a, int n, long[] keys, int at, boolean orEqual, long[] result) {
    long k0 = keys[at];
    long k1 = keys[at + 1];
    long k2 = keys[at + 2];
    long k3 = keys[at + 3];
    long k4 = keys[at + 4];
    long k5 = keys[at + 5];
    long k6 = keys[at + 6];
    long k7 = keys[at + 7];
    int p0 = 0;
    int p1 = 0;
    int p2 = 0;
    int p3 = 0;
    int p4 = 0;
    int p5 = 0;
    int p6 = 0;
    int p7 = 0;
    int equal = orEqual ? 1 : 0;
    // between p and p + length lies the answer
    for (int length = n; length > 0; ) {
      int half = length + 1 >>> 1;
      p0 += half & before(a[p0 + half - 1], k0, equal);
      p1 += half & before(a[p1 + half - 1], k1, equal);
      p2 += half & before(a[p2 + half - 1], k2, equal);
      p3 += half & before(a[p3 + half - 1], k3, equal);
      p4 += half & before(a[p4 + half - 1], k4, equal);
      p5 += half & before(a[p5 + half - 1], k5, equal);
      p6 += half & before(a[p6 + half - 1], k6, equal);
      p7 += half & before(a[p7 + half - 1], k7, equal);
      length -= half;
    }
    result[at] = p0;
    result[at + 1] = p1;
    result[at + 2] = p2;
    result[at + 3] = p3;
    result[at + 4] = p4;
    result[at + 5] = p5;
    result[at + 6] = p6;
    result[at + 7] = p7;
  }

  /// All bits if `element` comes before `key`, else none.
  private static int before(long element, long key, int orEqual) {
    return orEqual == 0 ? -less(element, key) : less(key, element) - 1;
  }

  /// 1 if x < y, else 0: a comparison would be a branch that goes wrong every other time.
  static int less(long x, long y) {
    // the sign of x - y as if it could not overflow (H. S. Warren, Hacker's Delight, 2-12)
    return (int) ((x & ~y | ~(x ^ y) & x - y) >>> 63);
  }
}
