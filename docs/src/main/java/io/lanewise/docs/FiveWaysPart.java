package io.lanewise.docs;

import io.lanewise.docs.FiveWays.Way;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.KernelSlot.LaneState;
import io.lanewise.ndarray.kernel.Kernels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Second part: the same computation five ways, on one thread. The results are compared first; then
/// all are timed warm, taking turns, and cold, each in JVMs of its own.
final class FiveWaysPart {
  private static final int ELEMENTS = 1_000_000;

  /// The functions of the JDK and of Lanewise are both within 1 ULP; the values are at most 1.
  static final double AGREEMENT = 4 * Math.ulp(1.0);

  private static final long WARM_UP_NANOSECONDS = 2_500_000_000L;
  private static final long LONGEST_WARM_UP = 15_000_000_000L;
  private static final int ROUNDS = 25;
  private static final int FRESH_JVMS = 3;

  private FiveWaysPart() {}

  static void run(Screen screen) throws IOException {
    screen.say("y = exp(-x/2) cos(6x) for %,d float64 numbers, on one thread.", ELEMENTS);
    for (Way way : Way.present()) {
      screen.out().printf("%n  %s:", way.title());
      screen.code(way.code());
    }
    int threads = Lanewise.parallelism();
    Lanewise.parallelism(1);
    try {
      FiveWays ways = new FiveWays(ELEMENTS);
      screen.say(
          "All agree with the plain loop within %.1e (checked before any is timed).",
          requireAgreement(ways));
      double[] warm = warm(ways);
      double[][] cold = cold();
      table(screen, warm, cold);
    } finally {
      Lanewise.parallelism(threads);
    }
  }

  /// The largest difference of any way from the plain loop.
  ///
  /// @throws IllegalStateException when one is too large, or ufuncs and fused differ in a bit
  static double requireAgreement(FiveWays ways) {
    ways.run(Way.PLAIN_LOOP);
    double[] expected = ways.y().clone();
    double[] ufuncs = null;
    double largest = 0;
    for (Way way : Way.present()) {
      Arrays.fill(ways.y(), Double.NaN);
      ways.run(way);
      for (int i = 0; i < expected.length; i++) {
        double difference = Math.abs(ways.y()[i] - expected[i]);
        if (!(difference <= AGREEMENT)) {
          throw new IllegalStateException(
              way.title() + " gives " + ways.y()[i] + " instead of " + expected[i] + " at " + i);
        }
        largest = Math.max(largest, difference);
      }
      if (way == Way.UFUNCS) {
        ufuncs = ways.y().clone();
      } else if (way == Way.FUSED && !Arrays.equals(ufuncs, ways.y())) {
        throw new IllegalStateException("ufuncs and fused give different bits");
      }
    }
    return largest;
  }

  /// Medians in nanoseconds an element, the ways taking turns.
  private static double[] warm(FiveWays ways) {
    List<Way> all = Way.present();
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOSECONDS
        || warming() && System.nanoTime() - start < LONGEST_WARM_UP) {
      all.forEach(ways::run);
    }
    double[][] times = new double[all.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int w = 0; w < all.size(); w++) {
        long before = System.nanoTime();
        ways.run(all.get(w));
        times[w][round] = (double) (System.nanoTime() - before) / ELEMENTS;
      }
    }
    return Arrays.stream(times).mapToDouble(FiveWaysPart::median).toArray();
  }

  private static boolean warming() {
    return Kernels.all().stream().anyMatch(slot -> slot.state() == LaneState.WARMING);
  }

  /// Medians over fresh JVMs, in milliseconds: of the first call of each way, and of the next ones.
  private static double[][] cold() throws IOException {
    List<Way> all = Way.present();
    double[][][] times = new double[2][all.size()][FRESH_JVMS];
    List<String> flags = List.of("-Dlanewise.threads=1");
    for (int round = 0; round < FRESH_JVMS; round++) {
      for (int w = 0; w < all.size(); w++) {
        List<String> printed =
            ChildJvm.run(flags, ColdProbe.class, all.get(w).name(), Integer.toString(ELEMENTS));
        for (int when = 0; when < 2; when++) {
          times[when][w][round] = Long.parseLong(printed.get(when)) * 1e-6;
        }
      }
    }
    return Arrays.stream(times)
        .map(each -> Arrays.stream(each).mapToDouble(FiveWaysPart::median).toArray())
        .toArray(double[][]::new);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void table(Screen screen, double[] warm, double[][] cold) {
    List<String[]> rows = new ArrayList<>();
    for (int w = 0; w < warm.length; w++) {
      rows.add(
          new String[] {
            Way.present().get(w).title(),
            Screen.number("%.2f ns", warm[w]),
            Screen.number("%.2fx", warm[0] / warm[w]),
            Screen.number("%.0f ms", cold[0][w]),
            Screen.number("%.2fx", cold[0][0] / cold[0][w]),
            Screen.number("%.1f ms", cold[1][w]),
            Screen.number("%.2fx", cold[1][0] / cold[1][w])
          });
    }
    screen.table(
        new String[] {
          "", "warm, an element", "ratio", "cold, first call", "ratio", "calls 2 to 10", "ratio"
        },
        rows);
    screen.say(
        """
        Ratio: the plain loop's time over this one's; above 1x is faster. Warm: medians of %d rounds
        in which the ways took turns. Cold: medians of %d fresh JVMs each; the first call loads,
        generates and compiles what it needs.\
        """,
        ROUNDS, FRESH_JVMS);
  }
}
