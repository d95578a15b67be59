package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The cube root.
///
/// A third of the bits of x, taken from a constant, is x^(-1/3) to 4 % (the idea of the reciprocal
/// square root in C. Lomont, Fast inverse square root, 2003); with h = 1 - x r^3 the exact one is r
/// (1 - h)^(-1/3), a polynomial in h. So there is no division and no exponent to divide by three. c
/// = x r^2 is the root to 2^-31, 2^-17 in FLOAT32, and what c^3 leaves of x, exact by fma, corrects
/// it by a Newton step. Small numbers are scaled by a power of eight.
///
/// Error bound: 0.505 ULP in both formats; exact where the root is a number of the format.
public final class CubeRoot {
  /// Minimax coefficients of (1 - h)^(-1/3) for |h| up to 0.1027.
  private static final double[] INVERSE = {
    0x1.ffffffffe68bap-1,
    0x1.5555563710778p-2,
    0x1.c71c760b8ff49p-3,
    0x1.61f477fb596ddp-3,
    0x1.26f356b8f0661p-3,
    0x1.037d91e1d8f48p-3,
    0x1.ced29aede2936p-4
  };

  private static final double[] INVERSE_FLOAT32 = {
    0x1.ffffb8p-1, 0x1.5553f2p-2, 0x1.ca56f6p-3, 0x1.65a3a8p-3
  };

  private CubeRoot() {}

  /// The cube root of FLOAT64 or FLOAT32.
  public static Value cbrt(Body b, Value x) {
    LaneType type = x.type();
    Value size = b.abs(x);
    Value small = b.lt(size, Lanes.constant(b, type, 0x1p-700, 0x1p-90));
    Value scaled = b.mul(size, Lanes.constant(b, type, 0x1p300, 0x1p66));
    Value rootOfSmall = b.mul(root(b, scaled), Lanes.constant(b, type, 0x1p-100, 0x1p-22));
    // Zero, infinity and NaN are their own roots.
    Value zero = b.constant(type, 0);
    double infinity = Double.POSITIVE_INFINITY;
    Value special = b.select(b.and(small, b.gt(size, zero)), rootOfSmall, size);
    Value usual = Lanes.isBetween(b, size, type == LaneType.FLOAT64 ? 0x1p-700 : 0x1p-90, infinity);
    return Lanes.withSign(b, b.seldom(b.not(usual), special, root(b, size)), x);
  }

  /// The cube root of a number that is positive, finite and not small.
  private static Value root(Body b, Value number) {
    LaneType type = number.type();
    boolean wide = Lanes.isFloat64(number);
    Value one = b.constant(type, 1);
    Value r = b.reinterpret(wide ? third64(b, number) : third32(b, number), type);
    Value h = b.fma(b.neg(b.mul(number, r)), b.mul(r, r), one);
    r = b.mul(r, Lanes.horner(b, h, wide ? INVERSE : INVERSE_FLOAT32));
    Value square = b.mul(r, r);
    Value c = b.mul(number, square);
    Value minus = b.neg(c);
    Value cc = b.mul(c, c);
    Value low = b.fma(c, c, b.neg(cc));
    Value rest = b.fma(minus, low, b.fma(minus, cc, number));
    // 1 / c^2 is r^2
    return b.fma(rest, b.mul(square, b.constant(type, 1 / 3.0)), c);
  }

  /// The constant less a third of the bits, to 32 of them.
  private static Value third64(Body b, Value x) {
    Value product = b.mul(b.ushr(Lanes.bits(b, x), 32), b.constant(0xAAAAAAABL));
    return b.sub(b.constant(0x553EE80000000000L), b.shl(b.ushr(product, 33), 32));
  }

  /// The same to 18 bits, whose product with 2^16 / 3 stays within INT32 as an unsigned number.
  private static Value third32(Body b, Value x) {
    Value product = b.mul(b.ushr(Lanes.bits(b, x), 14), b.constant(21846));
    return b.sub(b.constant(0x54A20000), b.shl(b.ushr(product, 16), 14));
  }
}
