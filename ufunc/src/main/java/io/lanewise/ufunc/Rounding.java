package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;

/// The declarations of functions that round to integers. Integers and bools are what they are, but
/// for rint, which makes floating-point numbers of them.
final class Rounding {
  static final UFunc RINT =
      new UFunc("rint", 1, LoopTypes.FLOATING, (f, x) -> rint(f, x[0]), null)
          .piecewiseConstant()
          .withComplex((f, x) -> new Parts(rint(f, x[0].real()), rint(f, x[0].imag())));

  static final UFunc FLOOR =
      new UFunc("floor", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> floor(f, x[0]), null)
          .piecewiseConstant();

  static final UFunc CEIL =
      new UFunc("ceil", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> ceil(f, x[0]), null)
          .piecewiseConstant();

  static final UFunc TRUNC =
      new UFunc("trunc", 1, LoopTypes.NUMBER_OR_BOOL, (f, x) -> trunc(f, x[0]), null)
          .piecewiseConstant();

  private Rounding() {}

  /// The nearest integer, with the sign of `x` where that is 0.
  static Value rint(Body f, Value x) {
    return x.type().isFloat() ? f.rint(x) : x;
  }

  private static Value floor(Body f, Value x) {
    return x.type().isFloat() ? f.floor(x) : x;
  }

  private static Value ceil(Body f, Value x) {
    return x.type().isFloat() ? f.ceil(x) : x;
  }

  static Value trunc(Body f, Value x) {
    return x.type().isFloat() ? f.trunc(x) : x;
  }
}
