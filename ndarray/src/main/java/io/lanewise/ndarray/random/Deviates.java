package io.lanewise.ndarray.random;

/// The numbers that distributions are made of. [Generator] and [RandomState] make normal and
/// exponential ones in ways of their own; what is made of them is often the same.
abstract class Deviates {
  final BitGenerator bits;

  Deviates(BitGenerator bits) {
    this.bits = bits;
  }

  /// Uniform in [0, 1).
  final double nextDouble() {
    return bits.nextDouble();
  }

  /// Standard normal.
  abstract double normal();

  /// Standard exponential.
  abstract double exponential();

  /// By the ziggurat method.
  static final class Layered extends Deviates {
    Layered(BitGenerator bits) {
      super(bits);
    }

    @Override
    double normal() {
      return Ziggurat.normal(bits);
    }

    @Override
    double exponential() {
      return Ziggurat.exponential(bits);
    }
  }

  /// G. Marsaglia and T. A. Bray, *A Convenient Method for Generating Normal Variables*, SIAM
  /// Review 6 (1964): two normal numbers at a time, the second kept for the next call; exponential
  /// numbers by inversion.
  static final class Polar extends Deviates {
    boolean hasNormal;
    double kept;

    Polar(BitGenerator bits) {
      super(bits);
    }

    @Override
    double normal() {
      if (hasNormal) {
        hasNormal = false;
        double result = kept;
        kept = 0;
        return result;
      }
      while (true) {
        double x = 2 * nextDouble() - 1;
        double y = 2 * nextDouble() - 1;
        double square = x * x + y * y;
        if (square < 1 && square != 0) {
          double factor = Math.sqrt(-2 * Elementary.log(square) / square);
          kept = factor * x;
          hasNormal = true;
          return factor * y;
        }
      }
    }

    @Override
    double exponential() {
      return -Elementary.log(1 - nextDouble());
    }
  }
}
