package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.LargeHyperbolic;
import java.util.List;

/// The hyperbolic functions sinh, cosh and tanh.
///
/// |x| = k ln 2 + r as in [Exponential]. With p = (2^k - 2^-k) / 2 and q = (2^k + 2^-k) / 2, the
/// addition theorems give sinh |x| = p cosh(r) + q sinh(r) and cosh x = q cosh(r) + p sinh(r)
/// without a division and without cancellation: p + q r is split into its rounded value and the
/// exact rest, and the rest takes up what minimax polynomials give for cosh(r) - 1 and sinh(r) - r.
/// p and q are exact up to k = 26; what p lost beyond counts with exp(-r), nearly 1 - r. Large |x|,
/// where 2^k may overflow, go to [LargeHyperbolic].
///
/// tanh |x| = -m / (2 + m) with m = exp(-2 |x|) - 1, both with some bits more than one number of
/// the format, and a quotient that is corrected once by its remainder; in FLOAT32 it is
/// [Piecewise].
///
/// Error bounds: sinh and cosh 0.9 ULP, tanh 0.8 ULP; sinh(-0) = -0 and tanh(-0) = -0, cosh(0) = 1.
public final class Hyperbolic {
  /// Minimax coefficients of (sinh(r) - r) / r^3 in r^2.
  private static final double[] SINH = {
    0x1.5555555555559p-3,
    0x1.111111110f62ap-7,
    0x1.a01a01b0208d7p-13,
    0x1.71ddf7ae64560p-19,
    0x1.af5ff7e9d70a9p-26
  };

  private static final double[] SINH_FLOAT32 = {0x1.555556p-3, 0x1.110fbep-7, 0x1.a2e342p-13};

  /// Minimax coefficients of (cosh(r) - 1) / r^2 in r^2.
  private static final double[] COSH = {
    0x1.000000000000cp-1,
    0x1.555555554fd67p-5,
    0x1.6c16c1863e3fbp-10,
    0x1.a01994ff136dfp-16,
    0x1.28b1be860a303p-22
  };

  private static final double[] COSH_FLOAT32 = {0x1p-1, 0x1.5554e6p-5, 0x1.6d4f14p-10};

  private Hyperbolic() {}

  /// sinh(x) for FLOAT64 or FLOAT32.
  public static Value sinh(Body b, Value x) {
    return Lanes.withSign(b, sum(b, x, false), x);
  }

  /// cosh(x) for FLOAT64 or FLOAT32.
  public static Value cosh(Body b, Value x) {
    return sum(b, x, true);
  }

  private static Value sum(Body b, Value x, boolean cosine) {
    LaneType type = x.type();
    Value size = b.abs(x);
    Doubled sum = parts(b, size, cosine);
    return b.rare(
        b.gt(size, Lanes.constant(b, type, 700, 80)),
        sum.rounded(b),
        new ScalarFunction(LargeHyperbolic.class, "cosh", type, List.of(type)),
        size);
  }

  /// sinh or cosh of a size up to 700, in FLOAT32 80, as a number and a small rest.
  static Doubled parts(Body b, Value size, boolean cosine) {
    LaneType type = size.type();
    boolean wide = Lanes.isFloat64(size);
    Exponential.Reduced reduced = Exponential.reduce(b, size, null);
    Value bits = Lanes.bits(b, reduced.t());
    Value bias = Lanes.literal(b, type, 1022L, 126);
    int shift = wide ? 52 : 23;
    Value growing = b.reinterpret(b.shl(b.add(bits, bias), shift), type);
    Value falling = b.reinterpret(b.shl(b.sub(bias, bits), shift), type);
    Value difference = b.sub(growing, falling);
    Value total = b.add(growing, falling);
    Value main = cosine ? total : difference;
    Value other = cosine ? difference : total;

    Value r = reduced.r();
    Value z = b.mul(r, r);
    Value head = b.fma(other, reduced.first(), main);
    Value rest = b.fma(other, reduced.first(), b.sub(main, head));
    // What the sum of the powers of 2 lost, times exp(-r).
    Value lost =
        cosine ? b.add(b.sub(growing, main), falling) : b.sub(b.sub(growing, main), falling);
    rest = b.add(rest, b.fma(b.neg(lost), r, lost));
    rest =
        b.fma(
            b.mul(other, Lanes.constant(b, type, -Logarithm.LN2_LOW, -Logarithm.LN2_LOW_FLOAT32)),
            reduced.k(),
            rest);
    Value sine = b.mul(b.mul(other, r), Lanes.horner(b, z, wide ? SINH : SINH_FLOAT32));
    Value cosh = b.mul(main, Lanes.horner(b, z, wide ? COSH : COSH_FLOAT32));
    return new Doubled(head, b.fma(z, b.add(sine, cosh), rest));
  }

  /// tanh(x) for FLOAT64 or FLOAT32.
  public static Value tanh(Body b, Value x) {
    return Lanes.isFloat64(x)
        ? Lanes.withSign(b, tanh64(b, x), x)
        : Lanes.givenSign(b, tanh32(b, x), x);
  }

  private static Value tanh32(Body b, Value x) {
    // From 9.5 on the result is 1.
    Value bits = b.min(Lanes.bits(b, b.abs(x)), b.constant(Float.floatToRawIntBits(9.5f)));
    Value size = b.reinterpret(bits, LaneType.FLOAT32);
    // The exponent and the two highest bits of the significand, of 1/16 less a bit at least.
    Value index = b.ushr(b.max(bits, b.constant(Float.floatToRawIntBits(0.0625f) - 1)), 21);
    Value y = Piecewise.tanh(b, size, index);
    return b.seldom(b.ne(x, x), x, y);
  }

  private static Value tanh64(Body b, Value x) {
    Value size = b.abs(x);
    // Beyond, the result is 1.
    Value limit = b.constant(20.0);
    size = b.select(b.gt(size, limit), limit, size);
    Exponential.Reduced reduced = Exponential.reduce(b, b.mul(size, b.constant(-2.0)), null);
    Exponential.Minus1 m = Exponential.minus1(b, reduced, 1023, 1, false);
    // -(2 + m), whose rounding error is found exactly.
    Value minusTwo = b.constant(-2.0);
    Value high = b.add(m.head(), m.rest());
    Value low = Lanes.lostOfLarger(b, m.head(), m.rest(), high);
    Value divisor = b.sub(minusTwo, high);
    Value divisorLow = b.sub(b.sub(b.sub(minusTwo, divisor), high), low);
    return Lanes.quotient(b, high, low, divisor, divisorLow);
  }
}
