package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.Arrays;

/// The error function and its complement.
///
/// |x| < 3/4: erf(x) = x + x e(x^2) with a minimax polynomial e, and erfc(x) = 1 - x - x e(x^2),
/// the first difference as the sum of two numbers. Beyond, (1 + 2 |x|) exp(x^2) erfc(|x|) is smooth
/// to infinity in t = (|x| - 15/4) / (|x| + 15/4), one polynomial P (M. M. Shepherd and J. G.
/// Laframboise, Chebyshev approximation of (1 + 2x) exp(x^2) erfc x, Mathematics of Computation 36,
/// 1981), and erf = 1 - erfc.
///
/// In FLOAT64 the square, the exponential, P, their product and the quotient are sums of two
/// numbers (T. J. Dekker, A floating-point technique for extending the available precision, 1971).
/// FLOAT32 is computed in FLOAT64 with shorter polynomials.
///
/// Error bounds: 0.85 ULP for erf and 0.8 ULP for erfc, 1 ULP below the normal range; 0.53 and 0.57
/// ULP in FLOAT32.
public final class ErrorFunction {
  /// Minimax coefficients of e in z - 9/32.
  private static final double[] SMALL = {
    0x1.fb2184ae7fc2cp-6,
    -0x1.463cc3a12a7f2p-2,
    0x1.7ac15799c5024p-4,
    -0x1.622345eddb99ep-6,
    0x1.103c193008476p-8,
    -0x1.618237113a815p-11,
    0x1.8c79d2f59fbcdp-14,
    -0x1.86edbe83596d8p-17,
    0x1.57b5ef619377ep-20,
    -0x1.1104cd2da3a2cp-23,
    0x1.8a4a789e3ea47p-27
  };

  /// Minimax coefficients of e in z.
  private static final double[] SMALL_FLOAT32 = {
    0x1.06eba7ea3a61dp-3,
    -0x1.8127392ae21f2p-2,
    0x1.ce2ac7960b980p-4,
    -0x1.b7a89a04cbab3p-6,
    0x1.4f2cc6ee5b3d7p-8,
    -0x1.61e071f7f6e08p-11
  };

  /// Minimax coefficients of P.
  private static final double[] TAIL = {
    0x1.3ccda0b5d5dc2p+0,
    -0x1.1f367683f89a8p-3,
    0x1.d5f2948159e24p-9,
    0x1.510169d096960p-4,
    -0x1.bda9309a28b4ap-4,
    0x1.7a14188a95b61p-4,
    -0x1.e0d0fa6df4e27p-5,
    0x1.d0b0037f2273ap-6,
    -0x1.3f603c3731e39p-7,
    0x1.cc3a0d269601dp-10,
    0x1.33fb2954a9b64p-12,
    -0x1.303f81c722716p-12,
    0x1.b1433354c10aep-15,
    0x1.77827ab997da9p-16,
    -0x1.7ff5015005155p-17,
    -0x1.03cfdfc25ceacp-20,
    0x1.d4ee74e018dd3p-20,
    -0x1.1e395a6ea5a0ap-24,
    -0x1.0b8f49cf2fda2p-22,
    0x1.123ced2166dd5p-25,
    0x1.e559a34c3c897p-26,
    -0x1.d99ce5a13a436p-28
  };

  /// The first one less its rounded value.
  private static final double TAIL_LOW = 0x1.e530185d5f1fcp-54;

  private static final double[] TAIL_FLOAT32 = {
    0x1.3ccda0b2d45e4p+0,
    -0x1.1f3676600ecf6p-3,
    0x1.d5f6f050a2cf2p-9,
    0x1.51015f7931029p-4,
    -0x1.bdad4687ce48ep-4,
    0x1.7a136df59ff8cp-4,
    -0x1.e07992d9d1f14p-5,
    0x1.d10677bd51631p-6,
    -0x1.4580996632574p-7,
    0x1.a75213d26f91fp-10,
    0x1.3d46e1d46896bp-11
  };

  private static final double EDGE = 0.75;

  /// Half of its square. From there the square and all terms of the polynomial are at most half as
  /// large, and so are their rounding errors.
  private static final double MIDDLE = EDGE * EDGE / 2;

  private static final double CENTRE = 3.75;

  /// Beyond it erfc is 0.
  private static final double END = 28;

  /// In FLOAT32; the square times 1 / ln 2 is an exponent of FLOAT64.
  private static final double END_FLOAT32 = 11;

  private ErrorFunction() {}

  /// erf(x) for FLOAT64 or FLOAT32.
  public static Value erf(Body b, Value x) {
    if (Lanes.isFloat64(x)) {
      return erf(b, x, true);
    }
    return b.convert(erf(b, b.convert(x, LaneType.FLOAT64), false), LaneType.FLOAT32);
  }

  /// erfc(x) for FLOAT64 or FLOAT32.
  public static Value erfc(Body b, Value x) {
    if (Lanes.isFloat64(x)) {
      return erfc(b, x, true);
    }
    return b.convert(erfc(b, b.convert(x, LaneType.FLOAT64), false), LaneType.FLOAT32);
  }

  private static Value erf(Body b, Value x, boolean wide) {
    Value size = size(b, x, wide);
    Value small = small(b, x, wide);
    Value large = b.sub(b.constant(1.0), wide ? exactComplement(b, size) : complement(b, size));
    Value sign = b.and(Lanes.bits(b, x), b.constant(Long.MIN_VALUE));
    large = b.reinterpret(b.or(Lanes.bits(b, large), sign), LaneType.FLOAT64);
    return b.select(b.lt(size, b.constant(EDGE)), b.add(x, small), large);
  }

  private static Value erfc(Body b, Value x, boolean wide) {
    Value one = b.constant(1.0);
    Value size = size(b, x, wide);
    Value head = b.sub(one, x);
    Value rest = b.sub(b.sub(one, head), x);
    Value near = b.add(head, b.sub(rest, small(b, x, wide)));
    Value far = wide ? exactComplement(b, size) : complement(b, size);
    far = b.select(b.lt(x, b.constant(0.0)), b.sub(b.constant(2.0), far), far);
    return b.select(b.lt(size, b.constant(EDGE)), near, far);
  }

  private static Value size(Body b, Value x, boolean wide) {
    Value end = b.constant(wide ? END : END_FLOAT32);
    Value size = b.abs(x);
    return b.select(b.gt(size, end), end, size);
  }

  /// x e(x^2).
  private static Value small(Body b, Value x, boolean wide) {
    if (!wide) {
      return b.mul(x, Lanes.horner(b, b.mul(x, x), SMALL_FLOAT32));
    }
    return b.mul(x, Lanes.horner(b, b.fma(x, x, b.constant(-MIDDLE)), SMALL));
  }

  private static Value variable(Body b, Value size) {
    Value centre = b.constant(CENTRE);
    return b.div(b.sub(size, centre), b.add(size, centre));
  }

  /// exp(-x^2) P(t) / (1 + 2x) for FLOAT32.
  private static Value complement(Body b, Value x) {
    Value exponent = b.mul(b.mul(x, x), b.constant(-0x1.71547652b82fep+0));
    Value tail = Lanes.horner(b, variable(b, x), TAIL_FLOAT32);
    Value divisor = b.fma(x, b.constant(2.0), b.constant(1.0));
    return b.div(b.mul(twoToThe(b, exponent), tail), divisor);
  }

  /// 2 to the power e in FLOAT64, good for FLOAT32; e within the exponents of FLOAT64.
  private static Value twoToThe(Body b, Value e) {
    Value round = b.constant(Lanes.ROUND);
    Value t = b.add(e, round);
    Value power =
        Lanes.horner(
            b,
            b.sub(e, b.sub(t, round)),
            1.0,
            0x1.62e430af207f7p-1,
            0x1.ebfbcd573a3a7p-3,
            0x1.c6aed92283596p-5,
            0x1.3b39cfa514edfp-7,
            0x1.5f47dfed95781p-10,
            0x1.38c4b821ee1f6p-13);
    Value scale =
        b.add(b.shl(b.reinterpret(t, LaneType.INT64), 52), b.constant(0x3FF0000000000000L));
    return b.mul(power, b.reinterpret(scale, LaneType.FLOAT64));
  }

  /// The same for FLOAT64, rounded at the end.
  private static Value exactComplement(Body b, Value x) {
    Doubled square = Doubled.product(b, x, x);
    Doubled.Scaled exp = square.negative(b).exp(b);
    Value t = variable(b, x);
    Value varying = b.mul(t, Lanes.horner(b, t, Arrays.copyOfRange(TAIL, 1, TAIL.length)));
    Doubled tail = Doubled.ordered(b, b.constant(TAIL[0]), varying);
    tail = new Doubled(tail.high(), b.add(tail.low(), b.constant(TAIL_LOW)));
    Value twice = b.add(x, x);
    Doubled divisor = Doubled.ordered(b, twice, b.constant(1.0));
    Doubled quotient = exp.number().times(b, tail).over(b, divisor);
    return Doubled.scaled(b, quotient.rounded(b), exp.turns());
  }
}
