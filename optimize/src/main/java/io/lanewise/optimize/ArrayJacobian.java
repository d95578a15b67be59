package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;

/// The derivatives of an [ArrayModel] by its parameters.
@FunctionalInterface
public interface ArrayJacobian {
  /// The model's Jacobian.
  ///
  /// @param x the predictors as given to the fit, shape (m,) or (k, m)
  /// @param parameters read only; valid during the call
  /// @return shape (m, n)
  NDArray values(NDArray x, double[] parameters);
}
