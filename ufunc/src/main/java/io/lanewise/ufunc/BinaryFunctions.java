package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// The universal functions of two arrays as static functions of [Ufuncs]: a new array, or `out`.
abstract sealed class BinaryFunctions extends UnaryFunctions permits Ufuncs {

  /// [Ufuncs#ADD].
  public static NDArray add(NDArray a, NDArray b) {
    return Arithmetic.ADD.apply(a, b, null);
  }

  /// [Ufuncs#ADD].
  public static NDArray add(NDArray a, NDArray b, NDArray out) {
    return Arithmetic.ADD.apply(a, b, out);
  }

  /// [Ufuncs#SUBTRACT].
  public static NDArray subtract(NDArray a, NDArray b) {
    return Arithmetic.SUBTRACT.apply(a, b, null);
  }

  /// [Ufuncs#SUBTRACT].
  public static NDArray subtract(NDArray a, NDArray b, NDArray out) {
    return Arithmetic.SUBTRACT.apply(a, b, out);
  }

  /// [Ufuncs#MULTIPLY].
  public static NDArray multiply(NDArray a, NDArray b) {
    return Arithmetic.MULTIPLY.apply(a, b, null);
  }

  /// [Ufuncs#MULTIPLY].
  public static NDArray multiply(NDArray a, NDArray b, NDArray out) {
    return Arithmetic.MULTIPLY.apply(a, b, out);
  }

  /// [Ufuncs#DIVIDE].
  public static NDArray divide(NDArray a, NDArray b) {
    return Arithmetic.DIVIDE.apply(a, b, null);
  }

  /// [Ufuncs#DIVIDE].
  public static NDArray divide(NDArray a, NDArray b, NDArray out) {
    return Arithmetic.DIVIDE.apply(a, b, out);
  }

  /// [Ufuncs#POWER].
  public static NDArray power(NDArray a, NDArray b) {
    return Powers.POWER.apply(a, b, null);
  }

  /// [Ufuncs#POWER].
  public static NDArray power(NDArray a, NDArray b, NDArray out) {
    return Powers.POWER.apply(a, b, out);
  }

  /// [Ufuncs#FLOAT_POWER].
  public static NDArray floatPower(NDArray a, NDArray b) {
    return Powers.FLOAT_POWER.apply(a, b, null);
  }

  /// [Ufuncs#FLOAT_POWER].
  public static NDArray floatPower(NDArray a, NDArray b, NDArray out) {
    return Powers.FLOAT_POWER.apply(a, b, out);
  }

  /// [Ufuncs#FLOOR_DIVIDE].
  public static NDArray floorDivide(NDArray a, NDArray b) {
    return Divisions.FLOOR_DIVIDE.apply(a, b, null);
  }

  /// [Ufuncs#FLOOR_DIVIDE].
  public static NDArray floorDivide(NDArray a, NDArray b, NDArray out) {
    return Divisions.FLOOR_DIVIDE.apply(a, b, out);
  }

  /// [Ufuncs#REMAINDER].
  public static NDArray remainder(NDArray a, NDArray b) {
    return Divisions.REMAINDER.apply(a, b, null);
  }

  /// [Ufuncs#REMAINDER].
  public static NDArray remainder(NDArray a, NDArray b, NDArray out) {
    return Divisions.REMAINDER.apply(a, b, out);
  }

  /// [Ufuncs#FMOD].
  public static NDArray fmod(NDArray a, NDArray b) {
    return Divisions.FMOD.apply(a, b, null);
  }

  /// [Ufuncs#FMOD].
  public static NDArray fmod(NDArray a, NDArray b, NDArray out) {
    return Divisions.FMOD.apply(a, b, out);
  }

  /// [Ufuncs#GCD].
  public static NDArray gcd(NDArray a, NDArray b) {
    return Divisions.GCD.apply(a, b, null);
  }

  /// [Ufuncs#GCD].
  public static NDArray gcd(NDArray a, NDArray b, NDArray out) {
    return Divisions.GCD.apply(a, b, out);
  }

  /// [Ufuncs#LCM].
  public static NDArray lcm(NDArray a, NDArray b) {
    return Divisions.LCM.apply(a, b, null);
  }

  /// [Ufuncs#LCM].
  public static NDArray lcm(NDArray a, NDArray b, NDArray out) {
    return Divisions.LCM.apply(a, b, out);
  }

  /// [Ufuncs#MINIMUM].
  public static NDArray minimum(NDArray a, NDArray b) {
    return Extremes.MINIMUM.apply(a, b, null);
  }

  /// [Ufuncs#MINIMUM].
  public static NDArray minimum(NDArray a, NDArray b, NDArray out) {
    return Extremes.MINIMUM.apply(a, b, out);
  }

  /// [Ufuncs#MAXIMUM].
  public static NDArray maximum(NDArray a, NDArray b) {
    return Extremes.MAXIMUM.apply(a, b, null);
  }

  /// [Ufuncs#MAXIMUM].
  public static NDArray maximum(NDArray a, NDArray b, NDArray out) {
    return Extremes.MAXIMUM.apply(a, b, out);
  }

  /// [Ufuncs#FMIN].
  public static NDArray fmin(NDArray a, NDArray b) {
    return Extremes.FMIN.apply(a, b, null);
  }

  /// [Ufuncs#FMIN].
  public static NDArray fmin(NDArray a, NDArray b, NDArray out) {
    return Extremes.FMIN.apply(a, b, out);
  }

  /// [Ufuncs#FMAX].
  public static NDArray fmax(NDArray a, NDArray b) {
    return Extremes.FMAX.apply(a, b, null);
  }

  /// [Ufuncs#FMAX].
  public static NDArray fmax(NDArray a, NDArray b, NDArray out) {
    return Extremes.FMAX.apply(a, b, out);
  }

  /// [Ufuncs#LESS].
  public static NDArray less(NDArray a, NDArray b) {
    return Truth.LESS.apply(a, b, null);
  }

  /// [Ufuncs#LESS].
  public static NDArray less(NDArray a, NDArray b, NDArray out) {
    return Truth.LESS.apply(a, b, out);
  }

  /// [Ufuncs#LESS_EQUAL].
  public static NDArray lessEqual(NDArray a, NDArray b) {
    return Truth.LESS_EQUAL.apply(a, b, null);
  }

  /// [Ufuncs#LESS_EQUAL].
  public static NDArray lessEqual(NDArray a, NDArray b, NDArray out) {
    return Truth.LESS_EQUAL.apply(a, b, out);
  }

  /// [Ufuncs#GREATER].
  public static NDArray greater(NDArray a, NDArray b) {
    return Truth.GREATER.apply(a, b, null);
  }

  /// [Ufuncs#GREATER].
  public static NDArray greater(NDArray a, NDArray b, NDArray out) {
    return Truth.GREATER.apply(a, b, out);
  }

  /// [Ufuncs#GREATER_EQUAL].
  public static NDArray greaterEqual(NDArray a, NDArray b) {
    return Truth.GREATER_EQUAL.apply(a, b, null);
  }

  /// [Ufuncs#GREATER_EQUAL].
  public static NDArray greaterEqual(NDArray a, NDArray b, NDArray out) {
    return Truth.GREATER_EQUAL.apply(a, b, out);
  }

  /// [Ufuncs#EQUAL].
  public static NDArray equal(NDArray a, NDArray b) {
    return Truth.EQUAL.apply(a, b, null);
  }

  /// [Ufuncs#EQUAL].
  public static NDArray equal(NDArray a, NDArray b, NDArray out) {
    return Truth.EQUAL.apply(a, b, out);
  }

  /// [Ufuncs#NOT_EQUAL].
  public static NDArray notEqual(NDArray a, NDArray b) {
    return Truth.NOT_EQUAL.apply(a, b, null);
  }

  /// [Ufuncs#NOT_EQUAL].
  public static NDArray notEqual(NDArray a, NDArray b, NDArray out) {
    return Truth.NOT_EQUAL.apply(a, b, out);
  }

  /// [Ufuncs#LOGICAL_AND].
  public static NDArray logicalAnd(NDArray a, NDArray b) {
    return Truth.LOGICAL_AND.apply(a, b, null);
  }

  /// [Ufuncs#LOGICAL_AND].
  public static NDArray logicalAnd(NDArray a, NDArray b, NDArray out) {
    return Truth.LOGICAL_AND.apply(a, b, out);
  }

  /// [Ufuncs#LOGICAL_OR].
  public static NDArray logicalOr(NDArray a, NDArray b) {
    return Truth.LOGICAL_OR.apply(a, b, null);
  }

  /// [Ufuncs#LOGICAL_OR].
  public static NDArray logicalOr(NDArray a, NDArray b, NDArray out) {
    return Truth.LOGICAL_OR.apply(a, b, out);
  }

  /// [Ufuncs#LOGICAL_XOR].
  public static NDArray logicalXor(NDArray a, NDArray b) {
    return Truth.LOGICAL_XOR.apply(a, b, null);
  }

  /// [Ufuncs#LOGICAL_XOR].
  public static NDArray logicalXor(NDArray a, NDArray b, NDArray out) {
    return Truth.LOGICAL_XOR.apply(a, b, out);
  }

  /// [Ufuncs#BITWISE_AND].
  public static NDArray bitwiseAnd(NDArray a, NDArray b) {
    return Bitwise.AND.apply(a, b, null);
  }

  /// [Ufuncs#BITWISE_AND].
  public static NDArray bitwiseAnd(NDArray a, NDArray b, NDArray out) {
    return Bitwise.AND.apply(a, b, out);
  }

  /// [Ufuncs#BITWISE_OR].
  public static NDArray bitwiseOr(NDArray a, NDArray b) {
    return Bitwise.OR.apply(a, b, null);
  }

  /// [Ufuncs#BITWISE_OR].
  public static NDArray bitwiseOr(NDArray a, NDArray b, NDArray out) {
    return Bitwise.OR.apply(a, b, out);
  }

  /// [Ufuncs#BITWISE_XOR].
  public static NDArray bitwiseXor(NDArray a, NDArray b) {
    return Bitwise.XOR.apply(a, b, null);
  }

  /// [Ufuncs#BITWISE_XOR].
  public static NDArray bitwiseXor(NDArray a, NDArray b, NDArray out) {
    return Bitwise.XOR.apply(a, b, out);
  }

  /// [Ufuncs#LEFT_SHIFT].
  public static NDArray leftShift(NDArray a, NDArray b) {
    return Bitwise.LEFT_SHIFT.apply(a, b, null);
  }

  /// [Ufuncs#LEFT_SHIFT].
  public static NDArray leftShift(NDArray a, NDArray b, NDArray out) {
    return Bitwise.LEFT_SHIFT.apply(a, b, out);
  }

  /// [Ufuncs#RIGHT_SHIFT].
  public static NDArray rightShift(NDArray a, NDArray b) {
    return Bitwise.RIGHT_SHIFT.apply(a, b, null);
  }

  /// [Ufuncs#RIGHT_SHIFT].
  public static NDArray rightShift(NDArray a, NDArray b, NDArray out) {
    return Bitwise.RIGHT_SHIFT.apply(a, b, out);
  }

  /// [Ufuncs#COPYSIGN].
  public static NDArray copysign(NDArray a, NDArray b) {
    return Signs.COPYSIGN.apply(a, b, null);
  }

  /// [Ufuncs#COPYSIGN].
  public static NDArray copysign(NDArray a, NDArray b, NDArray out) {
    return Signs.COPYSIGN.apply(a, b, out);
  }

  /// [Ufuncs#HEAVISIDE].
  public static NDArray heaviside(NDArray a, NDArray b) {
    return Signs.HEAVISIDE.apply(a, b, null);
  }

  /// [Ufuncs#HEAVISIDE].
  public static NDArray heaviside(NDArray a, NDArray b, NDArray out) {
    return Signs.HEAVISIDE.apply(a, b, out);
  }

  /// [Ufuncs#LOGADDEXP].
  public static NDArray logaddexp(NDArray a, NDArray b) {
    return SumsOfExponentials.LOGADDEXP.apply(a, b, null);
  }

  /// [Ufuncs#LOGADDEXP].
  public static NDArray logaddexp(NDArray a, NDArray b, NDArray out) {
    return SumsOfExponentials.LOGADDEXP.apply(a, b, out);
  }

  /// [Ufuncs#LOGADDEXP2].
  public static NDArray logaddexp2(NDArray a, NDArray b) {
    return SumsOfExponentials.LOGADDEXP2.apply(a, b, null);
  }

  /// [Ufuncs#LOGADDEXP2].
  public static NDArray logaddexp2(NDArray a, NDArray b, NDArray out) {
    return SumsOfExponentials.LOGADDEXP2.apply(a, b, out);
  }

  /// [Ufuncs#ARCTAN2].
  public static NDArray arctan2(NDArray a, NDArray b) {
    return Angular.ARCTAN2.apply(a, b, null);
  }

  /// [Ufuncs#ARCTAN2].
  public static NDArray arctan2(NDArray a, NDArray b, NDArray out) {
    return Angular.ARCTAN2.apply(a, b, out);
  }

  /// [Ufuncs#HYPOT].
  public static NDArray hypot(NDArray a, NDArray b) {
    return Roots.HYPOT.apply(a, b, null);
  }

  /// [Ufuncs#HYPOT].
  public static NDArray hypot(NDArray a, NDArray b, NDArray out) {
    return Roots.HYPOT.apply(a, b, out);
  }

  /// [Ufuncs#NEXTAFTER].
  public static NDArray nextafter(NDArray a, NDArray b) {
    return Neighbours.NEXTAFTER.apply(a, b, null);
  }

  /// [Ufuncs#NEXTAFTER].
  public static NDArray nextafter(NDArray a, NDArray b, NDArray out) {
    return Neighbours.NEXTAFTER.apply(a, b, out);
  }

  /// [Ufuncs#LDEXP].
  public static NDArray ldexp(NDArray a, NDArray b) {
    return FloatingParts.LDEXP.apply(a, b, null);
  }

  /// [Ufuncs#LDEXP].
  public static NDArray ldexp(NDArray a, NDArray b, NDArray out) {
    return FloatingParts.LDEXP.apply(a, b, out);
  }
}
