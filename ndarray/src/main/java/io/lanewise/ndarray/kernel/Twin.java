package io.lanewise.ndarray.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A loop written by hand in two forms with the same bits, plain and with lanes. As generated
/// kernels do, it starts plain and changes to lanes once they are compiled and faster.
///
/// @param <T> the interface that both implement
public final class Twin<T> {
  private static final long HOT_NANOSECONDS = 20_000_000;

  private static final List<Twin<?>> ALL = new CopyOnWriteArrayList<>();

  private final String name;
  private final T plain;
  private final Supplier<T> lanes;
  private final Consumer<T> exercise;
  private T active;
  private boolean counting;
  private int attempts;
  private long work;
  private long laneUses;
  private volatile KernelSlot.LaneState state;

  /// @param name what the loop is called in logs and statistics
  /// @param plain the form without lanes
  /// @param lanes makes the form with lanes; called only where there are lanes
  /// @param exercise runs every method of a form over a few small operands, allocating nothing of
  ///   its own
  public Twin(String name, T plain, Supplier<T> lanes, Consumer<T> exercise) {
    this.name = name;
    this.plain = plain;
    this.lanes = lanes;
    this.exercise = exercise;
    this.active = plain;
    if (!Hardware.hasLanes()) {
      state = KernelSlot.LaneState.NONE;
    } else {
      state = KernelSlot.LaneState.SCALAR;
      counting = KernelMode.current() != KernelMode.SCALAR;
    }
    ALL.add(this);
  }

  /// Every twin made so far, for statistics and tests.
  public static List<Twin<?>> all() {
    return List.copyOf(ALL);
  }

  /// The form to use for work of about `nanoseconds`.
  public T get(long nanoseconds) {
    if (counting) {
      if (KernelMode.current() == KernelMode.LANES) {
        force();
        laneUses += active == plain ? 0 : 1;
        return active;
      }
      work += nanoseconds;
      if (work > HOT_NANOSECONDS) {
        counting = false;
        state = KernelSlot.LaneState.WARMING;
        LaneWarmer.warm(this);
      }
    } else if (active != plain) {
      laneUses++;
    }
    return active;
  }

  /// Waits for lanes at the first use, not when the twin is made: that may be inside the
  /// initialisation of a class which the warming thread needs.
  private synchronized void force() {
    if (active == plain) {
      finish(LaneWarmer.warmAndWait(this));
    }
  }

  /// See [KernelSlot#postpone].
  boolean postpone() {
    if (++attempts == KernelSlot.ATTEMPTS) {
      return false;
    }
    work = -HOT_NANOSECONDS * 4 * attempts;
    state = KernelSlot.LaneState.SCALAR;
    counting = true;
    return true;
  }

  void finish(T winner) {
    counting = false;
    if (winner == null) {
      state = KernelSlot.LaneState.LOST;
    } else {
      active = winner;
      state = KernelSlot.LaneState.LANES;
    }
  }

  /// What the loop is called.
  public String name() {
    return name;
  }

  T plain() {
    return plain;
  }

  T makeLanes() {
    return lanes.get();
  }

  void exercise(T form) {
    exercise.accept(form);
  }

  /// How often the lane loop still made vector objects when its trial was over; after the third
  /// time it is not tried again.
  public int attempts() {
    return attempts;
  }

  /// Where this loop stands.
  public KernelSlot.LaneState state() {
    return state;
  }

  /// How often the form with lanes was used.
  public long laneUses() {
    return laneUses;
  }
}
