package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Interpreter;
import io.lanewise.ndarray.kernel.Program;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels of complex functions, with lanes where the build runs them, give the bits of the
/// definition element by element, whatever stands beside an element.
class ComplexLanesTest {
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    2,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e-310,
    1e300,
    -1e10,
    710
  };

  static Stream<String> functions() {
    return Stream.of(
        "exp",
        "exp2",
        "expm1",
        "log",
        "log2",
        "log10",
        "log1p",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "arcsin",
        "arccos",
        "arctan",
        "sinh",
        "cosh",
        "tanh",
        "arcsinh",
        "arccosh",
        "arctanh",
        "power",
        "float_power");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void kernelsGiveTheBitsOfTheInterpreter(String name) {
    UFunc function = Ufuncs.all().get(name);
    int n = 1_500;
    NDArray[] x = new NDArray[function.nin()];
    double[][] parts = new double[x.length][];
    Random random = new Random(20261127);
    for (int k = 0; k < x.length; k++) {
      parts[k] = random.doubles(2 * n, -4, 4).toArray();
      for (int i = n; i < 2 * n; i++) {
        if (random.nextInt(5) == 0) {
          parts[k][i] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
      }
      x[k] = NDArray.empty(DType.COMPLEX128, n);
      x[k].viewAsReal().set(NDArray.of(parts[k]).reshape(n, 2));
    }
    NDArray out = NDArray.empty(DType.COMPLEX128, n);
    for (int repeat = 0; repeat < 20; repeat++) {
      if (x.length == 1) {
        function.apply(x[0], out);
      } else {
        function.apply(x[0], x[1], out);
      }
    }
    double[] actual = out.viewAsReal().reshape(-1).toDoubleArray();
    List<DType> inputs = Collections.nCopies(x.length, DType.COMPLEX128);
    Program program =
        new UFuncKernels(function)
            .program(inputs, DType.COMPLEX128, List.of(DType.COMPLEX128), false);
    long[] bits = new long[2 * x.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < bits.length; j++) {
        bits[j] = Double.doubleToRawLongBits(parts[j / 2][2 * i + j % 2]);
      }
      long[] expected = Interpreter.run(program, bits);
      for (int part = 0; part < 2; part++) {
        assertThat(actual[2 * i + part])
            .as("part %d of %s of %s", part, name, Arrays.toString(bits))
            .isEqualTo(Double.valueOf(Double.longBitsToDouble(expected[part])));
      }
    }
  }
}
