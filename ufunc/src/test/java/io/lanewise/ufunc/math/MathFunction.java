package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;

/// The functions under test.
enum MathFunction {
  EXP,
  LOG,
  SIN,
  COS,
  POWER;

  /// The number of arguments.
  int arity() {
    return this == POWER ? 2 : 1;
  }

  /// The function of inputs of `type` as a program.
  Program program(LaneType type) {
    Body b = new Body();
    Value x = b.input(type);
    b.output(
        switch (this) {
          case EXP -> Exponential.exp(b, x);
          case LOG -> Logarithm.log(b, x);
          case SIN -> Trigonometric.sin(b, x);
          case COS -> Trigonometric.cos(b, x);
          case POWER -> Power.power(b, x, b.input(type));
        });
    return b.build(name().toLowerCase(java.util.Locale.ROOT) + "_" + type);
  }

  /// The JDK's value, within 1 ULP of the true one and at special values as C99 has it.
  double approximate(double... x) {
    return switch (this) {
      case EXP -> StrictMath.exp(x[0]);
      case LOG -> StrictMath.log(x[0]);
      case SIN -> StrictMath.sin(x[0]);
      case COS -> StrictMath.cos(x[0]);
      case POWER -> StrictMath.pow(x[0], x[1]);
    };
  }
}
