package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.List;

/// The declarations of functions on the parts of floating-point numbers: significand and exponent,
/// fraction and integer.
final class FloatingParts {
  /// a * 2^b, rounded once: the significand is first made as large or small as a normal number can
  /// be, exactly, and what is left of the power multiplies that.
  static final UFunc LDEXP =
      new UFunc(
          "ldexp",
          2,
          LoopTypes.SCALED,
          (f, x) -> scaled(f, x[0], x[1]),
          (x, y) ->
              List.of(
                  Expr.apply(Exponentials.EXP2, x.get(1).astype(DType.FLOAT64)), Expr.literal(0)));

  static final UFunc FREXP =
      new UFunc("frexp", 1, 2, LoopTypes.SIGNIFICAND_AND_EXPONENT, FloatingParts::split, null);

  static final UFunc MODF =
      new UFunc(
          "modf",
          1,
          2,
          LoopTypes.FLOATING,
          (f, x) -> {
            Value whole = Rounding.trunc(f, x[0]);
            Value infinite = f.eq(f.abs(x[0]), f.constant(x[0].type(), Double.POSITIVE_INFINITY));
            Value rest = f.select(infinite, f.constant(x[0].type(), 0), f.sub(x[0], whole));
            return List.of(Signs.copySign(f, rest, x[0]), Signs.copySign(f, whole, x[0]));
          },
          null);

  private FloatingParts() {}

  private static Value scaled(Body f, Value a, Value count) {
    LaneType type = a.type();
    boolean wide = type == LaneType.FLOAT64;
    LaneType bits = wide ? LaneType.INT64 : LaneType.INT32;
    List<Value> parts = split(f, a);
    // beyond these bounds every number is infinite or 0
    Value bound = f.constant(5_000L);
    Value counted = f.convert(f.max(f.min(count, bound), f.neg(bound)), bits);
    Value e = f.add(f.convert(parts.get(1), bits), counted);
    Value limit = f.constant(bits, wide ? 1_200 : 200);
    e = f.max(f.min(e, limit), f.neg(limit));
    Value first =
        f.max(
            f.min(e, f.constant(bits, wide ? 1_023 : 127)), f.constant(bits, wide ? -1_021 : -125));
    Value normal = f.mul(parts.get(0), power(f, type, first));
    return f.mul(normal, power(f, type, f.sub(e, first)));
  }

  /// 2^e for e within the normal exponents.
  private static Value power(Body f, LaneType type, Value e) {
    Value bits =
        type == LaneType.FLOAT64
            ? f.shl(f.add(e, f.constant(1_023L)), 52)
            : f.shl(f.add(e, f.constant(127)), 23);
    return f.reinterpret(bits, type);
  }

  private static List<Value> split(Body f, Value... x) {
    LaneType type = x[0].type();
    boolean wide = type == LaneType.FLOAT64;
    LaneType bitsType = wide ? LaneType.INT64 : LaneType.INT32;
    Value zero = f.constant(type, 0);
    Value size = f.abs(x[0]);
    Value small = f.lt(size, f.constant(type, wide ? Double.MIN_NORMAL : Float.MIN_NORMAL));
    Value scale = f.select(small, f.constant(type, wide ? 0x1p54 : 0x1p25), f.constant(type, 1));
    Value bits = f.reinterpret(f.mul(x[0], scale), bitsType);
    Value field =
        wide
            ? f.and(f.ushr(bits, 52), f.constant(0x7FFL))
            : f.and(f.ushr(bits, 23), f.constant(0xFF));
    Value bias = f.constant(bitsType, wide ? 1_022 : 126);
    Value more = f.select(small, f.constant(bitsType, wide ? 54 : 25), f.constant(bitsType, 0));
    Value exponent = f.sub(f.sub(field, bias), more);
    Value kept =
        wide
            ? f.or(f.and(bits, f.constant(0x800FFFFFFFFFFFFFL)), f.constant(0x3FE0000000000000L))
            : f.or(f.and(bits, f.constant(0x807FFFFF)), f.constant(0x3F000000));
    // 0, infinity and NaN are themselves, with the exponent 0
    Value regular = f.and(f.ne(x[0], zero), f.lt(size, f.constant(type, Double.POSITIVE_INFINITY)));
    Value significand = f.select(regular, f.reinterpret(kept, type), x[0]);
    Value power = f.select(regular, exponent, f.constant(bitsType, 0));
    return List.of(significand, f.convert(power, LaneType.INT32));
  }
}
