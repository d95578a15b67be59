package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// Given outputs of functions that compute their result beside it, so that an overlap with an input
/// does no harm.
final class Outputs {
  private Outputs() {}

  /// The result, or `out` with it where that is not null.
  ///
  /// @throws ReadOnlyArrayException if `out` is read-only
  /// @throws BroadcastException if it has another shape than the result
  /// @throws CastingException if the result's dtype does not become that of `out` within its kind
  static NDArray deliver(String name, NDArray result, NDArray out) {
    return deliver(name, result, out, Casting.SAME_KIND);
  }

  /// The same by another rule: the outputs of plain reductions take any dtype.
  static NDArray deliver(String name, NDArray result, NDArray out, Casting rule) {
    if (out == null) {
      return result;
    }
    check(name, result.dtype(), result.shape(), out, rule);
    out.set(result);
    return out;
  }

  private static void check(String name, DType dtype, long[] shape, NDArray out, Casting rule) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
    if (!Arrays.equals(out.shape(), shape)) {
      throw new BroadcastException(
          "output parameter for "
              + name
              + " has shape "
              + Shapes.toString(out.shape())
              + " but the result has shape "
              + Shapes.toString(shape));
    }
    if (!rule.allows(dtype, out.dtype())) {
      throw new CastingException(
          "Cannot cast "
              + name
              + " output from dtype('"
              + dtype
              + "') to dtype('"
              + out.dtype()
              + "') with casting rule '"
              + rule.toString().toLowerCase(java.util.Locale.ROOT)
              + "'");
    }
  }
}
