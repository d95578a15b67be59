package io.lanewise.docs;

import io.lanewise.memmap.MappedArray;
import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.CurveFit;
import io.lanewise.optimize.FitResult;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;

/// Runs in a JVM with a small heap for [LargeFitPart]: fits a mapped file.
final class LargeFitProbe {
  private LargeFitProbe() {}

  /// Argument: the file. Prints a name and numbers a line.
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    long start = System.nanoTime();
    try (MappedArray file = MappedArray.openNpy(Path.of(arguments[0]))) {
      FitResult fit = fit(file.array()).orThrow();
      out.println("seconds " + (System.nanoTime() - start) * 1e-9);
      out.println("points " + file.array().shape(1));
      out.println("passes " + fit.nfev());
      out.println("noise " + fit.residualStandardDeviation());
      out.println("parameters " + join(fit.parameters()));
      out.println("deviations " + join(fit.standardDeviations()));
    }
    out.println("heap " + Runtime.getRuntime().maxMemory());
    out.println("peak " + peak());
  }

  static FitResult fit(NDArray points) {
    return CurveFit.model((x, b) -> b[0].multiply(b[1].multiply(x).negative().exp()).add(b[2]))
        .start(1, 1, 1)
        .fit(points.get(0), points.get(1));
  }

  private static String join(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(value).append(' ');
    }
    return text.toString().strip();
  }

  /// The most that the heap's pools ever held, an upper bound where they peaked at different times.
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
