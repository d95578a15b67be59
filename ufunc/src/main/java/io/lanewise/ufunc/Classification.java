package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The declarations of functions that say what kind of number an element is.
final class Classification {
  static final UFunc IS_NAN =
      new UFunc("isnan", 1, LoopTypes.TEST, (f, x) -> isNan(f, x[0]), null)
          .withComplex((f, x) -> either(f, isNan(f, x[0].real()), isNan(f, x[0].imag())));

  static final UFunc IS_INF =
      new UFunc("isinf", 1, LoopTypes.TEST, (f, x) -> isInf(f, x[0]), null)
          .withComplex((f, x) -> either(f, isInf(f, x[0].real()), isInf(f, x[0].imag())));

  static final UFunc IS_FINITE =
      new UFunc("isfinite", 1, LoopTypes.TEST, (f, x) -> isFinite(f, x[0]), null)
          .withComplex(
              (f, x) -> Parts.real(f.and(isFinite(f, x[0].real()), isFinite(f, x[0].imag()))));

  static final UFunc SIGN_BIT =
      new UFunc("signbit", 1, LoopTypes.FLOATING_TEST, (f, x) -> isNegative(f, x[0]), null);

  private Classification() {}

  private static Parts either(Body f, Value real, Value imag) {
    return Parts.real(f.or(real, imag));
  }

  static Value isNan(Body f, Value x) {
    return x.type().isFloat() ? f.ne(x, x) : f.constant(LaneType.BOOL, 0);
  }

  private static Value isInf(Body f, Value x) {
    return x.type().isFloat() ? f.eq(f.abs(x), infinity(f, x)) : f.constant(LaneType.BOOL, 0);
  }

  private static Value isFinite(Body f, Value x) {
    return x.type().isFloat() ? f.lt(f.abs(x), infinity(f, x)) : f.constant(LaneType.BOOL, 1);
  }

  private static Value infinity(Body f, Value x) {
    return f.constant(x.type(), Double.POSITIVE_INFINITY);
  }

  /// A NaN's sign is that of its bits.
  private static Value isNegative(Body f, Value x) {
    return x.type() == LaneType.FLOAT64
        ? f.lt(f.reinterpret(x, LaneType.INT64), f.constant(0L))
        : f.lt(f.reinterpret(x, LaneType.INT32), f.constant(0));
  }
}
