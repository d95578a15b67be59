package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;

/// The data of a curve fit, checked once: k predictors, a response and, where given, a standard deviation for each point.
final class FitData {
  private static final int CHECK_ROWS = 4_096;

  private final NDArray[] arrays;
  private final Column[] columns;
  private final int predictors;
  private final long rows;

  /// @param x shape (m,) or (k, m)
  /// @param y shape (m,)
  /// @param sigma shape (m,), or null
  FitData(NDArray x, NDArray y, NDArray sigma) {
    if (y.ndim() != 1) {
      throw new IllegalArgumentException("`ydata` must be 1-D, got shape " + shape(y) + ".");
    }
    rows = y.size();
    if (rows == 0) {
      throw new IllegalArgumentException("`ydata` must not be empty!");
    }
    if (x.ndim() != 1 && x.ndim() != 2 || x.shape(x.ndim() - 1) != rows || x.size() == 0) {
      throw new IllegalArgumentException(
          "`xdata` must have shape (m,) or (k, m) with m the length of `ydata`, got shapes "
              + shape(x)
              + " and "
              + shape(y)
              + ".");
    }
    if (sigma != null && (sigma.ndim() != 1 || sigma.size() != rows)) {
      throw new IllegalArgumentException(
          "`sigma` has incorrect shape " + shape(sigma) + " for `ydata` of shape " + shape(y) + ".");
    }
    predictors = x.ndim() == 1 ? 1 : Math.toIntExact(x.shape(0));
    arrays = new NDArray[predictors + (sigma == null ? 1 : 2)];
    for (int k = 0; k < predictors; k++) {
      arrays[k] = x.ndim() == 1 ? x : x.get((long) k);
    }
    arrays[predictors] = y;
    if (sigma != null) {
      arrays[predictors + 1] = sigma;
    }
    columns = new Column[arrays.length];
    for (int k = 0; k < arrays.length; k++) {
      columns[k] = new Column(arrays[k]);
    }
  }

  private static String shape(NDArray a) {
    StringBuilder text = new StringBuilder("(");
    for (int axis = 0; axis < a.ndim(); axis++) {
      text.append(axis == 0 ? "" : ", ").append(a.shape(axis));
    }
    return text.append(a.ndim() == 1 ? ",)" : ")").toString();
  }

  /// Reads everything once.
  ///
  /// @throws IllegalArgumentException when an element is infinite or NaN
  void requireFinite() {
    double[] block = new double[CHECK_ROWS];
    for (int k = 0; k < columns.length; k++) {
      String name = k < predictors ? "xdata" : k == predictors ? "ydata" : "sigma";
      for (long from = 0; from < rows; from += CHECK_ROWS) {
        int count = (int) Math.min(CHECK_ROWS, rows - from);
        columns[k].read(from, count, block, 0);
        for (int i = 0; i < count; i++) {
          if (!(Math.abs(block[i]) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                "array must not contain infs or NaNs: `"
                    + name
                    + "`["
                    + (from + i)
                    + "] is "
                    + block[i]
                    + ".");
          }
        }
      }
    }
  }

  long rows() {
    return rows;
  }

  int predictors() {
    return predictors;
  }

  /// Predictors, response, and the standard deviations if there are any.
  NDArray[] arrays() {
    return arrays.clone();
  }

  Column predictor(int k) {
    return columns[k];
  }

  Column response() {
    return columns[predictors];
  }

  /// Null without standard deviations.
  Column sigma() {
    return columns.length > predictors + 1 ? columns[predictors + 1] : null;
  }
}
