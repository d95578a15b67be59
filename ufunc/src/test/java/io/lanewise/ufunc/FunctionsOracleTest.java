package io.lanewise.ufunc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionsOracleTest {
  private static final List<UFunc> FUNCTIONS =
      List.of(
          Exponentials.EXP2,
          Exponentials.EXPM1,
          Logarithms.LOG2,
          Logarithms.LOG10,
          Logarithms.LOG1P,
          Hyperbolics.SINH,
          Hyperbolics.COSH,
          Hyperbolics.TANH,
          Hyperbolics.ARCSINH,
          Hyperbolics.ARCCOSH,
          Hyperbolics.ARCTANH,
          SumsOfExponentials.SIGMOID,
          SumsOfExponentials.SOFTPLUS,
          SumsOfExponentials.LOGADDEXP,
          SumsOfExponentials.LOGADDEXP2);

  @Test
  void functionsAreWithinOneUlpOfTheCorrectlyRoundedValue() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    for (UFunc function : FUNCTIONS) {
      calls.put(
          function.name(),
          function.nin() == 1
              ? x -> function.call(x.array(0))
              : x -> function.call(x.array(0), x.array(1), null));
    }
    Oracle.replay(
        "functions",
        calls,
        new Oracle.Rules() {
          @Override
          public long ulps(String function) {
            return 1;
          }
        });
  }
}
