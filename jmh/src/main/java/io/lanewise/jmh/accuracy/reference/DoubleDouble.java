package io.lanewise.jmh.accuracy.reference;

import java.math.BigDecimal;

/// A number of some 106 bits as the sum of two doubles, the second one at most half a unit in the
/// last place of the first one (T. J. Dekker, A floating-point technique for extending the
/// available precision, Numerische Mathematik 18, 1971).
///
/// Sums and products of two doubles are exact (D. E. Knuth, The Art of Computer Programming, volume
/// 2, section 4.2.2; a fused multiply-add gives what a product lost). The operations are those that
/// M. Joldes, J.-M. Muller and V. Popescu, Tight and rigorous error bounds for basic building
/// blocks of double-word arithmetic, ACM Transactions on Mathematical Software 44, 2017, name
/// accurate; their relative errors are below 2^-101.
///
/// @param high the number, rounded
/// @param low what rounding lost
public record DoubleDouble(double high, double low) {
  static final DoubleDouble ZERO = of(0);
  static final DoubleDouble ONE = of(1);

  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  /// The number of these decimal digits.
  static DoubleDouble of(String digits) {
    BigDecimal exact = new BigDecimal(digits);
    double high = exact.doubleValue();
    return new DoubleDouble(high, exact.subtract(new BigDecimal(high)).doubleValue());
  }

  /// a + b exactly.
  static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, a - (sum - part) + (b - part));
  }

  /// a + b exactly; |a| is not below |b|, or a is 0.
  private static DoubleDouble ordered(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }

  /// a b exactly.
  static DoubleDouble product(double a, double b) {
    double product = a * b;
    return new DoubleDouble(product, Math.fma(a, b, -product));
  }

  DoubleDouble plus(double more) {
    DoubleDouble sum = sum(high, more);
    return ordered(sum.high, sum.low + low);
  }

  DoubleDouble plus(DoubleDouble more) {
    DoubleDouble sum = sum(high, more.high);
    DoubleDouble rest = sum(low, more.low);
    DoubleDouble first = ordered(sum.high, sum.low + rest.high);
    return ordered(first.high, first.low + rest.low);
  }

  DoubleDouble minus(DoubleDouble less) {
    return plus(less.negative());
  }

  DoubleDouble negative() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble size() {
    return high < 0 ? negative() : this;
  }

  DoubleDouble times(double factor) {
    DoubleDouble product = product(high, factor);
    return ordered(product.high, Math.fma(low, factor, product.low));
  }

  DoubleDouble times(DoubleDouble factor) {
    DoubleDouble product = product(high, factor.high);
    double cross = Math.fma(low, factor.high, Math.fma(high, factor.low, low * factor.low));
    return ordered(product.high, product.low + cross);
  }

  DoubleDouble square() {
    return times(this);
  }

  DoubleDouble over(DoubleDouble divisor) {
    double quotient = high / divisor.high;
    DoubleDouble rest = minus(divisor.times(quotient));
    return ordered(quotient, rest.high / divisor.high);
  }

  DoubleDouble over(double divisor) {
    return over(of(divisor));
  }

  DoubleDouble squareRoot() {
    if (high == 0) {
      return ZERO;
    }
    double root = Math.sqrt(high);
    double rest = Math.fma(-root, root, high) + low;
    return ordered(root, rest / (2 * root));
  }

  /// This times 2 to the power of `exponent`; exact where nothing leaves the format.
  DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }

  /// c0 + c1 x + c2 x^2 + ... at this x.
  DoubleDouble polynomial(DoubleDouble... c) {
    DoubleDouble sum = c[c.length - 1];
    for (int i = c.length - 2; i >= 0; i--) {
      sum = sum.times(this).plus(c[i]);
    }
    return sum;
  }
}
