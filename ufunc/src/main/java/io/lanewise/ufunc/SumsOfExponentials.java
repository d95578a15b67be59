package io.lanewise.ufunc;

import io.lanewise.ufunc.math.Logistic;
import java.util.List;

/// The declarations of sums of exponentials, and of what is made of them.
final class SumsOfExponentials {
  /// 1 / (1 + exp(-x)); NumPy has no such ufunc, SciPy's is `scipy.special.expit`.
  static final UFunc SIGMOID =
      new UFunc(
          "sigmoid",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Logistic.sigmoid(f, x[0]),
          // not y (1 - y), of which little is left where y is near 1
          (x, y) -> List.of(y.multiply(sigmoid(x.get(0).negative()))));

  /// log(1 + exp(x)), which is `numpy.logaddexp(x, 0)`.
  static final UFunc SOFTPLUS =
      new UFunc(
          "softplus",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Logistic.softplus(f, x[0]),
          (x, y) -> List.of(Expr.apply(SIGMOID, x.get(0))));

  /// log(exp(a) + exp(b)).
  static final UFunc LOGADDEXP =
      new UFunc(
              "logaddexp",
              2,
              LoopTypes.FLOATING,
              (f, x) -> Logistic.logaddexp(f, x[0], x[1]),
              (x, y) -> shares(x, 1))
          .reducing(Folding.TREE, Double.NEGATIVE_INFINITY);

  /// log2(2^a + 2^b).
  static final UFunc LOGADDEXP2 =
      new UFunc(
              "logaddexp2",
              2,
              LoopTypes.FLOATING,
              (f, x) -> Logistic.logaddexp2(f, x[0], x[1]),
              (x, y) -> shares(x, Math.log(2)))
          .reducing(Folding.TREE, Double.NEGATIVE_INFINITY);

  private SumsOfExponentials() {}

  private static Expr sigmoid(Expr x) {
    return Expr.apply(SIGMOID, x);
  }

  /// What each summand has of the sum.
  private static List<Expr> shares(List<Expr> x, double log) {
    Expr distance = x.get(0).subtract(x.get(1)).multiply(Expr.literal(log));
    return List.of(Expr.apply(SIGMOID, distance), Expr.apply(SIGMOID, distance.negative()));
  }
}
