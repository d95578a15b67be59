package io.lanewise.ufunc.reduce;

/// The inner loops of functions that look for elements, in two forms with the same results:
/// [PlainScanLoops] and, with lanes, `io.lanewise.ufunc.lanes.LaneScanLoops`.
public interface ScanLoops {
  /// Room that [#keep] needs behind the last element it may keep.
  int ROOM = 64;

  /// Copies `n` numbers to `to[at..]`, NaN as `value`. Gives the number of NaN.
  int replaceNan(double[] a, int from, int n, double value, double[] to, int at);

  /// The same for float32.
  int replaceNan(float[] a, int from, int n, float value, float[] to, int at);

  /// The number of NaN among `n` numbers.
  int countNan(double[] a, int from, int n);

  /// The same for float32.
  int countNan(float[] a, int from, int n);

  /// The position, from 0, of the first of `n` numbers that equals `value`, or `n`. Zeros of both
  /// signs are equal.
  int indexOf(double[] a, int from, int n, double value);

  /// The same for float32.
  int indexOf(float[] a, int from, int n, float value);

  /// Takes a row of `n` numbers for better where they are: smaller (`min`) or larger than the best
  /// ones, or NaN beside a number; notes `position` there in `positions[at..]`.
  void improve(
      double[] a,
      int from,
      int n,
      boolean min,
      int position,
      double[] best,
      long[] positions,
      int at);

  /// The same for float32, the positions in an array of their own.
  void improve(
      float[] a, int from, int n, boolean min, int position, float[] best, int[] positions);

  /// The sort keys of `n` numbers (see `io.lanewise.ufunc.sort.SortKeys`), -0 below 0.
  void keys(double[] a, int from, int n, long[] keys);

  /// Appends those of `n` keys that lie from `low` to `high`, both included, to `kept[at..]`. Gives
  /// their number and, in the upper half, that of the keys below them.
  long keep(long[] keys, int n, long low, long high, long[] kept, int at);
}
