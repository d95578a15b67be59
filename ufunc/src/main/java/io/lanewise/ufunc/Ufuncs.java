package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The universal functions as objects, and as static functions on arrays, which [UnaryFunctions]
/// and [BinaryFunctions] hold. Each is declared once, in the class of its chapter: name, dtypes,
/// recipe in primitive operations, derivative.
///
/// ```java
/// import static io.lanewise.ufunc.Ufuncs.*;
/// ADD.apply(a, b, out);        // nothing is allocated
/// NDArray y = exp(x);
/// ```
public final class Ufuncs extends BinaryFunctions {

  // Arithmetic

  /// a + b; for bool, or.
  public static final UFunc ADD = Arithmetic.ADD;

  /// a - b.
  public static final UFunc SUBTRACT = Arithmetic.SUBTRACT;

  /// a * b; for bool, and.
  public static final UFunc MULTIPLY = Arithmetic.MULTIPLY;

  /// a / b; integers give float64.
  public static final UFunc DIVIDE = Arithmetic.DIVIDE;

  /// Another name of [#DIVIDE].
  public static final UFunc TRUE_DIVIDE = Arithmetic.DIVIDE;

  /// -a.
  public static final UFunc NEGATIVE = Arithmetic.NEGATIVE;

  /// The number itself.
  public static final UFunc POSITIVE = Signs.POSITIVE;

  /// |a|; the smallest integer stays itself.
  public static final UFunc ABSOLUTE = Arithmetic.ABSOLUTE;

  /// Another name of [#ABSOLUTE].
  public static final UFunc ABS = Arithmetic.ABSOLUTE;

  /// |a| as a floating-point number.
  public static final UFunc FABS = Signs.FABS;

  /// a * a.
  public static final UFunc SQUARE = Arithmetic.SQUARE;

  /// The square root, correctly rounded.
  public static final UFunc SQRT = Arithmetic.SQRT;

  /// 1 / a; for integers the quotient truncated, and for 0 what NumPy gives: the smallest int32 and
  /// int64, and 0 in narrower types.
  public static final UFunc RECIPROCAL = Arithmetic.RECIPROCAL;

  // Powers

  /// a to the power b. Integers give integers and wrap; a negative integer exponent is an
  /// [ArithmeticException].
  public static final UFunc POWER = Powers.POWER;

  /// Another name of [#POWER].
  public static final UFunc POW = Powers.POWER;

  /// a to the power b in float64.
  public static final UFunc FLOAT_POWER = Powers.FLOAT_POWER;

  // Division with a remainder

  /// The largest integer not above a / b; for integers 0 where b is 0.
  public static final UFunc FLOOR_DIVIDE = Divisions.FLOOR_DIVIDE;

  /// a - b * floor(a / b), which has the sign of b; for integers 0 where b is 0.
  public static final UFunc REMAINDER = Divisions.REMAINDER;

  /// Another name of [#REMAINDER].
  public static final UFunc MOD = Divisions.REMAINDER;

  /// a - b * trunc(a / b), which has the sign of a; for integers 0 where b is 0.
  public static final UFunc FMOD = Divisions.FMOD;

  /// The greatest common divisor of two integers.
  public static final UFunc GCD = Divisions.GCD;

  /// The least common multiple of two integers, which wraps.
  public static final UFunc LCM = Divisions.LCM;

  // Larger and smaller

  /// The smaller one; NaN where either is NaN, and -0 below 0.
  public static final UFunc MINIMUM = Extremes.MINIMUM;

  /// The larger one; NaN where either is NaN, and 0 above -0.
  public static final UFunc MAXIMUM = Extremes.MAXIMUM;

  /// The smaller one, or the one that is no NaN.
  public static final UFunc FMIN = Extremes.FMIN;

  /// The larger one, or the one that is no NaN.
  public static final UFunc FMAX = Extremes.FMAX;

  // Comparisons: a bool

  /// a < b.
  public static final UFunc LESS = Truth.LESS;

  /// a <= b.
  public static final UFunc LESS_EQUAL = Truth.LESS_EQUAL;

  /// a > b.
  public static final UFunc GREATER = Truth.GREATER;

  /// a >= b.
  public static final UFunc GREATER_EQUAL = Truth.GREATER_EQUAL;

  /// a == b.
  public static final UFunc EQUAL = Truth.EQUAL;

  /// a != b.
  public static final UFunc NOT_EQUAL = Truth.NOT_EQUAL;

  // Logic: whether numbers are not 0

  /// Whether both are.
  public static final UFunc LOGICAL_AND = Truth.LOGICAL_AND;

  /// Whether either is.
  public static final UFunc LOGICAL_OR = Truth.LOGICAL_OR;

  /// Whether one of the two is.
  public static final UFunc LOGICAL_XOR = Truth.LOGICAL_XOR;

  /// Whether it is not.
  public static final UFunc LOGICAL_NOT = Truth.LOGICAL_NOT;

  // Bits

  /// The bits set in both; for bools, and.
  public static final UFunc BITWISE_AND = Bitwise.AND;

  /// The bits set in either; for bools, or.
  public static final UFunc BITWISE_OR = Bitwise.OR;

  /// The bits set in one of the two.
  public static final UFunc BITWISE_XOR = Bitwise.XOR;

  /// All bits turned; for bools, not.
  public static final UFunc INVERT = Bitwise.INVERT;

  /// Another name of [#INVERT].
  public static final UFunc BITWISE_INVERT = Bitwise.INVERT;

  /// Another name of [#INVERT].
  public static final UFunc BITWISE_NOT = Bitwise.INVERT;

  /// a * 2^b in wrapping arithmetic: 0 where b is not below the width, or negative.
  public static final UFunc LEFT_SHIFT = Bitwise.LEFT_SHIFT;

  /// Another name of [#LEFT_SHIFT].
  public static final UFunc BITWISE_LEFT_SHIFT = Bitwise.LEFT_SHIFT;

  /// a / 2^b rounded down: the sign alone, 0 or -1, where b is not below the width, or negative.
  public static final UFunc RIGHT_SHIFT = Bitwise.RIGHT_SHIFT;

  /// Another name of [#RIGHT_SHIFT].
  public static final UFunc BITWISE_RIGHT_SHIFT = Bitwise.RIGHT_SHIFT;

  /// How many bits are set in |a|, as uint8.
  public static final UFunc BITWISE_COUNT = Bitwise.COUNT;

  // Kinds of numbers

  /// Whether a number is NaN, for a complex one whether a part is.
  public static final UFunc ISNAN = Classification.IS_NAN;

  /// Whether a number is infinite, for a complex one whether a part is.
  public static final UFunc ISINF = Classification.IS_INF;

  /// Whether a number is neither infinite nor NaN.
  public static final UFunc ISFINITE = Classification.IS_FINITE;

  /// Whether the sign is set, as it is of -0.
  public static final UFunc SIGNBIT = Classification.SIGN_BIT;

  // Rounding

  /// The nearest integer as a floating-point number, halves going to the even one.
  public static final UFunc RINT = Rounding.RINT;

  /// The largest integer that is not above.
  public static final UFunc FLOOR = Rounding.FLOOR;

  /// The smallest integer that is not below.
  public static final UFunc CEIL = Rounding.CEIL;

  /// The integer towards 0.
  public static final UFunc TRUNC = Rounding.TRUNC;

  // Signs

  /// -1, 0 or 1; NaN for NaN; for complex numbers z / |z|.
  public static final UFunc SIGN = Signs.SIGN;

  /// The complex conjugate.
  public static final UFunc CONJUGATE = Signs.CONJUGATE;

  /// Another name of [#CONJUGATE].
  public static final UFunc CONJ = Signs.CONJUGATE;

  /// |a| with the sign of b.
  public static final UFunc COPYSIGN = Signs.COPYSIGN;

  /// 0 below 0, 1 above it, b at it.
  public static final UFunc HEAVISIDE = Signs.HEAVISIDE;

  // Exponentials and logarithms, at most 1 ULP off

  /// e to the power a.
  public static final UFunc EXP = Exponentials.EXP;

  /// 2 to the power a, exact where that is a number of the format.
  public static final UFunc EXP2 = Exponentials.EXP2;

  /// e to the power a, less 1, without loss for small numbers.
  public static final UFunc EXPM1 = Exponentials.EXPM1;

  /// The natural logarithm.
  public static final UFunc LOG = Logarithms.LOG;

  /// The logarithm to base 2, exact for powers of 2.
  public static final UFunc LOG2 = Logarithms.LOG2;

  /// The logarithm to base 10, exact for powers of 10.
  public static final UFunc LOG10 = Logarithms.LOG10;

  /// The natural logarithm of 1 + a, without loss for small numbers.
  public static final UFunc LOG1P = Logarithms.LOG1P;

  /// log(exp(a) + exp(b)), where the exponentials need no room.
  public static final UFunc LOGADDEXP = SumsOfExponentials.LOGADDEXP;

  /// log2(2^a + 2^b).
  public static final UFunc LOGADDEXP2 = SumsOfExponentials.LOGADDEXP2;

  /// 1 / (1 + exp(-a)): SciPy's expit.
  public static final UFunc SIGMOID = SumsOfExponentials.SIGMOID;

  /// log(1 + exp(a)).
  public static final UFunc SOFTPLUS = SumsOfExponentials.SOFTPLUS;

  // Trigonometric functions, of radians, at most 1 ULP off for any argument

  /// The sine.
  public static final UFunc SIN = Angular.SIN;

  /// The cosine.
  public static final UFunc COS = Angular.COS;

  /// The tangent.
  public static final UFunc TAN = Angular.TAN;

  /// The angle whose sine is a, from -pi/2 to pi/2.
  public static final UFunc ARCSIN = Angular.ARCSIN;

  /// Another name of [#ARCSIN].
  public static final UFunc ASIN = Angular.ARCSIN;

  /// The angle whose cosine is a, from 0 to pi.
  public static final UFunc ARCCOS = Angular.ARCCOS;

  /// Another name of [#ARCCOS].
  public static final UFunc ACOS = Angular.ARCCOS;

  /// The angle whose tangent is a, from -pi/2 to pi/2.
  public static final UFunc ARCTAN = Angular.ARCTAN;

  /// Another name of [#ARCTAN].
  public static final UFunc ATAN = Angular.ARCTAN;

  /// The angle of the point (b, a), from -pi to pi.
  public static final UFunc ARCTAN2 = Angular.ARCTAN2;

  /// Another name of [#ARCTAN2].
  public static final UFunc ATAN2 = Angular.ARCTAN2;

  /// sin(pi a) / (pi a); 1 at 0.
  public static final UFunc SINC = Angular.SINC;

  /// Radians to degrees.
  public static final UFunc DEGREES = Angles.DEGREES;

  /// Radians to degrees.
  public static final UFunc RAD2DEG = Angles.RAD2DEG;

  /// Degrees to radians.
  public static final UFunc RADIANS = Angles.RADIANS;

  /// Degrees to radians.
  public static final UFunc DEG2RAD = Angles.DEG2RAD;

  // Hyperbolic functions, at most 1 ULP off

  /// The hyperbolic sine.
  public static final UFunc SINH = Hyperbolics.SINH;

  /// The hyperbolic cosine.
  public static final UFunc COSH = Hyperbolics.COSH;

  /// The hyperbolic tangent.
  public static final UFunc TANH = Hyperbolics.TANH;

  /// The number whose hyperbolic sine is a.
  public static final UFunc ARCSINH = Hyperbolics.ARCSINH;

  /// Another name of [#ARCSINH].
  public static final UFunc ASINH = Hyperbolics.ARCSINH;

  /// The number from 0 on whose hyperbolic cosine is a.
  public static final UFunc ARCCOSH = Hyperbolics.ARCCOSH;

  /// Another name of [#ARCCOSH].
  public static final UFunc ACOSH = Hyperbolics.ARCCOSH;

  /// The number whose hyperbolic tangent is a.
  public static final UFunc ARCTANH = Hyperbolics.ARCTANH;

  /// Another name of [#ARCTANH].
  public static final UFunc ATANH = Hyperbolics.ARCTANH;

  // Roots

  /// The cube root, also of negative numbers.
  public static final UFunc CBRT = Roots.CBRT;

  /// sqrt(a^2 + b^2) without overflow.
  public static final UFunc HYPOT = Roots.HYPOT;

  // Error and gamma functions, which SciPy has

  /// The error function.
  public static final UFunc ERF = ErrorFunctions.ERF;

  /// 1 - erf(a), without loss for large numbers.
  public static final UFunc ERFC = ErrorFunctions.ERFC;

  /// The gamma function.
  public static final UFunc GAMMA = GammaFunctions.GAMMA;

  /// The logarithm of the size of the gamma function.
  public static final UFunc LGAMMA = GammaFunctions.LGAMMA;

  /// The derivative of [#LGAMMA].
  public static final UFunc DIGAMMA = GammaFunctions.DIGAMMA;

  // Neighbours, and numbers in their parts

  /// The number next to a in the direction of b.
  public static final UFunc NEXTAFTER = Neighbours.NEXTAFTER;

  /// The distance to the next number away from 0, with the sign of a.
  public static final UFunc SPACING = Neighbours.SPACING;

  /// a * 2^b for an integer b.
  public static final UFunc LDEXP = FloatingParts.LDEXP;

  /// The significand, from 0.5 to 1, and the exponent, as int32: two outputs.
  public static final UFunc FREXP = FloatingParts.FREXP;

  /// The fractional and the integral part, both with the sign of a: two outputs.
  public static final UFunc MODF = FloatingParts.MODF;

  /// [#FLOOR_DIVIDE] and [#REMAINDER]: two outputs.
  public static final UFunc DIVMOD = Divisions.DIVMOD;

  private Ufuncs() {}

  /// Reads the fields when somebody asks for names: reflection takes a fresh process some
  /// milliseconds.
  private static final class Names {
    private static final Map<String, UFunc> ALL = named();

    private static Map<String, UFunc> named() {
      Map<String, UFunc> named = new TreeMap<>();
      for (Field field : Ufuncs.class.getDeclaredFields()) {
        if (field.getType() == UFunc.class) {
          try {
            named.put(field.getName().toLowerCase(Locale.ROOT), (UFunc) field.get(null));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getName(), e);
          }
        }
      }
      return Collections.unmodifiableMap(named);
    }
  }

  /// All universal functions by their NumPy names, aliases such as `acos` included.
  public static Map<String, UFunc> all() {
    return Names.ALL;
  }

  /// [#FLOOR_DIVIDE] and [#REMAINDER] together. Source: `numpy.divmod`.
  public static QuotientAndRemainder divmod(NDArray a, NDArray b) {
    List<NDArray> results = DIVMOD.call(a, b).runAll();
    return new QuotientAndRemainder(results.get(0), results.get(1));
  }

  /// The same, written to `quotient` and `remainder`, of which a null asks for a new array.
  public static QuotientAndRemainder divmod(
      NDArray a, NDArray b, NDArray quotient, NDArray remainder) {
    List<NDArray> results = DIVMOD.call(a, b).out(quotient, remainder).runAll();
    return new QuotientAndRemainder(results.get(0), results.get(1));
  }

  /// The parts of numbers behind and before the point. Source: `numpy.modf`.
  public static FractionAndInteger modf(NDArray a) {
    List<NDArray> results = MODF.call(a).runAll();
    return new FractionAndInteger(results.get(0), results.get(1));
  }

  /// Numbers as mantissa and exponent of 2. Source: `numpy.frexp`.
  public static MantissaAndExponent frexp(NDArray a) {
    List<NDArray> results = FREXP.call(a).runAll();
    return new MantissaAndExponent(results.get(0), results.get(1));
  }

  /// a limited to what lies from `low` to `high`, either of which may be null for no limit; where
  /// they are the wrong way round, `high`. NaN where one is NaN. Source: `numpy.clip`.
  ///
  /// @throws IllegalArgumentException if both are null
  public static NDArray clip(NDArray a, NDArray low, NDArray high) {
    return Clip.clip(a, low, high, null);
  }

  /// The same, written to `out`.
  public static NDArray clip(NDArray a, NDArray low, NDArray high, NDArray out) {
    return Clip.clip(a, low, high, out);
  }

  /// The same with weak numbers.
  public static NDArray clip(NDArray a, double low, double high) {
    return Clip.clip(a, Where.weak(a, low), Where.weak(a, high), null);
  }

  /// The same with weak integers; what the dtype cannot hold is no limit.
  public static NDArray clip(NDArray a, long low, long high) {
    return Clip.clip(a, low, high);
  }

  /// Elements of `x` where `condition` is not zero, otherwise of `y`, all three broadcast together.
  public static NDArray where(NDArray condition, NDArray x, NDArray y) {
    return Where.choose(condition, x, y, null);
  }

  /// The same, written to `out`.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the shapes do not broadcast
  public static NDArray where(NDArray condition, NDArray x, NDArray y, NDArray out) {
    return Where.choose(condition, x, y, out);
  }

  /// The same with a weak number where `condition` is zero.
  public static NDArray where(NDArray condition, NDArray x, double y) {
    return Where.choose(condition, x, Where.weak(x, y), null);
  }

  /// The same with a weak integer where `condition` is zero.
  ///
  /// @throws ArithmeticException if the dtype of `x` cannot hold it
  public static NDArray where(NDArray condition, NDArray x, long y) {
    return Where.choose(condition, x, Where.weak(x, y), null);
  }

  /// The same with a weak number where `condition` is not zero.
  public static NDArray where(NDArray condition, double x, NDArray y) {
    return Where.choose(condition, Where.weak(y, x), y, null);
  }

  /// The same with a weak integer where `condition` is not zero.
  ///
  /// @throws ArithmeticException if the dtype of `y` cannot hold it
  public static NDArray where(NDArray condition, long x, NDArray y) {
    return Where.choose(condition, Where.weak(y, x), y, null);
  }
}
