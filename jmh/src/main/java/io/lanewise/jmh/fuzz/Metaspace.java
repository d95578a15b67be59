package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.KernelStatistics;
import io.lanewise.ndarray.Lanewise;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Readings of the space that classes take, which stays level where the cache of kernels lets go
/// what it puts out.
final class Metaspace {
  /// What a later level may exceed an earlier one by. The cache holds fifteen to sixteen sixteenths
  /// of its limit, and kernels of other sizes from time to time: another sixteenth. Over the half
  /// of 100,000 expressions between both levels, each with a class of its own, this is one class in
  /// a hundred that stays.
  static final double MARGIN = 0.125;

  /// Unloading takes a collection that finds the loader dead, and one after the references to it
  /// were cleared.
  private static final int COLLECTIONS = 2;

  /// A level needs one reading, and there are four quarters.
  private static final int FEWEST = 4;

  /// So many expressions must have run. Before that the kernels that come again become hot and get
  /// lane classes beside their plain ones: of 60,000 expressions the last quarter uses 16% more
  /// than the second.
  static final long JUDGED_FROM = 80_000;

  /// What there was at one time.
  ///
  /// @param done how many expressions had run
  /// @param full whether the cache had put out something already; until then it only grows
  record Reading(long done, long classes, long bytes, boolean full) {
    static Reading now(long done) {
      for (int i = 0; i < COLLECTIONS; i++) {
        System.gc();
      }
      KernelStatistics statistics = Lanewise.kernelStatistics();
      return new Reading(
          done,
          ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
          used(),
          statistics.evicted() > 0);
    }

    private static long used() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals("Metaspace"))
          .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
          .sum();
    }

    @Override
    public String toString() {
      return "%9d expressions: %6d classes loaded, %6.1f MB of metaspace%s"
          .formatted(done, classes, bytes / 1e6, full ? "" : ", the cache is not full yet");
    }
  }

  private final List<Reading> readings = new ArrayList<>();

  /// Adds a reading. Those before the cache was full say nothing.
  void add(Reading reading) {
    if (reading.full) {
      readings.add(reading);
    }
  }

  /// What grows without bound, in words, or null: the mean of the last quarter of the readings
  /// exceeds that of the second quarter, when everything is warm, by more than the margin. Null,
  /// too, where it [is too early][#isJudged] to say.
  String growth() {
    String classes = growth("loaded classes", Reading::classes);
    return classes != null ? classes : growth("bytes of metaspace", Reading::bytes);
  }

  /// Whether there are readings enough, from late enough.
  boolean isJudged() {
    return readings.size() >= FEWEST && readings.getLast().done >= JUDGED_FROM;
  }

  private String growth(String what, ToLongFunction<Reading> figure) {
    if (!isJudged()) {
      return null;
    }
    int n = readings.size();
    double early = mean(readings.subList(n / 4, n / 2), figure);
    double late = mean(readings.subList(n - n / 4, n), figure);
    return late > early * (1 + MARGIN)
        ? "%s grow without bound: %.0f, then %.0f".formatted(what, early, late)
        : null;
  }

  private static double mean(List<Reading> some, ToLongFunction<Reading> figure) {
    return some.stream().mapToLong(figure).average().orElseThrow();
  }
}
