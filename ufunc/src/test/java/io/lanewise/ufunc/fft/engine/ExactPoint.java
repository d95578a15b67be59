package io.lanewise.ufunc.fft.engine;

/// Points of discrete Fourier transforms by their definition, in numbers of two doubles: high and
/// low part of the real part, then of the imaginary part.
final class ExactPoint {
  private static final double[] QUARTER_PI = {0.7853981633974483, 3.061616997868383e-17};

  private ExactPoint() {}

  private static double[] add(double[] a, double[] b) {
    double sum = a[0] + b[0];
    double part = sum - a[0];
    double rest = (a[0] - (sum - part)) + (b[0] - part) + a[1] + b[1];
    return normal(sum, rest);
  }

  private static double[] normal(double high, double low) {
    double sum = high + low;
    return new double[] {sum, low - (sum - high)};
  }

  private static double[] multiply(double[] a, double[] b) {
    double product = a[0] * b[0];
    return normal(product, Math.fma(a[0], b[0], -product) + a[0] * b[1] + a[1] * b[0]);
  }

  private static double[] divide(double[] a, double b) {
    double quotient = a[0] / b;
    return normal(quotient, (Math.fma(-quotient, b, a[0]) + a[1]) / b);
  }

  private static double[] negative(double[] a) {
    return new double[] {-a[0], -a[1]};
  }

  /// Cosine (even) or sine (odd) by the Taylor series, of at most a quarter of pi.
  private static double[] series(double[] x, boolean odd) {
    double[] term = odd ? x : new double[] {1, 0};
    double[] sum = term;
    double[] square = multiply(x, x);
    for (int i = odd ? 2 : 1; i < 28; i += 2) {
      term = negative(divide(multiply(term, square), (double) i * (i + 1)));
      sum = add(sum, term);
    }
    return sum;
  }

  /// `e^(2 pi i k / n)`.
  static double[] root(long k, long n) {
    // the angle as a number of octants and a rest
    long octant = 8 * k / n;
    long rest = 8 * k % n;
    boolean flip = octant % 2 == 1;
    double[] angle = divide(multiply(QUARTER_PI, new double[] {flip ? n - rest : rest, 0}), n);
    // in octants 1, 2, 5 and 6 cosine and sine change places
    boolean swapped = (octant + 1) / 2 % 2 == 1;
    double[] c = series(angle, swapped);
    double[] s = series(angle, !swapped);
    boolean negativeCos = octant >= 2 && octant < 6;
    boolean negativeSin = octant >= 4;
    c = negativeCos ? negative(c) : c;
    s = negativeSin ? negative(s) : s;
    return new double[] {c[0], c[1], s[0], s[1]};
  }

  static double[] of(double[] a, int n, int k) {
    double[] re = {0, 0};
    double[] im = {0, 0};
    for (int j = 0; j < n; j++) {
      double[] w = root((long) j * k % n, n);
      double[] c = {w[0], w[1]};
      double[] s = {w[2], w[3]};
      double[] x = {a[2 * j], 0};
      double[] y = {a[2 * j + 1], 0};
      re = add(re, add(multiply(x, c), multiply(y, s)));
      im = add(im, add(multiply(y, c), negative(multiply(x, s))));
    }
    return new double[] {re[0], re[1], im[0], im[1]};
  }
}
