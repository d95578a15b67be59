package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.reduce.ArgExtremes;
import io.lanewise.ufunc.reduce.ReducedAxes;
import io.lanewise.ufunc.sort.Rows;

/// Where the largest and smallest elements are.
///
/// Of equal elements the first counts, and a NaN before all numbers. Complex numbers are ordered by
/// real part, then by imaginary part. A null `out` asks for a new array; a given one must have
/// exactly the result's shape.
public final class Locations {
  private Locations() {}

  /// The position of the largest element in the flattened array, in C order (`numpy.argmax`).
  ///
  /// @throws EmptyReductionException if there are no elements
  public static NDArray argmax(NDArray a) {
    return argmax(a, Axes.all(), null);
  }

  /// The positions of the largest elements along one axis.
  public static NDArray argmax(NDArray a, Axes axes) {
    return argmax(a, axes, null);
  }

  /// The int64 positions of the largest elements along one axis, or in the flattened array, in C
  /// order. Source: `numpy.argmax`.
  ///
  /// @throws EmptyReductionException if there are no elements to choose from
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws IllegalArgumentException if there are several axes but not all
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  /// @throws CastingException if `out` does not hold int64
  public static NDArray argmax(NDArray a, Axes axes, NDArray out) {
    return deliver("argmax", positions("argmax", a, axes, false, false), out);
  }

  /// The position of the smallest element in the flattened array, in C order (`numpy.argmin`).
  ///
  /// @throws EmptyReductionException if there are no elements
  public static NDArray argmin(NDArray a) {
    return argmin(a, Axes.all(), null);
  }

  /// The positions of the smallest elements along one axis.
  public static NDArray argmin(NDArray a, Axes axes) {
    return argmin(a, axes, null);
  }

  /// The int64 positions of the smallest elements; see [#argmax(NDArray, Axes, NDArray)]. Source:
  /// `numpy.argmin`.
  public static NDArray argmin(NDArray a, Axes axes, NDArray out) {
    return deliver("argmin", positions("argmin", a, axes, true, false), out);
  }

  static NDArray deliver(String name, NDArray positions, NDArray out) {
    if (out != null
        && !Casting.SAFE.allows(DType.INT64, out.dtype())
        && out.dtype() != DType.INT64) {
      throw new CastingException(
          "Cannot cast array data from dtype('int64') to dtype('"
              + out.dtype()
              + "') according to the rule 'safe' in "
              + name);
    }
    return Outputs.deliver(name, positions, out);
  }

  /// The positions, in the shape of the reduction; -1 for rows of nothing but NaN where those are
  /// passed over.
  static NDArray positions(String name, NDArray a, Axes axes, boolean min, boolean ignoresNan) {
    boolean[] reduced = axes.reduced(a.ndim());
    int count = 0;
    int axis = 0;
    long length = 1;
    for (int d = 0; d < reduced.length; d++) {
      if (reduced[d]) {
        count++;
        axis = d;
        length *= a.shape(d);
      }
    }
    boolean flat = count == a.ndim();
    if (count != 1 && !flat) {
      throw new IllegalArgumentException(
          name + " takes one axis or all of them, not " + count + " of " + a.ndim());
    }
    long[] shape = QuantileRows.shape(a, axes);
    if (length == 0 && Shapes.size(shape) > 0) {
      throw new EmptyReductionException("attempt to get " + name + " of an empty sequence");
    }
    NDArray source = flat ? a.reshape(-1) : a;
    int along = flat ? 0 : axis;
    if (Shapes.size(shape) == 0) {
      return NDArray.empty(DType.INT64, shape);
    }
    if (a.dtype().isComplex()) {
      return complex(source, along, min, ignoresNan).reshape(shape);
    }
    Axes one = Axes.axis(along);
    NDArray found = ArgExtremes.positions(new ReducedAxes(source, one), min, ignoresNan);
    return ReducedAxes.shaped(found, source, one).reshape(shape);
  }

  private static NDArray complex(NDArray a, int axis, boolean min, boolean ignoresNan) {
    Rows rows = new Rows(a, axis);
    NDArray found = NDArray.empty(DType.INT64, rows.count());
    int n = rows.length();
    rows.forEach(
        (row, array, from, step) -> {
          long best = -1;
          double real = 0;
          double imag = 0;
          for (int i = 0; i < n; i++) {
            double x = part(array, 2 * (from + i * step));
            double y = part(array, 2 * (from + i * step) + 1);
            if (x != x || y != y) {
              if (!ignoresNan) {
                best = i;
                break;
              }
            } else if (best < 0 || (min ? isLess(x, y, real, imag) : isLess(real, imag, x, y))) {
              best = i;
              real = x;
              imag = y;
            }
          }
          found.setLong(best, row);
        });
    return found;
  }

  private static double part(Object array, int i) {
    return array instanceof double[] a ? a[i] : ((float[]) array)[i];
  }

  private static boolean isLess(double x, double y, double otherX, double otherY) {
    return x < otherX || x == otherX && y < otherY;
  }
}
