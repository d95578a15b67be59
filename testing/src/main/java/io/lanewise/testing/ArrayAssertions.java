package io.lanewise.testing;

import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.testing.ArrayComparison.Rule;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;

/// Assertions on arrays that throw [AssertionError] with NumPy's report, word for word; they need
/// no test framework. [NDArrayAssert] is the same for AssertJ.
///
/// ```java
/// ArrayAssertions.assertAllclose(actual, desired, 1e-7, 0);
/// ```
///
/// Arrays must have the same shape, but a 0-d array stands for all elements, and dtypes may differ.
/// NaN equals NaN, and infinities must be at the same places. Source: `numpy.testing`.
public final class ArrayAssertions {
  /// NumPy's default relative tolerance of [#assertAllclose(NDArray, NDArray)].
  public static final double RTOL = 1e-7;

  /// The significant digits of `%g`.
  private static final int GENERAL = 6;

  private ArrayAssertions() {}

  private static void require(String report) {
    if (report != null) {
      throw new AssertionError(report);
    }
  }

  /// All elements are close: `|actual - desired| <= 1e-7 |desired|`.
  public static void assertAllclose(NDArray actual, NDArray desired) {
    assertAllclose(actual, desired, RTOL, 0);
  }

  /// All elements are close: `|actual - desired| <= atol + rtol |desired|`. Source:
  /// `numpy.testing.assert_allclose`.
  public static void assertAllclose(NDArray actual, NDArray desired, double rtol, double atol) {
    assertAllclose(actual, desired, rtol, atol, true, AssertOptions.DEFAULT);
  }

  /// The same for one number that all elements are close to.
  public static void assertAllclose(NDArray actual, double desired, double rtol, double atol) {
    assertAllclose(actual, NDArray.scalar(desired), rtol, atol);
  }

  /// The same; where not `equalNan`, NaN is close to nothing.
  public static void assertAllclose(
      NDArray actual,
      NDArray desired,
      double rtol,
      double atol,
      boolean equalNan,
      AssertOptions options) {
    require(ArrayComparison.report(actual, desired, Rules.close(rtol, atol, equalNan), options));
  }

  /// All elements are equal. Source: `numpy.testing.assert_array_equal`.
  public static void assertArrayEqual(NDArray actual, NDArray desired) {
    assertArrayEqual(actual, desired, AssertOptions.DEFAULT);
  }

  /// All elements are equal, and where the options are strict, shapes and dtypes too.
  public static void assertArrayEqual(NDArray actual, NDArray desired, AssertOptions options) {
    require(ArrayComparison.report(actual, desired, Rules.EQUAL, options));
  }

  /// See [#assertArrayEqual(NDArray, NDArray)]. Source: `numpy.testing.assert_equal`.
  public static void assertEqual(NDArray actual, NDArray desired) {
    assertArrayEqual(actual, desired);
  }

  /// Two numbers are equal, NaN being equal to NaN, and 0 not to -0. Source:
  /// `numpy.testing.assert_equal`.
  public static void assertEqual(double actual, double desired) {
    boolean same = actual == desired && (actual != 0 || Double.compare(actual, desired) == 0);
    if (!same && !(Double.isNaN(actual) && Double.isNaN(desired))) {
      throw items(number(actual), number(desired));
    }
  }

  /// Two integers are equal.
  public static void assertEqual(long actual, long desired) {
    if (actual != desired) {
      throw items(Long.toString(actual), Long.toString(desired));
    }
  }

  /// The parts of two complex numbers are equal; see [#assertEqual(double, double)].
  public static void assertEqual(Complex actual, Complex desired) {
    try {
      assertEqual(actual.real(), desired.real());
      assertEqual(actual.imag(), desired.imag());
    } catch (AssertionError e) {
      throw items(actual.toString(), desired.toString());
    }
  }

  private static AssertionError items(String actual, String desired) {
    return new AssertionError(
        Report.of("Items are not equal:", "", true, Rule.NAMES, List.of(actual, desired)));
  }

  private static String number(double value) {
    return NDArray.scalar(value).toString();
  }

  /// Each element of `x` is less than that of `y`; NaN must be at the same places. Source:
  /// `numpy.testing.assert_array_less`.
  public static void assertArrayLess(NDArray x, NDArray y) {
    assertArrayLess(x, y, AssertOptions.DEFAULT);
  }

  /// See [#assertArrayLess(NDArray, NDArray)].
  public static void assertArrayLess(NDArray x, NDArray y, AssertOptions options) {
    require(ArrayComparison.report(x, y, Rules.LESS, options));
  }

  /// All elements agree to so many decimals: `|actual - desired| < 1.5 * 10^-decimal`. Source:
  /// `numpy.testing.assert_array_almost_equal`, where the default is 6.
  public static void assertArrayAlmostEqual(NDArray actual, NDArray desired, int decimal) {
    assertArrayAlmostEqual(actual, desired, decimal, AssertOptions.DEFAULT);
  }

  /// See [#assertArrayAlmostEqual(NDArray, NDArray, int)].
  public static void assertArrayAlmostEqual(
      NDArray actual, NDArray desired, int decimal, AssertOptions options) {
    require(ArrayComparison.report(actual, desired, Rules.almostEqual(decimal), options));
  }

  /// All elements agree to so many decimals; of complex arrays both parts must. Source:
  /// `numpy.testing.assert_almost_equal`, where the default is 7.
  public static void assertAlmostEqual(NDArray actual, NDArray desired, int decimal) {
    require(Rules.almostEqual(actual, desired, decimal, AssertOptions.DEFAULT));
  }

  /// Two numbers agree to so many decimals; NaN agrees with NaN.
  public static void assertAlmostEqual(double actual, double desired, int decimal) {
    boolean finite = Double.isFinite(actual) && Double.isFinite(desired);
    boolean agree =
        finite
            ? Math.abs(desired - actual) < Rules.tolerance(decimal)
            : actual == desired || Double.isNaN(actual) && Double.isNaN(desired);
    if (!agree) {
      throw new AssertionError(
          Report.of(
              Rules.almostEqualHeader(decimal),
              "",
              true,
              Rule.NAMES,
              List.of(number(actual), number(desired))));
    }
  }

  /// At most `maxulp` floating-point numbers lie between elements of the same sign; integers count
  /// as float64.
  ///
  /// @return how many, of the arrays' shape and common dtype (NumPy's result has one more axis)
  /// @throws ShapeException if the shapes differ
  /// @throws UnsupportedOperationException if a dtype is complex or bool
  public static NDArray assertArrayMaxUlp(NDArray a, NDArray b, double maxulp) {
    return assertArrayMaxUlp(a, b, maxulp, null);
  }

  /// The same after converting both to `dtype`. Source: `numpy.testing.assert_array_max_ulp`.
  public static NDArray assertArrayMaxUlp(NDArray a, NDArray b, double maxulp, DType dtype) {
    NDArray steps = UnitsInTheLastPlace.between(a, b, dtype);
    if (!steps.lessEqual(maxulp).all().getBoolean()) {
      throw new AssertionError(
          "Arrays are not almost equal up to "
              + Report.general(maxulp, GENERAL)
              + " ULP (max difference is "
              + Report.general(steps.max().item(), GENERAL)
              + " ULP)");
    }
    return steps;
  }

  /// Elements differ by at most `nulp` times the distance of the larger one to its neighbour.
  /// Source: `numpy.testing.assert_array_almost_equal_nulp`.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the shapes do not broadcast
  public static void assertArrayAlmostEqualNulp(NDArray x, NDArray y, long nulp) {
    NDArray ax = x.abs();
    NDArray ay = y.abs();
    NDArray limit =
        UnitsInTheLastPlace.spacing(Ufuncs.where(ax.greater(ay), ax, ay)).multiply(nulp);
    if (!x.subtract(y).abs().lessEqual(limit).all().getBoolean()) {
      String report = "Arrays are not equal to " + nulp + " ULP";
      if (!x.dtype().isComplex() && !y.dtype().isComplex()) {
        double most = UnitsInTheLastPlace.between(x, y, null).max().item();
        report += " (max is " + Report.general(most, GENERAL) + ")";
      }
      throw new AssertionError(report);
    }
  }
}
