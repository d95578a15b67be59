package io.lanewise.optimize;

/// The points at which finite differences evaluate one parameter, and how the values combine.
///
/// The step balances truncation against rounding: \(h = \epsilon^{1/2}\max(|x_j|, t_j)\) for
/// \((f(x+h)-f(x))/h\) and \(h = \epsilon^{1/3}\max(|x_j|, t_j)\) for \((f(x+h)-f(x-h))/2h\)
/// (Nocedal & Wright, *Numerical Optimization*, 2006, section 8.1), away from zero. The typical
/// size \(t_j\) is that of the start where the start is below 1, else 1: SciPy's rule takes 1
/// always, which is too coarse for a parameter of 1e-8. No point leaves the bounds: two points go
/// to the other side, three become \((-3f(x)+4f(x+h)-f(x+2h))/2h\).
final class FiniteDifferences {
  private static final double EPS = Math.ulp(1.0);

  private final DifferenceScheme scheme;
  private final Bounds bounds;
  private final double[] typical;

  /// The first point moves the parameter here.
  double first;

  /// The second point moves it here; NaN when there is none.
  double second;

  private boolean central;
  private double firstWeight;
  private double secondWeight;

  FiniteDifferences(DifferenceScheme scheme, Bounds bounds, double[] start) {
    this.scheme = scheme;
    this.bounds = bounds;
    this.typical = new double[start.length];
    for (int j = 0; j < start.length; j++) {
      typical[j] = start[j] == 0 ? 1 : Math.min(1, Math.abs(start[j]));
    }
  }

  private FiniteDifferences(FiniteDifferences other) {
    scheme = other.scheme;
    bounds = other.bounds;
    typical = other.typical;
  }

  FiniteDifferences fork() {
    return new FiniteDifferences(this);
  }

  /// Chooses the points for parameter j with value x.
  void choose(int j, double x) {
    double size = Math.max(Math.abs(x), typical[j]);
    double below = x - bounds.lower(j);
    double above = bounds.upper(j) - x;
    if (scheme == DifferenceScheme.TWO_POINT) {
      double h = Math.copySign(Math.sqrt(EPS) * size, x);
      if (h > above || -h > below) {
        h = Math.abs(h) <= (h > 0 ? below : above) ? -h : above >= below ? above : -below;
      }
      first = x + h;
      second = Double.NaN;
      double step = first - x;
      firstWeight = 1 / step;
      return;
    }
    double h = Math.cbrt(EPS) * size;
    if (h <= below && h <= above) {
      first = x + h;
      second = x - h;
      firstWeight = 1 / (first - second);
      central = true;
      return;
    }
    h = Math.min(h, 0.5 * Math.max(above, below)) * (above >= below ? 1 : -1);
    first = x + h;
    second = x + 2 * h;
    double step = 0.5 * (second - x);
    firstWeight = 2 / step;
    secondWeight = -0.5 / step;
    central = false;
  }

  boolean hasSecond() {
    return !Double.isNaN(second);
  }

  /// Turns the values at the first point, in place, into the derivative.
  ///
  /// @param values the values at the first point, at `offset`; overwritten
  /// @param centre where the values at x are in the same array
  /// @param other where the values at the second point are
  void combine(double[] values, int offset, int centre, int other, int count) {
    if (!hasSecond()) {
      for (int i = 0; i < count; i++) {
        values[offset + i] = (values[offset + i] - values[centre + i]) * firstWeight;
      }
    } else if (central) {
      for (int i = 0; i < count; i++) {
        values[offset + i] = (values[offset + i] - values[other + i]) * firstWeight;
      }
    } else {
      for (int i = 0; i < count; i++) {
        values[offset + i] =
            firstWeight * (values[offset + i] - values[centre + i])
                + secondWeight * (values[other + i] - values[centre + i]);
      }
    }
  }
}
