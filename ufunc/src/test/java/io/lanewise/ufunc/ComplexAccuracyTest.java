package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The functions of complex numbers against true values, which
/// `src/test/scripts/complex_accuracy.py` makes; a larger file takes the place of the committed one
/// by `-Dlanewise.complexPoints=FILE`.
class ComplexAccuracyTest {
  /// The errors that are allowed, in units in the last place of each part, or of the larger part
  /// for expm1 and power.
  private record Bound(double wide, double narrow) {}

  private static final Map<String, Bound> BOUNDS =
      Map.ofEntries(
          Map.entry("exp", new Bound(2, 1)),
          Map.entry("exp2", new Bound(2, 1)),
          Map.entry("expm1", new Bound(2, 1)),
          Map.entry("log", new Bound(1, 1)),
          Map.entry("log2", new Bound(1.5, 1)),
          Map.entry("log10", new Bound(1.5, 1)),
          Map.entry("log1p", new Bound(1.5, 1)),
          Map.entry("sqrt", new Bound(1, 1)),
          Map.entry("sin", new Bound(2.5, 1)),
          Map.entry("cos", new Bound(2.5, 1)),
          Map.entry("tan", new Bound(3, 1)),
          Map.entry("sinh", new Bound(2.5, 1)),
          Map.entry("cosh", new Bound(2.5, 1)),
          Map.entry("tanh", new Bound(3, 1)),
          Map.entry("arcsin", new Bound(2, 1)),
          Map.entry("arccos", new Bound(2, 1)),
          Map.entry("arctan", new Bound(2, 1)),
          Map.entry("arcsinh", new Bound(2, 1)),
          Map.entry("arccosh", new Bound(2, 1)),
          Map.entry("arctanh", new Bound(2, 1)),
          Map.entry("power", new Bound(4, 1)));

  /// Arguments, and each part of the true value as a number and what it lacks.
  private record Point(double[] arguments, double[] value) {
    double part(int i) {
      return value[2 * i];
    }

    /// How far `actual` is from part `i`, in units in the last place of `of`.
    double error(int i, double actual, double of, boolean single) {
      double high = part(i);
      if (single) {
        float rounded = (float) high;
        if (rounded == actual) {
          return 0.5;
        }
        high = Float.isInfinite(rounded) ? Math.copySign(0x1p128, rounded) : high;
      } else if (high == actual && Double.isInfinite(high)) {
        return 0;
      } else if (Double.isInfinite(high)) {
        // the largest number is next to it
        return Math.abs(actual) == Double.MAX_VALUE ? 1 : Double.POSITIVE_INFINITY;
      }
      double unit = single ? Math.ulp((float) of) : Math.ulp(of);
      double error = Math.abs(actual - high - value[2 * i + 1]) / unit;
      return error == error ? error : Double.POSITIVE_INFINITY;
    }
  }

  private static Map<String, List<Point>> points;

  private static synchronized Map<String, List<Point>> points() throws IOException {
    if (points == null) {
      String file = System.getProperty("lanewise.complexPoints");
      InputStream stream =
          file == null
              ? ComplexAccuracyTest.class.getResourceAsStream("complex_accuracy.txt.gz")
              : Files.newInputStream(Path.of(file));
      Map<String, List<Point>> all = new LinkedHashMap<>();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII))) {
        for (String line; (line = reader.readLine()) != null; ) {
          String[] words = line.split(" ");
          double[] x = Arrays.stream(words).skip(1).mapToDouble(Oracle::number).toArray();
          Point point =
              new Point(
                  Arrays.copyOf(x, x.length - 4), Arrays.copyOfRange(x, x.length - 4, x.length));
          all.computeIfAbsent(words[0], key -> new ArrayList<>()).add(point);
        }
      }
      points = all;
    }
    return points;
  }

  static Stream<String> functions() throws IOException {
    assertThat(points().keySet()).isEqualTo(BOUNDS.keySet());
    return points().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void complex128IsWithinItsBound(String name, TestReporter reporter) throws IOException {
    check(name, DType.COMPLEX128, BOUNDS.get(name).wide, points().get(name), reporter);
  }

  /// Only arguments that are float32 numbers.
  @ParameterizedTest
  @MethodSource("functions")
  void complex64IsWithinItsBound(String name, TestReporter reporter) throws IOException {
    List<Point> exact =
        points().get(name).stream()
            .filter(point -> Arrays.stream(point.arguments).allMatch(x -> (float) x == x))
            .toList();
    check(name, DType.COMPLEX64, BOUNDS.get(name).narrow, exact, reporter);
  }

  private static void check(
      String name, DType dtype, double bound, List<Point> all, TestReporter reporter) {
    boolean single = dtype == DType.COMPLEX64;
    int count = all.get(0).arguments.length / 2;
    NDArray[] x = new NDArray[count];
    for (int k = 0; k < count; k++) {
      double[] parts = new double[2 * all.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = all.get(i / 2).arguments[2 * k + i % 2];
      }
      NDArray wide = NDArray.empty(DType.COMPLEX128, all.size());
      wide.viewAsReal().set(NDArray.of(parts).reshape(-1, 2));
      x[k] = wide.astype(dtype);
    }
    UFunc function = Ufuncs.all().get(name);
    NDArray result = count == 1 ? function.apply(x[0]) : function.apply(x[0], x[1], null);
    double[] y = result.viewAsReal().astype(DType.FLOAT64).reshape(-1).toDoubleArray();
    boolean byLarger = name.equals("expm1") || name.equals("power");
    double worst = 0;
    String where = "";
    for (int i = 0; i < all.size(); i++) {
      Point point = all.get(i);
      double larger = Math.max(Math.abs(point.part(0)), Math.abs(point.part(1)));
      for (int part = 0; part < 2; part++) {
        double value = point.part(part);
        if (byLarger && (single ? (float) larger : larger) == Double.POSITIVE_INFINITY) {
          // beside an infinite part the other one may be anything
          continue;
        }
        double actual = y[2 * i + part];
        double error = point.error(part, actual, byLarger ? larger : value, single);
        boolean sign =
            value != 0
                || actual != 0
                || byLarger
                || Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(actual);
        error = sign ? error : Double.POSITIVE_INFINITY;
        if (!(error <= worst)) {
          worst = error;
          where =
              (part == 0 ? "real part of " : "imaginary part of ")
                  + name
                  + Arrays.toString(point.arguments)
                  + ", which is "
                  + value
                  + ", not "
                  + actual;
        }
      }
    }
    reporter.publishEntry(
        name + " " + dtype, String.format("%.3f of %d, %s", worst, all.size(), where));
    assertThat(worst).as(where).isLessThanOrEqualTo(bound);
  }
}
