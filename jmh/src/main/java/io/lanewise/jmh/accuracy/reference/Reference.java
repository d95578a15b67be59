package io.lanewise.jmh.accuracy.reference;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// A mathematical function in double-double arithmetic, for arguments as `functions.py` draws them.
@FunctionalInterface
public interface Reference {
  /// The functions by NumPy's names.
  Map<String, Reference> ALL =
      Map.ofEntries(
          Map.entry("exp", unary(Exponentials::exp)),
          Map.entry("exp2", unary(Exponentials::exp2)),
          Map.entry("expm1", unary(Exponentials::expm1)),
          Map.entry("log", ordinary(Logarithms::log)),
          Map.entry("log2", ordinary(Logarithms::log2)),
          Map.entry("log10", ordinary(Logarithms::log10)),
          Map.entry("log1p", ordinary(Logarithms::log1p)),
          Map.entry("sin", ordinary(Angles::sin)),
          Map.entry("cos", ordinary(Angles::cos)),
          Map.entry("power", x -> Exponentials.power(x[0], x[1])),
          Map.entry("sinh", unary(Exponentials::sinh)),
          Map.entry("cosh", unary(Exponentials::cosh)),
          Map.entry("tanh", ordinary(Exponentials::tanh)),
          Map.entry("arcsinh", ordinary(Logarithms::arcsinh)),
          Map.entry("arccosh", ordinary(Logarithms::arccosh)),
          Map.entry("arctanh", ordinary(Logarithms::arctanh)),
          Map.entry("logaddexp", x -> Scaled.of(Exponentials.logaddexp(x[0], x[1]))),
          Map.entry("logaddexp2", x -> Scaled.of(Exponentials.logaddexp2(x[0], x[1]))),
          Map.entry("sigmoid", unary(Exponentials::sigmoid)),
          Map.entry("softplus", unary(Exponentials::softplus)),
          Map.entry("tan", ordinary(Angles::tan)),
          Map.entry("arcsin", ordinary(Angles::arcsin)),
          Map.entry("arccos", ordinary(Angles::arccos)),
          Map.entry("arctan", ordinary(Angles::arctan)),
          Map.entry("arctan2", x -> Scaled.of(Angles.arctan2(x[0], x[1]))),
          Map.entry("hypot", x -> Scaled.of(Roots.hypot(x[0], x[1]))),
          Map.entry("cbrt", ordinary(Roots::cbrt)),
          Map.entry("sinc", ordinary(Angles::sinc)),
          Map.entry("erf", ordinary(ErrorIntegrals::erf)),
          Map.entry("erfc", unary(ErrorIntegrals::erfc)),
          Map.entry("gamma", unary(Gammas::gamma)),
          Map.entry("lgamma", ordinary(Gammas::lgamma)),
          Map.entry("digamma", ordinary(Gammas::digamma)));

  /// The value at these arguments.
  Scaled at(double... x);

  /// Empty where there is none of that name.
  static Optional<Reference> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Reference unary(DoubleFunction<Scaled> function) {
    return x -> function.apply(x[0]);
  }

  private static Reference ordinary(DoubleFunction<DoubleDouble> function) {
    return x -> Scaled.of(function.apply(x[0]));
  }
}
