package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;

/// A model over the whole predictor array, as `f(xdata, *params)` is in SciPy.
@FunctionalInterface
public interface ArrayModel {
  /// The model's values.
  ///
  /// @param x the predictors as given to the fit, shape (m,) or (k, m)
  /// @param parameters read only; valid during the call
  /// @return shape (m,); a new array or one that is reused
  NDArray values(NDArray x, double[] parameters);
}
