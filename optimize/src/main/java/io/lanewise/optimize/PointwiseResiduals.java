package io.lanewise.optimize;

/// Residuals \(f(x_i, p) - y_i\) of a model that is a function of one number, over data of any
/// size.
final class PointwiseResiduals implements ResidualBlocks {
  private final PointModel model;
  private final PointGradient gradient;
  private final FiniteDifferences differences;
  private final FitData data;
  private final int n;
  private final boolean concurrent;
  private final double[] probe;
  private final double[] partials;
  private final double[] predictors;
  private final double[] observed;

  /// @param gradient null for finite differences
  /// @param differences null with a gradient
  /// @param concurrent whether the model may be called by several threads at once
  PointwiseResiduals(
      PointModel model,
      PointGradient gradient,
      FiniteDifferences differences,
      FitData data,
      int parameters,
      int blockRows,
      boolean concurrent) {
    this.model = model;
    this.gradient = gradient;
    this.differences = differences;
    this.data = data;
    this.n = parameters;
    this.concurrent = concurrent;
    this.probe = new double[n];
    this.partials = new double[n];
    this.predictors = new double[blockRows];
    this.observed = new double[blockRows];
  }

  /// The same for another thread; the model is called by both.
  @Override
  public PointwiseResiduals fork() {
    if (!concurrent || !data.isShareable()) {
      return null;
    }
    FiniteDifferences others = differences == null ? null : differences.fork();
    return new PointwiseResiduals(model, gradient, others, data, n, predictors.length, concurrent);
  }

  @Override
  public long rows() {
    return data.rows();
  }

  @Override
  public int parameters() {
    return n;
  }

  @Override
  public void residuals(double[] x, long from, int count, double[] out, int offset) {
    System.arraycopy(x, 0, probe, 0, n);
    data.predictor(0).read(from, count, predictors, 0);
    evaluate(count, out, offset);
    data.response().read(from, count, observed, 0);
    for (int i = 0; i < count; i++) {
      out[offset + i] -= observed[i];
    }
  }

  private void evaluate(int count, double[] out, int offset) {
    for (int i = 0; i < count; i++) {
      out[offset + i] = model.value(predictors[i], probe);
    }
  }

  @Override
  public void linearise(double[] x, long from, int count, double[] block, int stride) {
    System.arraycopy(x, 0, probe, 0, n);
    data.predictor(0).read(from, count, predictors, 0);
    evaluate(count, block, n * stride);
    if (gradient != null) {
      for (int i = 0; i < count; i++) {
        gradient.evaluate(predictors[i], probe, partials);
        for (int j = 0; j < n; j++) {
          block[j * stride + i] = partials[j];
        }
      }
    } else {
      for (int j = 0; j < n; j++) {
        differences.choose(j, x[j]);
        probe[j] = differences.first;
        evaluate(count, block, j * stride);
        if (differences.hasSecond()) {
          probe[j] = differences.second;
          evaluate(count, block, (n + 1) * stride);
        }
        probe[j] = x[j];
        differences.combine(block, j * stride, n * stride, (n + 1) * stride, count);
      }
    }
    data.response().read(from, count, observed, 0);
    for (int i = 0; i < count; i++) {
      block[n * stride + i] -= observed[i];
    }
  }
}
