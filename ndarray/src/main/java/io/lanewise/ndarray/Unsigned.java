package io.lanewise.ndarray;

/// Conversions between uint64 bits and floating point, which Java has no casts for. Public because
/// generated kernels call them.
public final class Unsigned {
  private Unsigned() {}

  /// The double nearest to the unsigned value of `bits`.
  public static double toDouble(long bits) {
    if (bits >= 0) {
      return bits;
    }
    // halved with the lost bit kept sticky, so that doubling rounds once
    return (double) (bits >>> 1 | bits & 1) * 2.0;
  }

  /// `value` truncated to uint64 bits; NaN gives 0 and out of range the nearer end, as Java's casts
  /// do.
  public static long fromDouble(double value) {
    if (value < 0x1p63) {
      return Math.max(0, (long) value);
    }
    return value >= 0x1p64 ? -1L : (long) (value - 0x1p63) + Long.MIN_VALUE;
  }
}
