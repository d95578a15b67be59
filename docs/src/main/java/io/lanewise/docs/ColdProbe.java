package io.lanewise.docs;

import java.io.PrintStream;

/// Runs in a fresh JVM for [FiveWaysPart]: times the first call of one way, with all it has to
/// load, generate and compile.
final class ColdProbe {
  private ColdProbe() {}

  /// Arguments: the way and the number of elements. Prints nanoseconds.
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    FiveWays ways = new FiveWays(Integer.parseInt(arguments[1]));
    FiveWays.Way way = FiveWays.Way.valueOf(arguments[0]);
    long start = System.nanoTime();
    ways.run(way);
    out.println(System.nanoTime() - start);
  }
}
