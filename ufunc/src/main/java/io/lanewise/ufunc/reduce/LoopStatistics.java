package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.kernel.KernelSlot;

/// How the loops of reductions have run, for tests and measurements.
public final class LoopStatistics {
  private LoopStatistics() {}

  /// How often the form with lanes was used.
  public static long laneUses() {
    return Folds.twin().laneUses();
  }

  /// Which form is in use.
  public static KernelSlot.LaneState state() {
    return Folds.twin().state();
  }
}
