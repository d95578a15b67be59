package io.lanewise.optimize;

/// Nonlinear least squares by the trust-region reflective method: minimise \(F(x) =
/// \frac12\|f(x)\|^2\) with \(l \le x \le u\).
///
/// Each round linearises, \(f(x+s) \approx f + Js\), and minimises the model in the Coleman-Li
/// variables within a trust region of radius \(\Delta\): \[ \min_{\|\hat s\| \le \Delta} \hat
/// g^T\hat s + \tfrac12\hat s^T(\hat J^T\hat J + C)\hat s, \qquad \hat J = JD,\ \hat g = D J^Tf. \]
/// The step is kept strictly inside the box ([StepChoice]) and taken when it reduces the cost. The
/// radius is quartered (of the step's length) where the reduction is less than a quarter of the
/// promise, and doubled where it is more than three quarters and the radius ruled. Without bounds D
/// is the user's scale and C is zero, which is Moré's method; there is one loop for both.
///
/// Branch, Coleman & Li, SIAM J. Sci. Comput. 21(1), 1999; Coleman & Li, SIAM J. Optim. 6(2), 1996;
/// Moré, LNM 630, 1978 (the scale by running column norms). The tests for stopping and their
/// constants are those of SciPy's `least_squares`, with two corrections:
///
/// - A small gradient alone proves nothing: in small units it is small everywhere. `gtol` counts
///   only where the residuals are nearly orthogonal to every column of J too (cosine below `gtol`),
///   or have become small against those of the start.
/// - A step that is short because the trust region is small proves nothing either. `ftol` and
///   `xtol` then count only where the step without the radius would promise next to nothing; a
///   region that shrinks to nothing otherwise is [Status#RADIUS_COLLAPSED].
///
/// All state is allocated in the constructor: a round allocates nothing.
final class TrustRegionReflective {
  /// The cost, relative to the start's, below which a small gradient is believed.
  private static final double SMALL_COST = 1e-8;

  /// A promised reduction below this part of the cost is convergence.
  private static final double SMALL_PROMISE = 1e-8;

  /// A promised reduction below this many times the rounding of the cost is convergence too.
  private static final double ROUNDING_MARGIN = 25;

  /// The estimate of rounding is this many times the expected one: a ratio of actual to predicted
  /// reduction that is half rounding would shrink the radius for nothing.
  private static final double NOISE_MARGIN = 4;

  /// At rounding level, a gradient is a new low when it is below this part of the lowest so far.
  private static final double LOWER = 0.9;

  /// At rounding level, the number of points without a new low that ends it.
  private static final int PATIENCE = 2;

  /// A component this many units in the last place from the bound that it is pressed against cannot
  /// move.
  private static final double PINNED = 4;

  private static final double EPS = Math.ulp(1.0);

  private final Evaluator evaluator;
  private final Bounds bounds;
  private final Stop stop;
  private final double[] fixedScale;
  private final int n;

  private final double[] x;
  private final double[] trial;
  private final double[] gradient;
  private final double[] gHat;
  private final double[] pHat;
  private final double[] scale;
  private final double[] norms;
  private final double[] scratch;
  private final ColemanLi scaling;
  private final ColemanLi trialScaling;
  private final TrustRegionSubproblem subproblem;
  private final StepChoice choice;

  private LinearisedSystem system;
  private double cost;
  private double startCost;
  private double optimality;
  private double radius;
  private double damping;
  private double lowest = Double.POSITIVE_INFINITY;
  private int stalls;
  private long iterations;

  /// @param fixedScale the size of one unit of each parameter, or null for running column norms of
  ///   J
  TrustRegionReflective(Evaluator evaluator, Bounds bounds, double[] fixedScale, Stop stop) {
    this.evaluator = evaluator;
    this.bounds = bounds;
    this.fixedScale = fixedScale;
    this.stop = stop;
    n = evaluator.parameters();
    x = new double[n];
    trial = new double[n];
    gradient = new double[n];
    gHat = new double[n];
    pHat = new double[n];
    scale = new double[n];
    norms = new double[n];
    scratch = new double[n];
    scaling = new ColemanLi(n);
    trialScaling = new ColemanLi(n);
    subproblem = new TrustRegionSubproblem();
    choice = new StepChoice(n);
  }

  /// Runs from a start inside the bounds.
  ///
  /// @throws IllegalArgumentException when the residuals or the Jacobian are not finite at the
  ///   start
  Status minimise(double[] start) {
    System.arraycopy(start, 0, x, 0, n);
    bounds.pullInside(x);
    cost = evaluator.cost(x);
    startCost = cost;
    if (!Double.isFinite(cost)) {
      throw new IllegalArgumentException("Residuals are not finite in the initial point.");
    }
    if (!evaluator.linearise(x)) {
      throw new IllegalArgumentException("The Jacobian is not finite in the initial point.");
    }
    moveTo(evaluator.accept(), true);
    scaling.measure(x, gradient, bounds);
    scaling.scale(gradient, scale);
    for (int j = 0; j < n; j++) {
      scratch[j] = x[j] / scaling.d[j];
    }
    radius = Sums.norm(scratch);
    if (radius == 0) {
      radius = 1;
    }
    long allowed = stop.evaluationsFor(n);
    while (true) {
      optimality = scaling.measure(x, gradient, bounds);
      if (stationary()) {
        return Status.GRADIENT;
      }
      if (evaluator.evaluations() >= allowed) {
        return Status.MAX_EVALUATIONS;
      }
      iterations++;
      if (IterationEvent.Gate.open()) {
        IterationEvent.report(iterations, evaluator.evaluations(), cost, optimality, radius);
      }
      Status status = advance(allowed);
      if (status != null) {
        optimality = scaling.measure(x, gradient, bounds);
        return status;
      }
    }
  }

  /// Tries steps until one reduces the cost, and takes it.
  ///
  /// @return the reason to stop, or null
  private Status advance(long allowed) {
    scaling.scale(gradient, scale);
    for (int j = 0; j < n; j++) {
      gHat[j] = scaling.d[j] * gradient[j];
    }
    system.scale(scaling.d, scaling.c);
    double theta = Math.max(0.995, 1 - optimality);
    double gradientNorm = Sums.norm(gHat);
    double noise = noise();
    double negligible =
        Math.max(Math.max(SMALL_PROMISE, stop.ftol()) * cost, ROUNDING_MARGIN * noise);
    while (evaluator.evaluations() < allowed) {
      subproblem.solve(system, gradientNorm, radius, damping, pHat);
      damping = subproblem.damping();
      choice.choose(system, scaling, bounds, x, gHat, pHat, radius, theta);
      double predicted = choice.predicted;
      for (int j = 0; j < n; j++) {
        trial[j] = x[j] + choice.step[j];
      }
      bounds.nudgeInside(trial);
      double trialCost = evaluator.cost(trial);
      double length = Sums.norm(choice.stepHat);
      boolean better = trialCost < cost;
      if (!Double.isFinite(trialCost) || better && !evaluator.linearise(trial)) {
        if (length == 0) {
          return Status.RADIUS_COLLAPSED;
        }
        shrink(0.25 * length);
        continue;
      }
      double actual = cost - trialCost;
      double ratio = predicted > 0 ? actual / predicted : predicted == actual ? 1 : 0;
      Status status = finished(actual, ratio);
      boolean unseen = predicted <= noise && Math.abs(actual) <= noise;
      if (unseen || status != null) {
        boolean cramped = damping > 0 && promiseWithoutRadius() > negligible;
        if (unseen && !cramped) {
          if (!better && !evaluator.linearise(trial) || stalled()) {
            return Status.COST;
          }
          double reduction = reductionByGradients();
          ratio = reduction / predicted;
          better = reduction > 0;
          status = null;
        } else if (cramped) {
          status = better || status == null ? null : Status.RADIUS_COLLAPSED;
        }
      }
      if (better) {
        System.arraycopy(trial, 0, x, 0, n);
        cost = trialCost;
      }
      if (ratio < 0.25) {
        shrink(0.25 * length);
      } else if (ratio > 0.75 && length > 0.95 * radius) {
        damping /= 2;
        radius *= 2;
      }
      if (better) {
        moveTo(evaluator.accept(), false);
        return status;
      }
      if (status != null) {
        return status;
      }
    }
    return null;
  }

  /// What the model promises where the radius does not matter.
  private double promiseWithoutRadius() {
    system.solve(0, scratch);
    return -0.5 * Sums.dot(gHat, scratch);
  }

  /// The reduction of the cost by a step whose promise and effect are both below the rounding of
  /// the cost. The cost can no longer tell, but the gradients g at both ends still can, to twice as
  /// many digits of x: the trapezoidal rule gives \(-\frac12(g_0+g_1)^Ts\) without cancellation
  /// (compare the approximate Wolfe conditions of Hager & Zhang, SIAM J. Optim. 16(1), 2005).
  /// Expects the gradient at the trial in `scratch`.
  private double reductionByGradients() {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += (gradient[j] + scratch[j]) * (trial[j] - x[j]);
    }
    return -0.5 * sum;
  }

  /// Whether the gradient has reached its own rounding: [#PATIENCE] points in a row without a new
  /// low. Leaves the gradient at the trial in `scratch`.
  private boolean stalled() {
    evaluator.candidate().gradient(scratch);
    trialScaling.measure(trial, scratch, bounds);
    trialScaling.scale(scratch, scale);
    double before = 0;
    double after = 0;
    for (int j = 0; j < n; j++) {
      boolean pinned =
          trialScaling.pointsAtBound(j) && trialScaling.distance(j) <= PINNED * Math.ulp(trial[j]);
      if (!pinned) {
        before = Math.max(before, Math.abs(gHat[j]));
        after = Math.max(after, Math.abs(trialScaling.d[j] * scratch[j]));
      }
    }
    lowest = Math.min(lowest, before);
    stalls = after <= LOWER * lowest ? 0 : stalls + 1;
    lowest = Math.min(lowest, after);
    return stalls >= PATIENCE;
  }

  private void shrink(double to) {
    damping *= radius / to;
    radius = to;
  }

  private void moveTo(LinearisedSystem next, boolean first) {
    system = next;
    system.gradient(gradient);
    system.columnNorms(norms);
    for (int j = 0; j < n; j++) {
      if (fixedScale != null) {
        scale[j] = fixedScale[j];
      } else if (first) {
        scale[j] = norms[j] == 0 ? 1 : 1 / norms[j];
      } else if (norms[j] > 0) {
        scale[j] = Math.min(scale[j], 1 / norms[j]);
      }
    }
  }

  private boolean stationary() {
    if (optimality == 0) {
      return true;
    }
    if (!(optimality < stop.gtol())) {
      return false;
    }
    if (cost <= SMALL_COST * startCost) {
      return true;
    }
    double length = Math.sqrt(2 * cost);
    for (int j = 0; j < n; j++) {
      double slope = Math.abs(gradient[j]);
      boolean flat = slope <= stop.gtol() * norms[j] * length;
      boolean atBound =
          scaling.pointsAtBound(j) && slope * scaling.distance(j) <= stop.gtol() * cost;
      if (!flat && !atBound) {
        return false;
      }
    }
    return true;
  }

  /// The tests after a trial, against the cost and the parameters before it.
  private Status finished(double actual, double ratio) {
    boolean costTest = actual < stop.ftol() * cost && ratio > 0.25;
    for (int j = 0; j < n; j++) {
      scratch[j] = (trial[j] - x[j]) / scale[j];
    }
    double moved = Sums.norm(scratch);
    for (int j = 0; j < n; j++) {
      scratch[j] = x[j] / scale[j];
    }
    double size = Sums.norm(scratch);
    double floor = fixedScale == null ? 0 : stop.xtol();
    boolean stepTest = moved == 0 || moved < stop.xtol() * (floor + size);
    if (costTest) {
      return stepTest ? Status.COST_AND_STEP : Status.COST;
    }
    return stepTest ? Status.STEP : null;
  }

  /// The rounding of the cost. Residuals are known to about \(\nu = \epsilon\sum_j\|J_j\||x_j|\),
  /// what rounding x does to them, the cost to \(\|f\|\nu + \nu^2\) and the rounding of its own
  /// sum.
  private double noise() {
    double nu = 0;
    for (int j = 0; j < n; j++) {
      nu += EPS * norms[j] * Math.abs(x[j]);
    }
    return NOISE_MARGIN * (nu * (Math.sqrt(2 * cost) + nu) + 2 * EPS * cost);
  }

  /// A copy of the parameters.
  double[] parameters() {
    return x.clone();
  }

  double cost() {
    return cost;
  }

  double optimality() {
    return optimality;
  }

  /// A copy of the gradient.
  double[] gradient() {
    return gradient.clone();
  }

  /// The system at the parameters.
  LinearisedSystem system() {
    return system;
  }
}
