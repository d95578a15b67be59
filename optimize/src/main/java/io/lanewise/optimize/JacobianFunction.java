package io.lanewise.optimize;

/// The Jacobian of residuals or of a model, written into rows of the caller's.
@FunctionalInterface
public interface JacobianFunction {
  /// Computes the Jacobian.
  ///
  /// @param parameters read only; valid during the call
  /// @param out receives the derivative of residual i by parameter j at `out[i][j]`
  void evaluate(double[] parameters, double[][] out);
}
