package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.ndarray.kernel.Hardware;
import io.lanewise.ufunc.lanes.LaneCorrelateLoops;
import io.lanewise.ufunc.lanes.LaneScanLoops;
import io.lanewise.ufunc.reduce.CorrelateLoops;
import io.lanewise.ufunc.reduce.PlainCorrelateLoops;
import io.lanewise.ufunc.reduce.PlainScanLoops;
import io.lanewise.ufunc.reduce.ScanLoops;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops with lanes give what the plain ones give.
class ScanLoopsTest {
  private static final ScanLoops PLAIN = new PlainScanLoops();
  private static final ScanLoops LANES = Hardware.hasLanes() ? lanes() : null;
  private static final double[] SPECIAL = {
    0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, -1
  };

  private static ScanLoops lanes() {
    return new LaneScanLoops();
  }

  private static double[] numbers(int n, long seed, boolean special) {
    Random random = new Random(seed);
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      boolean one = special && random.nextInt(3) == 0;
      a[i] = one ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextInt(50) - 25 + 0.25;
    }
    return a;
  }

  private static float[] floats(double... a) {
    float[] result = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = (float) a[i];
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 31, 32, 33, 64, 100, 513})
  void lanesFindWhatThePlainLoopsFind(int n) {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    for (long seed = 0; seed < 20; seed++) {
      double[] a = numbers(n + 5, seed, seed % 2 == 0);
      float[] b = floats(a);
      assertThat(LANES.countNan(a, 3, n)).isEqualTo(PLAIN.countNan(a, 3, n));
      assertThat(LANES.countNan(b, 3, n)).isEqualTo(PLAIN.countNan(b, 3, n));
      assertThat(LANES.indexOf(a, 3, n, a[n])).isEqualTo(PLAIN.indexOf(a, 3, n, a[n]));
      assertThat(LANES.indexOf(b, 3, n, b[n])).isEqualTo(PLAIN.indexOf(b, 3, n, b[n]));
      replaced(a, b, n);
      improved(a, b, n, seed % 3 == 0);
      kept(a, n);
    }
  }

  private static void replaced(double[] a, float[] b, int n) {
    double[] c = new double[n + 2];
    double[] d = new double[n + 2];
    assertThat(LANES.replaceNan(a, 3, n, 0.5, c, 1))
        .isEqualTo(PLAIN.replaceNan(a, 3, n, 0.5, d, 1));
    assertThat(c).isEqualTo(d);
    float[] e = new float[n + 2];
    float[] f = new float[n + 2];
    LANES.replaceNan(b, 3, n, 0.5f, e, 1);
    PLAIN.replaceNan(b, 3, n, 0.5f, f, 1);
    assertThat(e).isEqualTo(f);
  }

  private static void improved(double[] a, float[] b, int n, boolean min) {
    double[] best = numbers(n, 99, true);
    double[] same = best.clone();
    long[] places = new long[n + 2];
    long[] samePlaces = new long[n + 2];
    LANES.improve(a, 3, n, min, 4, best, places, 1);
    PLAIN.improve(a, 3, n, min, 4, same, samePlaces, 1);
    assertThat(best).isEqualTo(same);
    assertThat(places).isEqualTo(samePlaces);
    float[] narrow = floats(numbers(n, 99, true));
    float[] sameNarrow = narrow.clone();
    int[] at = new int[n];
    int[] sameAt = new int[n];
    LANES.improve(b, 3, n, min, 4, narrow, at);
    PLAIN.improve(b, 3, n, min, 4, sameNarrow, sameAt);
    assertThat(narrow).isEqualTo(sameNarrow);
    assertThat(at).isEqualTo(sameAt);
  }

  private static void kept(double[] a, int n) {
    long[] keys = new long[n];
    long[] same = new long[n];
    LANES.keys(a, 3, n, keys);
    PLAIN.keys(a, 3, n, same);
    assertThat(keys).isEqualTo(same);
    long[] some = new long[n + ScanLoops.ROOM];
    long[] sameSome = new long[n + ScanLoops.ROOM];
    long low = Math.min(keys[0], keys[n / 2]);
    long high = Math.max(keys[0], keys[n / 2]);
    long count = LANES.keep(keys, n, low, high, some, 0);
    assertThat(count).isEqualTo(PLAIN.keep(keys, n, low, high, sameSome, 0));
    assertThat(Arrays.copyOf(some, (int) count)).isEqualTo(Arrays.copyOf(sameSome, (int) count));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 17})
  void productsAreAddedInTheSameOrder(int last) {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    CorrelateLoops plain = new PlainCorrelateLoops();
    CorrelateLoops lanes = new LaneCorrelateLoops();
    double[] a = new Random(1).doubles(200).toArray();
    double[] v = new Random(2).doubles(20).toArray();
    double[] sums = new double[CorrelateLoops.BLOCK];
    double[] same = new double[CorrelateLoops.BLOCK];
    lanes.add(a, 5, v, 0, last, sums);
    plain.add(a, 5, v, 0, last, same);
    assertThat(sums).isEqualTo(same);
    float[] narrow = new float[CorrelateLoops.BLOCK];
    float[] sameNarrow = new float[CorrelateLoops.BLOCK];
    lanes.add(floats(a), 5, floats(v), 0, last, narrow);
    plain.add(floats(a), 5, floats(v), 0, last, sameNarrow);
    assertThat(narrow).isEqualTo(sameNarrow);
  }
}
