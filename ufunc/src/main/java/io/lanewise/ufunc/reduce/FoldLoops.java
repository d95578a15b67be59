package io.lanewise.ufunc.reduce;

/// The inner loops of reductions over floating-point arrays, in two forms: [PlainFoldLoops] and,
/// with lanes, `io.lanewise.ufunc.lanes.LaneFoldLoops`. Both add in NumPy's order, so they give
/// NumPy's bits.
///
/// The order (NumPy reference, "pairwise summation"; N. J. Higham, The accuracy of floating point
/// summation, SIAM J. Sci. Comput. 14, 1993): below 8 numbers one after another from -0; up to 128,
/// eight accumulators over every eighth number, added as ((0+1)+(2+3))+((4+5)+(6+7)), then the rest
/// one after another; above, the sums of two halves, the first rounded down to a multiple of 8.
public interface FoldLoops {
  /// Leaves of the tree have at most this many numbers.
  int LEAF = 128;

  /// The sum of `n` consecutive numbers.
  double sum(double[] a, int from, int n);

  /// The sum of `n` consecutive numbers.
  float sum(float[] a, int from, int n);

  /// `acc[x] += a[from + k n + x]` for 0 <= x < n, for k = 0, 1, ... below `rows`: as memory is
  /// read in its order, this is the fastest where it comes from afar.
  void accumulate(double[] a, int from, int n, int rows, double[] acc, int at);

  /// The same for float32.
  void accumulate(float[] a, int from, int n, int rows, float[] acc, int at);

  /// `acc[x] = ((((acc[x] + a[from + x]) + a[from + x + step]) + a[from + x + 2 step]) + a[from + x
  /// + 3 step])` for 0 <= x < n: the accumulators are read and written once for four rows, which is
  ///   the fastest where a cache holds all.
  void accumulate4(double[] a, int from, int step, int n, double[] acc, int at);

  /// The same for float32.
  void accumulate4(float[] a, int from, int step, int n, float[] acc, int at);

  /// The length of the first half of `n` numbers.
  static long half(long n) {
    long half = n / 2;
    return half - half % 8;
  }
}
