package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Fused;
import java.util.ArrayList;
import java.util.List;

/// Residuals \((f(x_i, p) - y_i)/\sigma_i\) of a model given as an expression. Residuals and all
/// partial derivatives are one fused kernel, one pass over the data; common parts, such as an
/// exponential and its derivative, are computed once.
final class ExprResiduals implements ResidualBlocks {
  private final int n;
  private final long rows;
  private final NDArray[] arrays;
  private final Fused values;
  private final Fused withDerivatives;

  ExprResiduals(ExprSurface model, FitData data, int parameters) {
    n = parameters;
    rows = data.rows();
    arrays = data.arrays();
    List<Expr> inputs = new ArrayList<>();
    for (NDArray a : arrays) {
      inputs.add(Expr.array(a.dtype()));
    }
    Expr[] p = new Expr[n];
    for (int j = 0; j < n; j++) {
      p[j] = Expr.scalar();
    }
    int predictors = data.predictors();
    Expr[] x = inputs.subList(0, predictors).toArray(Expr[]::new);
    Expr prediction = model.of(x, p);
    Expr sigma = inputs.size() > predictors + 1 ? inputs.get(predictors + 1) : null;
    Expr residual = prediction.subtract(inputs.get(predictors));
    List<Expr> outputs = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      Expr partial = prediction.derivative(p[j]);
      outputs.add(sigma == null ? partial : partial.divide(sigma));
    }
    outputs.add(sigma == null ? residual : residual.divide(sigma));
    List<Expr> scalars = List.of(p);
    values = Fused.of(List.of(outputs.getLast()), inputs, scalars);
    withDerivatives = Fused.of(outputs, inputs, scalars);
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
    return true;
  }

  @Override
  public ResidualBlocks fork() {
    return this;
  }

  @Override
  public void residuals(double[] x, long from, int count, double[] out, int offset) {
    values.run(arrays, from, count, x, out, offset, count);
  }

  @Override
  public void linearise(double[] x, long from, int count, double[] block, int stride) {
    withDerivatives.run(arrays, from, count, x, block, 0, stride);
  }
}
