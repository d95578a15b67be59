package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongFunction;

/// Prints arrays as NumPy does with its default options: a common number of decimals, aligned
/// columns, lines of at most 75 characters, and `...` in arrays of more than 1,000 elements.
/// Reference: NumPy 2.4, `numpy.array2string`.
final class Printer {
  private static final int LINE_WIDTH = 75;
  private static final int THRESHOLD = 1_000;
  private static final int EDGE_ITEMS = 3;

  /// What literals have; any other dtype is printed.
  private static final Set<DType> USUAL =
      EnumSet.of(DType.BOOL, DType.INT64, DType.FLOAT64, DType.COMPLEX128);

  private final NDArray array;
  private final String separator;
  private final boolean summarised;
  private final LongFunction<String> format;

  private Printer(NDArray array, String separator) {
    this.array = array;
    this.separator = separator;
    this.summarised = array.size() > THRESHOLD;
    this.format = format();
  }

  static String str(NDArray a) {
    if (a.ndim() == 0) {
      return scalar(a);
    }
    return a.size() == 0 ? "[]" : new Printer(a, " ").lines(" ", LINE_WIDTH);
  }

  static String repr(NDArray a) {
    String prefix = "array(";
    String body;
    if (a.size() == 0) {
      body = "[]";
    } else if (a.ndim() == 0) {
      body = new Printer(a, ", ").format.apply(a.offset());
    } else {
      body = new Printer(a, ", ").lines(" ".repeat(prefix.length() + 1), LINE_WIDTH - 1);
    }
    StringBuilder extras = new StringBuilder();
    boolean emptyOddShape = a.size() == 0 && !(a.ndim() == 1);
    if (emptyOddShape || a.size() > THRESHOLD) {
      String shape = Shapes.toString(a.shape()).replace(",", ", ").replace(", )", ",)");
      extras.append(", shape=").append(shape);
    }
    if (!USUAL.contains(a.dtype()) || a.size() == 0) {
      extras.append(", dtype=").append(a.dtype());
    }
    String text = prefix + body;
    int lastLine = text.length() - (text.lastIndexOf('\n') + 1);
    if (extras.length() > 0 && lastLine + extras.length() + 1 > LINE_WIDTH) {
      return text + ",\n" + " ".repeat(prefix.length()) + extras.substring(2) + ")";
    }
    return text + extras + ")";
  }

  private static String scalar(NDArray a) {
    return switch (a.dtype()) {
      case BOOL -> a.getBoolean() ? "True" : "False";
      case FLOAT64 -> Digits.ofDouble(a.getDouble()).alone(1e16);
      case FLOAT32 -> Digits.ofFloat((float) a.getDouble()).alone(1e6);
      case FLOAT16, BFLOAT16 -> half(a.dtype(), a.getDouble()).alone(1e3);
      case UINT64 -> Long.toUnsignedString(a.getLong());
      case COMPLEX64 -> {
        Complex value = a.getComplex();
        yield python(
            Digits.ofFloat((float) value.real()), Digits.ofFloat((float) value.imag()), 1e6);
      }
      case COMPLEX128 -> a.getComplex().toString();
      default -> Long.toString(a.getLong());
    };
  }

  /// A complex number alone, as Python prints it.
  static String python(Digits real, Digits imag, double large) {
    String j = imag.alone(large).replaceAll("\\.0$", "") + "j";
    if (real.value() == 0 && !real.isNegative()) {
      return j;
    }
    String sign = j.startsWith("-") ? "" : "+";
    return "(" + real.alone(large).replaceAll("\\.0$", "") + sign + j + ")";
  }

  private static Digits half(DType dtype, double value) {
    return dtype == DType.FLOAT16 ? Digits.ofFloat16(value) : Digits.ofFloat((float) value);
  }

  private String lines(String indent, int width) {
    return recurse(0, array.offset(), indent, width);
  }

  private String recurse(int axis, long at, String indent, int width) {
    int left = array.ndim() - axis;
    if (left == 0) {
      return format.apply(at);
    }
    long length = array.shape(axis);
    long stride = array.layout().stride(axis);
    boolean gap = summarised && 2 * EDGE_ITEMS < length;
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    String glue = left == 1 ? separator : separator.stripTrailing() + "\n".repeat(left - 1);
    int room = width - Math.max(separator.stripTrailing().length(), 1);
    for (long i = 0; i < length; i++) {
      if (gap && i == EDGE_ITEMS) {
        append(text, line, "...", room, indent, left);
        line.append(glue);
        i = length - EDGE_ITEMS;
        flush(text, line, indent, left);
      }
      String word = recurse(axis + 1, at + i * stride, indent + " ", width - 1);
      append(text, line, word, room, indent, left);
      if (i < length - 1) {
        line.append(glue);
        flush(text, line, indent, left);
      }
    }
    text.append(line);
    return "[" + text.substring(indent.length()) + "]";
  }

  /// Rows end their line at once.
  private static void flush(StringBuilder text, StringBuilder line, String indent, int left) {
    if (left > 1) {
      text.append(line);
      line.setLength(0);
      line.append(indent);
    }
  }

  private static void append(
      StringBuilder text, StringBuilder line, String word, int room, String indent, int left) {
    if (left == 1 && line.length() > indent.length() && line.length() + word.length() > room) {
      text.append(line.toString().stripTrailing()).append('\n');
      line.setLength(0);
      line.append(indent);
    }
    line.append(word);
  }

  /// The positions that are shown.
  private long[] shown() {
    long[] positions = {array.offset()};
    for (int axis = 0; axis < array.ndim(); axis++) {
      long length = array.shape(axis);
      boolean gap = summarised && 2 * EDGE_ITEMS < length;
      int count = (int) (gap ? 2 * EDGE_ITEMS : length);
      long[] next = new long[positions.length * count];
      for (int p = 0; p < positions.length; p++) {
        for (int i = 0; i < count; i++) {
          long index = gap && i >= EDGE_ITEMS ? length - count + i : i;
          next[p * count + i] = positions[p] + index * array.layout().stride(axis);
        }
      }
      positions = next;
    }
    return positions;
  }

  private LongFunction<String> format() {
    DType dtype = array.dtype();
    Object base = array.storage().base();
    if (dtype == DType.BOOL) {
      String yes = array.ndim() == 0 ? "True" : " True";
      return at -> Elements.getLong(dtype, base, at) != 0 ? yes : "False";
    }
    if (dtype.isInteger()) {
      LongFunction<String> plain =
          dtype == DType.UINT64
              ? at -> Long.toUnsignedString(Elements.getLong(dtype, base, at))
              : at -> Long.toString(Elements.getLong(dtype, base, at));
      int width = Arrays.stream(shown()).mapToInt(at -> plain.apply(at).length()).max().orElse(0);
      return at -> " ".repeat(Math.max(0, width - plain.apply(at).length())) + plain.apply(at);
    }
    if (dtype.isComplex()) {
      return complexFormat(dtype.part(), base);
    }
    FloatFormat common =
        new FloatFormat(
            dtype, Arrays.stream(shown()).mapToObj(at -> digits(dtype, base, at)).toList());
    return at -> common.apply(digits(dtype, base, at));
  }

  /// Real and imaginary parts have a format each; the j stands before the spaces that align.
  private LongFunction<String> complexFormat(DType part, Object base) {
    long[] shown = shown();
    FloatFormat real =
        new FloatFormat(
            part, Arrays.stream(shown).mapToObj(at -> digits(part, base, 2 * at)).toList());
    FloatFormat imag =
        new FloatFormat(
            part,
            Arrays.stream(shown).mapToObj(at -> digits(part, base, 2 * at + 1)).toList(),
            true);
    return at -> {
      String text = imag.apply(digits(part, base, 2 * at + 1));
      String digits = text.stripTrailing();
      return real.apply(digits(part, base, 2 * at))
          + digits
          + "j"
          + " ".repeat(text.length() - digits.length());
    };
  }

  private static Digits digits(DType dtype, Object base, long at) {
    double value = Elements.getDouble(dtype, base, at);
    return switch (dtype) {
      case FLOAT64 -> Digits.ofDouble(value);
      case FLOAT32 -> Digits.ofFloat((float) value);
      default -> half(dtype, value);
    };
  }
}
