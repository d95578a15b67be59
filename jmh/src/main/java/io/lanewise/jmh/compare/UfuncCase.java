package io.lanewise.jmh.compare;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// An elementwise operation that `compare ufunc` times. Each has lambdas of its own, so that a call
/// site sees one operation, as in a user's code.
///
/// @param name NumPy's name
/// @param operands one or two
/// @param first where the first operand's elements lie
/// @param second where the second's lie
/// @param ulps how far apart two libraries of good accuracy may be
/// @param logical whether the result is bool
/// @param into the call with `out=`
/// @param plain the same in plain Java
/// @param fresh the call without `out=`; only the six have one
record UfuncCase(
    String name,
    int operands,
    Range first,
    Range second,
    double ulps,
    boolean logical,
    Into into,
    DoubleBinaryOperator plain,
    Fresh fresh) {

  /// An interval that operands are drawn from.
  record Range(double low, double high) {}

  /// Makes the call that writes to `out`; `b` is unused where there is one operand.
  @FunctionalInterface
  interface Into {
    Call of(NDArray a, NDArray b, NDArray out);
  }

  /// Makes the call that allocates its result.
  @FunctionalInterface
  interface Fresh {
    Call of(NDArray a, NDArray b);
  }

  private static final Range ANY = new Range(-9, 9);
  private static final Range POSITIVE = new Range(1e-3, 99);

  /// NumPy's float32 functions are off by up to 4 ULP, its float64 functions by up to 1 or so.
  private static final double INEXACT = 5;

  static final UfuncCase ADD =
      binary("add", ANY, (a, b, out) -> () -> Ufuncs.add(a, b, out), (x, y) -> x + y)
          .and((a, b) -> () -> Ufuncs.add(a, b));

  /// What the project's geometric mean is taken over.
  static final List<UfuncCase> SIX =
      List.of(
          ADD,
          binary("multiply", ANY, (a, b, out) -> () -> Ufuncs.multiply(a, b, out), (x, y) -> x * y)
              .and((a, b) -> () -> Ufuncs.multiply(a, b)),
          unary("exp", ANY, INEXACT, (a, b, out) -> () -> Ufuncs.exp(a, out), (x, y) -> Math.exp(x))
              .and((a, b) -> () -> Ufuncs.exp(a)),
          unary(
                  "log",
                  POSITIVE,
                  INEXACT,
                  (a, b, out) -> () -> Ufuncs.log(a, out),
                  (x, y) -> Math.log(x))
              .and((a, b) -> () -> Ufuncs.log(a)),
          unary("sin", ANY, INEXACT, (a, b, out) -> () -> Ufuncs.sin(a, out), (x, y) -> Math.sin(x))
              .and((a, b) -> () -> Ufuncs.sin(a)),
          unary(
                  "sqrt",
                  POSITIVE,
                  0,
                  (a, b, out) -> () -> Ufuncs.sqrt(a, out),
                  (x, y) -> Math.sqrt(x))
              .and((a, b) -> () -> Ufuncs.sqrt(a)));

  static final List<UfuncCase> OTHERS =
      List.of(
          binary("subtract", ANY, (a, b, out) -> () -> Ufuncs.subtract(a, b, out), (x, y) -> x - y),
          binary(
              "divide", POSITIVE, (a, b, out) -> () -> Ufuncs.divide(a, b, out), (x, y) -> x / y),
          binary("minimum", ANY, (a, b, out) -> () -> Ufuncs.minimum(a, b, out), Math::min),
          binary("maximum", ANY, (a, b, out) -> () -> Ufuncs.maximum(a, b, out), Math::max),
          unary("square", ANY, 0, (a, b, out) -> () -> Ufuncs.square(a, out), (x, y) -> x * x),
          unary("negative", ANY, 0, (a, b, out) -> () -> Ufuncs.negative(a, out), (x, y) -> -x),
          unary(
              "absolute",
              ANY,
              0,
              (a, b, out) -> () -> Ufuncs.absolute(a, out),
              (x, y) -> Math.abs(x)),
          unary(
              "reciprocal",
              POSITIVE,
              0,
              (a, b, out) -> () -> Ufuncs.RECIPROCAL.apply(a, out),
              (x, y) -> 1 / x),
          unary(
              "cos", ANY, INEXACT, (a, b, out) -> () -> Ufuncs.cos(a, out), (x, y) -> Math.cos(x)),
          new UfuncCase(
              "power",
              2,
              new Range(0.1, 9),
              new Range(-3, 3),
              INEXACT,
              false,
              (a, b, out) -> () -> Ufuncs.power(a, b, out),
              Math::pow,
              null),
          comparison(
              "greater",
              (a, b, out) -> () -> Ufuncs.GREATER.apply(a, b, out),
              (x, y) -> x > y ? 1 : 0),
          comparison(
              "less_equal",
              (a, b, out) -> () -> Ufuncs.LESS_EQUAL.apply(a, b, out),
              (x, y) -> x <= y ? 1 : 0),
          comparison(
              "equal",
              (a, b, out) -> () -> Ufuncs.EQUAL.apply(a, b, out),
              (x, y) -> x == y ? 1 : 0));

  /// The call in Python, with `more` at the end of its arguments.
  String statement(String more) {
    return "np." + name + (operands == 1 ? "(a" : "(a, b") + more + ")";
  }

  private UfuncCase and(Fresh allocating) {
    return new UfuncCase(name, operands, first, second, ulps, logical, into, plain, allocating);
  }

  private static UfuncCase unary(
      String name, Range range, double ulps, Into into, DoubleBinaryOperator plain) {
    return new UfuncCase(name, 1, range, range, ulps, false, into, plain, null);
  }

  private static UfuncCase binary(String name, Range range, Into into, DoubleBinaryOperator plain) {
    return new UfuncCase(name, 2, range, range, 0, false, into, plain, null);
  }

  private static UfuncCase comparison(String name, Into into, DoubleBinaryOperator plain) {
    return new UfuncCase(name, 2, ANY, ANY, 0, true, into, plain, null);
  }
}
