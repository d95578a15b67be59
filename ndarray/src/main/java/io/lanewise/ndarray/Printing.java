package io.lanewise.ndarray;

import java.util.Objects;

/// NumPy's routines that print arrays and numbers, and the options they follow.
///
/// [NDArray#toString()] and [NDArray#repr()] follow the current options: those of the innermost
/// scope of the thread, or where it has none the ones for the whole program, which
/// [#setPrintoptions] sets. Options for a few lines are best given by a scope, which no other
/// thread sees:
///
/// ```java
/// try (var _ = Printing.with(PrintOptions.DEFAULT.withPrecision(3))) {
///   System.out.println(a);
/// }
/// String text = Printing.array2string(a, PrintOptions.DEFAULT.withSuppress(true));
/// ```
///
/// A 0-d array is printed by `toString` as a number alone, whatever the options, as NumPy's scalars
/// are. bfloat16, which NumPy lacks, follows its rules: the shortest digits that make a number
/// unique among those of the dtype, and scientific notation from 10^2 on, its precision being 2
/// digits.
///
/// Source: NumPy's chapter "Text formatting options".
public final class Printing {
  private static volatile PrintOptions global = PrintOptions.DEFAULT;
  private static final ThreadLocal<Scope> INNERMOST = new ThreadLocal<>();

  private Printing() {}

  /// The current options. Source: `numpy.get_printoptions`.
  public static PrintOptions getPrintoptions() {
    Scope scope = INNERMOST.get();
    return scope == null ? global : scope.options;
  }

  /// Sets the current options: within a scope those of the scope, otherwise those of the program,
  /// for all threads that are in no scope. Source: `numpy.set_printoptions`, whose options hold for
  /// one thread.
  public static void setPrintoptions(PrintOptions options) {
    Objects.requireNonNull(options, "options");
    Scope scope = INNERMOST.get();
    if (scope == null) {
      global = options;
    } else {
      scope.options = options;
    }
  }

  /// Options for this thread until the scope is closed. Scopes nest. Source: `numpy.printoptions`.
  public static Scope with(PrintOptions options) {
    Scope scope = new Scope(Objects.requireNonNull(options, "options"));
    INNERMOST.set(scope);
    return scope;
  }

  /// See [#with].
  public static final class Scope implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final Scope outer = INNERMOST.get();
    private PrintOptions options;
    private boolean closed;

    private Scope(PrintOptions options) {
      this.options = options;
    }

    /// Brings back the options that held before; a second call does nothing.
    ///
    /// @throws IllegalStateException if this is not the innermost scope of the calling thread
    @Override
    public void close() {
      if (closed) {
        return;
      }
      if (thread != Thread.currentThread() || INNERMOST.get() != this) {
        throw new IllegalStateException(
            "print options: only the innermost scope of a thread may be closed, and by the thread"
                + " itself");
      }
      closed = true;
      if (outer == null) {
        INNERMOST.remove();
      } else {
        INNERMOST.set(outer);
      }
    }
  }

  /// The elements of `a` in brackets, with the current options. Source: `numpy.array2string`.
  public static String array2string(NDArray a) {
    return array2string(a, getPrintoptions());
  }

  /// The elements of `a` in brackets, separated by spaces.
  public static String array2string(NDArray a, PrintOptions options) {
    return array2string(a, options, " ", "", "");
  }

  /// The elements of `a` in brackets. Only the lengths of `prefix` and `suffix` count: lines are
  /// broken and indented so that the caller can put these around the text.
  ///
  /// @param separator what stands between elements; its spaces at the end vanish where a line ends
  public static String array2string(
      NDArray a, PrintOptions options, String separator, String prefix, String suffix) {
    return Printer.text(a, options, separator, prefix.length(), suffix.length());
  }

  /// The elements of `a` as `toString` prints them. Source: `numpy.array_str`.
  public static String arrayStr(NDArray a, PrintOptions options) {
    return Printer.str(a, options);
  }

  /// `a` as [NDArray#repr()] prints it: elements, dtype where it is not the default one, and shape
  /// where it cannot be seen. Source: `numpy.array_repr`.
  public static String arrayRepr(NDArray a, PrintOptions options) {
    return Printer.repr(a, options);
  }

  /// A number in positional notation, with the digits that make it unique. Source:
  /// `numpy.format_float_positional`.
  public static String formatFloatPositional(double x) {
    return formatFloatPositional(x, DigitOptions.DEFAULT);
  }

  /// A number in positional notation.
  ///
  /// @throws IllegalArgumentException if `options` need a precision and have none
  public static String formatFloatPositional(double x, DigitOptions options) {
    return DigitText.positional(Digits.ofDouble(x), options);
  }

  /// A float32 number in positional notation; its unique digits are fewer than those of a float64.
  public static String formatFloatPositional(float x, DigitOptions options) {
    return DigitText.positional(Digits.ofFloat(x), options);
  }

  /// The only element of an array, with the digits of its dtype.
  ///
  /// @throws IllegalStateException if there is not exactly one element
  /// @throws CastingException if the dtype is complex
  public static String formatFloatPositional(NDArray x, DigitOptions options) {
    return DigitText.positional(Digits.of(x.dtype(), x.item()), options);
  }

  /// A number in scientific notation, with the digits that make it unique. Source:
  /// `numpy.format_float_scientific`.
  public static String formatFloatScientific(double x) {
    return formatFloatScientific(x, DigitOptions.DEFAULT);
  }

  /// A number in scientific notation.
  ///
  /// @throws IllegalArgumentException if `options` need a precision and have none
  public static String formatFloatScientific(double x, DigitOptions options) {
    return DigitText.scientific(Digits.ofDouble(x), options);
  }

  /// A float32 number in scientific notation.
  public static String formatFloatScientific(float x, DigitOptions options) {
    return DigitText.scientific(Digits.ofFloat(x), options);
  }

  /// The only element of an array in scientific notation, with the digits of its dtype.
  ///
  /// @throws IllegalStateException if there is not exactly one element
  /// @throws CastingException if the dtype is complex
  public static String formatFloatScientific(NDArray x, DigitOptions options) {
    return DigitText.scientific(Digits.of(x.dtype(), x.item()), options);
  }
}
