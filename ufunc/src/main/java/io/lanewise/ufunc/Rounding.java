package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The declarations of functions that round to integers. Adding and taking away 2^52 (2^23 for
/// float32) leaves the nearest integer of a smaller number, halves going to the even one; the other
/// roundings correct it by 1. Integers and bools are what they are, but for rint, which makes
/// floating-point numbers of them.
final class Rounding {
  static final UFunc RINT =
      new UFunc("rint", 1, LoopTypes.FLOATING, (f, x) -> rint(f, x[0]), null)
          .withComplex((f, x) -> new Parts(rint(f, x[0].real()), rint(f, x[0].imag())));

  static final UFunc FLOOR =
      new UFunc("floor", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> floor(f, x[0]), null);

  static final UFunc CEIL =
      new UFunc("ceil", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> ceil(f, x[0]), null);

  static final UFunc TRUNC =
      new UFunc("trunc", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> trunc(f, x[0]), null);

  private Rounding() {}

  /// The nearest integer, with the sign of `x` where that is 0.
  static Value rint(Body f, Value x) {
    if (!x.type().isFloat()) {
      return x;
    }
    Value limit = f.constant(x.type(), x.type() == LaneType.FLOAT64 ? 0x1p52 : 0x1p23);
    Value size = f.abs(x);
    Value rounded = Signs.copySign(f, f.sub(f.add(size, limit), limit), x);
    return f.select(f.lt(size, limit), rounded, x);
  }

  static Value floor(Body f, Value x) {
    if (!x.type().isFloat()) {
      return x;
    }
    Value nearest = rint(f, x);
    Value below = f.sub(nearest, f.constant(x.type(), 1));
    return Signs.copySign(f, f.select(f.lt(x, nearest), below, nearest), x);
  }

  static Value ceil(Body f, Value x) {
    if (!x.type().isFloat()) {
      return x;
    }
    Value nearest = rint(f, x);
    Value above = f.add(nearest, f.constant(x.type(), 1));
    return Signs.copySign(f, f.select(f.lt(nearest, x), above, nearest), x);
  }

  static Value trunc(Body f, Value x) {
    return x.type().isFloat() ? Signs.copySign(f, floor(f, f.abs(x)), x) : x;
  }
}
