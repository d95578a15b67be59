package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Reads what `src/test/scripts/make_array_fixtures.py` wrote, and compares arrays bit for bit, all
/// NaNs being one.
final class Fixtures {
  /// All universal functions by NumPy's name.
  static final Map<String, UFunc> FUNCTIONS =
      Stream.of(
              Ufuncs.ADD,
              Ufuncs.SUBTRACT,
              Ufuncs.MULTIPLY,
              Ufuncs.DIVIDE,
              Ufuncs.POWER,
              Ufuncs.MINIMUM,
              Ufuncs.MAXIMUM,
              Ufuncs.LESS,
              Ufuncs.LESS_EQUAL,
              Ufuncs.GREATER,
              Ufuncs.GREATER_EQUAL,
              Ufuncs.EQUAL,
              Ufuncs.NOT_EQUAL,
              Ufuncs.LOGICAL_AND,
              Ufuncs.LOGICAL_OR,
              Ufuncs.LOGICAL_XOR,
              Ufuncs.LOGICAL_NOT,
              Ufuncs.NEGATIVE,
              Ufuncs.ABSOLUTE,
              Ufuncs.SQUARE,
              Ufuncs.SQRT,
              Ufuncs.RECIPROCAL,
              Ufuncs.EXP,
              Ufuncs.LOG,
              Ufuncs.SIN,
              Ufuncs.COS)
          .collect(Collectors.toMap(UFunc::name, f -> f));

  private Fixtures() {}

  /// Runs `check` on the fields of every case of a file; a check gives null or what is wrong.
  static void replay(String name, Function<String[], String> check) {
    List<String> shown = new ArrayList<>();
    Map<String, Integer> wrong = new TreeMap<>();
    int count = 0;
    for (String[] fields : read(name)) {
      count++;
      String problem;
      try {
        problem = check.apply(fields);
      } catch (RuntimeException e) {
        problem = "threw " + e + " at " + Arrays.toString(e.getStackTrace()).split(",")[0];
      }
      if (problem != null) {
        String found = problem.length() > 600 ? problem.substring(0, 600) : problem;
        // two of each function
        if (wrong.merge(fields[0], 1, Integer::sum) <= 2 && shown.size() < 24) {
          shown.add(brief(fields) + "\n  " + found);
        }
      }
    }
    assertThat(count).isPositive();
    assertThat(shown).as("wrong of %d cases: %s", count, wrong).isEmpty();
  }

  private static String brief(String... fields) {
    return Arrays.stream(fields)
        .map(field -> field.length() > 48 ? field.substring(0, 48) + "..." : field)
        .collect(Collectors.joining(" \u00b7 "));
  }

  /// The first fields of a file.
  static Set<String> names(String name) {
    return read(name).stream().map(fields -> fields[0]).collect(Collectors.toSet());
  }

  static List<String[]> read(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        Fixtures.class.getResourceAsStream(name + ".txt.gz"), name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A field with its line ends and tabs.
  static String unescape(String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\') {
        i++;
        text.append(
            switch (field.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> field.charAt(i);
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static long[] shape(String text) {
    return text.isEmpty()
        ? new long[0]
        : Arrays.stream(text.split(",")).mapToLong(n -> Long.parseLong(n.strip())).toArray();
  }

  /// An array from `dtype|shape|base64`, followed by the steps of a view where there are any.
  static NDArray array(String text) {
    int space = text.indexOf(' ');
    String[] parts = (space < 0 ? text : text.substring(0, space)).split("\\|", -1);
    DType dtype = DType.named(parts[0]);
    NDArray result = NDArray.empty(dtype, shape(parts[1]));
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
    switch (result.storage().array()) {
      case boolean[] a -> {
        for (int i = 0; i < a.length; i++) {
          a[i] = bytes.get() != 0;
        }
      }
      case byte[] a -> bytes.get(a);
      case short[] a -> bytes.asShortBuffer().get(a);
      case int[] a -> bytes.asIntBuffer().get(a);
      case long[] a -> bytes.asLongBuffer().get(a);
      case float[] a -> bytes.asFloatBuffer().get(a);
      default -> bytes.asDoubleBuffer().get((double[]) result.storage().array());
    }
    return space < 0 ? result : view(result, text.substring(space + 1));
  }

  static NDArray view(NDArray a, String steps) {
    NDArray result = a;
    for (String step : steps.isEmpty() ? new String[0] : steps.split(";")) {
      int space = step.indexOf(' ');
      String rest = space < 0 ? "" : step.substring(space + 1);
      result =
          switch (space < 0 ? step : step.substring(0, space)) {
            case "get" -> result.get(rest);
            case "T" -> result.T();
            case "transpose" ->
                result.transpose(Arrays.stream(shape(rest)).mapToInt(Math::toIntExact).toArray());
            case "reshape" -> result.reshape(shape(rest));
            case "broadcast" -> result.broadcastTo(shape(rest));
            case "" -> result;
            default -> throw new IllegalArgumentException(step);
          };
    }
    return result;
  }

  static boolean bitsAre(NDArray actual, NDArray expected) {
    return difference(actual, expected) == null;
  }

  /// What differs in dtype, shape or bits; null if nothing does.
  static String difference(NDArray actual, NDArray expected) {
    return difference(actual, expected, 0, false);
  }

  /// The same, floating-point numbers being allowed `ulps`, and zeros of any sign where `anyZero`.
  static String difference(NDArray actual, NDArray expected, long ulps, boolean anyZero) {
    if (actual.dtype().isComplex() && actual.dtype() == expected.dtype()) {
      return difference(actual.viewAsReal(), expected.viewAsReal(), ulps, anyZero);
    }
    if (actual.dtype() != expected.dtype()) {
      return "dtype " + actual.dtype() + ", expected " + expected.dtype();
    }
    if (!Arrays.equals(actual.shape(), expected.shape())) {
      return "shape "
          + Arrays.toString(actual.shape())
          + ", expected "
          + Arrays.toString(expected.shape());
    }
    long[] a = bits(actual);
    long[] b = bits(expected);
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i]
          && !(anyZero && isZero(actual.dtype(), a[i]) && isZero(actual.dtype(), b[i]))
          && !(ulps > 0 && near(actual.dtype(), a[i], b[i], ulps))) {
        return "element "
            + i
            + " is "
            + Long.toHexString(a[i])
            + ", expected "
            + Long.toHexString(b[i])
            + " in\n  "
            + actual.repr()
            + "\n  "
            + expected.repr();
      }
    }
    return null;
  }

  private static boolean isZero(DType dtype, long bits) {
    return bits == 0 || dtype.isFloating() && bits == 1L << dtype.itemSize() * 8 - 1;
  }

  /// Positions on the line of floating-point numbers differ by at most `ulps`; NaN is near nothing.
  private static boolean near(DType dtype, long a, long b, long ulps) {
    if (a == nan(dtype) || b == nan(dtype)) {
      return false;
    }
    return Math.abs(ordinal(dtype, a) - ordinal(dtype, b)) <= ulps;
  }

  private static long ordinal(DType dtype, long bits) {
    long sign = 1L << dtype.itemSize() * 8 - 1;
    return (bits & sign) != 0 ? -(bits & ~sign) : bits;
  }

  private static long nan(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> 0x7ff8000000000000L;
      case FLOAT32 -> 0x7fc00000L;
      case FLOAT16 -> 0x7e00L;
      default -> 0x7fc0L;
    };
  }

  /// The elements in C order, as raw bits without sign extension; every NaN as the same one.
  static long[] bits(NDArray a) {
    int n = Math.toIntExact(a.size());
    long[] result = new long[n];
    long[] shape = a.shape();
    long[] index = new long[shape.length];
    for (int i = 0; i < n; i++) {
      result[i] = bits(a.dtype(), a.storage().base(), a.layout().position(index));
      for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
        index[d] = 0;
      }
    }
    return result;
  }

  private static long bits(DType dtype, Object base, long at) {
    long bits =
        switch (base) {
          case boolean[] a -> a[(int) at] ? 1 : 0;
          case byte[] a -> a[(int) at] & 0xFF;
          case short[] a -> a[(int) at] & 0xFFFF;
          case int[] a -> a[(int) at] & 0xFFFF_FFFFL;
          case long[] a -> a[(int) at];
          case float[] a -> Float.floatToRawIntBits(a[(int) at]) & 0xFFFF_FFFFL;
          case double[] a -> Double.doubleToRawLongBits(a[(int) at]);
          default -> {
            MemorySegment s = (MemorySegment) base;
            yield switch (dtype.itemSize()) {
              case 1 -> s.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
              case 2 -> s.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * at) & 0xFFFF;
              case 4 -> s.get(ValueLayout.JAVA_INT_UNALIGNED, 4 * at) & 0xFFFF_FFFFL;
              default -> s.get(ValueLayout.JAVA_LONG_UNALIGNED, 8 * at);
            };
          }
        };
    return dtype.isFloating() && isNaN(dtype, bits) ? nan(dtype) : bits;
  }

  private static boolean isNaN(DType dtype, long bits) {
    return switch (dtype) {
      case FLOAT64 -> Double.isNaN(Double.longBitsToDouble(bits));
      case FLOAT32 -> Float.isNaN(Float.intBitsToFloat((int) bits));
      case FLOAT16 -> Float.isNaN(Float.float16ToFloat((short) bits));
      default -> Float.isNaN(Float.intBitsToFloat((int) bits << 16));
    };
  }

  /// The strides, `*` for axes where they do not matter.
  static String strides(NDArray a) {
    List<String> strides = new ArrayList<>();
    for (int axis = 0; axis < a.ndim(); axis++) {
      strides.add(a.shape(axis) < 2 || a.size() == 0 ? "*" : Long.toString(a.strides()[axis]));
    }
    return String.join(",", strides);
  }
}
