package io.lanewise.ufunc.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The algorithms on longs, at lengths around every cut-off and on data that are hard for them.
class SortAlgorithmsTest {
  private static final int[] SIZES = {
    0, 1, 2, 7, 8, 9, 23, 24, 25, 26, 255, 256, 257, 510, 511, 512, 513, 514, 1_023, 4_000, 70_001
  };

  /// How numbers lie.
  enum Data {
    SPREAD,
    FEW,
    SMALL_RANGE,
    EQUAL,
    RISING,
    FALLING,
    NEARLY_SORTED,
    /// Clusters far apart, in which numbers differ in their lowest bits only.
    CLUSTERS,
    /// Each cluster within another.
    NESTED,
    EXTREMES;

    long[] of(int n, Random random) {
      IntToLongFunction value =
          switch (this) {
            case SPREAD -> i -> random.nextLong();
            case FEW -> i -> (random.nextInt(7) - 3) * 0x0123_4567_89AB_CDEFL;
            case SMALL_RANGE -> i -> random.nextInt(300) - 150;
            case EQUAL -> i -> -42;
            case RISING -> i -> i * 3L;
            case FALLING -> i -> -i * 5L;
            case NEARLY_SORTED -> i -> i + random.nextInt(4);
            case CLUSTERS -> i -> ((random.nextLong() >> 62) << 60) + random.nextInt(50_000);
            case NESTED -> i -> random.nextLong() >> 8 * random.nextInt(8);
            case EXTREMES ->
                i ->
                    switch (random.nextInt(4)) {
                      case 0 -> Long.MIN_VALUE;
                      case 1 -> Long.MAX_VALUE;
                      case 2 -> random.nextInt(3);
                      default -> random.nextLong();
                    };
          };
      return IntStream.range(0, n).mapToLong(value::applyAsLong).toArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySortSorts(Data data) {
    for (int n : SIZES) {
      long seed = 1_000_003L * data.ordinal() + n;
      long[] a = data.of(n + 4, new Random(seed));
      long[] expected = a.clone();
      Arrays.sort(expected, 2, n + 2);
      for (LongSort sort :
          List.<LongSort>of(RadixSort::sort, RadixSort::byRadix, RadixSort::byJdk)) {
        if (n > 0) {
          long[] b = a.clone();
          sort.sort(b, 2, n + 2);
          assertThat(b).as("%s, %d numbers, seed %d", data, n, seed).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ordersAreStable(Data data) {
    for (int n : SIZES) {
      long seed = 1_000_003L * data.ordinal() + n;
      long[] keys = data.of(n, new Random(seed));
      int[] order = new int[n];
      KeyOrder.of(keys, n, order);
      assertThat(order).as("%s, %d keys, seed %d", data, n, seed).isEqualTo(stable(keys));
    }
  }

  @ParameterizedTest
  @EnumSource
  void selectionPutsPositionsWhereTheyBelong(Data data) {
    for (int n : SIZES) {
      for (int count = 1; count <= Math.min(n, 4); count++) {
        long seed = 1_000_003L * data.ordinal() + n + 7L * count;
        Random random = new Random(seed);
        long[] keys = data.of(n, random);
        int[] positions = random.ints(count, 0, n).sorted().toArray();
        int[] order = new int[n];
        KeySelect.order(keys, n, positions, order);
        String what = data + ", " + n + " keys, seed " + seed;
        int[] all = order.clone();
        Arrays.sort(all);
        assertThat(all).as(what).isEqualTo(IntStream.range(0, n).toArray());
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        long[] values = keys.clone();
        KeySelect.values(values, n, positions, new long[n]);
        for (int at : positions) {
          assertThat(values[at]).as(what).isEqualTo(sorted[at]);
          assertThat(Arrays.stream(values, 0, at).allMatch(v -> v <= sorted[at])).as(what).isTrue();
          assertThat(Arrays.stream(values, at, n).allMatch(v -> v >= sorted[at])).as(what).isTrue();
        }
        Arrays.sort(values);
        assertThat(values).as(what).isEqualTo(sorted);
        for (int at = 0, next = 0; at < n; at++) {
          long key = keys[order[at]];
          if (next < count && positions[next] == at) {
            assertThat(key).as(what).isEqualTo(sorted[at]);
          }
          while (next < count && positions[next] <= at) {
            next++;
          }
          boolean low = next == count || key <= sorted[positions[next]];
          boolean high = next == 0 || key >= sorted[positions[next - 1]];
          assertThat(low && high).as(what).isTrue();
        }
      }
    }
  }

  private static int[] stable(long[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  @ParameterizedTest
  @EnumSource
  void searchesCountWhatIsLess(Data data) {
    for (int n : SIZES) {
      long seed = 1_000_003L * data.ordinal() + n;
      Random random = new Random(seed);
      long[] sorted = data.of(n, random);
      Arrays.sort(sorted);
      long[] keys = data.of(101, random);
      if (n > 0) {
        for (int i = 0; i < keys.length; i += 2) {
          keys[i] = sorted[random.nextInt(n)];
        }
      }
      long[] left = new long[keys.length];
      long[] right = new long[keys.length];
      KeySearch.search(sorted, n, keys, keys.length, false, left);
      KeySearch.search(sorted, n, keys, keys.length, true, right);
      for (int i = 0; i < keys.length; i++) {
        long key = keys[i];
        String what = data + ", " + n + " numbers, seed " + seed + ", key " + key;
        assertThat(left[i]).as(what).isEqualTo(count(sorted, key, false));
        assertThat(right[i]).as(what).isEqualTo(count(sorted, key, true));
      }
    }
  }

  private static long count(long[] sorted, long key, boolean orEqual) {
    // a linear search from both ends would be as long as the test; the JDK's finds one of many
    int at = Arrays.binarySearch(sorted, key);
    int from = at < 0 ? -at - 1 : at;
    while (at >= 0 && !orEqual && from > 0 && sorted[from - 1] == key) {
      from--;
    }
    while (at >= 0 && orEqual && from < sorted.length && sorted[from] == key) {
      from++;
    }
    return from;
  }

  @Test
  void complexNumbersAreOrderedByPartsNanLast() {
    double nan = Double.NaN;
    double[] pairs = {nan, 0, 1, nan, 1, 2, nan, nan, 0, nan, 1, 1, 0, 1, nan, -1, -0.0, 0};
    int[] rising = ComplexOrder.of(pairs, 0, 1, 9, false);
    assertThat(rising).containsExactly(8, 6, 5, 2, 4, 1, 7, 0, 3);
    int[] falling = ComplexOrder.of(pairs, 0, 1, 9, true);
    assertThat(falling).containsExactly(2, 5, 6, 8, 1, 4, 0, 7, 3);
    // every second number, from the second on
    assertThat(ComplexOrder.of(pairs, 1, 2, 4, false)).containsExactly(2, 0, 3, 1);
    float[] floats = new float[pairs.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) pairs[i];
    }
    ComplexOrder.sort(floats, 0, 1, 9, false);
    ComplexOrder.sort(pairs, 0, 1, 9, false);
    String expected =
        "[-0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.0, NaN, 1.0, NaN, NaN, -1.0, NaN, 0.0, NaN,"
            + " NaN]";
    assertThat(Arrays.toString(pairs)).isEqualTo(expected);
    assertThat(Arrays.toString(floats)).isEqualTo(expected);
  }
}
