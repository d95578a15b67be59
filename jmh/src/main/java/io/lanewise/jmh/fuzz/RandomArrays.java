package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Interop;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The random arrays of one call: memories, on the heap or off it, and views of them in any layout.
/// Python makes the same from [#python()].
final class RandomArrays {
  /// What the elements are like.
  enum Style {
    /// Small integers and quarters: sums of them are exact.
    SMALL,
    /// The same with infinities and NaN now and then.
    SUMS,
    /// 1, 2, 1/2 and their negatives: products of them are exact.
    POWERS,
    /// Numbers of all sizes.
    WIDE,
    /// The same with infinities, NaN, zeros of both signs and the edges of the format.
    SPECIAL
  }

  /// An array, its name in Python, and the memory behind it.
  record Operand(NDArray array, String name, NDArray memory) {}

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    3,
    10,
    -10,
    100,
    1e-7,
    0x1p-24,
    6e4,
    1e30,
    -1e300,
    5e-324,
    Math.PI,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final SplittableRandom random;
  private final List<NDArray> memories = new ArrayList<>();
  private final List<byte[]> before = new ArrayList<>();
  private final StringBuilder python = new StringBuilder();
  private int views;

  RandomArrays(SplittableRandom random) {
    this.random = random;
  }

  /// The statements that make the arrays.
  String python() {
    return python.toString();
  }

  List<NDArray> memories() {
    return memories;
  }

  /// Whether memory `i` holds what it held at first.
  boolean isUnchanged(int i) {
    return Arrays.equals(before.get(i), Interop.tobytes(memories.get(i)));
  }

  int from(int low, int high) {
    return random.nextInt(low, high);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// A random shape, small mostly.
  long[] shape() {
    if (chance(0.08)) {
      return new long[] {from(16, 300)};
    }
    long[] shape = new long[chance(0.1) ? 0 : from(1, 4)];
    for (int d = 0; d < shape.length; d++) {
      shape[d] = chance(0.04) ? 0 : from(1, shape.length > 2 ? 5 : 9);
    }
    return shape;
  }

  /// A shape that broadcasts to `shape`, mostly.
  long[] partner(long... shape) {
    long[] partner = chance(0.3) ? shape.clone() : tail(from(0, shape.length + 1), shape);
    for (int d = 0; d < partner.length; d++) {
      partner[d] = chance(0.2) ? 1 : chance(0.01) ? partner[d] + 1 : partner[d];
    }
    return partner;
  }

  /// A shape that surely broadcasts to `shape`.
  long[] broadcasting(long... shape) {
    long[] own = tail(from(0, shape.length + 1), shape);
    for (int d = 0; d < own.length; d++) {
      own[d] = chance(0.2) ? 1 : own[d];
    }
    return own;
  }

  private static long[] tail(int length, long... shape) {
    return Arrays.copyOfRange(shape, shape.length - length, shape.length);
  }

  /// An array on a memory of its own; `stretched` allows axes that repeat one element.
  Operand array(DType dtype, Style style, boolean stretched, long... shape) {
    Plan plan = new Plan(stretched, shape);
    NDArray memory = elements(dtype, style, plan.offset + plan.count + from(0, 3));
    NDArray placed = memory;
    if (chance(0.15)) {
      long bytes = memory.size() * dtype.itemSize();
      placed =
          NDArray.of(
              Arena.ofAuto().allocate(bytes + 32, 8).asSlice(8, bytes), dtype, memory.size());
      placed.set(memory);
    }
    byte[] bytes = Interop.tobytes(placed);
    python.append(
        "m%d=array('%s','%s');"
            .formatted(memories.size(), dtype, Base64.getEncoder().encodeToString(bytes)));
    memories.add(placed);
    before.add(bytes);
    return view(placed, memories.size() - 1, plan);
  }

  /// An array on the memory of another one, or null where that is too short.
  Operand sharing(Operand other, long... shape) {
    int memory = memories.indexOf(other.memory);
    for (int attempt = 0; attempt < 3; attempt++) {
      Plan plan = new Plan(false, shape);
      if (plan.offset + plan.count <= other.memory.size()) {
        return view(other.memory, memory, plan);
      }
    }
    return null;
  }

  /// Positions on an axis of length `n`, wrong ones now and then.
  Operand positions(long n, int count) {
    long[] positions = new long[count];
    for (int i = 0; i < count; i++) {
      positions[i] = n == 0 || chance(0.01) ? n : random.nextLong(-n, n);
    }
    python.append("m%d=array('int64','%s');".formatted(memories.size(), base64(positions)));
    NDArray memory = NDArray.of(positions);
    memories.add(memory);
    before.add(Interop.tobytes(memory));
    String name = "a" + views++;
    python.append(name).append("=m").append(memories.size() - 1).append(';');
    return new Operand(memory, name, memory);
  }

  private static String base64(long... values) {
    return Base64.getEncoder().encodeToString(Interop.tobytes(NDArray.of(values)));
  }

  private Operand view(NDArray memory, int number, Plan plan) {
    String name = "a" + views++;
    python.append(name).append("=m").append(number).append(plan.python).append(';');
    return new Operand(plan.apply(memory), name, memory);
  }

  /// How a view lies in its memory.
  private final class Plan {
    private final long[] shape;
    private final long offset = from(0, 4);
    private final long count;
    private final long[] stored;
    private final int[] steps;
    private final int[] places;
    private final boolean isPlain = chance(0.35);
    private final boolean isStretched;
    private final String python;

    Plan(boolean stretched, long... shape) {
      this.shape = shape;
      int n = shape.length;
      places = new int[n];
      steps = new int[n];
      stored = new long[n];
      for (int d = 0; d < n; d++) {
        places[d] = d;
      }
      for (int d = n - 1; d > 0 && !isPlain; d--) {
        int other = from(0, d + 1);
        int place = places[d];
        places[d] = places[other];
        places[other] = place;
      }
      boolean repeats = false;
      for (int d = 0; d < n; d++) {
        boolean repeated = stretched && !isPlain && shape[d] > 1 && chance(0.15);
        repeats |= repeated;
        steps[d] = isPlain || repeated ? 1 : new int[] {1, 1, 1, -1, 2, -2, 3}[from(0, 7)];
        stored[places[d]] = repeated ? 1 : shape[d] * Math.abs(steps[d]);
      }
      isStretched = repeats;
      count = LongStream.of(stored).reduce(1, (x, y) -> x * y);
      python = text();
    }

    private String text() {
      String text = "[%d:%d].reshape(%s)".formatted(offset, offset + count, tuple(stored));
      if (shape.length > 0 && !isPlain) {
        String[] slices = new String[shape.length];
        for (int d = 0; d < slices.length; d++) {
          slices[places[d]] = "::" + steps[d];
        }
        text += "[" + String.join(",", slices) + "].transpose(" + join(places) + ")";
      }
      return isStretched
          ? text + ";%1$s=np.broadcast_to(%1$s,%2$s)".formatted("a" + views, tuple(shape))
          : text;
    }

    NDArray apply(NDArray memory) {
      NDArray view = memory.get(offset + ":" + (offset + count)).reshape(stored);
      if (shape.length > 0 && !isPlain) {
        String[] slices = new String[shape.length];
        for (int d = 0; d < slices.length; d++) {
          slices[places[d]] = "::" + steps[d];
        }
        view = view.get(String.join(",", slices)).transpose(places);
      }
      return isStretched ? view.broadcastTo(shape) : view;
    }
  }

  static String tuple(long... values) {
    return "(" + Arrays.stream(values).mapToObj(n -> n + ",").collect(Collectors.joining()) + ")";
  }

  private static String join(int... values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private NDArray elements(DType dtype, Style style, long n) {
    if (dtype.isInteger() || dtype == DType.BOOL) {
      long[] values = new long[(int) n];
      for (int i = 0; i < n; i++) {
        values[i] = dtype == DType.BOOL ? from(0, 2) : integer(dtype, style);
      }
      return NDArray.of(values).astype(dtype);
    }
    NDArray elements = NDArray.empty(dtype, n);
    NDArray parts = dtype.isComplex() ? elements.viewAsReal().reshape(-1) : elements;
    for (long i = 0; i < parts.size(); i++) {
      parts.setDouble(number(style), i);
    }
    return elements;
  }

  private long integer(DType dtype, Style style) {
    if (style == Style.WIDE || style == Style.SPECIAL && chance(0.3)) {
      return random.nextLong();
    }
    int low = dtype.kind() == DType.Kind.UNSIGNED ? 0 : -5;
    return style == Style.POWERS ? from(1, 3) : from(low, 8);
  }

  /// Functions change their ways at round numbers.
  private double round() {
    return chance(0.5) ? from(-800, 801) : power(-60, 61);
  }

  /// A power of two or its negative.
  private double power(int low, int high) {
    return Math.scalb(chance(0.5) ? 1.0 : -1.0, from(low, high));
  }

  private double number(Style style) {
    return switch (style) {
      case SMALL -> from(-12, 13) / 4.0;
      case SUMS -> chance(0.05) ? SPECIAL[SPECIAL.length - from(1, 4)] : number(Style.SMALL);
      case POWERS -> new double[] {1, 1, -1, 2, 0.5, -2}[from(0, 6)];
      case WIDE -> chance(0.1) ? round() : random.nextDouble(0.5, 1.5) * power(-9, 9);
      case SPECIAL -> chance(0.4) ? SPECIAL[from(0, SPECIAL.length)] : number(Style.WIDE);
    };
  }
}
