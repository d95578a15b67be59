package io.lanewise.ndarray;

/// The limits of an integer dtype. Source: `numpy.iinfo`.
///
/// @param dtype the dtype
/// @param bits the bits of a number
/// @param min the smallest number
/// @param max the largest number; of uint64 its bits, which as a long are -1
public record IInfo(DType dtype, int bits, long min, long max) {
  /// The limits of `dtype`.
  ///
  /// @throws IllegalArgumentException if it is not an integer dtype
  public static IInfo of(DType dtype) {
    if (!dtype.isInteger()) {
      throw new IllegalArgumentException("Invalid integer data type '" + dtype + "'.");
    }
    int bits = 8 * dtype.itemSize();
    return dtype.kind() == DType.Kind.SIGNED
        ? new IInfo(dtype, bits, -1L << bits - 1, ~(-1L << bits - 1))
        : new IInfo(dtype, bits, 0, -1L >>> 64 - bits);
  }
}
