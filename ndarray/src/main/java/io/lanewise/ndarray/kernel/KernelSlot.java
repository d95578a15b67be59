package io.lanewise.ndarray.kernel;

import java.util.List;

/// One kernel as its callers hold it: the plain loop first, the lane loop once that has been
/// compiled and has won (see [LaneWarmer]). The change is invisible, because both give the same
/// bits.
public final class KernelSlot {
  /// A kernel is worth lanes after about this much estimated time in the plain loop.
  private static final long HOT_NANOSECONDS = 50_000_000;

  /// How often a lane loop that does not get compiled is tried.
  static final int ATTEMPTS = 3;

  /// What one call costs besides its elements.
  private static final int CALL_NANOSECONDS = 20;

  private final Program program;
  private final List<Access> access;
  private final boolean strided;

  /// Half nanoseconds an element, a rough guess that decides only when the race starts.
  private final int halfNanoseconds;

  private final Kernel scalar;

  // Written once by the warmer, read by callers without a fence: either kernel is right.
  private Kernel active;
  private boolean counting;
  private int attempts;
  private long work;

  // Counters are racy on purpose; they feed statistics and tests that run one thread.
  private long calls;
  private volatile LaneState state = LaneState.SCALAR;
  private volatile Kernel lanes;
  private long callsBeforeLanes;

  /// Where a kernel stands on the way to lanes.
  public enum LaneState {
    /// The plain loop runs; lanes were not asked for yet.
    SCALAR,
    /// The lane loop is being compiled.
    WARMING,
    /// The lane loop runs.
    LANES,
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
    if (strided || !Hardware.hasLanes() || !LaneBody.expressible(program)) {
      state = LaneState.NONE;
    } else if (KernelMode.current() != KernelMode.SCALAR) {
      counting = true;
      if (KernelMode.current() == KernelMode.LANES) {
        state = LaneState.WARMING;
        LaneWarmer.warmAndWait(this);
      }
    }
  }

  /// See [Kernel#flat2].
  public void flat2(Object a, long ao, Object b, long bo, int n) {
    kernel().flat2(a, ao, b, bo, n);
    count(n);
  }

  /// See [Kernel#flat3].
  public void flat3(Object a, long ao, Object b, long bo, Object c, long co, int n) {
    kernel().flat3(a, ao, b, bo, c, co, n);
    count(n);
  }

  /// See [Kernel#rows].
  public void rows(
      Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n) {
    kernel().rows(base, offset, rowStep, columnStep, rows, n);
    count(rows * n);
  }

  /// A thread that got this slot through a race may not see the field yet; final fields it does
  /// see.
  private Kernel kernel() {
    Kernel kernel = active;
    return kernel != null ? kernel : scalar;
  }

  private void count(long elements) {
    calls++;
    if (counting) {
      work += CALL_NANOSECONDS + elements * halfNanoseconds / 2;
      if (work > HOT_NANOSECONDS) {
        counting = false;
        state = LaneState.WARMING;
        LaneWarmer.warm(this);
      }
    }
  }

  /// Tries again later: the compiler did not come to the lane loop, or it cannot be compiled.
  void postpone() {
    if (++attempts == ATTEMPTS) {
      finish(null);
      return;
    }
    work = -HOT_NANOSECONDS * 4 * attempts;
    state = LaneState.SCALAR;
    counting = true;
  }

  /// Ends the race: `kernel` is the lane loop if it takes over, otherwise null.
  void finish(Kernel kernel) {
    counting = false;
    if (kernel == null) {
      state = LaneState.LOST;
      return;
    }
    lanes = kernel;
    callsBeforeLanes = calls;
    active = kernel;
    state = LaneState.LANES;
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

  /// Where this kernel stands.
  public LaneState state() {
    return state;
  }

  /// How often the lane loop has run.
  public long laneCalls() {
    return lanes == null ? 0 : calls - callsBeforeLanes;
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
