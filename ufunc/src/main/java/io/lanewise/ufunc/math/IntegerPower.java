package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import java.util.List;

/// Powers of integers, which wrap as products of integers do. Generated kernels call it.
///
/// The exponent's bits say which of the squares base^1, base^2, base^4, ... are multiplied (D. E.
/// Knuth, The Art of Computer Programming, volume 2, section 4.6.3).
public final class IntegerPower {
  /// [#power(long, long)] for [io.lanewise.ndarray.kernel.Body#call].
  public static final ScalarFunction INT64 = function(LaneType.INT64);

  /// [#power(int, int)] for [io.lanewise.ndarray.kernel.Body#call].
  public static final ScalarFunction INT32 = function(LaneType.INT32);

  private IntegerPower() {}

  /// base to the power exponent modulo 2^64.
  ///
  /// @throws ArithmeticException if the exponent is negative
  public static long power(long base, long exponent) {
    if (exponent < 0) {
      throw new ArithmeticException("Integers to negative integer powers are not allowed.");
    }
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

  private static ScalarFunction function(LaneType type) {
    return new ScalarFunction(IntegerPower.class, "power", type, List.of(type, type));
  }
}
