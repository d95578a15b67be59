package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// The coefficients of a series, lowest degree first, as float64 numbers: what is done to
/// coefficients is a few operations each, so they are rounded to their dtype once, at the end.
///
/// @param im null where all are real
/// @param dtype what they came in
record Coefficients(double[] re, double[] im, DType dtype) {
  /// The numbers of a 1-d array (a 0-d one counts as one number), trailing zeros dropped.
  static Coefficients of(String name, NDArray c) {
    if (c.ndim() > 1) {
      throw new IllegalArgumentException("Coefficient array is not 1-d in " + name);
    }
    if (c.size() == 0) {
      throw new IllegalArgumentException("Coefficient array is empty in " + name);
    }
    if (c.dtype() == DType.BOOL) {
      throw new IllegalArgumentException("Coefficient arrays have no common type in " + name);
    }
    return whole(c.reshape(-1)).trimmed();
  }

  /// The numbers of a 1-d array.
  static Coefficients whole(NDArray c) {
    DType dtype = floating(c.dtype());
    if (!dtype.isComplex()) {
      return new Coefficients(doubles(c), null, dtype);
    }
    return new Coefficients(doubles(c.real()), doubles(c.imag()), dtype);
  }

  /// The dtype in which a series of `dtype` is computed: integers become float64.
  static DType floating(DType dtype) {
    return dtype.isInteger() || dtype == DType.BOOL ? DType.FLOAT64 : dtype;
  }

  private static double[] doubles(NDArray a) {
    return a.astype(DType.FLOAT64).toDoubleArray();
  }

  int length() {
    return re.length;
  }

  boolean isZero(int i) {
    return re[i] == 0 && (im == null || im[i] == 0);
  }

  /// Without trailing zeros; at least one number is left.
  Coefficients trimmed() {
    int n = re.length;
    while (n > 1 && isZero(n - 1)) {
      n--;
    }
    return n == re.length ? this : first(n);
  }

  /// The first `n`, zeros where there are fewer.
  Coefficients first(int n) {
    return new Coefficients(Arrays.copyOf(re, n), im == null ? null : Arrays.copyOf(im, n), dtype);
  }

  Coefficients with(DType other) {
    return new Coefficients(re, im, other);
  }

  /// Does the same to the real and the imaginary parts: what is linear over the real numbers.
  Coefficients map(Parts function) {
    return new Coefficients(function.apply(re), im == null ? null : function.apply(im), dtype);
  }

  /// A function of real coefficients.
  @FunctionalInterface
  interface Parts {
    double[] apply(double[] part);
  }

  /// `scale a + b`, the shorter continued with zeros.
  static double[] sum(double scale, double[] a, double[] b) {
    double[] result = new double[Math.max(a.length, b.length)];
    for (int i = 0; i < a.length; i++) {
      result[i] = scale * a[i];
    }
    for (int i = 0; i < b.length; i++) {
      result[i] += b[i];
    }
    return result;
  }

  NDArray toArray() {
    if (!dtype.isComplex()) {
      return NDArray.of(re).astype(dtype);
    }
    double[] parts = new double[2 * re.length];
    for (int i = 0; i < re.length; i++) {
      parts[2 * i] = re[i];
      parts[2 * i + 1] = im == null ? 0 : im[i];
    }
    return NDArray.ofComplex(parts).astype(dtype);
  }
}
