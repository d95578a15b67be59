package io.lanewise.ndarray.random;

/// The gamma distribution and those made of it.
///
/// Shapes of 1 and more: G. Marsaglia and W. W. Tsang, *A Simple Method for Generating Gamma
/// Variables*, ACM Transactions on Mathematical Software 26(3) (2000). Shapes below 1: J. H. Ahrens
/// and U. Dieter, *Computer Methods for Sampling from Gamma, Beta, Poisson and Binomial
/// Distributions*, Computing 12 (1974), method GS. Beta with both parameters up to 1: M. D. Jöhnk,
/// *Erzeugung von betaverteilten und gammaverteilten Zufallszahlen*, Metrika 8 (1964). Methods and
/// order of draws are NumPy's, the constants the papers'.
final class Gamma {
  /// The squeeze of Marsaglia and Tsang: 1 - 0.0331 x^4 is below the acceptance probability.
  private static final double SQUEEZE = 0.0331;

  /// Below this, the powers in Jöhnk's method underflow to zero, and the beta distribution is 0 or
  /// 1.
  private static final double TINY = 3e-103;

  private Gamma() {}

  static double standard(Deviates deviates, double shape) {
    if (shape == 1) {
      return deviates.exponential();
    }
    if (shape == 0) {
      return 0;
    }
    return shape < 1 ? small(deviates, shape) : large(deviates, shape);
  }

  private static double small(Deviates deviates, double shape) {
    while (true) {
      double u = deviates.nextDouble();
      double limit = deviates.exponential();
      if (u <= 1 - shape) {
        double x = Elementary.pow(u, 1 / shape);
        if (x <= limit) {
          return x;
        }
      } else {
        double y = -Elementary.log((1 - u) / shape);
        double x = Elementary.pow(1 - shape + shape * y, 1 / shape);
        if (x <= limit + y) {
          return x;
        }
      }
    }
  }

  private static double large(Deviates deviates, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = deviates.normal();
      double root = 1 + c * x;
      while (root <= 0) {
        x = deviates.normal();
        root = 1 + c * x;
      }
      double v = root * root * root;
      double u = deviates.nextDouble();
      if (u < 1 - SQUEEZE * (x * x) * (x * x)
          || Elementary.log(u) < 0.5 * x * x + d * (1 - v + Elementary.log(v))) {
        return d * v;
      }
    }
  }

  static float standardFloat(BitGenerator bits, float shape) {
    if (shape == 1) {
      return Ziggurat.exponentialFloat(bits);
    }
    if (shape == 0) {
      return 0;
    }
    return shape < 1 ? smallFloat(bits, shape) : largeFloat(bits, shape);
  }

  private static float smallFloat(BitGenerator bits, float shape) {
    while (true) {
      float u = bits.nextFloat();
      float limit = Ziggurat.exponentialFloat(bits);
      if (u <= 1 - shape) {
        float x = Elementary.pow(u, 1 / shape);
        if (x <= limit) {
          return x;
        }
      } else {
        float y = -Elementary.log((1 - u) / shape);
        float x = Elementary.pow(1 - shape + shape * y, 1 / shape);
        if (x <= limit + y) {
          return x;
        }
      }
    }
  }

  private static float largeFloat(BitGenerator bits, float shape) {
    float d = shape - 1f / 3;
    float c = 1 / (float) Math.sqrt(9 * d);
    while (true) {
      float x = Ziggurat.normalFloat(bits);
      float root = 1 + c * x;
      while (root <= 0) {
        x = Ziggurat.normalFloat(bits);
        root = 1 + c * x;
      }
      float v = root * root * root;
      float u = bits.nextFloat();
      if (u < 1 - (float) SQUEEZE * (x * x) * (x * x)
          || Elementary.log(u) < 0.5f * x * x + d * (1 - v + Elementary.log(v))) {
        return d * v;
      }
    }
  }

  static double beta(Deviates deviates, double a, double b) {
    if (a > 1 || b > 1) {
      double x = standard(deviates, a);
      return x / (x + standard(deviates, b));
    }
    if (a < TINY && b < TINY) {
      double u = deviates.nextDouble();
      return (a + b) * u < a ? 1 : 0;
    }
    return johnk(deviates, a, b);
  }

  /// The same without regard to powers that underflow.
  static double betaOfPowers(Deviates deviates, double a, double b) {
    if (a > 1 || b > 1) {
      double x = standard(deviates, a);
      return x / (x + standard(deviates, b));
    }
    return johnk(deviates, a, b);
  }

  private static double johnk(Deviates deviates, double a, double b) {
    while (true) {
      double u = deviates.nextDouble();
      double v = deviates.nextDouble();
      double x = Elementary.pow(u, 1 / a);
      double y = Elementary.pow(v, 1 / b);
      double sum = x + y;
      if (sum <= 1 && u + v > 0) {
        return sum > 0 ? x / sum : betaOfUnderflow(Elementary.log(u) / a, Elementary.log(v) / b);
      }
    }
  }

  /// e^x / (e^x + e^y) where both powers underflow.
  private static double betaOfUnderflow(double x, double y) {
    double larger = Math.max(x, y);
    double left = x - larger;
    double right = y - larger;
    return Elementary.exp(left - Elementary.log(Elementary.exp(left) + Elementary.exp(right)));
  }

  static double chisquare(Deviates deviates, double df) {
    return 2 * standard(deviates, df / 2);
  }

  static double noncentralChisquare(Deviates deviates, double df, double nonc) {
    if (Double.isNaN(nonc)) {
      return Double.NaN;
    }
    if (nonc == 0) {
      return chisquare(deviates, df);
    }
    if (df > 1) {
      double central = chisquare(deviates, df - 1);
      double x = deviates.normal() + Math.sqrt(nonc);
      return central + x * x;
    }
    long i = Poisson.next(deviates.bits, nonc / 2);
    return chisquare(deviates, df + 2 * i);
  }

  static double f(Deviates deviates, double dfnum, double dfden) {
    double numerator = chisquare(deviates, dfnum) * dfden;
    return numerator / (chisquare(deviates, dfden) * dfnum);
  }

  static double noncentralF(Deviates deviates, double dfnum, double dfden, double nonc) {
    double numerator = noncentralChisquare(deviates, dfnum, nonc) * dfden;
    return numerator / (chisquare(deviates, dfden) * dfnum);
  }

  static double standardT(Deviates deviates, double df) {
    double x = deviates.normal();
    double g = standard(deviates, df / 2);
    return Math.sqrt(df / 2) * x / Math.sqrt(g);
  }
}
