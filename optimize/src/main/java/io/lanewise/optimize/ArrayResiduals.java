package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;

/// Residuals \(f(x, p) - y\) of a model of whole arrays, as a [WholeResiduals].
final class ArrayResiduals {
  private ArrayResiduals() {}

  /// @param jacobian null for finite differences
  /// @param differences null with a Jacobian
  static WholeResiduals of(
      ArrayModel model,
      ArrayJacobian jacobian,
      FiniteDifferences differences,
      NDArray x,
      FitData data,
      int parameters) {
    int rows = Math.toIntExact(data.rows());
    double[] response = new double[rows];
    data.response().read(0, rows, response, 0);
    ResidualFunction residuals =
        (p, out) -> {
          NDArray values = model.values(x, p);
          if (values.ndim() != 1 || values.size() != rows) {
            throw new IllegalArgumentException(
                "the model returned "
                    + values.size()
                    + " values in "
                    + values.ndim()
                    + " dimensions for `ydata` of shape ("
                    + rows
                    + ",).");
          }
          LeastSquares.copy(values.toDoubleArray(), out);
          for (int i = 0; i < rows; i++) {
            out[i] = out[i] - response[i];
          }
        };
    JacobianFunction derivatives = null;
    if (jacobian != null) {
      derivatives =
          (p, out) -> {
            NDArray values = jacobian.values(x, p);
            if (values.ndim() != 2 || values.shape(0) != rows || values.shape(1) != parameters) {
              throw new IllegalArgumentException(
                  "The return value of `jac` has wrong shape: expected ("
                      + rows
                      + ", "
                      + parameters
                      + ").");
            }
            double[] flat = values.toDoubleArray();
            for (int i = 0; i < rows; i++) {
              for (int j = 0; j < parameters; j++) {
                out[i][j] = flat[i * parameters + j];
              }
            }
          };
    }
    return new WholeResiduals(residuals, derivatives, differences, rows, parameters);
  }
}
