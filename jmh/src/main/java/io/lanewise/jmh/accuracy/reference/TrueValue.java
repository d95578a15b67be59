package io.lanewise.jmh.accuracy.reference;

/// A true value by its place among the doubles: `part` of the way from the double of `bits` to the
/// next one.
///
/// @param bits those of the largest double not above its size
/// @param part from 0 to 1
/// @param sign 1 or -1
public record TrueValue(long bits, double part, double sign) {
  /// How far y is from it, in units in the last place; infinity where y is no number or has the
  /// wrong sign.
  public double error(double y) {
    long own = Double.doubleToRawLongBits(y);
    boolean zero = (own & Long.MAX_VALUE) == 0;
    if (y != y || own < 0 != sign < 0 && !zero) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.abs((own & Long.MAX_VALUE) - bits - part);
  }

  /// How far another one is from it.
  public double error(TrueValue other) {
    if (other.sign != sign && (bits | other.bits) != 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.abs(other.bits - bits + (other.part - part));
  }
}
