package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Kernels;

/// Settings of the whole library.
///
/// System properties, read once: `lanewise.threads` (how many threads work may use; the number of
/// processors unless given), `lanewise.kernels` (`auto`, `scalar` or `lanes`: which loops run; for
/// tests), `lanewise.kernels.limit` (how many different computations keep their compiled loops).
public final class Lanewise {
  private static volatile int parallelism = initial();

  private Lanewise() {}

  /// How many threads large work is split over, the caller's included. Results do not depend on it.
  public static int parallelism() {
    return parallelism;
  }

  /// Sets how many threads large work is split over; 1 switches threads off.
  ///
  /// @throws IllegalArgumentException if `threads` is below 1
  public static void parallelism(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1 (got " + threads + ")");
    }
    parallelism = threads;
  }

  /// What the cache of compiled loops holds and has done. Counts of several moments where other
  /// threads compile meanwhile.
  public static KernelStatistics kernelStatistics() {
    return Kernels.statistics();
  }

  private static int initial() {
    int threads =
        Integer.getInteger("lanewise.threads", Runtime.getRuntime().availableProcessors());
    if (threads < 1) {
      throw new IllegalArgumentException(
          "lanewise.threads must be at least 1 (got " + threads + ")");
    }
    return threads;
  }
}
