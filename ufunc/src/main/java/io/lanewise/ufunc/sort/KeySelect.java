package io.lanewise.ufunc.sort;

import java.util.Arrays;

/// Partial order of keys: what belongs at some positions gets there, with less before it and more
/// behind it, each side in its order of occurrence.
///
/// The key of a position is found by its digits, from the leading one on: one count of all keys,
/// then only of those that share its digit, and so on (C. A. R. Hoare's selection with 2,048 pivots
/// at once).
final class KeySelect {
  /// Digits of this many bits.
  private static final int DIGIT = 11;

  /// As few keys are sorted.
  private static final int SORTED = 128;

  private KeySelect() {}

  /// Fills `order[0 .. n)` so that the keys at the given positions are where sorting would put
  /// them.
  ///
  /// @param positions in ascending order, each from 0 to n - 1
  static void order(long[] keys, int n, int[] positions, int[] order) {
    if (n <= SORTED) {
      KeyOrder.of(keys, n, order);
      return;
    }
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    split(keys, order, 0, n, positions, 0, positions.length, new int[n], new long[n]);
  }

  /// Reorders `keys[0 .. n)` so that those at the given positions are where sorting would put them.
  ///
  /// @param scratch at least `n` long, overwritten
  static void values(long[] keys, int n, int[] positions, long[] scratch) {
    split(keys, 0, n, positions, 0, positions.length, scratch);
  }

  private static void split(
      long[] keys, int from, int to, int[] positions, int first, int last, long[] scratch) {
    if (first >= last || to - from < 2) {
      return;
    }
    if (to - from <= SORTED) {
      Arrays.sort(keys, from, to);
      return;
    }
    int middle = first + last >>> 1;
    System.arraycopy(keys, from, scratch, 0, to - from);
    long pivot = select(scratch, to - from, positions[middle] - from);
    int less = from;
    int notMore = from;
    for (int i = from; i < to; i++) {
      less += KeySearch.less(keys[i], pivot);
      notMore += 1 - KeySearch.less(pivot, keys[i]);
    }
    int[] next = {from, less, notMore};
    for (int i = from; i < to; i++) {
      long key = keys[i];
      int part = 1 - KeySearch.less(key, pivot) + KeySearch.less(pivot, key);
      scratch[next[part]++] = key;
    }
    System.arraycopy(scratch, from, keys, from, to - from);
    int before = first;
    while (before < last && positions[before] < less) {
      before++;
    }
    int after = before;
    while (after < last && positions[after] < notMore) {
      after++;
    }
    split(keys, from, less, positions, first, before, scratch);
    split(keys, notMore, to, positions, after, last, scratch);
  }

  /// Places the positions numbered `first .. last - 1`, which lie in `from .. to - 1`.
  private static void split(
      long[] keys,
      int[] order,
      int from,
      int to,
      int[] positions,
      int first,
      int last,
      int[] scratch,
      long[] candidates) {
    if (first >= last || to - from < 2) {
      return;
    }
    int middle = first + last >>> 1;
    for (int i = from; i < to; i++) {
      candidates[i - from] = keys[order[i]];
    }
    long pivot = select(candidates, to - from, positions[middle] - from);
    int less = from;
    int notMore = from;
    for (int i = from; i < to; i++) {
      long key = keys[order[i]];
      less += KeySearch.less(key, pivot);
      notMore += 1 - KeySearch.less(pivot, key);
    }
    int[] next = {from, less, notMore};
    for (int i = from; i < to; i++) {
      long key = keys[order[i]];
      int part = 1 - KeySearch.less(key, pivot) + KeySearch.less(pivot, key);
      scratch[next[part]++] = order[i];
    }
    System.arraycopy(scratch, from, order, from, to - from);
    int before = first;
    while (before < last && positions[before] < less) {
      before++;
    }
    int after = before;
    while (after < last && positions[after] < notMore) {
      after++;
    }
    split(keys, order, from, less, positions, first, before, scratch, candidates);
    split(keys, order, notMore, to, positions, after, last, scratch, candidates);
  }

  /// The `k`-th smallest of the first keys, which are overwritten.
  private static long select(long[] candidates, int count, int k) {
    int n = count;
    int rank = k;
    int[] counts = new int[1 << DIGIT];
    while (n > SORTED) {
      long min = candidates[0];
      long max = min;
      for (int i = 1; i < n; i++) {
        min = Math.min(min, candidates[i]);
        max = Math.max(max, candidates[i]);
      }
      if (min == max) {
        return min;
      }
      int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(max - min) - DIGIT);
      Arrays.fill(counts, 0);
      for (int i = 0; i < n; i++) {
        counts[(int) (candidates[i] - min >>> shift)]++;
      }
      int digit = 0;
      while (rank >= counts[digit]) {
        rank -= counts[digit++];
      }
      int kept = 0;
      for (int i = 0; i < n; i++) {
        long key = candidates[i];
        candidates[kept] = key;
        // 1 where the digits are equal
        kept += ((int) (key - min >>> shift) ^ digit) - 1 >>> 31;
      }
      n = kept;
    }
    Arrays.sort(candidates, 0, n);
    return candidates[rank];
  }
}
