package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.kernel.Twin;

/// Sorts longs: by radix, or by the JDK's sort, which has lanes on some processors and none on
/// others (10^6 numbers on AMD's Zen 4: 75 ms, by radix 12). So the two race where the program
/// runs.
interface LongSort {
  /// Sorts `a[from .. to)` in ascending order.
  void sort(long[] a, int from, int to);

  /// The one to use for `n` numbers.
  static LongSort of(int n) {
    return Race.SORTS.get(12L * n);
  }

  /// The race.
  final class Race {
    private static final int LENGTH = 3_000;

    /// Other numbers in each round: a processor learns the branches of a sort that it repeats.
    private static final long[] NUMBERS = new long[40 * LENGTH];

    private static final long[] SCRATCH = new long[LENGTH];
    private static int round;

    static {
      long state = 1;
      for (int i = 0; i < NUMBERS.length; i++) {
        // D. E. Knuth's MMIX generator
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        NUMBERS[i] = state;
      }
    }

    private static final Twin<LongSort> SORTS =
        new Twin<>("sort", RadixSort::byRadix, () -> RadixSort::byJdk, Race::exercise);

    private Race() {}

    private static void exercise(LongSort sort) {
      // this thread alone comes here
      round = (round + 1) % (NUMBERS.length / LENGTH);
      System.arraycopy(NUMBERS, round * LENGTH, SCRATCH, 0, LENGTH);
      sort.sort(SCRATCH, 0, LENGTH);
    }
  }
}
