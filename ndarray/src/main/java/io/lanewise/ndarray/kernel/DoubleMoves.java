package io.lanewise.ndarray.kernel;

/// The loops of [Moves], as text for [MoveCompiler]: what stands here for `double` is made for
/// every primitive type. No arithmetic on elements, no constants of their type, and nothing that
/// keeps two of them on the stack.
final class DoubleMoves extends Moves {
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
    // every element is written where the next one wanted goes; one that is not wanted is
    // overwritten
    int i = 0;
    for (int k = 0; k < count; i++) {
      b[at + k] = a[base + i];
      k += one(flags[flag + i]);
    }
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
