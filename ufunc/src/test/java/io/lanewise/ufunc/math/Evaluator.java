package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Interpreter;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Program;

/// How the tests of this package compute a program over arrays: the seam between them and the
/// kernels.
interface Evaluator {
  /// What the tests use.
  Evaluator DEFAULT = new Compiled();

  /// Sets out[i] to the program's value for in[0][i], in[1][i], ...
  void run(Program program, double[][] in, double[] out);

  /// Sets out[i] to the program's value for in[0][i], in[1][i], ...
  void run(Program program, float[][] in, float[] out);

  /// By the kernels that users run.
  final class Compiled implements Evaluator {
    /// As the engine calls kernels: in pieces, so that they are compiled by their count of calls.
    private static final int PIECE = 8_192;

    @Override
    public void run(Program program, double[][] in, double[] out) {
      pieces(program, in, out, out.length);
    }

    @Override
    public void run(Program program, float[][] in, float[] out) {
      pieces(program, in, out, out.length);
    }

    private static void pieces(Program program, Object[] in, Object out, int n) {
      KernelSlot kernel = Kernels.family(program).slot(0);
      for (int at = 0; at < n; at += PIECE) {
        int length = Math.min(PIECE, n - at);
        if (in.length == 1) {
          kernel.flat2(in[0], at, out, at, length);
        } else {
          kernel.flat3(in[0], at, in[1], at, out, at, length);
        }
      }
    }
  }

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
