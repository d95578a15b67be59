package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.HalfNeighbours;
import java.util.Collections;

/// The declarations of functions on the floating-point numbers next to a number. Bits of numbers of
/// one sign, read as an integer, count them in order.
final class Neighbours {
  static final UFunc NEXTAFTER =
      new UFunc("nextafter", 2, LoopTypes.FLOATING, (f, x) -> nextAfter(f, x[0], x[1]), null)
          .with(DType.FLOAT16, (f, x) -> f.call(half("nextAfterFloat16", 2), x))
          .with(DType.BFLOAT16, (f, x) -> f.call(half("nextAfterBfloat16", 2), x));

  static final UFunc SPACING =
      new UFunc("spacing", 1, LoopTypes.FLOATING, (f, x) -> spacing(f, x[0]), null)
          .with(DType.FLOAT16, (f, x) -> f.call(half("spacingFloat16", 1), x))
          .with(DType.BFLOAT16, (f, x) -> f.call(half("spacingBfloat16", 1), x));

  private Neighbours() {}

  private static ScalarFunction half(String method, int parameters) {
    return new ScalarFunction(
        HalfNeighbours.class,
        method,
        LaneType.FLOAT32,
        Collections.nCopies(parameters, LaneType.FLOAT32));
  }

  private static Value nextAfter(Body f, Value x, Value y) {
    boolean wide = x.type() == LaneType.FLOAT64;
    LaneType type = wide ? LaneType.INT64 : LaneType.INT32;
    Value zero = f.constant(x.type(), 0);
    Value bits = f.reinterpret(x, type);
    Value outward = f.xor(f.lt(x, y), f.lt(x, zero));
    Value one = wide ? f.constant(1L) : f.constant(1);
    Value step = f.select(outward, one, f.neg(one));
    Value next = f.reinterpret(f.add(bits, step), x.type());
    Value smallest = Signs.copySign(f, f.reinterpret(one, x.type()), y);
    Value moved = f.select(f.eq(x, zero), smallest, next);
    Value known = f.and(f.eq(x, x), f.eq(y, y));
    return f.select(known, f.select(f.eq(x, y), y, moved), f.add(x, y));
  }

  /// The distance to the next number away from 0, with the sign of `x` but for -0; NaN of what is
  /// not finite.
  private static Value spacing(Body f, Value x) {
    Value infinity = f.constant(x.type(), Double.POSITIVE_INFINITY);
    Value outward = f.select(f.lt(x, f.constant(x.type(), 0)), f.neg(infinity), infinity);
    Value distance = f.sub(nextAfter(f, x, outward), x);
    return f.select(f.lt(f.abs(x), infinity), distance, f.constant(x.type(), Double.NaN));
  }
}
