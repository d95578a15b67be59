package io.lanewise.ndarray.kernel;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// Calls a lane loop until C2 has compiled it: until it makes no vector objects. It runs in stages,
/// first short calls, for which C2 compiles first, and then long ones, which may leave that code
/// once; each ends with two batches that allocate next to nothing, because one could be luck.
final class LaneTrial {
  /// After this many batches the compiler is what is waited for: leave it the processor, unless
  /// callers wait, too. Batches must not become shorter: C2 counts calls, and asks for more of them
  /// where it has much to do.
  private static final int PATIENCE = 20;

  /// A loop that allocates after so many batches was compiled that way: a new class, which is
  /// compiled anew and sees more complete profiles, is better.
  private static final int MOST_BATCHES = 200;

  private static final long PAUSE_NANOSECONDS = 1_000_000;

  private static final int LONGEST_PAUSE = 30;

  /// Calls of the same length.
  ///
  /// @param uncounted calls, a sixteenth as many, whose allocations do not count
  /// @param counted the calls that count
  /// @param calls how many make a batch
  /// @param bytes what a call may allocate; C2 makes a constant of some large loops anew at each
  ///   call, which is no vector for each chunk
  record Stage(IntConsumer uncounted, IntConsumer counted, int calls, int bytes) {
    Stage(IntConsumer counted, int calls, int bytes) {
      this(call -> {}, counted, calls, bytes);
    }

    /// A batch of calls; whether they allocated no more than they may.
    boolean run() {
      for (int i = 0; i < calls; i += 16) {
        uncounted.accept(i);
      }
      long before = Hardware.allocatedBytes();
      for (int i = 0; i < calls; i++) {
        counted.accept(i);
      }
      return Hardware.allocatedBytes() - before <= (long) bytes * calls;
    }
  }

  /// How far a trial came.
  enum Outcome {
    /// C2 has compiled the loop.
    COMPILED,
    /// The time is used up, and the loop still allocates: an operation boxes on this machine, or
    /// the compiler is busy.
    ALLOCATES,
    /// Other loops wait for their turn while this one waits for the compiler.
    WAITING
  }

  private final Stage[] stages;
  private final boolean pauses;
  private long nanoseconds;
  private int stage;
  private int batch;
  private int quiet;

  /// @param nanoseconds how much processor time the trial may take
  /// @param pauses whether it leaves the compiler the processor after a while
  LaneTrial(long nanoseconds, boolean pauses, Stage... stages) {
    this.nanoseconds = nanoseconds;
    this.pauses = pauses;
    this.stages = stages;
  }

  /// Goes on until the trial is decided, or until it waits for the compiler while `others` wait for
  /// their turn.
  Outcome advance(BooleanSupplier others) {
    long end = Hardware.threadTime() + nanoseconds;
    for (int since = 0; stage < stages.length; since++) {
      if (Hardware.threadTime() >= end || batch > MOST_BATCHES) {
        return Outcome.ALLOCATES;
      }
      if (since > PATIENCE && others.getAsBoolean()) {
        nanoseconds = end - Hardware.threadTime();
        return Outcome.WAITING;
      }
      batch++;
      if (batch > PATIENCE && pauses) {
        LockSupport.parkNanos(Math.min(batch - PATIENCE, LONGEST_PAUSE) * PAUSE_NANOSECONDS);
      }
      quiet = stages[stage].run() ? quiet + 1 : 0;
      if (quiet == 2) {
        quiet = 0;
        batch = 0;
        stage++;
      }
    }
    return Outcome.COMPILED;
  }
}
