package io.lanewise.jmh.accuracy.reference;

/// Roots.
final class Roots {
  private Roots() {}

  /// sqrt(x^2 + y^2), the squares within the format.
  static DoubleDouble hypot(double x, double y) {
    return DoubleDouble.product(x, x).plus(DoubleDouble.product(y, y)).squareRoot();
  }

  /// Java's cube root after one step of Newton's method.
  static DoubleDouble cbrt(double x) {
    int third = Math.getExponent(x) / 3;
    double scaled = Math.scalb(x, -3 * third);
    double root = Math.cbrt(scaled);
    DoubleDouble square = DoubleDouble.product(root, root);
    DoubleDouble excess = square.times(root).plus(-scaled);
    return excess.over(square.times(-3)).plus(root).scaled(third);
  }
}
