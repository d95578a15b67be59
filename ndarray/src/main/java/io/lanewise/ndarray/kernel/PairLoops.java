package io.lanewise.ndarray.kernel;

/// Between complex numbers as they lie, real and imaginary parts in turn, and their parts apart, in
/// two forms: [PlainPairLoops] and, with lanes, `io.lanewise.ndarray.lanes.LanePairLoops`. Both
/// move elements unchanged.
public interface PairLoops {
  /// `real[i] = a[from + 2 i]` and `imag[i] = a[from + 2 i + 1]` for i below `n`.
  void split(double[] a, int from, double[] real, double[] imag, int n);

  /// The same for float32.
  void split(float[] a, int from, float[] real, float[] imag, int n);

  /// The opposite of [#split(double[], int, double[], double[], int)].
  void join(double[] real, double[] imag, double[] a, int from, int n);

  /// The same for float32.
  void join(float[] real, float[] imag, float[] a, int from, int n);
}
