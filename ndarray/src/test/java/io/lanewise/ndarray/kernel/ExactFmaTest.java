package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The emulated fused multiply-add has the bits of the exact one.
class ExactFmaTest {
  private static final int CASES = 400_000;

  @Test
  void doublesOfAllExponentsAndCancellingSumsAreRoundedOnce() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < CASES; i++) {
      double a = i % 2 == 0 ? random.nextDouble(-2, 2) : Double.longBitsToDouble(random.nextLong());
      double b = i % 2 == 0 ? random.nextDouble(-2, 2) : Double.longBitsToDouble(random.nextLong());
      double c =
          switch (i % 3) {
            case 0 -> -a * b;
            case 1 -> -a * b * (1 + 0x1p-52);
            default -> random.nextDouble(-2, 2);
          };
      assertThat(Double.doubleToLongBits(ExactFma.fma(a, b, c)))
          .as("%a * %a + %a", a, b, c)
          .isEqualTo(Double.doubleToLongBits(Math.fma(a, b, c)));
    }
  }

  @Test
  void floatsOfAllExponentsAndCancellingSumsAreRoundedOnce() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < CASES; i++) {
      float a = Float.intBitsToFloat(random.nextInt());
      float b = Float.intBitsToFloat(random.nextInt());
      float c = i % 2 == 0 ? -a * b : Float.intBitsToFloat(random.nextInt());
      assertThat(Float.floatToIntBits(ExactFma.fma(a, b, c)))
          .as("%a * %a + %a", a, b, c)
          .isEqualTo(Float.floatToIntBits(Math.fma(a, b, c)));
    }
  }
}
