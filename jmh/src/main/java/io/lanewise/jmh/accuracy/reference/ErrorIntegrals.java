package io.lanewise.jmh.accuracy.reference;

import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ONE;

/// The error function and its complement (NIST Digital Library of Mathematical Functions, 7.6.2 and
/// 7.9.2): a series of positive terms up to 2, a continued fraction beyond.
final class ErrorIntegrals {
  private static final double EDGE = 2;

  private static final DoubleDouble ROOT_PI = Angles.PI.squareRoot();

  private ErrorIntegrals() {}

  static DoubleDouble erf(double x) {
    double size = Math.abs(x);
    DoubleDouble y = size < EDGE ? series(size) : ONE.minus(fraction(size).value());
    return x < 0 ? y.negative() : y;
  }

  static Scaled erfc(double x) {
    return x < EDGE ? Scaled.of(ONE.minus(erf(x))) : fraction(x);
  }

  /// 2/sqrt(pi) exp(-x^2) (x + 2/3 x^3 + (2/3)(2/5) x^5 + ...).
  private static DoubleDouble series(double x) {
    DoubleDouble square = DoubleDouble.product(x, x);
    DoubleDouble term = DoubleDouble.of(x);
    DoubleDouble sum = term;
    for (int n = 3; term.high() > 0x1p-110 * sum.high(); n += 2) {
      term = term.times(square).scaled(1).over(n);
      sum = sum.plus(term);
    }
    DoubleDouble factor = Exponentials.exp(square.negative()).value().over(ROOT_PI);
    return sum.times(factor).scaled(1);
  }

  /// exp(-x^2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + ...)))), whose convergents
  /// gain some 4 x sqrt(n / 2) powers of e.
  private static Scaled fraction(double x) {
    DoubleDouble tail = DoubleDouble.of(x);
    for (int n = 20 + (int) (720 / (x * x)); n > 0; n--) {
      tail = DoubleDouble.of(0.5 * n).over(tail).plus(x);
    }
    DoubleDouble square = DoubleDouble.product(x, x);
    return Exponentials.exp(square.negative()).times(ONE.over(ROOT_PI.times(tail)));
  }
}
