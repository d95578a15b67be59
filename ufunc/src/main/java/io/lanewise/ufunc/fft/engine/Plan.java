package io.lanewise.ufunc.fft.engine;

/// How the forward transform of one length is computed. What an element becomes depends on its
/// length only, not on how many transforms run side by side: those are more columns of the same
/// passes.
abstract class Plan {
  /// The largest prime factor that has a pass of its own; with a larger one the transform becomes a
  /// convolution.
  static final int LARGEST_RADIX = 113;

  /// Up to this length all passes run over the whole.
  private static final int SHORT = 32;

  final int n;

  Plan(int n) {
    this.n = n;
  }

  /// The transform of `in` into `out`, of which `width` is the distance between the points of split
  /// arrays: 1, or a multiple of [Passes#COLUMNS] that is at least `in.rows()`.
  ///
  /// `turned` exchanges real and imaginary parts at both ends, which makes the transform inverse.
  abstract void run(Passes passes, Port in, Port out, int width, boolean turned, Work work);

  /// About how many doubles the tables hold.
  abstract long size();

  static Plan of(int n) {
    int largest = largestFactor(n);
    if (largest > LARGEST_RADIX) {
      return new Convolution(n);
    }
    int first = n <= SHORT || largest == n ? 1 : TwoSteps.first(n);
    return first == 1 ? new OneStep(n) : new TwoSteps(n, first);
  }

  private static int largestFactor(int n) {
    int left = n;
    int largest = 1;
    for (int factor = 2; (long) factor * factor <= left; factor++) {
      while (left % factor == 0) {
        largest = factor;
        left /= factor;
      }
    }
    return Math.max(largest, left);
  }

  /// The next multiple of [Passes#COLUMNS].
  static int padded(int width) {
    return Math.addExact(width, Passes.COLUMNS - 1) & -Passes.COLUMNS;
  }

  static void load(
      Passes passes, Port in, int first, int count, boolean turned, Work work, int at, int step) {
    double[] re = turned ? work.im : work.re;
    double[] im = turned ? work.re : work.im;
    in.load(passes, first, count, re, im, at, step);
  }

  static void store(
      Passes passes, Port out, int first, int count, boolean turned, Work work, int at, int step) {
    double[] re = turned ? work.im : work.re;
    double[] im = turned ? work.re : work.im;
    out.store(passes, first, count, re, im, at, step);
  }
}
