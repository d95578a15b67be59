package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.sort.ElementKeys;
import io.lanewise.ufunc.sort.Flat;
import io.lanewise.ufunc.sort.KeyGroups;
import io.lanewise.ufunc.sort.KeyOrder;
import io.lanewise.ufunc.sort.Membership;
import io.lanewise.ufunc.sort.UniqueRows;

/// Sets of elements: distinct values in ascending order, and the operations on such sets.
///
/// Zeros of both signs are equal, and the one that occurs first stands for them. NaN equals NaN
/// where a function says so, otherwise each one is a value of its own; a complex number is NaN
/// where one of its parts is. Complex numbers are ordered by real part, then by imaginary part. Two
/// arrays meet in their common dtype.
public final class Sets {
  private Sets() {}

  /// The distinct values of an array.
  ///
  /// @param values the values in ascending order, 1-D; with an axis, the distinct sub-arrays along
  ///   it, in lexicographic order
  /// @param index int64 positions of the first occurrences
  /// @param inverse int64 positions in `values` of all elements: of the array's shape, or 1-D with
  ///   an axis
  /// @param counts int64 numbers of occurrences
  public record Unique(NDArray values, NDArray index, NDArray inverse, NDArray counts) {}

  /// What [#uniqueCounts] gives.
  public record UniqueCounts(NDArray values, NDArray counts) {}

  /// What [#uniqueInverse] gives.
  public record UniqueInverse(NDArray values, NDArray inverse) {}

  /// What [#intersect1d(NDArray, NDArray, boolean)] gives: the common values, and where they are
  /// first in each array, int64.
  public record Intersection(NDArray values, NDArray index1, NDArray index2) {}

  /// The distinct values in ascending order, all NaNs being one (`numpy.unique`).
  public static NDArray unique(NDArray a) {
    return values(a, true);
  }

  /// The distinct values with their first positions, the positions of all elements among them, and
  /// their counts (`numpy.unique` with all of its `return_` arguments).
  ///
  /// @param axis distinct sub-arrays along this axis, NaN differing from NaN as in NumPy; null for
  ///   the flattened array
  /// @param equalNan whether all NaNs are one value
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static Unique unique(NDArray a, Integer axis, boolean equalNan) {
    if (axis != null) {
      int checked = Shapes.axis(axis, a.ndim());
      if (a.ndim() > 1) {
        return rows(a, checked);
      }
    }
    Flat flat = Flat.of(a);
    KeyGroups groups = KeyGroups.of(ElementKeys.of(flat), 0, equalNan);
    return new Unique(
        flat.take(groups.first(), groups.count()),
        index(groups),
        NDArray.of(groups.inverse()).reshape(a.shape()),
        NDArray.of(groups.counts()));
  }

  private static Unique rows(NDArray a, int axis) {
    int[] axes = new int[a.ndim()];
    for (int d = 0; d < axes.length; d++) {
      axes[d] = d == 0 ? axis : d <= axis ? d - 1 : d;
    }
    NDArray turned = a.transpose(axes);
    KeyGroups groups = UniqueRows.groups(turned);
    NDArray values = UniqueRows.take(turned, groups);
    int[] back = new int[axes.length];
    for (int d = 0; d < axes.length; d++) {
      back[axes[d]] = d;
    }
    return new Unique(
        values.transpose(back),
        index(groups),
        NDArray.of(groups.inverse()),
        NDArray.of(groups.counts()));
  }

  private static NDArray index(KeyGroups groups) {
    long[] first = new long[groups.count()];
    for (int i = 0; i < first.length; i++) {
      first[i] = groups.first()[i];
    }
    return NDArray.of(first);
  }

  private static NDArray values(NDArray a, boolean equalNan) {
    return UniqueRows.values(Flat.of(a), equalNan);
  }

  /// The distinct values with first positions, inverse and counts, each NaN being a value of its
  /// own (`numpy.unique_all`).
  public static Unique uniqueAll(NDArray a) {
    return unique(a, null, false);
  }

  /// The distinct values and how often they occur, each NaN being a value of its own
  /// (`numpy.unique_counts`).
  public static UniqueCounts uniqueCounts(NDArray a) {
    Unique all = uniqueAll(a);
    return new UniqueCounts(all.values(), all.counts());
  }

  /// The distinct values and, in the array's shape, the position of each element among them, each
  /// NaN being a value of its own (`numpy.unique_inverse`).
  public static UniqueInverse uniqueInverse(NDArray a) {
    Unique all = uniqueAll(a);
    return new UniqueInverse(all.values(), all.inverse());
  }

  /// The distinct values, each NaN being a value of its own (`numpy.unique_values`, whose order is
  /// not promised; here it is ascending).
  public static NDArray uniqueValues(NDArray a) {
    return values(a, false);
  }

  /// Whether each element of `element` is in `testElements`, bool of the shape of the former; NaN
  /// is in nothing (`numpy.isin`).
  public static NDArray isin(NDArray element, NDArray testElements) {
    return isin(element, testElements, false);
  }

  /// The same, or the opposite where `invert`.
  public static NDArray isin(NDArray element, NDArray testElements, boolean invert) {
    DType common = common(element, testElements);
    NDArray result = NDArray.empty(DType.BOOL, element.shape());
    if (element.size() > 0) {
      Membership.test(
          ElementKeys.of(
              Flat.of(Searching.as(element, common)), Flat.of(Searching.as(testElements, common))),
          invert,
          (boolean[]) result.storage().array());
    }
    return result;
  }

  /// The same; `assumeUnique`, that the values of each array are distinct, is NumPy's hint for
  /// speed, which is not needed here.
  public static NDArray isin(
      NDArray element, NDArray testElements, boolean assumeUnique, boolean invert) {
    return isin(element, testElements, invert);
  }

  /// The values that both arrays have, in ascending order and their common dtype; NaN is in none
  /// (`numpy.intersect1d`).
  public static NDArray intersect1d(NDArray a, NDArray b) {
    return intersect1d(a, b, true).values();
  }

  /// The same together with the first positions in the flattened arrays, null unless
  /// `returnIndices`.
  public static Intersection intersect1d(NDArray a, NDArray b, boolean returnIndices) {
    return intersect1d(a, b, false, returnIndices);
  }

  /// The same; `assumeUnique`, that the values of each array are distinct, is NumPy's hint for
  /// speed, which is not needed here.
  public static Intersection intersect1d(
      NDArray a, NDArray b, boolean assumeUnique, boolean returnIndices) {
    DType common = common(a, b);
    Flat left = Flat.of(Searching.as(a, common));
    Flat right = Flat.of(Searching.as(b, common));
    ElementKeys both = ElementKeys.of(left, right);
    long[] leftKeys = both.of(0);
    long[] rightKeys = both.of(1);
    KeyGroups leftGroups = KeyGroups.of(both, 0, true);
    KeyGroups rightGroups = KeyGroups.of(both, 1, true);
    int[] first1 = new int[leftGroups.count()];
    int[] first2 = new int[leftGroups.count()];
    int n = 0;
    for (int i = 0, j = 0; i < leftGroups.count() && j < rightGroups.count(); ) {
      int from = leftGroups.first()[i];
      int other = rightGroups.first()[j];
      if (leftKeys[from] == rightKeys[other]) {
        if (!both.isNan(leftKeys[from])) {
          first1[n] = from;
          first2[n++] = other;
        }
        i++;
        j++;
      } else if (leftKeys[from] < rightKeys[other]) {
        i++;
      } else {
        j++;
      }
    }
    NDArray values = left.take(first1, n);
    return returnIndices
        ? new Intersection(values, longs(first1, n), longs(first2, n))
        : new Intersection(values, null, null);
  }

  private static NDArray longs(int[] positions, int n) {
    long[] result = new long[n];
    for (int i = 0; i < n; i++) {
      result[i] = positions[i];
    }
    return NDArray.of(result);
  }

  /// The values that one array or the other has, all NaNs being one (`numpy.union1d`).
  public static NDArray union1d(NDArray a, NDArray b) {
    return unique(joined(a, b));
  }

  /// The distinct values of `a` that `b` does not have, in the dtype of `a` (`numpy.setdiff1d`).
  public static NDArray setdiff1d(NDArray a, NDArray b) {
    return setdiff1d(a, b, false);
  }

  /// The same; where `assumeUnique`, all elements of `a` that `b` does not have, in their order.
  public static NDArray setdiff1d(NDArray a, NDArray b, boolean assumeUnique) {
    NDArray values = assumeUnique ? a.reshape(-1) : unique(a);
    return kept(Flat.of(values), isin(values, b, true));
  }

  /// The values that only one of the arrays has; a NaN in each stays twice (`numpy.setxor1d`).
  public static NDArray setxor1d(NDArray a, NDArray b) {
    return setxor1d(a, b, false);
  }

  /// The same; where `assumeUnique`, each array's values are taken to be distinct already.
  public static NDArray setxor1d(NDArray a, NDArray b, boolean assumeUnique) {
    Flat all = Flat.of(assumeUnique ? joined(a, b) : joined(unique(a), unique(b)));
    ElementKeys elements = ElementKeys.of(all);
    long[] keys = elements.of(0);
    int n = all.size();
    int[] order = new int[n];
    KeyOrder.of(keys, n, order);
    int[] single = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      long key = keys[order[i]];
      boolean before = i > 0 && keys[order[i - 1]] == key;
      boolean after = i + 1 < n && keys[order[i + 1]] == key;
      if (elements.isNan(key) || !before && !after) {
        single[count++] = order[i];
      }
    }
    return all.take(single, count);
  }

  private static NDArray kept(Flat flat, NDArray mask) {
    boolean[] keep = (boolean[]) mask.storage().array();
    int[] positions = new int[flat.size()];
    int n = 0;
    for (int i = 0; i < flat.size(); i++) {
      if (keep[i]) {
        positions[n++] = i;
      }
    }
    return flat.take(positions, n);
  }

  private static DType common(NDArray a, NDArray b) {
    return Promotion.promoteTypes(a.dtype(), b.dtype());
  }

  /// All elements, one array behind the other.
  private static NDArray joined(NDArray a, NDArray b) {
    NDArray result = NDArray.empty(common(a, b), Shapes.sum("union1d", a.size(), b.size()));
    result.get(Index.slice(0, a.size())).set(a.reshape(-1));
    result.get(Index.slice(a.size(), Index.END)).set(b.reshape(-1));
    return result;
  }
}
