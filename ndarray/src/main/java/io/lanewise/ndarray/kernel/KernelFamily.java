package io.lanewise.ndarray.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The kernels of one program, one for each way of reaching its operands. A way is a code, so that
/// finding a kernel costs a few comparisons and no allocation: two bits an operand for the first
/// four [Access]es, two more for each of the first operands with a literal step, and one bit for
/// strided loops.
public final class KernelFamily {
  /// What fits the code.
  public static final int MAX_OPERANDS = 31;

  private static final long STRIDED = 1L << 62;

  /// Programs up to this many operands can have literal steps.
  static final int MAX_WITH_STEPS = 11;

  private static final int STEPS = 40;

  /// C2 never compiles a method over 8,000 bytes, which would then cost a microsecond an element
  /// for ever; an operation takes at most some 20 bytes. Up to 320 vector operations ran at full
  /// speed.
  private static final int MAX_OPERATIONS = 320;

  private record Slots(long[] codes, KernelSlot[] slots) {}

  private final Program program;
  private final int computations;

  /// For [FamilyCache], which counts time in misses; racy on purpose.
  long lastUse;

  private volatile Slots known = new Slots(new long[0], new KernelSlot[0]);

  KernelFamily(Program program, long now) {
    lastUse = now;
    if (program.operands() > MAX_OPERANDS) {
      throw new IllegalArgumentException(
          program.name() + " has more than " + MAX_OPERANDS + " operands");
    }
    computations = program.computations();
    if (computations > MAX_OPERATIONS) {
      throw new IllegalArgumentException(
          program.name() + " has more than " + MAX_OPERATIONS + " operations");
    }
    this.program = program;
  }

  /// What all these kernels compute.
  public Program program() {
    return program;
  }

  /// How many operations an element takes.
  int computations() {
    return computations;
  }

  /// The code with operand `k` reached by `access`.
  public static long code(long code, int k, Access access) {
    if (!access.hasLanes()) {
      int extra = access.ordinal() - Access.PAIRED.ordinal();
      return code & ~(3L << 2 * k) | (long) extra << STEPS + 2 * k;
    }
    return code & ~(3L << 2 * k) | (long) access.ordinal() << 2 * k;
  }

  private Access access(long code, int k) {
    int extra = program.operands() > MAX_WITH_STEPS ? 0 : (int) (code >>> STEPS + 2 * k) & 3;
    return Access.values()[
        extra == 0 ? (int) (code >>> 2 * k) & 3 : Access.PAIRED.ordinal() + extra];
  }

  /// The code of a loop with steps other than 1.
  public static long strided(long code) {
    return code | STRIDED;
  }

  /// The kernel for a way of reaching the operands; all zeros are flat arrays.
  public KernelSlot slot(long code) {
    Slots now = known;
    for (int i = 0; i < now.codes.length; i++) {
      if (now.codes[i] == code) {
        return now.slots[i];
      }
    }
    return make(code);
  }

  private synchronized KernelSlot make(long code) {
    Slots now = known;
    for (int i = 0; i < now.codes.length; i++) {
      if (now.codes[i] == code) {
        return now.slots[i];
      }
    }
    List<Access> access = new ArrayList<>();
    for (int k = 0; k < program.operands(); k++) {
      access.add(access(code, k));
    }
    KernelSlot slot = new KernelSlot(program, access, (code & STRIDED) != 0);
    int n = now.codes.length;
    long[] codes = Arrays.copyOf(now.codes, n + 1);
    KernelSlot[] slots = Arrays.copyOf(now.slots, n + 1);
    codes[n] = code;
    slots[n] = slot;
    known = new Slots(codes, slots);
    return slot;
  }

  List<KernelSlot> slots() {
    return List.of(known.slots);
  }
}
