package io.lanewise.ufunc.fft.engine;

/// The roots of unity of a length by their number: up to a length from one table, beyond it as
/// products of two roots, so that the tables are of the order of the length's square root.
final class RootTable {
  /// 2^14 roots are 256 KB, a quarter of a usual second-level cache; a larger table would be read
  /// from memory as often as the data.
  static final int LIMIT = 1 << 14;

  private final int n;
  private final int step;

  /// A step below the length is 2 to this power, so that a root needs no division of integers.
  private final int shift;

  private final double[] fineCos;
  private final double[] fineSin;
  private final double[] coarseCos;
  private final double[] coarseSin;

  RootTable(int n) {
    this.n = n;
    int bits = 32 - Integer.numberOfLeadingZeros(n);
    shift = bits / 2;
    step = n <= LIMIT ? n : 1 << shift;
    fineCos = new double[step];
    fineSin = new double[step];
    for (int k = 0; k < step; k++) {
      Roots.put(k, n, fineCos, fineSin, k);
    }
    int steps = (int) (((long) n + step - 1) / step);
    coarseCos = new double[steps];
    coarseSin = new double[steps];
    for (int k = 0; k < steps; k++) {
      Roots.put((long) k * step, n, coarseCos, coarseSin, k);
    }
  }

  /// The cosine of `2 pi k / n`, `0 <= k < n`.
  double cos(int k) {
    if (step == n) {
      return fineCos[k];
    }
    int high = k >>> shift;
    int low = k & step - 1;
    return coarseCos[high] * fineCos[low] - coarseSin[high] * fineSin[low];
  }

  /// The sine of `2 pi k / n`, `0 <= k < n`.
  double sin(int k) {
    if (step == n) {
      return fineSin[k];
    }
    int high = k >>> shift;
    int low = k & step - 1;
    return coarseCos[high] * fineSin[low] + coarseSin[high] * fineCos[low];
  }

  long size() {
    return 2L * (fineCos.length + coarseCos.length);
  }
}
