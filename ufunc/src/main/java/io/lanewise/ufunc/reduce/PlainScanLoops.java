package io.lanewise.ufunc.reduce;

/// The loops that look for elements without lanes.
public final class PlainScanLoops implements ScanLoops {
  @Override
  public int replaceNan(double[] a, int from, int n, double value, double[] to, int at) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      double x = a[from + i];
      boolean nan = x != x;
      to[at + i] = nan ? value : x;
      count += nan ? 1 : 0;
    }
    return count;
  }

  @Override
  public int replaceNan(float[] a, int from, int n, float value, float[] to, int at) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      float x = a[from + i];
      boolean nan = x != x;
      to[at + i] = nan ? value : x;
      count += nan ? 1 : 0;
    }
    return count;
  }

  @Override
  public int countNan(double[] a, int from, int n) {
    int count = 0;
    for (int i = from; i < from + n; i++) {
      count += a[i] != a[i] ? 1 : 0;
    }
    return count;
  }

  @Override
  public int countNan(float[] a, int from, int n) {
    int count = 0;
    for (int i = from; i < from + n; i++) {
      count += a[i] != a[i] ? 1 : 0;
    }
    return count;
  }

  @Override
  public int indexOf(double[] a, int from, int n, double value) {
    for (int i = 0; i < n; i++) {
      if (a[from + i] == value) {
        return i;
      }
    }
    return n;
  }

  @Override
  public int indexOf(float[] a, int from, int n, float value) {
    for (int i = 0; i < n; i++) {
      if (a[from + i] == value) {
        return i;
      }
    }
    return n;
  }

  @Override
  public void improve(
      double[] a,
      int from,
      int n,
      boolean min,
      int position,
      double[] best,
      long[] positions,
      int at) {
    for (int i = 0; i < n; i++) {
      double x = a[from + i];
      double y = best[i];
      if ((min ? x < y : x > y) || x != x && y == y) {
        best[i] = x;
        positions[at + i] = position;
      }
    }
  }

  @Override
  public void improve(
      float[] a, int from, int n, boolean min, int position, float[] best, int[] positions) {
    for (int i = 0; i < n; i++) {
      float x = a[from + i];
      float y = best[i];
      if ((min ? x < y : x > y) || x != x && y == y) {
        best[i] = x;
        positions[i] = position;
      }
    }
  }

  @Override
  public void keys(double[] a, int from, int n, long[] keys) {
    for (int i = 0; i < n; i++) {
      double x = a[from + i];
      long bits = Double.doubleToRawLongBits(x);
      keys[i] = x != x ? Long.MAX_VALUE : bits ^ (bits >> 63) >>> 1;
    }
  }

  @Override
  public long keep(long[] keys, int n, long low, long high, long[] kept, int at) {
    int size = at;
    int below = 0;
    for (int i = 0; i < n; i++) {
      long key = keys[i];
      int less = less(key, low);
      kept[size] = key;
      below += less;
      size += 1 - less - less(high, key);
    }
    return (long) below << 32 | size - at;
  }

  /// 1 where x < y: the sign of x - y as if it could not overflow (H. S. Warren, Hacker's Delight,
  /// 2-12).
  private static int less(long x, long y) {
    return (int) ((x & ~y | ~(x ^ y) & x - y) >>> 63);
  }
}
