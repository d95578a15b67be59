package io.lanewise.jmh.accuracy.reference;

import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ONE;
import static io.lanewise.jmh.accuracy.reference.Exponentials.LN2;

/// Logarithms and inverse hyperbolic functions.
///
/// log(2^k m) is k log 2 + 2 artanh((m - 1) / (m + 1)), m between sqrt(1/2) and sqrt(2), and artanh
/// is its Taylor series.
final class Logarithms {
  private static final DoubleDouble LN10 =
      DoubleDouble.of("2.302585092994045684017991454684364207601101488628772976033327901");

  /// Beyond it the square of a number may leave the format, and adds nothing to 1.
  private static final double LARGE = 0x1p100;

  /// 1, 1/3, 1/5, ...
  private static final DoubleDouble[] ARTANH = new DoubleDouble[22];

  static {
    for (int i = 0; i < ARTANH.length; i++) {
      ARTANH[i] = ONE.over(2 * i + 1);
    }
  }

  private Logarithms() {}

  /// log(x) of a positive number.
  static DoubleDouble log(DoubleDouble x) {
    int k = Math.getExponent(x.high());
    DoubleDouble m = x.scaled(-k);
    if (m.high() > Math.sqrt(2)) {
      m = m.scaled(-1);
      k++;
    }
    return twiceArtanh(m.plus(-1).over(m.plus(1))).plus(LN2.times(k));
  }

  static DoubleDouble log(double x) {
    return log(DoubleDouble.of(x));
  }

  static DoubleDouble log2(double x) {
    return log(x).over(LN2);
  }

  static DoubleDouble log10(double x) {
    return log(x).over(LN10);
  }

  /// log(1 + x).
  static DoubleDouble log1p(DoubleDouble x) {
    return Math.abs(x.high()) < 0.25 ? twiceArtanh(x.over(x.plus(2))) : log(x.plus(1));
  }

  static DoubleDouble log1p(double x) {
    return log1p(DoubleDouble.of(x));
  }

  private static DoubleDouble twiceArtanh(DoubleDouble s) {
    return s.times(s.square().polynomial(ARTANH)).scaled(1);
  }

  /// log(x + sqrt(x^2 + 1)).
  static DoubleDouble arcsinh(double x) {
    double size = Math.abs(x);
    if (size > LARGE) {
      return signed(log(size).plus(LN2), x);
    }
    DoubleDouble square = DoubleDouble.product(size, size);
    DoubleDouble more = square.over(square.plus(1).squareRoot().plus(1));
    return signed(log1p(more.plus(size)), x);
  }

  /// log(x + sqrt(x^2 - 1)).
  static DoubleDouble arccosh(double x) {
    if (x > LARGE) {
      return log(x).plus(LN2);
    }
    DoubleDouble t = DoubleDouble.sum(x, -1);
    return log1p(t.plus(t.times(t.plus(2)).squareRoot()));
  }

  /// log((1 + x) / (1 - x)) / 2.
  static DoubleDouble arctanh(double x) {
    double size = Math.abs(x);
    DoubleDouble ratio = DoubleDouble.of(2 * size).over(DoubleDouble.sum(1, -size));
    return signed(log1p(ratio).scaled(-1), x);
  }

  private static DoubleDouble signed(DoubleDouble size, double x) {
    return x < 0 ? size.negative() : size;
  }
}
