package io.lanewise.optimize;

/// A model of one predictor, evaluated point by point.
@FunctionalInterface
public interface PointModel {
  /// The model's value at x.
  ///
  /// @param x the predictor
  /// @param parameters read only; valid during the call
  double value(double x, double[] parameters);
}
