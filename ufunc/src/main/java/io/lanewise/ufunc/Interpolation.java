package io.lanewise.ufunc;

import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.Workers;
import io.lanewise.ufunc.sort.KeySearch;
import io.lanewise.ufunc.sort.SortKeys;

/// Linear interpolation between points.
public final class Interpolation {
  /// Queries that are searched together.
  private static final int CHUNK = 1_024;

  /// Queries from which on threads share them: some 100 us of work.
  private static final int SHARED_FROM = 1 << 14;

  private Interpolation() {}

  /// The same with the first and the last value beyond the points.
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp) {
    return interp(x, xp, fp, null, null);
  }

  /// The same with given values beyond the points.
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double left, double right) {
    return interp(x, xp, fp, new Complex(left, 0), new Complex(right, 0));
  }

  /// The piecewise linear function through the points (`xp`, `fp`) at `x`: float64, or complex128
  /// for complex `fp`, of the shape of `x`. `xp` has to ascend, which is not checked. NaN in `x`
  /// gives NaN. Queries need not be sorted: several are searched at once. Source: `numpy.interp`.
  ///
  /// @param left the value before the first point; null for the first of `fp`
  /// @param right the value behind the last point; null for the last of `fp`
  /// @throws IllegalArgumentException if there are no points
  /// @throws ShapeException if `xp` and `fp` are not 1-D and of one length
  /// @throws io.lanewise.ndarray.CastingException if `x` or `xp` is complex
  public static NDArray interp(NDArray x, NDArray xp, NDArray fp, Complex left, Complex right) {
    Searching.requireVector("interp", xp);
    Searching.requireVector("interp", fp);
    if (xp.size() == 0) {
      throw new IllegalArgumentException("array of sample points is empty");
    }
    requireSameLength(xp, fp);
    double[] at = x.toDoubleArray();
    double[] points = xp.toDoubleArray();
    if (!fp.dtype().isComplex()) {
      return values(at, points, fp.toDoubleArray(), false, part(left, true), part(right, true))
          .reshape(x.shape());
    }
    NDArray result = NDArray.empty(DType.COMPLEX128, x.shape());
    double[] real = fp.real().toDoubleArray();
    double[] imag = fp.imag().toDoubleArray();
    result
        .real()
        .set(
            values(at, points, real, true, part(left, true), part(right, true)).reshape(x.shape()));
    result
        .imag()
        .set(
            values(at, points, imag, true, part(left, false), part(right, false))
                .reshape(x.shape()));
    return result;
  }

  /// The same for a function with a period, whose points may have any order. Source: the parameter
  /// `period` of `numpy.interp`.
  ///
  /// @throws IllegalArgumentException if the period is 0, or there are no points
  /// @throws ShapeException if `xp` and `fp` are not 1-D and of one length
  public static NDArray interpPeriodic(NDArray x, NDArray xp, NDArray fp, double period) {
    if (period == 0) {
      throw new IllegalArgumentException("period must be a non-zero value");
    }
    if (xp.ndim() != 1 || fp.ndim() != 1) {
      throw new ShapeException("Data points must be 1-D sequences");
    }
    requireSameLength(xp, fp);
    if (xp.size() == 0) {
      throw new IllegalArgumentException("array of sample points is empty");
    }
    double length = Math.abs(period);
    NDArray within = Ufuncs.REMAINDER.apply(x.astype(DType.FLOAT64), length, null);
    NDArray places = Ufuncs.REMAINDER.apply(xp.astype(DType.FLOAT64), length, null);
    NDArray order = Sorting.argsort(places);
    NDArray sorted = places.get(order);
    NDArray values =
        fp.astype(fp.dtype().isComplex() ? DType.COMPLEX128 : DType.FLOAT64).get(order);
    NDArray points =
        Manipulation.concatenate(
            sorted.get("-1:").subtract(length), sorted, sorted.get(":1").add(length));
    return interp(
        within, points, Manipulation.concatenate(values.get("-1:"), values, values.get(":1")));
  }

  private static void requireSameLength(NDArray xp, NDArray fp) {
    if (xp.size() != fp.size()) {
      throw new ShapeException(
          "fp and xp are not of the same length. Shapes "
              + Shapes.toString(fp.shape())
              + " and "
              + Shapes.toString(xp.shape()));
    }
  }

  private static Double part(Complex number, boolean real) {
    return number == null ? null : Double.valueOf(real ? number.real() : number.imag());
  }

  private static NDArray values(
      double[] x, double[] xp, double[] fp, boolean complex, Double left, Double right) {
    double before = left == null ? fp[0] : left;
    double behind = right == null ? fp[fp.length - 1] : right;
    double[] out = new double[x.length];
    Work work = new Work(x, xp, fp, complex, before, behind, out);
    int chunks = (x.length + CHUNK - 1) / CHUNK;
    if (x.length >= SHARED_FROM && Lanewise.parallelism() > 1) {
      int parts = Math.min(chunks, 8 * Lanewise.parallelism());
      Workers.run(
          new Workers.Job() {
            @Override
            protected void run(int part) {
              work.chunks(
                  (int) ((long) chunks * part / parts), (int) ((long) chunks * (part + 1) / parts));
            }
          },
          parts);
    } else {
      work.chunks(0, chunks);
    }
    return NDArray.of(out);
  }

  /// What all parts of the work share.
  private static final class Work {
    private final double[] x;
    private final double[] xp;
    private final double[] fp;
    private final boolean complex;
    private final double left;
    private final double right;
    private final double[] out;
    private final long[] keys;

    /// Between each point and the next one, where there are not more points than queries.
    private final double[] slopes;

    Work(
        double[] x,
        double[] xp,
        double[] fp,
        boolean complex,
        double left,
        double right,
        double[] out) {
      this.complex = complex;
      this.x = x;
      this.xp = xp;
      this.fp = fp;
      this.left = left;
      this.right = right;
      this.out = out;
      int n = xp.length;
      keys = new long[n];
      SortKeys.load(DType.FLOAT64, xp, 0, 1, n, SortKeys.EQUAL_ZEROS, keys);
      slopes = n <= x.length ? new double[n - 1] : null;
      for (int i = 0; slopes != null && i < n - 1; i++) {
        slopes[i] = slope(i);
      }
    }

    private double slope(int i) {
      double rise = fp[i + 1] - fp[i];
      double run = xp[i + 1] - xp[i];
      // the parts of complex numbers share a reciprocal in NumPy
      return complex ? rise * (1 / run) : rise / run;
    }

    void chunks(int first, int last) {
      long[] some = new long[CHUNK];
      long[] found = new long[CHUNK];
      for (int chunk = first; chunk < last; chunk++) {
        int from = chunk * CHUNK;
        int n = Math.min(CHUNK, x.length - from);
        SortKeys.load(DType.FLOAT64, x, from, 1, n, SortKeys.EQUAL_ZEROS, some);
        KeySearch.search(keys, keys.length, some, n, true, found);
        for (int i = 0; i < n; i++) {
          out[from + i] = value(x[from + i], (int) found[i] - 1);
        }
      }
    }

    /// The value at `at`, which lies between the points `i` and `i` + 1.
    private double value(double at, int i) {
      int last = xp.length - 1;
      if (at != at) {
        // NumPy compares a NaN with a single point and finds it nowhere else
        return last == 0 ? fp[0] : at;
      }
      if (i < 0) {
        return left;
      }
      if (i == last) {
        return at > xp[last] ? right : fp[last];
      }
      if (xp[i] == at) {
        // a slope that is not finite does no harm
        return fp[i];
      }
      double slope = slopes == null ? slope(i) : slopes[i];
      double value = slope * (at - xp[i]) + fp[i];
      if (value != value) {
        value = slope * (at - xp[i + 1]) + fp[i + 1];
        if (value != value && fp[i] == fp[i + 1]) {
          return fp[i];
        }
      }
      return value;
    }
  }
}
