package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// A call over whole arrays on the heap of the shape of the one output, and numbers: what small
/// calls mostly are. It needs no look at axes, tiles, threads or overlap, which takes 0.2 us, as
/// long as 1,000 additions.
final class WholeCall {
  private static final long[] NO_STEPS = new long[KernelFamily.MAX_OPERANDS];

  private final Object[] base = new Object[KernelFamily.MAX_OPERANDS];
  private final long[] offset = new long[KernelFamily.MAX_OPERANDS];

  /// Computes `family` over the inputs and the output in `arrays`; false where they are not of that
  /// kind, and then nothing was done. A null is a number with its raw bits in `scalars`.
  boolean run(KernelFamily family, NDArray[] arrays, long[] scalars) {
    int inputs = arrays.length - 1;
    NDArray out = arrays[inputs];
    long n = out.size();
    if (family.program().inputs().size() != inputs || n == 0 || n >= 2 * Elementwise.CHUNK) {
      return false;
    }
    try {
      long code = load(family.program(), arrays, scalars);
      if (code < 0) {
        return false;
      }
      family.slot(code).rows(base, offset, NO_STEPS, NO_STEPS, 1, (int) n);
      return true;
    } finally {
      Arrays.fill(base, 0, arrays.length, null);
    }
  }

  /// Takes over the operands and says how they are reached; negative where one is of another kind.
  private long load(Program program, NDArray[] arrays, long[] scalars) {
    int out = arrays.length - 1;
    long code = 0;
    for (int k = out; k >= 0; k--) {
      NDArray a = arrays[k];
      if (a == null) {
        code = KernelFamily.code(code, k, Access.REPEATED);
        offset[k] = scalars[k];
        continue;
      }
      if (!isWhole(a, arrays[out]) || LaneType.carrier(a.dtype()) != program.operandType(k)) {
        return -1;
      }
      base[k] = a.storage().array();
      offset[k] = a.offset();
      if (base[k] == base[out] && offset[k] != offset[out]) {
        return -1;
      }
    }
    return code;
  }

  private static boolean isWhole(NDArray a, NDArray out) {
    return a.isContiguous()
        && a.layout().sameShape(out.layout())
        && Access.isInPlace(a)
        && a.storage().array() != null;
  }
}
