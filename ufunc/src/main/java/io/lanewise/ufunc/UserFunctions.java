package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// Universal functions that users make.
final class UserFunctions {
  private UserFunctions() {}

  static UFunc unary(String name, DoubleUnaryOperator function) {
    ScalarFunction scalar = ScalarFunction.of(name, function);
    return new UFunc(name, 1, LoopTypes.FLOAT64, (f, x) -> f.call(scalar, x), null);
  }

  static UFunc binary(String name, DoubleBinaryOperator function) {
    ScalarFunction scalar = ScalarFunction.of(name, function);
    return new UFunc(name, 2, LoopTypes.FLOAT64, (f, x) -> f.call(scalar, x), null);
  }

  static UFunc expression(String name, int nin, Function<List<Expr>, Expr> function) {
    if (nin < 1) {
      throw new IllegalArgumentException(name + " has to have an input");
    }
    return new UFunc(
        name,
        nin,
        LoopTypes.FLOATING,
        (f, x) -> {
          DType loop = x[0].type() == LaneType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32;
          List<Expr> parameters = parameters(nin, loop);
          Map<Expr, Value> given = new IdentityHashMap<>();
          for (int k = 0; k < nin; k++) {
            given.put(parameters.get(k), x[k]);
          }
          return new ExprCompiler(f, given).value(function.apply(parameters), loop);
        },
        (x, y) -> {
          List<Expr> parameters = parameters(nin, DType.FLOAT64);
          List<Expr> derivatives = new ArrayList<>();
          for (Expr derivative : function.apply(parameters).gradient(parameters)) {
            Expr result = derivative;
            for (int k = 0; k < nin; k++) {
              result = Splitter.replace(result, parameters.get(k), x.get(k));
            }
            derivatives.add(result);
          }
          return derivatives;
        });
  }

  private static List<Expr> parameters(int nin, DType dtype) {
    List<Expr> parameters = new ArrayList<>();
    for (int k = 0; k < nin; k++) {
      parameters.add(Expr.array(dtype));
    }
    return parameters;
  }
}
