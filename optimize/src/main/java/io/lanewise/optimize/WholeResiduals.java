package io.lanewise.optimize;

/// Residuals of a function that returns all of them at once. Takes `m (n + 2)` numbers of memory:
/// the function has them at hand anyway, and a general residual may depend on all the data.
final class WholeResiduals implements ResidualBlocks {
  private final ResidualFunction function;
  private final JacobianFunction jacobian;
  private final FiniteDifferences differences;
  private final int rows;
  private final int n;

  /// Columns of length `rows`: derivatives, residuals, scratch.
  private final double[] values;

  private final double[] buffer;
  private final double[][] derivatives;
  private final double[] point;
  private final double[] probe;
  private boolean evaluated;

  /// @param jacobian null for finite differences
  /// @param differences null with a Jacobian
  WholeResiduals(
      ResidualFunction function,
      JacobianFunction jacobian,
      FiniteDifferences differences,
      int rows,
      int parameters) {
    this.function = function;
    this.jacobian = jacobian;
    this.differences = differences;
    this.rows = rows;
    this.n = parameters;
    this.values = new double[Math.multiplyExact(rows, Math.addExact(n, 2))];
    this.buffer = new double[rows];
    this.derivatives = jacobian == null ? null : new double[rows][n];
    this.point = new double[n];
    this.probe = new double[n];
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public int parameters() {
    return n;
  }

  @Override
  public void begin(double[] x, boolean withDerivatives) {
    boolean same = evaluated;
    for (int j = 0; same && j < n; j++) {
      same = point[j] == x[j];
    }
    System.arraycopy(x, 0, point, 0, n);
    System.arraycopy(x, 0, probe, 0, n);
    if (!same) {
      evaluate(n);
      evaluated = true;
    }
    if (!withDerivatives) {
      return;
    }
    if (jacobian != null) {
      jacobian.evaluate(probe, derivatives);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < n; j++) {
          values[j * rows + i] = derivatives[i][j];
        }
      }
      return;
    }
    for (int j = 0; j < n; j++) {
      differences.choose(j, x[j]);
      probe[j] = differences.first;
      evaluate(j);
      if (differences.hasSecond()) {
        probe[j] = differences.second;
        evaluate(n + 1);
      }
      probe[j] = x[j];
      differences.combine(values, j * rows, n * rows, (n + 1) * rows, rows);
    }
  }

  private void evaluate(int column) {
    function.evaluate(probe, buffer);
    System.arraycopy(buffer, 0, values, column * rows, rows);
  }

  @Override
  public void residuals(double[] x, long from, int count, double[] out, int offset) {
    System.arraycopy(values, n * rows + (int) from, out, offset, count);
  }

  @Override
  public void linearise(double[] x, long from, int count, double[] block, int stride) {
    for (int j = 0; j <= n; j++) {
      System.arraycopy(values, j * rows + (int) from, block, j * stride, count);
    }
  }
}
