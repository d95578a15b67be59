package io.lanewise.linalg.kernel;

/// The one order in which every dot product of the module is added, so that its bits do not depend
/// on the lane count: element i goes by fma to partial sum i mod 8 (float64) or i mod 16 (float32),
/// the partial sums are added as a balanced tree of neighbours, as in NumPy's pairwise sum, and the
/// elements after the last full group follow one by one.
public final class DotOrder {
  /// Partial sums of a float64 product: one 512-bit vector, two of 256 bits or four of 128.
  public static final int DOUBLE_SUMS = 8;

  /// Partial sums of a float32 product.
  public static final int FLOAT_SUMS = 16;

  private DotOrder() {}

  /// The tree over the eight partial sums at `o`.
  public static double tree(double[] s, int o) {
    return ((s[o] + s[o + 1]) + (s[o + 2] + s[o + 3]))
        + ((s[o + 4] + s[o + 5]) + (s[o + 6] + s[o + 7]));
  }

  /// The tree over the sixteen partial sums at `o`.
  public static float tree(float[] s, int o) {
    float low =
        ((s[o] + s[o + 1]) + (s[o + 2] + s[o + 3]))
            + ((s[o + 4] + s[o + 5]) + (s[o + 6] + s[o + 7]));
    float high =
        ((s[o + 8] + s[o + 9]) + (s[o + 10] + s[o + 11]))
            + ((s[o + 12] + s[o + 13]) + (s[o + 14] + s[o + 15]));
    return low + high;
  }
}
