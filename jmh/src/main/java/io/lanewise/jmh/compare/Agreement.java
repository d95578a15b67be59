package io.lanewise.jmh.compare;

/// How far two results of one case may be apart. Timing a wrong result would mean nothing, so this
/// comes first.
sealed interface Agreement {
  /// Says what differs, or null where the results agree.
  String complaint(double[] ours, double[] peer, String dtype);

  /// At most `ulps` units in the last place of the dtype; 0 asks for equal values (NaNs are equal,
  /// zeros of both signs too).
  record Ulps(double ulps) implements Agreement {
    @Override
    public String complaint(double[] ours, double[] peer, String dtype) {
      return worst(
          ours,
          peer,
          ulps,
          "ULP",
          (a, b) -> {
            double ulp = dtype.equals("float32") ? Math.ulp((float) b) : Math.ulp(b);
            return Math.abs(a - b) / ulp;
          });
    }
  }

  /// At most `bound` times the largest magnitude of the peer's result: for sums of products, whose
  /// elements may cancel.
  record Relative(double bound) implements Agreement {
    @Override
    public String complaint(double[] ours, double[] peer, String dtype) {
      double largest = 0;
      for (double value : peer) {
        largest = Math.max(largest, Math.abs(value));
      }
      double scale = largest;
      return worst(ours, peer, bound, "of the largest element", (a, b) -> Math.abs(a - b) / scale);
    }
  }

  /// A distance between two numbers.
  @FunctionalInterface
  interface Distance {
    double between(double ours, double peer);
  }

  private static String worst(
      double[] ours, double[] peer, double bound, String unit, Distance distance) {
    if (ours.length != peer.length) {
      return ours.length + " elements, the peer has " + peer.length;
    }
    for (int i = 0; i < ours.length; i++) {
      double a = ours[i];
      double b = peer[i];
      if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
        continue;
      }
      double apart = distance.between(a, b);
      if (!(apart <= bound)) {
        return "element %d is %s, the peer's %s: %.3g %s, allowed %.3g"
            .formatted(i, a, b, apart, unit, bound);
      }
    }
    return null;
  }
}
