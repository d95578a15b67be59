package io.lanewise.optimize;

import io.lanewise.ufunc.Expr;

/// A model of one predictor as an expression; its derivatives follow from it.
@FunctionalInterface
public interface ExprModel {
  /// Builds the expression.
  ///
  /// @param x stands for the predictor
  /// @param p stand for the parameters
  Expr of(Expr x, Expr[] p);
}
