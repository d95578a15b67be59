package io.lanewise.ufunc;

import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Medians of complex numbers, by NumPy's order: real parts first, then imaginary ones.
final class ComplexMedian {
  private static final Complex NAN = new Complex(Double.NaN, Double.NaN);

  private ComplexMedian() {}

  /// The medians of `count` rows along the last axis, in one axis.
  static NDArray of(NDArray rows, long count, boolean ignoresNan) {
    long n = rows.shape(-1);
    NDArray flat = Sorting.sort(rows, -1).reshape(count, n);
    NDArray result = NDArray.empty(rows.dtype(), count);
    for (long row = 0; row < count; row++) {
      long numbers = n;
      // NaN in either part comes last
      while (numbers > 0 && isNan(flat.getComplex(row, numbers - 1))) {
        numbers--;
      }
      boolean none = numbers == 0 || numbers < n && !ignoresNan;
      result.setComplex(none ? NAN : middle(flat, row, numbers), row);
    }
    return result;
  }

  private static boolean isNan(Complex z) {
    return Double.isNaN(z.real()) || Double.isNaN(z.imag());
  }

  private static Complex middle(NDArray rows, long row, long numbers) {
    Complex a = rows.getComplex(row, (numbers - 1) / 2);
    if (numbers % 2 == 1) {
      return a;
    }
    Complex b = rows.getComplex(row, numbers / 2);
    boolean wide = rows.dtype() == DType.COMPLEX128;
    return new Complex(mean(a.real(), b.real(), wide), mean(a.imag(), b.imag(), wide));
  }

  private static double mean(double a, double b, boolean wide) {
    return wide ? (a + b) / 2 : ((float) a + (float) b) / 2;
  }
}
