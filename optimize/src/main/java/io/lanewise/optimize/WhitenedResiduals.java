package io.lanewise.optimize;

/// Residuals with correlated errors: with the covariance \(\Sigma = LL^T\), least squares in
/// \(L^{-1}f\) with the Jacobian \(L^{-1}J\) is the generalised problem \(\min f^T\Sigma^{-1}f\)
/// (Aitken 1936).
///
/// The covariance has m x m entries, so this part alone is not independent of the number of points.
final class WhitenedResiduals implements ResidualBlocks {
  private final ResidualBlocks source;
  private final double[] lower;
  private final int rows;
  private final int n;
  private final double[] values;

  /// @param covariance m x m, C order; overwritten by its Cholesky factor
  /// @throws IllegalArgumentException when it is not symmetric positive definite
  WhitenedResiduals(ResidualBlocks source, double[] covariance) {
    this.source = source;
    this.rows = Math.toIntExact(source.rows());
    this.n = source.parameters();
    this.lower = covariance;
    this.values = new double[Math.multiplyExact(rows, n + 2)];
    factor();
  }

  private void factor() {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        if (!(Math.abs(lower[i * rows + j] - lower[j * rows + i])
            <= 1e-8 * Math.abs(lower[i * rows + j]) + Double.MIN_VALUE)) {
          throw new IllegalArgumentException("`sigma` must be symmetric.");
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = lower[i * rows + j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i * rows + k] * lower[j * rows + k];
        }
        if (i > j) {
          lower[i * rows + j] = sum / lower[j * rows + j];
        } else if (sum > 0) {
          lower[i * rows + i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException("`sigma` must be positive definite.");
        }
      }
    }
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
  public boolean derivativesComeAlong() {
    return source.derivativesComeAlong();
  }

  @Override
  public void begin(double[] x, boolean derivatives) {
    source.begin(x, derivatives);
    if (derivatives) {
      source.linearise(x, 0, rows, values, rows);
    } else {
      source.residuals(x, 0, rows, values, n * rows);
    }
    for (int column = derivatives ? 0 : n; column <= n; column++) {
      int start = column * rows;
      for (int i = 0; i < rows; i++) {
        double sum = values[start + i];
        for (int k = 0; k < i; k++) {
          sum -= lower[i * rows + k] * values[start + k];
        }
        values[start + i] = sum / lower[i * rows + i];
      }
    }
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
