package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ufunc.lanes.LaneScanLoops;

/// Which form of the loops that look for elements runs.
public final class Scans {
  private static final int N = 301;
  private static final double[] DOUBLES = new double[N];
  private static final float[] FLOATS = new float[N];
  private static final double[] KNOWN = new double[N];
  private static final float[] KNOWN_FLOATS = new float[N];
  private static final double[] DOUBLES_TO = new double[N];
  private static final float[] FLOATS_TO = new float[N];
  private static final int[] POSITIONS = new int[N];
  private static final long[] KEYS = new long[N];
  private static final long[] KEPT = new long[N + ScanLoops.ROOM];

  static {
    for (int i = 0; i < N; i++) {
      KNOWN[i] = i % 11;
      KNOWN_FLOATS[i] = i % 13;
      DOUBLES[i] = i % 7 == 3 ? Double.NaN : i;
      FLOATS[i] = i % 7 == 3 ? Float.NaN : i;
    }
  }

  // A lambda, not LaneScanLoops::new, which would link that class at once: see Folds
  private static final Twin<ScanLoops> LOOPS =
      new Twin<>("scan", new PlainScanLoops(), () -> new LaneScanLoops(), Scans::exercise);

  private static volatile long sink;

  private Scans() {}

  /// The loops to use for `n` elements.
  public static ScanLoops loops(int n) {
    return LOOPS.get(n / 2);
  }

  /// Every branch of every loop, so that none is compiled without it and thrown away later: with
  /// and without NaN, short and long, found and not.
  private static void exercise(ScanLoops loops) {
    long found = loops.replaceNan(DOUBLES, 0, N, 1.0, DOUBLES_TO, 0);
    found += loops.replaceNan(FLOATS, 0, N, 1.0f, FLOATS_TO, 0);
    found += loops.countNan(DOUBLES, 0, N) + loops.countNan(FLOATS, 0, N);
    found += loops.indexOf(DOUBLES, 0, N, 299.0) + loops.indexOf(FLOATS, 0, N, 299.0f);
    found += loops.indexOf(DOUBLES, 0, N, 300.0) + loops.indexOf(FLOATS, 0, N, 300.0f);
    found += loops.indexOf(DOUBLES, 0, N, -1.0) + loops.indexOf(FLOATS, 0, N, -1.0f);
    loops.keys(DOUBLES, 0, N, KEYS);
    found += loops.keep(KEYS, N, KEYS[50], KEYS[250], KEPT, 0);
    for (int direction = 0; direction < 2; direction++) {
      boolean min = direction == 0;
      loops.improve(DOUBLES, 0, N, min, 1, DOUBLES_TO, KEPT, 1);
      loops.improve(KNOWN, 0, N, min, 2, DOUBLES_TO, KEPT, 1);
      loops.improve(FLOATS, 0, N, min, 1, FLOATS_TO, POSITIONS);
      loops.improve(KNOWN_FLOATS, 0, N, min, 2, FLOATS_TO, POSITIONS);
    }
    sink = found;
  }
}
