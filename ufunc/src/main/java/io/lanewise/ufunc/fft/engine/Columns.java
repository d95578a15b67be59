package io.lanewise.ufunc.fft.engine;

import java.util.Arrays;

/// The forward transform of each column of an array, in passes; the length has small factors only.
final class Columns {
  /// Radices in the order of preference.
  private static final int[] RADICES = {8, 4, 2, 5, 3};

  private final int n;
  private final int[] radices;

  /// For each pass.
  private final double[][] twiddles;

  /// For each pass with a radix that has no loop of its own.
  private final double[][] cos;

  private final double[][] sin;

  Columns(int n) {
    this.n = n;
    radices = radices(n);
    twiddles = new double[radices.length][];
    cos = new double[radices.length][];
    sin = new double[radices.length][];
    int left = n;
    for (int i = 0; i < radices.length; i++) {
      int radix = radices[i];
      twiddles[i] = twiddles(radix, left / radix);
      left /= radix;
      if (radix > 8 || radix == 7) {
        cos[i] = new double[radix];
        sin[i] = new double[radix];
        for (int k = 0; k < radix; k++) {
          Roots.put(k, radix, cos[i], sin[i], k);
        }
      }
    }
  }

  private static double[] twiddles(int radix, int groups) {
    double[] result = new double[2 * groups * (radix - 1)];
    double[] c = new double[1];
    double[] s = new double[1];
    int at = 0;
    for (int p = 0; p < groups; p++) {
      for (int k = 1; k < radix; k++) {
        Roots.put((long) p * k, (long) radix * groups, c, s, 0);
        result[at++] = c[0];
        result[at++] = s[0];
      }
    }
    return result;
  }

  /// The radices of the passes, large ones first: with few columns the first pass has the most
  /// groups, and a large radix halves their number.
  static int[] radices(int n) {
    int[] result = new int[32];
    int count = 0;
    int left = n;
    // 8 8 2 costs three passes, as 8 4 4 does with fewer multiplications
    int twos = Integer.numberOfTrailingZeros(n);
    int fours = twos % 3 == 1 && twos > 1 ? 2 : twos % 3 == 2 ? 1 : 0;
    int eights = twos < 2 ? 0 : (twos - 2 * fours) / 3;
    for (int radix : RADICES) {
      int most = radix == 8 ? eights : radix == 4 ? fours : 32;
      while (left % radix == 0 && most-- > 0) {
        result[count++] = radix;
        left /= radix;
      }
    }
    for (int radix = 7; left > 1; radix += 2) {
      while (left % radix == 0) {
        result[count++] = radix;
        left /= radix;
      }
    }
    return Arrays.copyOf(result, count);
  }

  /// About how many vector operations a column costs, per element.
  static double cost(int n) {
    double cost = 0;
    for (int radix : radices(n)) {
      cost +=
          switch (radix) {
            case 2 -> 6;
            case 3 -> 9;
            case 4 -> 9;
            case 5 -> 14;
            case 8 -> 14;
            default -> 3 * radix;
          };
    }
    return cost;
  }

  /// The numbers of twiddles, for the bound on the memory of plans.
  long size() {
    long size = 0;
    for (double[] one : twiddles) {
      size += one.length;
    }
    return size;
  }

  /// Transforms the columns of the `n` by `width` array in `work.re`, `work.im`, where the result
  /// lies too. `width` is a multiple of [Passes#COLUMNS].
  void run(Passes passes, Work work, int width) {
    int s = width;
    int left = n;
    for (int i = 0; i < radices.length; i++) {
      int radix = radices[i];
      left /= radix;
      pass(passes, i, radix, work, s, left);
      work.turn();
      s *= radix;
    }
  }

  private void pass(Passes passes, int i, int radix, Work work, int s, int m) {
    double[] xr = work.re;
    double[] xi = work.im;
    double[] yr = work.otherRe();
    double[] yi = work.otherIm();
    double[] w = twiddles[i];
    switch (radix) {
      case 2 -> passes.pass2(xr, xi, yr, yi, s, m, w);
      case 3 -> passes.pass3(xr, xi, yr, yi, s, m, w);
      case 4 -> passes.pass4(xr, xi, yr, yi, s, m, w);
      case 5 -> passes.pass5(xr, xi, yr, yi, s, m, w);
      case 8 -> passes.pass8(xr, xi, yr, yi, s, m, w);
      default -> {
        work.reserveSums(radix);
        passes.passOdd(radix, xr, xi, yr, yi, s, m, w, cos[i], sin[i], work.sums);
      }
    }
  }
}
