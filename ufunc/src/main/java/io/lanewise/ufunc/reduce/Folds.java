package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ufunc.lanes.LaneFoldLoops;

/// Which form of the loops of reductions runs.
final class Folds {
  private static final double[] DOUBLES = new double[512];
  private static final float[] FLOATS = new float[512];

  static {
    for (int i = 0; i < DOUBLES.length; i++) {
      DOUBLES[i] = 1 + i % 7;
      FLOATS[i] = 1 + i % 5;
    }
  }

  // A lambda, not LaneFoldLoops::new: a reference to the constructor links that class at once, and
  // it does not link without the incubator module.
  private static final Twin<FoldLoops> LOOPS =
      new Twin<>("fold", new PlainFoldLoops(), () -> new LaneFoldLoops(), Folds::exercise);

  private static volatile double sink;

  private Folds() {}

  /// The loops to use for `n` elements.
  static FoldLoops loops(int n) {
    return LOOPS.get(n / 4);
  }

  private static void exercise(FoldLoops loops) {
    // odd lengths, so that tails are compiled too; the arrays are this thread's alone
    double sum = loops.sum(DOUBLES, 0, 300) + loops.sum(FLOATS, 0, 299) + loops.sum(DOUBLES, 1, 5);
    loops.accumulate(DOUBLES, 0, 101, 2, DOUBLES, 256);
    loops.accumulate(FLOATS, 0, 101, 2, FLOATS, 256);
    loops.accumulate4(DOUBLES, 0, 30, 99, DOUBLES, 256);
    loops.accumulate4(FLOATS, 0, 30, 99, FLOATS, 256);
    sink = sum;
  }
}
