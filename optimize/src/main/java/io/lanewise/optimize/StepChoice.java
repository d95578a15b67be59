package io.lanewise.optimize;

/// Turns a trust-region step that may leave the box into one that does not.
///
/// A step inside the box is taken as it is. Otherwise the best of three is taken, judged by the
/// quadratic model \(m(\hat s) = \hat g^T\hat s + \frac12\hat s^T(\hat J^T\hat J + C)\hat s\), each
/// ending strictly inside the box and the trust region:
///
/// - the step itself, cut just before the first bound it meets;
/// - the step up to that bound, then reflected there, up to the best point of the reflected ray;
/// - the best point along the steepest descent in the scaled variables.
///
/// Branch, Coleman & Li, *A subspace, interior, and conjugate gradient method for large-scale
/// bound-constrained minimization problems*, SIAM J. Sci. Comput. 21(1), 1999 (reflections);
/// Coleman & Li, SIAM J. Optim. 6(2), 1996 (why the gradient is needed for convergence).
final class StepChoice {
  private final int n;
  private final double[] reflectedHat;
  private final double[] reflected;
  private final double[] onBound;
  private final double[] descentHat;
  private final double[] descent;

  /// The chosen step in the original variables.
  final double[] step;

  /// The chosen step in the scaled variables.
  final double[] stepHat;

  /// How much the model promises, which is minus its value.
  double predicted;

  StepChoice(int n) {
    this.n = n;
    reflectedHat = new double[n];
    reflected = new double[n];
    onBound = new double[n];
    descentHat = new double[n];
    descent = new double[n];
    step = new double[n];
    stepHat = new double[n];
  }

  /// Chooses [#step], [#stepHat] and [#predicted].
  ///
  /// @param system the linearised problem
  /// @param scaling D and C at x
  /// @param x the point, strictly inside the box
  /// @param gHat the scaled gradient
  /// @param pHat the trust-region step in the scaled variables
  /// @param radius the trust region
  /// @param theta how far a step may go towards a bound, just below 1
  void choose(
      LinearisedSystem system,
      ColemanLi scaling,
      Bounds bounds,
      double[] x,
      double[] gHat,
      double[] pHat,
      double radius,
      double theta) {
    double[] d = scaling.d;
    double[] c = scaling.c;
    boolean inside = true;
    for (int j = 0; j < n; j++) {
      stepHat[j] = pHat[j];
      step[j] = d[j] * pHat[j];
      double target = x[j] + step[j];
      inside &= target >= bounds.lower(j) && target <= bounds.upper(j);
    }
    double value = linear(gHat, stepHat) + 0.5 * curvature(system, c, step, stepHat, step, stepHat);
    if (inside) {
      predicted = -value;
      return;
    }

    double toFirst = bounds.stepTo(x, step);
    for (int j = 0; j < n; j++) {
      reflectedHat[j] = bounds.stepTo(x, step, j) == toFirst ? -stepHat[j] : stepHat[j];
      reflected[j] = d[j] * reflectedHat[j];
      step[j] *= toFirst;
      stepHat[j] *= toFirst;
      onBound[j] = x[j] + step[j];
    }
    double reflectedValue = Double.POSITIVE_INFINITY;
    double along = 0;
    double toBound = bounds.stepTo(onBound, reflected);
    double toRegion = toRegion(stepHat, reflectedHat, radius);
    double reach = Math.min(toBound, toRegion);
    if (reach > 0) {
      double low = (1 - theta) * toFirst / reach;
      double high = toBound <= toRegion ? theta * toBound : toRegion;
      if (low <= high) {
        double a = 0.5 * curvature(system, c, reflected, reflectedHat, reflected, reflectedHat);
        double b =
            linear(gHat, reflectedHat)
                + curvature(system, c, step, stepHat, reflected, reflectedHat);
        double constant =
            linear(gHat, stepHat) + 0.5 * curvature(system, c, step, stepHat, step, stepHat);
        along = minimiser(a, b, low, high);
        reflectedValue = constant + along * (b + along * a);
      }
    }

    double cutValue =
        theta * linear(gHat, stepHat)
            + 0.5 * theta * theta * curvature(system, c, step, stepHat, step, stepHat);

    for (int j = 0; j < n; j++) {
      descentHat[j] = -gHat[j];
      descent[j] = d[j] * descentHat[j];
    }
    double descentToRegion = radius / Sums.norm(descentHat);
    double descentToBound = bounds.stepTo(x, descent);
    double descentReach =
        descentToBound < descentToRegion ? theta * descentToBound : descentToRegion;
    double descentA = 0.5 * curvature(system, c, descent, descentHat, descent, descentHat);
    double descentB = linear(gHat, descentHat);
    double descentLength = minimiser(descentA, descentB, 0, descentReach);
    double descentValue = descentLength * (descentB + descentLength * descentA);

    if (cutValue < reflectedValue && cutValue < descentValue) {
      predicted = -cutValue;
      for (int j = 0; j < n; j++) {
        step[j] *= theta;
        stepHat[j] *= theta;
      }
    } else if (reflectedValue < cutValue && reflectedValue < descentValue) {
      predicted = -reflectedValue;
      for (int j = 0; j < n; j++) {
        step[j] += along * reflected[j];
        stepHat[j] += along * reflectedHat[j];
      }
    } else {
      predicted = -descentValue;
      for (int j = 0; j < n; j++) {
        step[j] = descentLength * descent[j];
        stepHat[j] = descentLength * descentHat[j];
      }
    }
  }

  private double linear(double[] gHat, double[] sHat) {
    return Sums.dot(gHat, sHat);
  }

  private double curvature(
      LinearisedSystem system, double[] c, double[] v, double[] vHat, double[] w, double[] wHat) {
    double total = system.product(v, w);
    for (int j = 0; j < n; j++) {
      total += vHat[j] * c[j] * wHat[j];
    }
    return total;
  }

  /// The minimiser of a t^2 + b t on [low, high].
  static double minimiser(double a, double b, double low, double high) {
    double best = low * (b + low * a) <= high * (b + high * a) ? low : high;
    if (a > 0) {
      double vertex = -0.5 * b / a;
      if (vertex > low && vertex < high) {
        best = vertex;
      }
    }
    return best;
  }

  /// The positive t with \(\|x + t s\| = \Delta\), for x inside: of the two roots of \((s^Ts)t^2 +
  /// 2(x^Ts)t + x^Tx - \Delta^2\) the one without cancellation gives the other.
  static double toRegion(double[] x, double[] s, double radius) {
    double a = Sums.dot(s, s);
    double b = Sums.dot(x, s);
    double c = Math.min(Sums.dot(x, x) - radius * radius, 0);
    double q = -(b + Math.copySign(Math.sqrt(b * b - a * c), b));
    return q == 0 ? 0 : Math.max(q / a, c / q);
  }
}
