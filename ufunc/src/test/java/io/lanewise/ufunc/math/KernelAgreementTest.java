package io.lanewise.ufunc.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The kernels, with lanes where the build runs them, give the bits of the definition, element by
/// element.
class KernelAgreementTest {
  @ParameterizedTest
  @EnumSource
  void kernelsGiveTheBitsOfTheInterpreterInFloat64(MathFunction function) {
    double[][] in = new MathFixtures(function).hardArguments();
    Program program = function.program(LaneType.FLOAT64);
    double[] expected = new double[in[0].length];
    double[] actual = new double[in[0].length];
    new Evaluator.Interpreted().run(program, in, expected);
    Evaluator.DEFAULT.run(program, in, actual);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Double.doubleToLongBits(actual[i]))
          .as("%s of case %d: %s, expected %s", function, i, actual[i], expected[i])
          .isEqualTo(Double.doubleToLongBits(expected[i]));
    }
  }

  @ParameterizedTest
  @EnumSource
  void kernelsGiveTheBitsOfTheInterpreterInFloat32(MathFunction function) {
    double[][] wide = new MathFixtures(function).hardArguments();
    float[][] in = new float[wide.length][wide[0].length];
    for (int j = 0; j < in.length; j++) {
      for (int i = 0; i < in[j].length; i++) {
        in[j][i] = (float) wide[j][i];
      }
    }
    Program program = function.program(LaneType.FLOAT32);
    float[] expected = new float[in[0].length];
    float[] actual = new float[in[0].length];
    new Evaluator.Interpreted().run(program, in, expected);
    Evaluator.DEFAULT.run(program, in, actual);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Float.floatToIntBits(actual[i]))
          .as("%s of %s: %s", function, Arrays.asList(wide[0][i], in[0][i]), actual[i])
          .isEqualTo(Float.floatToIntBits(expected[i]));
    }
  }
}
