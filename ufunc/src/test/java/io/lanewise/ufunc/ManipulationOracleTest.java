package io.lanewise.ufunc;

import io.lanewise.ndarray.BitOrder;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.Trim;
import io.lanewise.ufunc.Oracle.Arguments;
import io.lanewise.ufunc.Oracle.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManipulationOracleTest {
  static Map<String, Call> calls() {
    Map<String, Call> calls = new HashMap<>(joining());
    calls.putAll(splitting());
    calls.putAll(repeating());
    calls.putAll(editing());
    calls.putAll(application());
    calls.put("pad", ManipulationOracleTest::pad);
    return calls;
  }

  @Test
  void manipulationAgreesWithNumPy() {
    Oracle.replay("manipulation", calls(), new Rules());
  }

  private static Map<String, Call> joining() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("concatenate", x -> Manipulation.concatenate(list(x, 0), x.axis(1)));
    calls.put("concat", x -> Manipulation.concat(list(x, 0), x.axis(1)));
    calls.put("concatenate_flattened", x -> Manipulation.concatenateFlattened(x.arrays(0)));
    calls.put(
        "concatenate_dtype",
        x -> Manipulation.concatenate(list(x, 0), x.axis(1), dtype(x, 2), casting(x, 3)));
    calls.put("concatenate_out", x -> Manipulation.concatenate(list(x, 0), 1, x.array(1)));
    calls.put("concatenate_into", x -> Manipulation.concatenate(list(x, 0), 0, x.array(1)));
    calls.put(
        "concatenate_flattened_into",
        x -> Manipulation.concatenateFlattened(list(x, 0), x.array(1)));
    calls.put("stack", x -> Manipulation.stack(list(x, 0), x.axis(1)));
    calls.put("vstack", x -> Manipulation.vstack(x.arrays(0)));
    calls.put("hstack", x -> Manipulation.hstack(x.arrays(0)));
    calls.put("dstack", x -> Manipulation.dstack(x.arrays(0)));
    calls.put("column_stack", x -> Manipulation.columnStack(x.arrays(0)));
    calls.put("block", ManipulationOracleTest::block);
    return calls;
  }

  private static NDArray block(Arguments x) {
    Map<Character, NDArray> named = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      named.put("abcdz".charAt(i), x.array(i + 1));
    }
    List<List<Object>> open = new ArrayList<>();
    open.add(new ArrayList<>());
    for (char c : x.text(0).toCharArray()) {
      switch (c) {
        case '[' -> open.add(new ArrayList<>());
        case ']' -> {
          List<Object> done = open.removeLast();
          open.getLast().add(done);
        }
        case ',' -> {}
        default -> open.getLast().add(named.get(c));
      }
    }
    return Manipulation.block((List<?>) open.getFirst().getFirst());
  }

  private static Map<String, Call> splitting() {
    Map<String, Call> calls = new HashMap<>();
    calls.put(
        "split",
        x ->
            x.kind(1) == 'i'
                ? Manipulation.split(x.array(0), x.integer(1), x.axis(2))
                : Manipulation.split(x.array(0), x.integers(1), x.axis(2)));
    calls.put("array_split", x -> Manipulation.arraySplit(x.array(0), x.integer(1), x.axis(2)));
    calls.put(
        "hsplit",
        x ->
            x.kind(1) == 'i'
                ? Manipulation.hsplit(x.array(0), x.integer(1))
                : Manipulation.hsplit(x.array(0), x.integers(1)));
    calls.put(
        "vsplit",
        x ->
            x.kind(1) == 'i'
                ? Manipulation.vsplit(x.array(0), x.integer(1))
                : Manipulation.vsplit(x.array(0), x.integers(1)));
    calls.put(
        "dsplit",
        x ->
            x.kind(1) == 'i'
                ? Manipulation.dsplit(x.array(0), x.integer(1))
                : Manipulation.dsplit(x.array(0), x.integers(1)));
    calls.put("unstack", x -> Manipulation.unstack(x.array(0), x.axis(1)));
    return calls;
  }

  private static Map<String, Call> repeating() {
    Map<String, Call> calls = new HashMap<>();
    calls.put(
        "repeat",
        x ->
            x.count() == 2
                ? Manipulation.repeat(x.array(0), x.integer(1))
                : Manipulation.repeat(x.array(0), x.integer(1), x.axis(2)));
    calls.put("repeat_each", x -> Manipulation.repeat(x.array(0), x.integers(1), x.axis(2)));
    calls.put("tile", x -> Manipulation.tile(x.array(0), x.integers(1)));
    calls.put(
        "roll",
        x ->
            x.count() == 2
                ? Manipulation.roll(x.array(0), x.integer(1))
                : Manipulation.roll(x.array(0), x.integer(1), x.axis(2)));
    calls.put("roll_axes", x -> Manipulation.roll(x.array(0), x.integers(1), x.axes(2)));
    calls.put("resize", x -> Manipulation.resize(x.array(0), x.integers(1)));
    return calls;
  }

  private static Map<String, Call> editing() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("insert_flat", x -> Manipulation.insert(x.array(0), x.integer(1), x.array(2)));
    calls.put("insert", x -> Manipulation.insert(x.array(0), x.integer(1), x.array(2), x.axis(3)));
    calls.put("insert_at", x -> Manipulation.insert(x.array(0), x.array(1), x.array(2), x.axis(3)));
    calls.put(
        "insert_slice", x -> Manipulation.insert(x.array(0), slice(x, 1), x.array(2), x.axis(3)));
    calls.put("delete", x -> Manipulation.delete(x.array(0), x.integer(1), x.axis(2)));
    calls.put("delete_at", x -> Manipulation.delete(x.array(0), x.array(1), x.axis(2)));
    calls.put("delete_slice", x -> Manipulation.delete(x.array(0), slice(x, 1), x.axis(2)));
    calls.put("append", x -> Manipulation.append(x.array(0), x.array(1), x.axis(2)));
    calls.put("append_flat", x -> Manipulation.append(x.array(0), x.array(1)));
    calls.put(
        "trim_zeros",
        x -> Manipulation.trimZeros(x.array(0), trim(x), x.isNone(2) ? new int[0] : x.axes(2)));
    calls.put(
        "packbits",
        x ->
            x.count() == 1
                ? Manipulation.packbits(x.array(0))
                : Manipulation.packbits(x.array(0), x.axis(1), bitOrder(x)));
    calls.put("unpackbits", ManipulationOracleTest::unpackbits);
    calls.put("byteswap", x -> Manipulation.byteswap(x.array(0)));
    return calls;
  }

  private static Trim trim(Arguments x) {
    return x.text(1).equals("f") ? Trim.FRONT : x.text(1).equals("b") ? Trim.BACK : Trim.BOTH;
  }

  private static NDArray unpackbits(Arguments x) {
    return switch (x.count()) {
      case 1 -> Manipulation.unpackbits(x.array(0));
      case 3 -> Manipulation.unpackbits(x.array(0), x.axis(1), bitOrder(x));
      default -> Manipulation.unpackbits(x.array(0), x.axis(1), x.integer(3), bitOrder(x));
    };
  }

  private static Map<String, Call> application() {
    Map<String, Call> calls = new HashMap<>();
    calls.put(
        "copyto",
        x -> {
          NDArray target = x.array(0).copy();
          if (x.count() == 3) {
            Manipulation.copyto(target, x.array(1), casting(x, 2));
          } else {
            Manipulation.copyto(target, x.array(1), casting(x, 2), x.array(3));
          }
          return target;
        });
    calls.put(
        "apply_along_axis",
        x ->
            Manipulation.applyAlongAxis(
                v ->
                    switch (x.text(0)) {
                      case "sum" -> v.sum();
                      case "reverse" -> v.get("::-1");
                      default -> v.get(":, None").multiply(v.get(":2"));
                    },
                x.axis(2),
                x.array(1)));
    calls.put(
        "apply_over_axes",
        x ->
            Manipulation.applyOverAxes(
                (a, axis) ->
                    switch (x.text(0)) {
                      case "sum" -> a.sum(axis);
                      case "first" -> Indexing.take(a, NDArray.of(0L), axis);
                      case "keep" -> a.sum(io.lanewise.ndarray.Axes.axis(axis).keepdims());
                      default -> a.sum();
                    },
                x.array(1),
                x.axes(2)));
    return calls;
  }

  private static NDArray pad(Arguments x) {
    return Manipulation.pad(x.array(0), pairs(x.integers(1)), mode(x));
  }

  private static PadMode mode(Arguments x) {
    long[][] lengths = x.isNone(3) || x.kind(3) == 'a' ? new long[0][] : pairs(x.integers(3));
    return switch (x.text(2)) {
      case "constant" -> PadMode.constant(x.array(3));
      case "linear_ramp" -> PadMode.linearRamp(x.array(3));
      case "edge" -> PadMode.edge();
      case "reflect" -> PadMode.reflect();
      case "symmetric" -> PadMode.symmetric();
      case "reflect_odd" -> PadMode.reflect(PadMode.Reflection.ODD);
      case "symmetric_odd" -> PadMode.symmetric(PadMode.Reflection.ODD);
      case "wrap" -> PadMode.wrap();
      case "maximum" -> PadMode.maximum(lengths);
      case "minimum" -> PadMode.minimum(lengths);
      case "mean" -> PadMode.mean(lengths);
      default -> PadMode.median(lengths);
    };
  }

  private static long[][] pairs(long... flat) {
    long[][] pairs = new long[flat.length / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new long[] {flat[2 * i], flat[2 * i + 1]};
    }
    return pairs;
  }

  private static List<NDArray> list(Arguments x, int i) {
    return List.of(x.arrays(i));
  }

  private static DType dtype(Arguments x, int i) {
    return DType.named(x.text(i));
  }

  private static Casting casting(Arguments x, int i) {
    return Casting.valueOf(x.text(i).toUpperCase(Locale.ROOT));
  }

  private static BitOrder bitOrder(Arguments x) {
    return BitOrder.valueOf(x.text(2).toUpperCase(Locale.ROOT));
  }

  private static Index.Slice slice(Arguments x, int i) {
    String[] parts = x.text(i).split(":", -1);
    Long[] numbers = new Long[3];
    for (int k = 0; k < parts.length; k++) {
      numbers[k] = parts[k].isEmpty() ? null : Long.valueOf(parts[k]);
    }
    return new Index.Slice(numbers[0], numbers[1], numbers[2] == null ? 1 : numbers[2]);
  }

  private static final class Rules implements Oracle.Rules {
    /// Which of several wrong lists a block's error names is not promised.
    @Override
    public String words(String function, String words) {
      return ViewFunctionsOracleTest.javaWords(words.replaceFirst(" \\(?arrays\\[.*", ""));
    }
  }
}
