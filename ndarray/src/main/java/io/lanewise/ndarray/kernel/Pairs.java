package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.lanes.LanePairLoops;

/// Which form of the loops between complex numbers and their parts runs.
final class Pairs {
  private static final double[] DOUBLES = new double[256];
  private static final float[] FLOATS = new float[256];
  private static final double[] REAL = new double[128];
  private static final double[] IMAG = new double[128];
  private static final float[] REAL_FLOATS = new float[128];
  private static final float[] IMAG_FLOATS = new float[128];

  // A lambda: a reference to the constructor would link the class, which needs the incubator
  // module.
  private static final Twin<PairLoops> LOOPS =
      new Twin<>("pairs", new PlainPairLoops(), () -> new LanePairLoops(), Pairs::exercise);

  private Pairs() {}

  /// The parts of `n` numbers from position `from` of an array on.
  static void split(Object a, long from, Object real, Object imag, int n) {
    PairLoops loops = LOOPS.get(n);
    if (a instanceof double[] doubles) {
      loops.split(doubles, (int) from, (double[]) real, (double[]) imag, n);
    } else {
      loops.split((float[]) a, (int) from, (float[]) real, (float[]) imag, n);
    }
  }

  /// `n` numbers of their parts.
  static void join(Object real, Object imag, Object a, long from, int n) {
    PairLoops loops = LOOPS.get(n);
    if (a instanceof double[] doubles) {
      loops.join((double[]) real, (double[]) imag, doubles, (int) from, n);
    } else {
      loops.join((float[]) real, (float[]) imag, (float[]) a, (int) from, n);
    }
  }

  private static void exercise(PairLoops loops) {
    // odd lengths, so that tails are compiled too
    loops.split(DOUBLES, 1, REAL, IMAG, 101);
    loops.join(REAL, IMAG, DOUBLES, 1, 101);
    loops.split(FLOATS, 1, REAL_FLOATS, IMAG_FLOATS, 101);
    loops.join(REAL_FLOATS, IMAG_FLOATS, FLOATS, 1, 101);
  }
}
