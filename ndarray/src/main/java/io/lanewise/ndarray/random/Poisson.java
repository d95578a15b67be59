package io.lanewise.ndarray.random;

/// The Poisson distribution. Means below 10: uniform numbers are multiplied until their product is
/// below e^-mean. Others: W. Hörmann, *The Transformed Rejection Method for Generating Poisson
/// Random Variables*, Insurance: Mathematics and Economics 12 (1993), method PTRS, whose constants
/// these are.
final class Poisson {
  private static final double LARGE_MEAN = 10;
  private static final double HALF_LOG_2_PI = 0.9189385332046727;

  /// B(2k) / (2k (2k - 1)), the coefficients of Stirling's series.
  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400,
    43867.0 / 244188,
    -174611.0 / 125400
  };

  /// Where Stirling's series with these terms has all digits of a double.
  private static final double STIRLING_FROM = 7;

  private Poisson() {}

  static long next(BitGenerator bits, double mean) {
    if (mean >= LARGE_MEAN) {
      return transformedRejection(bits, mean);
    }
    if (mean == 0) {
      return 0;
    }
    double limit = Elementary.exp(-mean);
    double product = bits.nextDouble();
    long count = 0;
    while (product > limit) {
      count++;
      product *= bits.nextDouble();
    }
    return count;
  }

  private static long transformedRejection(BitGenerator bits, double mean) {
    double root = Math.sqrt(mean);
    double logMean = Elementary.log(mean);
    double b = 0.931 + 2.53 * root;
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double inside = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = bits.nextDouble() - 0.5;
      double v = bits.nextDouble();
      double us = 0.5 - Math.abs(u);
      long k = (long) Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= inside) {
        return k;
      }
      if (k >= 0
          && (us >= 0.013 || v <= us)
          && Elementary.log(v) + Elementary.log(inverseAlpha) - Elementary.log(a / (us * us) + b)
              <= -mean + k * logMean - logGamma((double) k + 1)) {
        return k;
      }
    }
  }

  /// The logarithm of the gamma function for arguments from 1: Stirling's series, after a shift by
  /// the recurrence where the argument is small.
  static double logGamma(double x) {
    if (x == 1 || x == 2) {
      return 0;
    }
    int steps = x < STIRLING_FROM ? (int) (STIRLING_FROM - x) : 0;
    double shifted = x + steps;
    double square = 1 / (shifted * shifted);
    double series = STIRLING[STIRLING.length - 1];
    for (int i = STIRLING.length - 2; i >= 0; i--) {
      series = series * square + STIRLING[i];
    }
    double result =
        series / shifted + HALF_LOG_2_PI + (shifted - 0.5) * Elementary.log(shifted) - shifted;
    for (int i = 0; i < steps; i++) {
      shifted -= 1;
      result -= Elementary.log(shifted);
    }
    return result;
  }
}
