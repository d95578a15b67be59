package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ufunc.sort.ElementKeys;
import io.lanewise.ufunc.sort.Flat;
import io.lanewise.ufunc.sort.KeySearch;
import java.util.Arrays;

/// The bin of each element, block by block.
final class BinNumbers {
  /// NumPy's block: sums of weights are rounded where it ends.
  static final int BLOCK = 65_536;

  private final NDArray values;
  private final double[] equalEdges;
  private final double[] block;
  private final DType common;
  private final Flat flatEdges;
  private final long[] edgeKeys;
  private final long[] found;

  /// @param values a 1-D array
  /// @param equal whether the edges are equally spaced, so that the bin can be computed
  BinNumbers(NDArray values, NDArray edges, boolean equal) {
    this.values = values;
    int n = (int) Math.min(BLOCK, values.size());
    common = Promotion.promoteTypes(values.dtype(), edges.dtype());
    equalEdges = equal ? edges.toDoubleArray() : null;
    block = equal ? new double[n] : null;
    flatEdges = equal ? null : Flat.of(Searching.as(edges, common));
    edgeKeys = equal || common.isComplex() ? null : flatEdges.keys();
    found = equal ? null : new long[n];
  }

  /// The bins of `n` elements from `from` on, at most a block; -1 for those outside.
  void of(long from, int n, int[] bins) {
    NDArray some = values.get(Index.slice(from, from + n));
    if (equalEdges != null) {
      if (some.storage().array() instanceof double[] array && some.isContiguous()) {
        equal(array, (int) some.offset(), n, bins);
      } else {
        NDArray.of(block).get(Index.slice(0, n)).set(some);
        equal(block, 0, n, bins);
      }
    } else {
      Flat flat = Flat.of(Searching.as(some, common));
      if (edgeKeys != null) {
        between(edgeKeys, flat.keys(), n, bins);
      } else {
        ElementKeys both = ElementKeys.of(flatEdges, flat);
        between(both.of(0), both.of(1), n, bins);
      }
    }
  }

  /// An estimate, corrected by the edges themselves.
  private void equal(double[] a, int from, int n, int[] bins) {
    double[] edges = equalEdges;
    int last = edges.length - 2;
    double low = edges[0];
    double high = edges[last + 1];
    double scale = (last + 1) / (high - low);
    for (int i = 0; i < n; i++) {
      double value = a[from + i];
      if (value >= low && value <= high) {
        int bin = Math.min((int) ((value - low) * scale), last);
        while (value < edges[bin]) {
          bin--;
        }
        while (bin < last && value >= edges[bin + 1]) {
          bin++;
        }
        bins[i] = bin;
      } else {
        bins[i] = -1;
      }
    }
  }

  private void between(long[] edges, long[] keys, int n, int[] bins) {
    int count = edges.length;
    if (count < 2) {
      Arrays.fill(bins, 0, n, -1);
      return;
    }
    KeySearch.search(edges, count, keys, n, true, found);
    long last = edges[count - 1];
    for (int i = 0; i < n; i++) {
      int bin = (int) found[i] - 1;
      // the right edge belongs to the last bin
      bins[i] = bin < count - 1 ? bin : keys[i] == last ? count - 2 : -1;
    }
  }
}
