package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of `compare ufunc` that goes through every elementwise function that NumPy has: float64
/// and float32, 10^4 and 10^6 elements, with `out=`; and the cost of a call at few elements.
final class FunctionSuite {
  private static final UfuncCase.Range ANY = new UfuncCase.Range(-9, 9);
  private static final UfuncCase.Range POSITIVE = new UfuncCase.Range(1e-3, 99);
  private static final UfuncCase.Range UNIT = new UfuncCase.Range(-0.999, 0.999);
  private static final UfuncCase.Range ABOVE_ONE = new UfuncCase.Range(1.001, 99);
  private static final UfuncCase.Range EXPONENT = new UfuncCase.Range(-3, 3);

  /// SciPy's and NumPy's float32 functions are off by up to 4 ULP, ours by less than 1.
  private static final double INEXACT = 5;

  /// How a function is called.
  private record Domain(UfuncCase.Range first, UfuncCase.Range second, double ulps) {}

  private static final Map<String, Domain> DOMAINS = domains();

  private static Map<String, Domain> domains() {
    Map<String, Domain> all = new LinkedHashMap<>();
    for (String name :
        List.of(
            "negative",
            "positive",
            "absolute",
            "fabs",
            "square",
            "reciprocal",
            "sign",
            "rint",
            "floor",
            "ceil",
            "trunc",
            "degrees",
            "radians",
            "isnan",
            "isinf",
            "isfinite",
            "signbit",
            "spacing",
            "logical_not",
            "conjugate")) {
      all.put(name, new Domain(ANY, null, 0));
    }
    for (String name :
        List.of(
            "exp", "exp2", "expm1", "sin", "cos", "tan", "arctan", "sinh", "cosh", "tanh",
            "arcsinh", "cbrt", "sinc")) {
      all.put(name, new Domain(ANY, null, INEXACT));
    }
    for (String name : List.of("sqrt", "log", "log2", "log10", "log1p")) {
      all.put(name, new Domain(POSITIVE, null, INEXACT));
    }
    for (String name : List.of("arcsin", "arccos", "arctanh")) {
      all.put(name, new Domain(UNIT, null, INEXACT));
    }
    all.put("arccosh", new Domain(ABOVE_ONE, null, INEXACT));
    for (String name :
        List.of(
            "add",
            "subtract",
            "multiply",
            "divide",
            "minimum",
            "maximum",
            "fmin",
            "fmax",
            "copysign",
            "heaviside",
            "nextafter",
            "floor_divide",
            "remainder",
            "fmod",
            "less",
            "less_equal",
            "greater",
            "greater_equal",
            "equal",
            "not_equal",
            "logical_and",
            "logical_or",
            "logical_xor")) {
      all.put(name, new Domain(ANY, ANY, 0));
    }
    for (String name : List.of("arctan2", "hypot", "logaddexp", "logaddexp2")) {
      all.put(name, new Domain(ANY, ANY, INEXACT));
    }
    all.put("power", new Domain(new UfuncCase.Range(0.1, 9), EXPONENT, INEXACT));
    return all;
  }

  private final Session session;

  FunctionSuite(Session session) {
    this.session = session;
  }

  void run() {
    for (int n : new int[] {10, 100}) {
      for (String name : List.of("add", "negative", "sqrt", "divide", "exp", "sin", "log")) {
        into("calls of " + n + " elements", name, "float64", n);
      }
    }
    for (int n : new int[] {10_000, 1_000_000}) {
      for (String dtype : List.of("float64", "float32")) {
        for (String name : DOMAINS.keySet()) {
          into("all functions, " + dtype + " " + n, name, dtype, n);
        }
      }
    }
  }

  private void into(String group, String name, String dtype, int n) {
    if (!session.wants("f:" + name, dtype, n)) {
      return;
    }
    Domain domain = DOMAINS.get(name);
    UFunc function = Ufuncs.all().get(name);
    DType type = DType.named(dtype);
    NDArray a = operand(1, n, domain.first).astype(type);
    List<NDArray> inputs = new ArrayList<>(List.of(a));
    StringBuilder setup = new StringBuilder("a = " + expression(1, n, domain.first, dtype));
    boolean two = domain.second != null;
    if (two) {
      inputs.add(operand(2, n, domain.second).astype(type));
      setup.append("\nb = ").append(expression(2, n, domain.second, dtype));
    }
    NDArray b = two ? inputs.get(1) : null;
    NDArray out = two ? function.apply(a, b, null) : function.apply(a);
    // sinc takes no out
    boolean fresh = name.equals("sinc");
    String call = fresh ? "np.sinc(a)" : "np.%s(%s, out=out)".formatted(name, two ? "a, b" : "a");
    setup.append("\nout = np.empty(%d, '%s')".formatted(n, out.dtype()));
    session
        .comparison(group, "f:" + name, dtype, n)
        .ours(two ? () -> function.apply(a, b, out) : () -> function.apply(a, out))
        .within(agreement(name, dtype, domain))
        .numpy(setup.toString(), fresh ? call : "out", call)
        .run();
  }

  /// NumPy loses digits where logaddexp and sinc are near 0.
  private static Agreement agreement(String name, String dtype, Domain domain) {
    return name.startsWith("logaddexp") || name.equals("sinc")
        ? new Agreement.Relative(dtype.equals("float64") ? 1e-14 : 1e-6)
        : new Agreement.Ulps(domain.ulps);
  }

  private static NDArray operand(int seed, int n, UfuncCase.Range range) {
    return NDArray.of(Inputs.uniform(seed, n, range.low(), range.high()));
  }

  private String expression(int seed, int n, UfuncCase.Range range, String dtype) {
    double[] values = Inputs.uniform(seed, n, range.low(), range.high());
    String file = "f_%d_%d_%s_%s".formatted(seed, n, range.low(), range.high());
    return session.inputs().share(file, values) + ".astype('" + dtype + "')";
  }
}
