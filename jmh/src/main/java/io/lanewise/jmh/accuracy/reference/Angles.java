package io.lanewise.jmh.accuracy.reference;

import static io.lanewise.jmh.accuracy.reference.DoubleDouble.ONE;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Trigonometric functions and their inverses.
///
/// An angle is reduced by the nearest multiple of pi/2 in integers, pi from J. Machin's formula
/// pi/4 = 4 arctan(1/5) - arctan(1/239) with as many bits as the largest double needs; sine and
/// cosine of the rest are Taylor series. The direction of a point is Java's, corrected by one step:
/// the sine of the difference is a cross product.
final class Angles {
  static final DoubleDouble PI =
      DoubleDouble.of("3.141592653589793238462643383279502884197169399375105820974944592");

  /// Bits of a reduced angle after the point: no double is nearer than some 2^-61 to a multiple of
  /// pi/2.
  private static final int KEPT = 240;

  private static final int BITS = KEPT + Double.MAX_EXPONENT;

  /// pi/2 in units of 2^-BITS.
  private static final BigInteger HALF_PI =
      arctanInverse(5).shiftLeft(2).subtract(arctanInverse(239)).shiftRight(63);

  /// The Taylor coefficients of sine and cosine in the square of the angle.
  private static final DoubleDouble[] SINE = new DoubleDouble[15];

  private static final DoubleDouble[] COSINE = new DoubleDouble[15];

  static {
    SINE[0] = ONE;
    COSINE[0] = ONE;
    for (int i = 1; i < SINE.length; i++) {
      SINE[i] = SINE[i - 1].over(-2 * i * (2 * i + 1));
      COSINE[i] = COSINE[i - 1].over(-2 * i * (2 * i - 1));
    }
  }

  private Angles() {}

  /// arctan(1/n) in units of 2^-(BITS + 64).
  private static BigInteger arctanInverse(int n) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(BITS + 64).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 1; power.signum() != 0; k += 2) {
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
      power = power.divide(square);
    }
    return sum;
  }

  /// An angle as quadrant pi/2 + rest, the rest between -pi/4 and pi/4.
  private record Reduced(int quadrant, DoubleDouble rest) {
    /// sin(x + turn pi/2).
    DoubleDouble sine(int turn) {
      int turned = quadrant + turn;
      DoubleDouble z = rest.square();
      DoubleDouble y = (turned & 1) == 0 ? rest.times(z.polynomial(SINE)) : z.polynomial(COSINE);
      return (turned & 2) == 0 ? y : y.negative();
    }
  }

  private static Reduced reduced(double x) {
    if (Math.abs(x) < 0.75) {
      return new Reduced(0, DoubleDouble.of(x));
    }
    int exponent = Math.getExponent(x);
    int bits = KEPT + Math.max(0, exponent);
    long significand = (long) Math.scalb(Math.abs(x), 52 - exponent);
    BigInteger fixed = BigInteger.valueOf(significand).shiftLeft(bits + exponent - 52);
    BigInteger quarter = HALF_PI.shiftRight(BITS - bits);
    BigInteger[] parts = fixed.divideAndRemainder(quarter);
    int quadrant = parts[0].intValue();
    BigInteger rest = parts[1];
    if (rest.shiftLeft(1).compareTo(quarter) > 0) {
      quadrant++;
      rest = rest.subtract(quarter);
    }
    DoubleDouble angle = rounded(rest.shiftRight(bits - KEPT)).scaled(-KEPT);
    return x < 0 ? new Reduced(-quadrant, angle.negative()) : new Reduced(quadrant, angle);
  }

  private static DoubleDouble rounded(BigInteger exact) {
    double high = exact.doubleValue();
    BigInteger whole = new BigDecimal(high).toBigInteger();
    return new DoubleDouble(high, exact.subtract(whole).doubleValue());
  }

  static DoubleDouble sin(double x) {
    return reduced(x).sine(0);
  }

  static DoubleDouble cos(double x) {
    return reduced(x).sine(1);
  }

  static DoubleDouble tan(double x) {
    Reduced angle = reduced(x);
    return angle.sine(0).over(angle.sine(1));
  }

  /// sin(pi x).
  static DoubleDouble sinPi(double x) {
    double quarters = Math.rint(2 * x);
    return new Reduced((int) (long) quarters, PI.times(x - quarters / 2)).sine(0);
  }

  /// sin(pi x) / (pi x).
  static DoubleDouble sinc(double x) {
    return x == 0 ? ONE : sinPi(x).over(PI.times(x));
  }

  /// The angle of the point (x, y).
  static DoubleDouble arctan2(DoubleDouble y, DoubleDouble x) {
    double angle = Math.atan2(y.high(), x.high());
    Reduced near = reduced(angle);
    DoubleDouble cross = y.times(near.sine(1)).minus(x.times(near.sine(0)));
    return cross.over(x.square().plus(y.square()).squareRoot()).plus(angle);
  }

  static DoubleDouble arctan2(double y, double x) {
    return arctan2(DoubleDouble.of(y), DoubleDouble.of(x));
  }

  static DoubleDouble arctan(double x) {
    return arctan2(x, 1);
  }

  static DoubleDouble arcsin(double x) {
    return arctan2(DoubleDouble.of(x), other(x));
  }

  static DoubleDouble arccos(double x) {
    return arctan2(other(x), DoubleDouble.of(x));
  }

  /// sqrt(1 - x^2).
  private static DoubleDouble other(double x) {
    return DoubleDouble.sum(1, -x).times(DoubleDouble.sum(1, x)).squareRoot();
  }
}
