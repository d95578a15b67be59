package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.Ufuncs;
import java.util.Arrays;

/// Polynomials given by their coefficients, highest degree first. Source: the functions around
/// `numpy.poly1d`. [Series#POWER] has the same for coefficients that start at the lowest degree.
///
/// Coefficients are 1-d arrays of any dtype (0-d ones count as one number); dtypes meet as in the
/// ufuncs, so sums and products of integers are integers. Results are new arrays. Arrays of more
/// dimensions are a [ShapeException].
public final class Polynomials {
  /// Coefficients of a remainder up to here are no part of it where they stand at its start: the
  /// absolute tolerance of `numpy.allclose`, which NumPy uses there with 0.
  private static final double ABSOLUTE = 1e-8;

  private Polynomials() {}

  private static NDArray line(String name, NDArray p) {
    if (p.ndim() > 1) {
      throw new ShapeException(
          name + ": polynomial must be 1d, not of shape " + Shapes.toString(p.shape()));
    }
    return p.reshape(-1);
  }

  /// The values of a polynomial at `x`, by Horner's rule; zeros without coefficients. Source:
  /// `numpy.polyval`.
  public static NDArray polyval(NDArray p, NDArray x) {
    NDArray c = line("polyval", p);
    if (c.size() == 0) {
      return x.multiply(zero(x.dtype()));
    }
    DType dtype = Promotion.promoteTypes(c.dtype(), x.dtype());
    if (dtype == DType.FLOAT64 || dtype == DType.FLOAT32) {
      return Series.POWER.val(x.astype(dtype), c.get("::-1").astype(dtype));
    }
    NDArray points = x.astype(dtype);
    NDArray y = NDArray.zeros(dtype, x.shape());
    for (long i = 0; i < c.size(); i++) {
      y.multiply(points, y);
      y.add(c.get(i).astype(dtype), y);
    }
    return y;
  }

  private static NDArray zero(DType dtype) {
    return NDArray.zeros(dtype);
  }

  /// The sum. Source: `numpy.polyadd`.
  public static NDArray polyadd(NDArray a1, NDArray a2) {
    NDArray[] both = sameLength("polyadd", a1, a2);
    return both[0].add(both[1]);
  }

  /// The difference. Source: `numpy.polysub`.
  public static NDArray polysub(NDArray a1, NDArray a2) {
    NDArray[] both = sameLength("polysub", a1, a2);
    return both[0].subtract(both[1]);
  }

  private static NDArray[] sameLength(String name, NDArray... all) {
    NDArray a = line(name, all[0]);
    NDArray b = line(name, all[1]);
    long n = Math.max(a.size(), b.size());
    return new NDArray[] {padded(a, n), padded(b, n)};
  }

  private static NDArray padded(NDArray a, long n) {
    NDArray result = NDArray.zeros(a.dtype(), n);
    result.set((n - a.size()) + ":", a);
    return result;
  }

  /// The product, without zeros at the start of a factor. Source: `numpy.polymul`.
  public static NDArray polymul(NDArray a1, NDArray a2) {
    return convolve(leading(line("polymul", a1)), leading(line("polymul", a2)));
  }

  /// Without zeros at the start; one 0 where there is nothing else, as `numpy.poly1d` has it.
  private static NDArray leading(NDArray p) {
    long first = 0;
    while (first < p.size() && !p.getBoolean(first)) {
      first++;
    }
    if (first == p.size()) {
      return NDArray.zeros(p.size() == 0 ? DType.FLOAT64 : p.dtype(), 1);
    }
    return p.get(first + ":");
  }

  private static NDArray convolve(NDArray a, NDArray b) {
    DType dtype = Promotion.promoteTypes(a.dtype(), b.dtype());
    NDArray shorter = a.size() < b.size() ? a : b;
    NDArray longer = (a.size() < b.size() ? b : a).astype(dtype);
    NDArray result = NDArray.zeros(dtype, a.size() + b.size() - 1);
    for (long i = 0; i < shorter.size(); i++) {
      NDArray part = result.get(i + ":" + (i + longer.size()));
      Ufuncs.add(part, longer.multiply(shorter.get(i).astype(dtype)), part);
    }
    return result;
  }

  /// Quotient and remainder, at least in float64's kind. A divisor that starts with 0 gives a
  /// quotient of infinities and NaNs, as a division of numbers does. Source: `numpy.polydiv`.
  public static SeriesDivision polydiv(NDArray u, NDArray v) {
    Coefficients dividend = rising("polydiv", u);
    Coefficients divisor = rising("polydiv", v);
    DType dtype = Promotion.promoteTypes(dividend.dtype(), divisor.dtype());
    SeriesDivision result = Division.divide(Series.POWER, dividend, divisor, dtype);
    NDArray rest = result.remainder().get("::-1");
    long first = 0;
    while (first < rest.size() - 1 && rest.get(first).abs().item() <= ABSOLUTE) {
      first++;
    }
    return new SeriesDivision(result.quotient().get("::-1").copy(), rest.get(first + ":").copy());
  }

  private static Coefficients rising(String name, NDArray p) {
    NDArray c = line(name, p);
    if (c.size() == 0) {
      throw new IllegalArgumentException(name + ": a polynomial needs at least one coefficient");
    }
    return Coefficients.whole(c.get("::-1"));
  }

  /// The derivative. Source: `numpy.polyder`.
  public static NDArray polyder(NDArray p) {
    return polyder(p, 1);
  }

  /// The `m`-th derivative.
  ///
  /// @throws IllegalArgumentException if `m` is negative
  public static NDArray polyder(NDArray p, int m) {
    if (m < 0) {
      throw new IllegalArgumentException("Order of derivative must be positive (see polyint)");
    }
    NDArray result = line("polyder", p).copy();
    for (int i = 0; i < m; i++) {
      long degree = Math.max(0, result.size() - 1);
      result = result.get(":" + degree).multiply(NDArray.arange(degree, 0, -1));
    }
    return result;
  }

  /// The integral from 0. Source: `numpy.polyint`.
  public static NDArray polyint(NDArray p) {
    return polyint(p, 1, 0);
  }

  /// The `m`-th integral, `k` its constants; one holds for all.
  ///
  /// @throws IllegalArgumentException if `m` is negative, or there are neither one nor `m`
  ///   constants
  public static NDArray polyint(NDArray p, int m, double... k) {
    if (m < 0) {
      throw new IllegalArgumentException("Order of integral must be positive (see polyder)");
    }
    if (k.length != 1 && k.length < m) {
      throw new IllegalArgumentException("k must be a scalar or a rank-1 array of length 1 or >m.");
    }
    NDArray result = line("polyint", p).copy();
    for (int i = 0; i < m; i++) {
      NDArray whole = divided(result, NDArray.arange(result.size(), 0, -1));
      NDArray constant = NDArray.of(k.length == 1 ? k[0] : k[i]);
      result = Manipulation.concatenate(whole, constant);
    }
    return result;
  }

  private static NDArray divided(NDArray c, NDArray by) {
    if (!c.dtype().isComplex()) {
      return c.divide(by);
    }
    NDArray result = c.astype(Promotion.promoteTypes(c.dtype(), by.dtype())).copy();
    Ufuncs.divide(result.real(), by, result.real());
    Ufuncs.divide(result.imag(), by, result.imag());
    return result;
  }

  /// The coefficients of the polynomial with these roots and 1 as its first coefficient; real where
  /// complex roots come in conjugate pairs. Source: `numpy.poly`, for roots; that of a matrix needs
  /// its eigenvalues.
  ///
  /// @throws IllegalArgumentException if the roots are not 1-d
  public static NDArray poly(NDArray roots) {
    if (roots.ndim() > 1) {
      throw new IllegalArgumentException(
          "input must be 1d: poly of shape " + Shapes.toString(roots.shape()));
    }
    NDArray all = roots.reshape(-1);
    DType dtype =
        switch (roots.dtype()) {
          case FLOAT32, COMPLEX64, COMPLEX128 -> roots.dtype();
          default -> DType.FLOAT64;
        };
    NDArray result = NDArray.ones(dtype, 1);
    for (long i = 0; i < all.size(); i++) {
      NDArray factor = NDArray.ones(dtype, 2);
      factor.set("1", all.get(i).astype(dtype).negative());
      result = convolve(result, factor);
    }
    return dtype.isComplex() && arePaired(all) ? result.real().copy() : result;
  }

  private static boolean arePaired(NDArray roots) {
    double[][] mine = sorted(roots, 1);
    double[][] conjugate = sorted(roots, -1);
    return Arrays.deepEquals(mine, conjugate);
  }

  private static double[][] sorted(NDArray roots, int sign) {
    double[][] all = new double[Shapes.javaLength("poly", roots.size())][];
    for (int i = 0; i < all.length; i++) {
      double imaginary = sign * roots.getComplex(i).imag();
      // zeros of both signs are one
      all[i] = new double[] {roots.getComplex(i).real() + 0.0, imaginary + 0.0};
    }
    Arrays.sort(all, Arrays::compare);
    return all;
  }
}
