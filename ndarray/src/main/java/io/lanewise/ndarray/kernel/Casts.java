package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Halves;
import io.lanewise.ndarray.Unsigned;
import java.util.List;

/// Conversions between dtypes as part of a kernel body, so that a cast is fused with what uses it.
public final class Casts {
  private static final ScalarFunction FROM_UINT64 =
      new ScalarFunction(Unsigned.class, "toDouble", LaneType.FLOAT64, List.of(LaneType.INT64));
  private static final ScalarFunction TO_UINT64 =
      new ScalarFunction(Unsigned.class, "fromDouble", LaneType.INT64, List.of(LaneType.FLOAT64));

  private static final ScalarFunction TO_ODD =
      new ScalarFunction(Halves.class, "toOdd", LaneType.FLOAT32, List.of(LaneType.FLOAT64));

  private static final ScalarFunction ROUND_FLOAT16 = rounding("roundToFloat16");
  private static final ScalarFunction ROUND_BFLOAT16 = rounding("roundToBfloat16");

  private Casts() {}

  private static ScalarFunction rounding(String name) {
    return new ScalarFunction(Halves.class, name, LaneType.FLOAT32, List.of(LaneType.FLOAT32));
  }

  /// The lane type that carries `dtype`.
  ///
  /// @throws CastingException for complex dtypes
  public static LaneType carrier(DType dtype) {
    LaneType carrier = LaneType.carrier(dtype);
    if (carrier == null) {
      throw new CastingException("arrays of dtype " + dtype + " cannot be converted");
    }
    return carrier;
  }

  /// `value`, an element of dtype `from` in its carrier, as an element of dtype `to` in its
  /// carrier. Storing it rounds or wraps it to the width of `to`.
  public static Body.Value convert(Body body, Body.Value value, DType from, DType to) {
    if (from == DType.UINT64 && to.isFloating()) {
      return body.convert(body.call(FROM_UINT64, value), carrier(to));
    }
    if (to == DType.UINT64 && from.isFloating()) {
      return body.call(TO_UINT64, body.convert(value, LaneType.FLOAT64));
    }
    // rounded once: storing the float32 rounds it to the 16-bit format
    if (from == DType.FLOAT64 && to.isFloating() && to.itemSize() == 2) {
      return body.call(TO_ODD, value);
    }
    // through int64, so that a small target takes the low bits of any integer value
    if (from.isFloating() && to.isInteger() && to.itemSize() < 4) {
      return body.convert(body.convert(value, LaneType.INT64), carrier(to));
    }
    return body.convert(value, carrier(to));
  }

  /// `value` as `dtype` holds it, still in its carrier: wrapped or rounded, as storing and loading
  /// it would make it.
  public static Body.Value rounded(Body body, Body.Value value, DType dtype) {
    return switch (dtype) {
      case INT8 -> body.shr(body.shl(value, 24), 24);
      case INT16 -> body.shr(body.shl(value, 16), 16);
      case UINT8 -> body.and(value, body.constant(0xFF));
      case UINT16 -> body.and(value, body.constant(0xFFFF));
      case UINT32 -> body.and(value, body.constant(0xFFFF_FFFFL));
      case FLOAT16 -> body.call(ROUND_FLOAT16, value);
      case BFLOAT16 -> body.call(ROUND_BFLOAT16, value);
      default -> value;
    };
  }
}
