package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The special values of complex functions: C99 annex G.6, and the Python array API standard for
/// expm1 and log1p, which C99 lacks. A row is an argument and its result; the conjugate argument
/// has the conjugate result, which is tried too. Of parts that follow `?` only the size counts.
class ComplexSpecialValuesTest {
  private static final String ARCSINH =
      """
      0 0 = 0 0;  -0 0 = -0 0;  2 inf = inf pi/2;  0 inf = inf pi/2;  -2 inf = -inf pi/2
      2 nan = nan nan;  0 nan = nan nan;  inf 0 = inf 0;  inf 3 = inf 0;  -inf 3 = -inf 0
      inf inf = inf pi/4;  -inf inf = -inf pi/4;  inf nan = inf nan;  -inf nan = -inf nan
      nan 0 = nan 0;  nan 3 = nan nan;  nan inf = ?inf nan;  nan nan = nan nan
      0 1 = 0 pi/2;  -0 1 = -0 pi/2
      """;

  private static final String ARCTANH =
      """
      0 0 = 0 0;  -0 0 = -0 0;  0 nan = 0 nan;  1 0 = inf 0;  -1 0 = -inf 0;  2 inf = 0 pi/2
      -2 inf = -0 pi/2;  2 nan = nan nan;  inf 3 = 0 pi/2;  -inf 3 = -0 pi/2;  inf 0 = 0 pi/2
      inf inf = 0 pi/2;  inf nan = 0 nan;  -inf nan = -0 nan;  nan 3 = nan nan;  nan 0 = nan nan
      nan inf = ?0 pi/2;  nan nan = nan nan;  1 nan = nan nan
      """;

  private static final String SINH =
      """
      0 0 = 0 0;  -0 0 = -0 0;  0 inf = ?0 nan;  0 nan = ?0 nan;  3 inf = nan nan;  3 nan = nan nan
      inf 0 = inf 0;  inf 1 = inf inf;  inf 2 = -inf inf;  inf 4 = -inf -inf;  -inf 2 = inf inf
      -inf 0 = -inf 0;  inf inf = ?inf nan;  inf nan = ?inf nan;  nan 0 = nan 0;  nan 3 = nan nan
      nan inf = nan nan;  nan nan = nan nan;  800 0 = inf 0;  -800 2 = inf inf
      """;

  private static final String TANH =
      """
      0 0 = 0 0;  -0 0 = -0 0;  0 inf = 0 nan;  0 nan = 0 nan;  3 inf = nan nan;  3 nan = nan nan
      inf 1 = 1 0;  inf 2 = 1 -0;  inf 4 = 1 0;  inf 0 = 1 0;  -inf 1 = -1 0;  -inf 2 = -1 -0
      inf inf = 1 ?0;  inf nan = 1 ?0;  -inf inf = -1 ?0;  nan 0 = nan 0;  nan 3 = nan nan
      nan inf = nan nan;  nan nan = nan nan;  900 1 = 1 0;  -900 2 = -1 -0;  900 inf = nan nan
      -900 inf = nan nan;  900 nan = nan nan
      """;

  private record Row(String function, double[] argument, double[] result, boolean[] anySign) {
    @Override
    public String toString() {
      return function + "(" + argument[0] + ", " + argument[1] + ")";
    }
  }

  static Stream<Row> rows() {
    List<Row> all = new ArrayList<>();
    add(
        all,
        "exp",
        """
        0 0 = 1 0;  -0 0 = 1 0;  2 inf = nan nan;  2 nan = nan nan;  inf 0 = inf 0;  -inf 1 = 0 0
        -inf 2 = -0 0;  -inf 4 = -0 -0;  inf 1 = inf inf;  inf 2 = -inf inf;  inf 4 = -inf -inf
        -inf inf = ?0 ?0;  inf inf = ?inf nan;  -inf nan = ?0 ?0;  inf nan = ?inf nan;  nan 0 = nan 0
        nan 3 = nan nan;  nan inf = nan nan;  nan nan = nan nan;  800 0 = inf 0;  -800 2 = -0 0
        -inf 0 = 0 0
        """);
    add(
        all,
        "exp2",
        """
        0 0 = 1 0;  3 0 = 8 0;  -2 0 = .25 0;  inf 0 = inf 0;  -inf 1 = 0 0;  inf 3 = -inf inf
        inf inf = ?inf nan;  -inf nan = ?0 ?0;  nan 0 = nan 0;  nan 1 = nan nan;  2 inf = nan nan
        1100 0 = inf 0
        """);
    add(
        all,
        "expm1",
        """
        0 0 = 0 0;  -0 0 = -0 0;  2 inf = nan nan;  2 nan = nan nan;  inf 0 = inf 0;  -inf 2 = -1 0
        -inf 4 = -1 -0;  inf 1 = inf inf;  inf 2 = -inf inf;  -inf inf = -1 ?0;  inf inf = ?inf nan
        -inf nan = -1 ?0;  inf nan = ?inf nan;  nan 0 = nan 0;  nan 3 = nan nan;  nan nan = nan nan
        """);
    add(
        all,
        "log",
        """
        -0 0 = -inf pi;  0 0 = -inf 0;  2 inf = inf pi/2;  2 nan = nan nan;  -inf 3 = inf pi
        inf 3 = inf 0;  -inf inf = inf 3pi/4;  inf inf = inf pi/4;  inf nan = inf nan
        -inf nan = inf nan;  nan 3 = nan nan;  nan inf = inf nan;  nan nan = nan nan;  1 0 = 0 0
        -1 0 = 0 pi;  0 1 = 0 pi/2
        """);
    add(
        all,
        "log2",
        "0 0 = -inf 0;  8 0 = 3 0;  inf 3 = inf 0;  nan inf = inf nan;  2 nan = nan nan");
    add(all, "log2", "1e-309 nan = nan nan");
    add(
        all,
        "log10",
        "0 0 = -inf 0;  100 0 = 2 0;  inf 3 = inf 0;  nan inf = inf nan;  2 nan = nan nan");
    add(
        all,
        "log1p",
        """
        0 0 = 0 0;  -1 0 = -inf 0;  2 inf = inf pi/2;  2 nan = nan nan;  -inf 3 = inf pi
        inf 3 = inf 0;  -inf inf = inf 3pi/4;  inf inf = inf pi/4;  inf nan = inf nan
        nan 3 = nan nan;  nan inf = inf nan;  nan nan = nan nan;  -2 0 = 0 pi
        """);
    add(
        all,
        "sqrt",
        """
        0 0 = 0 0;  -0 0 = 0 0;  2 inf = inf inf;  nan inf = inf inf;  -inf inf = inf inf
        2 nan = nan nan;  -inf 3 = 0 inf;  inf 3 = inf 0;  -inf nan = nan ?inf;  inf nan = inf nan
        nan 3 = nan nan;  nan nan = nan nan;  -4 0 = 0 2;  3 4 = 2 1;  -3 4 = 1 2
        """);
    add(all, "sinh", SINH);
    addTurned(all, "sin", SINH);
    add(
        all,
        "cosh",
        """
        0 0 = 1 0;  0 inf = nan ?0;  0 nan = nan ?0;  3 inf = nan nan;  3 nan = nan nan
        inf 0 = inf 0;  inf 1 = inf inf;  inf 2 = -inf inf;  inf 4 = -inf -inf;  inf inf = ?inf nan
        inf nan = inf nan;  nan 0 = nan ?0;  nan 3 = nan nan;  nan inf = nan nan;  nan nan = nan nan
        -inf 1 = inf -inf;  -0 1 = ?cos1 -0
        """);
    add(
        all,
        "cos",
        "0 0 = 1 -0;  0 inf = inf -0;  1 inf = inf -inf;  inf 0 = nan ?0;  nan 0 = nan ?0");
    add(all, "cos", "3 nan = nan nan;  inf 3 = nan nan;  nan inf = inf nan;  0 nan = nan ?0");
    add(all, "tanh", TANH);
    addTurned(all, "tan", TANH);
    add(all, "arcsinh", ARCSINH);
    addTurned(all, "arcsin", ARCSINH);
    add(all, "arctanh", ARCTANH);
    addTurned(all, "arctan", ARCTANH);
    add(
        all,
        "arccos",
        """
        0 0 = pi/2 -0;  -0 0 = pi/2 -0;  0 nan = pi/2 nan;  2 inf = pi/2 -inf;  2 nan = nan nan
        -inf 3 = pi -inf;  inf 3 = 0 -inf;  -inf inf = 3pi/4 -inf;  inf inf = pi/4 -inf
        inf nan = nan ?inf;  -inf nan = nan ?inf;  nan 3 = nan nan;  nan inf = nan -inf
        nan nan = nan nan;  1 0 = 0 -0;  -1 0 = pi -0
        """);
    add(
        all,
        "arccosh",
        """
        0 0 = 0 pi/2;  -0 0 = 0 pi/2;  2 inf = inf pi/2;  0 nan = nan ?pi/2;  2 nan = nan nan
        -inf 3 = inf pi;  inf 3 = inf 0;  -inf inf = inf 3pi/4;  inf inf = inf pi/4
        inf nan = inf nan;  -inf nan = inf nan;  nan 3 = nan nan;  nan inf = inf nan
        nan nan = nan nan;  1 0 = 0 0;  -1 0 = 0 pi
        """);
    return all.stream();
  }

  private static void add(List<Row> all, String function, String table) {
    add(all, function, table, false);
  }

  /// The table of a function that is this one with its parts exchanged.
  private static void addTurned(List<Row> all, String function, String table) {
    add(all, function, table, true);
  }

  private static void add(List<Row> all, String function, String table, boolean turned) {
    int first = turned ? 1 : 0;
    for (String text : table.strip().split("\\s*[;\\n]\\s*")) {
      String[] words = text.strip().split("[ =]+");
      double[] argument = {number(words[first]), number(words[1 - first])};
      double[] result = {number(words[2 + first]), number(words[3 - first])};
      boolean[] anySign = {words[2 + first].startsWith("?"), words[3 - first].startsWith("?")};
      all.add(new Row(function, argument, result, anySign));
      all.add(
          new Row(
              function,
              new double[] {argument[0], -argument[1]},
              new double[] {result[0], -result[1]},
              anySign));
    }
  }

  private static double number(String word) {
    String text = word.startsWith("?") ? word.substring(1) : word;
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      case "pi" -> Math.PI;
      case "pi/2" -> Math.PI / 2;
      case "pi/4" -> Math.PI / 4;
      case "3pi/4" -> 3 * Math.PI / 4;
      case "cos1" -> StrictMath.cos(1);
      default -> Double.parseDouble(text);
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void specialValuesAreThoseOfTheStandard(Row row) {
    for (DType dtype : List.of(DType.COMPLEX128, DType.COMPLEX64)) {
      NDArray x = NDArray.empty(dtype, 1);
      x.viewAsReal().set(NDArray.of(row.argument).reshape(1, 2));
      NDArray y = Ufuncs.all().get(row.function).apply(x);
      double[] parts = y.viewAsReal().astype(DType.FLOAT64).reshape(-1).toDoubleArray();
      for (int i = 0; i < 2; i++) {
        double expected = row.result[i];
        double actual = parts[i];
        if (row.anySign[i]) {
          expected = Math.abs(expected);
          actual = Math.abs(actual);
        }
        if (dtype == DType.COMPLEX64) {
          expected = (float) expected;
        }
        assertThat(actual)
            .as("part %d of %s in %s", i, row, dtype)
            .isEqualTo(Double.valueOf(expected));
      }
    }
  }

  static Stream<double[]> powers() {
    double inf = Double.POSITIVE_INFINITY;
    double nan = Double.NaN;
    return Stream.of(
        // z, w, z^w
        new double[] {0, 0, 0, 0, 1, 0},
        new double[] {nan, nan, 0, 0, 1, 0},
        new double[] {inf, 1, 0, 0, 1, 0},
        new double[] {0, 0, 2, 0, 0, 0},
        new double[] {0, 0, .5, 3, 0, 0},
        new double[] {0, 0, -1, 0, nan, nan},
        new double[] {0, 0, 0, 1, nan, nan},
        new double[] {1, 2, 1, 0, 1, 2},
        new double[] {1, 2, 2, 0, -3, 4},
        new double[] {1, 2, 3, 0, -11, -2},
        new double[] {1, 1, 20, 0, -1024, 0},
        new double[] {1, 1, -2, 0, 0, -.5},
        new double[] {2, 0, -3, 0, .125, 0},
        new double[] {0, 1, 99, 0, 0, -1},
        new double[] {3, -2, 10, 0, 341525, 145668},
        new double[] {4, 0, .5, 0, 2, 0});
  }

  @ParameterizedTest
  @MethodSource("powers")
  void powersOfSpecialAndWholeNumbersAreExact(double... row) {
    for (DType dtype : List.of(DType.COMPLEX128, DType.COMPLEX64)) {
      NDArray parts = NDArray.empty(dtype, 2);
      parts.viewAsReal().set(NDArray.of(row).get("0:4").reshape(2, 2));
      NDArray y = Ufuncs.POWER.apply(parts.get("0:1"), parts.get("1:2"), null);
      double[] result = y.viewAsReal().astype(DType.FLOAT64).reshape(-1).toDoubleArray();
      assertThat(result[0] + 0.0)
          .as("real part in %s", dtype)
          .isEqualTo(Double.valueOf(row[4] + 0.0));
      assertThat(result[1] + 0.0)
          .as("imaginary part in %s", dtype)
          .isEqualTo(Double.valueOf(row[5] + 0.0));
    }
  }
}
