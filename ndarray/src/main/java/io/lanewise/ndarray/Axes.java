package io.lanewise.ndarray;

/// Which axes a reduction runs over, and whether they stay as axes of length 1.
///
/// ```java
/// a.mean(axis(0).keepdims());
/// ```
public final class Axes {
  private static final Axes ALL = new Axes(null, false);

  private final int[] axes;
  private final boolean keepdims;

  private Axes(int[] axes, boolean keepdims) {
    this.axes = axes;
    this.keepdims = keepdims;
  }

  /// All axes: NumPy's `axis=None`.
  public static Axes all() {
    return ALL;
  }

  /// The given axes, counting from the end where negative; none means no reduction.
  public static Axes axis(int... axes) {
    return new Axes(axes.clone(), false);
  }

  /// These axes, kept as axes of length 1.
  public Axes keepdims() {
    return new Axes(axes, true);
  }

  /// Whether reduced axes stay.
  public boolean keepsDims() {
    return keepdims;
  }

  /// Which axes of an array of `ndim` dimensions are reduced.
  ///
  /// @throws AxisException if one is out of range
  /// @throws IllegalArgumentException if one occurs twice
  public boolean[] reduced(int ndim) {
    if (axes == null) {
      boolean[] all = new boolean[ndim];
      java.util.Arrays.fill(all, true);
      return all;
    }
    if (ndim == 0) {
      // NumPy takes axis 0 of a 0-d array for the array itself
      Shapes.axes(axes, 1);
      return new boolean[0];
    }
    return Shapes.axes(axes, ndim);
  }
}
