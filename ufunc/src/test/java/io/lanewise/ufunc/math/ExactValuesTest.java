package io.lanewise.ufunc.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.LaneType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Where roots, directions, sinc and gamma functions have exact values.
class ExactValuesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static double[] wide(MathFunction function, double[]... arguments) {
    double[] out = new double[arguments[0].length];
    Evaluator.DEFAULT.run(function.program(LaneType.FLOAT64), arguments, out);
    return out;
  }

  private static float[] narrow(MathFunction function, double[]... arguments) {
    float[][] in = new float[arguments.length][arguments[0].length];
    for (int k = 0; k < in.length; k++) {
      for (int i = 0; i < in[k].length; i++) {
        in[k][i] = (float) arguments[k][i];
      }
    }
    float[] out = new float[arguments[0].length];
    Evaluator.DEFAULT.run(function.program(LaneType.FLOAT32), in, out);
    return out;
  }

  /// In both formats.
  private static void expect(MathFunction function, double result, double... arguments) {
    double[][] one = new double[arguments.length][1];
    for (int k = 0; k < arguments.length; k++) {
      one[k][0] = arguments[k];
    }
    assertThat(wide(function, one)).as("%s", function).containsExactly(result);
    assertThat(narrow(function, one)).as("%s", function).containsExactly((float) result);
  }

  @Test
  void cubesHaveTheirRoots() {
    double[] roots = new SplittableRandom(1).doubles(2000, -1, 1).toArray();
    double[] cubes = new double[roots.length];
    for (int i = 0; i < roots.length; i++) {
      int scale = i % 600 - 300;
      // 17 bits, whose cube the format holds
      double root = Math.rint(roots[i] * 0x1p17);
      roots[i] = Math.scalb(root, scale);
      cubes[i] = Math.scalb(root * root * root, 3 * scale);
    }
    assertThat(wide(MathFunction.CBRT, cubes)).containsExactly(roots);
    for (double x : new double[] {0.0, -0.0, INF, -INF, NAN}) {
      expect(MathFunction.CBRT, x, x);
    }
    expect(MathFunction.CBRT, -3, -27);
    assertThat(wide(MathFunction.CBRT, new double[] {0x1p-1074, -0x1p-1071}))
        .containsExactly(0x1p-358, -0x1p-357);
  }

  @Test
  void rightTrianglesHaveWholeHypotenuses() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] legs = new double[2][2000];
    double[] lengths = new double[2000];
    for (int i = 0; i < lengths.length; i++) {
      long m = random.nextLong(2, 1L << 25);
      long n = random.nextLong(1, m);
      int scale = i % 1900 - 950;
      legs[i % 2][i] = Math.scalb((double) (m * m - n * n), scale);
      legs[1 - i % 2][i] = Math.scalb(-2.0 * m * n, scale);
      lengths[i] = Math.scalb((double) (m * m + n * n), scale);
    }
    assertThat(wide(MathFunction.HYPOT, legs)).containsExactly(lengths);
    expect(MathFunction.HYPOT, 5, 3, -4);
    expect(MathFunction.HYPOT, 0, -0.0, 0);
    expect(MathFunction.HYPOT, INF, -INF, NAN);
    expect(MathFunction.HYPOT, INF, NAN, INF);
    expect(MathFunction.HYPOT, NAN, NAN, 0);
    expect(MathFunction.HYPOT, NAN, 0, NAN);
    assertThat(wide(MathFunction.HYPOT, new double[] {4.9e-324}, new double[] {0}))
        .containsExactly(4.9e-324);
    assertThat(wide(MathFunction.HYPOT, new double[] {1.5e308}, new double[] {1.5e308}))
        .containsExactly(INF);
  }

  @Test
  void sincIsZeroAtEveryIntegerButZero() {
    for (double x : new double[] {1, -1, 2, 3, -100, 0x1p30, 0x1p60}) {
      expect(MathFunction.SINC, 0.0, x);
    }
    assertThat(wide(MathFunction.SINC, new double[] {0x1p52 + 1, Double.MAX_VALUE}))
        .containsExactly(0, 0);
    expect(MathFunction.SINC, 1, 0);
    expect(MathFunction.SINC, 1, -0.0);
    expect(MathFunction.SINC, NAN, INF);
    expect(MathFunction.SINC, NAN, NAN);
  }

  @Test
  void arctan2HasTheCasesOfC99() {
    double[][] cases = {
      {0, 1, 0},
      {-0.0, 1, -0.0},
      {0, 0, 0},
      {-0.0, 0, -0.0},
      {0, INF, 0},
      {-1, INF, -0.0},
      {0, -0.0, Math.PI},
      {-0.0, -0.0, -Math.PI},
      {0, -1, Math.PI},
      {-0.0, -1, -Math.PI},
      {1, -INF, Math.PI},
      {-1, -INF, -Math.PI},
      {1, 0, Math.PI / 2},
      {-1, -0.0, -Math.PI / 2},
      {INF, 1, Math.PI / 2},
      {-INF, -1, -Math.PI / 2},
      {INF, INF, Math.PI / 4},
      {-INF, INF, -Math.PI / 4},
      {INF, -INF, 3 * Math.PI / 4},
      {-INF, -INF, -3 * Math.PI / 4},
      {1, 1, Math.PI / 4},
      {NAN, 0, NAN},
      {0, NAN, NAN},
      {NAN, INF, NAN},
      {INF, NAN, NAN}
    };
    for (double[] one : cases) {
      expect(MathFunction.ARCTAN2, one[2], one[0], one[1]);
    }
  }

  @Test
  void anglesOfSpecialNumbers() {
    for (double x : new double[] {0.0, -0.0, NAN}) {
      expect(MathFunction.TAN, x, x);
      expect(MathFunction.ARCSIN, x, x);
      expect(MathFunction.ARCTAN, x, x);
      expect(MathFunction.ERF, x, x);
    }
    expect(MathFunction.TAN, NAN, INF);
    expect(MathFunction.ARCSIN, Math.PI / 2, 1);
    expect(MathFunction.ARCSIN, -Math.PI / 2, -1);
    expect(MathFunction.ARCSIN, NAN, 1.0001);
    expect(MathFunction.ARCCOS, 0, 1);
    expect(MathFunction.ARCCOS, Math.PI, -1);
    expect(MathFunction.ARCCOS, Math.PI / 2, 0);
    expect(MathFunction.ARCCOS, NAN, -INF);
    expect(MathFunction.ARCTAN, Math.PI / 2, INF);
    expect(MathFunction.ARCTAN, -Math.PI / 2, -INF);
    expect(MathFunction.ERF, 1, INF);
    expect(MathFunction.ERF, -1, -INF);
    expect(MathFunction.ERFC, 1, 0);
    expect(MathFunction.ERFC, 0, INF);
    expect(MathFunction.ERFC, 2, -INF);
    expect(MathFunction.ERFC, NAN, NAN);
  }

  @Test
  void gammaOfIntegersIsTheirFactorial() {
    double factorial = 1;
    for (int n = 1; n <= 22; factorial *= n++) {
      assertThat(wide(MathFunction.GAMMA, new double[] {n})).containsExactly(factorial);
    }
    expect(MathFunction.LGAMMA, 0, 1);
    expect(MathFunction.LGAMMA, 0, 2);
  }

  @Test
  void gammaFunctionsHaveTheirPoles() {
    expect(MathFunction.GAMMA, INF, 0.0);
    expect(MathFunction.GAMMA, -INF, -0.0);
    expect(MathFunction.GAMMA, INF, INF);
    expect(MathFunction.LGAMMA, INF, 0.0);
    expect(MathFunction.LGAMMA, INF, INF);
    expect(MathFunction.LGAMMA, INF, -INF);
    expect(MathFunction.DIGAMMA, -INF, 0.0);
    expect(MathFunction.DIGAMMA, INF, -0.0);
    expect(MathFunction.DIGAMMA, INF, INF);
    for (double x : new double[] {-1, -2, -100, -0x1p60, NAN}) {
      expect(MathFunction.GAMMA, NAN, x);
      expect(MathFunction.DIGAMMA, NAN, x);
      expect(MathFunction.LGAMMA, x == x ? INF : NAN, x);
    }
    expect(MathFunction.GAMMA, NAN, -INF);
    assertThat(wide(MathFunction.GAMMA, new double[] {171.7, -180.5, -181.5, 1e-310}))
        .containsExactly(INF, -0.0, 0.0, INF);
    assertThat(wide(MathFunction.LGAMMA, new double[] {2.559983327851638e305, 2.56e305}))
        .containsExactly(1.7976931348623155e308, INF);
  }
}
