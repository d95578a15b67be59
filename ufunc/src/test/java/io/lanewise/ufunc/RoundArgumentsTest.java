package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Functions change their ways at round numbers, such as expm1 at -40, and random arguments never
/// meet these: a smooth function has no value that lies far from those at both neighbours.
class RoundArgumentsTest {
  private static final List<UFunc> SMOOTH =
      List.of(
          Ufuncs.EXP,
          Ufuncs.EXP2,
          Ufuncs.EXPM1,
          Ufuncs.LOG,
          Ufuncs.LOG2,
          Ufuncs.LOG10,
          Ufuncs.LOG1P,
          Ufuncs.SIN,
          Ufuncs.COS,
          Ufuncs.TAN,
          Ufuncs.ARCSIN,
          Ufuncs.ARCCOS,
          Ufuncs.ARCTAN,
          Ufuncs.SINH,
          Ufuncs.COSH,
          Ufuncs.TANH,
          Ufuncs.ARCSINH,
          Ufuncs.ARCCOSH,
          Ufuncs.ARCTANH,
          Ufuncs.SQRT,
          Ufuncs.CBRT,
          Ufuncs.SINC,
          Ufuncs.SIGMOID,
          Ufuncs.SOFTPLUS,
          Ufuncs.ERF,
          Ufuncs.ERFC,
          Ufuncs.GAMMA,
          Ufuncs.LGAMMA,
          Ufuncs.DIGAMMA);

  /// Of these, waves are as short as the distance of huge arguments.
  private static final List<UFunc> PERIODIC =
      List.of(
          Ufuncs.SIN,
          Ufuncs.COS,
          Ufuncs.TAN,
          Ufuncs.SINC,
          Ufuncs.GAMMA,
          Ufuncs.LGAMMA,
          Ufuncs.DIGAMMA);

  private static final double HUGE = 1_024;

  /// How far two values of functions that are at most 1 unit in the last place off may lie apart.
  private static final int ULPS = 4;

  /// Halves up to what exp(x) and gamma(x) turn infinite at, and powers of two.
  private static double[] arguments() {
    DoubleStream halves = IntStream.rangeClosed(-2_200, 2_200).mapToDouble(i -> i / 2.0);
    DoubleStream powers =
        IntStream.rangeClosed(-1_000, 1_000)
            .mapToDouble(i -> Math.scalb(1.0, i))
            .flatMap(x -> DoubleStream.of(x, -x));
    return DoubleStream.concat(halves, powers).toArray();
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT64", "FLOAT32"})
  void valuesAtRoundNumbersAreThoseBeside(DType dtype) {
    NDArray x = NDArray.of(arguments()).astype(dtype);
    NDArray below = Ufuncs.NEXTAFTER.apply(x, Double.NEGATIVE_INFINITY, null);
    NDArray above = Ufuncs.NEXTAFTER.apply(x, Double.POSITIVE_INFINITY, null);
    List<String> jumps = new ArrayList<>();
    for (UFunc f : SMOOTH) {
      NDArray value = f.apply(x);
      NDArray before = f.apply(below);
      NDArray after = f.apply(above);
      for (long i = 0; i < x.size(); i++) {
        if (PERIODIC.contains(f) && Math.abs(x.getDouble(i)) > HUGE) {
          continue;
        }
        if (jumps(dtype, before.getDouble(i), value.getDouble(i), after.getDouble(i))) {
          jumps.add(
              "%s(%s): %s, %s, %s"
                  .formatted(f.name(), x.get(i), before.get(i), value.get(i), after.get(i)));
        }
      }
    }
    assertThat(jumps).isEmpty();
  }

  /// Poles, where the sign changes, and the ends of the functions' domains are no jumps.
  private static boolean jumps(DType dtype, double before, double value, double after) {
    if (before * after < 0
        || Double.isNaN(before + value + after)
        || Double.isInfinite(before + value + after)) {
      return false;
    }
    double size = Math.max(Math.abs(value), Math.max(Math.abs(before), Math.abs(after)));
    double ulp = dtype == DType.FLOAT64 ? Math.ulp(size) : Math.ulp((float) size);
    double low = Math.min(before, after) - ULPS * ulp;
    double high = Math.max(before, after) + ULPS * ulp;
    return value < low || value > high;
  }
}
