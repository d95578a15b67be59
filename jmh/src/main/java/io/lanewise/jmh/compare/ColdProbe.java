package io.lanewise.jmh.compare;

import io.lanewise.ndarray.NDArray;
import java.io.PrintStream;

/// Runs in a fresh JVM for `compare cold`: times the first call of one operation over 10^6
/// elements, then the longest of many short calls while its lanes are compiled in the background.
///
/// Arguments: the operation (`add` or `exp`) and `all` for the very first call, or `kernel` to make
/// one call with one element before, after which the class exists and only its cold loop is left to
/// time; then `ours`, or `loop` for a plain Java loop. Prints both times in nanoseconds.
final class ColdProbe {
  private static final int FIRST = 1_000_000;
  private static final int SHORT = 10_000;

  /// Long enough for the lanes of one operation to take over.
  private static final long WATCH_NANOS = 1_500_000_000;

  private ColdProbe() {}

  /// See above.
  public static void main(String[] arguments) {
    String operation = arguments[0];
    String side = arguments[2];
    if (arguments[1].equals("kernel")) {
      call(operation, side, 1).run();
    }
    Call large = call(operation, side, FIRST);
    long start = System.nanoTime();
    large.run();
    long first = System.nanoTime() - start;
    Call small = call(operation, side, SHORT);
    small.run();
    long longest = 0;
    long end = System.nanoTime() + WATCH_NANOS;
    long before = System.nanoTime();
    while (before < end) {
      small.run();
      long after = System.nanoTime();
      longest = Math.max(longest, after - before);
      before = after;
    }
    PrintStream out = System.out;
    out.println(first + " " + longest);
  }

  private static Call call(String operation, String side, int n) {
    double[] x = Inputs.uniform(1, n, -9, 9);
    double[] y = Inputs.uniform(2, n, -9, 9);
    double[] z = new double[n];
    boolean exp = operation.equals("exp");
    if (side.equals("loop")) {
      return new PlainLoop(exp ? (p, q) -> Math.exp(p) : Double::sum, x, y, z);
    }
    NDArray a = NDArray.of(x);
    NDArray b = NDArray.of(y);
    NDArray out = NDArray.of(z);
    return exp ? () -> a.exp(out) : () -> a.add(b, out);
  }
}
