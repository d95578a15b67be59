package io.lanewise.ufunc;

import static io.lanewise.ufunc.Expr.apply;

import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ufunc.math.Bessel;

/// Functions of the elements of one array that are made of ufuncs: rounding to decimals, what to do
/// with NaN and infinity, real and complex numbers, and the Bessel function I0. Source: the
/// functions of NumPy that are "ufunc-like".
public final class Numbers {
  /// From here on a fused pass pays for building its expression; see [Comparing].
  private static final long FUSED_FROM = 1_000;

  /// The powers of ten that float64 holds exactly.
  private static final int EXACT_POWERS = 22;

  private static final UFunc I0 =
      new UFunc("i0", 1, LoopTypes.QUOTIENT, (f, x) -> Bessel.i0(f, x[0]), null);

  private Numbers() {}

  private static boolean isFused(NDArray a) {
    boolean fused = a.dtype() == DType.FLOAT64 || a.dtype() == DType.FLOAT32;
    return fused && a.size() >= FUSED_FROM;
  }

  /// The nearest integers, halves going to the even one.
  public static NDArray round(NDArray a) {
    return round(a, 0, null);
  }

  /// The elements rounded to `decimals` places.
  public static NDArray round(NDArray a, int decimals) {
    return round(a, decimals, null);
  }

  /// The elements rounded to `decimals` places behind the point, or before it where negative,
  /// halves going to the even digit. They are scaled by a power of ten, rounded to integers and
  /// scaled back, as NumPy does it, so that 0.285 gives 0.28 with two decimals. Of complex numbers
  /// both parts are rounded. Integers stay integers; bools give float16 without decimals, and
  /// cannot be scaled. Source: `numpy.round`.
  ///
  /// @throws CastingException if `out` does not take the dtype within its kind, or for bools with
  ///   decimals
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape
  public static NDArray round(NDArray a, int decimals, NDArray out) {
    DType dtype = a.dtype();
    if (dtype == DType.BOOL && decimals != 0) {
      throw new CastingException(
          "Cannot cast ufunc '"
              + (decimals > 0 ? "multiply" : "divide")
              + "' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'");
    }
    NDArray result;
    if (dtype.isInteger()) {
      result = decimals >= 0 ? a.copy() : scaled(a, decimals).astype(dtype);
    } else if (decimals == 0) {
      result = Ufuncs.RINT.apply(a);
    } else if (dtype.isComplex()) {
      result = NDArray.empty(dtype, a.shape());
      result.real().set(scaled(a.real(), decimals));
      result.imag().set(scaled(a.imag(), decimals));
    } else {
      result = scaled(a, decimals);
    }
    return Outputs.deliver("round", result, out);
  }

  private static NDArray scaled(NDArray a, int decimals) {
    double power = power(Math.abs(decimals));
    if (isFused(a)) {
      Expr x = Expr.of(a);
      return decimals > 0
          ? apply(Ufuncs.RINT, x.multiply(power)).divide(power).eval()
          : apply(Ufuncs.RINT, x.divide(power)).multiply(power).eval();
    }
    return decimals > 0
        ? Ufuncs.RINT.apply(a.multiply(power)).divide(power)
        : Ufuncs.RINT.apply(a.divide(power)).multiply(power);
  }

  /// Ten to a power as NumPy has it: exact as far as float64 goes, then by repeated products.
  private static double power(int n) {
    double power = Double.parseDouble("1e" + Math.min(n, EXACT_POWERS));
    for (int i = EXACT_POWERS; i < n; i++) {
      power *= 10;
    }
    return power;
  }

  /// The same as [#round(NDArray, int)]. Source: `numpy.around`.
  public static NDArray around(NDArray a, int decimals) {
    return round(a, decimals, null);
  }

  /// The nearest integers towards zero. Source: `numpy.fix`.
  public static NDArray fix(NDArray a) {
    return Ufuncs.TRUNC.apply(a);
  }

  /// The same into `out`.
  public static NDArray fix(NDArray a, NDArray out) {
    return Ufuncs.TRUNC.apply(a, out);
  }

  /// The elements with 0 for NaN and the dtype's largest and smallest numbers for the infinities.
  public static NDArray nanToNum(NDArray a) {
    return nanToNum(a, 0, Double.NaN, Double.NaN);
  }

  /// A copy with `nan` for NaN, `posinf` for infinity and `neginf` for minus infinity; a NaN for
  /// one of the last two stands for the largest or smallest number of the dtype. Of complex numbers
  /// both parts are treated so; integers and bools are copied. Source: `numpy.nan_to_num`.
  public static NDArray nanToNum(NDArray a, double nan, double posinf, double neginf) {
    DType dtype = a.dtype();
    if (dtype.isComplex()) {
      NDArray result = NDArray.empty(dtype, a.shape());
      result.real().set(nanToNum(a.real(), nan, posinf, neginf));
      result.imag().set(nanToNum(a.imag(), nan, posinf, neginf));
      return result;
    }
    if (!dtype.isFloating()) {
      return a.copy();
    }
    double largest = largest(dtype);
    double top = posinf != posinf ? largest : posinf;
    double bottom = neginf != neginf ? -largest : neginf;
    if (isFused(a)) {
      Expr x = Expr.of(a);
      Expr low = Expr.where(is(x, Double.NEGATIVE_INFINITY), Expr.constant(bottom), x);
      Expr high = Expr.where(is(x, Double.POSITIVE_INFINITY), Expr.constant(top), low);
      return Expr.where(apply(Ufuncs.NOT_EQUAL, x, x), Expr.constant(nan), high).eval();
    }
    NDArray low = Ufuncs.where(a.equal(Double.NEGATIVE_INFINITY), bottom, a);
    NDArray high = Ufuncs.where(a.equal(Double.POSITIVE_INFINITY), top, low);
    return Ufuncs.where(Ufuncs.ISNAN.apply(a), nan, high);
  }

  private static Expr is(Expr x, double value) {
    return apply(Ufuncs.EQUAL, x, Expr.constant(value));
  }

  private static double largest(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> Double.MAX_VALUE;
      case FLOAT32 -> Float.MAX_VALUE;
      case FLOAT16 -> 65_504;
      default -> 0x1.FEp127;
    };
  }

  /// Where elements are infinite and positive. Source: `numpy.isposinf`.
  ///
  /// @throws NoLoopException for complex numbers
  public static NDArray isposinf(NDArray a) {
    return infinite(a, Double.POSITIVE_INFINITY);
  }

  /// Where elements are infinite and negative. Source: `numpy.isneginf`.
  ///
  /// @throws NoLoopException for complex numbers
  public static NDArray isneginf(NDArray a) {
    return infinite(a, Double.NEGATIVE_INFINITY);
  }

  private static NDArray infinite(NDArray a, double which) {
    if (a.dtype().isComplex()) {
      throw new NoLoopException(
          "This operation is not supported for "
              + a.dtype()
              + " values because it would be ambiguous.");
    }
    return a.dtype().isFloating() ? a.equal(which) : NDArray.empty(DType.BOOL, a.shape());
  }

  /// Where elements have an imaginary part that is not 0. Source: `numpy.iscomplex`.
  public static NDArray iscomplex(NDArray a) {
    return a.dtype().isComplex() ? a.imag().notEqual(0.0) : NDArray.empty(DType.BOOL, a.shape());
  }

  /// Where elements have no imaginary part. Source: `numpy.isreal`.
  public static NDArray isreal(NDArray a) {
    return a.dtype().isComplex() ? a.imag().equal(0.0) : NDArray.full(DType.BOOL, 1, a.shape());
  }

  /// Whether the dtype is a complex one. Source: `numpy.iscomplexobj`.
  public static boolean iscomplexobj(NDArray a) {
    return a.dtype().isComplex();
  }

  /// Whether the dtype is not complex. Source: `numpy.isrealobj`.
  public static boolean isrealobj(NDArray a) {
    return !a.dtype().isComplex();
  }

  /// The real parts if all imaginary ones are smaller than 100 of the dtype's epsilons.
  public static NDArray realIfClose(NDArray a) {
    return realIfClose(a, 100);
  }

  /// The real parts, a view, if all imaginary ones are smaller than `tol` epsilons of the dtype, or
  /// than `tol` itself where that is not above 1; otherwise the array. Source:
  /// `numpy.real_if_close`.
  public static NDArray realIfClose(NDArray a, double tol) {
    if (!a.dtype().isComplex()) {
      return a;
    }
    double epsilon = a.dtype() == DType.COMPLEX128 ? 0x1p-52 : 0x1p-23;
    double limit = tol > 1 ? epsilon * tol : tol;
    return a.imag().abs().less(limit).all().getBoolean() ? a.real() : a;
  }

  /// The modified Bessel function of the first kind and order 0; float64 for integers and bools.
  /// Within 4 ULP. Source: `numpy.i0`.
  ///
  /// @throws NoLoopException for complex numbers
  public static NDArray i0(NDArray a) {
    if (a.dtype().isComplex()) {
      throw new NoLoopException("i0 not supported for complex values: " + a.dtype());
    }
    return I0.apply(a);
  }

  /// The angles of complex numbers in radians.
  public static NDArray angle(NDArray z) {
    return angle(z, false);
  }

  /// The angles of complex numbers from the positive real axis, above -pi and up to pi, or in
  /// degrees; of a real number 0 or pi. Source: `numpy.angle`.
  public static NDArray angle(NDArray z, boolean degrees) {
    NDArray result =
        z.dtype().isComplex()
            ? Ufuncs.ARCTAN2.apply(z.imag(), z.real(), null)
            : Ufuncs.ARCTAN2.call(0L, z).run();
    return degrees ? result.multiply(180 / Math.PI) : result;
  }
}
