package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplexFunctionsOracleTest {
  private static final List<String> UNARY =
      List.of(
          "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt", "sin", "cos", "tan",
          "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh");

  private static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    for (String name : UNARY) {
      UFunc function = Ufuncs.all().get(name);
      calls.put(name, x -> function.apply(x.array(0)));
      calls.put(name + " out", x -> function.apply(x.array(0), x.array(1)));
    }
    for (String name : List.of("power", "float_power")) {
      UFunc function = Ufuncs.all().get(name);
      calls.put(name, x -> function.apply(x.array(0), x.array(1), null));
      calls.put("whole " + name, calls.get(name));
    }
    return calls;
  }

  @Test
  void complexFunctionsAgreeWithNumPy() {
    Oracle.replay(
        "complex_functions",
        calls(),
        new Oracle.Rules() {
          @Override
          public double ofLargest(String function, DType dtype, long n) {
            // NumPy's own errors; both results are a few units from the true values
            boolean single = dtype == DType.COMPLEX64 || function.endsWith("out");
            double unit = single ? 0x1p-23 : 0x1p-52;
            return unit * (function.contains("power") ? 32 : 4);
          }
        });
  }
}
