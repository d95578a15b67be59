package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The digamma function, the derivative of log Gamma.
///
/// With a = |x| and y = a from 8 on, y = a + 8 below: psi(y) = log y - 1/(2 y) - D(1/y^2)/y^2 with
/// a minimax polynomial D, and psi(a) = psi(a + 8) - 1/a - 1/(a + 1) - ... - 1/(a + 7), those
/// pairwise as (2 a + 7) (1/w + 1/(w + 6) + 1/(w + 10) + 1/(w + 12)), w = a (a + 7). psi(-a) =
/// psi(a) + 1/a + pi cot(pi a) (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
/// 6.3.5 to 6.3.7 and 6.3.18), where pi cot(pi r) = 1/r - r C(r^2), r the distance to the nearest
/// integer.
///
/// The logarithm and the sums are sums of two numbers, [Doubled]. Error bound: 0.55 ULP from 2 on;
/// some 2^-59 beside the zero at 1.4616, and 2^-50 beside those on the negative axis, where the
/// terms cancel. -infinity at 0 and infinity at -0, NaN at negative integers, as SciPy has it.
public final class Digamma {
  /// Minimax coefficients of D.
  private static final double[] ASYMPTOTIC = {
    0x1.5555555555549p-4,
    -0x1.11111110e7eabp-7,
    0x1.0410404fe6a5dp-8,
    -0x1.1110555efef29p-8,
    0x1.f012c26d7ce37p-8,
    -0x1.51547ca3ccab5p-6,
    0x1.f81c87e772167p-5
  };

  /// Minimax coefficients of C.
  private static final double[] COTANGENT = {
    0x1.a51a6625307d2p+1,
    0x1.151322ac7ddddp+1,
    0x1.0470984baf586p+1,
    0x1.010b36d30a41bp+1,
    0x1.004126e378826p+1,
    0x1.001106dcafcf4p+1,
    0x1.ffe37f1f4ec88p+0,
    0x1.00fb78a8421dfp+1,
    0x1.ed70fd5c0f437p+0,
    0x1.3d58487139942p+1,
    -0x1.7d59e7d4adf47p-3,
    0x1.1503e82f9bd6ep+3,
    -0x1.50f0c78299415p+3,
    0x1.bf8065638545bp+3
  };

  private Digamma() {}

  /// digamma(x) for FLOAT64 or FLOAT32.
  public static Value digamma(Body f, Value x) {
    if (Lanes.isFloat64(x)) {
      return wide(f, x);
    }
    return f.convert(wide(f, f.convert(x, LaneType.FLOAT64)), LaneType.FLOAT32);
  }

  private static Value wide(Body f, Value x) {
    Value zero = f.constant(0.0);
    Value one = f.constant(1.0);
    Value eight = f.constant(8.0);
    Value size = f.abs(x);
    Value small = f.lt(size, eight);
    Doubled y = Doubled.ordered(f, f.select(small, eight, zero), size);
    Doubled inverse = new Doubled(one, zero).over(f, y);
    Doubled log = Power.log(f, y.high());
    log = new Doubled(log.high(), f.fma(y.low(), inverse.high(), log.low()));
    Doubled far = log.plusSmaller(f, inverse.times(f, f.constant(-0.5)));
    Value z = f.mul(inverse.high(), inverse.high());
    Value minusZ = f.neg(z);
    far = new Doubled(far.high(), f.fma(minusZ, Lanes.horner(f, z, ASYMPTOTIC), far.low()));

    // 1/w + 1/(w + 12) and 1/(w + 6) + 1/(w + 10), each with one division
    Doubled w = Doubled.ordered(f, f.constant(7.0), size).times(f, size);
    Doubled six = w.plus(f, f.constant(6.0));
    Doubled middle = w.plus(f, f.constant(8.0));
    Doubled outer = six.over(f, w.times(f, w.plus(f, f.constant(12.0))));
    Doubled inner = middle.over(f, six.times(f, w.plus(f, f.constant(10.0))));
    Doubled twice = Doubled.sum(f, f.add(size, size), f.constant(7.0));
    Doubled sum = outer.plus(f, inner).times(f, twice).times(f, f.constant(-2.0));
    Value value = Doubled.select(f, small, far.plus(f, sum), far).rounded(f);

    Value limit = f.constant(0x1p52);
    Value r = f.select(f.lt(size, limit), f.sub(size, f.sub(f.add(size, limit), limit)), zero);
    Value cotangent = f.sub(f.div(one, r), f.mul(r, Lanes.horner(f, f.mul(r, r), COTANGENT)));
    Value reflected = f.add(f.add(value, f.div(one, size)), cotangent);
    reflected = f.select(f.eq(r, zero), f.constant(Double.NaN), reflected);
    value = f.select(f.lt(x, zero), reflected, value);
    // the logarithm of infinity, and what is -1/x to the last bit
    value = f.select(f.eq(x, f.constant(Double.POSITIVE_INFINITY)), x, value);
    value = f.select(f.lt(size, f.constant(0x1p-60)), f.div(f.constant(-1.0), x), value);
    return f.select(f.eq(x, x), value, x);
  }
}
