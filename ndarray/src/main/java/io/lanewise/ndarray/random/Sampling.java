package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// Positions in a population, drawn with and without replacement and probabilities.
final class Sampling {
  /// Where the probabilities may differ from 1 in sum, as in NumPy: the root of a double's epsilon.
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  /// NumPy's choice between the two ways without replacement, which the streams show: all positions
  /// are shuffled where the population is above `LARGE` and the sample above 1/50 of it, or 1/20
  /// without a random order.
  private static final long LARGE = 10_000;

  private static final long SHUFFLED_FRACTION = 50;
  private static final long UNSHUFFLED_FRACTION = 20;

  private Sampling() {}

  /// Checks probabilities and gives a copy of them.
  static double[] probabilities(NDArray p, long population) {
    Parameters.require(p.ndim() == 1, "p must be 1-dimensional, not of dimension ", p.ndim());
    Parameters.require(
        p.size() == population, "a and p must have same size: " + population + " and ", p.size());
    double[] values = p.toDoubleArray();
    double sum = sum(values, 0, values.length);
    boolean nan = false;
    boolean negative = false;
    for (double value : values) {
      nan |= Double.isNaN(value);
      negative |= value < 0;
    }
    double tolerance = TOLERANCE;
    if (p.dtype().isFloating() && p.dtype().itemSize() < Double.BYTES) {
      tolerance = Math.max(tolerance, Math.sqrt(epsilon(p.dtype())));
    }
    Parameters.require(!nan, "Probabilities contain NaN");
    Parameters.require(!negative, "Probabilities are not non-negative");
    Parameters.require(
        Math.abs(sum - 1) <= tolerance,
        "Probabilities do not sum to 1. See Notes section of docstring for more information: the"
            + " sum is ",
        sum);
    return values;
  }

  /// A compensated sum, as NumPy's: W. Kahan, *Further Remarks on Reducing Truncation Errors*,
  /// Communications of the ACM 8 (1965).
  static double sum(double[] values, int from, int to) {
    double sum = 0;
    double lost = 0;
    for (int i = from; i < to; i++) {
      double y = values[i] - lost;
      double t = sum + y;
      lost = t - sum - y;
      sum = t;
    }
    return sum;
  }

  private static double epsilon(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x1p-10;
      case BFLOAT16 -> 0x1p-7;
      default -> 0x1p-23;
    };
  }

  /// With replacement: where uniform numbers fall among the cumulated probabilities.
  static void weighted(BitGenerator bits, double[] p, long[] positions) {
    double[] cumulated = cumulated(p);
    for (int i = 0; i < positions.length; i++) {
      positions[i] = right(cumulated, bits.nextDouble());
    }
  }

  /// Without replacement: rounds of draws, of which the first of each element counts and removes it
  /// from the next round.
  static long[] weightedDistinct(BitGenerator bits, double[] p, int size) {
    int possible = 0;
    for (double probability : p) {
      possible += probability > 0 ? 1 : 0;
    }
    Parameters.require(possible >= size, "Fewer non-zero entries in p than size: ", possible);
    double[] left = p.clone();
    long[] positions = new long[size];
    boolean[] taken = new boolean[p.length];
    int found = 0;
    while (found < size) {
      double[] cumulated = cumulated(left);
      int round = size - found;
      for (int i = 0; i < round; i++) {
        int position = right(cumulated, bits.nextDouble());
        if (!taken[position]) {
          taken[position] = true;
          left[position] = 0;
          positions[found++] = position;
        }
      }
    }
    return positions;
  }

  private static double[] cumulated(double[] p) {
    double[] cumulated = new double[p.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i];
      cumulated[i] = sum;
    }
    for (int i = 0; i < p.length; i++) {
      cumulated[i] /= sum;
    }
    return cumulated;
  }

  /// How many values are not above `x`.
  private static int right(double[] sorted, double x) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Without replacement, all equally likely.
  static long[] distinct(BitGenerator bits, long population, int size, boolean shuffle) {
    BoundedIntegers integers = new BoundedIntegers(bits, false);
    long fraction = shuffle ? SHUFFLED_FRACTION : UNSHUFFLED_FRACTION;
    if (population > LARGE && size > population / fraction) {
      long[] all = Shuffle.arange(population);
      shuffle(integers, all, (int) Math.max(population - size, 1));
      return Arrays.copyOfRange(all, all.length - size, all.length);
    }
    long[] positions = floyd(integers, population, size);
    if (shuffle) {
      shuffle(integers, positions, 1);
    }
    return positions;
  }

  private static void shuffle(BoundedIntegers integers, long[] a, int first) {
    for (int i = a.length - 1; i >= first; i--) {
      Shuffle.swap(a, i, (int) integers.next64(i));
    }
  }

  /// Robert Floyd's algorithm, in J. Bentley and B. Floyd, *Programming Pearls: A Sample of
  /// Brilliance*, Communications of the ACM 30(9) (1987): `size` draws, of which one that repeats
  /// stands for the largest position it could have been.
  private static long[] floyd(BoundedIntegers integers, long population, int size) {
    Parameters.require(
        size <= LongSet.CAPACITY,
        "choice without replacement: a sample that is small beside its population has at most "
            + LongSet.CAPACITY
            + " elements, not ",
        size);
    long[] positions = new long[size];
    LongSet taken = new LongSet(size);
    for (int i = 0; i < size; i++) {
      long largest = population - size + i;
      long drawn = integers.next64(largest);
      if (!taken.add(drawn)) {
        drawn = largest;
        taken.add(drawn);
      }
      positions[i] = drawn;
    }
    return positions;
  }

  /// A set of non-negative numbers by open addressing, at most half full.
  private static final class LongSet {
    /// A Java array has fewer than 2^31 slots, and half of the largest power of two below may be
    /// full.
    static final int CAPACITY = (1 << 29) - 1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private final long[] slots;
    private final int shift;

    LongSet(int capacity) {
      int bits = 33 - Integer.numberOfLeadingZeros(Math.max(capacity, 1));
      slots = new long[1 << bits];
      shift = 64 - bits;
      Arrays.fill(slots, -1);
    }

    /// Whether the number was not there.
    boolean add(long number) {
      int slot = (int) (number * GOLDEN >>> shift);
      while (slots[slot] != -1) {
        if (slots[slot] == number) {
          return false;
        }
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number;
      return true;
    }
  }
}
