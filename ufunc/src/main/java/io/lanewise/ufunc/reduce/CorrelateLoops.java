package io.lanewise.ufunc.reduce;

/// The inner loop of correlations and convolutions, in two forms with the same bits:
/// [PlainCorrelateLoops] and, with lanes, `io.lanewise.ufunc.lanes.LaneCorrelateLoops`.
public interface CorrelateLoops {
  /// The number of sums that are formed together.
  int BLOCK = 64;

  /// `sums[x] += a[from + x + j] v[j]` for 0 <= x < [#BLOCK] and j from `first` to `last - 1`, one
  /// product after the other.
  void add(double[] a, int from, double[] v, int first, int last, double[] sums);

  /// The same for float32.
  void add(float[] a, int from, float[] v, int first, int last, float[] sums);
}
