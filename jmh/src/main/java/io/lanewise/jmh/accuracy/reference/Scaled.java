package io.lanewise.jmh.accuracy.reference;

/// A number times 2 to the power of `exponent`, so that no result leaves the format.
///
/// @param number a number of moderate size
/// @param exponent any
public record Scaled(DoubleDouble number, int exponent) {
  private static final int PRECISION = 53;

  static Scaled of(DoubleDouble number) {
    return new Scaled(number, 0);
  }

  Scaled times(DoubleDouble factor) {
    return new Scaled(number.times(factor), exponent);
  }

  /// 1 / this.
  Scaled inverse() {
    return new Scaled(DoubleDouble.ONE.over(number), -exponent);
  }

  Scaled negative() {
    return new Scaled(number.negative(), exponent);
  }

  /// The number itself, which the format must hold.
  DoubleDouble value() {
    return number.scaled(exponent);
  }

  /// Where the number stands among the doubles.
  public TrueValue position() {
    DoubleDouble size = number.size();
    double sign = number.high() < 0 ? -1 : 1;
    if (size.high() == 0) {
      return new TrueValue(0, 0, sign);
    }
    int own = Math.getExponent(size.high());
    if (size.low() < 0 && size.high() == Math.scalb(1.0, own)) {
      own--;
    }
    int power = own + exponent;
    if (power > Double.MAX_EXPONENT) {
      return new TrueValue(Double.doubleToRawLongBits(Double.POSITIVE_INFINITY), 0, sign);
    }
    int base = Math.max(power, Double.MIN_EXPONENT);
    DoubleDouble units = size.scaled(exponent - base + PRECISION - 1);
    double whole = Math.floor(units.high());
    double part = units.high() - whole + units.low();
    if (part < 0) {
      whole--;
      part++;
    }
    long binade = (long) (base - Double.MIN_EXPONENT) << PRECISION - 1;
    return new TrueValue(binade + (long) whole, part, sign);
  }
}
