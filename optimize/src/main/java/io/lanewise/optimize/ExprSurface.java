package io.lanewise.optimize;

import io.lanewise.ufunc.Expr;

/// A model of several predictors as an expression; its derivatives follow from it.
@FunctionalInterface
public interface ExprSurface {
  /// Builds the expression.
  ///
  /// @param x stand for the predictors, the rows of the predictor array
  /// @param p stand for the parameters
  Expr of(Expr[] x, Expr[] p);
}
