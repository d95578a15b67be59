package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The modified Bessel function of the first kind and order 0.
///
/// Up to 8 its power series in x^2 / 4, whose terms are all positive; above, with s = 16 / x - 1
/// from -1 to 1, exp(x) / sqrt(x) times a polynomial in s that meets sqrt(x) exp(-x) I0(x) at the
/// zeros of a Chebyshev polynomial (M. Abramowitz and I. A. Stegun, Handbook of Mathematical
/// Functions, 9.6 and 9.7). exp(x / 2) is multiplied in twice, since exp(x) overflows before I0(x)
/// does. Error: at most 4 ULP measured against mpmath on 20,000 arguments; float32 is computed in
/// float64.
public final class Bessel {
  /// 1 / k!^2.
  private static final double[] SERIES = {
    0x1.0000000000000p+0,
    0x1.0000000000000p+0,
    0x1.0000000000000p-2,
    0x1.c71c71c71c71cp-6,
    0x1.c71c71c71c71cp-10,
    0x1.23456789abcdfp-14,
    0x1.02e85c0898b71p-19,
    0x1.522a43f65486ap-25,
    0x1.522a43f65486ap-31,
    0x1.0b313289be0b9p-37,
    0x1.5601885e63e5dp-44,
    0x1.69ca9cf3b7f54p-51,
    0x1.4197a7f5154bcp-58,
    0x1.e725594ee52e9p-66,
    0x1.3e22d70ef3b5fp-73,
    0x1.69f7da8510bcdp-81,
    0x1.69f7da8510bcdp-89,
    0x1.40a2dc2460523p-97,
    0x1.faaf2fa1c79e5p-106,
    0x1.674f8e46c208cp-114,
    0x1.cbeaf38dc529fp-123,
    0x1.0afb53e9cec0bp-131
  };

  /// Powers of s.
  private static final double[] SCALED = {
    0x1.9bd428ad249a5p-2,
    0x1.b87969bb93bcbp-9,
    0x1.1daa72b5ccfadp-13,
    0x1.75e5ee702e57ap-17,
    0x1.8e513c6a21829p-20,
    0x1.3f49ac32e14bfp-22,
    0x1.7d0cd4fd1f2b8p-24,
    0x1.51ccdc47b6c77p-25,
    0x1.7288379f891f7p-26,
    0x1.03bcdeab408e2p-27,
    -0x1.d72c8d3f0b6bcp-28,
    -0x1.cd5da3da6b614p-27,
    -0x1.58ce729fc478ap-28,
    0x1.05248ba2f26a0p-27,
    0x1.c034e59a2db9bp-28,
    -0x1.ece52144ada18p-29,
    -0x1.3756a636aa04fp-28,
    0x1.ba2352eb42f20p-30,
    0x1.295fc465ff477p-29,
    -0x1.5be16a36a0da0p-31,
    -0x1.650b3e7f898b0p-31,
    0x1.852f5d42d1ca3p-33,
    0x1.90df137cc1a36p-34,
    -0x1.ada2c97f3fdddp-36
  };

  private Bessel() {}

  /// I0(x) for FLOAT64 or FLOAT32.
  public static Value i0(Body b, Value x) {
    if (x.type() == LaneType.FLOAT32) {
      return b.convert(i0(b, b.convert(x, LaneType.FLOAT64)), LaneType.FLOAT32);
    }
    Value size = b.abs(x);
    Value half = b.mul(size, b.constant(0.5));
    Value eight = b.constant(8.0);
    Value inside = b.min(half, b.constant(4.0));
    Value series = Lanes.horner(b, b.mul(inside, inside), SERIES);
    Value outside = b.max(size, eight);
    Value s = b.sub(b.div(b.constant(16.0), outside), b.constant(1.0));
    Value root = b.div(Lanes.horner(b, s, SCALED), b.sqrt(outside));
    Value power = Exponential.exp(b, half);
    Value large = b.mul(b.mul(power, root), power);
    // infinity over its own root is 0, not what the limit is
    Value infinity = b.constant(Double.POSITIVE_INFINITY);
    Value result = b.select(b.le(size, eight), series, large);
    return b.select(b.lt(size, infinity), result, size);
  }
}
