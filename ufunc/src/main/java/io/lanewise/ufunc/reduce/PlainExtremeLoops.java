package io.lanewise.ufunc.reduce;

/// The loops of [ExtremeLoops] without lanes.
public final class PlainExtremeLoops implements ExtremeLoops {
  @Override
  public double min(double[] a, int from, int n) {
    double result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public double minNumber(double[] a, int from, int n) {
    double result = Double.POSITIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      double x = a[i];
      result = x == x ? Math.min(result, x) : result;
    }
    return result;
  }

  @Override
  public double max(double[] a, int from, int n) {
    double result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public double maxNumber(double[] a, int from, int n) {
    double result = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      double x = a[i];
      result = x == x ? Math.max(result, x) : result;
    }
    return result;
  }

  @Override
  public float min(float[] a, int from, int n) {
    float result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public float minNumber(float[] a, int from, int n) {
    float result = Float.POSITIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      float x = a[i];
      result = x == x ? Math.min(result, x) : result;
    }
    return result;
  }

  @Override
  public float max(float[] a, int from, int n) {
    float result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public float maxNumber(float[] a, int from, int n) {
    float result = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      float x = a[i];
      result = x == x ? Math.max(result, x) : result;
    }
    return result;
  }

  @Override
  public int min(int[] a, int from, int n) {
    int result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public int max(int[] a, int from, int n) {
    int result = a[from];
    for (int i = from + 1; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public long min(long[] a, int from, int n, long flip) {
    long result = a[from] ^ flip;
    for (int i = from + 1; i < from + n; i++) {
      result = Math.min(result, a[i] ^ flip);
    }
    return result;
  }

  @Override
  public long max(long[] a, int from, int n, long flip) {
    long result = a[from] ^ flip;
    for (int i = from + 1; i < from + n; i++) {
      result = Math.max(result, a[i] ^ flip);
    }
    return result;
  }
}
