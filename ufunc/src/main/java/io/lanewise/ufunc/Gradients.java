package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numerical derivatives: central differences inside, one-sided ones at the ends (B. Fornberg,
/// Generation of Finite Difference Formulas on Arbitrarily Spaced Grids, Mathematics of Computation
/// 51, 1988). Source: `numpy.gradient`.
///
/// The result has the shape of the array and its dtype, float64 for integers.
public final class Gradients {
  /// From here on a fused pass pays for building its expression; see [Comparing].
  private static final long FUSED_FROM = 1_000;

  private Gradients() {}

  /// The derivatives along all axes, elements being 1 apart.
  public static List<NDArray> gradient(NDArray f) {
    return gradient(f, new double[0], 1);
  }

  /// The derivatives along all axes.
  ///
  /// @param spacing the distance of elements: none for 1, one for all axes, or one for each
  /// @param edgeOrder 1 or 2, the order of accuracy at the ends
  /// @throws IllegalArgumentException if there are more or fewer spacings, or `edgeOrder` is
  ///   greater than 2
  /// @throws ShapeException if an axis is shorter than `edgeOrder` + 1
  public static List<NDArray> gradient(NDArray f, double[] spacing, int edgeOrder) {
    int n = f.ndim();
    if (spacing.length > 1 && spacing.length != n) {
      throw new IllegalArgumentException(
          "invalid number of arguments: " + spacing.length + " spacings for " + n + " axes");
    }
    List<NDArray> result = new ArrayList<>();
    for (int axis = 0; axis < n; axis++) {
      double step = spacing.length == 0 ? 1 : spacing[spacing.length == 1 ? 0 : axis];
      result.add(gradient(f, axis, step, edgeOrder));
    }
    return result;
  }

  /// The derivatives along all axes, elements of each lying at the given coordinates.
  ///
  /// @param coordinates for each axis a 1-D array of its length, or a 0-d array, the distance
  /// @throws IllegalArgumentException if there are more or fewer of them than axes
  /// @throws ShapeException if one has another shape
  public static List<NDArray> gradient(NDArray f, List<NDArray> coordinates, int edgeOrder) {
    if (coordinates.size() != f.ndim()) {
      throw new IllegalArgumentException(
          "invalid number of arguments: "
              + coordinates.size()
              + " coordinates for "
              + f.ndim()
              + " axes");
    }
    List<NDArray> result = new ArrayList<>();
    for (int axis = 0; axis < coordinates.size(); axis++) {
      result.add(gradient(f, axis, coordinates.get(axis), edgeOrder));
    }
    return result;
  }

  /// The derivative along one axis, elements being `spacing` apart, a weak number.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws IllegalArgumentException if `edgeOrder` is greater than 2
  /// @throws ShapeException if the axis is shorter than `edgeOrder` + 1
  public static NDArray gradient(NDArray f, int axis, double spacing, int edgeOrder) {
    return new Gradient(f, axis, edgeOrder).uniform(spacing);
  }

  /// The derivative along one axis, elements lying at `coordinates`: 1-D of the axis' length, or a
  /// 0-d array, their distance.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws IllegalArgumentException if `edgeOrder` is greater than 2
  /// @throws ShapeException if the axis is shorter than `edgeOrder` + 1, or `coordinates` does not
  ///   have its length
  public static NDArray gradient(NDArray f, int axis, NDArray coordinates, int edgeOrder) {
    Gradient work = new Gradient(f, axis, edgeOrder);
    if (coordinates.ndim() > 1) {
      throw new ShapeException("distances must be either scalars or 1d");
    }
    if (coordinates.ndim() == 0) {
      return work.spaced(coordinates);
    }
    if (coordinates.size() != f.shape(work.axis)) {
      throw new ShapeException(
          "when 1d, distances must match the length of the corresponding dimension: "
              + coordinates.size()
              + " and "
              + f.shape(work.axis));
    }
    NDArray places =
        coordinates.dtype().isInteger() ? coordinates.astype(DType.FLOAT64) : coordinates;
    NDArray steps = Differences.diff(places);
    boolean even = steps.size() > 0 && steps.equal(steps.get(0L)).all().getBoolean();
    return even ? work.spaced(steps.get(0L)) : work.uneven(steps);
  }

  /// One derivative.
  private static final class Gradient {
    private final NDArray f;
    private final int axis;
    private final long n;
    private final int edgeOrder;
    private final NDArray out;

    Gradient(NDArray given, int axis, int edgeOrder) {
      this.axis = Shapes.axis(axis, given.ndim());
      this.edgeOrder = edgeOrder;
      if (edgeOrder > 2) {
        throw new IllegalArgumentException(
            "'edge_order' greater than 2 not supported: " + edgeOrder);
      }
      DType dtype = given.dtype();
      boolean inexact = dtype.isFloating() || dtype.isComplex();
      f = dtype.isInteger() ? given.astype(DType.FLOAT64) : given;
      n = f.shape(this.axis);
      if (n < edgeOrder + 1) {
        throw new ShapeException(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1)"
                + " elements are required. Shape "
                + Shapes.toString(given.shape()));
      }
      out = Results.allocate(inexact ? dtype : DType.FLOAT64, "gradient", given);
    }

    private NDArray part(NDArray a, long from, long to) {
      Index[] index = new Index[a.ndim()];
      Arrays.fill(index, Index.all());
      index[axis] = Index.slice(from, to);
      return a.get(index);
    }

    private NDArray at(long place) {
      long i = place < 0 ? place + n : place;
      return part(f, i, i + 1);
    }

    private void store(long place, NDArray value) {
      long i = place < 0 ? place + n : place;
      part(out, i, i + 1).set(value);
    }

    /// Elements a weak number apart: it takes the dtype of the differences.
    NDArray uniform(double step) {
      NDArray left = part(f, 0, n - 2 < 0 ? 0 : n - 2);
      NDArray right = part(f, 2 > n ? n : 2, n);
      NDArray middle = part(out, Math.min(1, n), Math.max(n - 1, Math.min(1, n)));
      boolean fused = f.dtype() == DType.FLOAT64 || f.dtype() == DType.FLOAT32;
      if (fused && middle.size() >= FUSED_FROM) {
        Expr.of(right).subtract(Expr.of(left)).divide(2 * step).eval(middle);
      } else {
        middle.set(Differences.divide(Ufuncs.subtract(right, left), 2 * step));
      }
      if (edgeOrder < 2) {
        store(0, Differences.divide(Ufuncs.subtract(at(1), at(0)), step));
        store(-1, Differences.divide(Ufuncs.subtract(at(-1), at(-2)), step));
      } else {
        store(0, sum(-1.5 / step, at(0), 2 / step, at(1), -0.5 / step, at(2)));
        store(-1, sum(0.5 / step, at(-3), -2 / step, at(-2), 1.5 / step, at(-1)));
      }
      return out;
    }

    private static NDArray sum(double a, NDArray x, double b, NDArray y, double c, NDArray z) {
      return x.multiply(a).add(y.multiply(b)).add(z.multiply(c));
    }

    private static NDArray sum(NDArray a, NDArray x, NDArray b, NDArray y, NDArray c, NDArray z) {
      NDArray first = Ufuncs.add(Ufuncs.multiply(a, x), Ufuncs.multiply(b, y));
      return Ufuncs.add(first, Ufuncs.multiply(c, z));
    }

    /// Elements a number of a dtype apart, which takes part in promotion.
    NDArray spaced(NDArray step) {
      NDArray left = part(f, 0, n - 2 < 0 ? 0 : n - 2);
      NDArray right = part(f, 2 > n ? n : 2, n);
      NDArray middle = part(out, Math.min(1, n), Math.max(n - 1, Math.min(1, n)));
      middle.set(Differences.divide(Ufuncs.subtract(right, left), step.multiply(2.0)));
      if (edgeOrder < 2) {
        store(0, Differences.divide(Ufuncs.subtract(at(1), at(0)), step));
        store(-1, Differences.divide(Ufuncs.subtract(at(-1), at(-2)), step));
      } else {
        store(0, sum(ratio(-1.5, step), at(0), ratio(2, step), at(1), ratio(-0.5, step), at(2)));
        store(-1, sum(ratio(0.5, step), at(-3), ratio(-2, step), at(-2), ratio(1.5, step), at(-1)));
      }
      return out;
    }

    private static NDArray ratio(double factor, NDArray step) {
      DType dtype = Promotion.withFloating(step.dtype());
      return Ufuncs.divide(NDArray.full(dtype, factor), step);
    }

    /// Elements at any places, `steps` apart.
    NDArray uneven(NDArray steps) {
      NDArray before = steps.get(":-1");
      NDArray behind = steps.get("1:");
      NDArray both = before.add(behind);
      NDArray a = behind.negative().divide(before.multiply(both));
      NDArray b = behind.subtract(before).divide(before.multiply(behind));
      NDArray c = before.divide(behind.multiply(both));
      long[] shape = new long[f.ndim()];
      Arrays.fill(shape, 1);
      shape[axis] = -1;
      part(out, 1, n - 1)
          .set(
              sum(
                  a.reshape(shape),
                  part(f, 0, n - 2),
                  b.reshape(shape),
                  part(f, 1, n - 1),
                  c.reshape(shape),
                  part(f, 2, n)));
      NDArray first = steps.get(0L);
      NDArray last = steps.get(steps.size() - 1);
      if (edgeOrder < 2) {
        store(0, Differences.divide(Ufuncs.subtract(at(1), at(0)), first));
        store(-1, Differences.divide(Ufuncs.subtract(at(-1), at(-2)), last));
        return out;
      }
      NDArray second = steps.get(1L);
      NDArray two = first.add(second);
      store(
          0,
          sum(
              first.multiply(2.0).add(second).negative().divide(first.multiply(two)),
              at(0),
              two.divide(first.multiply(second)),
              at(1),
              first.negative().divide(second.multiply(two)),
              at(2)));
      NDArray previous = steps.get(steps.size() - 2);
      NDArray ends = previous.add(last);
      store(
          -1,
          sum(
              last.divide(previous.multiply(ends)),
              at(-3),
              last.add(previous).negative().divide(previous.multiply(last)),
              at(-2),
              last.multiply(2.0).add(previous).divide(last.multiply(ends)),
              at(-1)));
      return out;
    }
  }
}
