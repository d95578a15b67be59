package io.lanewise.testing;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.Views;
import io.lanewise.testing.ArrayComparison.Rule;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;

/// AssertJ's assertions on an array, with the reports of [ArrayAssertions].
///
/// ```java
/// import static io.lanewise.testing.NDArrayAssert.assertThat;
/// assertThat(a.matmul(b)).hasShape(2, 3).hasDType(DType.FLOAT64).isCloseTo(expected, 1e-12, 0);
/// ```
public final class NDArrayAssert extends AbstractAssert<NDArrayAssert, NDArray> {
  private NDArrayAssert(NDArray actual) {
    super(actual, NDArrayAssert.class);
  }

  /// The assertions on `actual`.
  public static NDArrayAssert assertThat(NDArray actual) {
    return new NDArrayAssert(actual);
  }

  private NDArrayAssert keeps(Rule rule, NDArray other, AssertOptions options) {
    isNotNull();
    return require(ArrayComparison.report(actual, other, rule, options));
  }

  private NDArrayAssert require(String report) {
    if (report != null) {
      failWithMessage("%s", report);
    }
    return this;
  }

  /// All elements are close to those of `expected`: `|actual - expected| <= atol + rtol
  /// |expected|`.
  public NDArrayAssert isCloseTo(NDArray expected, double rtol, double atol) {
    return keeps(Rules.close(rtol, atol, true), expected, AssertOptions.DEFAULT);
  }

  /// All elements are close to those of `expected`, with NumPy's tolerance of 1e-7.
  public NDArrayAssert isCloseTo(NDArray expected) {
    return isCloseTo(expected, ArrayAssertions.RTOL, 0);
  }

  /// All elements are close to one number.
  public NDArrayAssert isCloseTo(double expected, double rtol, double atol) {
    return isCloseTo(NDArray.scalar(expected), rtol, atol);
  }

  /// The array has the dtype, the shape and the elements of another. (To ask for the same object,
  /// use `isSameAs`.)
  @Override
  public NDArrayAssert isEqualTo(Object expected) {
    return expected instanceof NDArray array
        ? keeps(Rules.EQUAL, array, AssertOptions.DEFAULT.withStrict(true))
        : super.isEqualTo(expected);
  }

  /// All elements are equal to those of `expected`; dtypes may differ, and a 0-d array stands for
  /// all elements.
  public NDArrayAssert hasSameElementsAs(NDArray expected) {
    return keeps(Rules.EQUAL, expected, AssertOptions.DEFAULT);
  }

  /// All elements are equal to one number.
  public NDArrayAssert hasAllElementsEqualTo(double expected) {
    return hasSameElementsAs(NDArray.scalar(expected));
  }

  /// Every element is the expected integer.
  public NDArrayAssert hasAllElementsEqualTo(long expected) {
    return hasSameElementsAs(NDArray.scalar(expected));
  }

  /// Each element is less than that of `other`.
  public NDArrayAssert isLessThan(NDArray other) {
    return keeps(Rules.LESS, other, AssertOptions.DEFAULT);
  }

  /// At most `maxulp` floating-point numbers lie between elements.
  public NDArrayAssert isWithinUlps(NDArray expected, double maxulp) {
    isNotNull();
    try {
      ArrayAssertions.assertArrayMaxUlp(actual, expected, maxulp);
    } catch (AssertionError e) {
      require(e.getMessage());
    }
    return this;
  }

  /// The array has these lengths.
  public NDArrayAssert hasShape(long... expected) {
    isNotNull();
    return Arrays.equals(actual.shape(), expected)
        ? this
        : require(
            "expected an array of shape "
                + Shapes.toString(expected)
                + ", not "
                + Shapes.toString(actual.shape()));
  }

  /// The array has this dtype.
  public NDArrayAssert hasDType(DType expected) {
    isNotNull();
    return actual.dtype() == expected
        ? this
        : require("expected an array of dtype " + expected + ", not " + actual.dtype());
  }

  /// The array has so many axes.
  public NDArrayAssert hasNdim(int expected) {
    isNotNull();
    return actual.ndim() == expected
        ? this
        : require("expected an array of " + expected + " dimensions, not " + actual.ndim());
  }

  /// The array has so many elements.
  public NDArrayAssert hasSize(long expected) {
    isNotNull();
    return actual.size() == expected
        ? this
        : require("expected an array of size " + expected + ", not " + actual.size());
  }

  /// The array has no elements.
  public NDArrayAssert isEmpty() {
    return hasSize(0);
  }

  /// The array shows memory of `other`, as a view does.
  public NDArrayAssert sharesMemoryWith(NDArray other) {
    isNotNull();
    return Views.sharesMemory(actual, other) ? this : require("expected arrays that share memory");
  }
}
