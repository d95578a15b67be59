package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.sort.KeyOrder;
import io.lanewise.ufunc.sort.SharedRows;
import io.lanewise.ufunc.sort.SortKeys;
import java.util.function.DoubleUnaryOperator;

/// Quantiles of weighted elements by the inverse of the empirical distribution function.
final class WeightedQuantiles {
  private WeightedQuantiles() {}

  static NDArray of(
      NDArray a, QuantileRows.Wanted wanted, NDArray weights, Axes axes, boolean ignoresNan) {
    QuantileRows.requireReal(a);
    NDArray fitting = Weights.fitting(weights, a, axes).astype(DType.FLOAT64);
    if (fitting.size() > 0 && Ufuncs.LESS.apply(fitting, 0.0, null).any().getBoolean()) {
      throw new IllegalArgumentException("Weights must be non-negative.");
    }
    SharedRows rows = new SharedRows(a, axes);
    SharedRows weightRows = new SharedRows(fitting.broadcastTo(a.shape()), axes);
    int quantiles = wanted.values().length;
    QuantileRows.requireRow(rows.length(), rows.count(), quantiles);
    DType dtype = a.dtype();
    NDArray result = NDArray.empty(dtype, quantiles, rows.count());
    int n = Math.toIntExact(rows.length());
    NDArray all = weightRows.array().copy().reshape(-1);
    if (result.size() > 0) {
      rows.forEach(
          () -> {
            Row one = new Row(dtype, n, wanted, ignoresNan);
            return (row, array, from, step) -> {
              SortKeys.load(dtype, array, from, step, n, SortKeys.SIGNED_ZEROS, one.keys);
              for (int i = 0; i < n; i++) {
                one.weights[i] = all.getDouble(row * n + i);
              }
              one.find();
              Object to = result.storage().array();
              for (int i = 0; i < quantiles; i++) {
                one.single[0] = one.found[i];
                int place = (int) (i * rows.count() + row);
                SortKeys.store(dtype, one.single, 1, to, place, 1);
              }
            };
          });
    }
    return result.reshape(QuantileRows.shape(a, axes, wanted.shape()));
  }

  /// The work on one row.
  private static final class Row {
    private final DType dtype;
    private final QuantileRows.Wanted wanted;
    private final boolean ignoresNan;
    private final long[] keys;
    private final double[] weights;
    private final double[] share;
    private final int[] order;
    private final long[] found;
    private final long[] single = new long[1];

    Row(DType dtype, int n, QuantileRows.Wanted wanted, boolean ignoresNan) {
      this.dtype = dtype;
      this.wanted = wanted;
      this.ignoresNan = ignoresNan;
      keys = new long[n];
      weights = new double[n];
      share = new double[n];
      order = new int[n];
      found = new long[wanted.values().length];
    }

    void find() {
      int n = keys.length;
      KeyOrder.of(keys, n, order);
      boolean mayBeNan = dtype.isFloating();
      long nan = SortKeys.nan(dtype);
      int numbers = n;
      while (mayBeNan && numbers > 0 && keys[order[numbers - 1]] == nan) {
        numbers--;
      }
      int used = ignoresNan ? numbers : n;
      if (used > 0) {
        accumulate(used);
      }
      boolean none = used == 0 || numbers < used;
      for (int i = 0; i < found.length; i++) {
        found[i] = none ? nan : keys[order[at(wanted.values()[i], used)]];
      }
    }

    /// The shares of all weights that the elements up to each one have.
    private void accumulate(int n) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weights[order[i]];
        share[i] = sum;
      }
      if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Weights included NaN, inf or were all zero.");
      }
      DoubleUnaryOperator round = QuantileRows.rounding(wanted.dtype());
      for (int i = 0; i < n; i++) {
        share[i] = round.applyAsDouble(share[i] / sum);
      }
    }

    /// The first element that reaches a share; one without weight before all others is none.
    private int at(double q, int n) {
      int i = 0;
      while (i < n - 1 && (share[i] < q || share[i] == 0)) {
        i++;
      }
      return i;
    }
  }
}
