package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;
import java.util.Locale;
import java.util.function.BiFunction;

/// The functions under test: one row each, with its recipe and the worst errors that float64 and
/// float32 may have, in units in the last place. `functions.py` of the module jmh has the row with
/// the true value and the arguments, under the same name in lower case.
enum MathFunction {
  EXP(Exponential::exp, 0.8, 0.6),
  EXP2(Exponential::exp2, 0.8, 0.9),
  EXPM1(Exponential::expm1, 0.9, 0.9),
  LOG2(Logarithm::log2, 0.8, 0.8),
  LOG10(Logarithm::log10, 0.8, 0.8),
  LOG1P(Logarithm::log1p, 0.8, 0.8),
  SINH(Hyperbolic::sinh, 0.8, 0.8),
  COSH(Hyperbolic::cosh, 0.8, 0.8),
  TANH(Hyperbolic::tanh, 0.8, 0.8),
  ARCSINH(InverseHyperbolic::arcsinh, 0.8, 0.8),
  ARCCOSH(InverseHyperbolic::arccosh, 0.8, 0.8),
  ARCTANH(InverseHyperbolic::arctanh, 0.8, 0.8),
  LOGADDEXP(Logistic::logaddexp, 0.8, 0.9),
  LOGADDEXP2(Logistic::logaddexp2, 0.9, 0.9),
  SIGMOID(Logistic::sigmoid, 0.8, 0.8),
  SOFTPLUS(Logistic::softplus, 0.8, 0.8),
  LOG(Logarithm::log, 0.8, 0.8),
  SIN(Trigonometric::sin, 0.8, 0.7),
  COS(Trigonometric::cos, 0.8, 0.7),
  TAN(Trigonometric::tan, 0.8, 0.9),
  ARCSIN(InverseTrigonometric::arcsin, 0.8, 0.7),
  ARCCOS(InverseTrigonometric::arccos, 0.8, 0.7),
  ARCTAN(InverseTrigonometric::arctan, 0.8, 0.75),
  ARCTAN2(InverseTrigonometric::arctan2, 0.8, 0.75),
  HYPOT(Hypotenuse::hypot, 0.55, 0.53),
  CBRT(CubeRoot::cbrt, 0.55, 0.51),
  SINC(Sinc::sinc, 0.7, 0.51),
  ERF(ErrorFunction::erf, 0.9, 0.6),
  ERFC(ErrorFunction::erfc, 0.9, 0.6),
  GAMMA(GammaFunction::gamma, 0.8, 0.51),
  LGAMMA(GammaFunction::lgamma, 0.95, 0.51),
  DIGAMMA(Digamma::digamma, 0.6, 0.51),
  POWER(Power::power, 0.8, 0.8);

  private interface Binary {
    Value apply(Body b, Value x, Value y);
  }

  private final BiFunction<Body, Value, Value> unary;
  private final Binary binary;
  private final double limit;
  private final double limitFloat32;

  MathFunction(BiFunction<Body, Value, Value> recipe, double limit, double limitFloat32) {
    this.unary = recipe;
    this.binary = null;
    this.limit = limit;
    this.limitFloat32 = limitFloat32;
  }

  MathFunction(Binary recipe, double limit, double limitFloat32) {
    this.unary = null;
    this.binary = recipe;
    this.limit = limit;
    this.limitFloat32 = limitFloat32;
  }

  /// The name of its fixtures.
  String file() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The number of arguments.
  int arity() {
    return unary != null ? 1 : 2;
  }

  /// What the errors in float64 stay below.
  double limit() {
    return limit;
  }

  /// What the errors in float32 stay below.
  double limitFloat32() {
    return limitFloat32;
  }

  /// The function of inputs of `type` as a program.
  Program program(LaneType type) {
    Body b = new Body();
    Value x = b.input(type);
    b.output(unary != null ? unary.apply(b, x) : binary.apply(b, x, b.input(type)));
    return b.build(file() + "_" + type);
  }
}
