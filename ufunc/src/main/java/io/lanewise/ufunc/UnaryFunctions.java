package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// The universal functions of one array as static functions of [Ufuncs]: a new array, or `out`.
abstract sealed class UnaryFunctions permits BinaryFunctions {

  /// [Ufuncs#NEGATIVE].
  public static NDArray negative(NDArray a) {
    return Arithmetic.NEGATIVE.apply(a);
  }

  /// [Ufuncs#NEGATIVE].
  public static NDArray negative(NDArray a, NDArray out) {
    return Arithmetic.NEGATIVE.apply(a, out);
  }

  /// [Ufuncs#POSITIVE].
  public static NDArray positive(NDArray a) {
    return Signs.POSITIVE.apply(a);
  }

  /// [Ufuncs#POSITIVE].
  public static NDArray positive(NDArray a, NDArray out) {
    return Signs.POSITIVE.apply(a, out);
  }

  /// [Ufuncs#ABSOLUTE].
  public static NDArray absolute(NDArray a) {
    return Arithmetic.ABSOLUTE.apply(a);
  }

  /// [Ufuncs#ABSOLUTE].
  public static NDArray absolute(NDArray a, NDArray out) {
    return Arithmetic.ABSOLUTE.apply(a, out);
  }

  /// [Ufuncs#FABS].
  public static NDArray fabs(NDArray a) {
    return Signs.FABS.apply(a);
  }

  /// [Ufuncs#FABS].
  public static NDArray fabs(NDArray a, NDArray out) {
    return Signs.FABS.apply(a, out);
  }

  /// [Ufuncs#SQUARE].
  public static NDArray square(NDArray a) {
    return Arithmetic.SQUARE.apply(a);
  }

  /// [Ufuncs#SQUARE].
  public static NDArray square(NDArray a, NDArray out) {
    return Arithmetic.SQUARE.apply(a, out);
  }

  /// [Ufuncs#SQRT].
  public static NDArray sqrt(NDArray a) {
    return Arithmetic.SQRT.apply(a);
  }

  /// [Ufuncs#SQRT].
  public static NDArray sqrt(NDArray a, NDArray out) {
    return Arithmetic.SQRT.apply(a, out);
  }

  /// [Ufuncs#RECIPROCAL].
  public static NDArray reciprocal(NDArray a) {
    return Arithmetic.RECIPROCAL.apply(a);
  }

  /// [Ufuncs#RECIPROCAL].
  public static NDArray reciprocal(NDArray a, NDArray out) {
    return Arithmetic.RECIPROCAL.apply(a, out);
  }

  /// [Ufuncs#LOGICAL_NOT].
  public static NDArray logicalNot(NDArray a) {
    return Truth.LOGICAL_NOT.apply(a);
  }

  /// [Ufuncs#LOGICAL_NOT].
  public static NDArray logicalNot(NDArray a, NDArray out) {
    return Truth.LOGICAL_NOT.apply(a, out);
  }

  /// [Ufuncs#INVERT].
  public static NDArray invert(NDArray a) {
    return Bitwise.INVERT.apply(a);
  }

  /// [Ufuncs#INVERT].
  public static NDArray invert(NDArray a, NDArray out) {
    return Bitwise.INVERT.apply(a, out);
  }

  /// [Ufuncs#BITWISE_COUNT].
  public static NDArray bitwiseCount(NDArray a) {
    return Bitwise.COUNT.apply(a);
  }

  /// [Ufuncs#BITWISE_COUNT].
  public static NDArray bitwiseCount(NDArray a, NDArray out) {
    return Bitwise.COUNT.apply(a, out);
  }

  /// [Ufuncs#ISNAN].
  public static NDArray isnan(NDArray a) {
    return Classification.IS_NAN.apply(a);
  }

  /// [Ufuncs#ISNAN].
  public static NDArray isnan(NDArray a, NDArray out) {
    return Classification.IS_NAN.apply(a, out);
  }

  /// [Ufuncs#ISINF].
  public static NDArray isinf(NDArray a) {
    return Classification.IS_INF.apply(a);
  }

  /// [Ufuncs#ISINF].
  public static NDArray isinf(NDArray a, NDArray out) {
    return Classification.IS_INF.apply(a, out);
  }

  /// [Ufuncs#ISFINITE].
  public static NDArray isfinite(NDArray a) {
    return Classification.IS_FINITE.apply(a);
  }

  /// [Ufuncs#ISFINITE].
  public static NDArray isfinite(NDArray a, NDArray out) {
    return Classification.IS_FINITE.apply(a, out);
  }

  /// [Ufuncs#SIGNBIT].
  public static NDArray signbit(NDArray a) {
    return Classification.SIGN_BIT.apply(a);
  }

  /// [Ufuncs#SIGNBIT].
  public static NDArray signbit(NDArray a, NDArray out) {
    return Classification.SIGN_BIT.apply(a, out);
  }

  /// [Ufuncs#RINT].
  public static NDArray rint(NDArray a) {
    return Rounding.RINT.apply(a);
  }

  /// [Ufuncs#RINT].
  public static NDArray rint(NDArray a, NDArray out) {
    return Rounding.RINT.apply(a, out);
  }

  /// [Ufuncs#FLOOR].
  public static NDArray floor(NDArray a) {
    return Rounding.FLOOR.apply(a);
  }

  /// [Ufuncs#FLOOR].
  public static NDArray floor(NDArray a, NDArray out) {
    return Rounding.FLOOR.apply(a, out);
  }

  /// [Ufuncs#CEIL].
  public static NDArray ceil(NDArray a) {
    return Rounding.CEIL.apply(a);
  }

  /// [Ufuncs#CEIL].
  public static NDArray ceil(NDArray a, NDArray out) {
    return Rounding.CEIL.apply(a, out);
  }

  /// [Ufuncs#TRUNC].
  public static NDArray trunc(NDArray a) {
    return Rounding.TRUNC.apply(a);
  }

  /// [Ufuncs#TRUNC].
  public static NDArray trunc(NDArray a, NDArray out) {
    return Rounding.TRUNC.apply(a, out);
  }

  /// [Ufuncs#SIGN].
  public static NDArray sign(NDArray a) {
    return Signs.SIGN.apply(a);
  }

  /// [Ufuncs#SIGN].
  public static NDArray sign(NDArray a, NDArray out) {
    return Signs.SIGN.apply(a, out);
  }

  /// [Ufuncs#CONJUGATE].
  public static NDArray conjugate(NDArray a) {
    return Signs.CONJUGATE.apply(a);
  }

  /// [Ufuncs#CONJUGATE].
  public static NDArray conjugate(NDArray a, NDArray out) {
    return Signs.CONJUGATE.apply(a, out);
  }

  /// [Ufuncs#EXP].
  public static NDArray exp(NDArray a) {
    return Exponentials.EXP.apply(a);
  }

  /// [Ufuncs#EXP].
  public static NDArray exp(NDArray a, NDArray out) {
    return Exponentials.EXP.apply(a, out);
  }

  /// [Ufuncs#EXP2].
  public static NDArray exp2(NDArray a) {
    return Exponentials.EXP2.apply(a);
  }

  /// [Ufuncs#EXP2].
  public static NDArray exp2(NDArray a, NDArray out) {
    return Exponentials.EXP2.apply(a, out);
  }

  /// [Ufuncs#EXPM1].
  public static NDArray expm1(NDArray a) {
    return Exponentials.EXPM1.apply(a);
  }

  /// [Ufuncs#EXPM1].
  public static NDArray expm1(NDArray a, NDArray out) {
    return Exponentials.EXPM1.apply(a, out);
  }

  /// [Ufuncs#LOG].
  public static NDArray log(NDArray a) {
    return Logarithms.LOG.apply(a);
  }

  /// [Ufuncs#LOG].
  public static NDArray log(NDArray a, NDArray out) {
    return Logarithms.LOG.apply(a, out);
  }

  /// [Ufuncs#LOG2].
  public static NDArray log2(NDArray a) {
    return Logarithms.LOG2.apply(a);
  }

  /// [Ufuncs#LOG2].
  public static NDArray log2(NDArray a, NDArray out) {
    return Logarithms.LOG2.apply(a, out);
  }

  /// [Ufuncs#LOG10].
  public static NDArray log10(NDArray a) {
    return Logarithms.LOG10.apply(a);
  }

  /// [Ufuncs#LOG10].
  public static NDArray log10(NDArray a, NDArray out) {
    return Logarithms.LOG10.apply(a, out);
  }

  /// [Ufuncs#LOG1P].
  public static NDArray log1p(NDArray a) {
    return Logarithms.LOG1P.apply(a);
  }

  /// [Ufuncs#LOG1P].
  public static NDArray log1p(NDArray a, NDArray out) {
    return Logarithms.LOG1P.apply(a, out);
  }

  /// [Ufuncs#SIGMOID].
  public static NDArray sigmoid(NDArray a) {
    return SumsOfExponentials.SIGMOID.apply(a);
  }

  /// [Ufuncs#SIGMOID].
  public static NDArray sigmoid(NDArray a, NDArray out) {
    return SumsOfExponentials.SIGMOID.apply(a, out);
  }

  /// [Ufuncs#SOFTPLUS].
  public static NDArray softplus(NDArray a) {
    return SumsOfExponentials.SOFTPLUS.apply(a);
  }

  /// [Ufuncs#SOFTPLUS].
  public static NDArray softplus(NDArray a, NDArray out) {
    return SumsOfExponentials.SOFTPLUS.apply(a, out);
  }

  /// [Ufuncs#SIN].
  public static NDArray sin(NDArray a) {
    return Angular.SIN.apply(a);
  }

  /// [Ufuncs#SIN].
  public static NDArray sin(NDArray a, NDArray out) {
    return Angular.SIN.apply(a, out);
  }

  /// [Ufuncs#COS].
  public static NDArray cos(NDArray a) {
    return Angular.COS.apply(a);
  }

  /// [Ufuncs#COS].
  public static NDArray cos(NDArray a, NDArray out) {
    return Angular.COS.apply(a, out);
  }

  /// [Ufuncs#TAN].
  public static NDArray tan(NDArray a) {
    return Angular.TAN.apply(a);
  }

  /// [Ufuncs#TAN].
  public static NDArray tan(NDArray a, NDArray out) {
    return Angular.TAN.apply(a, out);
  }

  /// [Ufuncs#ARCSIN].
  public static NDArray arcsin(NDArray a) {
    return Angular.ARCSIN.apply(a);
  }

  /// [Ufuncs#ARCSIN].
  public static NDArray arcsin(NDArray a, NDArray out) {
    return Angular.ARCSIN.apply(a, out);
  }

  /// [Ufuncs#ARCCOS].
  public static NDArray arccos(NDArray a) {
    return Angular.ARCCOS.apply(a);
  }

  /// [Ufuncs#ARCCOS].
  public static NDArray arccos(NDArray a, NDArray out) {
    return Angular.ARCCOS.apply(a, out);
  }

  /// [Ufuncs#ARCTAN].
  public static NDArray arctan(NDArray a) {
    return Angular.ARCTAN.apply(a);
  }

  /// [Ufuncs#ARCTAN].
  public static NDArray arctan(NDArray a, NDArray out) {
    return Angular.ARCTAN.apply(a, out);
  }

  /// [Ufuncs#SINC].
  public static NDArray sinc(NDArray a) {
    return Angular.SINC.apply(a);
  }

  /// [Ufuncs#SINC].
  public static NDArray sinc(NDArray a, NDArray out) {
    return Angular.SINC.apply(a, out);
  }

  /// [Ufuncs#DEGREES].
  public static NDArray degrees(NDArray a) {
    return Angles.DEGREES.apply(a);
  }

  /// [Ufuncs#DEGREES].
  public static NDArray degrees(NDArray a, NDArray out) {
    return Angles.DEGREES.apply(a, out);
  }

  /// [Ufuncs#RAD2DEG].
  public static NDArray rad2deg(NDArray a) {
    return Angles.RAD2DEG.apply(a);
  }

  /// [Ufuncs#RAD2DEG].
  public static NDArray rad2deg(NDArray a, NDArray out) {
    return Angles.RAD2DEG.apply(a, out);
  }

  /// [Ufuncs#RADIANS].
  public static NDArray radians(NDArray a) {
    return Angles.RADIANS.apply(a);
  }

  /// [Ufuncs#RADIANS].
  public static NDArray radians(NDArray a, NDArray out) {
    return Angles.RADIANS.apply(a, out);
  }

  /// [Ufuncs#DEG2RAD].
  public static NDArray deg2rad(NDArray a) {
    return Angles.DEG2RAD.apply(a);
  }

  /// [Ufuncs#DEG2RAD].
  public static NDArray deg2rad(NDArray a, NDArray out) {
    return Angles.DEG2RAD.apply(a, out);
  }

  /// [Ufuncs#SINH].
  public static NDArray sinh(NDArray a) {
    return Hyperbolics.SINH.apply(a);
  }

  /// [Ufuncs#SINH].
  public static NDArray sinh(NDArray a, NDArray out) {
    return Hyperbolics.SINH.apply(a, out);
  }

  /// [Ufuncs#COSH].
  public static NDArray cosh(NDArray a) {
    return Hyperbolics.COSH.apply(a);
  }

  /// [Ufuncs#COSH].
  public static NDArray cosh(NDArray a, NDArray out) {
    return Hyperbolics.COSH.apply(a, out);
  }

  /// [Ufuncs#TANH].
  public static NDArray tanh(NDArray a) {
    return Hyperbolics.TANH.apply(a);
  }

  /// [Ufuncs#TANH].
  public static NDArray tanh(NDArray a, NDArray out) {
    return Hyperbolics.TANH.apply(a, out);
  }

  /// [Ufuncs#ARCSINH].
  public static NDArray arcsinh(NDArray a) {
    return Hyperbolics.ARCSINH.apply(a);
  }

  /// [Ufuncs#ARCSINH].
  public static NDArray arcsinh(NDArray a, NDArray out) {
    return Hyperbolics.ARCSINH.apply(a, out);
  }

  /// [Ufuncs#ARCCOSH].
  public static NDArray arccosh(NDArray a) {
    return Hyperbolics.ARCCOSH.apply(a);
  }

  /// [Ufuncs#ARCCOSH].
  public static NDArray arccosh(NDArray a, NDArray out) {
    return Hyperbolics.ARCCOSH.apply(a, out);
  }

  /// [Ufuncs#ARCTANH].
  public static NDArray arctanh(NDArray a) {
    return Hyperbolics.ARCTANH.apply(a);
  }

  /// [Ufuncs#ARCTANH].
  public static NDArray arctanh(NDArray a, NDArray out) {
    return Hyperbolics.ARCTANH.apply(a, out);
  }

  /// [Ufuncs#CBRT].
  public static NDArray cbrt(NDArray a) {
    return Roots.CBRT.apply(a);
  }

  /// [Ufuncs#CBRT].
  public static NDArray cbrt(NDArray a, NDArray out) {
    return Roots.CBRT.apply(a, out);
  }

  /// [Ufuncs#ERF].
  public static NDArray erf(NDArray a) {
    return ErrorFunctions.ERF.apply(a);
  }

  /// [Ufuncs#ERF].
  public static NDArray erf(NDArray a, NDArray out) {
    return ErrorFunctions.ERF.apply(a, out);
  }

  /// [Ufuncs#ERFC].
  public static NDArray erfc(NDArray a) {
    return ErrorFunctions.ERFC.apply(a);
  }

  /// [Ufuncs#ERFC].
  public static NDArray erfc(NDArray a, NDArray out) {
    return ErrorFunctions.ERFC.apply(a, out);
  }

  /// [Ufuncs#GAMMA].
  public static NDArray gamma(NDArray a) {
    return GammaFunctions.GAMMA.apply(a);
  }

  /// [Ufuncs#GAMMA].
  public static NDArray gamma(NDArray a, NDArray out) {
    return GammaFunctions.GAMMA.apply(a, out);
  }

  /// [Ufuncs#LGAMMA].
  public static NDArray lgamma(NDArray a) {
    return GammaFunctions.LGAMMA.apply(a);
  }

  /// [Ufuncs#LGAMMA].
  public static NDArray lgamma(NDArray a, NDArray out) {
    return GammaFunctions.LGAMMA.apply(a, out);
  }

  /// [Ufuncs#DIGAMMA].
  public static NDArray digamma(NDArray a) {
    return GammaFunctions.DIGAMMA.apply(a);
  }

  /// [Ufuncs#DIGAMMA].
  public static NDArray digamma(NDArray a, NDArray out) {
    return GammaFunctions.DIGAMMA.apply(a, out);
  }

  /// [Ufuncs#SPACING].
  public static NDArray spacing(NDArray a) {
    return Neighbours.SPACING.apply(a);
  }

  /// [Ufuncs#SPACING].
  public static NDArray spacing(NDArray a, NDArray out) {
    return Neighbours.SPACING.apply(a, out);
  }
}
