package io.lanewise.ndarray.kernel;

/// The loops of [PairLoops] without lanes.
final class PlainPairLoops implements PairLoops {
  @Override
  public void split(double[] a, int from, double[] real, double[] imag, int n) {
    for (int i = 0; i < n; i++) {
      real[i] = a[from + 2 * i];
      imag[i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void split(float[] a, int from, float[] real, float[] imag, int n) {
    for (int i = 0; i < n; i++) {
      real[i] = a[from + 2 * i];
      imag[i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void join(double[] real, double[] imag, double[] a, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[from + 2 * i] = real[i];
      a[from + 2 * i + 1] = imag[i];
    }
  }

  @Override
  public void join(float[] real, float[] imag, float[] a, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[from + 2 * i] = real[i];
      a[from + 2 * i + 1] = imag[i];
    }
  }
}
