package io.lanewise.ndarray;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/// The texts of single elements, for those kinds of dtypes that are not to be printed as usual; a
/// null function leaves its kind as it is. Source: `formatter` of `numpy.set_printoptions`, whose
/// keys are `float_kind`, `int_kind`, `complex_kind` and `bool`.
///
/// ```java
/// PrintOptions.DEFAULT.withFormatter(ElementFormatter.NONE.withReal(x -> "%.2f".formatted(x)));
/// ```
///
/// @param real the text of an element of a floating-point dtype
/// @param integer the text of an element of an integer dtype; one of uint64 comes as its bits, to
///   be read with [Long#toUnsignedString(long)]
/// @param complex the text of an element of a complex dtype
/// @param bool the text of true and of false
public record ElementFormatter(
    DoubleFunction<String> real,
    LongFunction<String> integer,
    Function<Complex, String> complex,
    BooleanText bool) {
  /// Changes nothing.
  public static final ElementFormatter NONE = new ElementFormatter(null, null, null, null);

  /// The text of a truth value.
  @FunctionalInterface
  public interface BooleanText {
    /// The text of `value`.
    String apply(boolean value);
  }

  /// This with another function for floating-point elements.
  public ElementFormatter withReal(DoubleFunction<String> function) {
    return new ElementFormatter(function, integer, complex, bool);
  }

  /// This with another function for integer elements.
  public ElementFormatter withInteger(LongFunction<String> function) {
    return new ElementFormatter(real, function, complex, bool);
  }

  /// This with another function for complex elements.
  public ElementFormatter withComplex(Function<Complex, String> function) {
    return new ElementFormatter(real, integer, function, bool);
  }

  /// This with another function for bools.
  public ElementFormatter withBool(BooleanText function) {
    return new ElementFormatter(real, integer, complex, function);
  }
}
