package io.lanewise.optimize;

/// The partial derivatives of a [PointModel] by its parameters.
@FunctionalInterface
public interface PointGradient {
  /// Computes the derivatives at x.
  ///
  /// @param x the predictor
  /// @param parameters read only; valid during the call
  /// @param out receives the derivative by each parameter
  void evaluate(double x, double[] parameters, double[] out);
}
