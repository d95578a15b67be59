package io.lanewise.optimize;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Fused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Residuals \((f(x_i, p) - y_i)/\sigma_i\) of a model given as an expression. Residuals and all
/// partial derivatives are one fused kernel, one pass over the data; common parts, such as an
/// exponential and its derivative, are computed once.
///
/// The model computes in float64 whatever the dtype of the data. Data of another dtype are
/// converted block by block.
final class ExprResiduals implements ResidualBlocks {
  private final int n;
  private final FitData data;
  private final int blockRows;
  private final Program program;

  /// The data, or one block of them as float64 where `staged`.
  private final NDArray[] arrays;

  private final double[][] staged;

  /// The kernel of the residuals alone; the solver, which linearises every point, needs none.
  private Fused values;

  /// What the kernels are made of, and the kernel of the derivatives followed by the residuals.
  private record Program(
      List<Expr> outputs, List<Expr> inputs, List<Expr> scalars, Fused withDerivatives) {}

  /// @param blockRows the largest number of rows asked for at once
  ExprResiduals(ExprSurface model, FitData data, int parameters, int blockRows) {
    this(
        data,
        parameters,
        blockRows,
        program(model, parameters, data.predictors(), data.sigma() != null));
  }

  private ExprResiduals(FitData data, int parameters, int blockRows, Program program) {
    this.n = parameters;
    this.data = data;
    this.blockRows = blockRows;
    this.program = program;
    this.arrays = data.arrays();
    boolean direct = true;
    for (NDArray a : arrays) {
      direct &= a.dtype() == DType.FLOAT64;
    }
    if (direct) {
      staged = null;
    } else {
      staged = new double[arrays.length][blockRows];
      for (int k = 0; k < arrays.length; k++) {
        arrays[k] = NDArray.of(staged[k]);
      }
    }
  }

  private static Program program(
      ExprSurface model, int parameters, int predictors, boolean weighted) {
    Expr[] x = new Expr[predictors];
    Arrays.setAll(x, k -> Expr.array(DType.FLOAT64));
    Expr[] p = new Expr[parameters];
    Arrays.setAll(p, j -> Expr.scalar());
    Expr y = Expr.array(DType.FLOAT64);
    Expr sigma = Expr.array(DType.FLOAT64);
    List<Expr> inputs = new ArrayList<>(List.of(x));
    inputs.add(y);
    if (weighted) {
      inputs.add(sigma);
    }
    List<Expr> scalars = List.of(p);
    Expr prediction = model.of(x, p);
    List<Expr> outputs = new ArrayList<>(prediction.gradient(scalars));
    outputs.add(prediction.subtract(y));
    if (weighted) {
      outputs.replaceAll(output -> output.divide(sigma));
    }
    return new Program(outputs, inputs, scalars, Fused.of(outputs, inputs, scalars));
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
  public boolean derivativesComeAlong() {
    return true;
  }

  @Override
  public ResidualBlocks fork() {
    return data.isShareable() ? new ExprResiduals(data, n, blockRows, program) : null;
  }

  /// Where rows from `from` on are in [#arrays].
  private long locate(long from, int count) {
    if (staged == null) {
      return from;
    }
    for (int k = 0; k < staged.length; k++) {
      data.column(k).read(from, count, staged[k], 0);
    }
    return 0;
  }

  @Override
  public void residuals(double[] x, long from, int count, double[] out, int offset) {
    if (values == null) {
      List<Expr> residual = List.of(program.outputs.getLast());
      values = Fused.of(residual, program.inputs, program.scalars);
    }
    values.run(arrays, locate(from, count), count, x, out, offset, count);
  }

  @Override
  public void linearise(double[] x, long from, int count, double[] block, int stride) {
    program.withDerivatives.run(arrays, locate(from, count), count, x, block, 0, stride);
  }
}
