package io.lanewise.ndarray.random;

/// Distributions on the positive integers.
final class Counts {
  /// From here on the geometric distribution is summed up, below inverted.
  private static final double LARGE_PROBABILITY = 1.0 / 3;

  /// From here on 2^-a underflows and the Zipf distribution is 1.
  private static final double LARGE_EXPONENT = 1025;

  private Counts() {}

  static long geometric(BitGenerator bits, double p) {
    if (p < LARGE_PROBABILITY) {
      // the conversion saturates at the largest long
      return (long) Math.ceil(-Ziggurat.exponential(bits) / Elementary.log1p(-p));
    }
    return summed(bits, p);
  }

  /// By search from the first trial on.
  static long summed(BitGenerator bits, double p) {
    double u = bits.nextDouble();
    double term = p;
    double sum = p;
    long count = 1;
    while (u > sum) {
      term *= 1 - p;
      sum += term;
      count++;
    }
    return count;
  }

  /// A Poisson distribution whose mean has a gamma distribution.
  static long negativeBinomial(Deviates deviates, double n, double p) {
    return Poisson.next(deviates.bits, (1 - p) / p * Gamma.standard(deviates, n));
  }

  /// A. W. Kemp, *Efficient Generation of Logarithmically Distributed Pseudo-Random Variables*,
  /// Journal of the Royal Statistical Society C 30 (1981), algorithm LK.
  static long logseries(BitGenerator bits, double p) {
    double r = Elementary.log1p(-p);
    while (true) {
      double v = bits.nextDouble();
      if (v >= p) {
        return 1;
      }
      double q = -Elementary.expm1(r * bits.nextDouble());
      if (v > q * q) {
        return v >= q ? 1 : 2;
      }
      long count = (long) Math.floor(1 + Elementary.log(v) / Elementary.log(q));
      if (count >= 1 && v != 0) {
        return count;
      }
    }
  }

  /// L. Devroye, *Non-Uniform Random Variate Generation* (1986), X.6.1, with the proposal cut off
  /// at the largest long.
  static long zipf(BitGenerator bits, double a) {
    if (a >= LARGE_EXPONENT) {
      return 1;
    }
    double less = a - 1;
    double b = Elementary.pow(2, less);
    double smallest = Elementary.pow(0x1p63, -less);
    while (true) {
      double u01 = bits.nextDouble();
      double u = u01 * smallest + (1 - u01);
      double v = bits.nextDouble();
      double x = Math.floor(Elementary.pow(u, -1 / less));
      if (x < 1 || x > 0x1p63) {
        continue;
      }
      double t = Elementary.pow(1 + 1 / x, less);
      if (v * x * (t - 1) / (b - 1) <= t / b) {
        return (long) x;
      }
    }
  }
}
