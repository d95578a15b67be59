package io.lanewise.optimize;

import java.util.Arrays;

/// The settings that every way into the solver shares, and the run from a source of residuals to a
/// result.
final class SolverOptions {
  private Bounds bounds;
  private Loss loss = Loss.LINEAR;
  private double lossScale = 1;
  private double[] scale;
  private double ftol = Stop.DEFAULT.ftol();
  private double xtol = Stop.DEFAULT.xtol();
  private double gtol = Stop.DEFAULT.gtol();
  private long maxEvaluations = Stop.DEFAULT.maxEvaluations();
  private DifferenceScheme differences = DifferenceScheme.TWO_POINT;
  private int blockRows;

  void bounds(Bounds bounds) {
    this.bounds = bounds;
  }

  void loss(Loss loss, double scale) {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("`f_scale` must be positive, got " + scale + ".");
    }
    this.loss = loss;
    this.lossScale = scale;
  }

  /// @param scale null for column norms; one number for all parameters
  void scale(double[] scale) {
    if (scale != null) {
      for (double s : scale) {
        if (!(s > 0 && s < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "`x_scale` must be positive numbers, got " + Arrays.toString(scale) + ".");
        }
      }
    }
    this.scale = scale == null ? null : scale.clone();
  }

  void tolerances(double f, double x, double g) {
    new Stop(f, x, g, maxEvaluations);
    ftol = f;
    xtol = x;
    gtol = g;
  }

  void maxEvaluations(long count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "`max_nfev` must be a positive integer, got " + count + ".");
    }
    maxEvaluations = count;
  }

  void differences(DifferenceScheme scheme) {
    differences = scheme;
  }

  void blockRows(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a block needs at least one row, got " + rows + ".");
    }
    blockRows = rows;
  }

  Bounds bounds() {
    return bounds;
  }

  Bounds boundsFor(int n) {
    return bounds == null ? Bounds.none(n) : bounds;
  }

  FiniteDifferences differencesAt(double[] start) {
    return new FiniteDifferences(differences, boundsFor(start.length), start);
  }

  int blockRows(long rows, int parameters) {
    return BlockEvaluator.blockRows(rows, parameters, blockRows);
  }

  /// Checks a start before user code is called with it.
  ///
  /// @throws IllegalArgumentException when it is empty, its length is not that of the bounds or of
  ///   the scale, or it is not inside
  void requireStart(double[] start) {
    int n = start.length;
    if (n == 0) {
      throw new IllegalArgumentException("`x0` must have at least one parameter, got shape (0,).");
    }
    Bounds box = boundsFor(n);
    if (box.size() != n) {
      throw new IllegalArgumentException(
          "Inconsistent shapes between bounds and `x0`: (" + box.size() + ",) and (" + n + ",).");
    }
    if (scale != null && scale.length != 1 && scale.length != n) {
      throw new IllegalArgumentException(
          "Inconsistent shapes between `x_scale` and `x0`: ("
              + scale.length
              + ",) and ("
              + n
              + ",).");
    }
    for (int j = 0; j < n; j++) {
      if (!(start[j] >= box.lower(j) && start[j] <= box.upper(j)) || Double.isInfinite(start[j])) {
        throw new IllegalArgumentException(
            "Initial guess is outside of provided bounds: x0["
                + j
                + "] = "
                + start[j]
                + " is not in ["
                + box.lower(j)
                + ", "
                + box.upper(j)
                + "].");
      }
    }
  }

  /// Minimises from a start that passed [#requireStart].
  LeastSquaresResult solve(ResidualBlocks source, double[] start) {
    int n = start.length;
    Bounds box = boundsFor(n);
    double[] fixed = scale;
    if (fixed != null && fixed.length != n) {
      fixed = new double[n];
      Arrays.fill(fixed, scale[0]);
    }
    BlockEvaluator evaluator = new BlockEvaluator(source, loss, lossScale, blockRows);
    TrustRegionReflective solver =
        new TrustRegionReflective(
            evaluator, box, fixed, new Stop(ftol, xtol, gtol, maxEvaluations));
    Status status = solver.minimise(start);
    double[] x = solver.parameters();
    double[] inverse = new double[n * n];
    int rank = solver.system().inverse(inverse, source.rows());
    double[][] unscaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        unscaled[i][j] = rank < n ? Double.POSITIVE_INFINITY : inverse[i * n + j];
      }
    }
    return new LeastSquaresResult(
        x,
        solver.cost(),
        solver.gradient(),
        solver.optimality(),
        box.active(x, xtol),
        evaluator.evaluations(),
        evaluator.linearisations(),
        status,
        source.rows(),
        rank,
        unscaled);
  }
}
