package io.lanewise.jmh.accuracy.reference;

import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ONE;
import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ZERO;

/// The gamma function, its logarithm and digamma (NIST Digital Library of Mathematical Functions,
/// 5.5.1 and 5.5.3 for recurrence and reflection, 5.11.1 and 5.11.2 for the asymptotic series,
/// 5.7.3 for the Taylor series of log Gamma at 2).
final class Gammas {
  /// From here on 13 terms of the asymptotic series are enough.
  private static final double FAR = 32;

  /// B2, B4, ...
  private static final DoubleDouble[] BERNOULLI = {
    ratio(1, 6),
    ratio(-1, 30),
    ratio(1, 42),
    ratio(-1, 30),
    ratio(5, 66),
    ratio(-691, 2730),
    ratio(7, 6),
    ratio(-3617, 510),
    ratio(43867, 798),
    ratio(-174611, 330),
    ratio(854513, 138),
    ratio(-236364091, 2730),
    ratio(8553103, 6)
  };

  /// B2 / (1 2), B4 / (3 4), ...
  private static final DoubleDouble[] STIRLING = new DoubleDouble[BERNOULLI.length];

  /// B2 / 2, B4 / 4, ...
  private static final DoubleDouble[] DIGAMMA = new DoubleDouble[BERNOULLI.length];

  /// The Taylor coefficients of log Gamma(2 + d) / d: 1 - gamma with Euler's constant, and (-1)^k
  /// (zeta(k) - 1) / k.
  private static final DoubleDouble[] AT_2 = new DoubleDouble[54];

  static {
    for (int i = 0; i < BERNOULLI.length; i++) {
      DIGAMMA[i] = BERNOULLI[i].over(2 * i + 2);
      STIRLING[i] = DIGAMMA[i].over(2 * i + 1);
    }
    AT_2[0] = DoubleDouble.of("0.422784335098467139393487909917597568957840664060076401194232765");
    for (int k = 2; k <= AT_2.length; k++) {
      AT_2[k - 1] = zetaLess1(k).over(k % 2 == 0 ? k : -k);
    }
  }

  private static final DoubleDouble HALF_LOG_2PI = Logarithms.log(Angles.PI.scaled(1)).scaled(-1);

  private Gammas() {}

  private static DoubleDouble ratio(double numerator, double denominator) {
    return DoubleDouble.of(numerator).over(denominator);
  }

  /// 2^-k + 3^-k + ... by the sum formula of L. Euler and C. Maclaurin from n on.
  private static DoubleDouble zetaLess1(int k) {
    int n = 40;
    DoubleDouble power = power(n, k);
    DoubleDouble sum = power.times(n).over(k - 1).plus(power.scaled(-1));
    DoubleDouble derivative = power.times(k).over(n);
    for (int i = 0; i < BERNOULLI.length; i++) {
      int m = 2 * i + 2;
      derivative = derivative.over(m - 1).over(m);
      sum = sum.plus(derivative.times(BERNOULLI[i]));
      derivative = derivative.times(k + m - 1).times(k + m).over((double) n * n);
    }
    for (int j = n - 1; j > 1; j--) {
      sum = sum.plus(power(j, k));
    }
    return sum;
  }

  /// n^-k.
  private static DoubleDouble power(int n, int k) {
    DoubleDouble power = ONE;
    for (int i = 0; i < k; i++) {
      power = power.over(n);
    }
    return power;
  }

  static Scaled gamma(double x) {
    if (x < 0) {
      // -pi / (a sin(pi a) Gamma(a)) at -a
      DoubleDouble factor = Angles.sinPi(-x).times(x).over(Angles.PI);
      return gamma(-x).times(factor).inverse();
    }
    Shifted shifted = Shifted.of(x);
    return Exponentials.exp(far(shifted.far)).times(ONE.over(shifted.product));
  }

  /// log |Gamma(x)|.
  static DoubleDouble lgamma(double x) {
    if (x < 0) {
      DoubleDouble sine = Angles.sinPi(x).times(x);
      return Logarithms.log(Angles.PI.over(sine).size()).minus(lgamma(-x));
    }
    if (x < 0.5) {
      return at2(x).minus(Logarithms.log1p(x)).minus(Logarithms.log(x));
    }
    if (x < 1.5) {
      return at2(x - 1).minus(Logarithms.log1p(x - 1));
    }
    if (x < 2.5) {
      return at2(x - 2);
    }
    Shifted shifted = Shifted.of(x);
    DoubleDouble far = far(shifted.far);
    return x < FAR ? far.minus(Logarithms.log(shifted.product)) : far;
  }

  /// log Gamma(2 + d) for |d| up to 1/2.
  private static DoubleDouble at2(double d) {
    return DoubleDouble.of(d).polynomial(AT_2).times(d);
  }

  /// log Gamma(y).
  private static DoubleDouble far(DoubleDouble y) {
    DoubleDouble inverse = ONE.over(y);
    DoubleDouble series = inverse.square().polynomial(STIRLING).times(inverse);
    DoubleDouble main = y.plus(-0.5).times(Logarithms.log(y).plus(-1));
    return main.plus(HALF_LOG_2PI.plus(-0.5)).plus(series);
  }

  /// Digamma of a positive number.
  static DoubleDouble digamma(double x) {
    Shifted shifted = Shifted.of(x);
    DoubleDouble inverse = ONE.over(shifted.far);
    DoubleDouble square = inverse.square();
    DoubleDouble series = square.polynomial(DIGAMMA).times(square).plus(inverse.scaled(-1));
    return Logarithms.log(shifted.far).minus(series).minus(shifted.inverses);
  }

  /// x + n from [#FAR] on, with x (x + 1) ... (x + n - 1) and the sum of the inverses of these.
  private record Shifted(DoubleDouble far, DoubleDouble product, DoubleDouble inverses) {
    static Shifted of(double x) {
      DoubleDouble product = ONE;
      DoubleDouble inverses = ZERO;
      DoubleDouble y = DoubleDouble.of(x);
      for (int n = 1; y.high() < FAR; n++) {
        product = product.times(y);
        inverses = inverses.plus(ONE.over(y));
        y = DoubleDouble.sum(x, n);
      }
      return new Shifted(y, product, inverses);
    }
  }
}
