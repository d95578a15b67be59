package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The declarations of functions on the bits of integers.
final class Bitwise {
  static final UFunc AND =
      new UFunc("bitwise_and", 2, LoopTypes.BITS, (f, x) -> f.and(x[0], x[1]), null)
          .reducing(Folding.FREE, -1);

  static final UFunc OR =
      new UFunc("bitwise_or", 2, LoopTypes.BITS, (f, x) -> f.or(x[0], x[1]), null)
          .reducing(Folding.FREE, 0);

  static final UFunc XOR =
      new UFunc("bitwise_xor", 2, LoopTypes.BITS, (f, x) -> f.xor(x[0], x[1]), null)
          .reducing(Folding.FREE, 0);

  static final UFunc INVERT = new UFunc("invert", 1, LoopTypes.BITS, (f, x) -> f.not(x[0]), null);

  static final UFunc LEFT_SHIFT =
      new UFunc(
          "left_shift",
          2,
          LoopTypes.INTEGER,
          (f, x) -> f.select(isCount(f, x[1]), f.shl(x[0], x[1]), f.constant(x[0].type(), 0)),
          null);

  static final UFunc RIGHT_SHIFT =
      new UFunc(
              "right_shift",
              2,
              LoopTypes.INTEGER,
              (f, x) -> {
                Value most = f.constant(x[0].type(), 8 * x[0].type().bytes() - 1);
                return f.shr(x[0], f.select(isCount(f, x[1]), x[1], most));
              },
              null)
          .with(
              DType.UINT64,
              (f, x) -> f.select(isCount(f, x[1]), f.ushr(x[0], x[1]), f.constant(0L)));

  /// The bits that are set in the size of a number.
  static final UFunc COUNT =
      new UFunc("bitwise_count", 1, LoopTypes.COUNT, (f, x) -> count(f, f.abs(x[0])), null)
          .with(DType.UINT64, (f, x) -> count(f, x[0]));

  private Bitwise() {}

  /// Whether a number is less than the bits of its carrier: more shift everything out, and so do
  /// negative ones, which stand for very large ones. Narrower dtypes need no other limit, because
  /// what leaves them is cut off where it is stored, and their carrier repeats the sign.
  private static Value isCount(Body f, Value count) {
    LaneType type = count.type();
    return f.and(f.ge(count, f.constant(type, 0)), f.lt(count, f.constant(type, 8 * type.bytes())));
  }

  /// Sums of neighbouring bits, pairs, and groups of four, then of all bytes by a multiplication
  /// (H. S. Warren, Hacker's Delight, 5-1).
  private static Value count(Body f, Value x) {
    boolean wide = x.type() == LaneType.INT64;
    Value ones = literal(f, wide, 0x5555555555555555L);
    Value pairs = literal(f, wide, 0x3333333333333333L);
    Value fours = literal(f, wide, 0x0f0f0f0f0f0f0f0fL);
    Value bytes = literal(f, wide, 0x0101010101010101L);
    Value a = f.sub(x, f.and(f.ushr(x, 1), ones));
    Value b = f.add(f.and(a, pairs), f.and(f.ushr(a, 2), pairs));
    Value c = f.and(f.add(b, f.ushr(b, 4)), fours);
    return f.ushr(f.mul(c, bytes), wide ? 56 : 24);
  }

  private static Value literal(Body f, boolean wide, long bits) {
    return wide ? f.constant(bits) : f.constant((int) bits);
  }
}
