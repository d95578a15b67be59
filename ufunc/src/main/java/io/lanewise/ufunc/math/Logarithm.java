package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.UnusualLogarithm;
import java.util.List;

/// The natural logarithm.
///
/// x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), found by integer arithmetic on the bits; f
/// is exact. Then log(x) = k ln 2 + log(1 + f), where h = k ln2high + f is rounded, its rounding
/// error is found exactly, and all that is small goes into one correction that is added last. With
/// FLOAT64 s = f / (2 + f), z = s^2 and log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + z R(z)), R
/// a minimax polynomial (P. T. P. Tang, Table-driven implementation of the logarithm function in
/// IEEE floating-point arithmetic, ACM TOMS 16, 1990, has the series in s; 2 s = f - s f and s f =
/// f^2/2 - s f^2/2 give this form). With FLOAT32 log(1 + f) = f - f^2/2 + f^3 P(f).
///
/// Error bound: 0.75 ULP in FLOAT64, 0.78 ULP in FLOAT32; log(1) = 0.
public final class Logarithm {
  /// The bits of sqrt(1/2), below those of 1: taking them away from x's leaves k in the exponent's
  /// place.
  public static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;

  static final int ROOT_HALF_FLOAT32 = 0x3F3504F3;

  /// ln 2 rounded.
  public static final double LN2 = 0x1.62e42fefa39efp-1;

  /// ln 2 less [#LN2].
  public static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /// Minimax coefficients of -R.
  public static final double[] R = {
    -0x1.5555555555592p-1,
    -0x1.999999997ff1ap-2,
    -0x1.24924941e1091p-2,
    -0x1.c71c5214bce9ap-3,
    -0x1.74663ccf03e58p-3,
    -0x1.39a1ec9f1ab9cp-3,
    -0x1.2f038c17a6810p-3
  };

  private Logarithm() {}

  /// log(x) for FLOAT64 or FLOAT32: -infinity of 0, NaN of what is below.
  public static Value log(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    Value zero = b.constant(type, 0);
    Split split = split(b, x);
    Value y = wide ? finish64(b, split) : finish32(b, split);
    Value regular = regular(b, x);
    Value outside =
        b.select(
            b.eq(x, zero),
            b.constant(type, Double.NEGATIVE_INFINITY),
            b.constant(type, Double.NaN));
    // Zeros, negative numbers and NaN are ordinary data; subnormal numbers and infinity are not.
    return b.rare(
        b.and(b.gt(x, zero), b.not(regular)),
        b.select(regular, y, outside),
        new ScalarFunction(UnusualLogarithm.class, "log", type, List.of(type)),
        x);
  }

  /// Whether x is positive, normal and finite: one signed comparison of bits, moved so that
  /// MIN_NORMAL's come first.
  static Value regular(Body b, Value x) {
    LaneType type = x.type();
    Value moved =
        b.add(
            Lanes.bits(b, x),
            Lanes.literal(
                b, type, Long.MIN_VALUE - 0x0010000000000000L, Integer.MIN_VALUE - 0x00800000));
    return b.lt(
        moved,
        Lanes.literal(
            b, type, Long.MIN_VALUE + 0x7FE0000000000000L, Integer.MIN_VALUE + 0x7F000000));
  }

  /// A positive number as 2^k (1 + f).
  record Split(Value k, Value f) {}

  /// Splits a positive normal number.
  static Split split(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = type == LaneType.FLOAT64;
    Value rootHalf = Lanes.literal(b, type, ROOT_HALF, ROOT_HALF_FLOAT32);
    Value one = Lanes.literal(b, type, 0x3FF0000000000000L, 0x3F800000);
    // (k + 1023) 2^52 and the distance of the significand from sqrt(1/2), positive.
    Value u =
        b.add(
            Lanes.bits(b, x),
            Lanes.literal(
                b, type, 0x3FF0000000000000L - ROOT_HALF, 0x3F800000 - ROOT_HALF_FLOAT32));
    Value exponent = b.ushr(u, wide ? 52 : 23);
    // 2^52 + k + 1023 (2^23 + k + 127) as a floating-point number, less all but k.
    Value magic = Lanes.literal(b, type, 0x4330000000000000L, 0x4B000000);
    Value excess = b.constant(type, wide ? 0x1p52 + 1023 : 0x1p23 + 127);
    Value k = b.sub(b.reinterpret(b.or(exponent, magic), type), excess);
    Value mask = Lanes.literal(b, type, 0x000FFFFFFFFFFFFFL, 0x007FFFFF);
    Value m = b.reinterpret(b.add(b.and(u, mask), rootHalf), type);
    return new Split(k, b.sub(m, b.reinterpret(one, type)));
  }

  private static Value finish64(Body b, Split split) {
    Value k = split.k();
    Value f = split.f();
    // With -s in the place of s and -R in that of R no sign has to be changed later.
    Value s = b.div(f, b.sub(b.constant(-2.0), f));
    Value z = b.mul(s, s);
    Value r = b.mul(z, Lanes.horner(b, z, R));
    Value minusHalf = b.mul(f, b.constant(-0.5));
    Value head = b.fma(k, b.constant(LN2), f);
    // head - k ln2 is exact, and so is what f exceeds it by.
    Value rest = b.sub(f, b.fma(k, b.constant(-LN2), head));
    rest = b.fma(k, b.constant(LN2_LOW), rest);
    rest = b.fma(s, b.fma(minusHalf, f, r), rest);
    return b.add(head, b.fma(minusHalf, f, rest));
  }

  private static Value finish32(Body b, Split split) {
    Value k = split.k();
    Value f = split.f();
    Value square = b.mul(f, f);
    Value p =
        Lanes.horner(
            b,
            f,
            0x1.555554p-2,
            -0x1.000228p-2,
            0x1.99a036p-3,
            -0x1.54721ep-3,
            0x1.22d5b8p-3,
            -0x1.0d8220p-3,
            0x1.057b1ap-3,
            -0x1.391a12p-4);
    Value head = b.fma(k, b.constant(0x1.62e43p-1f), f);
    Value rest = b.sub(f, b.fma(k, b.constant(-0x1.62e43p-1f), head));
    rest = b.fma(k, b.constant(-0x1.05c61p-29f), rest);
    rest = b.fma(b.mul(square, f), p, rest);
    return b.add(head, b.fma(b.mul(f, b.constant(-0.5f)), f, rest));
  }
}
