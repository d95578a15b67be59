package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.Reductions;

/// Functions of the coefficients along one axis of an array.
final class Calculus {
  private Calculus() {}

  /// What becomes of the coefficients of one series.
  @FunctionalInterface
  interface Column {
    /// @param part the real or the imaginary parts
    double[] apply(double[] part, boolean real);
  }

  static double[] scaled(double[] c, double scale) {
    double[] result = c.clone();
    for (int i = 0; scale != 1 && i < c.length; i++) {
      result[i] *= scale;
    }
    return result;
  }

  /// Whether each series along the axis is one coefficient, 0.
  static boolean isZero(NDArray c, int axis) {
    return (c.ndim() == 0 || c.shape(axis) == 1)
        && !Reductions.any(c, Axes.all(), null).getBoolean();
  }

  /// Applies `column` to each series along the axis; all give the same number of coefficients.
  static NDArray along(NDArray c, int axis, Column column) {
    DType dtype = Coefficients.floating(c.dtype());
    NDArray atLeast1d = c.ndim() == 0 ? c.reshape(1) : c;
    int along = Shapes.axis(axis, atLeast1d.ndim());
    long n = atLeast1d.shape(along);
    if (n == 0) {
      throw new IllegalArgumentException("Coefficient array is empty");
    }
    NDArray rows = atLeast1d.moveaxis(along, 0).reshape(n, -1);
    NDArray result = null;
    for (long j = 0; j < rows.shape(1); j++) {
      NDArray one = rows.get(":, " + j);
      Coefficients all = Coefficients.whole(one);
      double[] re = column.apply(all.re(), true);
      double[] im = all.im() == null ? null : column.apply(all.im(), false);
      NDArray changed = new Coefficients(re, im, dtype).toArray();
      if (result == null) {
        result = NDArray.empty(dtype, changed.size(), rows.shape(1));
      }
      result.set(":, " + j, changed);
    }
    long[] shape = atLeast1d.moveaxis(along, 0).shape();
    if (result == null) {
      shape[0] = column.apply(new double[Shapes.javaLength("series", n)], true).length;
      result = NDArray.empty(dtype, shape);
    }
    shape[0] = result.shape(0);
    return result.reshape(shape).moveaxis(0, along);
  }
}
