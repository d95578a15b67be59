package io.lanewise.ufunc;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UfuncsOracleTest {
  private static final List<String> NAMES =
      List.of(
          "invert",
          "bitwise_count",
          "isnan",
          "isinf",
          "isfinite",
          "signbit",
          "rint",
          "floor",
          "ceil",
          "trunc",
          "sign",
          "positive",
          "conjugate",
          "fabs",
          "degrees",
          "rad2deg",
          "radians",
          "deg2rad",
          "spacing",
          "bitwise_and",
          "bitwise_or",
          "bitwise_xor",
          "left_shift",
          "right_shift",
          "copysign",
          "heaviside",
          "fmax",
          "fmin",
          "nextafter",
          "floor_divide",
          "remainder",
          "fmod",
          "gcd",
          "lcm",
          "power");

  private static Map<String, Oracle.Call> calls() throws ReflectiveOperationException {
    Map<String, Oracle.Call> calls = new HashMap<>();
    for (String name : NAMES) {
      Field field = Ufuncs.class.getField(name.toUpperCase(Locale.ROOT));
      UFunc function = (UFunc) field.get(null);
      calls.put(
          name,
          function.nin() == 1
              ? x -> function.apply(x.array(0))
              : x -> function.apply(x.array(0), x.array(1), null));
    }
    return calls;
  }

  @Test
  void universalFunctionsAgreeWithNumPy() throws ReflectiveOperationException {
    Oracle.replay(
        "ufuncs",
        calls(),
        new Oracle.Rules() {
          @Override
          public long ulps(String function) {
            // of complex numbers, by the rounding of their size and of the quotient
            return function.equals("sign") ? 2 : 0;
          }

          @Override
          public String words(String function, String words) {
            // NumPy goes on with the names of Python's classes
            return words.replaceAll("(matching types) .*", "$1 ");
          }
        });
  }
}
