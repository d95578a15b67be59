package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.Arrays;

/// The few idioms that all functions of this package share: polynomials, and the integer beside a
/// floating-point type.
final class Lanes {
  /// Adding it to a FLOAT64 below 2^51 in size rounds that to an integer, which then stands in the
  /// low bits of the sum.
  static final double ROUND = 0x1.8p52;

  /// [#ROUND] for FLOAT32, below 2^22.
  static final double ROUND_FLOAT32 = 0x1.8p23;

  /// A number as the sum of two, the second of which is small.
  record Pair(Value high, Value low) {}

  private Lanes() {}

  /// c0 + c1 x + c2 x^2 + ... by Horner's rule: the fewest operations and registers. Lanes have so
  /// much independent work in flight that a shorter chain of the even and odd powers gained nothing
  /// (measured with AVX-512).
  static Value horner(Body b, Value x, double... c) {
    Value sum = b.constant(x.type(), c[c.length - 1]);
    for (int i = c.length - 2; i >= 0; i--) {
      sum = b.fma(sum, x, b.constant(x.type(), c[i]));
    }
    return sum;
  }

  /// The same by Horner's rule in the square of x over pairs c0 + c1 x, c2 + c3 x ...: as many
  /// operations where the square is there already, and half the way from x to the result. It pays
  /// in long functions, of which processors have less than two rounds in flight.
  static Value pairs(Body b, Value x, Value square, double... c) {
    Value sum = null;
    for (int i = (c.length - 1) / 2 * 2; i >= 0; i -= 2) {
      Value pair = horner(b, x, Arrays.copyOfRange(c, i, Math.min(i + 2, c.length)));
      sum = sum == null ? pair : b.fma(sum, square, pair);
    }
    return sum;
  }

  /// The FLOAT64 that the low bits of an INT64 choose from a table, or the FLOAT32 that those of an
  /// INT32 choose from one of float32 numbers.
  static Value lookup(Body b, Value index, double... table) {
    LaneType type = index.type() == LaneType.INT64 ? LaneType.FLOAT64 : LaneType.FLOAT32;
    long[] bits = Arrays.stream(table).mapToLong(x -> bits(type, x)).toArray();
    return b.reinterpret(b.lookup(index, bits), type);
  }

  /// The bits of a number in a floating-point format.
  static long bits(LaneType type, double x) {
    return type == LaneType.FLOAT64
        ? Double.doubleToRawLongBits(x)
        : Float.floatToRawIntBits((float) x);
  }

  /// The integer type as wide as `type`.
  static LaneType bits(LaneType type) {
    return type == LaneType.FLOAT64 ? LaneType.INT64 : LaneType.INT32;
  }

  /// `x` as the integer of its bits.
  static Value bits(Body b, Value x) {
    return b.reinterpret(x, bits(x.type()));
  }

  /// An integer literal beside FLOAT64 or FLOAT32.
  static Value literal(Body b, LaneType floating, long float64, int float32) {
    return floating == LaneType.FLOAT64 ? b.constant(float64) : b.constant(float32);
  }

  /// A floating-point literal that differs between FLOAT64 and FLOAT32.
  static Value constant(Body b, LaneType type, double float64, double float32) {
    return b.constant(type, type == LaneType.FLOAT64 ? float64 : float32);
  }

  /// 1.5 times the number that a floating-point type cannot add halves to: see [#ROUND].
  static Value round(Body b, LaneType type) {
    return constant(b, type, ROUND, ROUND_FLOAT32);
  }

  /// An integer beside FLOAT64 or FLOAT32 as such a number; below 2^51 in size beside FLOAT64.
  static Value wholeNumber(Body b, Value n) {
    if (n.type() == LaneType.INT32) {
      return b.convert(n, LaneType.FLOAT32);
    }
    // Not all processors convert INT64; added to the bits of 1.5 2^52 it is a number's last bits.
    Value bits = b.add(n, b.constant(Double.doubleToRawLongBits(ROUND)));
    return b.sub(b.reinterpret(bits, LaneType.FLOAT64), b.constant(ROUND));
  }

  /// Whether `x` is not below `low` and below `high`, which are positive, and no NaN: one signed
  /// comparison of bits, moved so that those of `low` come first.
  static Value isBetween(Body b, Value x, double low, double high) {
    if (x.type() == LaneType.FLOAT64) {
      long first = Double.doubleToRawLongBits(low);
      Value moved = b.add(bits(b, x), b.constant(Long.MIN_VALUE - first));
      return b.lt(moved, b.constant(Long.MIN_VALUE + Double.doubleToRawLongBits(high) - first));
    }
    int first = Float.floatToRawIntBits((float) low);
    Value moved = b.add(bits(b, x), b.constant(Integer.MIN_VALUE - first));
    return b.lt(
        moved, b.constant(Integer.MIN_VALUE + Float.floatToRawIntBits((float) high) - first));
  }

  /// The size of `y`, which may have any sign, with the sign of `x`.
  static Value withSign(Body b, Value y, Value x) {
    return givenSign(b, b.abs(y), x);
  }

  /// `y`, whose sign is positive, with the sign of `x`.
  static Value givenSign(Body b, Value y, Value x) {
    Value sign = literal(b, x.type(), Long.MIN_VALUE, Integer.MIN_VALUE);
    return b.reinterpret(b.or(bits(b, y), b.and(bits(b, x), sign)), x.type());
  }

  /// What the root of `square` + `squareLow` exceeds `root` by, which is that of `square` rounded,
  /// to a twentieth of it; `squareLow` may be null. The remainder meets the reciprocal of twice the
  /// root as integer arithmetic has it, whose error is at most 5.1 % (J. F. Blinn, Floating-point
  /// tricks, IEEE Computer Graphics and Applications 17(4), 1997): of half a unit in the last place
  /// 0.03 are left, and a root of 0, whose remainder is 0, divides nothing.
  static Value rootLow(Body b, Value root, Value square, Value squareLow) {
    Value remainder = b.fma(b.neg(root), root, square);
    remainder = squareLow == null ? remainder : b.add(remainder, squareLow);
    return b.mul(remainder, reciprocalOfTwice(b, root));
  }

  /// 1 / 2x of a positive number to 5.1 %, by integer arithmetic (see [#rootLow]).
  static Value reciprocalOfTwice(Body b, Value x) {
    Value bits = literal(b, x.type(), 0x7FCE624000000000L, 0x7E731200);
    return b.reinterpret(b.sub(bits, bits(b, x)), x.type());
  }

  /// `x` with its sign changed where the sign bit of the INT64 `sign` is set; its other bits are 0.
  static Value flipped(Body b, Value x, Value sign) {
    return b.reinterpret(b.xor(bits(b, x), sign), x.type());
  }

  /// What a + c lost when it was rounded to `sum`, exactly (D. E. Knuth, The Art of Computer
  /// Programming, volume 2, section 4.2.2).
  static Value lost(Body b, Value a, Value c, Value sum) {
    Value second = b.sub(sum, a);
    return b.add(b.sub(a, b.sub(sum, second)), b.sub(c, second));
  }

  /// The same where |a| is not below |c|, or a is 0 (T. J. Dekker, A floating-point technique for
  /// extending the available precision, 1971).
  static Value lostOfLarger(Body b, Value a, Value c, Value sum) {
    return b.sub(c, b.sub(sum, a));
  }

  /// (n + nLow) / (d + dLow) by one division and a correction by the remainder; the low parts are
  /// below a unit in the last place of the others.
  static Value quotient(Body b, Value n, Value nLow, Value d, Value dLow) {
    Value reciprocal = b.div(b.constant(n.type(), 1), d);
    Value q = b.mul(n, reciprocal);
    Value minus = b.neg(q);
    Value remainder = b.fma(minus, dLow, b.add(b.fma(minus, d, n), nLow));
    return b.fma(remainder, reciprocal, q);
  }

  /// Refuses a value that is neither FLOAT64 nor FLOAT32.
  static boolean isFloat64(Value x) {
    if (!x.type().isFloat()) {
      throw new IllegalArgumentException("FLOAT64 or FLOAT32 expected, not " + x.type());
    }
    return x.type() == LaneType.FLOAT64;
  }
}
