package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Replays what `src/test/scripts/make_oracle.py` wrote: calls of NumPy's functions with what they
/// gave. `oracle/cases.py` beside it describes the format.
final class Oracle {
  /// How a function of the library is called with the arguments of a case.
  ///
  /// A result is an NDArray, several of them (a list or an array), a number, a boolean or a text.
  @FunctionalInterface
  interface Call {
    Object apply(Arguments arguments);
  }

  /// What may differ from NumPy, for one part.
  interface Rules {
    /// How many units in the last place a floating-point result may be off.
    default long ulps(String function) {
      return 0;
    }

    /// How far an element of a floating-point or complex result of `n` elements may be off, as a
    /// share of the largest magnitude in it; 0 where [#ulps] decides.
    default double ofLargest(String function, DType dtype, long n) {
      return 0;
    }

    /// NumPy's words of an error, as the library says them.
    default String words(String function, String words) {
      return words;
    }

    /// Whether `error` is what the library throws where NumPy raises `type`.
    default boolean isError(String type, RuntimeException error) {
      return switch (type) {
        case "IndexError", "AxisError" -> error instanceof IndexOutOfBoundsException;
        case "OverflowError", "ZeroDivisionError" ->
            error instanceof ArithmeticException || error instanceof IllegalArgumentException;
        case "TypeError", "UFuncTypeError", "_UFuncNoLoopError" ->
            error instanceof IllegalArgumentException
                || error instanceof UnsupportedOperationException;
        default -> error instanceof IllegalArgumentException;
      };
    }
  }

  /// The arguments of a case, each read as what the call needs.
  static final class Arguments {
    private final List<String> fields;

    Arguments(List<String> fields) {
      this.fields = fields;
    }

    int count() {
      return fields.size();
    }

    private String text(int i, char kind) {
      String field = fields.get(i);
      if (field.charAt(0) != kind) {
        throw new AssertionError("argument " + i + " is " + field + ", not " + kind);
      }
      return field.substring(2);
    }

    /// Whether argument `i` is missing or None.
    boolean isNone(int i) {
      return i >= fields.size() || fields.get(i).equals("n:");
    }

    /// The letter of argument `i`.
    char kind(int i) {
      return fields.get(i).charAt(0);
    }

    NDArray array(int i) {
      return Fixtures.array(text(i, 'a'));
    }

    NDArray[] arrays(int i) {
      String all = text(i, 'A');
      return Arrays.stream(all.split("&")).map(Fixtures::array).toArray(NDArray[]::new);
    }

    long integer(int i) {
      return Long.parseLong(text(i, 'i'));
    }

    int axis(int i) {
      return Math.toIntExact(integer(i));
    }

    double number(int i) {
      return kind(i) == 'i' ? integer(i) : Oracle.number(text(i, 'd'));
    }

    boolean flag(int i) {
      return Boolean.parseBoolean(text(i, 'b'));
    }

    String text(int i) {
      return Fixtures.unescape(text(i, 's'));
    }

    long[] integers(int i) {
      return kind(i) == 'i' ? new long[] {integer(i)} : Fixtures.shape(text(i, 'I'));
    }

    int[] axes(int i) {
      return Arrays.stream(integers(i)).mapToInt(Math::toIntExact).toArray();
    }

    double[] numbers(int i) {
      String all = text(i, 'D');
      return Arrays.stream(all.split(",")).mapToDouble(Oracle::number).toArray();
    }
  }

  private Oracle() {}

  static double number(String hex) {
    return switch (hex) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(hex);
    };
  }

  /// Replays a file, and fails where it names a function that has no call or `calls` one that has
  /// no case.
  static void replay(String file, Map<String, Call> calls, Rules rules) {
    Set<String> missing = new TreeSet<>(calls.keySet());
    Fixtures.replay(
        file,
        fields -> {
          missing.remove(fields[0]);
          Call call = calls.get(fields[0]);
          return call == null ? "there is no call" : check(call, rules, fields);
        });
    if (!missing.isEmpty()) {
      throw new AssertionError("functions without a case: " + missing);
    }
  }

  private static String check(Call call, Rules rules, String... fields) {
    int equals = Arrays.asList(fields).indexOf("=");
    String expected = fields[equals + 1];
    Arguments arguments = new Arguments(Arrays.asList(fields).subList(1, equals));
    Object result;
    try {
      result = call.apply(arguments);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | UnsupportedOperationException
        | ArithmeticException e) {
      return expected.startsWith("!") ? error(rules, fields[0], expected, e) : "unexpected " + e;
    }
    if (expected.startsWith("!")) {
      return "no error but " + (result instanceof NDArray a ? a.repr() : result);
    }
    if (expected.startsWith("a:")) {
      NDArray right = Fixtures.array(expected.substring(2));
      double share = rules.ofLargest(fields[0], right.dtype(), right.size());
      if (share > 0) {
        return far((NDArray) result, right, share);
      }
    }
    if (expected.startsWith("A:") && result instanceof List<?> all) {
      String complaint = far(all, expected.substring(2), rules, fields[0]);
      if (complaint == null || !complaint.isEmpty()) {
        return complaint;
      }
    }
    String difference = difference(result, expected, rules.ulps(fields[0]));
    if (difference == null && equals + 2 < fields.length) {
      String strides = Fixtures.strides((NDArray) result);
      return strides.equals(fields[equals + 2])
          ? null
          : "strides " + strides + ", expected " + fields[equals + 2];
    }
    return difference;
  }

  private static String error(Rules rules, String function, String expected, RuntimeException e) {
    int colon = expected.indexOf(": ");
    String type = expected.substring(1, colon);
    String words = rules.words(function, Fixtures.unescape(expected.substring(colon + 2)).strip());
    boolean right = rules.isError(type, e) && e.getMessage().contains(words);
    return right ? null : "expected " + type + ": " + words + "\n  threw " + e;
  }

  private static String difference(Object result, String expected, long ulps) {
    String text = expected.substring(2);
    return switch (expected.charAt(0)) {
      case 'a' -> Fixtures.difference((NDArray) result, Fixtures.array(text), ulps, false);
      case 'A' -> differences(result, text, ulps);
      case 'i', 'b' -> result.toString().equals(text) ? null : "is " + result;
      case 'd' ->
          Double.compare(((Number) result).doubleValue(), number(text)) == 0
              ? null
              : "is " + result;
      case 's' -> result.equals(Fixtures.unescape(text)) ? null : "is " + result;
      case 'I' ->
          Arrays.equals((long[]) result, Fixtures.shape(text))
              ? null
              : "is " + Arrays.toString((long[]) result);
      case 'n' -> result == null ? null : "is " + result;
      default -> throw new AssertionError(expected);
    };
  }

  /// The same for each of several arrays; nothing to say where the rules count units.
  private static String far(List<?> actual, String expected, Rules rules, String function) {
    String[] texts = expected.split("&");
    for (int i = 0; i < actual.size() && i < texts.length; i++) {
      NDArray right = Fixtures.array(texts[i]);
      double share = rules.ofLargest(function, right.dtype(), right.size());
      if (share == 0) {
        return "";
      }
      String complaint = far((NDArray) actual.get(i), right, share);
      if (complaint != null) {
        return "result " + i + ": " + complaint;
      }
    }
    return actual.size() == texts.length ? null : actual.size() + " arrays";
  }

  /// What is off by more than a share of the largest magnitude.
  private static String far(NDArray actual, NDArray expected, double share) {
    if (actual.dtype() != expected.dtype() || !Arrays.equals(actual.shape(), expected.shape())) {
      return Fixtures.difference(actual, expected);
    }
    double[] a = parts(actual);
    double[] b = parts(expected);
    // NaN and infinities must be there, and say nothing of the others
    double largest =
        Arrays.stream(b).map(Math::abs).filter(x -> x <= Double.MAX_VALUE).max().orElse(0);
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i], b[i]) != 0 && !(Math.abs(a[i] - b[i]) <= share * largest)) {
        return "part " + i + " is " + a[i] + ", expected " + b[i] + " within " + share * largest;
      }
    }
    return null;
  }

  private static double[] parts(NDArray a) {
    NDArray real = a.dtype().isComplex() ? a.copy().viewAsReal() : a;
    return real.astype(DType.FLOAT64).toDoubleArray();
  }

  private static String differences(Object result, String text, long ulps) {
    List<NDArray> actual = new ArrayList<>();
    if (result instanceof NDArray[] arrays) {
      actual.addAll(List.of(arrays));
    } else {
      for (Object one : (Iterable<?>) result) {
        actual.add((NDArray) one);
      }
    }
    String[] expected = text.isEmpty() ? new String[0] : text.split("&");
    if (actual.size() != expected.length) {
      return actual.size() + " arrays, expected " + expected.length;
    }
    for (int i = 0; i < expected.length; i++) {
      String one = Fixtures.difference(actual.get(i), Fixtures.array(expected[i]), ulps, false);
      if (one != null) {
        return "result " + i + ": " + one;
      }
    }
    return null;
  }
}
