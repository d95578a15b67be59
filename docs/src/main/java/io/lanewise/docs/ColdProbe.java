package io.lanewise.docs;

import java.io.PrintStream;
import java.util.Arrays;

/// Runs in a fresh JVM for [FiveWaysPart]: times the first call of one way, with all it has to
/// load, generate and compile, and the calls after it.
final class ColdProbe {
  private ColdProbe() {}

  private static final int MORE = 9;

  /// Arguments: the way and the number of elements. Prints the nanoseconds of the first call and
  /// the median of the nine that follow.
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    FiveWays ways = new FiveWays(Integer.parseInt(arguments[1]));
    FiveWays.Way way = FiveWays.Way.valueOf(arguments[0]);
    long start = System.nanoTime();
    ways.run(way);
    long end = System.nanoTime();
    out.println(end - start);
    long[] more = new long[MORE];
    for (int call = 0; call < MORE; call++) {
      start = end;
      ways.run(way);
      end = System.nanoTime();
      more[call] = end - start;
    }
    Arrays.sort(more);
    out.println(more[MORE / 2]);
  }
}
