package io.lanewise.optimize;

/// Residuals as a function of the parameters, written into an array of the caller's.
@FunctionalInterface
public interface ResidualFunction {
  /// Computes the residuals.
  ///
  /// @param parameters read only; valid during the call
  /// @param out receives every residual
  void evaluate(double[] parameters, double[] out);
}
