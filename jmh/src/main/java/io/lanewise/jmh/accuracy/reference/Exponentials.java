package io.lanewise.jmh.accuracy.reference;

import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ONE;

/// Exponential and hyperbolic functions.
///
/// exp(x) is 2^k exp(r), k the integer nearest to x / log 2, and exp(r) - 1 =: p is its Taylor
/// series at r / 64, doubled six times by exp(2 r) - 1 = p (p + 2), so that small ones lose
/// nothing.
final class Exponentials {
  static final DoubleDouble LN2 =
      DoubleDouble.of("0.693147180559945309417232121458176568075500134360255254120680009");

  private static final int DOUBLINGS = 6;

  /// 1, 1/2!, 1/3!, ...
  private static final DoubleDouble[] TAYLOR = new DoubleDouble[13];

  static {
    TAYLOR[0] = ONE;
    for (int i = 1; i < TAYLOR.length; i++) {
      TAYLOR[i] = TAYLOR[i - 1].over(i + 1);
    }
  }

  private Exponentials() {}

  static Scaled exp(DoubleDouble x) {
    double k = Math.rint(x.high() / LN2.high());
    return new Scaled(small(x.minus(LN2.times(k))).plus(1), (int) k);
  }

  static Scaled exp(double x) {
    return exp(DoubleDouble.of(x));
  }

  static Scaled exp2(double x) {
    double k = Math.rint(x);
    return new Scaled(small(LN2.times(x - k)).plus(1), (int) k);
  }

  /// exp(x) - 1.
  static Scaled expm1(DoubleDouble x) {
    if (Math.abs(x.high()) < 0.5) {
      return Scaled.of(small(x));
    }
    Scaled exp = exp(x);
    return exp.exponent() > 200 ? exp : Scaled.of(exp.value().plus(-1));
  }

  static Scaled expm1(double x) {
    return expm1(DoubleDouble.of(x));
  }

  /// exp(r) - 1 for |r| below 1/2.
  private static DoubleDouble small(DoubleDouble r) {
    DoubleDouble part = r.scaled(-DOUBLINGS);
    DoubleDouble p = part.times(part.polynomial(TAYLOR));
    for (int i = 0; i < DOUBLINGS; i++) {
      p = p.times(p.plus(2));
    }
    return p;
  }

  static Scaled sinh(double x) {
    double size = Math.abs(x);
    Scaled growth = expm1(size);
    if (growth.exponent() > 0) {
      return signed(new Scaled(growth.number(), growth.exponent() - 1), x);
    }
    DoubleDouble e = growth.value();
    return signed(Scaled.of(e.plus(e.over(e.plus(1))).scaled(-1)), x);
  }

  static Scaled cosh(double x) {
    Scaled exp = exp(Math.abs(x));
    DoubleDouble e = exp.number();
    DoubleDouble other = ONE.over(e).scaled(Math.max(-2 * exp.exponent(), -400));
    return new Scaled(e.plus(other), exp.exponent() - 1);
  }

  static DoubleDouble tanh(double x) {
    DoubleDouble e = expm1(2 * x).value();
    return e.over(e.plus(2));
  }

  /// 1 / (1 + exp(-x)).
  static Scaled sigmoid(double x) {
    Scaled exp = exp(-Math.abs(x));
    DoubleDouble larger = ONE.over(exp.value().plus(1));
    return x < 0 ? exp.times(larger) : Scaled.of(larger);
  }

  /// log(1 + exp(x)).
  static Scaled softplus(double x) {
    Scaled exp = exp(-Math.abs(x));
    if (x < -200) {
      return exp;
    }
    DoubleDouble log = Logarithms.log1p(exp.value());
    return Scaled.of(x < 0 ? log : log.plus(x));
  }

  /// log(exp(x) + exp(y)).
  static DoubleDouble logaddexp(double x, double y) {
    DoubleDouble distance = DoubleDouble.sum(Math.min(x, y), -Math.max(x, y));
    return Logarithms.log1p(exp(distance).value()).plus(Math.max(x, y));
  }

  /// log2(2^x + 2^y).
  static DoubleDouble logaddexp2(double x, double y) {
    DoubleDouble distance = DoubleDouble.sum(Math.min(x, y), -Math.max(x, y)).times(LN2);
    return Logarithms.log1p(exp(distance).value()).over(LN2).plus(Math.max(x, y));
  }

  /// |x|^y, negative where x is and y is odd.
  static Scaled power(double x, double y) {
    Scaled size = exp(Logarithms.log(DoubleDouble.of(Math.abs(x))).times(y));
    return x < 0 && Math.IEEEremainder(y, 2) != 0 ? size.negative() : size;
  }

  private static Scaled signed(Scaled size, double x) {
    return x < 0 ? size.negative() : size;
  }
}
