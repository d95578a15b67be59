package io.lanewise.ufunc.math;

import static io.lanewise.ufunc.math.MathFunction.ARCCOSH;
import static io.lanewise.ufunc.math.MathFunction.ARCSINH;
import static io.lanewise.ufunc.math.MathFunction.ARCTANH;
import static io.lanewise.ufunc.math.MathFunction.COSH;
import static io.lanewise.ufunc.math.MathFunction.EXP2;
import static io.lanewise.ufunc.math.MathFunction.EXPM1;
import static io.lanewise.ufunc.math.MathFunction.LOG10;
import static io.lanewise.ufunc.math.MathFunction.LOG1P;
import static io.lanewise.ufunc.math.MathFunction.LOG2;
import static io.lanewise.ufunc.math.MathFunction.LOGADDEXP;
import static io.lanewise.ufunc.math.MathFunction.LOGADDEXP2;
import static io.lanewise.ufunc.math.MathFunction.SIGMOID;
import static io.lanewise.ufunc.math.MathFunction.SINH;
import static io.lanewise.ufunc.math.MathFunction.SOFTPLUS;
import static io.lanewise.ufunc.math.MathFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.LaneType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that must be exact, as a table for each function: those of the array API standard and of
/// C99 annex F, and results that are numbers of the format.
class SpecialTablesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /// x, result, x, result, ... of a function of one argument; x, y, result, ... of one of two.
  record Table(MathFunction function, LaneType type, double... values) {
    @Override
    public String toString() {
      return function + " " + type;
    }
  }

  private static void both(List<Table> tables, MathFunction function, double... values) {
    tables.add(new Table(function, LaneType.FLOAT64, values));
    tables.add(new Table(function, LaneType.FLOAT32, values));
  }

  static Stream<Table> tables() {
    List<Table> all = new ArrayList<>();
    both(all, EXP2, 0, 1, -0.0, 1, 1, 2, -1, .5, INF, INF, -INF, 0, NAN, NAN, 1e-30, 1, -1e-30, 1);
    both(all, EXP2, 1e30, INF, -1e30, 0, 10, 1024, -3, .125);
    both(all, EXPM1, 0, 0, -0.0, -0.0, INF, INF, -INF, -1, NAN, NAN, -1e30, -1, 1e30, INF);
    both(all, EXPM1, -100, -1, 1e-38, 1e-38, -1e-40, -1e-40);
    both(
        all, LOG2, 1, 0, 0, -INF, -0.0, -INF, INF, INF, -1, NAN, -INF, NAN, NAN, NAN, 8, 3, .25,
        -2);
    both(all, LOG10, 1, 0, 0, -INF, -0.0, -INF, INF, INF, -1, NAN, -INF, NAN, NAN, NAN);
    both(all, LOG1P, 0, 0, -0.0, -0.0, -1, -INF, -2, NAN, INF, INF, -INF, NAN, NAN, NAN);
    both(all, LOG1P, 1e-38, 1e-38, -1e-40, -1e-40);
    both(all, SINH, 0, 0, -0.0, -0.0, INF, INF, -INF, -INF, NAN, NAN, 1e30, INF, -1e30, -INF);
    both(all, SINH, 1e-38, 1e-38, -1e-40, -1e-40);
    both(all, COSH, 0, 1, -0.0, 1, INF, INF, -INF, INF, NAN, NAN, 1e30, INF, -1e30, INF, 1e-30, 1);
    both(all, TANH, 0, 0, -0.0, -0.0, INF, 1, -INF, -1, NAN, NAN, 1e30, 1, -1e30, -1, 50, 1);
    both(all, TANH, 1e-38, 1e-38, -1e-40, -1e-40);
    both(all, ARCSINH, 0, 0, -0.0, -0.0, INF, INF, -INF, -INF, NAN, NAN);
    both(all, ARCSINH, 1e-38, 1e-38, -1e-40, -1e-40);
    both(all, ARCCOSH, 1, 0, INF, INF, 0, NAN, .5, NAN, -1, NAN, -3, NAN, -INF, NAN, NAN, NAN);
    both(all, ARCTANH, 0, 0, -0.0, -0.0, 1, INF, -1, -INF, 2, NAN, -2, NAN, INF, NAN, NAN, NAN);
    both(all, ARCTANH, 1e-38, 1e-38, -1e-40, -1e-40);
    both(all, SIGMOID, 0, .5, -0.0, .5, INF, 1, -INF, 0, NAN, NAN, 1e30, 1, -1e30, 0, 100, 1);
    both(all, SOFTPLUS, INF, INF, -INF, 0, NAN, NAN, 1e30, 1e30, -1e30, 0, 100, 100);
    for (MathFunction function : new MathFunction[] {LOGADDEXP, LOGADDEXP2}) {
      both(all, function, INF, INF, INF, -INF, -INF, -INF, INF, -INF, INF, -INF, INF, INF);
      both(
          all, function, INF, 1, INF, 1, INF, INF, -INF, 1, 1, 1, -INF, 1, NAN, 1, NAN, 1, NAN,
          NAN);
      both(all, function, NAN, INF, NAN, INF, NAN, NAN, NAN, -INF, NAN, -INF, NAN, NAN);
      both(all, function, 1e30, -1e30, 1e30, 1e38, 1e38, 1e38, -1e38, 1e38, 1e38);
    }
    both(all, LOGADDEXP2, 0, 0, 1, 3, 3, 4, -1, -1, 0, -3, -3, -2);
    all.add(wide(EXP2, 1024, INF, -1074, Double.MIN_VALUE, -1075, 0, -1022, Double.MIN_NORMAL));
    all.add(narrow(EXP2, 128, INF, -149, Float.MIN_VALUE, -150, 0, -126, Float.MIN_NORMAL));
    all.add(wide(EXPM1, 709.7827128933841, INF, Double.MIN_VALUE, Double.MIN_VALUE));
    all.add(wide(LOG2, Double.MIN_VALUE, -1074, 0x1p-1030, -1030, 0x1p1023, 1023));
    all.add(narrow(LOG2, Float.MIN_VALUE, -149, 0x1p-130, -130, 0x1p127, 127));
    all.add(wide(LOG1P, Double.MAX_VALUE, 709.782712893384, Double.MIN_VALUE, Double.MIN_VALUE));
    all.add(wide(SINH, 710.4758600739440, INF, -710.4758600739440, -INF));
    all.add(wide(COSH, 710.4758600739440, INF, -710.4758600739440, INF));
    all.add(narrow(COSH, 89.41599f, INF, -89.41599f, INF));
    all.add(wide(TANH, 19.1, 1, -19.1, -1, Double.MIN_VALUE, Double.MIN_VALUE));
    all.add(
        wide(ARCSINH, Double.MAX_VALUE, 710.475860073944, -Double.MIN_VALUE, -Double.MIN_VALUE));
    all.add(wide(ARCCOSH, Double.MAX_VALUE, 710.475860073944));
    all.add(wide(ARCTANH, Double.MIN_VALUE, Double.MIN_VALUE));
    all.add(wide(SOFTPLUS, -746, 0, -745, Double.MIN_VALUE, 800, 800));
    all.add(wide(SIGMOID, -746, 0, -745, Double.MIN_VALUE, 800, 1));
    all.add(wide(LOGADDEXP, 0, -745, Double.MIN_VALUE, 1e308, -1e308, 1e308));
    return all.stream();
  }

  private static Table wide(MathFunction function, double... values) {
    return new Table(function, LaneType.FLOAT64, values);
  }

  private static Table narrow(MathFunction function, double... values) {
    return new Table(function, LaneType.FLOAT32, values);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void specialValuesAreExact(Table table) {
    int arity = table.function.arity();
    for (int at = 0; at < table.values.length; at += arity + 1) {
      double[] row = Arrays.copyOfRange(table.values, at, at + arity + 1);
      check(table.function, table.type, row);
    }
  }

  private static void check(MathFunction function, LaneType type, double... row) {
    int arity = function.arity();
    if (type == LaneType.FLOAT64) {
      double[][] in = new double[arity][];
      Arrays.setAll(in, i -> new double[] {row[i]});
      double[] out = new double[1];
      Evaluator.DEFAULT.run(function.program(type), in, out);
      assertThat(Double.doubleToLongBits(out[0]))
          .as("%s of %s gives %s", function, Arrays.toString(row), out[0])
          .isEqualTo(Double.doubleToLongBits(row[arity]));
    } else {
      float[][] in = new float[arity][];
      Arrays.setAll(in, i -> new float[] {(float) row[i]});
      float[] out = new float[1];
      Evaluator.DEFAULT.run(function.program(type), in, out);
      assertThat(Float.floatToIntBits(out[0]))
          .as("%s float32 of %s gives %s", function, Arrays.toString(row), out[0])
          .isEqualTo(Float.floatToIntBits((float) row[arity]));
    }
  }

  static Stream<Table> exactResults() {
    double[] two = new double[2 * 2098];
    double[] log = new double[2 * 2098];
    for (int i = 0; i < 2098; i++) {
      int k = i - 1074;
      two[2 * i] = k;
      two[2 * i + 1] = Math.scalb(1.0, k);
      log[2 * i] = Math.scalb(1.0, k);
      log[2 * i + 1] = k;
    }
    double[] ten = new double[2 * 23];
    double[] tenFloat32 = new double[2 * 11];
    for (int k = 0; k < 23; k++) {
      ten[2 * k] = Double.parseDouble("1e" + k);
      ten[2 * k + 1] = k;
    }
    System.arraycopy(ten, 0, tenFloat32, 0, tenFloat32.length);
    return Stream.of(wide(EXP2, two), wide(LOG2, log), wide(LOG10, ten), narrow(LOG10, tenFloat32));
  }

  @ParameterizedTest
  @MethodSource("exactResults")
  void resultsAreExactWhereTheyAreNumbersOfTheFormat(Table table) {
    specialValuesAreExact(table);
  }
}
