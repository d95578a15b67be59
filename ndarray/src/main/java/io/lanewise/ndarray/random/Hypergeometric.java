package io.lanewise.ndarray.random;

/// The hypergeometric distribution. Small samples, or all but a few: one draw after another from
/// the urn. Others: E. Stadlober, *The Ratio of Uniforms Approach for Generating Discrete Random
/// Variates*, Journal of Computational and Applied Mathematics 31 (1990), algorithm HRUA.
final class Hypergeometric {
  private static final long SMALL_SAMPLE = 10;

  /// 2 sqrt(2 / e) and 3 - 2 sqrt(3 / e).
  private static final double D1 = 1.7155277699214135;

  private static final double D2 = 0.8989161620588988;

  private Hypergeometric() {}

  static long next(BitGenerator bits, long good, long bad, long sample) {
    return sample >= SMALL_SAMPLE && sample <= good + bad - SMALL_SAMPLE
        ? ratioOfUniforms(bits, good, bad, sample)
        : urn(bits, good, bad, sample);
  }

  private static long urn(BitGenerator bits, long good, long bad, long sample) {
    long total = good + bad;
    boolean complement = sample > total / 2;
    long draws = complement ? total - sample : sample;
    long goodLeft = good;
    long left = total;
    while (draws > 0 && goodLeft > 0 && left > goodLeft) {
      left--;
      if (BoundedIntegers.interval(bits, left) < goodLeft) {
        goodLeft--;
      }
      draws--;
    }
    if (left == goodLeft) {
      goodLeft -= draws;
    }
    return complement ? goodLeft : good - goodLeft;
  }

  private static long ratioOfUniforms(BitGenerator bits, long good, long bad, long sample) {
    long total = good + bad;
    long draws = Math.min(sample, total - sample);
    long fewer = Math.min(good, bad);
    long more = Math.max(good, bad);
    double p = (double) fewer / total;
    double q = (double) more / total;
    double centre = draws * p + 0.5;
    double variance = (double) (total - draws) * draws * p * q / (total - 1);
    double c = Math.sqrt(variance + 0.5);
    double h = D1 * c + D2;
    long mode = (long) Math.floor((double) (draws + 1) * (fewer + 1) / (total + 2));
    double peak = logTerms(mode, draws, fewer, more);
    double bound = Math.min(Math.min(draws, fewer) + 1.0, Math.floor(centre + 16 * c));
    while (true) {
      double u = bits.nextDouble();
      double v = bits.nextDouble();
      double x = centre + h * (v - 0.5) / u;
      if (x < 0 || x >= bound) {
        continue;
      }
      long k = (long) Math.floor(x);
      double t = peak - logTerms(k, draws, fewer, more);
      boolean accepted = u * (4 - u) - 3 <= t || u * (u - t) < 1 && 2 * Elementary.log(u) <= t;
      if (accepted) {
        long drawn = good > bad ? draws - k : k;
        return draws < sample ? good - drawn : drawn;
      }
    }
  }

  /// The logarithms of the factorials that depend on `k`.
  static double logTerms(long k, long draws, long fewer, long more) {
    return logFactorial(k)
        + logFactorial(fewer - k)
        + logFactorial(draws - k)
        + logFactorial(more - draws + k);
  }

  private static double logFactorial(long k) {
    return Poisson.logGamma(k + 1.0);
  }
}
