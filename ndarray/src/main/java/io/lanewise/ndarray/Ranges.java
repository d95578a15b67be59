package io.lanewise.ndarray;

import java.util.Arrays;

/// Numbers in equal steps, of a line or of a ratio.
final class Ranges {
  private Ranges() {}

  static NDArray arange(double start, double stop, double step, DType dtype) {
    if (dtype == DType.FLOAT64) {
      return Creation.arange(start, stop, step);
    }
    if (dtype.isComplex()) {
      return arange(start, stop, step, dtype.part()).astype(dtype);
    }
    long n = Creation.arange(start, stop, step).size();
    NDArray result = NDArray.empty(dtype, n);
    if (n > 0) {
      result.setDouble(start, 0);
    }
    if (n > 1) {
      result.setDouble(start + step, 1);
    }
    return continued(result);
  }

  static NDArray arange(long start, long stop, long step, DType dtype) {
    if (dtype == DType.INT64) {
      return Creation.arange(start, stop, step);
    }
    if (dtype.isComplex()) {
      return arange(start, stop, step, dtype.part()).astype(dtype);
    }
    if (step == 0) {
      throw new IllegalArgumentException("arange: step cannot be 0");
    }
    long n = Creation.count(start, stop, step);
    NDArray result = NDArray.empty(dtype, n);
    if (n > 0) {
      result.setLong(start, 0);
    }
    if (n > 1) {
      result.setLong(start + step, 1);
    }
    return continued(result);
  }

  /// NumPy's rule: the step is the difference of the first two elements as they are rounded, and
  /// everything is computed in the dtype.
  private static NDArray continued(NDArray a) {
    long n = a.size();
    DType dtype = a.dtype();
    if (n < 3) {
      return a;
    }
    if (dtype == DType.BOOL) {
      throw new IllegalArgumentException(
          "arange() is only supported for booleans when the result has at most length 2.");
    }
    Object base = a.storage().base();
    if (dtype == DType.FLOAT64) {
      double start = a.getDouble(0);
      double delta = a.getDouble(1) - start;
      for (long i = 2; i < n; i++) {
        Elements.setDouble(dtype, base, i, start + i * delta);
      }
    } else if (dtype.isFloating()) {
      float start = (float) a.getDouble(0);
      float delta = (float) a.getDouble(1) - start;
      for (long i = 2; i < n; i++) {
        Elements.setDouble(dtype, base, i, start + i * delta);
      }
    } else {
      long start = a.getLong(0);
      long delta = a.getLong(1) - start;
      for (long i = 2; i < n; i++) {
        Elements.setLong(dtype, base, i, start + i * delta);
      }
    }
    return a;
  }

  static NDArray linspace(double start, double stop, long n, Endpoint endpoint, DType dtype) {
    NDArray all;
    if (endpoint == Endpoint.INCLUDE) {
      all = Creation.linspace(start, stop, n);
    } else {
      requireCount(n);
      all = NDArray.empty(DType.FLOAT64, n);
      double delta = start == stop ? 0 : stop - start;
      double step = delta / n;
      Object base = all.storage().base();
      for (long i = 0; i < n; i++) {
        double along = step == 0 ? i / (double) n * delta : i * step;
        Elements.setDouble(DType.FLOAT64, base, i, along + start);
      }
    }
    return rounded(all, dtype);
  }

  static ArrayCreation.Linspace withStep(
      double start, double stop, long n, Endpoint endpoint, DType dtype) {
    long gaps = endpoint == Endpoint.INCLUDE ? n - 1 : n;
    double delta = start == stop ? 0 : stop - start;
    return new ArrayCreation.Linspace(
        linspace(start, stop, n, endpoint, dtype),
        NDArray.scalar(gaps > 0 ? delta / gaps : Double.NaN));
  }

  /// Towards minus infinity where the dtype is an integer one.
  private static NDArray rounded(NDArray a, DType dtype) {
    if (dtype.isInteger()) {
      Object base = a.storage().base();
      for (long i = 0; i < a.size(); i++) {
        double floor = Math.floor(Elements.getDouble(a.dtype(), base, i));
        Elements.setDouble(a.dtype(), base, i, floor);
      }
    }
    return a.dtype() == dtype ? a : a.astype(dtype);
  }

  /// The dtype in which NumPy computes between `start` and `stop`: at least a floating-point one.
  private static DType computing(NDArray start, NDArray stop) {
    return Promotion.promoteTypes(
        Promotion.withFloating(start.dtype()), Promotion.withFloating(stop.dtype()));
  }

  static NDArray linspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, DType dtype, int axis) {
    return withStep(start, stop, n, endpoint, dtype, axis).samples();
  }

  static ArrayCreation.Linspace withStep(
      NDArray start, NDArray stop, long n, Endpoint endpoint, DType dtype, int axis) {
    requireCount(n);
    DType type = computing(start, stop);
    NDArray first = computed(start, type);
    NDArray last = computed(stop, type);
    NDArray delta = difference(first, last);
    long gaps = endpoint == Endpoint.INCLUDE ? n - 1 : n;
    long[] column = new long[delta.ndim() + 1];
    Arrays.fill(column, 1);
    column[0] = n;
    NDArray along = NDArray.arange(n).astype(type).reshape(column);
    NDArray result;
    NDArray step;
    if (gaps > 0) {
      // in arrays of one element too: a 0-d array is strong, as NumPy's scalars are
      step = ComplexParts.divide(delta, gaps);
      boolean none = delta.size() > 0 && step.equal(0.0).any().item() != 0;
      result = none ? ComplexParts.divide(along, gaps).multiply(delta) : along.multiply(step);
    } else {
      step = NDArray.scalar(Double.NaN);
      result = along.multiply(delta);
    }
    result = result.add(first);
    if (endpoint == Endpoint.INCLUDE && n > 1) {
      result.get(n - 1).set(last);
    }
    DType wanted = dtype == null ? type : dtype;
    NDArray samples = rounded(Views.moveaxis(result, 0, axis).copy(), wanted);
    return new ArrayCreation.Linspace(samples, step);
  }

  /// Between equal infinities 0, as in NumPy after 2.5, so that they make a row of infinities.
  private static NDArray difference(NDArray first, NDArray last) {
    NDArray delta = last.subtract(first);
    NDArray none = delta.notEqual(delta).logicalAnd(first.equal(last));
    if (none.any().item() != 0) {
      delta.at(Index.mask(none)).fill(0);
    }
    return delta;
  }

  /// In the dtype of its own kind in which the difference is computed.
  private static NDArray computed(NDArray end, DType type) {
    return type.isComplex() ? end.astype(type) : end.multiply(1.0);
  }

  static NDArray logspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, NDArray base, DType dtype, int axis) {
    if (base.ndim() == 0) {
      NDArray exponents = linspace(start, stop, n, endpoint, null, axis);
      NDArray result =
          exponents.dtype().isComplex()
              ? power(base.getDouble(), exponents)
              : base.power(exponents);
      return dtype == null || dtype == result.dtype() ? result : result.astype(dtype);
    }
    int ndim = Math.max(base.ndim(), Math.max(start.ndim(), stop.ndim()));
    NDArray exponents = linspace(padded(start, ndim), padded(stop, ndim), n, endpoint, null, axis);
    NDArray result = Views.expandDims(padded(base, ndim), axis).power(exponents);
    return dtype == null || dtype == result.dtype() ? result : result.astype(dtype);
  }

  /// The powers of one base, which is weak.
  static NDArray logspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, double base, DType dtype, int axis) {
    NDArray exponents = linspace(start, stop, n, endpoint, null, axis);
    NDArray result =
        exponents.dtype().isComplex()
            ? power(base, exponents)
            : NDArray.full(exponents.dtype(), base).power(exponents);
    return dtype == null || dtype == result.dtype() ? result : result.astype(dtype);
  }

  private static NDArray power(double base, NDArray exponents) {
    if (!(base > 0)) {
      throw new IllegalArgumentException(
          "logspace: complex exponents need a positive base, not " + base);
    }
    return ComplexParts.power(base, exponents);
  }

  /// With axes of length 1 in front, up to `ndim`.
  private static NDArray padded(NDArray a, int ndim) {
    long[] shape = new long[ndim];
    Arrays.fill(shape, 1);
    System.arraycopy(a.shape(), 0, shape, ndim - a.ndim(), a.ndim());
    return a.reshape(shape);
  }

  /// Numbers in equal ratios: powers of ten between the logarithms, the ends as they are given, the
  /// sign of the first.
  static NDArray geomspace(double start, double stop, long n, Endpoint endpoint, DType dtype) {
    requireNotZero(start == 0 || stop == 0);
    requireCount(n);
    double sign = Math.signum(start);
    double first = start / sign;
    double last = stop / sign;
    NDArray exponents = linspace(Math.log10(first), Math.log10(last), n, endpoint, DType.FLOAT64);
    NDArray result = NDArray.scalar(10.0).power(exponents);
    if (n > 0) {
      result.setDouble(first, 0);
    }
    if (n > 1 && endpoint == Endpoint.INCLUDE) {
      result.setDouble(last, n - 1);
    }
    NDArray signed = result.multiply(sign);
    return dtype == DType.FLOAT64 ? signed : signed.astype(dtype);
  }

  private static void requireNotZero(boolean zero) {
    if (zero) {
      throw new IllegalArgumentException("Geometric sequence cannot include zero");
    }
  }

  static NDArray geomspace(
      NDArray start, NDArray stop, long n, Endpoint endpoint, DType dtype, int axis) {
    requireCount(n);
    long[] shape = Shapes.broadcast(start.shape(), stop.shape());
    NDArray first = start.broadcastTo(shape).reshape(-1);
    NDArray last = stop.broadcastTo(shape).reshape(-1);
    // NumPy computes in float64 at least, whatever the dtype of the ends
    boolean complex = start.dtype().isComplex() || stop.dtype().isComplex();
    NDArray columns = NDArray.empty(complex ? DType.COMPLEX128 : DType.FLOAT64, first.size(), n);
    for (long i = 0; i < first.size(); i++) {
      columns
          .get(i)
          .set(
              complex
                  ? spiral(first.getComplex(i), last.getComplex(i), n, endpoint)
                  : geomspace(first.getDouble(i), last.getDouble(i), n, endpoint, DType.FLOAT64));
    }
    long[] all = Arrays.copyOf(shape, shape.length + 1);
    all[shape.length] = n;
    NDArray result = Views.moveaxis(columns.reshape(all), -1, axis).copy();
    return dtype == null || dtype == result.dtype() ? result : result.astype(dtype);
  }

  /// Complex numbers in equal ratios: turned so that the first one is real and positive, powers of
  /// ten between the logarithms, turned back. A logarithmic spiral.
  private static NDArray spiral(Complex start, Complex stop, long n, Endpoint endpoint) {
    double modulus = StrictMath.hypot(start.real(), start.imag());
    requireNotZero(modulus == 0 || stop.real() == 0 && stop.imag() == 0);
    Complex sign = new Complex(start.real() / modulus, start.imag() / modulus);
    Complex first = new Complex(modulus, 0);
    Complex last = ComplexParts.divide(stop, sign);
    NDArray exponents =
        linspace(
            ComplexParts.scalar(ComplexParts.log10(first)),
            ComplexParts.scalar(ComplexParts.log10(last)),
            n,
            endpoint,
            null,
            0);
    NDArray result = ComplexParts.power(10, exponents);
    if (n > 0) {
      result.setComplex(first, 0);
    }
    if (n > 1 && endpoint == Endpoint.INCLUDE) {
      result.setComplex(last, n - 1);
    }
    return result.multiply(ComplexParts.scalar(sign));
  }

  private static void requireCount(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("Number of samples, " + n + ", must be non-negative.");
    }
  }
}
