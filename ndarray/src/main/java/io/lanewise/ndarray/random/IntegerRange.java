package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;

/// A range of integers to draw from: [low, low + span].
///
/// ```java
/// rng.integers(IntegerRange.of(0, 256), DType.UINT8, 1000);
/// rng.integers(IntegerRange.closed(-128, 127), DType.INT8, 1000);
/// rng.integers(IntegerRange.closed(0, -1L), DType.UINT64, 1000);   // -1L is 2^64 - 1
/// ```
///
/// @param low the lowest integer
/// @param span the distance of the highest from the lowest, as an unsigned number
public record IntegerRange(long low, long span) {
  /// [low, high): NumPy's default.
  ///
  /// @throws IllegalArgumentException if `low` is not below `high`
  public static IntegerRange of(long low, long high) {
    Parameters.require(low < high, "low >= high: " + low + " >= ", high);
    return new IntegerRange(low, high - 1 - low);
  }

  /// [low, high]: NumPy's `endpoint=True`. For uint64, `high` may be its bits.
  ///
  /// @throws IllegalArgumentException if `low` is above `high`, both as signed and as unsigned
  ///   numbers
  public static IntegerRange closed(long low, long high) {
    Parameters.require(
        low <= high || Long.compareUnsigned(low, high) <= 0, "low > high: " + low + " > ", high);
    return new IntegerRange(low, high - low);
  }

  /// [low, high) after checking it against the dtype to draw.
  ///
  /// @param lowDtype the dtype of which `low` is an element: if uint64, its bits
  /// @param highDtype the same of `high`
  static IntegerRange of(long low, DType lowDtype, long high, DType highDtype, DType dtype) {
    boolean lowAbove = low < 0 && lowDtype == DType.UINT64;
    boolean highAbove = high < 0 && highDtype == DType.UINT64;
    Parameters.require(
        dtype != DType.UINT64 || low >= 0 || lowAbove, "low is out of bounds for uint64: ", low);
    // numbers of one half of the range of uint64 are ordered as their bits are
    if (lowAbove == highAbove ? low >= high : lowAbove) {
      throw new IllegalArgumentException(
          "low >= high: " + text(low, lowDtype) + " >= " + text(high, highDtype));
    }
    long largest = high - 1;
    IntegerRange range = new IntegerRange(low, largest - low);
    if (dtype == DType.UINT64) {
      return range;
    }
    if (lowAbove || highAbove && largest < 0) {
      throw new IllegalArgumentException(
          (lowAbove ? "low" : "high")
              + " is out of bounds for "
              + dtype
              + ": "
              + (lowAbove ? text(low, lowDtype) : text(largest, highDtype)));
    }
    return range.requireFits(dtype);
  }

  private static String text(long number, DType dtype) {
    return dtype == DType.UINT64 ? Long.toUnsignedString(number) : Long.toString(number);
  }

  IntegerRange requireFits(DType dtype) {
    boolean bool = dtype == DType.BOOL;
    if (!bool && !dtype.isInteger()) {
      throw new IllegalArgumentException("Unsupported dtype dtype('" + dtype + "') for integers");
    }
    long high = low + span;
    if (dtype == DType.UINT64) {
      // a low end that is negative for int64 is one of the bits of uint64 where the high end is too
      Parameters.require(
          Long.compareUnsigned(low, high) <= 0, "low is out of bounds for uint64: ", low);
      return this;
    }
    int bits = bool ? 1 : dtype.itemSize() * Byte.SIZE;
    boolean signed = dtype.kind() == DType.Kind.SIGNED;
    long least = signed ? -1L << bits - 1 : 0;
    long most = signed ? ~least : -1L >>> Long.SIZE - bits;
    Parameters.require(low >= least, "low is out of bounds for " + dtype + ": ", low);
    Parameters.require(
        high <= most && high >= low, "high is out of bounds for " + dtype + ": ", high);
    return this;
  }
}
