package io.lanewise.ufunc.fft.engine;

import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ufunc.fft.lanes.LanePasses;
import java.util.Arrays;

/// Which form of the passes runs.
final class PassLoops {
  private static final int S = 16;
  private static final int POINTS = 18 * S;
  private static final double[] XR = new double[POINTS];
  private static final double[] XI = new double[POINTS];
  private static final double[] YR = new double[POINTS];
  private static final double[] YI = new double[POINTS];
  private static final double[] ONES = new double[2 * POINTS];
  private static final double[] SCRATCH = new double[2 * 7 * Passes.COLUMNS];

  static {
    Arrays.fill(ONES, 0.5);
    Arrays.fill(XR, 1);
    Arrays.fill(XI, 1);
  }

  // A lambda, not LanePasses::new: a reference to the constructor links that class at once, and it
  // does not link without the incubator module.
  private static final Twin<Passes> LOOPS =
      new Twin<>("fft", new PlainPasses(), () -> new LanePasses(), PassLoops::exercise);

  private PassLoops() {}

  /// The loops to use for `lines` transforms of `n` points.
  static Passes passes(long n, long lines) {
    return LOOPS.get(n * lines * (64 - Long.numberOfLeadingZeros(n)));
  }

  private static void exercise(Passes passes) {
    // two groups, so that both ways through each pass are compiled; the arrays are this thread's
    // alone
    passes.pass2(XR, XI, YR, YI, S, 2, ONES);
    passes.pass3(XR, XI, YR, YI, S, 2, ONES);
    passes.pass4(XR, XI, YR, YI, S, 2, ONES);
    passes.pass5(XR, XI, YR, YI, S, 2, ONES);
    passes.pass8(XR, XI, YR, YI, S, 2, ONES);
    // three pairs of inputs: one by two and one alone
    passes.passOdd(7, XR, XI, YR, YI, S, 2, ONES, ONES, ONES, SCRATCH);
    passes.split(ONES, 0, 101, YR, YI, 1);
    passes.join(XR, XI, 1, 101, 0.5, ONES, 0);
    passes.rotate(YR, YI, 0, 101, ONES, ONES, 1);
    passes.rotate(YR, YI, 0, 101, ONES, ONES, 1, 0.5, 0.5);
    passes.rotate(YR, YI, 0, 101, 0.5, 0.5);
    passes.transpose(XR, 0, 17, 16, 17, YR, 0, 16);
  }
}
