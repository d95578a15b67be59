package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The cube root.
///
/// |x| = 2^(3k) M with M = 2^j m, m in [1, 2), j = 0, 1 or 2. A polynomial p in m - 3/2 is m^(-1/3)
/// to 2^-14; r = 2^(-j/3) p and one step of third order (E. Halley, 1694, for the root of 1 - M
/// r^3) give M^(-1/3) to 2^-43 without a division, and M r^2 is the root c. What c^3 leaves of M,
/// exact by fma, corrects it. FLOAT32 is computed in FLOAT64 without that correction.
///
/// Error bound: 0.501 ULP in both formats; exact where the root is a number of the format.
public final class CubeRoot {
  /// Minimax coefficients of m^(-1/3) in powers of m - 3/2.
  private static final double[] INVERSE = {
    0x1.bf46958e8f43dp-1,
    -0x1.8cb4997d66bcap-3,
    0x1.5ffa6f3013129p-4,
    -0x1.a4e10b55d0583p-5,
    0x1.d1b1b48b1ffbfp-6,
    0x1.61fd4e6028d61p-8
  };

  private CubeRoot() {}

  /// The cube root of FLOAT64 or FLOAT32.
  public static Value cbrt(Body b, Value x) {
    if (Lanes.isFloat64(x)) {
      return root(b, x, true);
    }
    return b.convert(root(b, b.convert(x, LaneType.FLOAT64), false), LaneType.FLOAT32);
  }

  /// `exactly` says that x may be subnormal in FLOAT64 and the root is wanted to its last bit.
  private static Value root(Body b, Value x, boolean exactly) {
    Value one = b.constant(1.0);
    Value zero = b.constant(0.0);
    Value size = b.abs(x);
    Value regular = b.and(b.gt(size, zero), b.lt(size, b.constant(Double.POSITIVE_INFINITY)));
    // a third of (e + bias), e being the exponent, is above 0 for every number
    Value excess = b.constant(0x1p52 + 1023 - 3 * 512);
    if (exactly) {
      Value subnormal = b.lt(size, b.constant(Double.MIN_NORMAL));
      size = b.select(subnormal, b.mul(size, b.constant(0x1p54)), size);
      excess = b.select(subnormal, b.constant(0x1p52 + 1023 - 3 * 512 + 54), excess);
    }
    Value bits = Lanes.bits(b, size);
    Value exponent =
        b.sub(
            b.reinterpret(
                b.or(b.ushr(bits, 52), b.constant(0x4330000000000000L)), LaneType.FLOAT64),
            excess);
    Value round = b.constant(Lanes.ROUND);
    // the nearest integer to (e - 1) / 3 is e / 3 rounded down
    Value sum = b.add(b.mul(b.sub(exponent, one), b.constant(1 / 3.0)), round);
    Value third = b.sub(sum, round);
    Value j = b.fma(third, b.constant(-3.0), exponent);
    Value m =
        b.reinterpret(
            b.or(b.and(bits, b.constant(0x000FFFFFFFFFFFFFL)), b.constant(0x3FF0000000000000L)),
            LaneType.FLOAT64);
    Value isOne = b.eq(j, one);
    Value isTwo = b.gt(j, one);
    Value number =
        b.mul(m, b.select(isTwo, b.constant(4.0), b.select(isOne, b.constant(2.0), one)));
    Value scale =
        b.select(
            isTwo,
            b.constant(0x1.428a2f98d728bp-1),
            b.select(isOne, b.constant(0x1.965fea53d6e3dp-1), one));
    Value r = b.mul(Lanes.horner(b, b.sub(m, b.constant(1.5)), INVERSE), scale);

    Value square = b.mul(r, r);
    Value h = b.fma(b.neg(b.mul(number, r)), square, one);
    r = b.fma(b.mul(r, h), b.fma(h, b.constant(2 / 9.0), b.constant(1 / 3.0)), r);
    square = b.mul(r, r);
    Value c = b.mul(number, square);
    if (exactly) {
      Value cc = b.mul(c, c);
      Value low = b.fma(c, c, b.neg(cc));
      Value rest = b.fma(b.neg(low), c, b.fma(b.neg(cc), c, number));
      c = b.fma(rest, b.mul(square, b.constant(1 / 3.0)), c);
    }
    // less the 512 that keep the exponent positive
    Value power = b.shl(b.sub(b.reinterpret(sum, LaneType.INT64), b.constant(512L)), 52);
    c = b.reinterpret(b.add(Lanes.bits(b, c), power), LaneType.FLOAT64);
    Value sign = b.and(Lanes.bits(b, x), b.constant(Long.MIN_VALUE));
    c = b.reinterpret(b.or(Lanes.bits(b, c), sign), LaneType.FLOAT64);
    return b.select(regular, c, b.add(x, x));
  }
}
