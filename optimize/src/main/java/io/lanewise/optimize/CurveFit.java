package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// Fits a model to data by least squares (`scipy.optimize.curve_fit`): finds the parameters p that
/// minimise \(\frac12\sum_i \rho\big(((f(x_i, p) - y_i)/\sigma_i)^2\big)\) within bounds.
///
/// ```java
/// FitResult fit = CurveFit.model((t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()))
///     .start(1, 1)
///     .bounds(new double[] {0, 0}, new double[] {10, 5})
///     .fit(t, y);
/// ```
///
/// A model comes as an expression ([#model], [#surface]: derivatives for free, one fused pass over
/// the data), as a function of one point ([#pointwise]: finite differences or a gradient) or of
/// whole arrays ([#function]: finite differences or a Jacobian). The first two work block by block:
/// memory does not depend on the number of points, and the data may be mapped files larger than
/// memory. The result is the exact least-squares fit of all the data, not of a sample or of
/// averaged parts.
///
/// Settings return the same object; a finished one may be used for any number of fits, also at the
/// same time. Defaults are SciPy's, but for the scale: parameters are measured by the running
/// column norms of the Jacobian (`x_scale='jac'`), which makes the answer independent of their
/// units.
public final class CurveFit {
  private final ExprSurface expression;
  private final int predictors;
  private final PointModel point;
  private final ArrayModel array;
  private final SolverOptions options = new SolverOptions();
  private PointGradient gradient;
  private ArrayJacobian jacobian;
  private double[] start;
  private int parameters;
  private NDArray sigma;
  private boolean absoluteSigma;
  private boolean checkFinite = true;
  private boolean concurrent;

  private CurveFit(ExprSurface expression, int predictors, PointModel point, ArrayModel array) {
    this.expression = expression;
    this.predictors = predictors;
    this.point = point;
    this.array = array;
  }

  /// A model of one predictor as an expression of it and of the parameters.
  public static CurveFit model(ExprModel model) {
    return new CurveFit((x, p) -> model.of(x[0], p), 1, null, null);
  }

  /// A model of several predictors as an expression; `x` of the fit has a row for each.
  public static CurveFit surface(ExprSurface model) {
    return new CurveFit(model, 0, null, null);
  }

  /// A model of one point at a time.
  public static CurveFit pointwise(PointModel model) {
    return new CurveFit(null, 1, model, null);
  }

  /// A model of the whole predictor array. The fit holds its values and derivatives, m (n + 2)
  /// numbers.
  public static CurveFit function(ArrayModel model) {
    return new CurveFit(null, 0, null, model);
  }

  /// The derivatives of a [#pointwise] model.
  ///
  /// @throws IllegalStateException for another kind of model
  public CurveFit gradient(PointGradient gradient) {
    if (point == null) {
      throw new IllegalStateException("a gradient belongs to a pointwise model");
    }
    this.gradient = gradient;
    return this;
  }

  /// The derivatives of a [#function] model.
  ///
  /// @throws IllegalStateException for another kind of model
  public CurveFit jacobian(ArrayJacobian jacobian) {
    if (array == null) {
      throw new IllegalStateException("a Jacobian belongs to a model of whole arrays");
    }
    this.jacobian = jacobian;
    return this;
  }

  /// How to approximate derivatives that are not given; two points by default.
  public CurveFit differences(DifferenceScheme scheme) {
    options.differences(scheme);
    return this;
  }

  /// The parameters to start from (SciPy's `p0`).
  public CurveFit start(double... start) {
    this.start = start.clone();
    return this;
  }

  /// The number of parameters, where neither a start nor bounds tell. The start is then 1 for each.
  ///
  /// @throws IllegalArgumentException when it is not positive
  public CurveFit parameters(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "a model needs at least one parameter, got " + count + ".");
    }
    this.parameters = count;
    return this;
  }

  /// Bounds on each parameter; infinite where there is none. Without a start the fit starts midway,
  /// or 1 inside a single bound.
  ///
  /// @throws IllegalArgumentException when the lengths differ or a lower bound is not below its
  ///   upper bound
  public CurveFit bounds(double[] lower, double[] upper) {
    options.bounds(new Bounds(lower, upper));
    return this;
  }

  /// The uncertainty of the data: shape (m,) standard deviations, or shape (m, m) their covariance.
  public CurveFit sigma(NDArray sigma) {
    this.sigma = sigma;
    return this;
  }

  /// The standard deviation of each point; the array is used as it is, not copied.
  public CurveFit sigma(double... sigma) {
    return sigma(NDArray.of(sigma));
  }

  /// Whether sigma is in the units of y. If not, the default, only its proportions count and the
  /// covariance of the parameters is scaled so that the reduced chi-squared is 1.
  public CurveFit absoluteSigma(boolean absolute) {
    this.absoluteSigma = absolute;
    return this;
  }

  /// Whether the data are searched for infinities and NaNs before the fit; true by default.
  public CurveFit checkFinite(boolean check) {
    this.checkFinite = check;
    return this;
  }

  /// Whether a [#pointwise] model and its gradient may be called by several threads at once; false
  /// by default. Expressions always use all threads. The result has the same bits either way.
  public CurveFit concurrent(boolean allowed) {
    this.concurrent = allowed;
    return this;
  }

  /// A robust loss for residuals beyond `scale` (SciPy's `f_scale`), which is measured in units of
  /// sigma.
  ///
  /// @throws IllegalArgumentException when the scale is not positive
  public CurveFit loss(Loss loss, double scale) {
    options.loss(loss, scale);
    return this;
  }

  /// The size of one unit of each parameter, or one number for all (SciPy's `x_scale`).
  ///
  /// @throws IllegalArgumentException when one is not positive
  public CurveFit scale(double... scale) {
    options.scale(scale);
    return this;
  }

  /// The tolerances of [Stop]; 0 switches a test off.
  ///
  /// @throws IllegalArgumentException when all are below machine epsilon
  public CurveFit tolerances(double ftol, double xtol, double gtol) {
    options.tolerances(ftol, xtol, gtol);
    return this;
  }

  /// The largest number of passes over the data for residuals, 100 per parameter by default.
  ///
  /// @throws IllegalArgumentException when it is not positive
  public CurveFit maxEvaluations(long count) {
    options.maxEvaluations(count);
    return this;
  }

  /// The number of points per block. The answer depends on it by rounding only.
  ///
  /// @throws IllegalArgumentException when it is not positive
  public CurveFit blockRows(int rows) {
    options.blockRows(rows);
    return this;
  }

  /// Fits.
  public FitResult fit(double[] x, double[] y) {
    return fit(NDArray.of(x), NDArray.of(y));
  }

  /// Fits.
  ///
  /// @param x shape (m,), or (k, m) for k predictors
  /// @param y shape (m,)
  /// @throws IllegalArgumentException when shapes do not match, data are missing, infinite or NaN,
  ///   there are more parameters than points, the start is outside its bounds, or the model is not
  ///   finite there
  /// @throws IllegalStateException when nothing tells the number of parameters
  public FitResult fit(NDArray x, NDArray y) {
    boolean whiten = sigma != null && sigma.ndim() == 2;
    FitData data = new FitData(x, y, whiten ? null : sigma);
    if (predictors != 0 && data.predictors() != predictors) {
      throw new IllegalArgumentException(
          "the model has "
              + predictors
              + " predictor, `xdata` has "
              + data.predictors()
              + " rows.");
    }
    double[] from = startPoint();
    options.requireStart(from);
    int n = from.length;
    if (n > data.rows()) {
      throw new IllegalArgumentException(
          "The number of func parameters="
              + n
              + " must not exceed the number of data points="
              + data.rows()
              + ".");
    }
    if (checkFinite) {
      data.requireFinite();
    }
    ResidualBlocks source = source(x, data, from, whiten);
    if (whiten) {
      source = new WhitenedResiduals(source, covarianceOfData(data.rows()));
    }
    LeastSquaresResult solution = options.solve(source, from);
    double[][] covariance = absoluteSigma ? solution.covariance(1) : solution.covariance();
    return new FitResult(solution.x(), covariance, solution);
  }

  private ResidualBlocks source(NDArray x, FitData data, double[] from, boolean whiten) {
    int n = from.length;
    int rows = whiten ? Math.toIntExact(data.rows()) : options.blockRows(data.rows(), n);
    if (expression != null) {
      return new ExprResiduals(expression, data, n, rows);
    }
    FiniteDifferences differences =
        gradient == null && jacobian == null ? options.differencesAt(from) : null;
    ResidualBlocks source =
        point != null
            ? new PointwiseResiduals(point, gradient, differences, data, n, rows, concurrent)
            : ArrayResiduals.of(array, jacobian, differences, x, data, n);
    return data.sigma() == null ? source : new WeightedResiduals(source, data.sigma(), rows);
  }

  private double[] startPoint() {
    if (start != null) {
      return start.clone();
    }
    if (options.bounds() != null) {
      return options.bounds().defaultStart();
    }
    if (parameters == 0) {
      throw new IllegalStateException(
          "Unable to determine number of fit parameters: give start, bounds or parameters.");
    }
    double[] ones = new double[parameters];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] covarianceOfData(long rows) {
    if (sigma.shape(0) != rows || sigma.shape(1) != rows) {
      throw new IllegalArgumentException(
          "`sigma` has incorrect shape ("
              + sigma.shape(0)
              + ", "
              + sigma.shape(1)
              + ") for `ydata` of shape ("
              + rows
              + ",).");
    }
    return sigma.toDoubleArray();
  }
}
