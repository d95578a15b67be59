package io.lanewise.ndarray;

import static io.lanewise.ndarray.spi.Operator.ADD;
import static io.lanewise.ndarray.spi.Operator.BITWISE_AND;
import static io.lanewise.ndarray.spi.Operator.BITWISE_OR;
import static io.lanewise.ndarray.spi.Operator.BITWISE_XOR;
import static io.lanewise.ndarray.spi.Operator.DIVIDE;
import static io.lanewise.ndarray.spi.Operator.EQUAL;
import static io.lanewise.ndarray.spi.Operator.FLOOR_DIVIDE;
import static io.lanewise.ndarray.spi.Operator.GREATER;
import static io.lanewise.ndarray.spi.Operator.GREATER_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LEFT_SHIFT;
import static io.lanewise.ndarray.spi.Operator.LESS;
import static io.lanewise.ndarray.spi.Operator.LESS_EQUAL;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_AND;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_OR;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_XOR;
import static io.lanewise.ndarray.spi.Operator.MAXIMUM;
import static io.lanewise.ndarray.spi.Operator.MINIMUM;
import static io.lanewise.ndarray.spi.Operator.MULTIPLY;
import static io.lanewise.ndarray.spi.Operator.NOT_EQUAL;
import static io.lanewise.ndarray.spi.Operator.POWER;
import static io.lanewise.ndarray.spi.Operator.REMAINDER;
import static io.lanewise.ndarray.spi.Operator.RIGHT_SHIFT;
import static io.lanewise.ndarray.spi.Operator.SUBTRACT;

import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;

/// The operators of arrays as fluent methods, each one line: arithmetic, bits, comparisons and
/// logic on `this`, which is always an [NDArray]. The operations live one module up, in
/// `io.lanewise.ufunc`, behind the service [Operators]. [ArrayFunctions] and [ArrayReductions] hold
/// the others.
///
/// Every operation broadcasts, promotes dtypes as NumPy does with Java numbers as weak scalars, and
/// gives a new array, or writes to `out` and returns it. What each throws stands with the function
/// of its name in `io.lanewise.ufunc`.
///
/// Longer than a file should be because nothing but the names differs: one operator after another.
public sealed interface ArrayOperators permits NDArray {
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

  /// True division: integers give float64.
  default NDArray divide(NDArray b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  /// True division: integers give float64.
  default NDArray divide(double b) {
    return binary(DIVIDE, b, null);
  }

  /// True division: integers give float64.
  default NDArray divide(double b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  /// True division: integers give float64.
  default NDArray divide(long b) {
    return binary(DIVIDE, b, null);
  }

  /// True division: integers give float64.
  default NDArray divide(long b, NDArray out) {
    return binary(DIVIDE, b, out);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(NDArray b) {
    return binary(FLOOR_DIVIDE, b, null);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(NDArray b, NDArray out) {
    return binary(FLOOR_DIVIDE, b, out);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(double b) {
    return binary(FLOOR_DIVIDE, b, null);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(double b, NDArray out) {
    return binary(FLOOR_DIVIDE, b, out);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(long b) {
    return binary(FLOOR_DIVIDE, b, null);
  }

  /// The largest integer not above the quotient.
  default NDArray floorDivide(long b, NDArray out) {
    return binary(FLOOR_DIVIDE, b, out);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(NDArray b) {
    return binary(REMAINDER, b, null);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(NDArray b, NDArray out) {
    return binary(REMAINDER, b, out);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(double b) {
    return binary(REMAINDER, b, null);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(double b, NDArray out) {
    return binary(REMAINDER, b, out);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(long b) {
    return binary(REMAINDER, b, null);
  }

  /// What [#floorDivide] leaves, with the sign of the divisor.
  default NDArray remainder(long b, NDArray out) {
    return binary(REMAINDER, b, out);
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

  default NDArray minimum(NDArray b, NDArray out) {
    return binary(MINIMUM, b, out);
  }

  default NDArray minimum(double b) {
    return binary(MINIMUM, b, null);
  }

  default NDArray minimum(double b, NDArray out) {
    return binary(MINIMUM, b, out);
  }

  default NDArray minimum(long b) {
    return binary(MINIMUM, b, null);
  }

  default NDArray minimum(long b, NDArray out) {
    return binary(MINIMUM, b, out);
  }

  default NDArray maximum(NDArray b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray maximum(NDArray b, NDArray out) {
    return binary(MAXIMUM, b, out);
  }

  default NDArray maximum(double b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray maximum(double b, NDArray out) {
    return binary(MAXIMUM, b, out);
  }

  default NDArray maximum(long b) {
    return binary(MAXIMUM, b, null);
  }

  default NDArray maximum(long b, NDArray out) {
    return binary(MAXIMUM, b, out);
  }

  default NDArray bitwiseAnd(NDArray b) {
    return binary(BITWISE_AND, b, null);
  }

  default NDArray bitwiseAnd(NDArray b, NDArray out) {
    return binary(BITWISE_AND, b, out);
  }

  default NDArray bitwiseAnd(long b) {
    return binary(BITWISE_AND, b, null);
  }

  default NDArray bitwiseAnd(long b, NDArray out) {
    return binary(BITWISE_AND, b, out);
  }

  default NDArray bitwiseOr(NDArray b) {
    return binary(BITWISE_OR, b, null);
  }

  default NDArray bitwiseOr(NDArray b, NDArray out) {
    return binary(BITWISE_OR, b, out);
  }

  default NDArray bitwiseOr(long b) {
    return binary(BITWISE_OR, b, null);
  }

  default NDArray bitwiseOr(long b, NDArray out) {
    return binary(BITWISE_OR, b, out);
  }

  default NDArray bitwiseXor(NDArray b) {
    return binary(BITWISE_XOR, b, null);
  }

  default NDArray bitwiseXor(NDArray b, NDArray out) {
    return binary(BITWISE_XOR, b, out);
  }

  default NDArray bitwiseXor(long b) {
    return binary(BITWISE_XOR, b, null);
  }

  default NDArray bitwiseXor(long b, NDArray out) {
    return binary(BITWISE_XOR, b, out);
  }

  default NDArray leftShift(NDArray b) {
    return binary(LEFT_SHIFT, b, null);
  }

  default NDArray leftShift(NDArray b, NDArray out) {
    return binary(LEFT_SHIFT, b, out);
  }

  default NDArray leftShift(long b) {
    return binary(LEFT_SHIFT, b, null);
  }

  default NDArray leftShift(long b, NDArray out) {
    return binary(LEFT_SHIFT, b, out);
  }

  default NDArray rightShift(NDArray b) {
    return binary(RIGHT_SHIFT, b, null);
  }

  default NDArray rightShift(NDArray b, NDArray out) {
    return binary(RIGHT_SHIFT, b, out);
  }

  default NDArray rightShift(long b) {
    return binary(RIGHT_SHIFT, b, null);
  }

  default NDArray rightShift(long b, NDArray out) {
    return binary(RIGHT_SHIFT, b, out);
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

  default NDArray less(NDArray b, NDArray out) {
    return binary(LESS, b, out);
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

  default NDArray lessEqual(NDArray b, NDArray out) {
    return binary(LESS_EQUAL, b, out);
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

  default NDArray greater(NDArray b, NDArray out) {
    return binary(GREATER, b, out);
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

  default NDArray greaterEqual(NDArray b, NDArray out) {
    return binary(GREATER_EQUAL, b, out);
  }

  /// Elementwise equality; [#equals(Object)] compares identity.
  default NDArray equal(NDArray b) {
    return binary(EQUAL, b, null);
  }

  /// Elementwise equality; [#equals(Object)] compares identity.
  default NDArray equal(double b) {
    return binary(EQUAL, b, null);
  }

  /// Elementwise equality; [#equals(Object)] compares identity.
  default NDArray equal(long b) {
    return binary(EQUAL, b, null);
  }

  default NDArray equal(NDArray b, NDArray out) {
    return binary(EQUAL, b, out);
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

  default NDArray notEqual(NDArray b, NDArray out) {
    return binary(NOT_EQUAL, b, out);
  }

  default NDArray logicalAnd(NDArray b) {
    return binary(LOGICAL_AND, b, null);
  }

  default NDArray logicalAnd(NDArray b, NDArray out) {
    return binary(LOGICAL_AND, b, out);
  }

  default NDArray logicalOr(NDArray b) {
    return binary(LOGICAL_OR, b, null);
  }

  default NDArray logicalOr(NDArray b, NDArray out) {
    return binary(LOGICAL_OR, b, out);
  }

  default NDArray logicalXor(NDArray b) {
    return binary(LOGICAL_XOR, b, null);
  }

  default NDArray logicalXor(NDArray b, NDArray out) {
    return binary(LOGICAL_XOR, b, out);
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
}
