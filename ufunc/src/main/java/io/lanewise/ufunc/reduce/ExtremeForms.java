package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ufunc.lanes.LaneExtremeLoops;

/// Which form of the loops of smallest and largest numbers runs.
final class ExtremeForms {
  private static final int N = 301;
  private static final double[] NUMBERS = new double[N];
  private static final double[] ZEROS = new double[N];
  private static final double[] NANS = new double[N];
  private static final int[] INTS = new int[N];
  private static final long[] LONGS = new long[N];
  private static final float[] FLOATS = new float[N];
  private static final float[] FLOAT_ZEROS = new float[N];
  private static final float[] FLOAT_NANS = new float[N];

  static {
    for (int i = 0; i < N; i++) {
      NUMBERS[i] = 1 + i % 11;
      FLOATS[i] = 1 + i % 13;
      INTS[i] = i * 7 % 13;
      LONGS[i] = i * 7 % 13;
      NANS[i] = i % 7 == 3 ? Double.NaN : i;
      FLOAT_NANS[i] = i % 7 == 3 ? Float.NaN : i;
    }
  }

  // A lambda, not LaneExtremeLoops::new, which would link that class at once: see Folds
  private static final Twin<ExtremeLoops> LOOPS =
      new Twin<>(
          "extremes", new PlainExtremeLoops(), () -> new LaneExtremeLoops(), ExtremeForms::warm);

  private static volatile double sink;

  private ExtremeForms() {}

  /// How many numbers to give the loops at once, from where they are (`direct`) or from a tile. The
  /// horizontal end of a loop costs a quarter of one over a tile.
  static int block(boolean direct) {
    return direct ? 8 * Elementwise.TILE : Elementwise.TILE;
  }

  /// The loops to use for `n` elements.
  static ExtremeLoops loops(int n) {
    return LOOPS.get(n / 4);
  }

  /// The smallest or largest of `n` integers from `at` on, each with the bits of `flip` changed;
  /// bools are 0 and 1.
  static long ofIntegers(Object array, int at, int n, long flip, boolean min) {
    switch (array) {
      case int[] a -> {
        return min ? loops(n).min(a, at, n) : loops(n).max(a, at, n);
      }
      case long[] a -> {
        return min ? loops(n).min(a, at, n, flip) : loops(n).max(a, at, n, flip);
      }
      default -> {
        boolean[] a = (boolean[]) array;
        boolean extreme = min;
        for (int i = at; i < at + n; i++) {
          extreme = min ? extreme & a[i] : extreme | a[i];
        }
        return extreme ? 1 : 0;
      }
    }
  }

  /// Every branch as often as the others, so that C2 compiles all of them: ordinary numbers, zeros,
  /// NaN, short rows.
  private static void warm(ExtremeLoops loops) {
    double sum = all(loops, NUMBERS, FLOATS, N) + all(loops, NUMBERS, FLOATS, 5);
    sum += all(loops, ZEROS, FLOAT_ZEROS, N) + all(loops, NANS, FLOAT_NANS, N);
    sum += integers(loops, N) + integers(loops, 5);
    sink = sum;
  }

  private static double integers(ExtremeLoops loops, int n) {
    return loops.min(INTS, 0, n)
        + loops.max(INTS, 0, n)
        + loops.min(LONGS, 0, n, Long.MIN_VALUE)
        + loops.max(LONGS, 0, n, 0);
  }

  private static double all(ExtremeLoops loops, double[] a, float[] b, int n) {
    return loops.min(a, 0, n)
        + loops.max(a, 0, n)
        + loops.minNumber(a, 0, n)
        + loops.maxNumber(a, 0, n)
        + loops.min(b, 0, n)
        + loops.max(b, 0, n)
        + loops.minNumber(b, 0, n)
        + loops.maxNumber(b, 0, n);
  }
}
