package io.lanewise.ndarray.random;

/// The binomial distribution. Means up to 30: by inversion, summing probabilities. Others: V.
/// Kachitvichyanukul and B. W. Schmeiser, *Binomial Random Variate Generation*, Communications of
/// the ACM 31(2) (1988), algorithm BTPE: a triangle, two parallelograms and two exponential tails
/// cover the probabilities.
///
/// The paper adds all four Stirling corrections of its final test, of which two must be subtracted,
/// and NumPy had a wrong digit there besides; both were put right in NumPy 2.5. [Generator] draws
/// as NumPy 2.5 does; [RandomState], whose streams do not change, keeps the old test.
final class Binomial {
  private static final double LARGE_MEAN = 30;

  /// The triangle: its half width is `2.195 sqrt(n p q) - 4.6 q`.
  private static final double TRIANGLE = 2.195;

  private static final double TRIANGLE_LESS = 4.6;

  /// Up to this distance from the mode probabilities are multiplied up.
  private static final long NEAR = 20;

  /// Whether the final test is the one that NumPy had up to 2.4.
  private final boolean old;

  /// As in NumPy 2.5.
  static final Binomial CURRENT = new Binomial(false);

  /// As in NumPy up to 2.4.
  static final Binomial OLD = new Binomial(true);

  private Binomial(boolean old) {
    this.old = old;
  }

  long next(BitGenerator bits, long n, double p) {
    if (n == 0 || p == 0) {
      return 0;
    }
    return drawn(bits, n, p);
  }

  /// Draws even where nothing is left to chance, as [RandomState] does.
  long drawn(BitGenerator bits, long n, double p) {
    double smaller = p <= 0.5 ? p : 1 - p;
    long count =
        smaller * n <= LARGE_MEAN ? inverted(bits, n, smaller) : rejected(bits, n, smaller);
    return p <= 0.5 ? count : n - count;
  }

  private static long inverted(BitGenerator bits, long n, double p) {
    double q = 1 - p;
    double none = Elementary.exp(n * Elementary.log(q));
    double mean = n * p;
    long bound = (long) Math.min(n, mean + 10 * Math.sqrt(mean * q + 1));
    while (true) {
      double u = bits.nextDouble();
      double probability = none;
      for (long count = 0; count <= bound; count++) {
        if (u <= probability) {
          return count;
        }
        u -= probability;
        probability = (n - count) * p * probability / ((count + 1) * q);
      }
    }
  }

  private long rejected(BitGenerator bits, long n, double p) {
    double q = 1 - p;
    double variance = n * p * q;
    double peak = n * p + p;
    long mode = (long) Math.floor(peak);
    double halfWidth = Math.floor(TRIANGLE * Math.sqrt(variance) - TRIANGLE_LESS * q) + 0.5;
    double middle = mode + 0.5;
    double left = middle - halfWidth;
    double right = middle + halfWidth;
    double c = 0.134 + 20.5 / (15.3 + mode);
    double slopeLeft = slope((peak - left) / (peak - left * p));
    double slopeRight = slope((right - peak) / (right * q));
    double parallelograms = halfWidth * (1 + 2 * c);
    double leftTail = parallelograms + c / slopeLeft;
    double all = leftTail + c / slopeRight;
    while (true) {
      double u = bits.nextDouble() * all;
      double v = bits.nextDouble();
      if (u <= halfWidth) {
        return (long) Math.floor(middle - halfWidth * v + u);
      }
      double x;
      if (u <= parallelograms) {
        x = left + (u - halfWidth) / c;
        v = v * c + 1 - Math.abs(mode - x + 0.5) / halfWidth;
        if (v > 1) {
          continue;
        }
      } else if (v == 0) {
        continue;
      } else if (u <= leftTail) {
        x = left + Elementary.log(v) / slopeLeft;
        v = v * (u - parallelograms) * slopeLeft;
      } else {
        x = right - Elementary.log(v) / slopeRight;
        v = v * (u - leftTail) * slopeRight;
      }
      long count = (long) Math.floor(x);
      if (count >= 0 && count <= n && accepts(v, count, mode, n, p, variance)) {
        return count;
      }
    }
  }

  private static double slope(double a) {
    return a * (1 + a / 2);
  }

  /// Whether `v` is below the probability of `count`, relative to the mode's.
  boolean accepts(double v, long count, long mode, long n, double p, double variance) {
    double q = 1 - p;
    long k = Math.abs(count - mode);
    if (k <= NEAR || k >= variance / 2 - 1) {
      double s = p / q;
      double a = s * (n + 1.0);
      double f = 1;
      for (long i = mode + 1; i <= count; i++) {
        f *= a / i - s;
      }
      for (long i = count + 1; i <= mode; i++) {
        f /= a / i - s;
      }
      return v <= f;
    }
    double rho = k / variance * ((k * (k / 3.0 + 0.625) + 1.0 / 6) / variance + 0.5);
    double t = -((double) k * k) / (2 * variance);
    double log = Elementary.log(v);
    if (log < t - rho) {
      return true;
    }
    if (log > t + rho) {
      return false;
    }
    double x1 = count + 1.0;
    double f1 = mode + 1.0;
    double z = n + 1.0 - mode;
    double w = n - count + 1.0;
    double bound =
        (mode + 0.5) * Elementary.log(f1 / x1)
            + (n - mode + 0.5) * Elementary.log(z / w)
            + (count - mode) * Elementary.log(w * p / (x1 * q));
    double sign = old ? 1 : -1;
    bound += correction(f1) + correction(z) + sign * correction(x1) + sign * correction(w);
    return log <= bound;
  }

  /// Stirling's series for the logarithm of the factorial, five terms; the leading coefficient is
  /// 1/12.
  private double correction(double x) {
    double square = x * x;
    double leading = old ? 13680 : 13860;
    return (leading - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
  }
}
