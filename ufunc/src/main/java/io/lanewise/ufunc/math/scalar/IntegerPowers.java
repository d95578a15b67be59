package io.lanewise.ufunc.math.scalar;

/// Powers of integers, which wrap as products of integers do. Generated kernels call it.
///
/// The exponent's bits say which of the squares base^1, base^2, base^4, ... are multiplied (D. E.
/// Knuth, The Art of Computer Programming, volume 2, section 4.6.3).
public final class IntegerPowers {
  private IntegerPowers() {}

  /// base to the power exponent modulo 2^64.
  ///
  /// @throws ArithmeticException if the exponent is negative
  public static long power(long base, long exponent) {
    if (exponent < 0) {
      throw new ArithmeticException("Integers to negative integer powers are not allowed.");
    }
    return powerUnsigned(base, exponent);
  }

  /// base to the power of an unsigned exponent modulo 2^64.
  public static long powerUnsigned(long base, long exponent) {
    long power = 1;
    long square = base;
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }

  /// base to the power exponent modulo 2^32.
  ///
  /// @throws ArithmeticException if the exponent is negative
  public static int power(int base, int exponent) {
    return (int) power((long) base, (long) exponent);
  }
}
