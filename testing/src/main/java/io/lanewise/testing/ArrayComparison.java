package io.lanewise.testing;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Printing;
import io.lanewise.ufunc.Searching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two arrays and a rule that their elements must keep: what all assertions share. NaN and infinity
/// must be at the same places, where the rule says so, and only what is left is compared. Source:
/// `numpy.testing.assert_array_compare`, whose reports these are word for word.
final class ArrayComparison {
  private static final int SHOWN_MISMATCHES = 5;

  /// Where elements keep a rule, as an array of bools.
  @FunctionalInterface
  interface Test {
    NDArray holds(NDArray x, NDArray y);
  }

  /// What elements must keep.
  ///
  /// @param header the report's first line
  /// @param test whether they keep it
  /// @param equalNan whether NaN must be at the same places, and is not compared
  /// @param equalInf whether infinities must be at the same places, and equal
  /// @param names what the report calls the two arrays
  /// @param precision the digits with which it prints them
  record Rule(
      String header,
      Test test,
      boolean equalNan,
      boolean equalInf,
      List<String> names,
      int precision) {
    static final List<String> NAMES = List.of("ACTUAL", "DESIRED");
  }

  private final Rule rule;
  private final AssertOptions options;
  private final NDArray first;
  private final NDArray second;

  private ArrayComparison(NDArray first, NDArray second, Rule rule, AssertOptions options) {
    this.first = first;
    this.second = second;
    this.rule = rule;
    this.options = options;
  }

  /// What is wrong; null where nothing is.
  static String report(NDArray x, NDArray y, Rule rule, AssertOptions options) {
    return new ArrayComparison(x, y, rule, options).report();
  }

  private String report() {
    boolean sameShape = Arrays.equals(first.shape(), second.shape());
    if (!sameShape && (options.strict() || first.ndim() > 0 && second.ndim() > 0)) {
      return text("\n(shapes " + Report.shape(first) + ", " + Report.shape(second) + " mismatch)");
    }
    if (options.strict() && first.dtype() != second.dtype()) {
      return text("\n(dtypes " + first.dtype() + ", " + second.dtype() + " mismatch)");
    }
    // which elements need no comparing; 0-d where one of the arrays is, all being alike then
    NDArray settled = NDArray.zeros(DType.BOOL);
    if (rule.equalNan()) {
      NDArray x = isnan(first);
      NDArray y = isnan(second);
      if (differ(x, y)) {
        return text("\nnan location mismatch:");
      }
      settled = common(x, y);
    }
    if (rule.equalInf()) {
      NDArray x = isinf(first).logicalAnd(settled.logicalNot());
      NDArray y = isinf(second).logicalAnd(settled.logicalNot());
      if (differ(x, y)) {
        return text("\ninf location mismatch:");
      }
      NDArray infinite = common(x, y);
      if (infinite.any().getBoolean()) {
        NDArray p = infinite.ndim() == 0 ? first : first.get(infinite);
        NDArray q = infinite.ndim() == 0 ? second : second.get(infinite);
        if (differ(p, q)) {
          return text("\ninf values mismatch:", p, q);
        }
      }
      settled = settled.logicalOr(infinite);
    }
    if (settled.ndim() == 0) {
      return settled.getBoolean() ? null : compare(first, second, null);
    }
    NDArray open = settled.logicalNot();
    return compare(first.get(open), second.get(open), open);
  }

  /// Compares what is not settled.
  ///
  /// @param open where it comes from, null where it is all of it
  private String compare(NDArray x, NDArray y, NDArray open) {
    NDArray wrong = rule.test().holds(x, y).logicalNot();
    long count = Searching.countNonzero(wrong);
    if (count == 0) {
      return null;
    }
    long all = open == null ? wrong.size() : open.size();
    StringBuilder remarks = new StringBuilder("\nMismatched elements: ");
    remarks.append(count).append(" / ").append(all).append(" (");
    remarks.append(Report.general(100.0 * count / all, 3)).append("%)");
    if (wrong.ndim() > 0) {
      NDArray where =
          open == null ? Searching.argwhere(wrong) : Searching.argwhere(open).get(wrong);
      remarks.append(places(where));
    }
    boolean scalars = wrong.ndim() == 0;
    boolean bools = x.dtype() == DType.BOOL && y.dtype() == DType.BOOL;
    // NumPy has no difference of bools, and gives up on one of unsigned scalars
    if (!bools && !(scalars && x.dtype().kind() == DType.Kind.UNSIGNED)) {
      remarks.append(differences(x, y, wrong));
    }
    return text(remarks.toString());
  }

  private String places(NDArray where) {
    long count = where.shape(0);
    StringBuilder lines =
        new StringBuilder(
            count == 1
                ? "\nMismatch at index:"
                : count <= SHOWN_MISMATCHES
                    ? "\nMismatch at indices:"
                    : "\nFirst 5 mismatches are at indices:");
    for (long i = 0; i < Math.min(count, SHOWN_MISMATCHES); i++) {
      long[] index = new long[Math.toIntExact(where.shape(1))];
      for (int axis = 0; axis < index.length; axis++) {
        index[axis] = where.getLong(i, axis);
      }
      lines.append("\n ").append(Arrays.toString(index)).append(": ");
      lines.append(element(first, index)).append(" (").append(rule.names().get(0)).append("), ");
      lines.append(element(second, index)).append(" (").append(rule.names().get(1)).append(')');
    }
    return lines.toString();
  }

  /// An element as Python prints it: as a float64, whatever its width.
  private static String element(NDArray a, long... index) {
    NDArray one = a.ndim() == 0 ? a : a.get(index);
    DType dtype = one.dtype();
    if (dtype.isFloating()) {
      return one.astype(DType.FLOAT64).toString();
    }
    return dtype.isComplex() ? one.astype(DType.COMPLEX128).toString() : one.toString();
  }

  private static String differences(NDArray x, NDArray y, NDArray wrong) {
    NDArray error = x.subtract(y).abs();
    if (x.dtype().kind() == DType.Kind.UNSIGNED) {
      error = error.minimum(y.subtract(x).abs());
    }
    NDArray size = y.abs().broadcastTo(error.shape());
    NDArray mask = wrong.reshape(-1);
    error = error.reshape(-1).get(mask);
    size = size.reshape(-1).get(mask);
    NDArray divisible = size.notEqual(0);
    NDArray relative =
        divisible.any().getBoolean()
            ? error.get(divisible).divide(size.get(divisible)).max()
            : NDArray.scalar(Double.POSITIVE_INFINITY);
    return "\nMax absolute difference among violations: "
        + Printing.array2string(error.max())
        + "\nMax relative difference among violations: "
        + Printing.array2string(relative);
  }

  private String text(String remarks) {
    return text(remarks, first, second);
  }

  private String text(String remarks, NDArray x, NDArray y) {
    List<String> things = new ArrayList<>();
    if (options.verbose()) {
      things.add(Report.repr(x, rule.precision()));
      things.add(Report.repr(y, rule.precision()));
    }
    return Report.of(
        rule.header(), options.message() + remarks, options.verbose(), rule.names(), things);
  }

  private static boolean differ(NDArray x, NDArray y) {
    return x.notEqual(y).any().getBoolean();
  }

  /// Of two arrays of flags that agree, the one that is 0-d, or the second.
  private static NDArray common(NDArray x, NDArray y) {
    return x.ndim() == 0 ? x : y;
  }

  private static NDArray isnan(NDArray a) {
    return a.notEqual(a);
  }

  private static NDArray isinf(NDArray a) {
    if (a.dtype().isComplex()) {
      return isinf(a.real()).logicalOr(isinf(a.imag()));
    }
    return a.dtype().isFloating()
        ? a.abs().equal(Double.POSITIVE_INFINITY)
        : NDArray.zeros(DType.BOOL, a.shape());
  }
}
