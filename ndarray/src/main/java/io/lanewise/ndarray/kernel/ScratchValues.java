package io.lanewise.ndarray.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Values on which a lane loop is compiled and raced: ordinary ones, as data has them, and then as
/// many special ones. C2 leaves out the branches that these do not take. Where a process has
/// compiled much, it may leave out such a branch for good: it adds up how often the inlined methods
/// were compiled anew, and a trap in code that comes to more than 200 so (half of
/// `PerMethodRecompilationCutoff`) goes to the interpreter and never has the code compiled anew.
/// arctanh of float32 then took 83 ns an element, because all of its trial had some number above 1,
/// beyond which it is a NaN. So ordinary values must be what the program itself takes as usual.
final class ScratchValues {
  /// Where ordinary values may lie. Most functions have numbers around 1 as usual; some have only
  /// those below or above it.
  private static final double[][] RANGES = {{0.5, 2.5}, {0.03, 0.97}, {1.03, 2.97}};

  /// How many values of a range are tried on the program.
  private static final int TRIED = 128;

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

  /// For each operand, the number of its range.
  private final int[] range;

  private ScratchValues(int operands) {
    this.range = new int[operands];
  }

  /// Values for `program`: for each input the first of the ranges that gives the fewest unusual
  /// numbers.
  static ScratchValues of(Program program) {
    ScratchValues values = new ScratchValues(program.operands());
    if (program.nodes().stream().anyMatch(ScratchValues::mayBeUnusual)) {
      int fewest = values.unusual(program);
      for (int k = 0; k < program.inputs().size() && fewest > 0; k++) {
        int best = 0;
        for (int candidate = 1; candidate < RANGES.length; candidate++) {
          values.range[k] = candidate;
          int unusual = values.unusual(program);
          if (unusual < fewest) {
            fewest = unusual;
            best = candidate;
          }
        }
        values.range[k] = best;
      }
    }
    return values;
  }

  private static boolean mayBeUnusual(Node node) {
    return node.op() == OpCode.RARE || node.op() == OpCode.SELDOM;
  }

  /// How many numbers of `program` are rare or seldom taken for the first values.
  int unusual(Program program) {
    int unusual = 0;
    long[] inputs = new long[program.inputs().size()];
    for (int i = 0; i < TRIED; i++) {
      for (int k = 0; k < inputs.length; k++) {
        inputs[k] = bits(program.inputs().get(k), ordinary(i, k));
      }
      unusual += Interpreter.unusual(program, inputs);
    }
    return unusual;
  }

  /// The `i`-th ordinary value of an operand: in an order without a pattern, and no whole number or
  /// half.
  private double ordinary(int i, int operand) {
    double[] bounds = RANGES[range[operand]];
    double part = ((i * 619L + operand * 131L) % 1_021 + 0.25) / 1_021.0;
    return bounds[0] + (bounds[1] - bounds[0]) * part;
  }

  private static long bits(LaneType type, double value) {
    return switch (type) {
      case FLOAT64 -> Double.doubleToRawLongBits(value);
      case FLOAT32 -> Float.floatToRawIntBits((float) value);
      case INT64, INT32 -> whole(value);
      case BOOL -> isTrue(value) ? 1 : 0;
    };
  }

  private static long whole(double value) {
    return (long) (value * 10);
  }

  private static boolean isTrue(double value) {
    return value > 1.5;
  }

  /// `n` ordinary and `n` special values for an operand; those of a kernel's operands differ.
  Object array(LaneType type, int n, int operand) {
    double[] values = new double[2 * n];
    for (int i = 0; i < n; i++) {
      values[i] = ordinary(i, operand);
      values[n + i] = SPECIAL[(i + 5 * operand) % SPECIAL.length];
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
          array[i] = whole(values[i]);
        }
        yield array;
      }
      case INT32 -> {
        int[] array = new int[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = Math.clamp(whole(values[i]), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        yield array;
      }
      case BOOL -> {
        boolean[] array = new boolean[2 * n];
        for (int i = 0; i < array.length; i++) {
          array[i] = isTrue(values[i]);
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
