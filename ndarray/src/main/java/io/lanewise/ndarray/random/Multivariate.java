package io.lanewise.ndarray.random;

/// Distributions of vectors, each written to elements `at` to `at + k - 1` of an array.
final class Multivariate {
  /// Below this, all gamma numbers of a Dirichlet draw may underflow, and beta numbers are used.
  private static final double SMALL_CONCENTRATION = 0.1;

  private Multivariate() {}

  /// Counts of `n` draws from k outcomes: one binomial number after another.
  static void multinomial(
      Binomial binomial,
      BitGenerator bits,
      long n,
      double[] p,
      int from,
      int k,
      long[] out,
      int at) {
    double probabilityLeft = 1;
    long left = n;
    for (int i = 0; i < k - 1 && left > 0; i++) {
      double share = p[from + i] / probabilityLeft;
      out[at + i] = binomial.next(bits, left, share);
      left -= out[at + i];
      probabilityLeft -= p[from + i];
    }
    if (left > 0) {
      out[at + k - 1] = left;
    }
  }

  /// A point of the simplex: gamma numbers over their sum, or, with small concentrations, the
  /// breaking of a stick by beta numbers.
  static void dirichlet(Deviates deviates, double[] alpha, double[] out, int at) {
    if (isSmall(alpha)) {
      broken(deviates, alpha, out, at);
      return;
    }
    normalised(deviates, alpha, out, at);
  }

  /// Gamma numbers over their sum.
  static void normalised(Deviates deviates, double[] alpha, double[] out, int at) {
    double sum = 0;
    for (int i = 0; i < alpha.length; i++) {
      out[at + i] = Gamma.standard(deviates, alpha[i]);
      sum += out[at + i];
    }
    double inverse = 1 / sum;
    for (int i = 0; i < alpha.length; i++) {
      out[at + i] *= inverse;
    }
  }

  private static boolean isSmall(double[] alpha) {
    double largest = 0;
    for (double a : alpha) {
      largest = Math.max(largest, a);
    }
    return largest < SMALL_CONCENTRATION;
  }

  private static void broken(Deviates deviates, double[] alpha, double[] out, int at) {
    int k = alpha.length;
    double[] rest = new double[k];
    double sum = 0;
    for (int i = k - 1; i >= 0; i--) {
      sum += alpha[i];
      rest[i] = sum;
    }
    if (sum == 0) {
      return;
    }
    double stick = 1;
    for (int i = 0; i < k - 1; i++) {
      double part = Gamma.beta(deviates, alpha[i], rest[i + 1]);
      out[at + i] = stick * part;
      stick *= 1 - part;
      if (rest[i + 1] == 0) {
        return; // nothing is left of the stick
      }
    }
    out[at + k - 1] = stick;
  }

  /// Counts of a sample without replacement from an urn of `colors`: one hypergeometric number
  /// after another, or those of what is left in the urn where that is less.
  static void hypergeometric(
      BitGenerator bits, long[] colors, long total, long sample, long[] out, int at) {
    boolean complement = sample > total / 2;
    long draws = complement ? total - sample : sample;
    long left = total;
    for (int i = 0; i < colors.length - 1 && draws > 0; i++) {
      left -= colors[i];
      out[at + i] = Hypergeometric.next(bits, colors[i], left, draws);
      draws -= out[at + i];
    }
    if (draws > 0) {
      out[at + colors.length - 1] = draws;
    }
    if (complement) {
      for (int i = 0; i < colors.length; i++) {
        out[at + i] = colors[i] - out[at + i];
      }
    }
  }
}
