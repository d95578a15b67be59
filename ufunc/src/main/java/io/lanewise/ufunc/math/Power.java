package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.LargePower;
import java.util.List;
import java.util.stream.IntStream;

/// x to the power y as exp(y log |x|), with the special cases of C99 annex F and NumPy.
///
/// log |x| must hold to some 2^-66, or 2^-33 in FLOAT32, since the exponential turns its absolute
/// error into a relative one and y log |x| goes up to 745, or 104. Every quantity that matters is
/// therefore the sum of two numbers (T. J. Dekker, A floating-point technique for extending the
/// available precision, 1971). |x| = 2^k m; m lies in one of 16 intervals, each with a short number
/// R near 1 / m, and f = m R - 1 is exact (P. T. P. Tang, Table-driven implementation of the
/// logarithm function in IEEE floating-point arithmetic, ACM TOMS 16, 1990). log |x| = k ln 2 -
/// log(R) + f - f^2/2 + f^3/3 + f^4 T(f), where only T is evaluated in plain FLOAT64, and in
/// FLOAT32 all from f^3 on. exp(e) = 2^(n/16) exp(r), n the integer nearest to 16 e / ln 2, with a
/// table of 2^(j/16), of what its numbers lost, and a polynomial (Tang, Table-driven implementation
/// of the exponential function, ACM TOMS 15, 1989). All else but positive normal x and results in
/// the normal range is seldom computed, and NaN, infinite and subnormal x, and |y| >= 2^51 or 2^22,
/// go to [LargePower].
///
/// Exact: x^0 = 1, x^1 = x, x^2 = x * x and x^0.5 = sqrt(x) (rounded as those are), and every power
/// that is a floating-point number. Error bound: 0.76 ULP in FLOAT64, 0.78 ULP in FLOAT32, 1 ULP
/// below the normal range.
public final class Power {
  /// The first interval of m begins there; 1 lies inside of one, whose R is 1.
  private static final double START = 1 - 19 / 64.0;

  /// There are as many intervals of m as numbers 2^(j/16).
  private static final int SIZE = 16;

  private static final int SIZE_BITS = 4;

  private static final double[] R = {
    0x1.6p0, 0x1.58p0, 0x1.48p0, 0x1.38p0, 0x1.3p0, 0x1.28p0,
    0x1.18p0, 0x1.1p0, 0x1.08p0, 0x1p0, 0x1.ep-1, 0x1.cp-1,
    0x1.bp-1, 0x1.ap-1, 0x1.8p-1, 0x1.7p-1
  };

  /// What depends on the format.
  ///
  /// @param log -log(R), so short that its sum with k times ln2 is exact
  /// @param logRest what is left of -log(R)
  /// @param ln2 ln 2 as short
  /// @param ln2Rest what is left of ln 2
  /// @param t minimax coefficients of T; in FLOAT32 of -2/3 + f/2 - ..., what log(1 + f) - f +
  ///   f^2/2 is over -f^3/2, as pairs in powers of -f^2/2
  /// @param roots 2^(j/16) rounded
  /// @param rootsRest what is left of it, over it
  /// @param step ln 2 / 16, so short that its products with n are exact
  /// @param stepRest what is left of ln 2 / 16
  /// @param exp minimax coefficients of (exp(r) - 1 - r) / r^2, |r| <= ln 2 / 32; in FLOAT32 to
  ///   0.067, since n is found without the low part of the logarithm
  private record Tables(
      double[] log,
      double[] logRest,
      double ln2,
      double ln2Rest,
      double[] t,
      double[] roots,
      double[] rootsRest,
      double step,
      double stepRest,
      double[] exp) {}

  private static final Tables FLOAT64 =
      new Tables(
          new double[] {
            -0x1.4618bc21c6p-2,
            -0x1.2e8e2bae12p-2,
            -0x1.fb9186d5e4p-3,
            -0x1.9525a9cf46p-3,
            -0x1.5ff3070a7ap-3,
            -0x1.29552f82p-3,
            -0x1.6f0d28ae58p-4,
            -0x1.f0a30c0118p-5,
            -0x1.f829b0e78p-6,
            0,
            0x1.08598b59e4p-4,
            0x1.1178e8227ep-3,
            0x1.5bf406b544p-3,
            0x1.a93ed3c8aep-3,
            0x1.269621134ep-2,
            0x1.522ae0738ap-2
          },
          new double[] {
            0x1.3d82f484c84ccp-46,
            0x1.67b1e99b72bd8p-45,
            0x1.d572aab993c87p-47,
            0x1.297137d9f158fp-44,
            0x1.8586f183bebf2p-44,
            0x1.5b967f4471dfcp-44,
            0x1.4b4641b664613p-44,
            0x1.d599e83368e91p-45,
            -0x1.980267c7e09e4p-45,
            0,
            -0x1.7e5dd7009902cp-46,
            0x1.1ef78ce2d07f2p-45,
            -0x1.27023eb68981cp-46,
            -0x1.8724350562169p-45,
            -0x1.1b61f10522625p-44,
            0x1.ebe708164c759p-45
          },
          0x1.62e42fefa38p-1,
          0x1.ef35793c7673p-45,
          new double[] {
            -0x1.00000000000f1p-2,
            0x1.9999999999698p-3,
            -0x1.5555555332552p-3,
            0x1.2492492a3e6e3p-3,
            -0x1.00000ce73758ap-3,
            0x1.c71c127ca9fc6p-4,
            -0x1.9959c63e915bep-4,
            0x1.7588d5f214d86p-4,
            -0x1.8d8e38aee46f4p-4
          },
          new double[] {
            0x1p0,
            0x1.0b5586cf9890fp0,
            0x1.172b83c7d517bp0,
            0x1.2387a6e756238p0,
            0x1.306fe0a31b715p0,
            0x1.3dea64c123422p0,
            0x1.4bfdad5362a27p0,
            0x1.5ab07dd485429p0,
            0x1.6a09e667f3bcdp0,
            0x1.7a11473eb0187p0,
            0x1.8ace5422aa0dbp0,
            0x1.9c49182a3f09p0,
            0x1.ae89f995ad3adp0,
            0x1.c199bdd85529cp0,
            0x1.d5818dcfba487p0,
            0x1.ea4afa2a490dap0
          },
          new double[] {
            0,
            0x1.79aa65d837b6dp-54,
            -0x1.01b15eaa59348p-55,
            0x1.68efde3a8a894p-54,
            0x1.34d754db0abb6p-55,
            0x1.59f48a72a4c6dp-55,
            0x1.690cebb7aafbp-56,
            0x1.063e1e21c5409p-54,
            -0x1.3b3efbf5e2228p-54,
            -0x1.b32dcb94da51dp-56,
            0x1.db72fc1f0eab4p-55,
            0x1.1affc2b91ce27p-56,
            0x1.c1a7792cb3387p-55,
            0x1.36eae30af0cb3p-56,
            0x1.4a385a63d07a7p-56,
            -0x1.ff7128fd391fp-55
          },
          0x1.62e42fefa4p-5,
          -0x1.8432a1b0e2634p-47,
          new double[] {
            0x1.0000000000004p-1,
            0x1.5555555555559p-3,
            0x1.555555547f8a8p-5,
            0x1.111111107e624p-7,
            0x1.6c18415e57597p-10,
            0x1.a01b9d8c8c7cfp-13
          });

  private static final Tables FLOAT32 =
      new Tables(
          new double[] {
            -0x1.4618p-2,
            -0x1.2e9p-2,
            -0x1.fb9p-3,
            -0x1.9528p-3,
            -0x1.5ffp-3,
            -0x1.2958p-3,
            -0x1.6f1p-4,
            -0x1.f0ap-5,
            -0x1.f84p-6,
            0,
            0x1.086p-4,
            0x1.1178p-3,
            0x1.5bf8p-3,
            0x1.a94p-3,
            0x1.2698p-2,
            0x1.522cp-2
          },
          new double[] {
            -0x1.78438cp-19,
            0x1.d451eep-18,
            -0x1.86d5e4p-19,
            0x1.2b185ep-18,
            -0x1.83853cp-18,
            0x1.683fp-18,
            0x1.6ba8d4p-19,
            -0x1.86008cp-20,
            0x1.64f188p-18,
            0,
            -0x1.9d2988p-18,
            0x1.d044fcp-20,
            -0x1.fca55ep-18,
            -0x1.2c3752p-19,
            -0x1.deecb2p-18,
            -0x1.1f8c76p-18
          },
          0x1.62e4p-1,
          0x1.7f7d1cp-20,
          new double[] {-0x1.555556p-1, 0x1.ffffe2p-2, 0x1.998ed2p-1, -0x1.56057p-1, -0x1.374db4p0},
          new double[] {
            0x1p0,
            0x1.0b5586p0,
            0x1.172b84p0,
            0x1.2387a6p0,
            0x1.306fep0,
            0x1.3dea64p0,
            0x1.4bfdaep0,
            0x1.5ab07ep0,
            0x1.6a09e6p0,
            0x1.7a1148p0,
            0x1.8ace54p0,
            0x1.9c4918p0,
            0x1.ae89fap0,
            0x1.c199bep0,
            0x1.d5818ep0,
            0x1.ea4afap0
          },
          new double[] {
            0,
            0x1.8d96d4p-25,
            -0x1.9c0c22p-27,
            0x1.964904p-25,
            0x1.125002p-25,
            0x1.370be4p-25,
            -0x1.0a355p-25,
            -0x1.00d8acp-27,
            0x1.26055cp-26,
            -0x1.05cb44p-25,
            0x1.67a1cap-28,
            0x1.a3b5e4p-28,
            -0x1.f9c304p-27,
            -0x1.6961b4p-28,
            -0x1.a5217cp-28,
            0x1.61428ep-28
          },
          0x1.62ep-5,
          0x1.0bfbe8p-19,
          new double[] {0x1.fffffep-2, 0x1.556664p-3, 0x1.5569a2p-5});

  private Power() {}

  private static Tables tables(LaneType type) {
    return type == LaneType.FLOAT64 ? FLOAT64 : FLOAT32;
  }

  /// x to the power y; both FLOAT64 or both FLOAT32.
  public static Value power(Body b, Value x, Value y) {
    Lanes.isFloat64(x);
    LaneType type = x.type();
    Tables tables = tables(type);
    Value size = b.abs(x);
    Doubled log = log(b, size);
    Value e = b.mul(y, log.high());

    // y log |x| = n ln 2 / 16 + r, where n times the first part of that is exact
    Value round = Lanes.round(b, type);
    Value t = b.fma(e, b.constant(type, SIZE * Logarithm.LOG2_E), round);
    Value n = b.sub(t, round);
    Value bits = Lanes.bits(b, t);
    Value r = b.fma(y, log.high(), b.mul(n, b.constant(type, -tables.step)));
    Value rest =
        b.fma(n, b.constant(type, -tables.stepRest), Lanes.lookup(b, bits, tables.rootsRest));
    r = b.add(r, b.fma(y, log.low(), rest));
    Value square = b.mul(r, r);
    Value more = b.fma(square, Lanes.pairs(b, r, square, tables.exp), r);
    // The table's bits make up for those of n that fall into the significand.
    int place = significandBits(type) - SIZE_BITS;
    Value root = b.add(b.lookup(bits, rootsLessIndex(type)), b.shl(bits, place));
    root = b.reinterpret(root, type);
    Value usual = b.fma(root, more, root);

    double least = type == LaneType.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
    Value isUsual = Lanes.isBetween(b, x, least, Double.POSITIVE_INFINITY);
    isUsual = b.and(isUsual, b.lt(b.abs(e), Lanes.constant(b, type, 708, 87)));
    isUsual = b.and(isUsual, isNeitherTwoNorHalf(b, y));
    root = Lanes.lookup(b, bits, tables.roots);
    Value turns = b.reinterpret(b.ushr(bits, SIZE_BITS), type);
    Value anySize = Doubled.scaled(b, b.fma(root, more, root), turns);
    Value isZero = b.eq(x, b.constant(type, 0));
    Value exponent = b.select(isZero, b.mul(y, b.constant(type, Double.NEGATIVE_INFINITY)), e);
    Value highest = Lanes.constant(b, type, 711, 90);
    Value lowest = Lanes.constant(b, type, -747, -105);
    Value infinity = b.constant(type, Double.POSITIVE_INFINITY);
    anySize = b.select(b.gt(exponent, highest), infinity, anySize);
    anySize = b.select(b.lt(exponent, lowest), b.constant(type, 0), anySize);
    Value regular = b.or(b.not(Logarithm.irregular(b, size)), isZero);
    Value special =
        b.rare(
            b.not(b.and(regular, b.lt(b.abs(y), Lanes.constant(b, type, 0x1p51, 0x1p22f)))),
            special(b, x, y, size, anySize),
            new ScalarFunction(LargePower.class, "power", type, List.of(type, type)),
            x,
            y);
    return b.seldom(b.not(isUsual), special, usual);
  }

  /// The bits of a format below those of the exponent.
  private static int significandBits(LaneType type) {
    return type == LaneType.FLOAT64 ? 52 : 23;
  }

  private static long[] rootsLessIndex(LaneType type) {
    double[] roots = tables(type).roots;
    int place = significandBits(type) - SIZE_BITS;
    return IntStream.range(0, SIZE)
        .mapToLong(j -> Lanes.bits(type, roots[j]) - ((long) j << place))
        .toArray();
  }

  /// Whether y is not 2 or 1/2: their bits differ in one place.
  private static Value isNeitherTwoNorHalf(Body b, Value y) {
    LaneType type = y.type();
    Value half = Lanes.bits(b, b.constant(type, 0.5));
    Value two = Lanes.bits(b, b.constant(type, 2));
    Value distance = b.sub(Lanes.bits(b, y), half);
    Value other = b.not(b.sub(two, half));
    return b.ne(b.and(distance, other), b.constant(Lanes.bits(type), 0));
  }

  /// log(x) of a positive normal number, to some 2^-65 of it in FLOAT64 and 2^-33 in FLOAT32.
  static Doubled log(Body b, Value x) {
    LaneType type = x.type();
    Tables tables = tables(type);
    Split split = Split.of(b, x, START);
    Value k = split.k();
    Value interval = b.ushr(split.bits(), significandBits(type) - SIZE_BITS);
    Value f = b.fma(split.m(), Lanes.lookup(b, interval, R), b.constant(type, -1));

    Value main = b.fma(k, b.constant(type, tables.ln2), Lanes.lookup(b, interval, tables.log));
    Value rest =
        b.fma(k, b.constant(type, tables.ln2Rest), Lanes.lookup(b, interval, tables.logRest));
    Doubled sum = plusCurved(b, Doubled.ordered(b, main, f), f);
    return new Doubled(sum.high(), b.add(sum.low(), rest));
  }

  /// `sum` + log(1 + f) - f.
  private static Doubled plusCurved(Body b, Doubled sum, Value f) {
    LaneType type = f.type();
    double[] t = tables(type).t;
    if (type == LaneType.FLOAT32) {
      Value half = b.mul(f, b.constant(-0.5f));
      Value square = b.mul(half, f);
      sum = sum.plusSmallerProduct(b, half, f);
      Value more = b.fma(b.mul(square, f), Lanes.pairs(b, f, square, t), sum.low());
      return new Doubled(sum.high(), more);
    }
    Doubled square = Doubled.product(b, f, f);
    // -1/2 + f/3 + f^2 T(f)
    Doubled weight =
        new Doubled(b.constant(-0.5), b.mul(square.high(), Lanes.pairs(b, f, square.high(), t)))
            .plusSmallerProduct(b, f, b.constant(1 / 3.0));
    sum = sum.plusSmallerProduct(b, square.high(), weight.high());
    Value low = b.fma(square.low(), weight.high(), sum.low());
    return new Doubled(sum.high(), b.fma(square.high(), weight.low(), low));
  }

  /// What the sign of x and certain exponents make of |x|^y; |y| is below 2^51, or 2^22 in FLOAT32.
  private static Value special(Body b, Value x, Value y, Value size, Value power) {
    LaneType type = x.type();
    power = b.select(b.eq(y, b.constant(type, 2)), b.mul(x, x), power);
    power = b.select(b.eq(y, b.constant(type, 0.5)), b.sqrt(size), power);
    // 0 to the power 0.
    power = b.select(b.eq(y, b.constant(type, 0)), b.constant(type, 1), power);
    Value round = Lanes.round(b, type);
    Value rounded = b.add(y, round);
    Value broken = b.ne(b.sub(rounded, round), y);
    Value odd = b.shl(Lanes.bits(b, rounded), Lanes.bits(type).bytes() * 8 - 1);
    odd = b.select(broken, b.constant(odd.type(), 0), odd);
    power = Lanes.flipped(b, power, b.and(odd, Lanes.bits(b, x)));
    Value none = b.and(b.lt(x, b.constant(type, 0)), broken);
    return b.select(none, b.constant(type, Double.NaN), power);
  }
}
