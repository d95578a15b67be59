package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Complex numbers and uint64 in arithmetic, comparisons, casts and print, as NumPy has them.
class ArithmeticOracleTest {
  private static final List<UFunc> UNARY =
      List.of(Ufuncs.NEGATIVE, Ufuncs.ABSOLUTE, Ufuncs.SQUARE, Ufuncs.LOGICAL_NOT);

  private static final List<UFunc> BINARY =
      List.of(
          Ufuncs.ADD,
          Ufuncs.SUBTRACT,
          Ufuncs.MULTIPLY,
          Ufuncs.MINIMUM,
          Ufuncs.MAXIMUM,
          Ufuncs.LESS,
          Ufuncs.LESS_EQUAL,
          Ufuncs.GREATER,
          Ufuncs.GREATER_EQUAL,
          Ufuncs.EQUAL,
          Ufuncs.NOT_EQUAL,
          Ufuncs.LOGICAL_AND,
          Ufuncs.LOGICAL_OR,
          Ufuncs.LOGICAL_XOR);

  private static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    for (UFunc f : UNARY) {
      calls.put(f.name(), x -> f.apply(x.array(0)));
    }
    for (UFunc f : BINARY) {
      calls.put(f.name(), x -> f.apply(x.array(0), x.array(1), null));
    }
    for (UFunc f : List.of(Ufuncs.MULTIPLY, Ufuncs.LESS)) {
      calls.put(f.name() + " double", x -> f.apply(x.array(0), x.number(1), null));
    }
    for (UFunc f :
        List.of(Ufuncs.LESS, Ufuncs.LESS_EQUAL, Ufuncs.GREATER, Ufuncs.EQUAL, Ufuncs.NOT_EQUAL)) {
      calls.put(f.name() + " long", x -> f.apply(x.array(0), x.integer(1), null));
    }
    calls.put("astype", x -> x.array(0).astype(DType.named(x.text(1))));
    calls.put("where", x -> Ufuncs.where(x.array(0), x.array(1), x.array(2)));
    calls.put("real", x -> x.array(0).real());
    calls.put("imag", x -> x.array(0).imag());
    calls.put("copy", x -> x.array(0).copy());
    calls.put("str", x -> x.array(0).toString());
    calls.put("repr", x -> x.array(0).repr());
    return calls;
  }

  @Test
  void complexNumbersAndUnsignedLongsAgreeWithNumPy() {
    Oracle.replay(
        "arithmetic",
        calls(),
        new Oracle.Rules() {
          @Override
          public long ulps(String function) {
            return function.equals("absolute") ? 1 : 0;
          }
        });
  }
}
