package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import java.util.Arrays;

/// Sorts many short rows at once: element k of every row lies in column k, and exchanges between
/// two columns are plain loops of minima and maxima over all rows, which the compiler turns into
/// lanes and which have no branches. The exchanges are those of Batcher's merge exchange (D. E.
/// Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M).
final class ColumnSort {
  /// The longest rows sorted in this way. 10^6 numbers in rows of 10: 3.5 ms against 13 one row
  /// after another, of 128: 6 against 24, of 256: 8 against 27, but of 512: 15.6 against 10. Their
  /// positions: 10: 7.5 against 16, 128: 16 against 26, 256: 22 against 29.
  static final int LONGEST = 256;

  /// From this number of rows on: two vectors of the widest kind.
  static final int FEWEST = 16;

  /// Keys at work, what the L2 cache holds: shorter columns spend their time in the heads and tails
  /// of loops. Rows of 64: 9.4 ms with 4,096 keys, 4.9 with 16,384; rows of 256: 16 with these, 8
  /// here.
  private static final int KEYS = 65_536;

  private ColumnSort() {}

  /// Sorts rows of `n` elements in place.
  static void sort(DType dtype, Rows.Run run, int n, boolean descending) {
    int height = Math.min(run.rows(), KEYS / n);
    long[][] columns = new long[n][height];
    for (int row = 0; row < run.rows(); row += height) {
      int some = Math.min(height, run.rows() - row);
      load(dtype, run, row, some, SortKeys.SIGNED_ZEROS, descending, columns);
      exchangeAll(n, (low, high) -> exchange(columns[low], columns[high], some));
      int at = run.from() + row * run.rowStep();
      for (int k = 0; k < n; k++) {
        if (descending) {
          SortKeys.reverse(dtype, columns[k], some);
        }
        SortKeys.store(dtype, columns[k], some, run.array(), at + k * run.step(), run.rowStep());
      }
    }
  }

  /// Writes the positions that sort rows of `n` elements, stably, to rows of longs.
  static void argsort(DType dtype, Rows.Run run, int n, boolean descending, Rows.Run to) {
    int height = Math.min(run.rows(), KEYS / 2 / n);
    long[][] columns = new long[n][height];
    long[][] positions = new long[n][height];
    for (int row = 0; row < run.rows(); row += height) {
      int some = Math.min(height, run.rows() - row);
      load(dtype, run, row, some, SortKeys.EQUAL_ZEROS, descending, columns);
      for (int k = 0; k < n; k++) {
        Arrays.fill(positions[k], 0, some, k);
      }
      exchangeAll(
          n,
          (low, high) ->
              exchange(columns[low], columns[high], positions[low], positions[high], some));
      int at = to.from() + row * to.rowStep();
      for (int k = 0; k < n; k++) {
        SortKeys.store(
            DType.INT64, positions[k], some, to.array(), at + k * to.step(), to.rowStep());
      }
    }
  }

  private static void load(
      DType dtype,
      Rows.Run run,
      int row,
      int rows,
      double zero,
      boolean descending,
      long[][] columns) {
    int at = run.from() + row * run.rowStep();
    for (int k = 0; k < columns.length; k++) {
      SortKeys.load(dtype, run.array(), at + k * run.step(), run.rowStep(), rows, zero, columns[k]);
      if (descending) {
        SortKeys.reverse(dtype, columns[k], rows);
      }
    }
  }

  /// Puts the smaller one of each row's two elements into the lower column.
  private interface Exchange {
    void of(int low, int high);
  }

  private static void exchangeAll(int n, Exchange exchange) {
    int top = Integer.highestOneBit(n - 1);
    for (int p = top; p > 0; p >>= 1) {
      int r = 0;
      int distance = p;
      for (int q = top; ; q >>= 1) {
        for (int i = 0; i < n - distance; i++) {
          if ((i & p) == r) {
            exchange.of(i, i + distance);
          }
        }
        if (q == p) {
          break;
        }
        distance = q - p;
        r = p;
      }
    }
  }

  private static void exchange(long[] low, long[] high, int rows) {
    for (int i = 0; i < rows; i++) {
      long a = low[i];
      long b = high[i];
      low[i] = Math.min(a, b);
      high[i] = Math.max(a, b);
    }
  }

  /// The same for keys with their positions, equal keys being ordered by these: exchanges by
  /// themselves are not stable.
  private static void exchange(long[] low, long[] high, long[] lowAt, long[] highAt, int rows) {
    for (int i = 0; i < rows; i++) {
      long a = low[i];
      long b = high[i];
      long from = lowAt[i];
      long to = highAt[i];
      long less = b & ~a | ~(b ^ a) & b - a;
      // a - b and b - a are both not negative where the two are equal
      long differ = a - b | b - a;
      long swap = -((less | ~differ & to - from) >>> 63);
      long keys = (a ^ b) & swap;
      long places = (from ^ to) & swap;
      low[i] = a ^ keys;
      high[i] = b ^ keys;
      lowAt[i] = from ^ places;
      highAt[i] = to ^ places;
    }
  }
}
