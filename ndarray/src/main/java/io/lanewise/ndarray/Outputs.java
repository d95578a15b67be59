package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.Arrays;
import java.util.function.Consumer;

/// The `out` of operations that move elements.
final class Outputs {
  private Outputs() {}

  /// Lets `writer` write to `out` what has the given dtype and shape, or where `out` is another
  /// dtype or shares memory with an input, to an array that is copied to it.
  ///
  /// @throws BroadcastException if `out` has another shape
  /// @throws CastingException if the dtype does not become that of `out` within its kind
  /// @throws ReadOnlyArrayException if `out` is read-only
  static NDArray write(
      String operation,
      NDArray out,
      DType dtype,
      long[] shape,
      Consumer<NDArray> writer,
      NDArray... inputs) {
    if (!Arrays.equals(out.shape(), shape)) {
      throw new BroadcastException(
          "output array does not match result of "
              + operation
              + ": shape "
              + Shapes.toString(out.shape())
              + ", not "
              + Shapes.toString(shape));
    }
    Casting.SAME_KIND.require(dtype, out.dtype());
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + operation);
    }
    if (out.dtype() == dtype && !sharesMemory(operation, out, inputs)) {
      writer.accept(out);
    } else {
      NDArray apart = NDArray.empty(dtype, shape);
      writer.accept(apart);
      out.set(apart);
    }
    return out;
  }

  private static boolean sharesMemory(String operation, NDArray out, NDArray... inputs) {
    for (NDArray input : inputs) {
      if (Overlap.mayShareMemory(input, out)) {
        Events.hiddenCopy(operation, "an input overlaps the output", out.size());
        return true;
      }
    }
    return false;
  }
}
