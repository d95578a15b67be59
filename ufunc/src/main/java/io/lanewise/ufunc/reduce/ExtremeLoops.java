package io.lanewise.ufunc.reduce;

/// The smallest and the largest of consecutive numbers, in two forms with the same results:
/// [PlainExtremeLoops] and, with lanes, `io.lanewise.ufunc.lanes.LaneExtremeLoops`. A zero with its
/// sign set is the smaller one.
public interface ExtremeLoops {
  /// The smallest of `n` numbers, at least one; NaN where one is NaN.
  double min(double[] a, int from, int n);

  /// The same for float32.
  float min(float[] a, int from, int n);

  /// The largest of `n` numbers, at least one; NaN where one is NaN.
  double max(double[] a, int from, int n);

  /// The same for float32.
  float max(float[] a, int from, int n);

  /// The smallest of `n` numbers, NaN passed over; infinity where there is no other.
  double minNumber(double[] a, int from, int n);

  /// The same for float32.
  float minNumber(float[] a, int from, int n);

  /// The largest of `n` numbers, NaN passed over; minus infinity where there is no other.
  double maxNumber(double[] a, int from, int n);

  /// The same for float32.
  float maxNumber(float[] a, int from, int n);

  /// The smallest of `n` integers, at least one.
  int min(int[] a, int from, int n);

  /// The largest of `n` integers, at least one.
  int max(int[] a, int from, int n);

  /// The smallest of `n` integers, at least one, each with the bits of `flip` changed.
  long min(long[] a, int from, int n, long flip);

  /// The largest of `n` integers, at least one, each with the bits of `flip` changed.
  long max(long[] a, int from, int n, long flip);
}
