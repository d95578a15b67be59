package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Halves;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.Unsigned;
import io.lanewise.ufunc.reduce.ReducedShape;
import io.lanewise.ufunc.sort.RankSelect;
import io.lanewise.ufunc.sort.Rows;
import io.lanewise.ufunc.sort.SharedRows;
import io.lanewise.ufunc.sort.SortKeys;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Quantiles of rows: which ranks a method asks for, and what it makes of the elements there.
final class QuantileRows {
  /// Wanted quantiles.
  ///
  /// @param values shares from 0 to 1
  /// @param dtype in which NumPy has them, each operation rounded to it
  /// @param shape the first axes of the result
  /// @param weak whether the result's dtype does not depend on them
  record Wanted(double[] values, DType dtype, long[] shape, boolean weak) {}

  /// What a method asks for among `n` elements: for each quantile two ranks and the weight of the
  /// second; `ranks` has all of them once, ascending.
  private record Plan(int[] ranks, int[] lower, int[] upper, double[] weights) {}

  private QuantileRows() {}

  /// One quantile, a Java number.
  static Wanted weak(double q, boolean percent) {
    double[] values = {percent ? q / 100 : q};
    requireRange(values, percent);
    return new Wanted(values, DType.FLOAT64, new long[0], true);
  }

  /// Quantiles in an array.
  static Wanted strong(NDArray q, boolean percent) {
    if (q.dtype().isComplex()) {
      throw new NoLoopException("quantiles must be real numbers, not " + q.dtype());
    }
    if (q.ndim() > 2) {
      throw new IllegalArgumentException("q must be a scalar or 1d");
    }
    double[] values = q.reshape(-1).astype(DType.FLOAT64).toDoubleArray();
    boolean narrow = q.dtype().isFloating() && q.dtype() != DType.FLOAT64;
    DType dtype = percent && !narrow ? DType.FLOAT64 : q.dtype();
    for (int i = 0; percent && i < values.length; i++) {
      values[i] = rounding(dtype).applyAsDouble(values[i] / 100);
    }
    requireRange(values, percent);
    return new Wanted(values, dtype, q.shape(), false);
  }

  private static void requireRange(double[] values, boolean percent) {
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(
            percent
                ? "Percentiles must be in the range [0, 100]"
                : "Quantiles must be in the range [0, 1]");
      }
    }
  }

  static void requireReal(NDArray a) {
    if (a.dtype().isComplex()) {
      throw new NoLoopException("a must be an array of real numbers, not of " + a.dtype());
    }
  }

  /// Rounds a result in float64 to a narrower dtype; for one operation on numbers of that dtype
  /// this is as if it had been computed there.
  static DoubleUnaryOperator rounding(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> x -> (float) x;
      case FLOAT16 -> x -> Float.float16ToFloat(Halves.toFloat16(x));
      case BFLOAT16 -> x -> Halves.fromBfloat16(Halves.toBfloat16(x));
      default -> x -> x;
    };
  }

  /// The shape of a result: the quantiles' axes, then what the reduction leaves.
  static long[] shape(NDArray a, Axes axes, long... first) {
    long[] rest = new ReducedShape(a, axes).shape();
    long[] shape = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, shape, first.length, rest.length);
    return shape;
  }

  static void requireRow(long length, long rows, int quantiles) {
    if (length == 0 && rows > 0 && quantiles > 0) {
      throw new IndexOutOfBoundsException(
          "index -1 is out of bounds for axis 0 with size 0: quantiles of no elements");
    }
  }

  /// Quantiles along axes; NaN is left out where `ignoresNan`.
  static NDArray quantiles(
      NDArray a, Wanted wanted, Axes axes, QuantileMethod method, boolean ignoresNan) {
    requireReal(a);
    DType dtype = a.dtype();
    boolean whole = method == QuantileMethod.LINEAR && isWhole(wanted.dtype());
    boolean exact = method.isDiscrete() || whole;
    if (!exact && dtype == DType.BOOL) {
      throw new NoLoopException(
          "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^`"
              + " operator, or the logical_xor function instead.");
    }
    SharedRows rows = new SharedRows(a, axes);
    int quantiles = wanted.values().length;
    long[] shape = shape(a, axes, wanted.shape());
    DType type = exact ? dtype : resultType(dtype, wanted);
    NDArray result = NDArray.empty(type, quantiles, rows.count());
    if (!ignoresNan) {
      requireRow(rows.length(), rows.count(), quantiles);
    }
    if (result.size() == 0) {
      return result.reshape(shape);
    }
    if (rows.length() == 0) {
      result.fill(Double.NaN);
      return result.reshape(shape);
    }
    Store store =
        exact
            ? (place, row, low, high, weight) ->
                SortKeys.store(
                    dtype, low, 1, result.storage().array(), (int) (place * rows.count() + row), 1)
            : interpolating(dtype, wanted, result);
    int n = Math.toIntExact(rows.length());
    Plan whileFull = plan(n, wanted, method);
    rows.forEach(() -> visit(dtype, n, wanted, method, ignoresNan, whileFull, store));
    return result.reshape(shape);
  }

  private static boolean isWhole(DType dtype) {
    return dtype.isInteger() || dtype == DType.BOOL;
  }

  private static DType resultType(DType dtype, Wanted wanted) {
    DType q = isWhole(wanted.dtype()) ? DType.FLOAT64 : wanted.dtype();
    return wanted.weak() ? Promotion.withFloating(dtype) : Promotion.promoteTypes(dtype, q);
  }

  /// Writes one quantile of a row, made of the keys of its two elements.
  private interface Store {
    void accept(int place, long row, long[] low, long[] high, double weight);
  }

  private static Rows.Action visit(
      DType dtype,
      int n,
      Wanted wanted,
      QuantileMethod method,
      boolean ignoresNan,
      Plan whileFull,
      Store store) {
    RankSelect select = new RankSelect(dtype, n);
    long[] found = new long[whileFull.ranks().length];
    long[] low = new long[1];
    long[] high = new long[1];
    return (row, array, from, step) -> {
      int numbers = select.row(array, from, step);
      Plan plan = whileFull;
      boolean none = numbers < n && !ignoresNan || numbers == 0;
      if (!none) {
        plan = numbers == n ? whileFull : plan(numbers, wanted, method);
        select.select(plan.ranks(), plan.ranks().length, found);
      }
      for (int i = 0; i < wanted.values().length; i++) {
        low[0] = none ? SortKeys.nan(dtype) : found[plan.lower()[i]];
        high[0] = none ? low[0] : found[plan.upper()[i]];
        store.accept(i, row, low, high, plan.weights()[i]);
      }
    };
  }

  private static Plan plan(int n, Wanted wanted, QuantileMethod method) {
    int count = wanted.values().length;
    int[] lower = new int[count];
    int[] upper = new int[count];
    double[] weights = new double[count];
    DoubleUnaryOperator round = rounding(wanted.dtype());
    double rounded = round.applyAsDouble(n);
    for (int i = 0; i < count; i++) {
      double index = method.index(rounded, wanted.values()[i], round);
      if (method.isDiscrete()) {
        lower[i] = (int) Math.min(index, n - 1);
        upper[i] = lower[i];
        continue;
      }
      double below = Math.floor(index);
      // beyond the ends NumPy counts from the last element, -1, and the first; then the weight has
      // nothing to weigh, but by it goes which of two formulas gives the sign of a zero
      if (index >= n - 1) {
        below = -1;
        lower[i] = n - 1;
        upper[i] = n - 1;
      } else if (index < 0) {
        below = 0;
      } else {
        lower[i] = (int) below;
        upper[i] = lower[i] + 1;
      }
      weights[i] = method.weight(round.applyAsDouble(index - below), index);
    }
    int[] ranks =
        Arrays.stream(new int[][] {lower, upper})
            .flatMapToInt(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i < count; i++) {
      lower[i] = Arrays.binarySearch(ranks, lower[i]);
      upper[i] = Arrays.binarySearch(ranks, upper[i]);
    }
    return new Plan(ranks, lower, upper, weights);
  }

  /// Linear interpolation, from the nearer end so that weight 1 gives the upper element, each
  /// operation rounded as NumPy rounds it: a + (b - a) t below t = 1/2, b - (b - a) (1 - t) from
  /// there on.
  private static Store interpolating(DType dtype, Wanted wanted, NDArray result) {
    DoubleUnaryOperator element = rounding(dtype);
    DoubleUnaryOperator weight = rounding(wanted.dtype());
    DoubleUnaryOperator type = rounding(result.dtype());
    return (place, row, low, high, t) -> {
      double a = value(dtype, low[0]);
      double b = value(dtype, high[0]);
      double difference =
          dtype.isFloating() ? element.applyAsDouble(b - a) : whole(low[0], high[0]);
      double rest = weight.applyAsDouble(1 - t);
      double value =
          t >= 0.5
              ? b - type.applyAsDouble(difference * type.applyAsDouble(rest))
              : a + type.applyAsDouble(difference * type.applyAsDouble(t));
      result.setDouble(type.applyAsDouble(value), place, row);
    };
  }

  /// The difference of two integers, the second not less. NumPy's wraps in their dtype.
  private static double whole(long low, long high) {
    return Unsigned.toDouble(high - low);
  }

  /// The element that has a key.
  private static double value(DType dtype, long key) {
    return switch (dtype) {
      case FLOAT64 ->
          key == SortKeys.nan(dtype)
              ? Double.NaN
              : Double.longBitsToDouble(key ^ (key >> 63) >>> 1);
      case FLOAT32, FLOAT16, BFLOAT16 -> {
        int narrow = (int) key;
        yield key == SortKeys.nan(dtype)
            ? Float.NaN
            : Float.intBitsToFloat(narrow ^ (narrow >> 31) >>> 1);
      }
      case UINT64 -> Unsigned.toDouble(key ^ Long.MIN_VALUE);
      default -> key;
    };
  }

  /// Medians along axes; NaN is left out where `ignoresNan`.
  static NDArray median(NDArray a, Axes axes, boolean ignoresNan) {
    SharedRows rows = new SharedRows(a, axes);
    long[] shape = shape(a, axes);
    if (a.dtype().isComplex()) {
      return ComplexMedian.of(rows.array(), rows.count(), ignoresNan).reshape(shape);
    }
    DType dtype = a.dtype();
    NDArray result = NDArray.empty(Quantiles.meanType(dtype), rows.count());
    if (rows.length() == 0) {
      result.fill(Double.NaN);
      return result.reshape(shape);
    }
    int n = Math.toIntExact(rows.length());
    rows.forEach(
        () -> {
          RankSelect select = new RankSelect(dtype, n);
          long[] found = new long[2];
          int[] ranks = new int[2];
          return (row, array, from, step) -> {
            int numbers = select.row(array, from, step);
            double median = Double.NaN;
            if (numbers == n || ignoresNan && numbers > 0) {
              ranks[0] = (numbers - 1) / 2;
              ranks[1] = numbers / 2;
              select.select(ranks, 2, found);
              median = middle(dtype, value(dtype, found[0]), value(dtype, found[1]), numbers);
            }
            result.setDouble(median, row);
          };
        });
    return result.reshape(shape);
  }

  /// The mean of the elements in the middle, as NumPy's mean adds and rounds them.
  private static double middle(DType dtype, double a, double b, int n) {
    if (n % 2 == 1) {
      return 0.0 + a;
    }
    boolean wide = dtype == DType.FLOAT64 || !dtype.isFloating();
    return wide ? (0.0 + a + b) / 2 : (0.0f + (float) a + (float) b) / 2;
  }
}
