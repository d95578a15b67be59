package io.lanewise.ufunc.math.scalar;

import io.lanewise.ufunc.math.GammaFunction;

/// The logarithm of |Gamma(x)| around its zeros on the negative axis, where the terms of
/// [GammaFunction] cancel. Generated kernels call it.
///
/// With the zero z nearest to x, d = x - z and u = z + n near 17/2, the recurrence Gamma(x + 1) = x
/// Gamma(x) gives
///
/// log |Gamma(x)| = log Gamma(u + d) - log Gamma(u) - log((1 + d/z) (1 + d/(z + 1)) ... (1 + d/(z +
/// n - 1))),
///
/// and by Stirling's series the first difference is (u - 1/2) log(1 + d/u) + d (log(u + d) - 1) and
/// the difference of the series. Every term has the factor d, so nothing is lost however small the
/// result is. Products and sums are sums of two numbers, exact to some 2^-65 of d.
///
/// Below -2 there are two zeros between any two integers. Near -k, on both sides, they stand at
/// distances of about 1/k!, and beyond -17 no double is near one.
///
/// Error bound: 0.65 ULP.
public final class LogGammaZeros {
  /// The zeros, each as the sum of three numbers: the first one taken from the double nearest to it
  /// leaves the second one, which must be as exact as a result.
  private static final double[][] ZEROS = {
    {-0x1.3a7fc9600f86cp+1, -0x1.55f64f98af8d0p-55, -0x1.c4b0cd201366ap-110},
    {-0x1.5fb410a1bd901p+1, 0x1.a19a96d2e6f85p-54, 0x1.140b4ff4b7d60p-108},
    {-0x1.9260dbc9e59afp+1, -0x1.f717cd335a7b3p-53, -0x1.d32a2a65bfd63p-107},
    {-0x1.fa471547c2fe5p+1, -0x1.70d4561291237p-56, 0x1.9e6fadbbc171ap-111},
    {-0x1.0284e78599581p+2, 0x1.e78c1e9e43cfep-53, -0x1.2ac17bfd6be92p-108},
    {-0x1.3f7577a6eeafdp+2, 0x1.5de5eab7f12cfp-53, -0x1.4075f5e0494a2p-110},
    {-0x1.4086a57f0b6d9p+2, -0x1.95262b72ca9cap-55, -0x1.bd98d5e0861aap-109},
    {-0x1.7fe92f591f40dp+2, -0x1.7dd4ed62cbd32p-52, 0x1.2071c071a2146p-108},
    {-0x1.8016b25897c8dp+2, 0x1.27e0f49a4ba72p-54, -0x1.72e1ab15a4d03p-110},
    {-0x1.bffcbf76b86f0p+2, 0x1.853b29347b806p-57, -0x1.0fa018051dd41p-111},
    {-0x1.c0033fdedfe1fp+2, 0x1.20bb7d2324678p-52, 0x1.f5536678d69d3p-106},
    {-0x1.ffff97f8159cfp+2, -0x1.e54f415a91586p-55, -0x1.53a5d106f9a3ep-109},
    {-0x1.000034028b3f9p+3, -0x1.f60cb3cec1cedp-52, 0x1.ea26620d6b1cap-106},
    {-0x1.1ffffa3884bd0p+3, -0x1.ff90c9d2ae925p-53, 0x1.30c0efef78c04p-107},
    {-0x1.200005c7768fbp+3, -0x1.b5b610ffb70d4p-54, -0x1.deb7ad09ec5eap-108},
    {-0x1.3fffff6c0d7c0p+3, 0x1.197cea8c42d7dp-51, 0x1.7072c5a292198p-105},
    {-0x1.40000093f2777p+3, -0x1.927b45d95e154p-52, -0x1.0780c21b6e452p-106},
    {-0x1.5ffffff28cdd4p+3, 0x1.c9924a65aa486p-53, -0x1.8d05a4e458063p-108},
    {-0x1.6000000d7322ap+3, -0x1.8aecb2d37ff52p-51, -0x1.c97d472001b98p-109},
    {-0x1.7ffffffee1127p+3, -0x1.ce1f7906b30f5p-54, 0x1.b43a13e31b9dfp-111},
    {-0x1.800000011eed9p+3, 0x1.19d5307e1fb5ep-53, 0x1.8f0dbe4153150p-109},
    {-0x1.9fffffffe9edcp+3, 0x1.84f40342d001cp-51, 0x1.50556e5aede66p-105},
    {-0x1.a000000016124p+3, -0x1.84e03341ee8ddp-51, 0x1.f8391fef50bd4p-105},
    {-0x1.bffffffffe6c7p+3, 0x1.d2a30f3dae0fbp-51, 0x1.774491db8dc05p-107},
    {-0x1.c000000001939p+3, -0x1.d2a2f4a73af63p-51, 0x1.1ce11583b5fc3p-105},
    {-0x1.dfffffffffe52p+3, 0x1.fcf9ccfd8867ep-51, 0x1.1c0ec5919506cp-105},
    {-0x1.e0000000001aep+3, -0x1.fcf9ccde87210p-51, -0x1.f0bd3dc636171p-105},
    {-0x1.fffffffffffe5p+3, -0x1.80c18cc43ea26p-53, 0x1.8d1b2eec9d961p-108},
    {-0x1.000000000000dp+4, -0x1.cfe7ce6768509p-50, -0x1.7f27723e2ef9fp-105}
  };

  /// 2/3, 2/5, 2/7, ...: log((1 + s) / (1 - s)) is 2 s + s^3 (2/3 + 2/5 s^2 + ...), and s^2 is
  /// below 1/20.
  private static final double[] ATANH = {
    2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21,
    2.0 / 23
  };

  private static final double CENTRE = 8.5;

  /// log(17/2) - 1.
  private static final Pair LOG_CENTRE = new Pair(0x1.23db60477e1fcp+0, 0x1.a0e07e9bfc0b9p-59);

  private LogGammaZeros() {}

  /// log |Gamma(x)| of a negative x where it is below 1/8 in size.
  public static double lgamma(double x) {
    double[] zero = nearest(x);
    // exact, both being so close
    Pair d = Pair.sum(x - zero[0], -zero[1]).plus(-zero[2]);
    int n = (int) Math.rint(CENTRE - x);
    Pair u = Pair.sum(zero[0], n).plus(new Pair(zero[1], 0));
    Pair ratio = d.over(u).log1p();
    Pair log = d.plus(u.plus(-CENTRE)).over(new Pair(CENTRE, 0)).log1p().plus(LOG_CENTRE);
    Pair difference = u.plus(-0.5).times(ratio).plus(d.times(log));
    difference = difference.plus(stirling(d.high, u.high));
    Pair result = difference.plus(growth(d, zero, n).log1p().negative());
    return result.high + result.low;
  }

  private static double[] nearest(double x) {
    double[] nearest = ZEROS[0];
    for (double[] zero : ZEROS) {
      if (Math.abs(x - zero[0]) < Math.abs(x - nearest[0])) {
        nearest = zero;
      }
    }
    return nearest;
  }

  /// (1 + d/z) ... (1 + d/(z + n - 1)) - 1.
  private static Pair growth(Pair d, double[] zero, int n) {
    Pair sum = d.over(new Pair(zero[0], zero[1]));
    for (int k = 1; k < n; k++) {
      Pair e = d.over(Pair.sum(zero[0], k).plus(zero[1]));
      sum = sum.plus(e).plus(sum.times(e));
    }
    return sum;
  }

  /// The series at u + d less that at u: the polynomial's divided difference by Horner's rule
  /// twice.
  private static double stirling(double d, double u) {
    double a = 1 / u;
    double b = 1 / (u + d);
    double value = 0;
    double slope = 0;
    for (int i = GammaFunction.STIRLING.length - 1; i >= 0; i--) {
      slope = Math.fma(slope, b, value);
      value = Math.fma(value, a, GammaFunction.STIRLING[i]);
      slope = Math.fma(slope, b, value);
      value *= a;
    }
    return -d * a * b * slope;
  }

  /// The sum of two numbers, the second one about as small as the last bits of the first one.
  private record Pair(double high, double low) {
    static Pair sum(double a, double b) {
      double sum = a + b;
      double part = sum - a;
      return new Pair(sum, a - (sum - part) + (b - part));
    }

    Pair plus(double more) {
      Pair sum = sum(high, more);
      return sum(sum.high, sum.low + low);
    }

    Pair plus(Pair more) {
      Pair sum = sum(high, more.high);
      return sum(sum.high, sum.low + (low + more.low));
    }

    Pair negative() {
      return new Pair(-high, -low);
    }

    Pair times(Pair factor) {
      double product = high * factor.high;
      double lost = Math.fma(high, factor.high, -product);
      return new Pair(product, Math.fma(high, factor.low, Math.fma(low, factor.high, lost)));
    }

    Pair over(Pair divisor) {
      double quotient = high / divisor.high;
      double rest = Math.fma(-quotient, divisor.high, high);
      rest = Math.fma(-quotient, divisor.low, rest + low);
      return new Pair(quotient, rest / divisor.high);
    }

    /// log(1 + this).
    Pair log1p() {
      Pair s = over(plus(2));
      double square = s.high * s.high;
      double tail = 0;
      for (int i = ATANH.length - 1; i >= 0; i--) {
        tail = Math.fma(tail, square, ATANH[i]);
      }
      double low = 2 * s.low * (1 + square);
      return new Pair(2 * s.high, Math.fma(square * s.high, tail, low));
    }
  }
}
