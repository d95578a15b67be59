package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.reduce.Correlation;

/// Convolution and correlation of 1-D arrays, by the definition. Each sum adds its products in
/// order: with n terms and relative rounding error u the error is at most n u / (1 - n u) times the
/// sum of their sizes (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 3.1). NumPy's
/// order depends on the library that it was built with.
public final class Signals {
  private Signals() {}

  /// The full convolution.
  public static NDArray convolve(NDArray a, NDArray v) {
    return convolve(a, v, ConvolveMode.FULL);
  }

  /// The discrete convolution: the sums of `a[m] v[n - m]`, of the dtype in which both meet.
  /// Integers wrap, of bools it is the disjunction of conjunctions. A 0-d array counts as one of
  /// one element. Source: `numpy.convolve`.
  ///
  /// @throws IllegalArgumentException if one is empty
  /// @throws ShapeException if one has more than one dimension
  public static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
    NDArray x = vector(a);
    NDArray y = vector(v);
    if (x.size() == 0 || y.size() == 0) {
      throw new IllegalArgumentException((x.size() == 0 ? "a" : "v") + " cannot be empty");
    }
    return y.size() > x.size() ? sums(y, x.get("::-1"), mode) : sums(x, y.get("::-1"), mode);
  }

  /// The valid part of the correlation.
  public static NDArray correlate(NDArray a, NDArray v) {
    return correlate(a, v, ConvolveMode.VALID);
  }

  /// The cross-correlation: the sums of `a[n + k] conj(v[n])`, k being the place in the result, of
  /// the dtype in which both meet. Source: `numpy.correlate`.
  ///
  /// @throws IllegalArgumentException if one is empty
  /// @throws ShapeException if one is not 1-D
  public static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
    NDArray x = vector(a);
    NDArray y = vector(v);
    if (x.size() == 0 || y.size() == 0) {
      throw new IllegalArgumentException(
          (x.size() == 0 ? "first" : "second") + " array argument cannot be empty");
    }
    NDArray conjugate = y.dtype().isComplex() ? Ufuncs.CONJUGATE.apply(y) : y;
    return x.size() < conjugate.size()
        ? sums(conjugate, x, mode).get("::-1").copy()
        : sums(x, conjugate, mode);
  }

  private static NDArray vector(NDArray a) {
    if (a.ndim() > 1) {
      throw new ShapeException(
          "object too deep for desired array: one axis, not shape " + Shapes.toString(a.shape()));
    }
    return a.ndim() == 0 ? a.reshape(1) : a;
  }

  /// The sums over the shorter array `v`.
  private static NDArray sums(NDArray a, NDArray v, ConvolveMode mode) {
    long m = v.size();
    long start =
        switch (mode) {
          case FULL -> 0;
          case SAME -> m - 1 - m / 2;
          case VALID -> m - 1;
        };
    long count =
        switch (mode) {
          case FULL -> Shapes.sum("convolve", a.size(), m - 1);
          case SAME -> a.size();
          case VALID -> a.size() - m + 1;
        };
    int n = Shapes.javaLength("convolve", count);
    DType dtype = Promotion.promoteTypes(a.dtype(), v.dtype());
    if (dtype.isComplex()) {
      return complex(a.astype(dtype), v.astype(dtype), (int) start, n, dtype);
    }
    return real(a.astype(dtype), v.astype(dtype), (int) start, n).astype(dtype);
  }

  private static NDArray complex(NDArray a, NDArray v, int start, int n, DType dtype) {
    NDArray result = NDArray.empty(dtype, n);
    NDArray realParts = real(a.real(), v.real(), start, n);
    Ufuncs.subtract(realParts, real(a.imag(), v.imag(), start, n), result.real());
    NDArray mixed = real(a.real(), v.imag(), start, n);
    Ufuncs.add(mixed, real(a.imag(), v.real(), start, n), result.imag());
    return result;
  }

  private static NDArray real(NDArray a, NDArray v, int start, int n) {
    return switch (a.dtype()) {
      case FLOAT64 -> {
        double[] out = new double[n];
        Correlation.run(a.toDoubleArray(), v.toDoubleArray(), start, out);
        yield NDArray.of(out);
      }
      case FLOAT32, FLOAT16, BFLOAT16 -> {
        float[] out = new float[n];
        Correlation.run(floats(a), floats(v), start, out);
        yield NDArray.of(out);
      }
      default -> {
        long[] out = new long[n];
        Correlation.run(longs(a), longs(v), start, out);
        yield NDArray.of(out);
      }
    };
  }

  private static float[] floats(NDArray a) {
    return a.astype(DType.FLOAT32).toFloatArray();
  }

  private static long[] longs(NDArray a) {
    return a.astype(DType.INT64).toLongArray();
  }
}
