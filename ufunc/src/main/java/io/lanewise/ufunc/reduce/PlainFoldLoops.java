package io.lanewise.ufunc.reduce;

/// The loops of reductions without lanes.
public final class PlainFoldLoops implements FoldLoops {
  @Override
  public double sum(double[] a, int from, int n) {
    if (n < 8) {
      double sum = -0.0;
      for (int i = from; i < from + n; i++) {
        sum += a[i];
      }
      return sum;
    }
    if (n > LEAF) {
      int half = (int) FoldLoops.half(n);
      return sum(a, from, half) + sum(a, from + half, n - half);
    }
    double r0 = a[from];
    double r1 = a[from + 1];
    double r2 = a[from + 2];
    double r3 = a[from + 3];
    double r4 = a[from + 4];
    double r5 = a[from + 5];
    double r6 = a[from + 6];
    double r7 = a[from + 7];
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r0 += a[i];
      r1 += a[i + 1];
      r2 += a[i + 2];
      r3 += a[i + 3];
      r4 += a[i + 4];
      r5 += a[i + 5];
      r6 += a[i + 6];
      r7 += a[i + 7];
    }
    double sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
    for (int i = end; i < from + n; i++) {
      sum += a[i];
    }
    return sum;
  }

  @Override
  public float sum(float[] a, int from, int n) {
    if (n < 8) {
      float sum = -0.0f;
      for (int i = from; i < from + n; i++) {
        sum += a[i];
      }
      return sum;
    }
    if (n > LEAF) {
      int half = (int) FoldLoops.half(n);
      return sum(a, from, half) + sum(a, from + half, n - half);
    }
    float r0 = a[from];
    float r1 = a[from + 1];
    float r2 = a[from + 2];
    float r3 = a[from + 3];
    float r4 = a[from + 4];
    float r5 = a[from + 5];
    float r6 = a[from + 6];
    float r7 = a[from + 7];
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r0 += a[i];
      r1 += a[i + 1];
      r2 += a[i + 2];
      r3 += a[i + 3];
      r4 += a[i + 4];
      r5 += a[i + 5];
      r6 += a[i + 6];
      r7 += a[i + 7];
    }
    float sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
    for (int i = end; i < from + n; i++) {
      sum += a[i];
    }
    return sum;
  }

  @Override
  public void accumulate(double[] a, int from, int n, int rows, double[] acc, int at) {
    for (int k = 0; k < rows; k++) {
      int row = from + k * n;
      for (int x = 0; x < n; x++) {
        acc[at + x] += a[row + x];
      }
    }
  }

  @Override
  public void accumulate(float[] a, int from, int n, int rows, float[] acc, int at) {
    for (int k = 0; k < rows; k++) {
      int row = from + k * n;
      for (int x = 0; x < n; x++) {
        acc[at + x] += a[row + x];
      }
    }
  }

  @Override
  public void accumulate4(double[] a, int from, int step, int n, double[] acc, int at) {
    for (int x = 0; x < n; x++) {
      int i = from + x;
      acc[at + x] = acc[at + x] + a[i] + a[i + step] + a[i + 2 * step] + a[i + 3 * step];
    }
  }

  @Override
  public void accumulate4(float[] a, int from, int step, int n, float[] acc, int at) {
    for (int x = 0; x < n; x++) {
      int i = from + x;
      acc[at + x] = acc[at + x] + a[i] + a[i + step] + a[i + 2 * step] + a[i + 3 * step];
    }
  }
}
