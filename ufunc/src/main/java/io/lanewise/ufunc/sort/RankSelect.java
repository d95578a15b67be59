package io.lanewise.ufunc.sort;

import io.lanewise.ndarray.DType;
import io.lanewise.ufunc.reduce.ScanLoops;
import io.lanewise.ufunc.reduce.Scans;
import java.util.Arrays;

/// The elements at given ranks of rows of one length, without sorting them.
///
/// A short row is brought into one scratch of keys, whose leading digits lead to the ranks. A long
/// row is read where it lies, a chunk at a time: a random sample of it, sorted, gives for each
/// group of neighbouring ranks two keys that they lie between but for bad luck; one pass over the
/// row counts what is below them and keeps what is between, a few percent of the row, in which the
/// ranks are found (R. W. Floyd and R. L. Rivest, Expected time bounds for selection, CACM 18,
/// 1975). Where the sample misled, the row is treated as a short one. The elements found do not
/// depend on the way.
///
/// One object serves one thread.
public final class RankSelect {
  /// From this length on rows are sampled: the median of 2,048 float64 takes 5.8 ns an element so
  /// and 4.2 without, of 4,096 3.0 and 3.1, of 16,384 1.7 and 2.2, of 65,536 1.2 and 2.1.
  static final int SAMPLED_FROM = 1 << 12;

  /// As few keys are sorted.
  private static final int SORTED = 64;

  /// Digits of at most this many bits: their counts stay in the first-level cache.
  private static final int DIGIT = 11;

  /// Of a long row up to this many groups of ranks have a pass each over every chunk, 0.3 ns an
  /// element; beyond that one count of digits serves them all.
  private static final int SAMPLED_GROUPS = 12;

  private static final int CHUNK = 1_024;

  /// The share of a row that is sampled is this number over the square root of its length: 4,000 of
  /// 10^6, whose sorting takes 3 % of the time of the pass.
  private static final double SAMPLE = 4;

  /// Half the distance of the two keys around a rank, in standard deviations of its place in the
  /// sample: beyond four lies a rank in 16,000.
  private static final double DEVIATIONS = 4;

  private final DType dtype;
  private final int n;
  private final boolean mayBeNan;

  /// The keys of a short row.
  private long[] keys;

  private final long[] chunk;

  private Object array;
  private int from;
  private int step;
  private int numbers;

  /// Ranks in rows of `n` elements of a real dtype.
  public RankSelect(DType dtype, int n) {
    this.dtype = dtype;
    this.n = n;
    mayBeNan = dtype.isFloating();
    chunk = n < SAMPLED_FROM ? null : new long[CHUNK];
    keys = n < SAMPLED_FROM ? new long[n] : null;
  }

  /// Takes a row, and gives the number of its elements that are no NaN. NaN comes behind them.
  public int row(Object newArray, int newFrom, int newStep) {
    array = newArray;
    from = newFrom;
    step = newStep;
    int nan = 0;
    if (chunk == null) {
      load(0, n, keys);
      nan = mayBeNan ? count(keys, n, SortKeys.nan(dtype)) : 0;
    } else if (mayBeNan) {
      for (int at = 0; at < n; at += CHUNK) {
        nan += countNan(at, Math.min(CHUNK, n - at));
      }
    }
    numbers = n - nan;
    return numbers;
  }

  private int countNan(int at, int some) {
    if (step == 1 && array instanceof double[] a) {
      return Scans.loops(some).countNan(a, from + at, some);
    }
    if (step == 1 && array instanceof float[] a) {
      return Scans.loops(some).countNan(a, from + at, some);
    }
    load(at, some, chunk);
    return count(chunk, some, SortKeys.nan(dtype));
  }

  private void load(int at, int count, long[] to) {
    if (step == 1 && count > 1 && array instanceof double[] a) {
      Scans.loops(count).keys(a, from + at, count, to);
      return;
    }
    SortKeys.load(dtype, array, from + at * step, step, count, SortKeys.SIGNED_ZEROS, to);
  }

  private static int count(long[] keys, int n, long wanted) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += keys[i] == wanted ? 1 : 0;
    }
    return count;
  }

  /// Puts the keys (see [SortKeys]) of the elements at `ranks`, which ascend and lie among the
  /// numbers of the row, to `found`.
  public void select(int[] ranks, int count, long[] found) {
    if (chunk == null) {
      ranks(keys, n, ranks, 0, count, 0, found);
    } else if (groups(ranks, 0, count) > SAMPLED_GROUPS || !sampled(ranks, count, found)) {
      if (keys == null) {
        keys = new long[n];
      }
      load(0, n, keys);
      ranks(keys, n, ranks, 0, count, 0, found);
    }
  }

  /// Ranks that follow each other are one group.
  private static int groups(int[] ranks, int first, int last) {
    int groups = 1;
    for (int i = first + 1; i < last; i++) {
      groups += ranks[i] - ranks[i - 1] > 1 ? 1 : 0;
    }
    return groups;
  }

  /// The ranks numbered `first .. last - 1` in `some[0 .. size)`, below which there are `below`
  /// elements more. One count of the leading digits of all keys tells which keys share that of a
  /// rank; those few are taken out, and looked through in the same way.
  private void ranks(
      long[] some, int size, int[] ranks, int first, int last, int below, long[] found) {
    if (size <= SORTED) {
      long[] few = Arrays.copyOf(some, size);
      Arrays.sort(few);
      for (int i = first; i < last; i++) {
        found[i] = few[ranks[i] - below];
      }
      return;
    }
    long min = some[0];
    long max = min;
    for (int i = 1; i < size; i++) {
      min = Math.min(min, some[i]);
      max = Math.max(max, some[i]);
    }
    if (min == max) {
      Arrays.fill(found, first, last, min);
      return;
    }
    int digit = Math.min(DIGIT, 31 - Integer.numberOfLeadingZeros(size));
    int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(max - min) - digit);
    int[] counts = new int[1 << digit];
    for (int i = 0; i < size; i++) {
      counts[(int) (some[i] - min >>> shift)]++;
    }
    int passed = below;
    int place = 0;
    for (int i = first; i < last; ) {
      while (ranks[i] >= passed + counts[place]) {
        passed += counts[place++];
      }
      int end = i + 1;
      while (end < last && ranks[end] < passed + counts[place]) {
        end++;
      }
      long low = min + ((long) place << shift);
      long high = low + (1L << shift) - 1;
      long[] few = new long[counts[place] + ScanLoops.ROOM];
      Scans.loops(size).keep(some, size, low, high < low ? max : high, few, 0);
      ranks(few, counts[place], ranks, i, end, passed, found);
      i = end;
    }
  }

  /// Whether the sample led to all the ranks.
  private boolean sampled(int[] ranks, int count, long[] found) {
    int size = (int) (SAMPLE * Math.sqrt(n));
    long[] sample = sample(size);
    int groups = 0;
    int[] firsts = new int[count + 1];
    long[] low = new long[count];
    long[] high = new long[count];
    for (int i = 0; i < count; i++) {
      double share = (ranks[i] + 0.5) / n;
      double place = share * size;
      double reach = DEVIATIONS * Math.sqrt(size * share * (1 - share)) + 2;
      int left = (int) Math.floor(place - reach);
      int right = (int) Math.ceil(place + reach);
      long lowest = left < 0 ? Long.MIN_VALUE : sample[left];
      long highest = right >= size ? Long.MAX_VALUE : sample[right];
      if (groups > 0 && lowest <= high[groups - 1]) {
        high[groups - 1] = Math.max(high[groups - 1], highest);
      } else {
        firsts[groups] = i;
        low[groups] = lowest;
        high[groups++] = highest;
      }
    }
    firsts[groups] = count;
    return between(ranks, groups, firsts, low, high, found);
  }

  /// Keys at pseudo-random places, one in each of `size` equal parts of the row, sorted.
  private long[] sample(int size) {
    long[] sample = new long[size];
    long[] one = new long[1];
    // Lehmer's generator with the multiplier of P. L'Ecuyer (Mathematics of Computation 68, 1999)
    long state = 1;
    for (int i = 0; i < size; i++) {
      state *= 1_181_783_497_276_652_981L;
      long start = (long) i * n / size;
      long length = (long) (i + 1) * n / size - start;
      load((int) (start + ((state >>> 33) * length >>> 31)), 1, one);
      sample[i] = one[0];
    }
    RadixSort.sort(sample, 0, size);
    return sample;
  }

  /// One pass over the row: keeps what lies between two keys of a group and finds its ranks there.
  private boolean between(
      int[] ranks, int groups, int[] firsts, long[] low, long[] high, long[] found) {
    int room = n / 4;
    long[][] kept = new long[groups][];
    int[] sizes = new int[groups];
    int[] below = new int[groups];
    for (int at = 0; at < n; at += CHUNK) {
      int some = Math.min(CHUNK, n - at);
      ScanLoops loops = Scans.loops(some * groups);
      load(at, some, chunk);
      for (int g = 0; g < groups; g++) {
        if (kept[g] == null) {
          kept[g] = new long[2 * CHUNK];
        } else if (sizes[g] + CHUNK + ScanLoops.ROOM > kept[g].length) {
          if (sizes[g] > room) {
            return false;
          }
          kept[g] = Arrays.copyOf(kept[g], 2 * kept[g].length);
        }
        long both = loops.keep(chunk, some, low[g], high[g], kept[g], sizes[g]);
        sizes[g] += (int) both;
        below[g] += (int) (both >>> 32);
      }
    }
    for (int g = 0; g < groups; g++) {
      int last = firsts[g + 1];
      if (ranks[firsts[g]] < below[g] || ranks[last - 1] >= below[g] + sizes[g]) {
        return false;
      }
      ranks(kept[g], sizes[g], ranks, firsts[g], last, below[g], found);
    }
    return true;
  }
}
