package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// A positive normal FLOAT64 or FLOAT32 number as 2^k m, with m from a start between 1/2 and 1 to
/// twice as much.
///
/// @param bits the bits of the number less those of the start, but for a bias of the exponent: the
///   significand's are the distance of m's from the start's
/// @param exponent k and the bias as an integer
/// @param bias what the exponent is too large by
/// @param k as a floating-point number
record Split(Value bits, Value exponent, int bias, Value k, Value m) {
  static Split of(Body b, Value x, double start) {
    LaneType type = x.type();
    boolean wide = type == LaneType.FLOAT64;
    Value least = Lanes.bits(b, b.constant(type, start));
    // Not all processors convert INT64; a positive one is a number's last bits.
    int bias = wide ? 1023 : 0;
    Value biased = Lanes.literal(b, type, (long) bias << 52, 0);
    Value bits = b.sub(Lanes.bits(b, x), b.sub(least, biased));
    Value exponent = wide ? b.ushr(bits, 52) : b.shr(bits, 23);
    Value k =
        wide
            ? b.sub(
                b.reinterpret(b.or(exponent, b.constant(0x4330000000000000L)), type),
                b.constant(0x1p52 + bias))
            : b.convert(exponent, type);
    Value significand = Lanes.literal(b, type, 0x000FFFFFFFFFFFFFL, 0x007FFFFF);
    Value m = b.reinterpret(b.add(b.and(bits, significand), least), type);
    return new Split(bits, exponent, bias, k, m);
  }

  /// 2^(1 - k), which is a normal number or 0.
  Value inverse(Body b) {
    LaneType type = k.type();
    Value inverse = b.sub(Lanes.literal(b, type, 1024L + bias, 128 + bias), exponent);
    return b.reinterpret(b.shl(inverse, type == LaneType.FLOAT64 ? 52 : 23), type);
  }
}
