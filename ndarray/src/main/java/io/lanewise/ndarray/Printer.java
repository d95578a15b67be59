package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;

/// The text of one array: the format of its elements, and their arrangement in nested brackets and
/// lines. Source: `numpy.array2string`.
final class Printer {
  /// What literals have; any other dtype is printed.
  private static final Set<DType> USUAL =
      EnumSet.of(DType.BOOL, DType.INT64, DType.FLOAT64, DType.COMPLEX128);

  private final NDArray array;
  private final PrintOptions options;
  private final String separator;
  private final boolean summarised;
  private final LongFunction<String> format;

  private Printer(NDArray array, PrintOptions options, String separator) {
    this.array = array;
    this.options = options;
    this.separator = separator;
    this.summarised = array.size() > options.threshold();
    this.format = format();
  }

  static String str(NDArray a) {
    return str(a, Printing.getPrintoptions());
  }

  static String str(NDArray a, PrintOptions options) {
    return a.ndim() == 0 ? scalar(a) : text(a, options, " ", 0, 0);
  }

  static String repr(NDArray a) {
    return repr(a, Printing.getPrintoptions());
  }

  static String repr(NDArray a, PrintOptions options) {
    String prefix = "array(";
    String text = prefix + text(a, options, ", ", prefix.length(), 1);
    StringBuilder extras = new StringBuilder();
    boolean emptyOddShape = a.size() == 0 && !(a.ndim() == 1);
    if (emptyOddShape || a.size() > options.threshold()) {
      String shape = Shapes.toString(a.shape()).replace(",", ", ").replace(", )", ",)");
      extras.append(", shape=").append(shape);
    }
    if (!USUAL.contains(a.dtype()) || a.size() == 0) {
      extras.append(", dtype=").append(a.dtype());
    }
    int lastLine = text.length() - (text.lastIndexOf('\n') + 1);
    if (extras.length() > 0 && lastLine + extras.length() + 1 > options.linewidth()) {
      return text + ",\n" + " ".repeat(prefix.length()) + extras.substring(2) + ")";
    }
    return text + extras + ")";
  }

  /// The elements in brackets, with room for `before` characters in front of the first line and
  /// `behind` at the end of each.
  static String text(NDArray a, PrintOptions options, String separator, int before, int behind) {
    if (a.size() == 0) {
      return "[]";
    }
    return new Printer(a, options, separator)
        .recurse(0, a.offset(), " ".repeat(before + 1), options.linewidth() - behind);
  }

  private static String scalar(NDArray a) {
    return switch (a.dtype()) {
      case BOOL -> a.getBoolean() ? "True" : "False";
      case FLOAT64 -> Digits.ofDouble(a.getDouble()).alone(1e16);
      case FLOAT32 -> Digits.ofFloat((float) a.getDouble()).alone(1e6);
      case FLOAT16, BFLOAT16 ->
          Digits.ofHalf(a.dtype(), a.getDouble()).alone(FloatFormat.large(a.dtype()));
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

  private String recurse(int axis, long at, String indent, int width) {
    int left = array.ndim() - axis;
    if (left == 0) {
      return format.apply(at);
    }
    long length = array.shape(axis);
    long stride = array.layout().stride(axis);
    int edge = options.edgeitems();
    boolean gap = isCut(length);
    int room = width - Math.max(separator.stripTrailing().length(), 1);
    Lines lines = new Lines(indent, left > 1, room);
    String glue = left == 1 ? separator : separator.stripTrailing() + "\n".repeat(left - 1);
    for (long i = 0; i < length; i++) {
      if (gap && i == edge) {
        lines.add("...");
        lines.glue(glue);
        // NumPy shows the last element even where no edge item is wanted
        i = length - Math.max(1, edge);
      }
      lines.add(recurse(axis + 1, at + i * stride, indent + " ", width - 1));
      if (i < length - 1) {
        lines.glue(glue);
      }
    }
    return "[" + lines.text().substring(indent.length()) + "]";
  }

  /// Whether the middle of an axis is left out.
  private boolean isCut(long length) {
    return summarised && length > 2L * options.edgeitems();
  }

  /// The positions whose elements determine the format: those that are shown, or all along axes of
  /// which a summary wants no edge items, as in NumPy.
  private long[] shown() {
    long[] positions = {array.offset()};
    for (int axis = 0; axis < array.ndim(); axis++) {
      long length = array.shape(axis);
      boolean gap = isCut(length) && options.edgeitems() > 0;
      int count = Shapes.javaLength("array2string", gap ? 2L * options.edgeitems() : length);
      long[] next = new long[Shapes.javaLength("array2string", (long) positions.length * count)];
      for (int p = 0; p < positions.length; p++) {
        for (int i = 0; i < count; i++) {
          long index = gap && i >= options.edgeitems() ? length - count + i : i;
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
    ElementFormatter own = options.formatter();
    return switch (dtype.kind()) {
      case BOOL -> {
        String yes = array.ndim() == 0 ? "True" : " True";
        yield own.bool() == null
            ? at -> Elements.getLong(dtype, base, at) != 0 ? yes : "False"
            : at -> given(own.bool().apply(Elements.getLong(dtype, base, at) != 0));
      }
      case SIGNED, UNSIGNED ->
          own.integer() == null
              ? integerFormat(dtype, base)
              : at -> given(own.integer().apply(Elements.getLong(dtype, base, at)));
      case FLOATING ->
          own.real() == null
              ? realFormat(dtype, base)
              : at -> given(own.real().apply(Elements.getDouble(dtype, base, at)));
      case COMPLEX ->
          own.complex() == null
              ? complexFormat(dtype.part(), base)
              : at -> given(own.complex().apply(Elements.getComplex(dtype, base, at)));
    };
  }

  private static String given(String text) {
    return Objects.requireNonNull(text, "formatter: the text of an element is null");
  }

  private LongFunction<String> integerFormat(DType dtype, Object base) {
    LongFunction<String> plain =
        dtype == DType.UINT64
            ? at -> Long.toUnsignedString(Elements.getLong(dtype, base, at))
            : at -> Long.toString(Elements.getLong(dtype, base, at));
    long[] shown = shown();
    boolean negative = Arrays.stream(shown).anyMatch(at -> plain.apply(at).startsWith("-"));
    String sign =
        switch (options.sign()) {
          case MINUS -> "";
          case PLUS -> "+";
          case SPACE -> negative ? "" : " ";
        };
    LongFunction<String> signed =
        sign.isEmpty()
            ? plain
            : at -> plain.apply(at).startsWith("-") ? plain.apply(at) : sign + plain.apply(at);
    int width = Arrays.stream(shown).mapToInt(at -> signed.apply(at).length()).max().orElse(0);
    return at -> {
      String text = signed.apply(at);
      return " ".repeat(Math.max(0, width - text.length())) + text;
    };
  }

  private LongFunction<String> realFormat(DType dtype, Object base) {
    FloatFormat common =
        new FloatFormat(
            dtype,
            Arrays.stream(shown()).mapToObj(at -> digits(dtype, base, at)).toList(),
            options);
    return at -> common.apply(digits(dtype, base, at));
  }

  /// Real and imaginary parts have a format each; the j stands before the spaces that align.
  private LongFunction<String> complexFormat(DType part, Object base) {
    long[] shown = shown();
    FloatFormat real =
        new FloatFormat(
            part,
            Arrays.stream(shown).mapToObj(at -> digits(part, base, 2 * at)).toList(),
            options);
    FloatFormat imag =
        new FloatFormat(
            part,
            Arrays.stream(shown).mapToObj(at -> digits(part, base, 2 * at + 1)).toList(),
            options,
            PrintSign.PLUS);
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
    return Digits.of(dtype, Elements.getDouble(dtype, base, at));
  }

  /// Words put into lines that begin with an indent.
  private static final class Lines {
    private final String indent;

    /// Whether each word has a line of its own.
    private final boolean rows;

    /// The most characters of a line otherwise.
    private final int room;

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line;

    Lines(String indent, boolean rows, int room) {
      this.indent = indent;
      this.rows = rows;
      this.room = room;
      this.line = new StringBuilder(indent);
    }

    void add(String word) {
      if (rows) {
        line.append(word);
        return;
      }
      // a formatter may give several lines: they stand below each other. The break behind a single
      // one stays, as in NumPy
      String[] lines = word.lines().toArray(String[]::new);
      String[] parts = lines.length > 1 ? lines : new String[] {word};
      int longest = Arrays.stream(parts).mapToInt(String::length).max().orElse(0);
      if (line.length() > indent.length() && line.length() + longest > room) {
        breakLine(indent);
      }
      String hanging = " ".repeat(line.length());
      line.append(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        breakLine(hanging);
        line.append(parts[i]);
      }
      line.append(" ".repeat(longest - parts[parts.length - 1].length()));
    }

    private void breakLine(String start) {
      done.append(line.toString().stripTrailing()).append('\n');
      line.setLength(0);
      line.append(start);
    }

    void glue(String text) {
      line.append(text);
      if (rows) {
        done.append(line);
        line.setLength(0);
        line.append(indent);
      }
    }

    String text() {
      return done.append(line).toString();
    }
  }
}
