package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanewise.ndarray.kernel.Hardware;
import io.lanewise.ufunc.lanes.LaneExtremeLoops;
import io.lanewise.ufunc.reduce.ExtremeLoops;
import io.lanewise.ufunc.reduce.PlainExtremeLoops;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The smallest and largest of numbers with zeros of both signs, infinities and NaN, in both forms
/// of the loops, against a definition.
class ExtremeLoopsTest {
  private static final ExtremeLoops PLAIN = new PlainExtremeLoops();
  private static final double[] SPECIAL = {
    0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final double NONE = Double.POSITIVE_INFINITY;

  /// Numbers of one kind: `kind` says which special ones are among them, and whether ordinary ones
  /// are positive, negative or both.
  private static double[] numbers(int n, long seed, int kind) {
    Random random = new Random(seed);
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      int special = random.nextInt(3 * SPECIAL.length);
      double ordinary = 0.25 + random.nextInt(50) - kind % 3 * 25;
      boolean chosen = special < SPECIAL.length && (kind >> special & 1) != 0;
      a[i] = chosen ? SPECIAL[special] : kind == 31 ? Double.NaN : ordinary;
    }
    return a;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 31, 32, 33, 64, 100, 513})
  void plainLoopsFollowTheDefinition(int n) {
    for (int kind = 0; kind < 32; kind++) {
      for (long seed = 0; seed < 5; seed++) {
        check(PLAIN, numbers(n + 5, seed, kind), n);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 31, 32, 33, 64, 100, 513})
  void lanesFollowTheDefinition(int n) {
    assumeTrue(Hardware.hasLanes(), "no lanes in this JVM");
    ExtremeLoops lanes = new LaneExtremeLoops();
    for (int kind = 0; kind < 32; kind++) {
      for (long seed = 0; seed < 5; seed++) {
        check(lanes, numbers(n + 5, seed, kind), n);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 31, 32, 33, 64, 100, 513})
  void integersFollowTheDefinition(int n) {
    for (long seed = 0; seed < 50; seed++) {
      check(PLAIN, seed, n);
      if (Hardware.hasLanes()) {
        check(new LaneExtremeLoops(), seed, n);
      }
    }
  }

  private static void check(ExtremeLoops loops, long seed, int n) {
    Random random = new Random(seed);
    int[] a = random.ints(n + 5).toArray();
    long[] b = random.longs(n + 5).toArray();
    // the extremes of the types, and before and behind what counts
    a[random.nextInt(n + 5)] = Integer.MIN_VALUE;
    a[random.nextInt(n + 5)] = Integer.MAX_VALUE;
    b[random.nextInt(n + 5)] = Long.MIN_VALUE;
    b[random.nextInt(n + 5)] = -1;
    assertThat(loops.min(a, 3, n)).isEqualTo(Arrays.stream(a, 3, 3 + n).min().orElseThrow());
    assertThat(loops.max(a, 3, n)).isEqualTo(Arrays.stream(a, 3, 3 + n).max().orElseThrow());
    for (long flip : new long[] {0, Long.MIN_VALUE}) {
      long[] flipped = Arrays.stream(b, 3, 3 + n).map(x -> x ^ flip).sorted().toArray();
      assertThat(loops.min(b, 3, n, flip)).isEqualTo(flipped[0]);
      assertThat(loops.max(b, 3, n, flip)).isEqualTo(flipped[n - 1]);
    }
  }

  private static void check(ExtremeLoops loops, double[] a, int n) {
    double min = NONE;
    double max = -NONE;
    boolean nan = false;
    float[] b = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      b[i] = (float) a[i];
    }
    for (int i = 3; i < 3 + n; i++) {
      nan |= Double.isNaN(a[i]);
      // compare orders zeros by their signs
      min = !Double.isNaN(a[i]) && Double.compare(a[i], min) < 0 ? a[i] : min;
      max = !Double.isNaN(a[i]) && Double.compare(a[i], max) > 0 ? a[i] : max;
    }
    same(loops.minNumber(a, 3, n), min);
    same(loops.maxNumber(a, 3, n), max);
    same(loops.minNumber(b, 3, n), min);
    same(loops.maxNumber(b, 3, n), max);
    same(loops.min(a, 3, n), nan ? Double.NaN : min);
    same(loops.max(a, 3, n), nan ? Double.NaN : max);
    same(loops.min(b, 3, n), nan ? Double.NaN : min);
    same(loops.max(b, 3, n), nan ? Double.NaN : max);
  }

  /// isEqualTo on boxes tells zeros apart and takes NaN for NaN.
  private static void same(double actual, double expected) {
    assertThat((Double) actual).isEqualTo((Double) expected);
  }
}
