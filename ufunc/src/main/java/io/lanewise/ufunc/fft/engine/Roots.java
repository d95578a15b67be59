package io.lanewise.ufunc.fft.engine;

/// Roots of unity, each from an angle of its own: a recurrence would lose digits with every step.
final class Roots {
  private static final double QUARTER_PI = Math.PI / 4;

  /// What `Math.PI` leaves out of pi, over 4.
  private static final double QUARTER_PI_REST = 1.2246467991473532e-16 / 4;

  private static final double SQRT_HALF = Math.sqrt(0.5);

  private Roots() {}

  /// The cosine and sine of `2 pi k / n`, `0 <= k < n`, into `cos[at]` and `sin[at]`.
  ///
  /// The angle is brought into the first octant in integers and divided in twice the precision. The
  /// Taylor series there adds its small terms to one that is exact, so that little more than the
  /// last rounding remains: 0.62 units in the last place at most.
  static void put(long k, long n, double[] cos, double[] sin, int at) {
    // in units of 2 pi / 8n: 8n is the full circle
    long a = 8 * k;
    boolean lower = a > 4 * n;
    a = lower ? 8 * n - a : a;
    boolean left = a > 2 * n;
    a = left ? 4 * n - a : a;
    boolean steep = a > n;
    a = steep ? 2 * n - a : a;
    double c;
    double s;
    if (a == n) {
      c = SQRT_HALF;
      s = SQRT_HALF;
    } else {
      double product = QUARTER_PI * a;
      double rest = Math.fma(QUARTER_PI, a, -product) + QUARTER_PI_REST * a;
      double angle = product / n;
      double small = (Math.fma(-angle, n, product) + rest) / n;
      c = cosine(angle, small);
      s = sine(angle, small);
    }
    double x = steep ? s : c;
    double y = steep ? c : s;
    cos[at] = left ? -x : x;
    sin[at] = lower ? -y : y;
  }

  private static double sine(double x, double small) {
    double square = x * x;
    double terms = 0;
    for (int i = 18; i >= 2; i -= 2) {
      terms = -square / (i * (i + 1)) * (1 + terms);
    }
    return x + (x * terms + small * (1 - 0.5 * square));
  }

  private static double cosine(double x, double small) {
    double square = x * x;
    double rest = Math.fma(x, x, -square);
    double terms = 0;
    for (int i = 17; i >= 3; i -= 2) {
      terms = -square / (i * (i + 1)) * (1 + terms);
    }
    // x x / 2 is the term that matters: it and its remainder are exact
    double half = 0.5 * square;
    double first = 1 - half;
    return first + ((1 - first - half) - (0.5 * rest + x * small + half * terms));
  }
}
