package io.lanewise.jmh.accuracy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleDoubleTest {
  private static final MathContext EXACT = new MathContext(60);
  private static final double BOUND = 0x1p-101;

  private final SplittableRandom random = new SplittableRandom(3);

  private DoubleDouble next() {
    double high = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-8, 8));
    return DoubleDouble.sum(high, Math.ulp(high) * random.nextDouble(-0.5, 0.5));
  }

  private static BigDecimal exact(DoubleDouble x) {
    return new BigDecimal(x.high()).add(new BigDecimal(x.low()));
  }

  private static void expect(DoubleDouble actual, BigDecimal expected) {
    double error = exact(actual).subtract(expected).divide(expected, EXACT).doubleValue();
    assertThat(Math.abs(error)).as("%s, seed 3", actual).isLessThan(BOUND);
  }

  @Test
  void operationsAreExactToAHundredBits() {
    for (int i = 0; i < 20_000; i++) {
      DoubleDouble a = next();
      DoubleDouble b = next();
      expect(a.plus(b), exact(a).add(exact(b)));
      expect(a.minus(b), exact(a).subtract(exact(b)));
      expect(a.times(b), exact(a).multiply(exact(b)));
      expect(a.times(b.high()), exact(a).multiply(new BigDecimal(b.high())));
      expect(a.over(b), exact(a).divide(exact(b), EXACT));
      expect(a.size().squareRoot(), exact(a).abs().sqrt(EXACT));
    }
  }

  @Test
  void digitsAreRoundedTwice() {
    BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), EXACT);
    expect(DoubleDouble.of(third.toString()), third);
  }

  @ParameterizedTest
  @CsvSource({
    // high, low, exponent, the double not above, the part of the way, the sign
    "1.5, 0, 0, 1.5, 0, 1",
    "-1.5, -0x1p-54, 0, 1.5, 0.25, -1",
    "1.5, -0x1p-54, 0, 0x1.7ffffffffffffp0, 0.75, 1",
    // below a power of two units are half as large
    "2, -0x1p-54, 0, 0x1.fffffffffffffp0, 0.75, 1",
    "1, 0, -1074, 4.9e-324, 0, 1",
    "1.25, 0, -1074, 4.9e-324, 0.25, 1",
    "1, 0, -1076, 0, 0.25, 1",
    "1, 0, 1023, 0x1p1023, 0, 1",
    "1, 0, 1024, Infinity, 0, 1",
    "0, 0, 0, 0, 0, 1"
  })
  void positionsAreAmongTheDoubles(
      double high, double low, int exponent, double below, double part, double sign) {
    assertThat(new Scaled(new DoubleDouble(high, low), exponent).position())
        .isEqualTo(new TrueValue(Double.doubleToRawLongBits(below), part, sign));
  }
}
