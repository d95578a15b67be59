package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.Views;
import io.lanewise.ndarray.kernel.Moves;
import io.lanewise.ufunc.sort.ElementKeys;
import io.lanewise.ufunc.sort.Flat;
import io.lanewise.ufunc.sort.KeySearch;
import io.lanewise.ufunc.sort.SortKeys;

/// Searching: where keys belong in a sorted array, and where an array is not zero.
public final class Searching {
  /// An array this many times longer than the keys are many is probed where it lies: reading all of
  /// it costs about 1 ns an element, a probe some 10 ns, and a search takes about 20.
  private static final long PROBED = 100;

  private Searching() {}

  /// See [#searchsorted(NDArray, NDArray, SearchSide, NDArray)]; before equal elements.
  public static NDArray searchsorted(NDArray a, NDArray v) {
    return searchsorted(a, v, SearchSide.LEFT, null);
  }

  /// See [#searchsorted(NDArray, NDArray, SearchSide, NDArray)].
  public static NDArray searchsorted(NDArray a, NDArray v, SearchSide side) {
    return searchsorted(a, v, side, null);
  }

  /// Where one number belongs in a sorted array; weak, so it is first converted to the array's
  /// dtype if that is floating-point.
  ///
  /// @throws ShapeException if `a` is not 1-D
  public static long searchsorted(NDArray a, double v, SearchSide side) {
    NDArray key = NDArray.full(Promotion.withFloating(a.dtype()), v);
    return searchsorted(a, key, side, null).getLong();
  }

  /// Where one integer belongs in a sorted array; weak, and where the array's dtype cannot hold it,
  /// before or behind all that is there.
  ///
  /// @throws ShapeException if `a` is not 1-D
  public static long searchsorted(NDArray a, long v, SearchSide side) {
    DType dtype = Promotion.withInteger(a.dtype());
    if (dtype.isInteger() && !Scalars.fits(dtype, v)) {
      requireVector("searchsorted", a);
      return v < 0 ? 0 : a.size();
    }
    return searchsorted(a, NDArray.full(dtype, v), side, null).getLong();
  }

  /// Where each element of `v` belongs in the sorted array `a`, int64 of the shape of `v`
  /// (`numpy.searchsorted`): `a[i-1] < v <= a[i]` on the left side, `a[i-1] <= v < a[i]` on the
  /// right one, NaN being the largest number. Both are compared in their common dtype, complex
  /// numbers by real part, then by imaginary part, as [Sorting] orders them.
  ///
  /// @param sorter positions that sort `a`, or null where it is sorted
  /// @throws ShapeException if `a` is not 1-D, or the sorter's shape is not that of `a`
  /// @throws IllegalArgumentException if the sorter's dtype is not an integer
  /// @throws IndexOutOfBoundsException if one of its positions is out of range
  public static NDArray searchsorted(NDArray a, NDArray v, SearchSide side, NDArray sorter) {
    requireVector("searchsorted", a);
    DType common = Promotion.promoteTypes(a.dtype(), v.dtype());
    NDArray result = NDArray.empty(DType.INT64, v.shape());
    boolean orEqual = side == SearchSide.RIGHT;
    if (sorter != null) {
      requireSorter(sorter, a);
    }
    if (v.size() == 0) {
      return result;
    }
    boolean few = v.size() < a.size() / PROBED && !common.isComplex();
    if (sorter == null && a.dtype() == common && few) {
      probe(a, v.astype(common).reshape(-1), orEqual, result.reshape(-1));
      return result;
    }
    ElementKeys both = ElementKeys.of(Flat.of(as(a, common)), Flat.of(as(v, common)));
    long[] sorted = both.of(0);
    if (sorter != null) {
      sorted = permuted(sorted, sorter);
    }
    long[] keys = both.of(1);
    long[] found = (long[]) result.storage().array();
    KeySearch.search(sorted, sorted.length, keys, keys.length, orEqual, found);
    return result;
  }

  static NDArray as(NDArray a, DType dtype) {
    return a.dtype() == dtype ? a : a.astype(dtype);
  }

  static void requireVector(String operation, NDArray a) {
    if (a.ndim() != 1) {
      String words =
          a.ndim() > 1
              ? "object too deep for desired array"
              : "object of too small depth for desired array";
      throw new ShapeException(
          words
              + ": "
              + operation
              + " takes a 1-D array, not one of shape "
              + Shapes.toString(a.shape()));
    }
  }

  private static void requireSorter(NDArray sorter, NDArray a) {
    if (!sorter.dtype().isInteger()) {
      throw new IllegalArgumentException(
          "sorter must only contain integers, not " + sorter.dtype());
    }
    if (sorter.ndim() != 1) {
      throw new ShapeException(
          "could not parse sorter argument of shape " + Shapes.toString(sorter.shape()));
    }
    if (sorter.size() != a.size()) {
      throw new ShapeException(
          "sorter.size must equal a.size: " + sorter.size() + " and " + a.size());
    }
  }

  private static long[] permuted(long[] keys, NDArray sorter) {
    long[] positions = Flat.of(as(sorter, DType.INT64)).keys();
    long[] result = new long[keys.length];
    for (int i = 0; i < result.length; i++) {
      if (positions[i] < 0 || positions[i] >= keys.length) {
        throw new IndexOutOfBoundsException(
            "Sorter index out of range.: " + positions[i] + " for size " + keys.length);
      }
      result[i] = keys[(int) positions[i]];
    }
    return result;
  }

  /// Few keys in a long array: only the elements on the way are read, from whatever storage.
  private static void probe(NDArray a, NDArray v, boolean orEqual, NDArray result) {
    long[] keys = Flat.of(v).keys();
    boolean onHeap = a.storage().array() != null;
    Flat flat = onHeap ? Flat.of(a) : null;
    long[] element = new long[1];
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      long low = 0;
      long high = a.size();
      while (low < high) {
        long middle = low + high >>> 1;
        long found;
        if (onHeap) {
          flat.key((int) middle, element);
          found = element[0];
        } else {
          found = key(a, middle);
        }
        if (found < key || orEqual && found == key) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      result.setLong(low, i);
    }
  }

  /// The key of one element, as [SortKeys] has it.
  private static long key(NDArray a, long i) {
    return switch (a.dtype()) {
      case FLOAT64 -> SortKeys.key(a.getDouble(i) + SortKeys.EQUAL_ZEROS);
      case FLOAT32, FLOAT16, BFLOAT16 -> SortKeys.key((float) a.getDouble(i) + 0.0f);
      case UINT64 -> a.getLong(i) ^ Long.MIN_VALUE;
      default -> a.getLong(i);
    };
  }

  /// The int64 positions in the flattened array where it is not zero (`numpy.flatnonzero`).
  public static NDArray flatnonzero(NDArray a) {
    return Indexing.nonzero(Views.ravel(a))[0];
  }

  /// The int64 indices of the elements that are not zero, one row each (`numpy.argwhere`), in
  /// Fortran order.
  public static NDArray argwhere(NDArray a) {
    if (a.ndim() == 0) {
      return NDArray.empty(DType.INT64, flatnonzero(a).size(), 0);
    }
    NDArray[] index = Indexing.nonzero(a);
    // in Fortran order, which NumPy's has too: it is a transposed row of columns
    NDArray result = NDArray.empty(DType.INT64, Order.F, index[0].size(), index.length);
    for (int axis = 0; axis < index.length; axis++) {
      result.get("..., " + axis).set(index[axis]);
    }
    return result;
  }

  /// How many elements are not zero.
  public static long countNonzero(NDArray a) {
    return countNonzero(a, Axes.all()).getLong();
  }

  /// How many elements are not zero along the given axes, int64 (`numpy.count_nonzero`).
  ///
  /// @throws io.lanewise.ndarray.AxisException if there is no such axis
  public static NDArray countNonzero(NDArray a, Axes axes) {
    NDArray truth = as(a, DType.BOOL);
    if (axes == Axes.all() && truth.isContiguous() && truth.storage().array() != null) {
      // the sum would first make numbers of the flags: 0.69 ns an element against 0.27
      boolean[] flags = (boolean[]) truth.storage().array();
      int count = Moves.of(flags).count(flags, (int) truth.offset(), (int) truth.size());
      return NDArray.scalar((long) count);
    }
    NDArray count = Reductions.sum(truth, axes, null);
    return axes == Axes.all() ? count.reshape(new long[0]) : count;
  }
}
