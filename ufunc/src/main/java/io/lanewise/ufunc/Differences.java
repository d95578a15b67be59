package io.lanewise.ufunc;

import static io.lanewise.ufunc.Expr.apply;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Differences of neighbouring elements and what is built on them: gradients, integrals by the
/// trapezoidal rule, cross products and phases without jumps.
public final class Differences {
  /// From here on a fused pass pays for building its expression; see [Comparing].
  private static final long FUSED_FROM = 1_000;

  private Differences() {}

  private static boolean isFused(NDArray a) {
    boolean fused = a.dtype() == DType.FLOAT64 || a.dtype() == DType.FLOAT32;
    return fused && a.size() >= FUSED_FROM;
  }

  /// The differences of neighbours along the last axis.
  public static NDArray diff(NDArray a) {
    return diff(a, 1, -1, null, null);
  }

  /// The `n`-th differences along an axis.
  public static NDArray diff(NDArray a, int n, int axis) {
    return diff(a, n, axis, null, null);
  }

  /// The `n`-th differences `a[i + 1] - a[i]` along an axis, which gets `n` elements shorter. Of
  /// the array's dtype; of bools whether neighbours differ; integers wrap. Source: `numpy.diff`.
  ///
  /// @param prepend what is put before the array along the axis first, a 0-d array as one element
  ///   in each row; or null
  /// @param append what is put behind it; or null
  /// @throws IllegalArgumentException if `n` is negative or the array 0-d
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray diff(NDArray a, int n, int axis, NDArray prepend, NDArray append) {
    if (n == 0) {
      return a;
    }
    if (n < 0) {
      throw new IllegalArgumentException("order must be non-negative but got " + n);
    }
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("diff requires input that is at least one dimensional");
    }
    int along = Shapes.axis(axis, a.ndim());
    NDArray result = a;
    if (prepend != null || append != null) {
      List<NDArray> parts = new ArrayList<>();
      long[] one = a.shape();
      one[along] = 1;
      if (prepend != null) {
        parts.add(prepend.ndim() == 0 ? prepend.broadcastTo(one) : prepend);
      }
      parts.add(a);
      if (append != null) {
        parts.add(append.ndim() == 0 ? append.broadcastTo(one) : append);
      }
      result = Manipulation.concatenate(parts, along);
    }
    for (int i = 0; i < n; i++) {
      NDArray next = slice(result, along, 1, Long.MAX_VALUE);
      NDArray previous = slice(result, along, 0, Math.max(0, result.shape(along) - 1));
      result =
          result.dtype() == DType.BOOL
              ? Ufuncs.NOT_EQUAL.apply(next, previous, null)
              : Ufuncs.subtract(next, previous);
    }
    return result;
  }

  /// A view of the elements from `start` to `stop` along an axis.
  private static NDArray slice(NDArray a, int axis, long start, long stop) {
    Index[] index = new Index[a.ndim()];
    Arrays.fill(index, Index.all());
    long n = a.shape(axis);
    index[axis] = Index.slice(Math.min(start, n), Math.min(stop, n));
    return a.get(index);
  }

  /// A view of the elements at one place of an axis, which stays.
  private static NDArray at(NDArray a, int axis, long place) {
    return slice(a, axis, place, place + 1);
  }

  /// The differences of neighbours in the flattened array, in its dtype. Source: `numpy.ediff1d`.
  public static NDArray ediff1d(NDArray a) {
    return ediff1d(a, null, null);
  }

  /// The same with elements behind and before them, which are flattened; or null.
  ///
  /// @throws CastingException if their dtype does not become the array's within its kind
  public static NDArray ediff1d(NDArray a, NDArray toEnd, NDArray toBegin) {
    NDArray flat = a.reshape(-1);
    requireKind("to_begin", toBegin, flat);
    requireKind("to_end", toEnd, flat);
    long begin = toBegin == null ? 0 : toBegin.size();
    long middle = Math.max(flat.size() - 1, 0);
    long end = toEnd == null ? 0 : toEnd.size();
    NDArray result =
        NDArray.empty(
            flat.dtype(), Shapes.sum("ediff1d", Shapes.sum("ediff1d", begin, middle), end));
    if (begin > 0) {
      slice(result, 0, 0, begin).set(toBegin.reshape(-1));
    }
    if (end > 0) {
      slice(result, 0, begin + middle, begin + middle + end).set(toEnd.reshape(-1));
    }
    Ufuncs.subtract(
        slice(flat, 0, 1, Long.MAX_VALUE),
        slice(flat, 0, 0, middle),
        slice(result, 0, begin, begin + middle));
    return result;
  }

  private static void requireKind(String name, NDArray given, NDArray a) {
    if (given != null && !Casting.SAME_KIND.allows(given.dtype(), a.dtype())) {
      throw new CastingException(
          "dtype of `"
              + name
              + "` must be compatible with input `ary` under the `same_kind` rule. Dtypes "
              + given.dtype()
              + " and "
              + a.dtype());
    }
  }

  /// The integral along the last axis, samples being 1 apart.
  public static NDArray trapezoid(NDArray y) {
    return trapezoid(y, 1.0, -1);
  }

  /// The integral along an axis by the trapezoidal rule, samples being `dx` apart: the sum of the
  /// means of neighbours, times `dx`. Source: `numpy.trapezoid`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray trapezoid(NDArray y, double dx, int axis) {
    int along = Shapes.axis(axis, y.ndim());
    NDArray pairs = pairs(y, along);
    return Reductions.sum(divide(pairs.multiply(dx), 2.0), Axes.axis(along), null);
  }

  /// The same for samples at `x`: the places along the axis, or one for each sample.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if `x` does not fit
  public static NDArray trapezoid(NDArray y, NDArray x, int axis) {
    int along = Shapes.axis(axis, y.ndim());
    NDArray distance;
    if (x.ndim() == 1) {
      NDArray steps = diff(x);
      long[] shape = new long[y.ndim()];
      Arrays.fill(shape, 1);
      shape[along] = steps.size();
      distance = steps.reshape(shape);
    } else {
      distance = diff(x, 1, axis);
    }
    NDArray areas = divide(Ufuncs.multiply(distance, pairs(y, along)), 2.0);
    return Reductions.sum(areas, Axes.axis(Shapes.axis(axis, areas.ndim())), null);
  }

  /// A quotient by a weak number. Complex numbers are multiplied by its reciprocal, as NumPy's
  /// division does it.
  static NDArray divide(NDArray a, double b) {
    return a.dtype().isComplex() ? divide(a, NDArray.full(a.dtype().part(), b)) : a.divide(b);
  }

  /// The same by real numbers.
  static NDArray divide(NDArray a, NDArray b) {
    if (!a.dtype().isComplex()) {
      return Ufuncs.divide(a, b);
    }
    DType part = Promotion.promoteTypes(a.dtype().part(), b.dtype());
    NDArray inverse = b.astype(part).reciprocal().get("..., None");
    NDArray parts = Ufuncs.multiply(a.viewAsReal(), inverse);
    DType dtype = part == DType.FLOAT32 ? DType.COMPLEX64 : DType.COMPLEX128;
    long[] shape = parts.shape();
    NDArray result = NDArray.empty(dtype, Arrays.copyOf(shape, shape.length - 1));
    result.viewAsReal().set(parts);
    return result;
  }

  /// The sums of neighbours.
  private static NDArray pairs(NDArray y, int axis) {
    return Ufuncs.add(
        slice(y, axis, 1, Long.MAX_VALUE), slice(y, axis, 0, Math.max(0, y.shape(axis) - 1)));
  }

  /// The cross products of the vectors along the last axes.
  public static NDArray cross(NDArray a, NDArray b) {
    return cross(a, b, -1, -1, -1);
  }

  /// The cross products of vectors of three elements, broadcast together, of the dtype in which
  /// both meet. NumPy's deprecated products with vectors of two are not there. Source:
  /// `numpy.cross`.
  ///
  /// @param axisa the axis of `a` along which its vectors lie
  /// @param axisb that of `b`
  /// @param axisc that of the result
  /// @throws ShapeException if vectors have not three elements
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray cross(NDArray a, NDArray b, int axisa, int axisb, int axisc) {
    if (a.ndim() < 1 || b.ndim() < 1) {
      throw new ShapeException("At least one array has zero dimension");
    }
    DType dtype = Promotion.promoteTypes(a.dtype(), b.dtype());
    NDArray x = a.moveaxis(Shapes.axis(axisa, a.ndim()), -1).astype(dtype);
    NDArray y = b.moveaxis(Shapes.axis(axisb, b.ndim()), -1).astype(dtype);
    if (x.shape(-1) != 3 || y.shape(-1) != 3) {
      throw new ShapeException(
          "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
              + x.shape(-1)
              + " and "
              + y.shape(-1)
              + " dimensional instead. (incompatible dimensions for cross product)");
    }
    long[] outer = Shapes.broadcast(x.get("..., 0").shape(), y.get("..., 0").shape());
    long[] shape = Arrays.copyOf(outer, outer.length + 1);
    shape[outer.length] = 3;
    int target = Shapes.axis(axisc, shape.length);
    NDArray result = NDArray.empty(dtype, shape);
    for (int i = 0; i < 3; i++) {
      String next = "..., " + (i + 1) % 3;
      String last = "..., " + (i + 2) % 3;
      NDArray part = result.get("..., " + i);
      if (isFused(result)) {
        Expr product = Expr.of(x.get(next)).multiply(y.get(last));
        product.subtract(Expr.of(x.get(last)).multiply(y.get(next))).eval(part);
        continue;
      }
      Ufuncs.multiply(x.get(next), y.get(last), part);
      Ufuncs.subtract(part, Ufuncs.multiply(x.get(last), y.get(next)), part);
    }
    return result.moveaxis(-1, target);
  }

  /// The phases along the last axis without jumps of more than pi, by multiples of 2 pi.
  public static NDArray unwrap(NDArray p) {
    return unwrap(p, 2 * Math.PI, -1);
  }

  /// The same with jumps of half a period along an axis.
  public static NDArray unwrap(NDArray p, double period, int axis) {
    return unwrap(p, period / 2, axis, period);
  }

  /// The array with multiples of `period` added along an axis, so that neighbours differ by no more
  /// than half of it; where they differed by less than `discont` before, nothing is changed.
  /// Floating-point, float64 for integers. Source: `numpy.unwrap`.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws io.lanewise.ndarray.NoLoopException if the array is complex
  public static NDArray unwrap(NDArray p, double discont, int axis, double period) {
    double half = period / 2;
    if (isFused(p)) {
      int along = Shapes.axis(axis, p.ndim());
      Expr step =
          Expr.of(slice(p, along, 1, Long.MAX_VALUE))
              .subtract(slice(p, along, 0, p.shape(along) - 1));
      Expr turned = apply(Ufuncs.REMAINDER, step.add(half), Expr.constant(period)).add(-half);
      Expr ambiguous =
          apply(
              Ufuncs.LOGICAL_AND,
              apply(Ufuncs.EQUAL, turned, Expr.constant(-half)),
              step.greater(Expr.constant(0.0)));
      Expr whole = Expr.where(ambiguous, Expr.constant(half), turned).subtract(step);
      Expr small = step.abs().less(Expr.constant(discont));
      return added(p, along, Expr.where(small, Expr.constant(0.0), whole).eval());
    }
    NDArray steps = diff(p, 1, axis);
    NDArray turned = Ufuncs.REMAINDER.apply(steps.add(half), period, null).add(-half);
    NDArray ambiguous = Ufuncs.LOGICAL_AND.apply(turned.equal(-half), steps.greater(0.0), null);
    return unwrapped(p, axis, steps, Ufuncs.where(ambiguous, half, turned), discont);
  }

  /// The same with an integer period, for which integers stay integers.
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  /// @throws ArithmeticException if the dtype cannot hold the period
  public static NDArray unwrap(NDArray p, double discont, int axis, long period) {
    if (!p.dtype().isInteger()) {
      return unwrap(p, discont, axis, (double) period);
    }
    NDArray steps = diff(p, 1, axis);
    long half = Math.floorDiv(period, 2);
    NDArray turned = Ufuncs.REMAINDER.apply(steps.add(half), period, null).add(-half);
    if (period % 2 == 0) {
      NDArray ambiguous = Ufuncs.LOGICAL_AND.apply(turned.equal(-half), steps.greater(0L), null);
      turned = Ufuncs.where(ambiguous, half, turned);
    }
    return unwrapped(p, axis, steps, turned, discont);
  }

  /// Adds up what has to be added at each step.
  private static NDArray unwrapped(
      NDArray p, int axis, NDArray steps, NDArray turned, double discont) {
    int along = Shapes.axis(axis, p.ndim());
    NDArray small = steps.abs().less(discont);
    NDArray correction =
        Ufuncs.where(small, NDArray.full(turned.dtype(), 0L), Ufuncs.subtract(turned, steps));
    return added(p, along, correction);
  }

  private static NDArray added(NDArray p, int along, NDArray correction) {
    NDArray result = p.astype(correction.dtype()).copy();
    if (p.shape(along) > 1) {
      NDArray sums = Reductions.cumsum(correction, along);
      slice(result, along, 1, Long.MAX_VALUE)
          .set(Ufuncs.add(slice(p, along, 1, Long.MAX_VALUE), sums));
    }
    return result;
  }
}
