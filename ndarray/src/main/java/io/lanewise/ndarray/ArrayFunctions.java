package io.lanewise.ndarray;

import static io.lanewise.ndarray.spi.Operator.ABSOLUTE;
import static io.lanewise.ndarray.spi.Operator.ARCCOS;
import static io.lanewise.ndarray.spi.Operator.ARCCOSH;
import static io.lanewise.ndarray.spi.Operator.ARCSIN;
import static io.lanewise.ndarray.spi.Operator.ARCSINH;
import static io.lanewise.ndarray.spi.Operator.ARCTAN;
import static io.lanewise.ndarray.spi.Operator.ARCTANH;
import static io.lanewise.ndarray.spi.Operator.CBRT;
import static io.lanewise.ndarray.spi.Operator.CEIL;
import static io.lanewise.ndarray.spi.Operator.CONJUGATE;
import static io.lanewise.ndarray.spi.Operator.COS;
import static io.lanewise.ndarray.spi.Operator.COSH;
import static io.lanewise.ndarray.spi.Operator.DEGREES;
import static io.lanewise.ndarray.spi.Operator.EXP;
import static io.lanewise.ndarray.spi.Operator.EXP2;
import static io.lanewise.ndarray.spi.Operator.EXPM1;
import static io.lanewise.ndarray.spi.Operator.FLOOR;
import static io.lanewise.ndarray.spi.Operator.INVERT;
import static io.lanewise.ndarray.spi.Operator.ISFINITE;
import static io.lanewise.ndarray.spi.Operator.ISINF;
import static io.lanewise.ndarray.spi.Operator.ISNAN;
import static io.lanewise.ndarray.spi.Operator.LOG;
import static io.lanewise.ndarray.spi.Operator.LOG10;
import static io.lanewise.ndarray.spi.Operator.LOG1P;
import static io.lanewise.ndarray.spi.Operator.LOG2;
import static io.lanewise.ndarray.spi.Operator.LOGICAL_NOT;
import static io.lanewise.ndarray.spi.Operator.NEGATIVE;
import static io.lanewise.ndarray.spi.Operator.POSITIVE;
import static io.lanewise.ndarray.spi.Operator.RADIANS;
import static io.lanewise.ndarray.spi.Operator.RECIPROCAL;
import static io.lanewise.ndarray.spi.Operator.RINT;
import static io.lanewise.ndarray.spi.Operator.SIGN;
import static io.lanewise.ndarray.spi.Operator.SIN;
import static io.lanewise.ndarray.spi.Operator.SINH;
import static io.lanewise.ndarray.spi.Operator.SQRT;
import static io.lanewise.ndarray.spi.Operator.SQUARE;
import static io.lanewise.ndarray.spi.Operator.TAN;
import static io.lanewise.ndarray.spi.Operator.TANH;
import static io.lanewise.ndarray.spi.Operator.TRUNC;

import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;

/// The functions of one array as fluent methods, each one line: a new array, or `out`. The
/// functions live one module up, in `io.lanewise.ufunc`, where their documentation is.
public sealed interface ArrayFunctions permits NDArray {
  default NDArray negative() {
    return unary(NEGATIVE, null);
  }

  default NDArray negative(NDArray out) {
    return unary(NEGATIVE, out);
  }

  default NDArray positive() {
    return unary(POSITIVE, null);
  }

  default NDArray positive(NDArray out) {
    return unary(POSITIVE, out);
  }

  default NDArray abs() {
    return unary(ABSOLUTE, null);
  }

  default NDArray abs(NDArray out) {
    return unary(ABSOLUTE, out);
  }

  default NDArray invert() {
    return unary(INVERT, null);
  }

  default NDArray invert(NDArray out) {
    return unary(INVERT, out);
  }

  default NDArray logicalNot() {
    return unary(LOGICAL_NOT, null);
  }

  default NDArray logicalNot(NDArray out) {
    return unary(LOGICAL_NOT, out);
  }

  default NDArray square() {
    return unary(SQUARE, null);
  }

  default NDArray square(NDArray out) {
    return unary(SQUARE, out);
  }

  default NDArray sqrt() {
    return unary(SQRT, null);
  }

  default NDArray sqrt(NDArray out) {
    return unary(SQRT, out);
  }

  default NDArray reciprocal() {
    return unary(RECIPROCAL, null);
  }

  default NDArray reciprocal(NDArray out) {
    return unary(RECIPROCAL, out);
  }

  default NDArray sign() {
    return unary(SIGN, null);
  }

  default NDArray sign(NDArray out) {
    return unary(SIGN, out);
  }

  default NDArray conj() {
    return unary(CONJUGATE, null);
  }

  default NDArray conj(NDArray out) {
    return unary(CONJUGATE, out);
  }

  default NDArray rint() {
    return unary(RINT, null);
  }

  default NDArray rint(NDArray out) {
    return unary(RINT, out);
  }

  default NDArray floor() {
    return unary(FLOOR, null);
  }

  default NDArray floor(NDArray out) {
    return unary(FLOOR, out);
  }

  default NDArray ceil() {
    return unary(CEIL, null);
  }

  default NDArray ceil(NDArray out) {
    return unary(CEIL, out);
  }

  default NDArray trunc() {
    return unary(TRUNC, null);
  }

  default NDArray trunc(NDArray out) {
    return unary(TRUNC, out);
  }

  default NDArray exp() {
    return unary(EXP, null);
  }

  default NDArray exp(NDArray out) {
    return unary(EXP, out);
  }

  default NDArray exp2() {
    return unary(EXP2, null);
  }

  default NDArray exp2(NDArray out) {
    return unary(EXP2, out);
  }

  default NDArray expm1() {
    return unary(EXPM1, null);
  }

  default NDArray expm1(NDArray out) {
    return unary(EXPM1, out);
  }

  default NDArray log() {
    return unary(LOG, null);
  }

  default NDArray log(NDArray out) {
    return unary(LOG, out);
  }

  default NDArray log2() {
    return unary(LOG2, null);
  }

  default NDArray log2(NDArray out) {
    return unary(LOG2, out);
  }

  default NDArray log10() {
    return unary(LOG10, null);
  }

  default NDArray log10(NDArray out) {
    return unary(LOG10, out);
  }

  default NDArray log1p() {
    return unary(LOG1P, null);
  }

  default NDArray log1p(NDArray out) {
    return unary(LOG1P, out);
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

  default NDArray tan() {
    return unary(TAN, null);
  }

  default NDArray tan(NDArray out) {
    return unary(TAN, out);
  }

  default NDArray arcsin() {
    return unary(ARCSIN, null);
  }

  default NDArray arcsin(NDArray out) {
    return unary(ARCSIN, out);
  }

  default NDArray arccos() {
    return unary(ARCCOS, null);
  }

  default NDArray arccos(NDArray out) {
    return unary(ARCCOS, out);
  }

  default NDArray arctan() {
    return unary(ARCTAN, null);
  }

  default NDArray arctan(NDArray out) {
    return unary(ARCTAN, out);
  }

  default NDArray sinh() {
    return unary(SINH, null);
  }

  default NDArray sinh(NDArray out) {
    return unary(SINH, out);
  }

  default NDArray cosh() {
    return unary(COSH, null);
  }

  default NDArray cosh(NDArray out) {
    return unary(COSH, out);
  }

  default NDArray tanh() {
    return unary(TANH, null);
  }

  default NDArray tanh(NDArray out) {
    return unary(TANH, out);
  }

  default NDArray arcsinh() {
    return unary(ARCSINH, null);
  }

  default NDArray arcsinh(NDArray out) {
    return unary(ARCSINH, out);
  }

  default NDArray arccosh() {
    return unary(ARCCOSH, null);
  }

  default NDArray arccosh(NDArray out) {
    return unary(ARCCOSH, out);
  }

  default NDArray arctanh() {
    return unary(ARCTANH, null);
  }

  default NDArray arctanh(NDArray out) {
    return unary(ARCTANH, out);
  }

  default NDArray cbrt() {
    return unary(CBRT, null);
  }

  default NDArray cbrt(NDArray out) {
    return unary(CBRT, out);
  }

  default NDArray degrees() {
    return unary(DEGREES, null);
  }

  default NDArray degrees(NDArray out) {
    return unary(DEGREES, out);
  }

  default NDArray radians() {
    return unary(RADIANS, null);
  }

  default NDArray radians(NDArray out) {
    return unary(RADIANS, out);
  }

  default NDArray isnan() {
    return unary(ISNAN, null);
  }

  default NDArray isnan(NDArray out) {
    return unary(ISNAN, out);
  }

  default NDArray isinf() {
    return unary(ISINF, null);
  }

  default NDArray isinf(NDArray out) {
    return unary(ISINF, out);
  }

  default NDArray isfinite() {
    return unary(ISFINITE, null);
  }

  default NDArray isfinite(NDArray out) {
    return unary(ISFINITE, out);
  }

  /// The elements limited from both sides; a null is no limit.
  default NDArray clip(NDArray low, NDArray high) {
    return Operators.get().clip((NDArray) this, low, high, null);
  }

  /// The same, written to `out`.
  default NDArray clip(NDArray low, NDArray high, NDArray out) {
    return Operators.get().clip((NDArray) this, low, high, out);
  }

  /// The same with weak numbers.
  default NDArray clip(double low, double high) {
    return Operators.get().clip((NDArray) this, low, high);
  }

  /// The same with weak integers.
  default NDArray clip(long low, long high) {
    return Operators.get().clip((NDArray) this, low, high);
  }

  /// The elements rounded to a number of decimals, halves to even.
  default NDArray round(int decimals) {
    return Operators.get().round((NDArray) this, decimals);
  }

  private NDArray unary(Operator operator, NDArray out) {
    return Operators.get().apply(operator, (NDArray) this, out);
  }
}
