package io.lanewise.ufunc.fft.engine;

/// A length with a large prime factor: the transform as a convolution with a chirp, by transforms
/// of a longer length with small factors (L. I. Bluestein, A linear filtering approach to the
/// computation of the discrete Fourier transform, Northeast Electronics Research and Engineering
/// Meeting Record 10, 1968).
final class Convolution extends Plan {
  private static final int[] ODD_PARTS = {1, 3, 5, 9, 15};

  private final Plan longer;

  /// The chirp: angles `pi j j / n`.
  private final double[] cos;

  private final double[] sin;

  /// The transform of the chirp, divided by the longer length, conjugated as `rotate` wants it.
  private final double[] kernelCos;

  private final double[] kernelSin;

  Convolution(int n) {
    super(n);
    longer = Plan.of(length(Math.subtractExact(Math.multiplyExact(2, n), 1)));
    cos = new double[n];
    sin = new double[n];
    for (int j = 0; j < n; j++) {
      Roots.put((long) j * j % (2L * n), 2L * n, cos, sin, j);
    }
    int m = longer.n;
    kernelCos = new double[m];
    kernelSin = new double[m];
    for (int j = 0; j < n; j++) {
      int mirrored = j == 0 ? 0 : m - j;
      kernelCos[j] = cos[j] / m;
      kernelSin[j] = sin[j] / m;
      kernelCos[mirrored] = kernelCos[j];
      kernelSin[mirrored] = kernelSin[j];
    }
    try (Work work = Work.borrow()) {
      SplitPort kernel = new SplitPort(1, m, 1, kernelCos, kernelSin);
      longer.run(new PlainPasses(), kernel, kernel, 1, false, work);
    }
    for (int j = 0; j < m; j++) {
      kernelSin[j] = -kernelSin[j];
    }
  }

  /// The least length from `least` on with small factors, enough of them 2.
  private static int length(int least) {
    long best = Long.MAX_VALUE;
    for (int odd : ODD_PARTS) {
      long length = 8L * odd;
      while (length < least) {
        length *= 2;
      }
      best = Math.min(best, length);
    }
    return Math.toIntExact(best);
  }

  @Override
  void run(Passes passes, Port in, Port out, int width, boolean turned, Work work) {
    int m = longer.n;
    work.reserveChirp(Math.multiplyExact(m, width));
    double[] re = work.chirpRe;
    double[] im = work.chirpIm;
    in.load(passes, 0, n, turned ? im : re, turned ? re : im, 0, width);
    multiply(passes, re, im, n, width, cos, sin);
    SplitPort points = new SplitPort(in.rows(), n, width, re, im);
    SplitPort all = new SplitPort(in.rows(), m, width, re, im);
    longer.run(passes, points, all, width, false, work);
    multiply(passes, re, im, m, width, kernelCos, kernelSin);
    longer.run(passes, all, all, width, true, work);
    multiply(passes, re, im, n, width, cos, sin);
    out.store(passes, 0, n, turned ? im : re, turned ? re : im, 0, width);
  }

  private static void multiply(
      Passes passes, double[] re, double[] im, int n, int width, double[] cos, double[] sin) {
    if (width == 1) {
      passes.rotate(re, im, 0, n, cos, sin, 0);
      return;
    }
    for (int j = 0; j < n; j++) {
      passes.rotate(re, im, j * width, width, cos[j], sin[j]);
    }
  }

  @Override
  long size() {
    return 2L * (cos.length + kernelCos.length) + longer.size();
  }
}
