package io.lanewise.ufunc;

import io.lanewise.ufunc.math.ErrorFunction;
import java.util.List;

/// The declarations of the error function and its complement.
final class ErrorFunctions {
  private static final double SLOPE = 2 / Math.sqrt(Math.PI);

  /// 2/sqrt(pi) times the integral of exp(-t^2) from 0 to the argument (`scipy.special.erf`), at
  /// most 1 ULP off.
  static final UFunc ERF =
      new UFunc(
          "erf",
          1,
          LoopTypes.FLOATING,
          (f, x) -> ErrorFunction.erf(f, x[0]),
          (x, y) -> List.of(slope(x.get(0), SLOPE)));

  /// 1 - erf(x) without cancellation (`scipy.special.erfc`), at most 1 ULP off.
  static final UFunc ERFC =
      new UFunc(
          "erfc",
          1,
          LoopTypes.FLOATING,
          (f, x) -> ErrorFunction.erfc(f, x[0]),
          (x, y) -> List.of(slope(x.get(0), -SLOPE)));

  private ErrorFunctions() {}

  private static Expr slope(Expr x, double factor) {
    return x.square().negative().exp().multiply(Expr.literal(factor));
  }
}
