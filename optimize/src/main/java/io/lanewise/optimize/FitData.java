package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Workers;

/// The data of a curve fit, checked once: k predictors, a response and, where given, a standard
/// deviation for each point.
final class FitData {
  private static final int CHECK_ROWS = 4_096;
  private static final int CHECK_PARTS = 64;

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
          "`sigma` has incorrect shape "
              + shape(sigma)
              + " for `ydata` of shape "
              + shape(y)
              + ".");
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
    long blocks = (rows + CHECK_ROWS - 1) / CHECK_ROWS;
    int parts = (int) Math.min(blocks, CHECK_PARTS);
    Check check = new Check(blocks, parts);
    if (isShareable()) {
      Workers.run(check, parts);
    } else {
      for (int part = 0; part < parts; part++) {
        check.run(part);
      }
    }
    for (int part = 0; part < parts; part++) {
      if (check.message[part] != null) {
        throw new IllegalArgumentException(check.message[part]);
      }
    }
  }

  /// Whether other threads may read the data; those of a confined arena they may not.
  boolean isShareable() {
    for (NDArray array : arrays) {
      if (!Workers.mayShare(array)) {
        return false;
      }
    }
    return true;
  }

  /// Looks through all columns, a run of blocks in each part.
  private final class Check extends Workers.Job {
    private final long blocks;
    private final String[] message;

    Check(long blocks, int parts) {
      this.blocks = blocks;
      this.message = new String[parts];
    }

    @Override
    protected void run(int part) {
      double[] block = new double[CHECK_ROWS];
      long end = blocks * (part + 1) / message.length;
      for (long b = blocks * part / message.length; b < end; b++) {
        long from = b * CHECK_ROWS;
        int count = (int) Math.min(CHECK_ROWS, rows - from);
        for (int k = 0; k < columns.length; k++) {
          columns[k].read(from, count, block, 0);
          if (!finite(block, count)) {
            message[part] = complaint(k, from, block);
            return;
          }
        }
      }
    }
  }

  /// x - x is 0 for every finite number and NaN for the others.
  private static boolean finite(double[] block, int count) {
    double sum = 0;
    double other = 0;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      sum += block[i] - block[i];
      other += block[i + 1] - block[i + 1];
    }
    if (i < count) {
      sum += block[i] - block[i];
    }
    return sum + other == 0;
  }

  private String complaint(int column, long from, double[] block) {
    int i = 0;
    while (Double.isFinite(block[i])) {
      i++;
    }
    String name = column < predictors ? "xdata" : column == predictors ? "ydata" : "sigma";
    return "array must not contain infs or NaNs: `"
        + name
        + "`["
        + (from + i)
        + "] is "
        + block[i]
        + ".";
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

  /// One of [#arrays].
  Column column(int k) {
    return columns[k];
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
