package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;
import java.util.Arrays;
import java.util.Random;

/// Compares float32 functions with their float64 counterparts, whose errors MathAccuracyTest
/// bounds: over every n-th of the 2^32 arguments, or at random pairs of arguments.
final class Float32Sweep {
  private static final int BLOCK = 1 << 16;

  private Float32Sweep() {}

  /// The worst error of a function and where it is; `wrong` counts results that are infinite, NaN
  /// or signed where they should not be.
  record Result(MathFunction function, double ulp, float argument, long wrong, long count) {}

  /// Goes through the bits 0, step, 2 step, ... below 2^32.
  static Result sweep(MathFunction function, Evaluator evaluator, long step) {
    Program narrow = function.program(LaneType.FLOAT32);
    Program wide = function.program(LaneType.FLOAT64);
    float[] x = new float[BLOCK];
    double[] exact = new double[BLOCK];
    float[] y = new float[BLOCK];
    double[] reference = new double[BLOCK];
    double worst = 0;
    float where = 0;
    long wrong = 0;
    long count = 0;
    for (long bits = 0; bits < 1L << 32; ) {
      int n = 0;
      for (; n < BLOCK && bits < 1L << 32; n++, bits += step) {
        x[n] = Float.intBitsToFloat((int) bits);
        exact[n] = x[n];
      }
      Arrays.fill(x, n, BLOCK, 1f);
      Arrays.fill(exact, n, BLOCK, 1);
      evaluator.run(narrow, new float[][] {x}, y);
      evaluator.run(wide, new double[][] {exact}, reference);
      for (int i = 0; i < n; i++) {
        double ulp = error(y[i], reference[i]);
        if (ulp > worst) {
          worst = ulp;
          where = x[i];
        }
        wrong += ulp == Double.POSITIVE_INFINITY ? 1 : 0;
      }
      count += n;
    }
    return new Result(function, worst, where, wrong, count);
  }

  /// Tries `count` pairs: for power such that the results lie between 2^-150 and 2^128, with x of
  /// any size and near 1; for the others y is x times a power of 2 up to 2^16 either way.
  static Result pairs(MathFunction function, Evaluator evaluator, int count, long seed) {
    Random random = new Random(seed);
    float[][] x = new float[2][count];
    double[][] exact = new double[2][count];
    for (int i = 0; i < count; i++) {
      boolean far = random.nextBoolean();
      float a =
          far
              ? Float.intBitsToFloat(random.nextInt(0x00800000, 0x7F800000))
              : 1 + (float) Math.scalb(random.nextDouble() - 0.5, -random.nextInt(22));
      float b = Math.scalb(1 + random.nextFloat(), random.nextInt(-16, 16)) * a;
      if (function == MathFunction.POWER) {
        b = (float) (random.nextDouble(-104, 88.7) / Math.log(a));
      } else if (function == MathFunction.ARCTAN2 && random.nextBoolean()) {
        b = -b;
      }
      x[0][i] = a;
      x[1][i] = Float.isFinite(b) ? b : 1;
      exact[0][i] = x[0][i];
      exact[1][i] = x[1][i];
    }
    float[] y = new float[count];
    double[] reference = new double[count];
    evaluator.run(function.program(LaneType.FLOAT32), x, y);
    evaluator.run(function.program(LaneType.FLOAT64), exact, reference);
    double worst = 0;
    int where = 0;
    long wrong = 0;
    for (int i = 0; i < count; i++) {
      double ulp = error(y[i], reference[i]);
      if (ulp > worst) {
        worst = ulp;
        where = i;
      }
      wrong += ulp == Double.POSITIVE_INFINITY ? 1 : 0;
    }
    return new Result(function, worst, x[0][where], wrong, count);
  }

  /// The error of y in units of the last place of the true value v.
  static double error(float y, double v) {
    if (v != v || y != y) {
      return v != v && y != y ? 0 : Double.POSITIVE_INFINITY;
    }
    if (Float.isInfinite((float) v) || Float.isInfinite(y)) {
      // Rounding to nearest overflows half a unit above the largest number.
      double edge = (Float.MAX_VALUE + Math.ulp(Float.MAX_VALUE) * 0.5);
      boolean near = Math.abs(Math.abs(v) - edge) < 0x1p103 && y > 0 == v > 0;
      return (float) v == y ? 0 : near ? 1 : Double.POSITIVE_INFINITY;
    }
    if (Math.copySign(1f, y) != Math.copySign(1, v)) {
      return Double.POSITIVE_INFINITY;
    }
    int exponent = Math.max(Math.getExponent(v), Float.MIN_EXPONENT);
    return Math.abs(y - v) * Math.scalb(1.0, 23 - exponent);
  }
}
