package io.lanewise.ufunc.math;

import static io.lanewise.ufunc.math.MathFunction.COS;
import static io.lanewise.ufunc.math.MathFunction.EXP;
import static io.lanewise.ufunc.math.MathFunction.LOG;
import static io.lanewise.ufunc.math.MathFunction.POWER;
import static io.lanewise.ufunc.math.MathFunction.SIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.math.scalar.IntegerPowers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Values that must be exact: signed zeros, infinities, NaN, the edges of the formats, exact
/// powers.
class MathSpecialValuesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /// In both formats: x, (y,) result.
  private static void expect(MathFunction function, double... argumentsThenResult) {
    expect64(function, argumentsThenResult);
    expect32(function, argumentsThenResult);
  }

  private static void expect64(MathFunction function, double... argumentsThenResult) {
    int arity = function.arity();
    double[][] in = new double[arity][1];
    for (int i = 0; i < arity; i++) {
      in[i][0] = argumentsThenResult[i];
    }
    double[] out = new double[1];
    Evaluator.DEFAULT.run(function.program(LaneType.FLOAT64), in, out);
    assertThat(Double.doubleToLongBits(out[0]))
        .as("%s float64 of %s gives %s", function, Arrays.toString(argumentsThenResult), out[0])
        .isEqualTo(Double.doubleToLongBits(argumentsThenResult[arity]));
  }

  private static void expect32(MathFunction function, double... argumentsThenResult) {
    int arity = function.arity();
    float[][] in = new float[arity][1];
    for (int i = 0; i < arity; i++) {
      in[i][0] = (float) argumentsThenResult[i];
    }
    float[] out = new float[1];
    Evaluator.DEFAULT.run(function.program(LaneType.FLOAT32), in, out);
    assertThat(Float.floatToIntBits(out[0]))
        .as("%s float32 of %s gives %s", function, Arrays.toString(argumentsThenResult), out[0])
        .isEqualTo(Float.floatToIntBits((float) argumentsThenResult[arity]));
  }

  @Test
  void expOfSpecialValues() {
    expect(EXP, 0.0, 1);
    expect(EXP, -0.0, 1);
    expect(EXP, INF, INF);
    expect(EXP, -INF, 0);
    expect(EXP, NAN, NAN);
    expect(EXP, 1e-40, 1);
    expect(EXP, 1e30, INF);
    expect(EXP, -1e30, 0);
    expect64(EXP, Double.MIN_VALUE, 1);
    expect64(EXP, Double.MAX_VALUE, INF);
    expect64(EXP, 709.7827128933841, INF);
    expect64(EXP, -745.1332191019411, Double.MIN_VALUE);
    expect64(EXP, -745.1332191019412, 0);
    expect32(EXP, 88.72284f, INF);
    expect32(EXP, -103.97207f, Float.MIN_VALUE);
    expect32(EXP, -103.97209f, 0);
  }

  @Test
  void expStaysFiniteUpToTheEdge() {
    double[] wide = new double[1];
    Evaluator.DEFAULT.run(EXP.program(LaneType.FLOAT64), new double[][] {{709.782712893384}}, wide);
    assertThat(wide[0]).isBetween(1.797693134862e308, Double.MAX_VALUE);
    float[] narrow = new float[1];
    Evaluator.DEFAULT.run(EXP.program(LaneType.FLOAT32), new float[][] {{88.72283f}}, narrow);
    assertThat(narrow[0]).isBetween(3.4027e38f, Float.MAX_VALUE);
  }

  @Test
  void logOfSpecialValues() {
    expect(LOG, 1, 0);
    expect(LOG, 0.0, -INF);
    expect(LOG, -0.0, -INF);
    expect(LOG, INF, INF);
    expect(LOG, -INF, NAN);
    expect(LOG, NAN, NAN);
    expect(LOG, -1, NAN);
    expect(LOG, -1e-40, NAN);
    expect64(LOG, -Double.MIN_VALUE, NAN);
    expect64(LOG, Double.MIN_VALUE, -744.4400719213812);
    expect64(LOG, Double.MAX_VALUE, 709.782712893384);
    expect32(LOG, Float.MIN_VALUE, -103.27893f);
    expect32(LOG, Float.MAX_VALUE, 88.72284f);
  }

  @Test
  void sinAndCosOfSpecialValues() {
    expect(SIN, 0.0, 0.0);
    expect(SIN, -0.0, -0.0);
    expect(COS, 0.0, 1);
    expect(COS, -0.0, 1);
    for (double x : new double[] {INF, -INF, NAN}) {
      expect(SIN, x, NAN);
      expect(COS, x, NAN);
    }
    for (double x : new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, -1e-310, 1e-200}) {
      expect64(SIN, x, x);
      expect64(COS, x, 1);
    }
    for (float x : new float[] {Float.MIN_VALUE, -1e-40f, 1e-20f}) {
      expect32(SIN, x, x);
      expect32(COS, x, 1);
    }
    expect64(SIN, 1e22, -0.8522008497671888);
    expect64(COS, 6381956970095103.0 * 0x1p797, -4.687165924254628e-19);
    expect64(SIN, Double.MAX_VALUE, 0.004961954789184062);
    expect32(SIN, Float.MAX_VALUE, -0.5218765f);
    expect32(COS, -Float.MAX_VALUE, 0.8530210f);
  }

  @Test
  void sinIsOddAndCosEven() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 300; i++) {
      double x = Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL);
      double[] sin = new double[2];
      double[] cos = new double[2];
      Evaluator.DEFAULT.run(SIN.program(LaneType.FLOAT64), new double[][] {{x, -x}}, sin);
      Evaluator.DEFAULT.run(COS.program(LaneType.FLOAT64), new double[][] {{x, -x}}, cos);
      assertThat(sin[1]).as("sin(%s), seed 11", x).isEqualTo(-sin[0]);
      assertThat(cos[1]).as("cos(%s), seed 11", x).isEqualTo(cos[0]);
    }
  }

  @Test
  void powerOfExponentZeroAndBaseOne() {
    for (double v : new double[] {0.0, -0.0, 1, -1, 2.5, -2.5, 1e-30, 1e30, INF, -INF, NAN}) {
      expect(POWER, v, 0.0, 1);
      expect(POWER, v, -0.0, 1);
      expect(POWER, 1, v, 1);
      expect(POWER, v, 1, v);
    }
    expect(POWER, -1, INF, 1);
    expect(POWER, -1, -INF, 1);
    expect(POWER, NAN, 2, NAN);
    expect(POWER, NAN, .5, NAN);
    expect(POWER, 2, NAN, NAN);
    expect(POWER, -2, NAN, NAN);
    expect(POWER, 0, NAN, NAN);
    expect(POWER, INF, NAN, NAN);
  }

  @Test
  void powerOfZero() {
    expect(POWER, 0.0, 3, 0.0);
    expect(POWER, -0.0, 3, -0.0);
    expect(POWER, -0.0, 2, 0.0);
    expect(POWER, -0.0, .5, 0.0);
    expect(POWER, -0.0, .7, 0.0);
    expect(POWER, 0.0, 1e-30, 0.0);
    expect(POWER, 0.0, INF, 0.0);
    expect(POWER, -0.0, INF, 0.0);
    expect(POWER, 0.0, -INF, INF);
    expect(POWER, 0.0, -1, INF);
    expect(POWER, -0.0, -1, -INF);
    expect(POWER, -0.0, -3, -INF);
    expect(POWER, -0.0, -2, INF);
    expect(POWER, -0.0, -.5, INF);
    expect64(POWER, -0.0, 9007199254740991.0, -0.0);
    expect64(POWER, -0.0, 9007199254740992.0, 0.0);
  }

  @Test
  void powerOfInfinitiesAndToInfinities() {
    expect(POWER, INF, 2, INF);
    expect(POWER, INF, -2, 0.0);
    expect(POWER, INF, .5, INF);
    expect(POWER, -INF, 3, -INF);
    expect(POWER, -INF, 2, INF);
    expect(POWER, -INF, .5, INF);
    expect(POWER, -INF, -.5, 0.0);
    expect(POWER, -INF, -3, -0.0);
    expect(POWER, -INF, -2, 0.0);
    expect(POWER, .5, INF, 0.0);
    expect(POWER, .5, -INF, INF);
    expect(POWER, 2, INF, INF);
    expect(POWER, 2, -INF, 0.0);
    expect(POWER, -2, INF, INF);
    expect(POWER, -.5, -INF, INF);
    expect(POWER, -.5, INF, 0.0);
  }

  @Test
  void powerOfNegativeBases() {
    expect(POWER, -2, 3, -8);
    expect(POWER, -2, 4, 16);
    expect(POWER, -2, -3, -.125);
    expect(POWER, -8, 1 / 3.0, NAN);
    expect(POWER, -1, .5, NAN);
    expect(POWER, -1, 1e30, 1);
    expect(POWER, -1, 0x1p110, 1);
    expect64(POWER, -1, 9007199254740991.0, -1);
    expect64(POWER, -1, 4503599627370497.0, -1);
    expect64(POWER, -1, 2251799813685248.5, NAN);
    expect(POWER, -1, 8388607, -1);
    expect(POWER, -3, 1e30, INF);
    expect(POWER, -.5, 1e30, 0.0);
    expect(POWER, -2, 129, -0x1p129);
    expect64(POWER, -2, 1025, -INF);
    expect64(POWER, -2, -1075, -0.0);
    expect64(POWER, -2, -1073, -Double.MIN_VALUE * 2);
  }

  @Test
  void powerIsExactWhereTheResultIs() {
    expect(POWER, 2, 10, 1024);
    expect(POWER, 3, 4, 81);
    expect(POWER, 10, -0.0, 1);
    expect(POWER, 4, 1.5, 8);
    expect(POWER, 16, -.25, .5);
    expect(POWER, 2, .5, Math.sqrt(2));
    for (int k = -149; k < 128; k++) {
      expect(POWER, 2, k, Math.scalb(1.0, k));
    }
    for (int k = -1074; k < 1024; k++) {
      expect64(POWER, 2, k, Math.scalb(1.0, k));
    }
    for (int base = 3; base < 20; base++) {
      double power = base;
      for (int n = 2; (power *= base) < 0x1p53; n++) {
        expect64(POWER, base, n, power);
        expect64(POWER, -base, n, n % 2 == 0 ? power : -power);
        if (power < 0x1p24) {
          expect32(POWER, base, n, power);
        }
      }
    }
  }

  @Test
  void squaresRootsAndFirstPowersAreRoundedCorrectly() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      double x = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 60));
      float f = (float) x;
      expect64(POWER, x, 2, x * x);
      expect64(POWER, x, 1, x);
      expect64(POWER, Math.abs(x), .5, Math.sqrt(Math.abs(x)));
      expect32(POWER, f, 2, f * f);
      expect32(POWER, f, 1, f);
      expect32(POWER, Math.abs(f), .5, (float) Math.sqrt(Math.abs(f)));
    }
  }

  @Test
  void powersOfNumbersBelowTheNormalRange() {
    expect64(POWER, Double.MIN_VALUE, .5, Math.sqrt(Double.MIN_VALUE));
    expect64(POWER, -Double.MIN_VALUE, 1, -Double.MIN_VALUE);
    expect64(POWER, Double.MIN_VALUE, -1, INF);
    expect64(POWER, 0x1p-1074, 1 / 1074.0 * 537, 0x1p-537);
    expect32(POWER, Float.MIN_VALUE, .5, (float) Math.sqrt(Float.MIN_VALUE));
    expect32(POWER, -Float.MIN_VALUE, 1, -Float.MIN_VALUE);
  }

  @Test
  void integerPowersWrapAndRefuseNegativeExponents() {
    assertThat(IntegerPowers.power(3L, 4L)).isEqualTo(81);
    assertThat(IntegerPowers.power(0L, 0L)).isEqualTo(1);
    assertThat(IntegerPowers.power(-2L, 63L)).isEqualTo(Long.MIN_VALUE);
    assertThat(IntegerPowers.power(2L, 64L)).isZero();
    assertThat(IntegerPowers.power(3L, Long.MAX_VALUE)).isEqualTo(-6148914691236517205L);
    assertThat(IntegerPowers.power(10, 10)).isEqualTo(1410065408);
    assertThat(IntegerPowers.power(-3, 3)).isEqualTo(-27);
    assertThatThrownBy(() -> IntegerPowers.power(2L, -1L))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("Integers to negative integer powers are not allowed.");
    assertThatThrownBy(() -> IntegerPowers.power(2, -1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void functionsRefuseIntegers() {
    Body b = new Body();
    Body.Value x = b.input(LaneType.INT64);
    assertThatThrownBy(() -> Exponential.exp(b, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FLOAT64 or FLOAT32 expected, not INT64");
  }
}
