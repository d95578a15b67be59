package io.lanewise.ufunc.fft.engine;

/// Transforms of real numbers of one even length, by complex ones of half that length: pairs of
/// real numbers are taken as complex numbers, and the transforms of the even and of the odd ones
/// are separated afterwards by their symmetry (J. W. Cooley, P. A. W. Lewis, P. D. Welch, The fast
/// Fourier transform algorithm: programming considerations in the calculation of sine, cosine and
/// Laplace transforms, J. Sound Vib. 12, 1970).
final class RealLength {
  private final int half;
  private final RootTable roots;

  RealLength(int n) {
    half = n / 2;
    roots = new RootTable(n);
  }

  /// The transform of the real numbers from that of the pairs: points 0 to `half` from points 0 to
  /// `half - 1`, in place.
  void separate(double[] re, double[] im, int width) {
    int last = half * width;
    for (int r = 0; r < width; r++) {
      double x = re[r];
      double y = im[r];
      re[r] = x + y;
      im[r] = 0;
      re[last + r] = x - y;
      im[last + r] = 0;
    }
    for (int k = 1; k <= half - k; k++) {
      double c = roots.cos(k);
      double s = roots.sin(k);
      int near = k * width;
      int far = (half - k) * width;
      for (int end = near + width; near < end; near++, far++) {
        double er = 0.5 * (re[near] + re[far]);
        double ei = 0.5 * (im[near] - im[far]);
        double dr = 0.5 * (re[near] - re[far]);
        double di = 0.5 * (im[near] + im[far]);
        double tr = c * di - s * dr;
        double ti = s * di + c * dr;
        re[near] = er + tr;
        im[near] = ei - ti;
        re[far] = er - tr;
        im[far] = -(ei + ti);
      }
    }
  }

  /// The reverse of [#separate], times 2.
  void combine(double[] re, double[] im, int width) {
    int last = half * width;
    for (int r = 0; r < width; r++) {
      double x = re[r];
      double y = re[last + r];
      re[r] = x + y;
      im[r] = x - y;
    }
    for (int k = 1; k <= half - k; k++) {
      double c = roots.cos(k);
      double s = roots.sin(k);
      int near = k * width;
      int far = (half - k) * width;
      for (int end = near + width; near < end; near++, far++) {
        double er = re[near] + re[far];
        double ei = im[near] - im[far];
        double dr = re[near] - re[far];
        double di = im[near] + im[far];
        double pr = dr * c - di * s;
        double pi = dr * s + di * c;
        re[near] = er - pi;
        im[near] = ei + pr;
        re[far] = er + pi;
        im[far] = pr - ei;
      }
    }
  }

  long size() {
    return roots.size();
  }
}
