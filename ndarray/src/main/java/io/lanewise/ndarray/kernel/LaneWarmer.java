package io.lanewise.ndarray.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Compiles lane loops away from their callers. A cold lane loop allocates a vector per operation
/// and takes hundreds of milliseconds over a million elements, so a kernel starts with its plain
/// loop; when it is hot, the one daemon thread of this class writes the lane class and runs it on
/// small scratch until C2 has it. That is so when a call allocates nothing. It takes over only if
/// it then beats the plain loop on the same tile: that race, not a table, decides per machine what
/// has lanes.
final class LaneWarmer {
  private static final Logger LOG = System.getLogger("io.lanewise");

  /// The size of the race: what a tile of a staged kernel has.
  private static final int TILE = 1_024;

  /// The same where operands start at different elements, within the ordinary values.
  private static final int UNEVEN_TILE = TILE - KernelFamily.MAX_OPERANDS - 1;

  /// Two vectors of the widest shape and a tail: short scratch takes half the time of a long one,
  /// and a sixth of the garbage.
  private static final int SCRATCH = 2 * 16 + 3;

  /// Calls between two looks at the allocation counter.
  private static final int BATCH = 1_000;

  /// The same for calls over a whole tile.
  private static final int LONG_BATCH = 100;

  /// A loop that still allocates after this much processor time has an operation that this machine
  /// boxes, or the compiler is busy: it is tried again when it has become hotter still, and given
  /// up in the end.
  private static final long LIMIT_NANOSECONDS = 3_000_000_000L;

  /// The same for a first class, which is followed by a second one at once. Where C2 has much to
  /// do, C1 compiles without profiles; a large loop then has too many values for C1 to compile it
  /// with them, and C2, which wants profiles, never comes to it.
  private static final long FIRST_LIMIT_NANOSECONDS = 1_000_000_000L;

  /// The same where lanes are forced and callers wait.
  private static final long FORCED_LIMIT_NANOSECONDS = 100_000_000L;

  /// What a short call of a compiled loop may allocate. C2 makes some constants of a large loop
  /// anew at each call, 80 bytes each; a loop of many operations that is not compiled yet makes
  /// tens of thousands of bytes, and the others are told by the long calls.
  private static final int SHORT_BYTES = 2_048;

  /// The same for a call over a whole tile: one vector object for each of its chunks would be more,
  /// 64 of 80 bytes in the widest shape.
  private static final int LONG_BYTES = 4_096;

  /// The same for the exercise of a loop written by hand: a vector object for each chunk of one of
  /// its loops, which have a few hundred elements, would be more.
  private static final int TWIN_BYTES = 1_024;

  private static final int ROUNDS = 9;

  /// A lane loop must be faster than this share of the plain loop's time; less is noise.
  private static final double ADVANTAGE = 0.97;

  private static final LinkedBlockingQueue<Runnable> QUEUE = new LinkedBlockingQueue<>();

  static {
    Thread thread = new Thread(LaneWarmer::work, "lanewise-lanes");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private LaneWarmer() {}

  /// Queues the slot.
  static void warm(KernelSlot slot) {
    BooleanSupplier second =
        () -> {
          warm(slot, LIMIT_NANOSECONDS, slot::postpone);
          return true;
        };
    warm(slot, FIRST_LIMIT_NANOSECONDS, second);
  }

  private static void warm(KernelSlot slot, long nanoseconds, BooleanSupplier postponed) {
    QUEUE.add(
        () -> {
          Scratch scratch = new Scratch(slot);
          Kernel lanes = KernelCompiler.lanes(slot.program(), slot.access());
          advance(
              slot.program().name(),
              trial(slot, scratch, lanes, nanoseconds),
              postponed,
              () -> race(slot, scratch, lanes));
        });
  }

  /// Compiles the slot's lane loop and waits for it; it takes over without a race.
  static void warmAndWait(KernelSlot slot) {
    slot.finish(
        await(
            () -> {
              Kernel lanes = KernelCompiler.lanes(slot.program(), slot.access());
              if (trial(slot, new Scratch(slot), lanes, FORCED_LIMIT_NANOSECONDS)
                      .advance(() -> false)
                  != LaneTrial.Outcome.COMPILED) {
                LOG.log(
                    Level.INFO,
                    "{0}: the lane loop boxes on this machine; it runs because"
                        + " lanewise.kernels=lanes",
                    slot.program().name());
              }
              return lanes;
            }));
  }

  /// Queues a loop written by hand.
  static <T> void warm(Twin<T> twin) {
    QUEUE.add(
        () -> {
          T lanes = twin.makeLanes();
          advance(
              twin.name(),
              trial(twin, lanes),
              twin::postpone,
              () -> twin.finish(faster(twin, lanes) ? lanes : null));
        });
  }

  /// Compiles the twin's lanes and waits for them.
  static <T> T warmAndWait(Twin<T> twin) {
    return await(
        () -> {
          T lanes = twin.makeLanes();
          trial(twin, lanes).advance(() -> false);
          return lanes;
        });
  }

  /// Has `work` done by the warming thread.
  private static <T> T await(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    QUEUE.add(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException | LinkageError e) {
            done.completeExceptionally(e);
          }
        });
    return done.join();
  }

  /// Goes on with a trial; where it waits for the compiler, others come first. A loop that
  /// allocates is tried again; the last time the race decides whether it is faster all the same.
  private static void advance(
      String name, LaneTrial trial, BooleanSupplier postponed, Runnable race) {
    switch (trial.advance(() -> !QUEUE.isEmpty())) {
      case COMPILED -> race.run();
      case ALLOCATES -> {
        LOG.log(Level.DEBUG, "{0}: the lane loop still allocates", name);
        if (!postponed.getAsBoolean()) {
          race.run();
        }
      }
      case WAITING -> QUEUE.add(() -> advance(name, trial, postponed, race));
    }
  }

  private static <T> LaneTrial trial(Twin<T> twin, T lanes) {
    return new LaneTrial(
        LIMIT_NANOSECONDS,
        KernelMode.current() != KernelMode.LANES,
        new LaneTrial.Stage(call -> twin.exercise(lanes), LONG_BATCH, TWIN_BYTES));
  }

  private static LaneTrial trial(KernelSlot slot, Scratch scratch, Kernel lanes, long nanoseconds) {
    boolean forced = nanoseconds == FORCED_LIMIT_NANOSECONDS;
    List<LaneTrial.Stage> stages = new ArrayList<>();
    // callers of forced lanes wait; the second loop is slow there until it is compiled
    if (!forced && Lowering.hasTwoLoops(slot.program())) {
      stages.add(
          new LaneTrial.Stage(call -> scratch.callComplete(lanes, SCRATCH), BATCH, SHORT_BYTES));
      stages.add(
          new LaneTrial.Stage(call -> scratch.callComplete(lanes, TILE), LONG_BATCH, LONG_BYTES));
    }
    stages.add(
        new LaneTrial.Stage(
            // special values now and then, so that their branches are compiled and not pruned; a
            // scalar function for rare arguments may allocate
            call -> scratch.call(lanes, scratch.special, SCRATCH),
            call -> scratch.call(lanes, scratch.ordinary, SCRATCH),
            BATCH,
            SHORT_BYTES));
    stages.add(
        new LaneTrial.Stage(
            call -> scratch.call(lanes, scratch.ordinary, TILE), LONG_BATCH, LONG_BYTES));
    return new LaneTrial(
        nanoseconds,
        KernelMode.current() != KernelMode.LANES,
        stages.toArray(LaneTrial.Stage[]::new));
  }

  private static <T> boolean faster(Twin<T> twin, T lanes) {
    long[] plain = new long[ROUNDS];
    long[] wide = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      plain[round] = time(twin, twin.plain());
      wide[round] = time(twin, lanes);
    }
    return wins(twin.name(), plain, wide, 1);
  }

  private static <T> long time(Twin<T> twin, T form) {
    long start = Hardware.threadTime();
    for (int i = 0; i < LONG_BATCH; i++) {
      twin.exercise(form);
    }
    return Hardware.threadTime() - start;
  }

  private static boolean wins(String name, long[] plain, long[] wide, int repeat) {
    Arrays.sort(plain);
    Arrays.sort(wide);
    boolean wins = wide[ROUNDS / 2] < ADVANTAGE * plain[ROUNDS / 2];
    LOG.log(
        Level.DEBUG,
        () ->
            "%s: plain %.0f ns, lanes %.0f ns: %s"
                .formatted(
                    name,
                    (double) plain[ROUNDS / 2] / repeat,
                    (double) wide[ROUNDS / 2] / repeat,
                    wins ? "lanes" : "plain"));
    return wins;
  }

  private static void work() {
    while (true) {
      try {
        QUEUE.take().run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | LinkageError e) {
        // the plain loop goes on; a kernel without lanes is slow, not wrong
        LOG.log(Level.WARNING, "a kernel's lane loop does not load; its plain loop stays", e);
      }
    }
  }

  /// C2 vectorises a plain loop only where all operands share one index. Lanes that lose such a
  /// race may still win where offsets differ, as in the sum of an array and its shifted self.
  private static void race(KernelSlot slot, Scratch scratch, Kernel lanes) {
    if (wins(slot, scratch, scratch.ordinary, TILE, lanes)) {
      slot.finish(lanes);
    } else if (slot.tellsOffsetsApart()
        && wins(slot, scratch, scratch.uneven, UNEVEN_TILE, lanes)) {
      slot.finishUneven(lanes);
    } else {
      slot.finish(null);
    }
  }

  private static boolean wins(
      KernelSlot slot, Scratch scratch, long[] offsets, int n, Kernel lanes) {
    Kernel scalar = slot.scalar();
    long[] plain = new long[ROUNDS];
    long[] wide = new long[ROUNDS];
    int repeat = scratch.repeats(scalar, offsets, n);
    for (int round = 0; round < ROUNDS; round++) {
      plain[round] = scratch.time(scalar, offsets, n, repeat);
      wide[round] = scratch.time(lanes, offsets, n, repeat);
    }
    return wins(slot.program().name(), plain, wide, repeat);
  }

  /// Operands of a kernel's own: a tile of ordinary values, and behind it one of special values.
  private static final class Scratch {
    private final Object[] base;
    private final long[] ordinary;
    private final long[] special;
    private final long[] uneven;
    private final long[] noSteps;

    Scratch(KernelSlot slot) {
      Program program = slot.program();
      List<Access> access = slot.access();
      ScratchValues values = ScratchValues.of(program);
      int operands = program.operands();
      base = new Object[operands];
      ordinary = new long[operands];
      special = new long[operands];
      uneven = new long[operands];
      noSteps = new long[operands];
      for (int k = 0; k < operands; k++) {
        LaneType type = program.operandType(k);
        if (access.get(k) == Access.PAIRED) {
          // both of the pair
          base[k] = values.array(type, 2 * TILE, k);
          base[k + 1] = base[k];
          special[k] = 2 * TILE;
          ordinary[k + 1] = 1;
          special[k + 1] = special[k] + 1;
          k++;
          continue;
        }
        Object array = values.array(type, TILE, k);
        if (access.get(k) == Access.SEGMENT) {
          base[k] = ScratchValues.offHeap(type, array);
          special[k] = (long) TILE * type.bytes();
        } else {
          base[k] = array;
          special[k] = TILE;
          uneven[k] = k + 1;
        }
      }
    }

    void call(Kernel kernel, long[] offsets, int n) {
      kernel.rows(base, offsets, noSteps, noSteps, 1, n);
    }

    /// Runs ordinary values through the loop that computes also what is seldom taken.
    void callComplete(Kernel kernel, int n) {
      kernel.completeRows(base, ordinary, noSteps, noSteps, 1, n);
    }

    /// How many tiles fill about 100 microseconds.
    int repeats(Kernel kernel, long[] offsets, int n) {
      time(kernel, offsets, n, 64);
      long once = Math.max(1, time(kernel, offsets, n, 64) / 64);
      return Math.clamp(100_000 / once, 1, 1_000);
    }

    long time(Kernel kernel, long[] offsets, int n, int repeat) {
      long start = Hardware.threadTime();
      for (int i = 0; i < repeat; i++) {
        call(kernel, offsets, n);
      }
      return Hardware.threadTime() - start;
    }
  }
}
