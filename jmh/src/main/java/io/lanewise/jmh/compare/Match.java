package io.lanewise.jmh.compare;

import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Twin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Times both sides of a case by turns, so that a busy machine or a changing clock hits both alike,
/// and takes medians.
///
/// @param warmNanos how long a side runs at least before it counts
/// @param batchNanos how long one batch is to take
/// @param rounds batches of each side
record Match(long warmNanos, long batchNanos, int rounds) {
  /// A side is warm when its best batch has not improved by 3 % for as long as [#warmNanos()], but
  /// after this much time at the latest: a kernel whose lanes take over late must not be measured
  /// half-way.
  private static final int LONGEST_WARM_UP = 6;

  /// Lanes are compiled by a thread of low priority; on a busy machine that takes its time.
  private static final long LANES_PATIENCE = 20_000_000_000L;

  private static final double IMPROVEMENT = 0.97;

  /// Nanoseconds per call: medians over the rounds.
  record Times(double ours, double peer) {}

  /// For `--quick`, or for a longer look.
  static Match of(boolean quick) {
    return quick ? new Match(500_000_000, 8_000_000, 11) : new Match(1_000_000_000, 30_000_000, 25);
  }

  /// Times `ours` against the fastest of `ways`.
  Times play(Batch ours, List<Batch> ways) {
    List<Batch> sides = new ArrayList<>(ways);
    sides.add(ours);
    long[] counts = new long[sides.size()];
    double[][] samples = new double[sides.size()][rounds];
    for (int side = 0; side < counts.length; side++) {
      counts[side] = warmUp(sides.get(side), side == counts.length - 1 ? warmNanos : warmNanos / 3);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < counts.length; i++) {
        int side = (i + round) % counts.length;
        samples[side][round] = (double) sides.get(side).nanos(counts[side]) / counts[side];
      }
    }
    double peer = Double.POSITIVE_INFINITY;
    for (int side = 0; side < ways.size(); side++) {
      peer = Math.min(peer, median(samples[side]));
    }
    return new Times(median(samples[ways.size()]), peer);
  }

  /// Runs a side until it gets no faster and gives the calls that fill a batch.
  private long warmUp(Batch side, long enough) {
    long count = 1;
    double best = Double.POSITIVE_INFINITY;
    long start = System.nanoTime();
    long improved = start;
    Map<KernelSlot, Long> before = new HashMap<>();
    Kernels.all().forEach(kernel -> before.put(kernel, kernel.calls()));
    while (true) {
      double perCall = Math.max(1, (double) side.nanos(count) / count);
      long now = System.nanoTime();
      if (perCall < best * IMPROVEMENT) {
        improved = now;
      }
      best = Math.min(best, perCall);
      count = Math.clamp((long) (batchNanos / best), 1, 8 * count);
      long spent = now - start;
      boolean steady = now - improved > enough || spent > LONGEST_WARM_UP * enough;
      if (steady && (!lanesPending(before) || spent > LANES_PATIENCE)) {
        return count;
      }
    }
  }

  /// Whether lanes are being compiled, or will be tried again for a kernel that has run since
  /// `before`.
  private static boolean lanesPending(Map<KernelSlot, Long> before) {
    return Kernels.all().stream()
            .anyMatch(
                kernel ->
                    kernel.state() == KernelSlot.LaneState.WARMING
                        || kernel.state() == KernelSlot.LaneState.SCALAR
                            && kernel.attempts() + kernel.relapses() > 0
                            && kernel.calls() > before.getOrDefault(kernel, 0L))
        || Twin.all().stream().anyMatch(t -> t.state() == KernelSlot.LaneState.WARMING);
  }

  /// Times one side alone.
  double alone(Batch side) {
    long count = warmUp(side, warmNanos);
    double[] samples = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      samples[round] = (double) side.nanos(count) / count;
    }
    return median(samples);
  }

  /// The median; the mean of the middle two for an even count.
  static double median(double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
  }
}
