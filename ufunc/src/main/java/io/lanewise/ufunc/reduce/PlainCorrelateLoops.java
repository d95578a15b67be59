package io.lanewise.ufunc.reduce;

/// The loop of correlations without lanes.
public final class PlainCorrelateLoops implements CorrelateLoops {
  @Override
  public void add(double[] a, int from, double[] v, int first, int last, double[] sums) {
    for (int j = first; j < last; j++) {
      double factor = v[j];
      int at = from + j;
      for (int x = 0; x < BLOCK; x++) {
        sums[x] += a[at + x] * factor;
      }
    }
  }

  @Override
  public void add(float[] a, int from, float[] v, int first, int last, float[] sums) {
    for (int j = first; j < last; j++) {
      float factor = v[j];
      int at = from + j;
      for (int x = 0; x < BLOCK; x++) {
        sums[x] += a[at + x] * factor;
      }
    }
  }
}
