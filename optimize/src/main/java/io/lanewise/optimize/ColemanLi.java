package io.lanewise.optimize;

/// The scaling that makes a problem with bounds look like one without.
///
/// With \(v_j\) the distance to the bound that the steepest descent points at (1 where there is
/// none), a point is stationary in the box exactly when \(v_j g_j = 0\) for every j. Newton's
/// method for this system is a trust-region step in the variables \(\hat x = D^{-1}x\), \(D =
/// \mathrm{diag}(v)^{1/2}\), with the extra curvature \(C = \mathrm{diag}(g_j\, dv_j)\), which is
/// never negative. Without bounds v = 1 and C = 0: the plain trust region. Coleman & Li, *An
/// interior trust region approach for nonlinear minimization subject to bounds*, SIAM J. Optim.
/// 6(2), 1996.
///
/// The user's scale enters twice: D is multiplied by it, and distances to bounds are measured in
/// it, so that it cancels where a bound rules.
final class ColemanLi {
  private final double[] distance;
  private final double[] slope;

  /// D, user scale included.
  final double[] d;

  /// The diagonal of C, in the scaled variables.
  final double[] c;

  ColemanLi(int n) {
    distance = new double[n];
    slope = new double[n];
    d = new double[n];
    c = new double[n];
  }

  /// Measures the distances at a point.
  ///
  /// @return the optimality \(\max_j |v_j g_j|\)
  double measure(double[] x, double[] g, Bounds bounds) {
    double optimality = 0;
    for (int j = 0; j < x.length; j++) {
      distance[j] = 1;
      slope[j] = 0;
      if (g[j] < 0 && bounds.upper(j) < Double.POSITIVE_INFINITY) {
        distance[j] = bounds.upper(j) - x[j];
        slope[j] = -1;
      } else if (g[j] > 0 && bounds.lower(j) > Double.NEGATIVE_INFINITY) {
        distance[j] = x[j] - bounds.lower(j);
        slope[j] = 1;
      }
      optimality = Math.max(optimality, Math.abs(g[j] * distance[j]));
    }
    return optimality;
  }

  /// Whether the descent direction of component j ends at a bound.
  boolean pointsAtBound(int j) {
    return slope[j] != 0;
  }

  double distance(int j) {
    return distance[j];
  }

  /// Fills D and C from the last measurement.
  ///
  /// @param scale the size of one unit of each parameter
  void scale(double[] g, double[] scale) {
    for (int j = 0; j < d.length; j++) {
      double v = slope[j] == 0 ? 1 : distance[j] / scale[j];
      d[j] = Math.sqrt(v) * scale[j];
      c[j] = g[j] * slope[j] * scale[j];
    }
  }
}
