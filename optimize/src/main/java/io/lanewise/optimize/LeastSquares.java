package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Minimises a sum of squares, \(F(x) = \frac12\sum_i\rho(f_i(x)^2)\) within bounds, by the
/// trust-region reflective method (`scipy.optimize.least_squares`, method `trf`).
///
/// ```java
/// LeastSquaresResult r = LeastSquares
///     .residuals(x -> new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]})
///     .bounds(new double[] {-2, 1.5}, new double[] {2, 3})
///     .solve(-2, 2);
/// ```
///
/// Settings return the same object; a finished one may be used for any number of solves, also at
/// the same time. Defaults are SciPy's, but for the scale: parameters are measured by the running
/// column norms of the Jacobian (`x_scale='jac'`), which makes the answer independent of their
/// units; [#scale] with 1 gives SciPy's default.
public final class LeastSquares {
  private final Factory factory;
  private final SolverOptions options = new SolverOptions();
  private Function<double[], double[][]> jacobian;
  private JacobianFunction jacobianInto;

  private interface Factory {
    int rowsAt(double[] start);

    ResidualFunction function();
  }

  private LeastSquares(Factory factory) {
    this.factory = factory;
  }

  private static LeastSquares of(ToIntFunction<double[]> rows, ResidualFunction function) {
    return new LeastSquares(
        new Factory() {
          @Override
          public int rowsAt(double[] start) {
            return rows.applyAsInt(start);
          }

          @Override
          public ResidualFunction function() {
            return function;
          }
        });
  }

  /// Residuals as a new array for each point. Their number must stay the same.
  public static LeastSquares residuals(Function<double[], double[]> function) {
    return of(
        start -> requireSome(function.apply(start.clone()).length),
        (x, out) -> copy(function.apply(x), out));
  }

  /// `count` residuals written into an array of the solver's: such a solve allocates nothing per
  /// iteration.
  ///
  /// @throws IllegalArgumentException when the count is not positive
  public static LeastSquares residuals(int count, ResidualFunction function) {
    requireSome(count);
    return of(start -> count, function);
  }

  /// Residuals as an array of shape (m,) for each point.
  public static LeastSquares arrayResiduals(Function<double[], NDArray> function) {
    return residuals(x -> vector(function.apply(x), "fun"));
  }

  static double[] vector(NDArray a, String name) {
    if (a.ndim() > 1) {
      throw new IllegalArgumentException(
          "`" + name + "` must return at most 1-d array_like, got " + a.ndim() + " dimensions.");
    }
    return a.toDoubleArray();
  }

  static int requireSome(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "`fun` must return at least one residual, got " + count + ".");
    }
    return count;
  }

  static void copy(double[] values, double[] out) {
    if (values.length != out.length) {
      throw new IllegalArgumentException(
          "`fun` returned " + values.length + " residuals where " + out.length + " are expected.");
    }
    System.arraycopy(values, 0, out, 0, out.length);
  }

  /// The Jacobian as a new array for each point: m rows of n derivatives.
  public LeastSquares jacobian(Function<double[], double[][]> jacobian) {
    this.jacobian = jacobian;
    this.jacobianInto = null;
    return this;
  }

  /// The Jacobian written into rows of the solver's.
  public LeastSquares jacobian(JacobianFunction jacobian) {
    this.jacobianInto = jacobian;
    this.jacobian = null;
    return this;
  }

  /// How to approximate a Jacobian that is not given; two points by default.
  public LeastSquares differences(DifferenceScheme scheme) {
    options.differences(scheme);
    return this;
  }

  /// Bounds on each parameter; infinite where there is none.
  ///
  /// @throws IllegalArgumentException when the lengths differ or a lower bound is not below its
  ///   upper bound
  public LeastSquares bounds(double[] lower, double[] upper) {
    options.bounds(new Bounds(lower, upper));
    return this;
  }

  /// A robust loss for residuals beyond `scale` (SciPy's `f_scale`).
  ///
  /// @throws IllegalArgumentException when the scale is not positive
  public LeastSquares loss(Loss loss, double scale) {
    options.loss(loss, scale);
    return this;
  }

  /// The size of one unit of each parameter, or one number for all (SciPy's `x_scale`).
  ///
  /// @throws IllegalArgumentException when one is not positive
  public LeastSquares scale(double... scale) {
    options.scale(scale);
    return this;
  }

  /// Measures parameters by the column norms of the Jacobian, largest so far (SciPy's
  /// `x_scale='jac'`). This is the default.
  public LeastSquares scaleByJacobian() {
    options.scale(null);
    return this;
  }

  /// The tolerances of [Stop]; 0 switches a test off.
  ///
  /// @throws IllegalArgumentException when all are below machine epsilon
  public LeastSquares tolerances(double ftol, double xtol, double gtol) {
    options.tolerances(ftol, xtol, gtol);
    return this;
  }

  /// The largest number of evaluations, 100 per parameter by default.
  ///
  /// @throws IllegalArgumentException when it is not positive
  public LeastSquares maxEvaluations(long count) {
    options.maxEvaluations(count);
    return this;
  }

  /// Minimises from a start.
  ///
  /// @throws IllegalArgumentException when the start is outside the bounds, lengths do not match,
  ///   or residuals or Jacobian are not finite at the start
  public LeastSquaresResult solve(double... start) {
    options.requireStart(start);
    int n = start.length;
    int rows = factory.rowsAt(start);
    JacobianFunction derivatives = jacobianInto;
    if (jacobian != null) {
      derivatives = (x, out) -> copyRows(jacobian.apply(x), out, n);
    }
    WholeResiduals source =
        new WholeResiduals(
            factory.function(),
            derivatives,
            derivatives == null ? options.differencesAt(start) : null,
            rows,
            n);
    return options.solve(source, start);
  }

  private static void copyRows(double[][] values, double[][] out, int n) {
    boolean fits = values.length == out.length;
    for (int i = 0; fits && i < values.length; i++) {
      fits = values[i].length == n;
      System.arraycopy(values[i], 0, out[i], 0, fits ? n : 0);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "The return value of `jac` has wrong shape: expected (" + out.length + ", " + n + ").");
    }
  }
}
