package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// The universal functions of one array as static functions of [Ufuncs]: a new array, or `out`.
abstract sealed class UnaryFunctions permits BinaryFunctions {

  /// [Ufuncs#NEGATIVE].
  public static NDArray negative(NDArray a) {
    return Ufuncs.NEGATIVE.apply(a);
  }

  /// [Ufuncs#NEGATIVE].
  public static NDArray negative(NDArray a, NDArray out) {
    return Ufuncs.NEGATIVE.apply(a, out);
  }

  /// [Ufuncs#POSITIVE].
  public static NDArray positive(NDArray a) {
    return Ufuncs.POSITIVE.apply(a);
  }

  /// [Ufuncs#POSITIVE].
  public static NDArray positive(NDArray a, NDArray out) {
    return Ufuncs.POSITIVE.apply(a, out);
  }

  /// [Ufuncs#ABSOLUTE].
  public static NDArray absolute(NDArray a) {
    return Ufuncs.ABSOLUTE.apply(a);
  }

  /// [Ufuncs#ABSOLUTE].
  public static NDArray absolute(NDArray a, NDArray out) {
    return Ufuncs.ABSOLUTE.apply(a, out);
  }

  /// [Ufuncs#FABS].
  public static NDArray fabs(NDArray a) {
    return Ufuncs.FABS.apply(a);
  }

  /// [Ufuncs#FABS].
  public static NDArray fabs(NDArray a, NDArray out) {
    return Ufuncs.FABS.apply(a, out);
  }

  /// [Ufuncs#SQUARE].
  public static NDArray square(NDArray a) {
    return Ufuncs.SQUARE.apply(a);
  }

  /// [Ufuncs#SQUARE].
  public static NDArray square(NDArray a, NDArray out) {
    return Ufuncs.SQUARE.apply(a, out);
  }

  /// [Ufuncs#SQRT].
  public static NDArray sqrt(NDArray a) {
    return Ufuncs.SQRT.apply(a);
  }

  /// [Ufuncs#SQRT].
  public static NDArray sqrt(NDArray a, NDArray out) {
    return Ufuncs.SQRT.apply(a, out);
  }

  /// [Ufuncs#RECIPROCAL].
  public static NDArray reciprocal(NDArray a) {
    return Ufuncs.RECIPROCAL.apply(a);
  }

  /// [Ufuncs#RECIPROCAL].
  public static NDArray reciprocal(NDArray a, NDArray out) {
    return Ufuncs.RECIPROCAL.apply(a, out);
  }

  /// [Ufuncs#LOGICAL_NOT].
  public static NDArray logicalNot(NDArray a) {
    return Ufuncs.LOGICAL_NOT.apply(a);
  }

  /// [Ufuncs#LOGICAL_NOT].
  public static NDArray logicalNot(NDArray a, NDArray out) {
    return Ufuncs.LOGICAL_NOT.apply(a, out);
  }

  /// [Ufuncs#INVERT].
  public static NDArray invert(NDArray a) {
    return Ufuncs.INVERT.apply(a);
  }

  /// [Ufuncs#INVERT].
  public static NDArray invert(NDArray a, NDArray out) {
    return Ufuncs.INVERT.apply(a, out);
  }

  /// [Ufuncs#BITWISE_COUNT].
  public static NDArray bitwiseCount(NDArray a) {
    return Ufuncs.BITWISE_COUNT.apply(a);
  }

  /// [Ufuncs#BITWISE_COUNT].
  public static NDArray bitwiseCount(NDArray a, NDArray out) {
    return Ufuncs.BITWISE_COUNT.apply(a, out);
  }

  /// [Ufuncs#ISNAN].
  public static NDArray isnan(NDArray a) {
    return Ufuncs.ISNAN.apply(a);
  }

  /// [Ufuncs#ISNAN].
  public static NDArray isnan(NDArray a, NDArray out) {
    return Ufuncs.ISNAN.apply(a, out);
  }

  /// [Ufuncs#ISINF].
  public static NDArray isinf(NDArray a) {
    return Ufuncs.ISINF.apply(a);
  }

  /// [Ufuncs#ISINF].
  public static NDArray isinf(NDArray a, NDArray out) {
    return Ufuncs.ISINF.apply(a, out);
  }

  /// [Ufuncs#ISFINITE].
  public static NDArray isfinite(NDArray a) {
    return Ufuncs.ISFINITE.apply(a);
  }

  /// [Ufuncs#ISFINITE].
  public static NDArray isfinite(NDArray a, NDArray out) {
    return Ufuncs.ISFINITE.apply(a, out);
  }

  /// [Ufuncs#SIGNBIT].
  public static NDArray signbit(NDArray a) {
    return Ufuncs.SIGNBIT.apply(a);
  }

  /// [Ufuncs#SIGNBIT].
  public static NDArray signbit(NDArray a, NDArray out) {
    return Ufuncs.SIGNBIT.apply(a, out);
  }

  /// [Ufuncs#RINT].
  public static NDArray rint(NDArray a) {
    return Ufuncs.RINT.apply(a);
  }

  /// [Ufuncs#RINT].
  public static NDArray rint(NDArray a, NDArray out) {
    return Ufuncs.RINT.apply(a, out);
  }

  /// [Ufuncs#FLOOR].
  public static NDArray floor(NDArray a) {
    return Ufuncs.FLOOR.apply(a);
  }

  /// [Ufuncs#FLOOR].
  public static NDArray floor(NDArray a, NDArray out) {
    return Ufuncs.FLOOR.apply(a, out);
  }

  /// [Ufuncs#CEIL].
  public static NDArray ceil(NDArray a) {
    return Ufuncs.CEIL.apply(a);
  }

  /// [Ufuncs#CEIL].
  public static NDArray ceil(NDArray a, NDArray out) {
    return Ufuncs.CEIL.apply(a, out);
  }

  /// [Ufuncs#TRUNC].
  public static NDArray trunc(NDArray a) {
    return Ufuncs.TRUNC.apply(a);
  }

  /// [Ufuncs#TRUNC].
  public static NDArray trunc(NDArray a, NDArray out) {
    return Ufuncs.TRUNC.apply(a, out);
  }

  /// [Ufuncs#SIGN].
  public static NDArray sign(NDArray a) {
    return Ufuncs.SIGN.apply(a);
  }

  /// [Ufuncs#SIGN].
  public static NDArray sign(NDArray a, NDArray out) {
    return Ufuncs.SIGN.apply(a, out);
  }

  /// [Ufuncs#CONJUGATE].
  public static NDArray conjugate(NDArray a) {
    return Ufuncs.CONJUGATE.apply(a);
  }

  /// [Ufuncs#CONJUGATE].
  public static NDArray conjugate(NDArray a, NDArray out) {
    return Ufuncs.CONJUGATE.apply(a, out);
  }

  /// [Ufuncs#EXP].
  public static NDArray exp(NDArray a) {
    return Ufuncs.EXP.apply(a);
  }

  /// [Ufuncs#EXP].
  public static NDArray exp(NDArray a, NDArray out) {
    return Ufuncs.EXP.apply(a, out);
  }

  /// [Ufuncs#EXP2].
  public static NDArray exp2(NDArray a) {
    return Ufuncs.EXP2.apply(a);
  }

  /// [Ufuncs#EXP2].
  public static NDArray exp2(NDArray a, NDArray out) {
    return Ufuncs.EXP2.apply(a, out);
  }

  /// [Ufuncs#EXPM1].
  public static NDArray expm1(NDArray a) {
    return Ufuncs.EXPM1.apply(a);
  }

  /// [Ufuncs#EXPM1].
  public static NDArray expm1(NDArray a, NDArray out) {
    return Ufuncs.EXPM1.apply(a, out);
  }

  /// [Ufuncs#LOG].
  public static NDArray log(NDArray a) {
    return Ufuncs.LOG.apply(a);
  }

  /// [Ufuncs#LOG].
  public static NDArray log(NDArray a, NDArray out) {
    return Ufuncs.LOG.apply(a, out);
  }

  /// [Ufuncs#LOG2].
  public static NDArray log2(NDArray a) {
    return Ufuncs.LOG2.apply(a);
  }

  /// [Ufuncs#LOG2].
  public static NDArray log2(NDArray a, NDArray out) {
    return Ufuncs.LOG2.apply(a, out);
  }

  /// [Ufuncs#LOG10].
  public static NDArray log10(NDArray a) {
    return Ufuncs.LOG10.apply(a);
  }

  /// [Ufuncs#LOG10].
  public static NDArray log10(NDArray a, NDArray out) {
    return Ufuncs.LOG10.apply(a, out);
  }

  /// [Ufuncs#LOG1P].
  public static NDArray log1p(NDArray a) {
    return Ufuncs.LOG1P.apply(a);
  }

  /// [Ufuncs#LOG1P].
  public static NDArray log1p(NDArray a, NDArray out) {
    return Ufuncs.LOG1P.apply(a, out);
  }

  /// [Ufuncs#SIGMOID].
  public static NDArray sigmoid(NDArray a) {
    return Ufuncs.SIGMOID.apply(a);
  }

  /// [Ufuncs#SIGMOID].
  public static NDArray sigmoid(NDArray a, NDArray out) {
    return Ufuncs.SIGMOID.apply(a, out);
  }

  /// [Ufuncs#SOFTPLUS].
  public static NDArray softplus(NDArray a) {
    return Ufuncs.SOFTPLUS.apply(a);
  }

  /// [Ufuncs#SOFTPLUS].
  public static NDArray softplus(NDArray a, NDArray out) {
    return Ufuncs.SOFTPLUS.apply(a, out);
  }

  /// [Ufuncs#SIN].
  public static NDArray sin(NDArray a) {
    return Ufuncs.SIN.apply(a);
  }

  /// [Ufuncs#SIN].
  public static NDArray sin(NDArray a, NDArray out) {
    return Ufuncs.SIN.apply(a, out);
  }

  /// [Ufuncs#COS].
  public static NDArray cos(NDArray a) {
    return Ufuncs.COS.apply(a);
  }

  /// [Ufuncs#COS].
  public static NDArray cos(NDArray a, NDArray out) {
    return Ufuncs.COS.apply(a, out);
  }

  /// [Ufuncs#TAN].
  public static NDArray tan(NDArray a) {
    return Ufuncs.TAN.apply(a);
  }

  /// [Ufuncs#TAN].
  public static NDArray tan(NDArray a, NDArray out) {
    return Ufuncs.TAN.apply(a, out);
  }

  /// [Ufuncs#ARCSIN].
  public static NDArray arcsin(NDArray a) {
    return Ufuncs.ARCSIN.apply(a);
  }

  /// [Ufuncs#ARCSIN].
  public static NDArray arcsin(NDArray a, NDArray out) {
    return Ufuncs.ARCSIN.apply(a, out);
  }

  /// [Ufuncs#ARCCOS].
  public static NDArray arccos(NDArray a) {
    return Ufuncs.ARCCOS.apply(a);
  }

  /// [Ufuncs#ARCCOS].
  public static NDArray arccos(NDArray a, NDArray out) {
    return Ufuncs.ARCCOS.apply(a, out);
  }

  /// [Ufuncs#ARCTAN].
  public static NDArray arctan(NDArray a) {
    return Ufuncs.ARCTAN.apply(a);
  }

  /// [Ufuncs#ARCTAN].
  public static NDArray arctan(NDArray a, NDArray out) {
    return Ufuncs.ARCTAN.apply(a, out);
  }

  /// [Ufuncs#SINC].
  public static NDArray sinc(NDArray a) {
    return Ufuncs.SINC.apply(a);
  }

  /// [Ufuncs#SINC].
  public static NDArray sinc(NDArray a, NDArray out) {
    return Ufuncs.SINC.apply(a, out);
  }

  /// [Ufuncs#DEGREES].
  public static NDArray degrees(NDArray a) {
    return Ufuncs.DEGREES.apply(a);
  }

  /// [Ufuncs#DEGREES].
  public static NDArray degrees(NDArray a, NDArray out) {
    return Ufuncs.DEGREES.apply(a, out);
  }

  /// [Ufuncs#RAD2DEG].
  public static NDArray rad2deg(NDArray a) {
    return Ufuncs.RAD2DEG.apply(a);
  }

  /// [Ufuncs#RAD2DEG].
  public static NDArray rad2deg(NDArray a, NDArray out) {
    return Ufuncs.RAD2DEG.apply(a, out);
  }

  /// [Ufuncs#RADIANS].
  public static NDArray radians(NDArray a) {
    return Ufuncs.RADIANS.apply(a);
  }

  /// [Ufuncs#RADIANS].
  public static NDArray radians(NDArray a, NDArray out) {
    return Ufuncs.RADIANS.apply(a, out);
  }

  /// [Ufuncs#DEG2RAD].
  public static NDArray deg2rad(NDArray a) {
    return Ufuncs.DEG2RAD.apply(a);
  }

  /// [Ufuncs#DEG2RAD].
  public static NDArray deg2rad(NDArray a, NDArray out) {
    return Ufuncs.DEG2RAD.apply(a, out);
  }

  /// [Ufuncs#SINH].
  public static NDArray sinh(NDArray a) {
    return Ufuncs.SINH.apply(a);
  }

  /// [Ufuncs#SINH].
  public static NDArray sinh(NDArray a, NDArray out) {
    return Ufuncs.SINH.apply(a, out);
  }

  /// [Ufuncs#COSH].
  public static NDArray cosh(NDArray a) {
    return Ufuncs.COSH.apply(a);
  }

  /// [Ufuncs#COSH].
  public static NDArray cosh(NDArray a, NDArray out) {
    return Ufuncs.COSH.apply(a, out);
  }

  /// [Ufuncs#TANH].
  public static NDArray tanh(NDArray a) {
    return Ufuncs.TANH.apply(a);
  }

  /// [Ufuncs#TANH].
  public static NDArray tanh(NDArray a, NDArray out) {
    return Ufuncs.TANH.apply(a, out);
  }

  /// [Ufuncs#ARCSINH].
  public static NDArray arcsinh(NDArray a) {
    return Ufuncs.ARCSINH.apply(a);
  }

  /// [Ufuncs#ARCSINH].
  public static NDArray arcsinh(NDArray a, NDArray out) {
    return Ufuncs.ARCSINH.apply(a, out);
  }

  /// [Ufuncs#ARCCOSH].
  public static NDArray arccosh(NDArray a) {
    return Ufuncs.ARCCOSH.apply(a);
  }

  /// [Ufuncs#ARCCOSH].
  public static NDArray arccosh(NDArray a, NDArray out) {
    return Ufuncs.ARCCOSH.apply(a, out);
  }

  /// [Ufuncs#ARCTANH].
  public static NDArray arctanh(NDArray a) {
    return Ufuncs.ARCTANH.apply(a);
  }

  /// [Ufuncs#ARCTANH].
  public static NDArray arctanh(NDArray a, NDArray out) {
    return Ufuncs.ARCTANH.apply(a, out);
  }

  /// [Ufuncs#CBRT].
  public static NDArray cbrt(NDArray a) {
    return Ufuncs.CBRT.apply(a);
  }

  /// [Ufuncs#CBRT].
  public static NDArray cbrt(NDArray a, NDArray out) {
    return Ufuncs.CBRT.apply(a, out);
  }

  /// [Ufuncs#ERF].
  public static NDArray erf(NDArray a) {
    return Ufuncs.ERF.apply(a);
  }

  /// [Ufuncs#ERF].
  public static NDArray erf(NDArray a, NDArray out) {
    return Ufuncs.ERF.apply(a, out);
  }

  /// [Ufuncs#ERFC].
  public static NDArray erfc(NDArray a) {
    return Ufuncs.ERFC.apply(a);
  }

  /// [Ufuncs#ERFC].
  public static NDArray erfc(NDArray a, NDArray out) {
    return Ufuncs.ERFC.apply(a, out);
  }

  /// [Ufuncs#GAMMA].
  public static NDArray gamma(NDArray a) {
    return Ufuncs.GAMMA.apply(a);
  }

  /// [Ufuncs#GAMMA].
  public static NDArray gamma(NDArray a, NDArray out) {
    return Ufuncs.GAMMA.apply(a, out);
  }

  /// [Ufuncs#LGAMMA].
  public static NDArray lgamma(NDArray a) {
    return Ufuncs.LGAMMA.apply(a);
  }

  /// [Ufuncs#LGAMMA].
  public static NDArray lgamma(NDArray a, NDArray out) {
    return Ufuncs.LGAMMA.apply(a, out);
  }

  /// [Ufuncs#DIGAMMA].
  public static NDArray digamma(NDArray a) {
    return Ufuncs.DIGAMMA.apply(a);
  }

  /// [Ufuncs#DIGAMMA].
  public static NDArray digamma(NDArray a, NDArray out) {
    return Ufuncs.DIGAMMA.apply(a, out);
  }

  /// [Ufuncs#SPACING].
  public static NDArray spacing(NDArray a) {
    return Ufuncs.SPACING.apply(a);
  }

  /// [Ufuncs#SPACING].
  public static NDArray spacing(NDArray a, NDArray out) {
    return Ufuncs.SPACING.apply(a, out);
  }
}
