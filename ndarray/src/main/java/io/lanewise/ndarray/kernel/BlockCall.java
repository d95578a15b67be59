package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.NDArray;

/// Runs a program over a range of elements of 1-D arrays and leaves its outputs in a caller's
/// array: what reductions over expressions and block-wise fits need. Owns its workspace, so a call
/// allocates nothing; one thread at a time.
public final class BlockCall {
  private final KernelFamily family;
  private final int inputs;
  private final int operands;
  private final Object[] base;
  private final long[] offset;
  private final long[] noSteps;
  private final Tiles tiles = new Tiles();

  /// @param family a program whose outputs have one type
  public BlockCall(KernelFamily family) {
    this.family = family;
    inputs = family.program().inputs().size();
    operands = family.program().operands();
    base = new Object[operands];
    offset = new long[operands];
    noSteps = new long[operands];
  }

  /// Computes elements `from` to `from + n` of output `o` into `out` from position `outOffset + o *
  /// outStride` on. A null array is a scalar with its raw bits in `scalars`. `out` is an array of
  /// the outputs' type. Indices are checked against the arrays' lengths.
  public void run(
      NDArray[] arrays,
      long[] scalars,
      long from,
      int n,
      Object out,
      int outOffset,
      int outStride) {
    for (int k = 0; k < inputs; k++) {
      if (arrays[k] != null && (arrays[k].ndim() != 1 || from < 0 || n > arrays[k].size() - from)) {
        throw new IndexOutOfBoundsException(
            family.program().name()
                + ": elements "
                + from
                + " to "
                + (from + n)
                + " of "
                + arrays[k].layout());
      }
    }
    for (int done = 0; done < n; done += Elementwise.TILE) {
      tile(
          arrays,
          scalars,
          from + done,
          Math.min(Elementwise.TILE, n - done),
          out,
          outOffset + done,
          outStride);
    }
  }

  private void tile(
      NDArray[] arrays,
      long[] scalars,
      long from,
      int n,
      Object out,
      int outOffset,
      int outStride) {
    long code = 0;
    for (int k = 0; k < inputs; k++) {
      NDArray array = arrays[k];
      if (array == null) {
        base[k] = null;
        offset[k] = scalars[k];
        code = KernelFamily.code(code, k, Access.REPEATED);
        continue;
      }
      LaneType type = family.program().operandType(k);
      long step = array.layout().stride(0);
      long at = array.layout().offset() + from * step;
      boolean heap = array.storage().array() != null;
      boolean direct = step == 1 && Access.isInPlace(array);
      if (direct) {
        base[k] = array.storage().base();
        offset[k] = heap ? at : at * type.bytes();
        code = KernelFamily.code(code, k, heap ? Access.ARRAY : Access.SEGMENT);
      } else {
        base[k] = tiles.tile(k, type);
        offset[k] = 0;
        Tiles.load(array.dtype(), array.storage().base(), at, 0, step, 1, n, base[k]);
        code = KernelFamily.code(code, k, Access.ARRAY);
      }
    }
    for (int k = inputs; k < operands; k++) {
      base[k] = out;
      offset[k] = outOffset + (long) (k - inputs) * outStride;
      code = KernelFamily.code(code, k, Access.ARRAY);
    }
    family.slot(code).rows(base, offset, noSteps, noSteps, 1, n);
  }
}
