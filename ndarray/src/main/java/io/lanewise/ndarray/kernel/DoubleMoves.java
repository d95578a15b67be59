package io.lanewise.ndarray.kernel;

/// The loops of [Moves], as text for [MoveCompiler]: what stands here for `double` is made for
/// every primitive type. No arithmetic on elements, no constants of their type, and nothing that
/// keeps two of them on the stack.
final class DoubleMoves extends Moves {
  /// Elements that are compressed before the room left is looked at again.
  private static final int BLOCK = 64;

  @Override
  public void gather(Object from, int base, int[] offsets, int n, Object to, int at) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    for (int i = 0; i < n; i++) {
      b[at + i] = a[base + offsets[i]];
    }
  }

  @Override
  public void scatter(Object from, int at, int[] offsets, int n, Object to, int base) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    for (int i = 0; i < n; i++) {
      b[base + offsets[i]] = a[at + i];
    }
  }

  @Override
  public int take(
      Object from,
      int base,
      int stride,
      int length,
      long[] positions,
      int start,
      int n,
      Object to,
      int at) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    for (int i = 0; i < n; i++) {
      long given = positions[start + i];
      long position = given + (given >> 63 & length);
      if (position < 0 || position >= length) {
        return i;
      }
      b[at + i] = a[base + (int) position * stride];
    }
    return n;
  }

  @Override
  public int put(
      Object from,
      int at,
      long[] positions,
      int start,
      int n,
      Object to,
      int base,
      int stride,
      int length) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    for (int i = 0; i < n; i++) {
      long given = positions[start + i];
      long position = given + (given >> 63 & length);
      if (position < 0 || position >= length) {
        return i;
      }
      b[base + (int) position * stride] = a[at + i];
    }
    return n;
  }

  @Override
  public void spread(Object from, int at, int[] offsets, int n, Object to, int base) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    double value = a[at];
    for (int i = 0; i < n; i++) {
      b[base + offsets[i]] = value;
    }
  }

  @Override
  public void compress(
      Object from, int base, boolean[] flags, int flag, Object to, int at, int count) {
    double[] a = (double[]) from;
    double[] b = (double[]) to;
    // every element is written where the next one wanted goes, and overwritten if it is not wanted;
    // so the last ones need a look at what is still to come
    int i = 0;
    int k = 0;
    while (k + BLOCK <= count) {
      for (int j = 0; j < BLOCK; j++) {
        b[at + k] = a[base + i + j];
        k += one(flags[flag + i + j]);
      }
      i += BLOCK;
    }
    for (; k < count; i++) {
      b[at + k] = a[base + i];
      k += one(flags[flag + i]);
    }
  }

  @Override
  public int count(boolean[] flags, int flag, int n) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += one(flags[flag + i]);
    }
    return count;
  }

  @Override
  public int positions(boolean[] flags, int flag, int n, int[] positions) {
    int k = 0;
    for (int i = 0; i < n; i++) {
      positions[k] = i;
      k += one(flags[flag + i]);
    }
    return k;
  }
}
