package io.lanewise.ndarray;

import java.util.Arrays;

/// What sequences, padding and means need of complex arithmetic, in real and imaginary parts.
final class ComplexParts {
  private ComplexParts() {}

  /// A 0-d complex128 array.
  static NDArray scalar(Complex value) {
    return NDArray.ofComplex(value.real(), value.imag()).reshape();
  }

  /// A complex array of parts of one shape, in C order.
  static NDArray of(DType dtype, NDArray real, NDArray imag) {
    NDArray result = NDArray.empty(dtype, real.shape());
    result.real().set(real);
    result.imag().set(imag);
    return result;
  }

  /// A quotient with a real number. NumPy divides by a complex one, after R. L. Smith ("Algorithm
  /// 116: Complex division", 1962): the reciprocal is rounded, and an infinite part makes the other
  /// one NaN.
  static NDArray divide(NDArray a, double divisor) {
    if (!a.dtype().isComplex()) {
      return a.divide(divisor);
    }
    double scale = a.dtype() == DType.COMPLEX64 ? 1 / (float) divisor : 1 / divisor;
    NDArray real = a.real().add(a.imag().multiply(0.0)).multiply(scale);
    return of(a.dtype(), real, a.imag().subtract(a.real().multiply(0.0)).multiply(scale));
  }

  /// The quotient of two numbers, after Smith.
  static Complex divide(Complex a, Complex b) {
    if (Math.abs(b.real()) >= Math.abs(b.imag())) {
      double ratio = b.imag() / b.real();
      double scale = 1 / (b.real() + b.imag() * ratio);
      return new Complex(
          (a.real() + a.imag() * ratio) * scale, (a.imag() - a.real() * ratio) * scale);
    }
    double ratio = b.real() / b.imag();
    double scale = 1 / (b.imag() + b.real() * ratio);
    return new Complex(
        (a.real() * ratio + a.imag()) * scale, (a.imag() * ratio - a.real()) * scale);
  }

  /// `base` to the power of each element: base^re (cos(im ln base) + i sin(im ln base)).
  ///
  /// @param base positive
  static NDArray power(double base, NDArray exponents) {
    DType part = exponents.dtype().part();
    NDArray modulus = NDArray.full(part, base).power(exponents.real());
    NDArray angle = exponents.imag().multiply(StrictMath.log(base));
    return of(exponents.dtype(), modulus.multiply(angle.cos()), modulus.multiply(angle.sin()));
  }

  /// The logarithm to base 10.
  static Complex log10(Complex z) {
    double modulus = StrictMath.hypot(z.real(), z.imag());
    double angle = StrictMath.atan2(z.imag(), z.real());
    return new Complex(StrictMath.log10(modulus), angle / StrictMath.log(10));
  }

  /// The mean along an axis, which is kept; the sum is divided in float64.
  static NDArray mean(NDArray a, int axis) {
    Axes along = Axes.axis(axis).keepdims();
    NDArray sum = of(a.dtype(), a.real().sum(along), a.imag().sum(along));
    return divide(sum.astype(DType.COMPLEX128), a.shape(axis)).astype(a.dtype());
  }

  /// The smallest or the largest along an axis, which is kept; ordered by real part, then by
  /// imaginary part.
  static NDArray extreme(NDArray a, int axis, boolean largest) {
    NDArray result = Joining.slice(a, axis, 0, 1).copy();
    for (long i = 1; i < a.shape(axis); i++) {
      NDArray next = Joining.slice(a, axis, i, i + 1);
      result = largest ? result.maximum(next) : result.minimum(next);
    }
    return result;
  }

  /// The mean of the two elements in the middle of a vector; where there is NaN, the element that
  /// is last in NumPy's order.
  static Complex median(NDArray vector) {
    double[] real = vector.real().toDoubleArray();
    double[] imag = vector.imag().toDoubleArray();
    int last = -1;
    for (int i = 0; i < real.length; i++) {
      if (nans(real, imag, i) > 0 && (last < 0 || isAfter(real, imag, i, last))) {
        last = i;
      }
    }
    if (last >= 0) {
      return new Complex(real[last], imag[last]);
    }
    Complex low = kth(real, imag, (real.length - 1) / 2);
    if (real.length % 2 == 1) {
      return low;
    }
    Complex high = kth(real, imag, real.length / 2);
    return vector.dtype() == DType.COMPLEX64
        ? half((float) low.real() + (float) high.real(), (float) low.imag() + (float) high.imag())
        : half(low.real() + high.real(), low.imag() + high.imag());
  }

  private static Complex half(double real, double imag) {
    return new Complex((real + imag * 0) * 0.5, (imag - real * 0) * 0.5);
  }

  /// 1 where the imaginary part is NaN, 2 where the real one is, 3 where both are: their order.
  private static int nans(double[] real, double[] imag, int i) {
    return (Double.isNaN(real[i]) ? 2 : 0) + (Double.isNaN(imag[i]) ? 1 : 0);
  }

  private static boolean isAfter(double[] real, double[] imag, int i, int other) {
    int kind = nans(real, imag, i);
    int otherKind = nans(real, imag, other);
    return kind != otherKind
        ? kind > otherKind
        : kind == 1 ? real[i] > real[other] : imag[i] > imag[other];
  }

  /// The element at position `k` in order: the k-th real part, and among those who share it the
  /// imaginary part that is left to count.
  private static Complex kth(double[] real, double[] imag, int k) {
    double[] sorted = real.clone();
    Arrays.sort(sorted);
    double part = sorted[k] + 0.0;
    double[] tied = new double[real.length];
    int before = 0;
    int ties = 0;
    for (int i = 0; i < real.length; i++) {
      if (real[i] < part) {
        before++;
      } else if (real[i] == part) {
        tied[ties++] = imag[i];
      }
    }
    Arrays.sort(tied, 0, ties);
    return new Complex(sorted[k], tied[k - before]);
  }
}
