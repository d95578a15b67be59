package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.BlockCall;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Workers;
import io.lanewise.ufunc.reduce.Sums;
import java.util.Arrays;

/// The sum of an expression without an array of its elements: tiles of them are computed as the
/// tree asks for them.
final class FusedSum {
  private FusedSum() {}

  /// @param operands the inputs, and a last entry for an output, which is not used; nulls are
  ///   scalars
  static double sum(KernelFamily family, NDArray[] operands, long[] scalars, DType result) {
    int inputs = operands.length - 1;
    NDArray shape = null;
    boolean flat = result == DType.FLOAT64 || result == DType.FLOAT32;
    for (int k = 0; k < inputs; k++) {
      NDArray a = operands[k];
      if (a != null) {
        flat &= a.isContiguous() && (shape == null || a.layout().sameShape(shape.layout()));
        shape = a;
      }
    }
    if (shape == null) {
      throw new IllegalArgumentException("an expression without arrays has no elements to sum");
    }
    if (!flat) {
      NDArray[] given = Arrays.copyOf(operands, inputs);
      NDArray[] all = operands.clone();
      all[inputs] = Results.allocate(result, family.program().name(), given);
      Elementwise.run(family, all, scalars);
      return Reductions.sum(all[inputs]).item();
    }
    NDArray[] rows = new NDArray[inputs];
    boolean shared = true;
    for (int k = 0; k < inputs; k++) {
      rows[k] = operands[k] == null ? null : operands[k].reshape(-1);
      shared &= rows[k] == null || Workers.mayShare(rows[k]);
    }
    ThreadLocal<BlockCall> call = ThreadLocal.withInitial(() -> new BlockCall(family));
    return result == DType.FLOAT64
        ? Sums.FLOAT64.row(
            (from, n, tile) -> call.get().run(rows, scalars, from, n, tile, 0, 0),
            shape.size(),
            shared)
        : Sums.FLOAT32.row(
            (from, n, tile) -> call.get().run(rows, scalars, from, n, tile, 0, 0),
            shape.size(),
            shared);
  }
}
