package io.lanewise.ufunc;

import io.lanewise.ufunc.math.Digamma;
import io.lanewise.ufunc.math.GammaFunction;
import java.util.List;

/// The declarations of the gamma function, its logarithm and the derivative of that.
final class GammaFunctions {
  /// The derivative of [#LGAMMA] (`scipy.special.digamma`), at most 1 ULP off from 2 on: -infinity
  /// at 0, infinity at -0, NaN at negative integers.
  static final UFunc DIGAMMA =
      new UFunc("digamma", 1, LoopTypes.FLOATING, (f, x) -> Digamma.digamma(f, x[0]), null);

  /// The gamma function (`scipy.special.gamma`): infinite at 0 with its sign, NaN at negative
  /// integers.
  static final UFunc GAMMA =
      new UFunc(
          "gamma",
          1,
          LoopTypes.FLOATING,
          (f, x) -> GammaFunction.gamma(f, x[0]),
          (x, y) -> List.of(y.multiply(Expr.apply(DIGAMMA, x.get(0)))));

  /// The logarithm of the gamma function's size (`scipy.special.gammaln`): infinite at 0 and at
  /// negative integers.
  static final UFunc LGAMMA =
      new UFunc(
          "lgamma",
          1,
          LoopTypes.FLOATING,
          (f, x) -> GammaFunction.lgamma(f, x[0]),
          (x, y) -> List.of(Expr.apply(DIGAMMA, x.get(0))));

  private GammaFunctions() {}
}
