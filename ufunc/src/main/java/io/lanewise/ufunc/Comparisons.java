package io.lanewise.ufunc;

import static io.lanewise.ndarray.kernel.LaneType.BOOL;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;

/// Recipes of the comparisons, for signed numbers and for uint64 as keys that compare like signed
/// ones (see [#key]).
final class Comparisons {
  private Comparisons() {}

  static Value less(Body f, Value... x) {
    return x[0].type() == BOOL ? f.and(f.not(x[0]), x[1]) : f.lt(x[0], x[1]);
  }

  static Value lessEqual(Body f, Value... x) {
    return x[0].type() == BOOL ? f.or(f.not(x[0]), x[1]) : f.le(x[0], x[1]);
  }

  static Value greater(Body f, Value... x) {
    return less(f, x[1], x[0]);
  }

  static Value greaterEqual(Body f, Value... x) {
    return lessEqual(f, x[1], x[0]);
  }

  static Value equal(Body f, Value... x) {
    return x[0].type() == BOOL ? f.not(f.xor(x[0], x[1])) : f.eq(x[0], x[1]);
  }

  static Value notEqual(Body f, Value... x) {
    return x[0].type() == BOOL ? f.xor(x[0], x[1]) : f.ne(x[0], x[1]);
  }

  /// An int64 or uint64 number as a signed int64 that compares with the other operand's key as the
  /// numbers do.
  ///
  /// Two uint64 numbers keep their order when the highest bit changes. A signed and a uint64 number
  /// have 65 bits of range together, but what matters is the order between one of each: all
  /// negative numbers may become -1 and all from 2^63 on 2^63, which leaves 2^63 + 2 values; less
  /// 1, these fit.
  static Value key(Body f, Value x, DType dtype, DType other) {
    if (dtype == DType.UINT64) {
      return other.kind() == DType.Kind.SIGNED
          ? f.select(negative(f, x), f.constant(Long.MAX_VALUE), f.sub(x, f.constant(1L)))
          : f.xor(x, f.constant(Long.MIN_VALUE));
    }
    return dtype.kind() == DType.Kind.SIGNED
        ? f.sub(f.max(x, f.constant(-1L)), f.constant(1L))
        : f.xor(x, f.constant(Long.MIN_VALUE));
  }

  private static Value negative(Body f, Value x) {
    return f.lt(x, f.constant(0L));
  }
}
