package io.lanewise.ufunc;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogicOracleTest {
  private static final Map<String, Oracle.Call> CALLS =
      Map.of(
          "isclose",
          a -> Comparing.isclose(a.array(0), a.array(1), a.number(2), a.number(3), a.flag(4)),
          "isclose double",
          a -> Comparing.isclose(a.array(0), a.number(1), a.number(2), a.number(3), a.flag(4)),
          "allclose",
          a -> Comparing.allclose(a.array(0), a.array(1)),
          "array_equal",
          a -> Comparing.arrayEqual(a.array(0), a.array(1), a.flag(2)),
          "array_equiv",
          a -> Comparing.arrayEquiv(a.array(0), a.array(1)));

  @Test
  void equalityAndClosenessAgreeWithNumPy() {
    Oracle.replay("logic", CALLS, new Oracle.Rules() {});
  }
}
