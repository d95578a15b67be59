package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Views;
import io.lanewise.ufunc.Histograms;
import io.lanewise.ufunc.SearchSide;
import io.lanewise.ufunc.Searching;
import io.lanewise.ufunc.Sets;
import io.lanewise.ufunc.SortKind;
import io.lanewise.ufunc.Sorting;
import java.util.Arrays;

/// Random sorts, searches, sets and counts. Where values are sorted both sides first make one zero
/// of 0 and -0: NumPy leaves open which one stands where.
final class OrderOperations {
  private static final int MOST_ELEMENTS = 800;

  private final Variables v;

  OrderOperations(Variables v) {
    this.v = v;
  }

  private Step step(String kind, String expression, Step.Action java) {
    int to = v.free();
    return new Step(kind, to, "v[%d] = %s".formatted(to, expression), java);
  }

  /// An axis, counted from either end, now and then one that is not there.
  private int axis(NDArray a) {
    int ndim = Math.max(1, a.ndim());
    return v.chance(0.03) ? ndim + 1 : v.from(-ndim, ndim);
  }

  private static String zeroless(int i) {
    return "one_zero(v[%d])".formatted(i);
  }

  /// -0 + 0 is 0.
  private static NDArray zeroless(NDArray a) {
    boolean signed = a.dtype().isFloating() || a.dtype().isComplex();
    return signed ? a.add(NDArray.zeros(a.dtype())) : a;
  }

  /// Sorted values and the positions that sort.
  Step sort(int i, int j) {
    NDArray a = v.get(i);
    int axis = axis(a);
    return switch (v.from(0, 5)) {
      case 0 ->
          step(
              "sort",
              "np.sort(%s, %d)".formatted(zeroless(i), axis),
              () -> Sorting.sort(zeroless(a), axis));
      case 1 ->
          step(
              "argsort",
              "np.argsort(v[%d], %d, kind='stable')".formatted(i, axis),
              () -> Sorting.argsort(a, axis, SortKind.STABLE, false));
      case 2 -> lexsort(i, j);
      case 3 -> partition(i, axis);
      default ->
          Differences.isSelfOverlapping(a) || hasZeroes(a)
              ? null
              : new Step(
                  "sort in place",
                  i,
                  "v[%d].sort(%d)".formatted(i, axis),
                  () -> {
                    Sorting.sortInPlace(a, axis, SortKind.QUICK, false);
                    return a;
                  });
    };
  }

  /// Whether both zeros may be among the elements.
  private static boolean hasZeroes(NDArray a) {
    return (a.dtype().isFloating() || a.dtype().isComplex())
        && Searching.countNonzero(a.real()) < a.size() + (a.dtype().isComplex() ? a.size() : 0);
  }

  /// Two keys: variables of one shape, or one and its reverse.
  private Step lexsort(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    int axis = axis(a);
    boolean same = Arrays.equals(a.shape(), b.shape()) || v.chance(0.05);
    String second = same ? "v[" + j + "]" : "v[" + i + "][..., ::-1]";
    if (!same && a.ndim() == 0) {
      return null;
    }
    return step(
        "lexsort",
        "np.lexsort((v[%d], %s), %d)".formatted(i, second, axis),
        () -> Sorting.lexsort(new NDArray[] {a, same ? b : a.get("..., ::-1")}, axis));
  }

  /// What stands before the k-th element, sorted, that element, and what stands behind it, sorted.
  private Step partition(int i, int axis) {
    NDArray a = v.get(i);
    boolean real = axis >= -a.ndim() && axis < a.ndim();
    int n = real ? (int) a.shape(axis) : 1;
    if (n == 0) {
      return null;
    }
    int kth = v.from(-n, n) + (v.chance(0.03) ? n : 0);
    if (v.chance(0.5)) {
      return step(
          "partition",
          "parted(np.partition(%s, %d, %d), %d, %d)".formatted(zeroless(i), kth, axis, kth, axis),
          () -> parted(Sorting.partition(zeroless(a), new long[] {kth}, axis), kth, axis));
    }
    return a.ndim() == 0
        ? null
        : step(
            "argpartition",
            "parted(np.take_along_axis(%s, np.argpartition(v[%d], %d, %d), %d), %d, %d)"
                .formatted(zeroless(i), i, kth, axis, axis, kth, axis),
            () -> {
              NDArray order = Sorting.argpartition(a, new long[] {kth}, axis);
              return parted(Indexing.takeAlongAxis(zeroless(a), order, axis), kth, axis);
            });
  }

  /// Both sides of the k-th element sorted, each by itself.
  private static NDArray parted(NDArray a, int kth, int axis) {
    NDArray rows = Views.moveaxis(a, axis, -1);
    int at = kth < 0 ? kth + (int) rows.shape(-1) : kth;
    NDArray result = rows.copy();
    for (String part : new String[] {"..., :" + at, "..., " + (at + 1) + ":"}) {
      result.get(part).set(Sorting.sort(rows.get(part)));
    }
    return result;
  }

  /// Where keys belong, and which bin.
  Step search(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    boolean right = v.chance(0.5);
    return switch (v.from(0, 3)) {
      case 0 ->
          step(
              "searchsorted",
              "np.searchsorted(np.sort(np.ravel(v[%d])), v[%d], '%s')"
                  .formatted(i, j, right ? "right" : "left"),
              () -> Searching.searchsorted(Sorting.sort(a.reshape(-1)), b, side(right)));
      case 1 ->
          step(
              "searchsorted",
              "np.searchsorted(np.ravel(v[%d]), v[%d], '%s', np.argsort(v[%d], None, kind='stable'))"
                  .formatted(i, j, right ? "right" : "left", i),
              () ->
                  Searching.searchsorted(
                      a.reshape(-1),
                      b,
                      side(right),
                      Sorting.argsort(a, null, SortKind.STABLE, false)));
      default ->
          Differences.isNanBins(a)
              ? null
              : step(
                  "digitize",
                  "np.digitize(v[%d], np.sort(np.ravel(v[%d])), %s)"
                      .formatted(j, i, right ? "True" : "False"),
                  () -> Histograms.digitize(b, Sorting.sort(a.reshape(-1)), right));
    };
  }

  private static SearchSide side(boolean right) {
    return right ? SearchSide.RIGHT : SearchSide.LEFT;
  }

  /// Distinct values and what sets make of two arrays.
  Step sets(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    if (a.size() + b.size() > MOST_ELEMENTS) {
      return null;
    }
    String x = zeroless(i);
    String y = zeroless(j);
    return switch (v.from(0, 10)) {
      case 0 -> step("unique", "np.unique(%s)".formatted(x), () -> Sets.unique(zeroless(a)));
      case 1 -> {
        int part = v.from(0, 4);
        boolean equalNan = v.chance(0.7);
        String nan = equalNan ? "True" : "False";
        yield step(
            "unique",
            "np.unique(%s, True, True, True, equal_nan=%s)[%d]".formatted(x, nan, part),
            () -> part(Sets.unique(zeroless(a), null, equalNan), part));
      }
      case 2 -> {
        int part = v.from(0, 4);
        int axis = axis(a);
        yield Differences.isNanRow(a)
            ? null
            : step(
                "unique axis",
                "np.unique(%s, True, True, True, %d)[%d]".formatted(x, axis, part),
                () -> part(Sets.unique(zeroless(a), axis, true), part));
      }
      case 3, 4 -> {
        boolean invert = v.chance(0.3);
        yield Differences.isCollapsing(a, b)
            ? null
            : step(
                "isin",
                "np.isin(v[%d], v[%d], invert=%s)".formatted(i, j, invert ? "True" : "False"),
                () -> Sets.isin(a, b, invert));
      }
      case 5, 6 -> {
        int part = v.from(0, 3);
        yield Differences.isCollapsing(a, b)
            ? null
            : step(
                "intersect1d",
                "np.intersect1d(%s, %s, return_indices=True)[%d]".formatted(x, y, part),
                () -> {
                  Sets.Intersection both = Sets.intersect1d(zeroless(a), zeroless(b), true);
                  return part == 0 ? both.values() : part == 1 ? both.index1() : both.index2();
                });
      }
      case 7 ->
          step(
              "union1d",
              "np.union1d(%s, %s)".formatted(x, y),
              () -> Sets.union1d(zeroless(a), zeroless(b)));
      case 8 ->
          Differences.isCollapsing(a, b)
              ? null
              : step(
                  "setdiff1d",
                  "np.setdiff1d(%s, %s)".formatted(x, y),
                  () -> Sets.setdiff1d(zeroless(a), zeroless(b)));
      default ->
          step(
              "setxor1d",
              "np.setxor1d(%s, %s)".formatted(x, y),
              () -> Sets.setxor1d(zeroless(a), zeroless(b)));
    };
  }

  private static NDArray part(Sets.Unique all, int part) {
    return switch (part) {
      case 0 -> all.values();
      case 1 -> all.index();
      case 2 -> all.inverse();
      default -> all.counts();
    };
  }

  /// What is not zero, and how often integers occur.
  Step count(int i, int j) {
    NDArray a = v.get(i);
    int axis = axis(a);
    return switch (v.from(0, 5)) {
      case 0 ->
          a.ndim() == 0
              ? null
              : step(
                  "nonzero",
                  "np.array(np.nonzero(v[%d])[-1])".formatted(i),
                  () -> {
                    NDArray[] all = Indexing.nonzero(a);
                    return all[all.length - 1];
                  });
      case 1 ->
          step("flatnonzero", "np.flatnonzero(v[%d])".formatted(i), () -> Searching.flatnonzero(a));
      case 2 -> step("argwhere", "np.argwhere(v[%d])".formatted(i), () -> Searching.argwhere(a));
      case 3 ->
          step(
              "countNonzero",
              "np.count_nonzero(v[%d], %d)".formatted(i, axis),
              () -> Searching.countNonzero(a, Axes.axis(axis)));
      default -> bincount(i, j);
    };
  }

  /// Mostly of integers that are not negative.
  private Step bincount(int i, int j) {
    boolean signed = v.get(i).dtype().kind() == DType.Kind.SIGNED && v.chance(0.9);
    NDArray a = signed ? v.get(i).abs() : v.get(i);
    NDArray b = v.get(j);
    String x = signed ? "np.ravel(np.abs(v[%d]))".formatted(i) : "np.ravel(v[%d])".formatted(i);
    int least = v.from(0, 9);
    boolean real = a.dtype().isFloating() || a.dtype().isComplex();
    if (Differences.isLongBincount(a) || real && v.chance(0.9)) {
      return null;
    }
    if (v.chance(0.5)) {
      return step(
          "bincount",
          "np.bincount(%s, None, %d)".formatted(x, least),
          () -> Histograms.bincount(a.reshape(-1), null, least));
    }
    return Differences.isUnweighted(a, b)
        ? null
        : step(
            "bincount",
            "np.bincount(%s, np.resize(v[%d], %d), %d)".formatted(x, j, a.size(), least),
            () -> Histograms.bincount(a.reshape(-1), Manipulation.resize(b, a.size()), least));
  }
}
