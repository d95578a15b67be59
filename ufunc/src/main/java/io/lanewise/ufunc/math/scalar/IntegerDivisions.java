package io.lanewise.ufunc.math.scalar;

/// Integer division with NumPy's rules: division by zero gives 0, the quotient of the smallest
/// number and -1 wraps to itself, and no division throws. Generated kernels call it.
public final class IntegerDivisions {
  private IntegerDivisions() {}

  /// The largest integer not above a / b.
  public static long floorDivide(long a, long b) {
    return b == 0 ? 0 : Math.floorDiv(a, b);
  }

  /// See [#floorDivide(long, long)].
  public static int floorDivide(int a, int b) {
    return b == 0 ? 0 : Math.floorDiv(a, b);
  }

  /// The same for unsigned numbers.
  public static long floorDivideUnsigned(long a, long b) {
    return b == 0 ? 0 : Long.divideUnsigned(a, b);
  }

  /// a - b * floor(a / b).
  public static long remainder(long a, long b) {
    return b == 0 ? 0 : Math.floorMod(a, b);
  }

  /// See [#remainder(long, long)].
  public static int remainder(int a, int b) {
    return b == 0 ? 0 : Math.floorMod(a, b);
  }

  /// The same for unsigned numbers.
  public static long remainderUnsigned(long a, long b) {
    return b == 0 ? 0 : Long.remainderUnsigned(a, b);
  }

  /// a - b * trunc(a / b).
  public static long fmod(long a, long b) {
    return b == 0 ? 0 : a % b;
  }

  /// See [#fmod(long, long)].
  public static int fmod(int a, int b) {
    return b == 0 ? 0 : a % b;
  }

  /// The same for unsigned numbers.
  public static long fmodUnsigned(long a, long b) {
    return remainderUnsigned(a, b);
  }

  /// The greatest common divisor of the sizes, by Euclid's algorithm; 0 of two zeros.
  public static long gcd(long a, long b) {
    // the size of the smallest number is right as an unsigned one
    return gcdUnsigned(Math.abs(a), Math.abs(b));
  }

  /// See [#gcd(long, long)].
  public static int gcd(int a, int b) {
    return (int) gcd((long) a, (long) b);
  }

  /// The same for unsigned numbers.
  public static long gcdUnsigned(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = Long.remainderUnsigned(x, y);
      x = y;
      y = rest;
    }
    return x;
  }

  /// The least common multiple of the sizes, which wraps; 0 where one is 0.
  public static long lcm(long a, long b) {
    return lcmUnsigned(Math.abs(a), Math.abs(b));
  }

  /// See [#lcm(long, long)].
  public static int lcm(int a, int b) {
    return (int) lcm((long) a, (long) b);
  }

  /// The same for unsigned numbers.
  public static long lcmUnsigned(long a, long b) {
    long divisor = gcdUnsigned(a, b);
    return divisor == 0 ? 0 : Long.divideUnsigned(a, divisor) * b;
  }
}
