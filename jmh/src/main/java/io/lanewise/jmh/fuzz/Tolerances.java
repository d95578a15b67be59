package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import java.util.Map;

/// How far results may lie apart, in units in the last place: our functions are at most 1 off,
/// NumPy's up to 4, SciPy's more. What is not named here has the same bits on both sides.
final class Tolerances {
  private static final Map<String, Integer> ULPS =
      Map.ofEntries(
          Map.entry("exp", 4),
          Map.entry("exp2", 4),
          Map.entry("expm1", 4),
          Map.entry("log", 4),
          Map.entry("log2", 4),
          Map.entry("log10", 4),
          Map.entry("log1p", 4),
          Map.entry("logaddexp", 4),
          Map.entry("logaddexp2", 4),
          Map.entry("sin", 4),
          Map.entry("cos", 4),
          Map.entry("tan", 4),
          Map.entry("arcsin", 4),
          Map.entry("arccos", 4),
          Map.entry("arctan", 4),
          Map.entry("arctan2", 4),
          Map.entry("sinh", 4),
          Map.entry("cosh", 4),
          Map.entry("tanh", 4),
          Map.entry("arcsinh", 4),
          Map.entry("arccosh", 4),
          Map.entry("arctanh", 4),
          Map.entry("cbrt", 4),
          Map.entry("hypot", 2),
          Map.entry("power", 4),
          Map.entry("float_power", 4),
          // np.sinc divides after rounding pi times the argument
          Map.entry("sinc", 16),
          Map.entry("sigmoid", 4),
          Map.entry("erf", 4),
          Map.entry("erfc", 2_000),
          Map.entry("gamma", 1_000),
          Map.entry("lgamma", 16),
          // SciPy's are up to 1e-12 off beside poles
          Map.entry("digamma", 10_000),
          Map.entry("var", 8),
          Map.entry("std", 8));

  /// The same for complex numbers, in units of the larger part.
  private static final Map<String, Integer> COMPLEX =
      Map.ofEntries(
          Map.entry("multiply", 2),
          Map.entry("prod", 2),
          Map.entry("cumprod", 2),
          Map.entry("square", 2),
          Map.entry("divide", 4),
          Map.entry("reciprocal", 4),
          Map.entry("sign", 2),
          Map.entry("absolute", 2),
          Map.entry("mean", 2),
          // NumPy's complex64 one is 5 off at 5.9 - 0.4i
          Map.entry("tanh", 8),
          Map.entry("tan", 8),
          Map.entry("sqrt", 8));

  /// Functions whose results may be small differences of numbers of about this size.
  private static final Map<String, Double> SCALES =
      Map.of(
          "sinc", 1.0,
          "lgamma", 1.0,
          "digamma", 1.0,
          "logaddexp", 1.0,
          "logaddexp2", 1.0,
          // SciPy's are 0 for the smallest results
          "gamma", 1e-290,
          "erfc", 1e-290,
          "sigmoid", 1e-30);

  private Tolerances() {}

  /// Whether a result may differ at all.
  static boolean isApproximate(String function) {
    return ULPS.containsKey(function);
  }

  /// The most units in the last place between results of `function`; 0 for the same bits.
  ///
  /// @param complex whether it is one of complex numbers
  static int ulps(String function, DType dtype, boolean complex) {
    int ulps = ULPS.getOrDefault(function, 0);
    if (complex) {
      // NumPy fuses multiplications where the processor can
      return Math.max(ulps, COMPLEX.getOrDefault(function, 0));
    }
    // both sides compute float16 in float32 and round
    return dtype == DType.FLOAT16 ? Math.min(ulps, 1) : ulps;
  }

  /// The least size of numbers whose last place counts.
  static double scale(String function, boolean complex) {
    // NumPy takes the logarithm of 1 + z, which near 0 has lost the small digits of z
    return complex && function.equals("log1p") ? 1.0 : SCALES.getOrDefault(function, 0.0);
  }
}
