package io.lanewise.jmh.accuracy;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.UFunc;

/// Compares a float32 function of one argument with the float64 one over the float32 numbers.
final class Float32Sweep {
  private static final int BLOCK = 1 << 16;

  private Float32Sweep() {}

  /// Goes through the bits 0, step, 2 step, ... below 2^32; no case where there are two arguments.
  static Worst run(Function function, long step) {
    Worst worst = new Worst();
    if (function.arity() != 1) {
      return worst;
    }
    UFunc ufunc = function.ufunc();
    float[] x = new float[BLOCK];
    double[] exact = new double[BLOCK];
    float[] y = new float[BLOCK];
    double[] reference = new double[BLOCK];
    NDArray narrow = NDArray.of(x);
    NDArray wide = NDArray.of(exact);
    NDArray narrowOut = NDArray.of(y);
    NDArray wideOut = NDArray.of(reference);
    for (long bits = 0; bits < 1L << 32; ) {
      int n = 0;
      for (; n < BLOCK && bits < 1L << 32; n++, bits += step) {
        x[n] = Float.intBitsToFloat((int) bits);
        exact[n] = x[n];
      }
      ufunc.apply(narrow, narrowOut);
      ufunc.apply(wide, wideOut);
      for (int i = 0; i < n; i++) {
        worst.add(error(y[i], reference[i]), exact[i]);
      }
    }
    return worst;
  }

  /// The error of y in units in the last place of the true value v; infinity where one is infinite,
  /// NaN or signed and the other is not.
  static double error(float y, double v) {
    if (v != v || y != y) {
      return v != v && y != y ? 0 : Double.POSITIVE_INFINITY;
    }
    if (Float.isInfinite((float) v) || Float.isInfinite(y)) {
      // Rounding to nearest overflows half a unit above the largest number.
      double edge = Float.MAX_VALUE + Math.ulp(Float.MAX_VALUE) * 0.5;
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
