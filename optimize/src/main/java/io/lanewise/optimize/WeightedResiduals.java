package io.lanewise.optimize;

/// Residuals and derivatives divided, row by row, by the standard deviation of the point.
final class WeightedResiduals implements ResidualBlocks {
  private final ResidualBlocks source;
  private final Column sigma;
  private final double[] deviations;

  /// @param blockRows the largest number of rows asked for at once
  WeightedResiduals(ResidualBlocks source, Column sigma, int blockRows) {
    this.source = source;
    this.sigma = sigma;
    this.deviations = new double[blockRows];
  }

  @Override
  public ResidualBlocks fork() {
    ResidualBlocks other = source.fork();
    return other == null ? null : new WeightedResiduals(other, sigma, deviations.length);
  }

  @Override
  public long rows() {
    return source.rows();
  }

  @Override
  public int parameters() {
    return source.parameters();
  }

  @Override
  public void begin(double[] x, boolean derivatives) {
    source.begin(x, derivatives);
  }

  @Override
  public void residuals(double[] x, long from, int count, double[] out, int offset) {
    source.residuals(x, from, count, out, offset);
    sigma.read(from, count, deviations, 0);
    divide(out, offset, count);
  }

  @Override
  public void linearise(double[] x, long from, int count, double[] block, int stride) {
    source.linearise(x, from, count, block, stride);
    sigma.read(from, count, deviations, 0);
    for (int j = 0; j <= parameters(); j++) {
      divide(block, j * stride, count);
    }
  }

  private void divide(double[] values, int offset, int count) {
    for (int i = 0; i < count; i++) {
      values[offset + i] /= deviations[i];
    }
  }
}
