package io.lanewise.ndarray;

import static io.lanewise.ndarray.spi.Operator.ABSOLUTE;
import static io.lanewise.ndarray.spi.Operator.ADD;
import static io.lanewise.ndarray.spi.Operator.COS;
import static io.lanewise.ndarray.spi.Operator.DIVIDE;
import static io.lanewise.ndarray.spi.Operator.EQUAL;
import static io.lanewise.ndarray.spi.Operator.EXP;
import static io.lanewise.ndarray.spi.Operator.GREATER;
import static io.lanewise.ndarray.spi.Operator.GREATER_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LESS;
import static io.lanewise.ndarray.spi.Operator.LESS_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LOG;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_AND;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_NOT;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_OR;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_XOR;
import static io.lanewise.ndarray.spi.Operator.MAXIMUM;
import static io.lanewise.ndarray.spi.Operator.MINIMUM;
import static io.lanewise.ndarray.spi.Operator.MULTIPLY;
import static io.lanewise.ndarray.spi.Operator.NEGATIVE;
import static io.lanewise.ndarray.spi.Operator.NOT_EQUAL;
import static io.lanewise.ndarray.spi.Operator.POWER;
import static io.lanewise.ndarray.spi.Operator.RECIPROCAL;
import static io.lanewise.ndarray.spi.Operator.SIN;
import static io.lanewise.ndarray.spi.Operator.SQRT;
import static io.lanewise.ndarray.spi.Operator.SQUARE;
import static io.lanewise.ndarray.spi.Operator.SUBTRACT;
import static io.lanewise.ndarray.spi.Reduction.ALL;
import static io.lanewise.ndarray.spi.Reduction.ANY;
import static io.lanewise.ndarray.spi.Reduction.MAX;
import static io.lanewise.ndarray.spi.Reduction.MEAN;
import static io.lanewise.ndarray.spi.Reduction.MIN;
import static io.lanewise.ndarray.spi.Reduction.STD;
import static io.lanewise.ndarray.spi.Reduction.SUM;
import static io.lanewise.ndarray.spi.Reduction.VAR;

import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;
import io.lanewise.ndarray.spi.Reduction;

/// The arithmetic of arrays as fluent methods, each one line: NumPy's operators, functions and
/// reductions on `this`, which is always an [NDArray]. The operations live one module up, in
/// `io.lanewise.ufunc`, behind the service [Operators].
///
/// Every operation broadcasts, promotes dtypes as NumPy does with Java numbers as weak scalars, and
/// gives a new array, or writes to `out` and returns it. What each throws stands with the function
/// of its name in `io.lanewise.ufunc`.
public sealed interface ArrayOperators permits NDArray {

  // Operators: each has a form that makes a new array and one that writes to `out`. Java scalars
  // are weak.

  default NDArray add(NDArray b) {
    return binary(ADD, b, null);
  }

  default NDArray add(NDArray b, NDArray out) {
    return binary(ADD, b, out);
  }

  default NDArray add(double b) {
    return binary(ADD, b, null);
  }

  default NDArray add(double b, NDArray out) {
    return binary(ADD, b, out);
  }

  default NDArray add(long b) {
    return binary(ADD, b, null);
  }

  default NDArray add(long b, NDArray out) {
    return binary(ADD, b, out);
  }

  default NDArray subtract(NDArray b) {
    return binary(SUBTRACT, b, null);
  }

  default NDArray subtract(NDArray b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  default NDArray subtract(double b) {
    return binary(SUBTRACT, b, null);
  }

  default NDArray subtract(double b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  default NDArray subtract(long b) {
    return binary(SUBTRACT, b, null);
  }

  default NDArray subtract(long b, NDArray out) {
    return binary(SUBTRACT, b, out);
  }

  default NDArray multiply(NDArray b) {
    return binary(MULTIPLY, b, null);
  }

  default NDArray multiply(NDArray b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  default NDArray multiply(double b) {
    return binary(MULTIPLY, b, null);
  }

  default NDArray multiply(double b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  default NDArray multiply(long b) {
    return binary(MULTIPLY, b, null);
  }

  default NDArray multiply(long b, NDArray out) {
    return binary(MULTIPLY, b, out);
  }

  /// True division: integers give float64.
  default NDArray divide(NDArray b) {
    return binary(DIVIDE, b, null);
  }

  default NDArray divide(NDArray b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  default NDArray divide(double b) {
    return binary(DIVIDE, b, null);
  }

  default NDArray divide(double b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  default NDArray divide(long b) {
    return binary(DIVIDE, b, null);
  }

  default NDArray divide(long b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  default NDArray power(NDArray b) {
    return binary(POWER, b, null);
  }

  default NDArray power(NDArray b, NDArray out) {
    return binary(POWER, b, out);
  }

  default NDArray power(double b) {
    return binary(POWER, b, null);
  }

  default NDArray power(double b, NDArray out) {
    return binary(POWER, b, out);
  }

  default NDArray power(long b) {
    return binary(POWER, b, null);
  }

  default NDArray power(long b, NDArray out) {
    return binary(POWER, b, out);
  }

  default NDArray minimum(NDArray b) {
    return binary(MINIMUM, b, null);
  }

  default NDArray minimum(double b) {
    return binary(MINIMUM, b, null);
  }

  default NDArray minimum(long b) {
    return binary(MINIMUM, b, null);
  }

  default NDArray maximum(NDArray b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray maximum(double b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray maximum(long b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray less(NDArray b) {
    return binary(LESS, b, null);
  }

  default NDArray less(double b) {
    return binary(LESS, b, null);
  }

  default NDArray less(long b) {
    return binary(LESS, b, null);
  }

  default NDArray lessEqual(NDArray b) {
    return binary(LESS_EQUAL, b, null);
  }

  default NDArray lessEqual(double b) {
    return binary(LESS_EQUAL, b, null);
  }

  default NDArray lessEqual(long b) {
    return binary(LESS_EQUAL, b, null);
  }

  default NDArray greater(NDArray b) {
    return binary(GREATER, b, null);
  }

  default NDArray greater(double b) {
    return binary(GREATER, b, null);
  }

  default NDArray greater(long b) {
    return binary(GREATER, b, null);
  }

  default NDArray greaterEqual(NDArray b) {
    return binary(GREATER_EQUAL, b, null);
  }

  default NDArray greaterEqual(double b) {
    return binary(GREATER_EQUAL, b, null);
  }

  default NDArray greaterEqual(long b) {
    return binary(GREATER_EQUAL, b, null);
  }

  /// Elementwise equality; [#equals(Object)] compares identity.
  default NDArray equal(NDArray b) {
    return binary(EQUAL, b, null);
  }

  default NDArray equal(double b) {
    return binary(EQUAL, b, null);
  }

  default NDArray equal(long b) {
    return binary(EQUAL, b, null);
  }

  default NDArray notEqual(NDArray b) {
    return binary(NOT_EQUAL, b, null);
  }

  default NDArray notEqual(double b) {
    return binary(NOT_EQUAL, b, null);
  }

  default NDArray notEqual(long b) {
    return binary(NOT_EQUAL, b, null);
  }

  default NDArray logicalAnd(NDArray b) {
    return binary(LOGICAL_AND, b, null);
  }

  default NDArray logicalOr(NDArray b) {
    return binary(LOGICAL_OR, b, null);
  }

  default NDArray logicalXor(NDArray b) {
    return binary(LOGICAL_XOR, b, null);
  }

  default NDArray logicalNot() {
    return unary(LOGICAL_NOT, null);
  }

  default NDArray negative() {
    return unary(NEGATIVE, null);
  }

  default NDArray abs() {
    return unary(ABSOLUTE, null);
  }

  default NDArray square() {
    return unary(SQUARE, null);
  }

  default NDArray sqrt() {
    return unary(SQRT, null);
  }

  default NDArray reciprocal() {
    return unary(RECIPROCAL, null);
  }

  default NDArray exp() {
    return unary(EXP, null);
  }

  default NDArray exp(NDArray out) {
    return unary(EXP, out);
  }

  default NDArray log() {
    return unary(LOG, null);
  }

  default NDArray log(NDArray out) {
    return unary(LOG, out);
  }

  default NDArray sin() {
    return unary(SIN, null);
  }

  default NDArray sin(NDArray out) {
    return unary(SIN, out);
  }

  default NDArray cos() {
    return unary(COS, null);
  }

  default NDArray cos(NDArray out) {
    return unary(COS, out);
  }

  // Reductions: over the given axes, or over all where none is given.

  default NDArray sum(int... axes) {
    return reduce(SUM, axes);
  }

  default NDArray sum(Axes axes) {
    return reduce(SUM, axes);
  }

  default NDArray mean(int... axes) {
    return reduce(MEAN, axes);
  }

  default NDArray mean(Axes axes) {
    return reduce(MEAN, axes);
  }

  default NDArray var(int... axes) {
    return reduce(VAR, axes);
  }

  default NDArray var(Axes axes) {
    return reduce(VAR, axes);
  }

  default NDArray std(int... axes) {
    return reduce(STD, axes);
  }

  default NDArray std(Axes axes) {
    return reduce(STD, axes);
  }

  default NDArray min(int... axes) {
    return reduce(MIN, axes);
  }

  default NDArray min(Axes axes) {
    return reduce(MIN, axes);
  }

  default NDArray max(int... axes) {
    return reduce(MAX, axes);
  }

  default NDArray max(Axes axes) {
    return reduce(MAX, axes);
  }

  default NDArray all(int... axes) {
    return reduce(ALL, axes);
  }

  default NDArray all(Axes axes) {
    return reduce(ALL, axes);
  }

  default NDArray any(int... axes) {
    return reduce(ANY, axes);
  }

  default NDArray any(Axes axes) {
    return reduce(ANY, axes);
  }

  private NDArray unary(Operator operator, NDArray out) {
    return Operators.get().apply(operator, (NDArray) this, out);
  }

  private NDArray binary(Operator operator, NDArray b, NDArray out) {
    return Operators.get().apply(operator, (NDArray) this, b, out);
  }

  private NDArray binary(Operator operator, double b, NDArray out) {
    return Operators.get().apply(operator, (NDArray) this, b, out);
  }

  private NDArray binary(Operator operator, long b, NDArray out) {
    return Operators.get().apply(operator, (NDArray) this, b, out);
  }

  private NDArray reduce(Reduction reduction, int... axes) {
    return reduce(reduction, axes.length == 0 ? Axes.all() : Axes.axis(axes));
  }

  private NDArray reduce(Reduction reduction, Axes axes) {
    return Operators.get().reduce(reduction, (NDArray) this, axes, null);
  }
}
