package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The derivatives of every differentiable function, forwards and backwards, against differences in
/// 120 digits, which `make_derivatives.py` wrote.
class DerivativesTest {
  /// Functions that have no derivative anywhere, or several results.
  private static final Set<String> WITHOUT =
      Set.of(
          "bitwise_and",
          "bitwise_count",
          "bitwise_invert",
          "bitwise_left_shift",
          "bitwise_not",
          "bitwise_or",
          "bitwise_right_shift",
          "bitwise_xor",
          "digamma",
          "divmod",
          "equal",
          "frexp",
          "gcd",
          "greater",
          "greater_equal",
          "invert",
          "isfinite",
          "isinf",
          "isnan",
          "lcm",
          "left_shift",
          "less",
          "less_equal",
          "logical_and",
          "logical_not",
          "logical_or",
          "logical_xor",
          "modf",
          "nextafter",
          "not_equal",
          "right_shift",
          "signbit",
          "spacing");

  /// A function at a point.
  record Point(String name, double[] x, double[] slopes) {
    @Override
    public String toString() {
      return name + java.util.Arrays.toString(x);
    }
  }

  static List<Point> points() throws IOException {
    List<Point> points = new ArrayList<>();
    try (InputStream in = DerivativesTest.class.getResourceAsStream("derivatives.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.split("\t");
        int n = (fields.length - 1) / 2;
        double[] x = new double[n];
        double[] slopes = new double[n];
        for (int k = 0; k < n; k++) {
          x[k] = Double.parseDouble(fields[1 + k]);
          slopes[k] = Double.parseDouble(fields[1 + n + k]);
        }
        points.add(new Point(fields[0], x, slopes));
      }
    }
    return points;
  }

  @ParameterizedTest
  @MethodSource("points")
  void derivativesHoldTo12Digits(Point point) {
    UFunc function = Ufuncs.all().get(point.name);
    List<Expr> leaves = new ArrayList<>();
    for (double x : point.x) {
      leaves.add(Expr.of(NDArray.of(x)));
    }
    Expr value = Expr.apply(function, leaves.toArray(Expr[]::new));
    List<Expr> gradient = value.gradient(leaves);
    for (int k = 0; k < point.x.length; k++) {
      double slope = point.slopes[k];
      NDArray zero = NDArray.zeros(1);
      double forward = value.derivative(leaves.get(k)).add(zero).eval().getDouble(0);
      double backward = gradient.get(k).add(zero).eval().getDouble(0);
      assertThat(forward).isEqualTo(slope, within(1e-12 * Math.abs(slope)));
      assertThat(backward).isEqualTo(forward);
    }
  }

  @Test
  void everyFunctionIsThereOrHasNoDerivative() throws IOException {
    Set<String> there = new TreeSet<>();
    points().forEach(point -> there.add(Ufuncs.all().get(point.name).name()));
    Set<String> missing = new TreeSet<>();
    Ufuncs.all()
        .forEach(
            (name, function) -> {
              if (there.contains(function.name()) == WITHOUT.contains(name)) {
                missing.add(name);
              }
            });
    // of integers, which have no differences
    assertThat(missing).containsExactly("ldexp");
  }

  @Test
  void aPowerOfTwoIsTheDerivativeOfScaling() {
    NDArray a = NDArray.of(1.5, -2);
    Expr leaf = Expr.of(a);
    Expr scaled = Expr.apply(Ufuncs.LDEXP, leaf, Expr.of(NDArray.of(3L, -1)));
    assertThat(scaled.derivative(leaf).eval().toDoubleArray()).containsExactly(8, 0.5);
  }
}
