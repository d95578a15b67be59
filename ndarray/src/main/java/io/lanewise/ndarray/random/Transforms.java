package io.lanewise.ndarray.random;

/// Distributions that are functions of one or a few uniform, exponential or normal numbers.
final class Transforms {
  /// Below, the von Mises distribution is uniform to the last digit.
  private static final double UNIFORM_KAPPA = 1e-8;

  /// Below, the general formula for Best and Fisher's s loses its digits.
  private static final double SMALL_KAPPA = 1e-5;

  /// Above, the von Mises distribution is a wrapped normal one to the last digits.
  private static final double LARGE_KAPPA = 1e6;

  private Transforms() {}

  static double pareto(BitGenerator bits, double a) {
    return Elementary.expm1(Ziggurat.exponential(bits) / a);
  }

  static double weibull(BitGenerator bits, double a) {
    return a == 0 ? 0 : Elementary.pow(Ziggurat.exponential(bits), 1 / a);
  }

  static double power(BitGenerator bits, double a) {
    return Elementary.pow(-Elementary.expm1(-Ziggurat.exponential(bits)), 1 / a);
  }

  static double standardCauchy(BitGenerator bits) {
    double x = Ziggurat.normal(bits);
    return x / Ziggurat.normal(bits);
  }

  static double rayleigh(BitGenerator bits, double scale) {
    return scale * Math.sqrt(2 * Ziggurat.exponential(bits));
  }

  static double lognormal(BitGenerator bits, double mean, double sigma) {
    return Elementary.exp(mean + sigma * Ziggurat.normal(bits));
  }

  static double laplace(BitGenerator bits, double loc, double scale) {
    double u = positive(bits);
    return u >= 0.5 ? loc - scale * Elementary.log(2 - u - u) : loc + scale * Elementary.log(u + u);
  }

  static double gumbel(BitGenerator bits, double loc, double scale) {
    double u = 1 - positive(bits);
    return loc - scale * Elementary.log(-Elementary.log(u));
  }

  static double logistic(BitGenerator bits, double loc, double scale) {
    double u = positive(bits);
    return loc + scale * Elementary.log(u / (1 - u));
  }

  /// Uniform in (0, 1).
  private static double positive(BitGenerator bits) {
    double u = bits.nextDouble();
    while (u == 0) {
      u = bits.nextDouble();
    }
    return u;
  }

  /// J. R. Michael, W. R. Schucany and R. W. Haas, *Generating Random Variates Using
  /// Transformations with Multiple Roots*, The American Statistician 30 (1976): the smaller root,
  /// in a form that does not cancel, or the larger one.
  static double wald(BitGenerator bits, double mean, double scale) {
    double x = Ziggurat.normal(bits);
    double y = mean * x * x;
    double d = 1 + Math.sqrt(1 + 4 * scale / y);
    double u = bits.nextDouble();
    double root = mean * (1 - 2 / d);
    return u <= mean / (mean + root) ? root : mean * mean / root;
  }

  /// By inversion of the distribution function's two branches.
  static double triangular(BitGenerator bits, double left, double mode, double right) {
    double base = right - left;
    double leftBase = mode - left;
    double u = bits.nextDouble();
    return u <= leftBase / base
        ? left + Math.sqrt(u * (leftBase * base))
        : right - Math.sqrt((1 - u) * ((right - mode) * base));
  }

  /// D. J. Best and N. I. Fisher, *Efficient Simulation of the von Mises Distribution*, Journal of
  /// the Royal Statistical Society C 28 (1979).
  static double vonmises(BitGenerator bits, double mu, double kappa) {
    if (Double.isNaN(kappa)) {
      return Double.NaN;
    }
    if (kappa < UNIFORM_KAPPA) {
      return Math.PI * (2 * bits.nextDouble() - 1);
    }
    if (kappa > LARGE_KAPPA) {
      double angle = mu + Math.sqrt(1 / kappa) * Ziggurat.normal(bits);
      if (angle < -Math.PI) {
        angle += 2 * Math.PI;
      }
      return angle > Math.PI ? angle - 2 * Math.PI : angle;
    }
    double s = envelope(kappa);
    while (true) {
      double z = Elementary.cos(Math.PI * bits.nextDouble());
      double w = (1 + s * z) / (s + z);
      double y = kappa * (s - w);
      double v = bits.nextDouble();
      if (y * (2 - y) - v >= 0 || Elementary.log(y / v) + 1 - y >= 0) {
        double angle = Elementary.acos(w);
        double centred = (bits.nextDouble() < 0.5 ? -angle : angle) + mu;
        // to [-pi, pi], symmetrically
        double wrapped = (Math.abs(centred) + Math.PI) % (2 * Math.PI) - Math.PI;
        return centred < 0 ? -wrapped : wrapped;
      }
    }
  }

  private static double envelope(double kappa) {
    if (kappa < SMALL_KAPPA) {
      return 1 / kappa + kappa;
    }
    double tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
    double rho = (tau - Math.sqrt(2 * tau)) / (2 * kappa);
    return (1 + rho * rho) / (2 * rho);
  }
}
