package io.lanewise.ufunc;

import io.lanewise.ndarray.spi.Operator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The universal functions behind the fluent methods of arrays. Each is found when it is first
/// called, in the class of its chapter: all chapters together make some 400 lambdas, which a
/// process that adds two arrays should not wait for.
final class FluentFunctions {
  private static final AtomicReferenceArray<UFunc> FOUND =
      new AtomicReferenceArray<>(Operator.values().length);

  private FluentFunctions() {}

  static UFunc of(Operator operator) {
    UFunc function = FOUND.get(operator.ordinal());
    if (function == null) {
      // two threads may find the same one
      function = find(operator);
      FOUND.set(operator.ordinal(), function);
    }
    return function;
  }

  private static UFunc find(Operator operator) {
    return switch (operator) {
      case ADD -> Arithmetic.ADD;
      case SUBTRACT -> Arithmetic.SUBTRACT;
      case MULTIPLY -> Arithmetic.MULTIPLY;
      case DIVIDE -> Arithmetic.DIVIDE;
      case FLOOR_DIVIDE -> Divisions.FLOOR_DIVIDE;
      case REMAINDER -> Divisions.REMAINDER;
      case POWER -> Powers.POWER;
      case MINIMUM -> Extremes.MINIMUM;
      case MAXIMUM -> Extremes.MAXIMUM;
      case BITWISE_AND -> Bitwise.AND;
      case BITWISE_OR -> Bitwise.OR;
      case BITWISE_XOR -> Bitwise.XOR;
      case LEFT_SHIFT -> Bitwise.LEFT_SHIFT;
      case RIGHT_SHIFT -> Bitwise.RIGHT_SHIFT;
      case LESS -> Truth.LESS;
      case LESS_EQUAL -> Truth.LESS_EQUAL;
      case GREATER -> Truth.GREATER;
      case GREATER_EQUAL -> Truth.GREATER_EQUAL;
      case EQUAL -> Truth.EQUAL;
      case NOT_EQUAL -> Truth.NOT_EQUAL;
      case LOGICAL_AND -> Truth.LOGICAL_AND;
      case LOGICAL_OR -> Truth.LOGICAL_OR;
      case LOGICAL_XOR -> Truth.LOGICAL_XOR;
      case NEGATIVE -> Arithmetic.NEGATIVE;
      case POSITIVE -> Signs.POSITIVE;
      case ABSOLUTE -> Arithmetic.ABSOLUTE;
      case INVERT -> Bitwise.INVERT;
      case LOGICAL_NOT -> Truth.LOGICAL_NOT;
      case SQUARE -> Arithmetic.SQUARE;
      case SQRT -> Arithmetic.SQRT;
      case RECIPROCAL -> Arithmetic.RECIPROCAL;
      case SIGN -> Signs.SIGN;
      case CONJUGATE -> Signs.CONJUGATE;
      case RINT -> Rounding.RINT;
      case FLOOR -> Rounding.FLOOR;
      case CEIL -> Rounding.CEIL;
      case TRUNC -> Rounding.TRUNC;
      case EXP -> Exponentials.EXP;
      case EXP2 -> Exponentials.EXP2;
      case EXPM1 -> Exponentials.EXPM1;
      case LOG -> Logarithms.LOG;
      case LOG2 -> Logarithms.LOG2;
      case LOG10 -> Logarithms.LOG10;
      case LOG1P -> Logarithms.LOG1P;
      case SIN -> Angular.SIN;
      case COS -> Angular.COS;
      case TAN -> Angular.TAN;
      case ARCSIN -> Angular.ARCSIN;
      case ARCCOS -> Angular.ARCCOS;
      case ARCTAN -> Angular.ARCTAN;
      case SINH -> Hyperbolics.SINH;
      case COSH -> Hyperbolics.COSH;
      case TANH -> Hyperbolics.TANH;
      case ARCSINH -> Hyperbolics.ARCSINH;
      case ARCCOSH -> Hyperbolics.ARCCOSH;
      case ARCTANH -> Hyperbolics.ARCTANH;
      case CBRT -> Roots.CBRT;
      case DEGREES -> Angles.DEGREES;
      case RADIANS -> Angles.RADIANS;
      case ISNAN -> Classification.IS_NAN;
      case ISINF -> Classification.IS_INF;
      case ISFINITE -> Classification.IS_FINITE;
    };
  }
}
