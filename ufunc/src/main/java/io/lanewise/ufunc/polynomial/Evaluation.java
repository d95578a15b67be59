package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Ufuncs;
import java.util.Arrays;

/// Values of series at arrays of points.
final class Evaluation {
  /// A kernel holds 320 operations, and a step of the recurrence has at most five: up to here a
  /// series is one kernel, which reads each point once.
  private static final int LONGEST_KERNEL = 60;

  private Evaluation() {}

  static NDArray val(Series family, NDArray x, NDArray c, boolean tensor) {
    NDArray all = c.ndim() == 0 ? c.reshape(1) : c;
    if (all.shape(0) == 0) {
      throw new IllegalArgumentException("Coefficient array is empty");
    }
    DType dtype = Promotion.promoteTypes(Coefficients.floating(c.dtype()), x.dtype());
    NDArray points = x.astype(dtype);
    all = all.astype(dtype);
    boolean real = dtype == DType.FLOAT64 || dtype == DType.FLOAT32;
    if (all.ndim() == 1 && real && all.size() <= LONGEST_KERNEL) {
      return fused(family.rules, points, all.astype(DType.FLOAT64).toDoubleArray());
    }
    if (tensor && all.ndim() > 1) {
      all = all.reshape(tensorShape(all, points.ndim()));
    }
    return stepped(family.rules, points, all);
  }

  private static long[] tensorShape(NDArray c, int ndim) {
    long[] shape = Arrays.copyOf(c.shape(), c.ndim() + ndim);
    Arrays.fill(shape, c.ndim(), shape.length, 1);
    return shape;
  }

  /// Clenshaw's recurrence as one expression.
  private static NDArray fused(Rules rules, NDArray points, double... c) {
    Expr x = Expr.of(points);
    int n = c.length;
    if (n == 1) {
      // NumPy's way to give NaN where x has no value
      return x.multiply(0.0).add(c[0]).eval();
    }
    Expr far = Expr.constant(c[n - 1]);
    Expr near = factor(rules, n - 2, x).multiply(c[n - 1]).add(c[n - 2]);
    for (int k = n - 3; k >= 0; k--) {
      Expr next = factor(rules, k, x).multiply(near).add(c[k]);
      if (rules.g(k + 1) != 0) {
        next = next.subtract(scaled(far, rules.g(k + 1)));
      }
      far = near;
      near = next;
    }
    return near.eval();
  }

  private static Expr factor(Rules rules, int k, Expr x) {
    Expr result = scaled(x, rules.a(k));
    return rules.b(k) == 0 ? result : result.add(rules.b(k));
  }

  private static Expr scaled(Expr x, double factor) {
    return factor == 1 ? x : x.multiply(factor);
  }

  /// The same step by step, for any dtype and for coefficients that are arrays.
  private static NDArray stepped(Rules rules, NDArray x, NDArray c) {
    int n = Shapes.javaLength("val", c.shape(0));
    NDArray near = x.multiply(0.0).add(c.get(n - 1));
    NDArray far = null;
    for (int k = n - 2; k >= 0; k--) {
      NDArray next = factor(rules, k, x).multiply(near);
      next.add(c.get(k), next);
      if (far != null && rules.g(k + 1) != 0) {
        next.subtract(far.multiply(rules.g(k + 1), far), next);
      }
      far = near;
      near = next;
    }
    return near;
  }

  private static NDArray factor(Rules rules, int k, NDArray x) {
    NDArray result = rules.a(k) == 1 ? x : x.multiply(rules.a(k));
    return rules.b(k) == 0 ? result : result.add(rules.b(k));
  }

  static NDArray points(Series family, NDArray c, NDArray... x) {
    requireEqual(x);
    NDArray result = family.val(x[0], c);
    for (int i = 1; i < x.length; i++) {
      result = family.val(x[i], result, false);
    }
    return result;
  }

  static NDArray grid(Series family, NDArray c, NDArray... x) {
    NDArray result = c;
    for (NDArray one : x) {
      result = family.val(one, result);
    }
    return result;
  }

  private static void requireEqual(NDArray... x) {
    for (NDArray one : x) {
      if (!Arrays.equals(one.shape(), x[0].shape())) {
        throw new IllegalArgumentException(
            (x.length == 2 ? "x, y are incompatible" : "x, y, z are incompatible")
                + ": shapes "
                + Series.shapes(x));
      }
    }
  }

  static NDArray vander(Series family, NDArray x, int degree) {
    if (degree < 0) {
      throw new IllegalArgumentException("deg must be non-negative");
    }
    Rules rules = family.rules;
    DType dtype = Coefficients.floating(x.dtype());
    NDArray points = (x.ndim() == 0 ? x.reshape(1) : x).astype(dtype);
    long[] shape = Arrays.copyOf(points.shape(), points.ndim() + 1);
    shape[points.ndim()] = degree + 1L;
    NDArray result = NDArray.empty(dtype, shape);
    NDArray far = null;
    NDArray near = points.multiply(0.0).add(1.0);
    result.set("..., 0", near);
    for (int k = 0; k < degree; k++) {
      NDArray next = factor(rules, k, points).multiply(near);
      if (k > 0 && rules.g(k) != 0) {
        next.subtract(far.multiply(rules.g(k), far), next);
      }
      result.set("..., " + (k + 1), next);
      far = near;
      near = next;
    }
    return result;
  }

  static NDArray vander(Series family, NDArray[] x, int... degrees) {
    requireEqual(x);
    for (int degree : degrees) {
      if (degree < 0) {
        throw new IllegalArgumentException("deg must be non-negative");
      }
    }
    NDArray result = vander(family, x[0], degrees[0]);
    for (int i = 1; i < x.length; i++) {
      NDArray next = vander(family, x[i], degrees[i]);
      int last = result.ndim();
      NDArray product = Ufuncs.multiply(result.expandDims(last), next.expandDims(last - 1));
      long[] shape = result.shape();
      shape[last - 1] = product.shape(last - 1) * product.shape(last);
      result = product.reshape(shape);
    }
    return result;
  }
}
