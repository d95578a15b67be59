package io.lanewise.ndarray.kernel;

import java.util.List;
import java.util.stream.IntStream;

/// One kernel as its callers hold it: the plain loop first, the lane loop once that has been
/// compiled and has won (see [LaneWarmer]). The change is invisible, because both give the same
/// bits.
public final class KernelSlot {
  /// A kernel is worth lanes after about this much estimated time in the plain loop.
  private static final long HOT_NANOSECONDS = 50_000_000;

  /// How often a lane loop that does not get compiled is tried.
  static final int ATTEMPTS = 3;

  /// Lanes are watched for one call after so many times the work that makes a kernel hot.
  private static final int WATCH = 4;

  /// A loop that makes vector objects in so many watches, with 50 ms of work between them, gives
  /// way. C2 leaves the code of a loop that meets what its trial had not, and compiles it anew;
  /// until it has, the loop makes vector objects, too. More patience costs more where it never
  /// comes to it.
  private static final int FINDINGS = 4;

  /// What a call of lanes may allocate: some constants, see [LaneWarmer], and for each element less
  /// than half of what one vector object for each chunk would be, 80 bytes for 16 elements.
  private static final int WATCHED_BYTES = 2_048;

  private static final int WATCHED_BYTES_PER_ELEMENT = 2;

  /// What one call costs besides its elements.
  private static final int CALL_NANOSECONDS = 20;

  private final Program program;
  private final List<Access> access;
  private final boolean strided;

  /// Half nanoseconds an element, a rough guess that decides only when the race starts.
  private final int halfNanoseconds;

  private final Kernel scalar;

  /// The operands that are arrays.
  private final int[] arrays;

  // Written once by the warmer, read by callers without a fence: either kernel is right.
  private Kernel active;

  /// What runs where the arrays have different offsets; null where that is the active kernel, too.
  private Kernel uneven;

  private boolean counting;
  private int attempts;
  private int relapses;
  private int findings;
  private long work;

  // Counters are racy on purpose; they feed statistics and tests that run one thread.
  private long calls;
  private volatile LaneState state = LaneState.SCALAR;
  private long callsBeforeLanes;
  private long unevenCalls;

  /// Where a kernel stands on the way to lanes.
  public enum LaneState {
    /// The plain loop runs; lanes were not asked for yet.
    SCALAR,
    /// The lane loop is being compiled.
    WARMING,
    /// The lane loop runs.
    LANES,
    /// The lane loop runs where operands have different offsets in their arrays; where the offsets
    /// are equal, C2 vectorises the plain loop better.
    UNEVEN_LANES,
    /// The lane loop lost against the plain one, or boxes on this machine.
    LOST,
    /// There is no lane loop: no lanes here, or none for this program.
    NONE
  }

  KernelSlot(Program program, List<Access> access, boolean strided) {
    this.program = program;
    this.access = List.copyOf(access);
    this.strided = strided;
    this.halfNanoseconds = Math.max(1, program.computations());
    this.scalar = KernelCompiler.scalar(program, access, strided);
    this.active = scalar;
    this.arrays =
        IntStream.range(0, access.size()).filter(k -> access.get(k) == Access.ARRAY).toArray();
    boolean expressible =
        !strided && access.stream().allMatch(Access::hasLanes) && LaneBody.expressible(program);
    counting = expressible && KernelMode.current() != KernelMode.SCALAR;
    if (!expressible || !Hardware.hasLanes()) {
      state = LaneState.NONE;
    } else if (KernelMode.current() == KernelMode.LANES) {
      state = LaneState.WARMING;
      LaneWarmer.warmAndWait(this);
    }
  }

  /// See [Kernel#flat2].
  public void flat2(Object a, long ao, Object b, long bo, int n) {
    Kernel kernel = kernel();
    Kernel other = uneven;
    if (other != null && differ(ao, bo, 0)) {
      kernel = other;
      unevenCalls++;
    }
    kernel.flat2(a, ao, b, bo, n);
    count(n);
  }

  /// See [Kernel#flat3].
  public void flat3(Object a, long ao, Object b, long bo, Object c, long co, int n) {
    Kernel kernel = kernel();
    Kernel other = uneven;
    if (other != null && differ(ao, bo, co)) {
      kernel = other;
      unevenCalls++;
    }
    kernel.flat3(a, ao, b, bo, c, co, n);
    count(n);
  }

  /// See [Kernel#rows].
  public void rows(
      Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n) {
    Kernel kernel = kernel();
    Kernel other = uneven;
    if (other != null && (differ(offset) || rows > 1 && differ(rowStep))) {
      kernel = other;
      unevenCalls++;
    }
    kernel.rows(base, offset, rowStep, columnStep, rows, n);
    count(rows * n);
  }

  /// Runs over `n` columns strictly one after another, by the plain loop: an output may be the next
  /// element of an input, which makes running results. See [Kernel#rows].
  public void inOrder(Object[] base, long[] offset, long[] step, int n) {
    scalar.rows(base, offset, step, step, 1, n);
    calls++;
  }

  /// A thread that got this slot through a race may not see the field yet; final fields it does
  /// see.
  private Kernel kernel() {
    Kernel kernel = active;
    return kernel != null ? kernel : scalar;
  }

  /// Two or three offsets; the third counts only where there is a third operand.
  private boolean differ(long a, long b, long c) {
    if (arrays.length == 3) {
      return a != b || b != c;
    }
    long first = pick(arrays[0], a, b, c);
    for (int j = 1; j < arrays.length; j++) {
      if (pick(arrays[j], a, b, c) != first) {
        return true;
      }
    }
    return false;
  }

  private static long pick(int k, long a, long b, long c) {
    return k == 0 ? a : k == 1 ? b : c;
  }

  private boolean differ(long[] values) {
    for (int j = 1; j < arrays.length; j++) {
      if (values[arrays[j]] != values[arrays[0]]) {
        return true;
      }
    }
    return false;
  }

  private void count(long elements) {
    calls++;
    if (counting) {
      work += CALL_NANOSECONDS + elements * halfNanoseconds / 2;
      if (work > HOT_NANOSECONDS) {
        heat();
      }
    }
  }

  /// Once, whichever thread comes first.
  private synchronized void heat() {
    if (!counting) {
      return;
    }
    counting = false;
    if (state == LaneState.LANES) {
      active = new WatchedKernel(this, active);
    } else if (Hardware.hasLanes()) {
      state = LaneState.WARMING;
      LaneWarmer.warm(this);
    } else {
      MissingLanes.say();
    }
  }

  /// Tries again later, because the compiler did not come to the lane loop or made vector objects;
  /// false where that was the last time.
  boolean postpone() {
    if (++attempts == ATTEMPTS) {
      return false;
    }
    work = -HOT_NANOSECONDS * 4 * attempts;
    state = LaneState.SCALAR;
    counting = true;
    return true;
  }

  /// Ends the race: `kernel` is the lane loop if it takes over, otherwise null.
  void finish(Kernel kernel) {
    counting = false;
    if (kernel == null) {
      state = LaneState.LOST;
      return;
    }
    callsBeforeLanes = calls;
    active = kernel;
    state = LaneState.LANES;
    // what won although it allocates may go on so
    if (attempts < ATTEMPTS && KernelMode.current() == KernelMode.AUTO) {
      watchLater();
    }
  }

  private void watchLater() {
    work = -(WATCH - 1) * HOT_NANOSECONDS;
    counting = true;
  }

  /// Ends the watch over a call of the lane loop. If that made vector objects [#FINDINGS] times in
  /// succession, the plain loop takes over and the way to lanes begins again, later each time.
  ///
  /// @param bytes what the call allocated
  synchronized void watched(Kernel lanes, long bytes, long elements) {
    if (!(active instanceof WatchedKernel)) {
      // another thread's call was the first to end
      return;
    }
    boolean quiet = bytes <= WATCHED_BYTES + elements * WATCHED_BYTES_PER_ELEMENT;
    findings = quiet ? 0 : findings + 1;
    if (findings < FINDINGS) {
      active = lanes;
      work = quiet ? -(WATCH - 1) * HOT_NANOSECONDS : 0;
      counting = true;
      return;
    }
    findings = 0;
    relapses++;
    active = scalar;
    state = LaneState.SCALAR;
    work = -HOT_NANOSECONDS * WATCH * relapses;
    counting = true;
  }

  /// Ends the race: `kernel` is the lane loop, and takes over for operands with different offsets
  /// only.
  void finishUneven(Kernel kernel) {
    uneven = kernel;
    state = LaneState.UNEVEN_LANES;
  }

  /// Whether the plain loop is written twice, for arrays with equal offsets and others.
  boolean tellsOffsetsApart() {
    return KernelEmitter.tellsOffsetsApart(program, access, strided);
  }

  Program program() {
    return program;
  }

  List<Access> access() {
    return access;
  }

  Kernel scalar() {
    return scalar;
  }

  /// How often the lane loop still made vector objects when its trial was over; after the third
  /// time it is not tried again.
  public int attempts() {
    return attempts;
  }

  /// How often the lane loop was found to make vector objects after it had taken over, and gave way
  /// to the plain loop.
  public int relapses() {
    return relapses;
  }

  /// Where this kernel stands.
  public LaneState state() {
    return state;
  }

  /// How often the lane loop has run.
  public long laneCalls() {
    return state == LaneState.LANES ? calls - callsBeforeLanes : unevenCalls;
  }

  /// How often either loop has run.
  public long calls() {
    return calls;
  }

  @Override
  public String toString() {
    return program.name() + access + (strided ? " strided" : "") + " " + state;
  }
}
