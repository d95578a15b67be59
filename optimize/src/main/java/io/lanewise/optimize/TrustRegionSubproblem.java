package io.lanewise.optimize;

/// The exact trust-region step: the \(\hat p\) with \(\|\hat p\| \le \Delta\) that minimises the
/// quadratic model of a [LinearisedSystem].
///
/// Either the undamped step, the shortest where J is rank deficient, lies inside the region, or the
/// answer is \(\hat p(\alpha)\) for the damping that solves the secular equation \(\phi(\alpha) =
/// \|\hat p(\alpha)\| - \Delta = 0\). Newton's method on \(1/\|\hat p\| - 1/\Delta\) (Hebden),
/// safeguarded by a bracket, needs two or three rounds: Moré, *The Levenberg-Marquardt algorithm:
/// implementation and theory*, LNM 630, 1978, section 5.
final class TrustRegionSubproblem {
  private static final int MAX_ROUNDS = 10;

  /// How near the length of the step must come to the radius.
  private static final double TOLERANCE = 0.01;

  private double damping;

  /// Computes the step.
  ///
  /// @param system scaled
  /// @param gradientNorm \(\|\hat J^T f\|\)
  /// @param radius Delta, positive
  /// @param start the damping of the step before, adapted to the radius; 0 when there is none
  /// @param p receives the step
  void solve(
      LinearisedSystem system, double gradientNorm, double radius, double start, double[] p) {
    double slope = system.solve(0, p);
    double norm = Sums.norm(p);
    if (norm <= radius) {
      damping = 0;
      return;
    }
    double lower = system.fullRank() ? (norm - radius) * norm / slope : 0;
    double upper = gradientNorm / radius;
    double alpha = start;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (!(alpha >= lower && alpha <= upper) || alpha == 0) {
        alpha = restart(lower, upper);
      }
      slope = system.solve(alpha, p);
      norm = Sums.norm(p);
      double phi = norm - radius;
      if (Math.abs(phi) < TOLERANCE * radius) {
        break;
      }
      if (phi < 0) {
        upper = alpha;
      }
      double newton = -phi * norm / slope;
      lower = Math.max(lower, alpha - newton);
      alpha -= (phi + radius) * newton / radius;
    }
    damping = alpha;
    if (norm > (1 - TOLERANCE) * radius) {
      for (int j = 0; j < p.length; j++) {
        p[j] *= radius / norm;
      }
    }
  }

  private static double restart(double lower, double upper) {
    return Math.max(0.001 * upper, Math.sqrt(lower * upper));
  }

  /// The damping of the last step.
  double damping() {
    return damping;
  }
}
