package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The inverse hyperbolic functions arcsinh, arccosh and arctanh, as NumPy names them.
///
/// arcsinh |x| = log(|x| + sqrt(1 + x^2)) from 1/2 on and x + x^3 A(x^2) below, with a minimax
/// polynomial A. arccosh(x) = log(x + sqrt(d^2 + 2 d)), d = x - 1. Sums, squares and roots keep
/// what they lose by rounding (T. J. Dekker, A floating-point technique for extending the available
/// precision, 1971; a root's error is its remainder over twice the root), and the logarithm is that
/// of [Logarithm] of a sum. Where the square might overflow both are log(2 |x|).
///
/// arctanh |x| = log((1 + |x|) / (1 - |x|)) / 2. With k near the base-2 logarithm of that quotient,
/// s = (n - d) / (n + d), n = 1 + |x| and d = 2^k (1 - |x|), it is k ln 2 / 2 + atanh(s), |s| <=
/// 1/5; for k = 0, s and its low part are |x| exactly.
///
/// Error bounds: arcsinh and arctanh 0.7 ULP, arccosh 0.9 ULP, in FLOAT32 1.0 ULP. arcsinh(-0) =
/// -0, arctanh(-0) = -0, arccosh(1) = 0.
public final class InverseHyperbolic {
  /// Minimax coefficients of A.
  private static final double[] ARCSINH = {
    -0x1.5555555555541p-3,
    0x1.333333333074ap-4,
    -0x1.6db6db6ba533cp-5,
    0x1.f1c71ba9303aep-6,
    -0x1.6e8b8c976506fp-6,
    0x1.1c4d2e9832798p-6,
    -0x1.c972d2f06139cp-7,
    0x1.794139efc1586p-7,
    -0x1.3866e590c1a15p-7,
    0x1.e930430b7a400p-8,
    -0x1.370082439991ep-8,
    0x1.c1ffeaff9059cp-10
  };

  private static final double[] ARCSINH_FLOAT32 = {
    -0x1.555536p-3, 0x1.3324ecp-4, -0x1.6b94a6p-5, 0x1.cd52d0p-6, -0x1.b0ff40p-7
  };

  private InverseHyperbolic() {}

  /// arcsinh(x) for FLOAT64 or FLOAT32.
  public static Value arcsinh(Body b, Value x) {
    Lanes.isFloat64(x);
    Value size = b.abs(x);
    Value far = b.not(b.lt(size, b.constant(x.type(), large(x.type()))));
    Value y = b.seldom(far, logarithmOfTwice(b, size), arcsinhOfSize(b, size, false));
    return Lanes.givenSign(b, y, x);
  }

  /// Beyond it the root of the square's sum with 1 is the number, but for less than a rounding.
  private static double large(LaneType type) {
    return type == LaneType.FLOAT64 ? 0x1p28 : 0x1p14;
  }

  /// log(2 x) of large numbers; infinity and NaN as they are.
  private static Value logarithmOfTwice(Body b, Value x) {
    LaneType type = x.type();
    Value y = Logarithm.ofSum(b, x, b.constant(type, 0), b.constant(type, 1));
    return b.select(b.lt(x, b.constant(type, Double.POSITIVE_INFINITY)), y, x);
  }

  /// arcsinh of a finite number that is not negative.
  ///
  /// @param any whether the number may be large
  static Value arcsinhOfSize(Body b, Value size, boolean any) {
    LaneType type = size.type();
    boolean wide = type == LaneType.FLOAT64;
    Value one = b.constant(type, 1);
    Value z = b.mul(size, size);
    Value a = Lanes.horner(b, z, wide ? ARCSINH : ARCSINH_FLOAT32);
    Value small = b.fma(b.mul(size, z), a, size);

    // Exact: 1 - square has no bit below the last one of the square.
    Value square = b.fma(size, size, one);
    Value squareLow = b.fma(size, size, b.sub(one, square));
    Value root = b.sqrt(square);
    Value rootLow = Lanes.rootLow(b, root, square, squareLow);
    Value sum = b.add(root, size);
    Value low = b.add(Lanes.lostOfLarger(b, root, size, sum), rootLow);
    Value more = null;
    if (any) {
      Value zero = b.constant(type, 0);
      Value far = b.gt(size, b.constant(type, large(type)));
      sum = b.select(far, size, sum);
      low = b.select(far, zero, low);
      more = b.select(far, one, zero);
    }
    return b.select(b.lt(size, b.constant(type, 0.5)), small, Logarithm.ofSum(b, sum, low, more));
  }

  /// arccosh(x) for FLOAT64 or FLOAT32: NaN below 1.
  public static Value arccosh(Body b, Value x) {
    LaneType type = x.type();
    Lanes.isFloat64(x);
    Value one = b.constant(type, 1);
    Value d = b.sub(x, one);
    Value twice = b.add(d, d);
    Value square = b.fma(d, d, twice);
    // Beyond d = 2 this is less exact, and matters less.
    Value squareLow = b.fma(d, d, b.sub(twice, square));
    Value root = b.sqrt(square);
    Value sum = b.add(x, root);
    Value low = Lanes.rootLow(b, root, square, squareLow);
    low = b.add(Lanes.lostOfLarger(b, x, root, sum), low);
    Value usual = Lanes.isBetween(b, x, 1, large(type));
    Value special = b.select(b.ge(x, one), logarithmOfTwice(b, x), b.constant(type, Double.NaN));
    return b.seldom(b.not(usual), special, Logarithm.ofSum(b, sum, low, null));
  }

  /// arctanh(x) for FLOAT64 or FLOAT32: infinite for -1 and 1, NaN beyond.
  public static Value arctanh(Body b, Value x) {
    LaneType type = x.type();
    boolean wide = Lanes.isFloat64(x);
    int shift = wide ? 52 : 23;
    Value one = b.constant(type, 1);
    Value size = b.abs(x);
    Value n = b.add(one, size);
    Value nLow = Lanes.lostOfLarger(b, one, size, n);
    Value less = b.sub(one, size);
    Value lessLow = b.sub(b.sub(one, less), size);

    // The difference of the bits is a logarithm that is at most 0.09 too large or small.
    Value half = Lanes.literal(b, type, 1L << 51, 1 << 22);
    Value distance = b.add(b.sub(Lanes.bits(b, n), Lanes.bits(b, less)), half);
    Value exponent = b.ushr(distance, shift);
    Value k = Lanes.wholeNumber(b, exponent);
    Value raised = b.shl(exponent, shift);
    Value power = b.reinterpret(b.add(raised, Lanes.bits(b, one)), type);
    Value d = b.reinterpret(b.add(raised, Lanes.bits(b, less)), type);
    Value dLow = b.mul(power, lessLow);

    // n - d is exact; so s is a quotient of sums whose low parts are known. Where |x| is so small
    // that n - d has lost it, the low parts are all of it, and enough.
    Value numerator = b.sub(n, d);
    Value divisor = b.add(n, d);
    Value divisorLow = b.add(Lanes.lostOfLarger(b, n, d, divisor), b.add(nLow, dLow));
    Value reciprocal = b.div(one, divisor);
    Value s = b.mul(numerator, reciprocal);
    Value minus = b.neg(s);
    Value remainder = b.add(b.fma(minus, divisor, numerator), b.sub(nLow, dLow));
    remainder = b.fma(minus, divisorLow, remainder);
    Value sLow = b.mul(remainder, reciprocal);

    Value z = b.mul(s, s);
    double halfLog = wide ? Logarithm.LN2 / 2 : Logarithm.LN2_FLOAT32 / 2;
    double halfLogLow = wide ? Logarithm.LN2_LOW / 2 : Logarithm.LN2_LOW_FLOAT32 / 2;
    Value head = b.fma(k, b.constant(type, halfLog), s);
    Value rest = b.sub(s, b.fma(k, b.constant(type, -halfLog), head));
    rest = b.add(b.fma(k, b.constant(type, halfLogLow), rest), sLow);
    rest = b.fma(b.mul(s, z), Logarithm.halfWideR(b, z), rest);
    Value outside =
        b.select(
            b.eq(size, one),
            b.constant(type, Double.POSITIVE_INFINITY),
            b.constant(type, Double.NaN));
    Value y = b.seldom(b.not(b.lt(size, one)), outside, b.add(head, rest));
    return Lanes.givenSign(b, y, x);
  }
}
