package io.lanewise.ndarray.random;

/// The distributions of [RandomState] where they differ from those of [Generator]: older formulas,
/// or the same ones in another order of draws. Papers are named with the newer forms.
final class LegacyLaws {
  /// From here on the geometric distribution is summed up, below inverted.
  private static final double LARGE_PROBABILITY = 0.333333333333333333333333;

  private static final double UNIFORM_KAPPA = 1e-8;
  private static final double SMALL_KAPPA = 1e-5;
  private static final long SMALL_SAMPLE = 10;

  /// 2 sqrt(2 / e) and 3 - 2 sqrt(3 / e).
  private static final double D1 = 1.7155277699214135;

  private static final double D2 = 0.8989161620588988;

  private LegacyLaws() {}

  static double pareto(Deviates deviates, double a) {
    return Elementary.exp(deviates.exponential() / a) - 1;
  }

  static double weibull(Deviates deviates, double a) {
    return a == 0 ? 0 : Elementary.pow(deviates.exponential(), 1 / a);
  }

  static double power(Deviates deviates, double a) {
    return Elementary.pow(1 - Elementary.exp(-deviates.exponential()), 1 / a);
  }

  static double rayleigh(Deviates deviates, double scale) {
    return scale * Math.sqrt(-2 * Elementary.log1p(-deviates.nextDouble()));
  }

  /// Michael, Schucany and Haas (1976), in the form that cancels where `mean` is large.
  static double wald(Deviates deviates, double mean, double scale) {
    double ratio = mean / (2 * scale);
    double x = deviates.normal();
    double y = mean * x * x;
    double root = mean + ratio * (y - Math.sqrt(4 * scale * y + y * y));
    double u = deviates.nextDouble();
    return u <= mean / (mean + root) ? root : mean * mean / root;
  }

  /// Best and Fisher (1979), for every concentration but the smallest.
  static double vonmises(Deviates deviates, double mu, double kappa) {
    if (Double.isNaN(kappa)) {
      return Double.NaN;
    }
    if (kappa < UNIFORM_KAPPA) {
      return Math.PI * (2 * deviates.nextDouble() - 1);
    }
    double s = 1 / kappa + kappa;
    if (kappa >= SMALL_KAPPA) {
      double tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
      double rho = (tau - Math.sqrt(2 * tau)) / (2 * kappa);
      s = (1 + rho * rho) / (2 * rho);
    }
    while (true) {
      double z = Elementary.cos(Math.PI * deviates.nextDouble());
      double w = (1 + s * z) / (s + z);
      double y = kappa * (s - w);
      double v = deviates.nextDouble();
      if (y * (2 - y) - v >= 0 || Elementary.log(y / v) + 1 - y >= 0) {
        double angle = Elementary.acos(w);
        double centred = (deviates.nextDouble() < 0.5 ? -angle : angle) + mu;
        double wrapped = (Math.abs(centred) + Math.PI) % (2 * Math.PI) - Math.PI;
        return centred < 0 ? -wrapped : wrapped;
      }
    }
  }

  static long geometric(Deviates deviates, double p) {
    if (p < LARGE_PROBABILITY) {
      double trials = Math.ceil(Elementary.log(1 - deviates.nextDouble()) / Elementary.log(1 - p));
      // as a C compiler converts what does not fit
      return trials >= 0x1p63 || Double.isNaN(trials) ? Long.MIN_VALUE : (long) trials;
    }
    return Counts.summed(deviates.bits, p);
  }

  /// Kemp (1981), with logarithms that lose digits for small `p`.
  static long logseries(Deviates deviates, double p) {
    double r = Elementary.log(1 - p);
    while (true) {
      double v = deviates.nextDouble();
      if (v >= p) {
        return 1;
      }
      double q = 1 - Elementary.exp(r * deviates.nextDouble());
      if (v > q * q) {
        return v >= q ? 1 : 2;
      }
      long count = (long) Math.floor(1 + Elementary.log(v) / Elementary.log(q));
      if (count >= 1 && v != 0) {
        return count;
      }
    }
  }

  /// Devroye (1986), proposals beyond a long being drawn again.
  static long zipf(Deviates deviates, double a) {
    double less = a - 1;
    double b = Elementary.pow(2, less);
    while (true) {
      double u = 1 - deviates.nextDouble();
      double v = deviates.nextDouble();
      double x = Math.floor(Elementary.pow(u, -1 / less));
      if (x > 0x1p63 || x < 1) {
        continue;
      }
      double t = Elementary.pow(1 + 1 / x, less);
      if (v * x * (t - 1) / (b - 1) <= t / b) {
        return (long) x;
      }
    }
  }

  static long hypergeometric(Deviates deviates, long good, long bad, long sample) {
    if (sample > SMALL_SAMPLE) {
      return ratioOfUniforms(deviates, good, bad, sample);
    }
    return sample > 0 ? urn(deviates, good, bad, sample) : 0;
  }

  /// One draw after another, of the colour of which there are fewer.
  private static long urn(Deviates deviates, long good, long bad, long sample) {
    double fewer = Math.min(good, bad);
    double rest = (double) bad + good - sample;
    double left = fewer;
    for (long k = sample; left > 0 && k > 0; k--) {
      left -= Math.floor(deviates.nextDouble() + left / (rest + k));
    }
    long drawn = (long) (fewer - left);
    return good > bad ? sample - drawn : drawn;
  }

  /// Stadlober (1990), algorithm HRUA, whose variance NumPy here takes of the whole sample.
  private static long ratioOfUniforms(Deviates deviates, long good, long bad, long sample) {
    long total = good + bad;
    long draws = Math.min(sample, total - sample);
    long fewer = Math.min(good, bad);
    long more = Math.max(good, bad);
    double p = (double) fewer / total;
    double q = 1 - p;
    double centre = draws * p + 0.5;
    double c = Math.sqrt((double) (total - draws) * sample * p * q / (total - 1) + 0.5);
    double h = D1 * c + D2;
    long mode = (long) Math.floor((double) (draws + 1) * (fewer + 1) / (total + 2));
    double peak = Hypergeometric.logTerms(mode, draws, fewer, more);
    double bound = Math.min(Math.min(draws, fewer) + 1.0, Math.floor(centre + 16 * c));
    while (true) {
      double u = deviates.nextDouble();
      double v = deviates.nextDouble();
      double x = centre + h * (v - 0.5) / u;
      if (x < 0 || x >= bound) {
        continue;
      }
      long k = (long) Math.floor(x);
      double t = peak - Hypergeometric.logTerms(k, draws, fewer, more);
      if (u * (4 - u) - 3 <= t || u * (u - t) < 1 && 2 * Elementary.log(u) <= t) {
        long drawn = good > bad ? draws - k : k;
        return draws < sample ? good - drawn : drawn;
      }
    }
  }
}
