package io.lanewise.ndarray.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Values on which a lane loop is compiled and raced: ordinary ones, as data has them, and then as
/// many special ones.
final class ScratchValues {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e-310,
    1e300,
    -1e300,
    1e-40,
    750,
    -750,
    1e5,
    1e10,
    0.5
  };

  private ScratchValues() {}

  /// An array of `n` ordinary and `n` special values; `seed` makes the operands of a kernel differ.
  static Object of(LaneType type, int n, int seed) {
    double[] values = new double[2 * n];
    for (int i = 0; i < n; i++) {
      // 0.5 .. 2.5, in an order without a pattern, and no whole number or half
      values[i] = 0.5 + 2.0 * ((i * 619L + seed * 131L) % 1_021 + 0.25) / 1_021.0;
      values[n + i] = SPECIAL[(i + 5 * seed) % SPECIAL.length];
    }
    return switch (type) {
      case FLOAT64 -> values;
      case FLOAT32 -> {
        float[] array = new float[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = (float) values[i];
        }
        yield array;
      }
      case INT64 -> {
        long[] array = new long[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = (long) (values[i] * 10);
        }
        yield array;
      }
      case INT32 -> {
        int[] array = new int[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = (int) (values[i] * 10);
        }
        yield array;
      }
      case BOOL -> {
        boolean[] array = new boolean[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = values[i] > 1.5;
        }
        yield array;
      }
    };
  }

  /// The same values off the heap.
  static MemorySegment offHeap(LaneType type, Object array) {
    MemorySegment source =
        switch (array) {
          case double[] a -> MemorySegment.ofArray(a);
          case float[] a -> MemorySegment.ofArray(a);
          case long[] a -> MemorySegment.ofArray(a);
          case int[] a -> MemorySegment.ofArray(a);
          default -> throw new IllegalArgumentException(type + " is not kept off-heap");
        };
    MemorySegment copy = Arena.ofAuto().allocate(source.byteSize(), 64);
    copy.copyFrom(source);
    return copy;
  }
}
