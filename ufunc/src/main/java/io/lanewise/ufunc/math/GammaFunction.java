package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.LogGammaZeros;
import java.util.List;

/// The gamma function and the logarithm of its size.
///
/// With a = |x|, y = a from 8 on, and y = a + 8 and P = a (a + 1) ... (a + 7) below; else P = 1:
///
/// - L = (y - 1/2) (log y - 1) + log(2 pi)/2 - 1/2 + S(1/y^2)/y = log Gamma(y), Stirling's series
///   with a minimax polynomial S (M. Abramowitz and I. A. Stegun, Handbook of Mathematical
///   Functions, 6.1.40);
/// - P = w (w + 6) (w + 10) (w + 12), w = a (a + 7);
/// - Gamma(a) = exp(L) / P, and by the reflection Gamma(-a) = -pi / (a sin(pi a) Gamma(a)), 6.1.17;
///   sin(pi a) / pi is (-1)^k r G(r^2), r = a - k, as in [Sinc].
///
/// Every quantity is the sum of two numbers, [Doubled]. Where log Gamma is 0, at 1 and 2, it is a
/// polynomial of the distance up to 1/8; near its zeros on the negative axis [LogGammaZeros]
/// computes it. FLOAT32 is computed in FLOAT64.
///
/// Poles: gamma of 0 is infinite with the sign of 0, and NaN of negative integers and -infinity, as
/// C99's tgamma has it; lgamma is infinite at all of them. Error bounds: 0.78 ULP for gamma, 1 ULP
/// below the normal range; 0.9 ULP for lgamma; 0.51 ULP in FLOAT32.
public final class GammaFunction {
  /// Minimax coefficients of S, the first one 1/12 rounded.
  public static final double[] STIRLING = {
    0x1.5555555555555p-4,
    -0x1.6c16c16c10ed2p-9,
    0x1.a01a0160610a9p-11,
    -0x1.3813342c23cb5p-11,
    0x1.b921c1e82b3a9p-11,
    -0x1.ee82a04fb9447p-10,
    0x1.46e071e5a83f1p-8
  };

  /// Minimax coefficients of log Gamma(1 + d) / d.
  private static final double[] AT_1 = {
    -0x1.2788cfc6fb619p-1,
    0x1.a51a6625307d3p-1,
    -0x1.9a4d55beab1fbp-2,
    0x1.151322ac7d906p-2,
    -0x1.a8b9c17b13cf6p-3,
    0x1.5b40cb101012cp-3,
    -0x1.2703a13898753p-3,
    0x1.010b366a482ffp-3,
    -0x1.c8075a88388f3p-4,
    0x1.9a02785c97336p-4,
    -0x1.7436c41e20005p-4,
    0x1.5528dbfab3f38p-4,
    -0x1.4a7fc3db03e7fp-4,
    0x1.31ed485e1a429p-4
  };

  /// Minimax coefficients of log Gamma(2 + d) / d.
  private static final double[] AT_2 = {
    0x1.b0ee6072093cep-2,
    0x1.4a34cc4a60faap-2,
    -0x1.13e001a557661p-4,
    0x1.51322ac7c59b0p-6,
    -0x1.e404fc20c6a25p-8,
    0x1.7add6f7eaef26p-9,
    -0x1.38ac5ebe21f63p-10,
    0x1.0b34d27f104a8p-11,
    -0x1.d3f5b57c821dfp-13,
    0x1.a4dfa42bd6590p-14,
    -0x1.7df49f01551b6p-15
  };

  private static final double SHIFT = 8;

  /// Below it Gamma(x) is 1 / x to the last bit.
  private static final double TINY = 0x1p-60;

  /// From here on gamma is infinite, and 0 on the negative side.
  private static final double END = 190;

  /// Below it the terms of log Gamma cancel on the negative axis. The two zeros between -3 and -2
  /// have nothing larger between them.
  private static final double SMALL = 0.125;

  private GammaFunction() {}

  /// Gamma(x) for FLOAT64 or FLOAT32.
  public static Value gamma(Body f, Value x) {
    if (Lanes.isFloat64(x)) {
      return gamma64(f, x);
    }
    return f.convert(gamma64(f, f.convert(x, LaneType.FLOAT64)), LaneType.FLOAT32);
  }

  /// log |Gamma(x)| for FLOAT64 or FLOAT32.
  public static Value lgamma(Body f, Value x) {
    if (!Lanes.isFloat64(x)) {
      return f.convert(lgamma64(f, f.convert(x, LaneType.FLOAT64)), LaneType.FLOAT32);
    }
    Value y = lgamma64(f, x);
    Value small = f.lt(f.abs(y), f.constant(SMALL));
    ScalarFunction nearZeros =
        new ScalarFunction(
            LogGammaZeros.class, "lgamma", LaneType.FLOAT64, List.of(LaneType.FLOAT64));
    return f.rare(f.and(f.lt(x, f.constant(0.0)), small), y, nearZeros, x);
  }

  private static Value gamma64(Body f, Value x) {
    Value zero = f.constant(0.0);
    Value end = f.constant(END);
    Value size = f.abs(x);
    size = f.select(f.gt(size, end), end, size);
    Value negative = f.lt(x, zero);
    Doubled product = product(f, size);
    Doubled.Scaled exp = stirling(f, size).normal(f).exp(f);
    Distance distance = distance(f, f.abs(x), false);
    // -(-1)^k P / (a r G exp(L)): the sign of the integer nearest to a is in the last bit of its
    // sum
    Doubled reflected = exp.number().times(f, distance.sine()).times(f, size);
    Doubled numerator = Doubled.select(f, negative, product, exp.number());
    Doubled denominator = Doubled.select(f, negative, reflected, product);
    Value quotient = numerator.over(f, denominator).rounded(f);
    Value turns = exp.turns();
    Value back = f.sub(f.constant(2 * Lanes.ROUND), turns);
    Value y = Doubled.scaled(f, quotient, f.select(negative, back, turns));
    Value even = f.shl(f.not(Lanes.bits(f, distance.sum())), 63);
    Value sign = f.select(negative, even, f.constant(0L));
    y = f.reinterpret(f.xor(Lanes.bits(f, y), sign), LaneType.FLOAT64);

    Value infinity = f.constant(Double.POSITIVE_INFINITY);
    y = f.select(f.le(end, x), infinity, y);
    Value pole = f.and(negative, f.eq(distance.r(), zero));
    y = f.select(pole, f.constant(Double.NaN), y);
    y = f.select(f.lt(size, f.constant(TINY)), f.div(f.constant(1.0), x), y);
    return f.select(f.eq(x, f.neg(infinity)), f.constant(Double.NaN), y);
  }

  private static Value lgamma64(Body f, Value x) {
    Value zero = f.constant(0.0);
    Value one = f.constant(1.0);
    Value size = f.abs(x);
    Value negative = f.lt(x, zero);
    Distance distance = distance(f, size, true);
    Doubled product = product(f, size);
    // L less the logarithm of P, or with the opposite sign of P / (a r G)
    Doubled reflected = product.over(f, distance.sine().times(f, size));
    Doubled divisor = Doubled.select(f, negative, reflected, product);
    Doubled sum = stirling(f, size);
    // -log a of the smallest, with 2^100 in and out
    Value tiny = f.lt(size, f.constant(TINY));
    Doubled raised = new Doubled(f.mul(size, f.constant(0x1p100)), zero);
    divisor = Doubled.select(f, tiny, raised, divisor);
    Doubled hundred =
        new Doubled(f.constant(0x1.1542457337d43p+6), f.constant(-0x1.e3948c376279dp-50));
    sum = Doubled.select(f, tiny, hundred, sum);
    Doubled log = Power.log(f, divisor.high());
    Value correction = f.div(divisor.low(), divisor.high());
    log = new Doubled(log.high(), f.add(log.low(), correction));
    Doubled difference = sum.plus(f, log.negative(f));
    Value y = difference.rounded(f);
    y = f.select(f.and(negative, f.not(tiny)), f.neg(y), y);

    Value two = f.constant(2.0);
    Value second = f.gt(size, f.constant(1.5));
    Value d = f.sub(x, f.select(second, two, one));
    Value near = f.le(f.abs(d), f.constant(0.125));
    y = f.select(near, nearZero(f, d, second), y);

    Value infinity = f.constant(Double.POSITIVE_INFINITY);
    Value pole = f.and(f.le(x, zero), f.eq(distance.r(), zero));
    // (y - 1/2) (log y - 1) leaves the format with the result
    Value beyond = f.gt(size, f.constant(0x1.754d9278b51a7p+1014));
    y = f.select(f.or(pole, beyond), infinity, y);
    return f.select(f.eq(x, x), y, x);
  }

  /// log Gamma(1 + d) or, where `second` says so, log Gamma(2 + d).
  private static Value nearZero(Body f, Value d, Value second) {
    Value sum = f.constant(0.0);
    for (int i = AT_1.length - 1; i > 0; i--) {
      Value c = f.select(second, f.constant(i < AT_2.length ? AT_2[i] : 0), f.constant(AT_1[i]));
      sum = f.fma(sum, d, c);
    }
    Value low =
        f.select(second, f.constant(0x1.8756e4438b173p-58), f.constant(0x1.ba5b7805c8bddp-59));
    Value first = f.select(second, f.constant(AT_2[0]), f.constant(AT_1[0]));
    return f.fma(d, first, f.mul(d, f.fma(sum, d, low)));
  }

  /// P.
  private static Doubled product(Body f, Value a) {
    Doubled w = Doubled.ordered(f, f.constant(7.0), a).times(f, a);
    Doubled product = w.times(f, w.plus(f, f.constant(6.0)));
    product = product.times(f, w.plus(f, f.constant(10.0)));
    product = product.times(f, w.plus(f, f.constant(12.0)));
    Value small = f.lt(a, f.constant(SHIFT));
    return Doubled.select(f, small, product, new Doubled(f.constant(1.0), f.constant(0.0)));
  }

  /// L.
  private static Doubled stirling(Body f, Value a) {
    Value zero = f.constant(0.0);
    Value shift = f.select(f.lt(a, f.constant(SHIFT)), f.constant(SHIFT), zero);
    Doubled y = Doubled.ordered(f, shift, a);
    Value inverse = f.div(f.constant(1.0), y.high());
    Doubled log = Power.log(f, y.high()).plusSmaller(f, f.constant(-1.0));
    log = new Doubled(log.high(), f.fma(y.low(), inverse, log.low()));
    Doubled sum = y.plusSmaller(f, f.constant(-0.5)).times(f, log);
    sum =
        sum.plusSmaller(
            f, new Doubled(f.constant(0x1.acfe390c97d69p-2), f.constant(0x1.3494bc9001442p-56)));
    Value z = f.mul(inverse, inverse);
    // S(z) / y with y to its last bit: its derivative is too small to matter
    Value series = f.mul(Lanes.horner(f, z, STIRLING), inverse);
    return sum.plusSmaller(f, series);
  }

  /// a less the integer nearest to it, r; that integer in the low bits of `sum`; and r G(r^2), or
  /// |r| G(r^2).
  private record Distance(Value sum, Value r, Doubled sine) {}

  private static Distance distance(Body f, Value a, boolean absolute) {
    Value limit = f.constant(0x1p52);
    Value sum = f.add(a, limit);
    Value r = f.select(f.lt(a, limit), f.sub(a, f.sub(sum, limit)), f.constant(0.0));
    return new Distance(sum, r, Sinc.near(f, r).times(f, absolute ? f.abs(r) : r));
  }
}
