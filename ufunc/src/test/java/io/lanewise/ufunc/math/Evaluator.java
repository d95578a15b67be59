package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Interpreter;
import io.lanewise.ndarray.kernel.Program;

/// How the tests of this package compute a program over arrays: the seam between them and the
/// kernels.
interface Evaluator {
  /// What the tests use.
  Evaluator DEFAULT = new Interpreted();

  /// How many of the 10^6 random cases of a function the tests take.
  int CASES = 1_000_000;

  /// Sets out[i] to the program's value for in[0][i], in[1][i], ...
  void run(Program program, double[][] in, double[] out);

  /// Sets out[i] to the program's value for in[0][i], in[1][i], ...
  void run(Program program, float[][] in, float[] out);

  /// Element by element, by the definition.
  final class Interpreted implements Evaluator {
    @Override
    public void run(Program program, double[][] in, double[] out) {
      long[] bits = new long[in.length];
      for (int i = 0; i < out.length; i++) {
        for (int j = 0; j < in.length; j++) {
          bits[j] = Double.doubleToRawLongBits(in[j][i]);
        }
        out[i] = Double.longBitsToDouble(Interpreter.run(program, bits)[0]);
      }
    }

    @Override
    public void run(Program program, float[][] in, float[] out) {
      long[] bits = new long[in.length];
      for (int i = 0; i < out.length; i++) {
        for (int j = 0; j < in.length; j++) {
          bits[j] = Float.floatToRawIntBits(in[j][i]);
        }
        out[i] = Float.intBitsToFloat((int) Interpreter.run(program, bits)[0]);
      }
    }
  }
}
