package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.Objects;

/// How a reduction runs: over which axes, whether they stay as axes of length 1, and what NumPy's
/// keywords `where`, `initial` and `dtype` say.
///
/// ```java
/// a.mean(axis(0).keepdims());
/// a.sum(all().where(a.greater(0)).initial(10));
/// ```
///
/// Immutable: every method gives a new one.
public final class Axes {
  private static final Axes ALL = new Axes(null, false, null, null, null);

  private final int[] axes;
  private final boolean keepdims;
  private final NDArray where;
  private final NDArray initial;
  private final DType dtype;

  private Axes(int[] axes, boolean keepdims, NDArray where, NDArray initial, DType dtype) {
    this.axes = axes;
    this.keepdims = keepdims;
    this.where = where;
    this.initial = initial;
    this.dtype = dtype;
  }

  /// All axes: NumPy's `axis=None`.
  public static Axes all() {
    return ALL;
  }

  /// The given axes, counting from the end where negative; none means no reduction.
  public static Axes axis(int... axes) {
    return new Axes(axes.clone(), false, null, null, null);
  }

  /// These axes, kept as axes of length 1.
  public Axes keepdims() {
    return new Axes(axes, true, where, initial, dtype);
  }

  /// Only elements where `mask`, which broadcasts to the array, is not zero.
  public Axes where(NDArray mask) {
    return new Axes(axes, keepdims, Objects.requireNonNull(mask, "where"), initial, dtype);
  }

  /// Starting from a number: what an empty reduction gives, and a part of every other.
  public Axes initial(double value) {
    return initial(NDArray.full(DType.FLOAT64, value));
  }

  /// Starting from an integer.
  public Axes initial(long value) {
    return initial(NDArray.full(DType.INT64, value));
  }

  /// Starting from the only element of `value`, as a complex number has to be given.
  public Axes initial(NDArray value) {
    if (value.size() != 1) {
      throw new IllegalArgumentException(
          "initial has to be one number, not shape " + Shapes.toString(value.shape()));
    }
    return new Axes(axes, keepdims, where, value.reshape(), dtype);
  }

  /// Computing in `wanted`, which the result has too.
  public Axes dtype(DType wanted) {
    return new Axes(axes, keepdims, where, initial, Objects.requireNonNull(wanted, "dtype"));
  }

  /// Whether reduced axes stay.
  public boolean keepsDims() {
    return keepdims;
  }

  /// The mask of [#where(NDArray)], or null.
  public NDArray where() {
    return where;
  }

  /// The 0-d array of [#initial(NDArray)], or null.
  public NDArray initial() {
    return initial;
  }

  /// The dtype of [#dtype(DType)], or null.
  public DType dtype() {
    return dtype;
  }

  /// These axes without `where`, `initial` and `dtype`.
  public Axes plain() {
    return isPlain() ? this : new Axes(axes, keepdims, null, null, null);
  }

  /// Whether there is neither `where` nor `initial` nor `dtype`.
  public boolean isPlain() {
    return where == null && initial == null && dtype == null;
  }

  /// Which axes of an array of `ndim` dimensions are reduced.
  ///
  /// @throws AxisException if one is out of range
  /// @throws IllegalArgumentException if one occurs twice
  public boolean[] reduced(int ndim) {
    if (axes == null) {
      boolean[] all = new boolean[ndim];
      Arrays.fill(all, true);
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
