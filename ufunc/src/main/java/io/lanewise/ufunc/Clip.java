package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.IInfo;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.Objects;

/// Numbers limited from both sides: the minimum of the maximum, in one pass.
final class Clip {
  private Clip() {}

  static NDArray clip(NDArray a, NDArray low, NDArray high, NDArray out) {
    Objects.requireNonNull(a, "a");
    if (low == null && high == null) {
      throw new IllegalArgumentException("One of max or min must be given");
    }
    if (high == null) {
      return Ufuncs.MAXIMUM.apply(a, low, out);
    }
    if (low == null) {
      return Ufuncs.MINIMUM.apply(a, high, out);
    }
    DType result = Promotion.resultType(a, low, high);
    if (!isFused(a) || !isFused(low) || !isFused(high)) {
      NDArray raised = Ufuncs.MAXIMUM.call(a, low).dtype(result).run();
      return Ufuncs.MINIMUM.apply(raised, high, out == null ? fresh(raised, high) : out);
    }
    Expr clipped = Expr.of(a).maximum(Expr.of(low)).minimum(Expr.of(high));
    return out == null ? clipped.eval() : clipped.eval(out);
  }

  /// The array to write the limited one to: itself, unless the other limit stretches it.
  private static NDArray fresh(NDArray raised, NDArray high) {
    return high.layout().broadcastsTo(raised.layout()) ? raised : null;
  }

  private static boolean isFused(NDArray a) {
    return LaneType.isDirect(a.dtype());
  }

  /// Limits that an integer dtype cannot hold do not limit it, as in NumPy.
  static NDArray clip(NDArray a, long low, long high) {
    DType dtype = Promotion.withInteger(a.dtype());
    if (!dtype.isInteger()) {
      return clip(a, Where.weak(a, low), Where.weak(a, high), null);
    }
    return clip(a, Where.weak(a, within(dtype, low)), Where.weak(a, within(dtype, high)), null);
  }

  private static long within(DType dtype, long value) {
    if (Scalars.fits(dtype, value)) {
      return value;
    }
    return value < 0 ? IInfo.of(dtype).min() : IInfo.of(dtype).max();
  }
}
