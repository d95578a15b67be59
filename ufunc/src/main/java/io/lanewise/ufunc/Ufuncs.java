package io.lanewise.ufunc;

import static io.lanewise.ndarray.kernel.LaneType.BOOL;
import static io.lanewise.ndarray.kernel.LaneType.INT32;
import static io.lanewise.ndarray.kernel.LaneType.INT64;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.math.Exponential;
import io.lanewise.ufunc.math.IntegerPower;
import io.lanewise.ufunc.math.Logarithm;
import io.lanewise.ufunc.math.Power;
import io.lanewise.ufunc.math.Trigonometric;
import java.util.List;
import java.util.function.BinaryOperator;

/// The universal functions, each declared once: name, dtypes, recipe in primitive operations,
/// derivative.
///
/// ```java
/// ADD.call(a, b, out);        // nothing is allocated
/// NDArray y = exp(x);
/// ```
public final class Ufuncs {
  /// a + b; for bool, or.
  public static final UFunc ADD =
      new UFunc(
              "add",
              2,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? f.or(x[0], x[1]) : f.add(x[0], x[1]),
              (x, y) -> List.of(Expr.literal(1), Expr.literal(1)))
          .withComplex(ComplexRecipes::add);

  /// a - b.
  public static final UFunc SUBTRACT =
      new UFunc(
              "subtract",
              2,
              LoopTypes.NUMBER,
              (f, x) -> f.sub(x[0], x[1]),
              (x, y) -> List.of(Expr.literal(1), Expr.literal(-1)))
          .withComplex(ComplexRecipes::subtract);

  /// a * b; for bool, and.
  public static final UFunc MULTIPLY =
      new UFunc(
              "multiply",
              2,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? f.and(x[0], x[1]) : f.mul(x[0], x[1]),
              (x, y) -> List.of(x.get(1), x.get(0)))
          .withComplex(ComplexRecipes::multiply);

  /// a / b; integers give float64.
  public static final UFunc DIVIDE =
      new UFunc(
          "divide",
          2,
          LoopTypes.QUOTIENT,
          (f, x) -> f.div(x[0], x[1]),
          (x, y) -> List.of(x.get(1).reciprocal(), y.divide(x.get(1)).negative()));

  /// a to the power b. Integers give integers and wrap; a negative integer exponent is an
  /// [ArithmeticException].
  public static final UFunc POWER =
      new UFunc(
              "power",
              2,
              LoopTypes.POWER,
              (f, x) ->
                  switch (x[0].type()) {
                    case INT64 -> f.call(IntegerPower.INT64, x);
                    case INT32 -> f.call(IntegerPower.INT32, x);
                    default -> Power.power(f, x[0], x[1]);
                  },
              (x, y) -> List.of(powerByBase(x.get(0), x.get(1)), powerByExponent(x.get(0), y)))
          .with(DType.UINT64, (f, x) -> f.call(IntegerPower.UINT64, x));

  /// The smaller one; NaN where either is NaN, and -0 below 0.
  public static final UFunc MINIMUM =
      new UFunc(
              "minimum",
              2,
              LoopTypes.ORDERED,
              (f, x) -> x[0].type() == BOOL ? f.and(x[0], x[1]) : f.min(x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.where(x.get(0).lessEqual(x.get(1)), Expr.literal(1), Expr.literal(0)),
                      Expr.where(x.get(0).lessEqual(x.get(1)), Expr.literal(0), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> unsignedOrder(f, x, f::min))
          .withComplex(ComplexRecipes::minimum);

  /// The larger one; NaN where either is NaN, and 0 above -0.
  public static final UFunc MAXIMUM =
      new UFunc(
              "maximum",
              2,
              LoopTypes.ORDERED,
              (f, x) -> x[0].type() == BOOL ? f.or(x[0], x[1]) : f.max(x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.where(x.get(1).lessEqual(x.get(0)), Expr.literal(1), Expr.literal(0)),
                      Expr.where(x.get(1).lessEqual(x.get(0)), Expr.literal(0), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> unsignedOrder(f, x, f::max))
          .withComplex(ComplexRecipes::maximum);

  public static final UFunc LESS = comparison("less", Comparisons::less, ComplexRecipes::less);

  public static final UFunc LESS_EQUAL =
      comparison("less_equal", Comparisons::lessEqual, ComplexRecipes::lessEqual);

  public static final UFunc GREATER =
      comparison("greater", Comparisons::greater, ComplexRecipes::greater);

  public static final UFunc GREATER_EQUAL =
      comparison("greater_equal", Comparisons::greaterEqual, ComplexRecipes::greaterEqual);

  public static final UFunc EQUAL = comparison("equal", Comparisons::equal, ComplexRecipes::equal);

  public static final UFunc NOT_EQUAL =
      comparison("not_equal", Comparisons::notEqual, ComplexRecipes::notEqual);

  public static final UFunc LOGICAL_AND =
      logical("logical_and", 2, (f, x) -> f.and(x[0], x[1]), ComplexRecipes::logicalAnd);

  public static final UFunc LOGICAL_OR =
      logical("logical_or", 2, (f, x) -> f.or(x[0], x[1]), ComplexRecipes::logicalOr);

  public static final UFunc LOGICAL_XOR =
      logical("logical_xor", 2, (f, x) -> f.xor(x[0], x[1]), ComplexRecipes::logicalXor);

  public static final UFunc LOGICAL_NOT =
      logical("logical_not", 1, (f, x) -> f.not(x[0]), ComplexRecipes::logicalNot);

  /// -a.
  public static final UFunc NEGATIVE =
      new UFunc(
              "negative",
              1,
              LoopTypes.NUMBER,
              (f, x) -> f.neg(x[0]),
              (x, y) -> List.of(Expr.literal(-1)))
          .withComplex(ComplexRecipes::negative);

  /// |a|; the smallest integer stays itself.
  public static final UFunc ABSOLUTE =
      new UFunc(
              "absolute",
              1,
              LoopTypes.NUMBER_OR_BOOL,
              (f, x) -> x[0].type() == BOOL ? x[0] : f.abs(x[0]),
              (x, y) ->
                  List.of(
                      Expr.where(
                          x.get(0).less(Expr.literal(0)), Expr.literal(-1), Expr.literal(1))))
          .with(DType.UINT64, (f, x) -> x[0])
          .withComplex(ComplexRecipes::absolute);

  /// a * a.
  public static final UFunc SQUARE =
      new UFunc(
              "square",
              1,
              LoopTypes.BOOL_AS_INT8,
              (f, x) -> f.mul(x[0], x[0]),
              (x, y) -> List.of(x.get(0).multiply(Expr.literal(2))))
          .withComplex(ComplexRecipes::square);

  /// The square root, correctly rounded.
  public static final UFunc SQRT =
      new UFunc(
          "sqrt",
          1,
          LoopTypes.FLOATING,
          (f, x) -> f.sqrt(x[0]),
          (x, y) -> List.of(Expr.literal(0.5).divide(y)));

  /// 1 / a; for integers the quotient truncated, and for 0 what NumPy gives: the smallest int32 and
  /// int64, and 0 in narrower types.
  public static final UFunc RECIPROCAL =
      new UFunc(
              "reciprocal",
              1,
              LoopTypes.BOOL_AS_INT8,
              (f, x) -> reciprocal(f, f.abs(x[0]), x[0]),
              (x, y) -> List.of(y.square().negative()))
          .with(DType.UINT64, (f, x) -> reciprocal(f, x[0], x[0]));

  /// e to the power a, at most 1 ULP off.
  public static final UFunc EXP =
      new UFunc(
          "exp", 1, LoopTypes.FLOATING, (f, x) -> Exponential.exp(f, x[0]), (x, y) -> List.of(y));

  /// The natural logarithm, at most 1 ULP off.
  public static final UFunc LOG =
      new UFunc(
          "log",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Logarithm.log(f, x[0]),
          (x, y) -> List.of(x.get(0).reciprocal()));

  /// The sine of an angle in radians, at most 1 ULP off for any argument.
  public static final UFunc SIN =
      new UFunc(
          "sin",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Trigonometric.sin(f, x[0]),
          (x, y) -> List.of(x.get(0).cos()));

  /// The cosine of an angle in radians, at most 1 ULP off for any argument.
  public static final UFunc COS =
      new UFunc(
          "cos",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Trigonometric.cos(f, x[0]),
          (x, y) -> List.of(x.get(0).sin().negative()));

  // Bits

  /// The bits set in both; for bools, and.
  public static final UFunc BITWISE_AND = Bitwise.AND;

  /// The bits set in either; for bools, or.
  public static final UFunc BITWISE_OR = Bitwise.OR;

  /// The bits set in one of the two.
  public static final UFunc BITWISE_XOR = Bitwise.XOR;

  /// All bits turned; for bools, not.
  public static final UFunc INVERT = Bitwise.INVERT;

  /// a * 2^b in wrapping arithmetic: 0 where b is not below the width, or negative.
  public static final UFunc LEFT_SHIFT = Bitwise.LEFT_SHIFT;

  /// a / 2^b rounded down: the sign alone, 0 or -1, where b is not below the width, or negative.
  public static final UFunc RIGHT_SHIFT = Bitwise.RIGHT_SHIFT;

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

  /// -1, 0 or 1; NaN for NaN.
  public static final UFunc SIGN = Signs.SIGN;

  /// The number itself.
  public static final UFunc POSITIVE = Signs.POSITIVE;

  /// The complex conjugate.
  public static final UFunc CONJUGATE = Signs.CONJUGATE;

  /// |a| as a floating-point number.
  public static final UFunc FABS = Signs.FABS;

  /// |a| with the sign of b.
  public static final UFunc COPYSIGN = Signs.COPYSIGN;

  /// 0 below 0, 1 above it, b at it.
  public static final UFunc HEAVISIDE = Signs.HEAVISIDE;

  /// The larger one, or the one that is no NaN.
  public static final UFunc FMAX = Signs.ignoringNan("fmax", MAXIMUM);

  /// The smaller one, or the one that is no NaN.
  public static final UFunc FMIN = Signs.ignoringNan("fmin", MINIMUM);

  // Angles

  /// Radians to degrees.
  public static final UFunc DEGREES = Angles.DEGREES;

  /// Radians to degrees.
  public static final UFunc RAD2DEG = Angles.RAD2DEG;

  /// Degrees to radians.
  public static final UFunc RADIANS = Angles.RADIANS;

  /// Degrees to radians.
  public static final UFunc DEG2RAD = Angles.DEG2RAD;

  // Neighbours

  /// The number next to a in the direction of b.
  public static final UFunc NEXTAFTER = Neighbours.NEXTAFTER;

  /// The distance to the next number away from 0, with the sign of a.
  public static final UFunc SPACING = Neighbours.SPACING;

  // Division with a remainder

  /// The largest integer not above a / b; for integers 0 where b is 0.
  public static final UFunc FLOOR_DIVIDE = Divisions.FLOOR_DIVIDE;

  /// a - b * floor(a / b), which has the sign of b; for integers 0 where b is 0.
  public static final UFunc REMAINDER = Divisions.REMAINDER;

  /// a - b * trunc(a / b), which has the sign of a; for integers 0 where b is 0.
  public static final UFunc FMOD = Divisions.FMOD;

  /// The greatest common divisor of two integers.
  public static final UFunc GCD = Divisions.GCD;

  /// The least common multiple of two integers, which wraps.
  public static final UFunc LCM = Divisions.LCM;

  /// a to the power b in float64.
  public static final UFunc FLOAT_POWER =
      new UFunc(
          "float_power",
          2,
          LoopTypes.FLOAT64,
          (f, x) -> Power.power(f, x[0], x[1]),
          (x, y) -> List.of(powerByBase(x.get(0), x.get(1)), powerByExponent(x.get(0), y)));

  private Ufuncs() {}

  /// b * a^(b - 1), and 0 for b = 0, where at a = 0 the product would be 0 * infinity.
  private static Expr powerByBase(Expr a, Expr b) {
    Expr product = b.multiply(a.power(b.subtract(Expr.literal(1))));
    boolean notZero = b.isNumber() && b.number != 0;
    Expr zero = Expr.literal(0);
    return notZero ? product : Expr.where(Expr.apply(EQUAL, b, zero), zero, product);
  }

  /// y log a with y = a^b, and 0 where y is: its limit at a = 0, where the product would be 0 *
  /// infinity.
  private static Expr powerByExponent(Expr a, Expr y) {
    Expr zero = Expr.literal(0);
    return Expr.where(Expr.apply(EQUAL, y, zero), zero, y.multiply(a.log()));
  }

  private static UFunc comparison(String name, UFunc.Recipe recipe, ComplexLoops.Recipe complex) {
    return new UFunc(name, 2, LoopTypes.COMPARISON, recipe, null).withComplex(complex);
  }

  private static UFunc logical(
      String name, int nin, UFunc.Recipe recipe, ComplexLoops.Recipe complex) {
    return new UFunc(name, nin, LoopTypes.LOGICAL, recipe, null).withComplex(complex);
  }

  /// The smaller or larger of two uint64 numbers, whose order is the signed one with the highest
  /// bit changed.
  private static Value unsignedOrder(Body f, Value[] x, BinaryOperator<Value> signed) {
    Value high = f.constant(Long.MIN_VALUE);
    return f.xor(signed.apply(f.xor(x[0], high), f.xor(x[1], high)), high);
  }

  private static Value reciprocal(Body f, Value size, Value x) {
    LaneType type = x.type();
    if (type.isFloat()) {
      return f.div(f.constant(type, 1), x);
    }
    // 1 / a truncated: a itself for 1 and -1, the smallest number for 0 as the processor gives it,
    // else 0
    Value one = f.constant(type, 1);
    Value zero = f.constant(type, 0);
    Value smallest =
        type == INT64
            ? f.constant(Long.MIN_VALUE)
            : type == INT32 ? f.constant(Integer.MIN_VALUE) : zero;
    return f.select(f.eq(size, one), x, f.select(f.eq(x, zero), smallest, zero));
  }

  public static NDArray add(NDArray a, NDArray b) {
    return ADD.call(a, b, null);
  }

  public static NDArray add(NDArray a, NDArray b, NDArray out) {
    return ADD.call(a, b, out);
  }

  public static NDArray subtract(NDArray a, NDArray b) {
    return SUBTRACT.call(a, b, null);
  }

  public static NDArray subtract(NDArray a, NDArray b, NDArray out) {
    return SUBTRACT.call(a, b, out);
  }

  public static NDArray multiply(NDArray a, NDArray b) {
    return MULTIPLY.call(a, b, null);
  }

  public static NDArray multiply(NDArray a, NDArray b, NDArray out) {
    return MULTIPLY.call(a, b, out);
  }

  public static NDArray divide(NDArray a, NDArray b) {
    return DIVIDE.call(a, b, null);
  }

  public static NDArray divide(NDArray a, NDArray b, NDArray out) {
    return DIVIDE.call(a, b, out);
  }

  public static NDArray power(NDArray a, NDArray b) {
    return POWER.call(a, b, null);
  }

  public static NDArray power(NDArray a, NDArray b, NDArray out) {
    return POWER.call(a, b, out);
  }

  public static NDArray minimum(NDArray a, NDArray b) {
    return MINIMUM.call(a, b, null);
  }

  public static NDArray minimum(NDArray a, NDArray b, NDArray out) {
    return MINIMUM.call(a, b, out);
  }

  public static NDArray maximum(NDArray a, NDArray b) {
    return MAXIMUM.call(a, b, null);
  }

  public static NDArray maximum(NDArray a, NDArray b, NDArray out) {
    return MAXIMUM.call(a, b, out);
  }

  public static NDArray negative(NDArray a, NDArray out) {
    return NEGATIVE.call(a, out);
  }

  public static NDArray absolute(NDArray a, NDArray out) {
    return ABSOLUTE.call(a, out);
  }

  public static NDArray square(NDArray a, NDArray out) {
    return SQUARE.call(a, out);
  }

  public static NDArray sqrt(NDArray a) {
    return SQRT.call(a);
  }

  public static NDArray sqrt(NDArray a, NDArray out) {
    return SQRT.call(a, out);
  }

  public static NDArray exp(NDArray a) {
    return EXP.call(a);
  }

  public static NDArray exp(NDArray a, NDArray out) {
    return EXP.call(a, out);
  }

  public static NDArray log(NDArray a) {
    return LOG.call(a);
  }

  public static NDArray log(NDArray a, NDArray out) {
    return LOG.call(a, out);
  }

  public static NDArray sin(NDArray a) {
    return SIN.call(a);
  }

  public static NDArray sin(NDArray a, NDArray out) {
    return SIN.call(a, out);
  }

  public static NDArray cos(NDArray a) {
    return COS.call(a);
  }

  public static NDArray cos(NDArray a, NDArray out) {
    return COS.call(a, out);
  }

  /// Elements of `x` where `condition` is not zero, otherwise of `y`, all three broadcast together.
  public static NDArray where(NDArray condition, NDArray x, NDArray y) {
    return where(condition, x, y, null);
  }

  /// The same with a weak number where `condition` is zero.
  public static NDArray where(NDArray condition, NDArray x, double y) {
    return where(condition, x, weak(x, y));
  }

  /// The same with a weak integer where `condition` is zero.
  ///
  /// @throws ArithmeticException if the dtype of `x` cannot hold it
  public static NDArray where(NDArray condition, NDArray x, long y) {
    return where(condition, x, weak(x, y));
  }

  /// The same with a weak number where `condition` is not zero.
  public static NDArray where(NDArray condition, double x, NDArray y) {
    return where(condition, weak(y, x), y);
  }

  /// The same with a weak integer where `condition` is not zero.
  ///
  /// @throws ArithmeticException if the dtype of `y` cannot hold it
  public static NDArray where(NDArray condition, long x, NDArray y) {
    return where(condition, weak(y, x), y);
  }

  private static NDArray weak(NDArray beside, double value) {
    return NDArray.full(Promotion.withFloating(beside.dtype()), value);
  }

  private static NDArray weak(NDArray beside, long value) {
    NDArray result = NDArray.empty(Promotion.withInteger(beside.dtype()));
    result.setLong(value);
    return result;
  }

  /// The same, written to `out`.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the shapes do not broadcast
  public static NDArray where(NDArray condition, NDArray x, NDArray y, NDArray out) {
    DType result = Promotion.promoteTypes(x.dtype(), y.dtype());
    if (result.isComplex()) {
      return complexWhere(condition, x, y, result, out);
    }
    NDArray target = out;
    if (target == null) {
      target = Results.allocate(result, "where", condition, x, y);
    } else {
      Results.check("where", result, target, condition, x, y);
    }
    NDArray test = condition.dtype().isComplex() ? condition.astype(DType.BOOL) : condition;
    Body body = new Body();
    Value c = body.input(Casts.carrier(test.dtype()));
    Value a = body.input(Casts.carrier(x.dtype()));
    Value b = body.input(Casts.carrier(y.dtype()));
    Value value =
        body.select(
            body.convert(c, BOOL),
            Casts.convert(body, a, x.dtype(), result),
            Casts.convert(body, b, y.dtype(), result));
    body.output(Casts.convert(body, value, result, target.dtype()));
    Elementwise.run(
        Kernels.family(body.build("where_" + result)),
        new NDArray[] {test, x, y, target},
        new long[4]);
    return target;
  }

  /// Both parts of a complex number follow the same condition.
  private static NDArray complexWhere(
      NDArray condition, NDArray x, NDArray y, DType result, NDArray out) {
    NDArray target = out;
    if (target == null) {
      target = Results.allocate(result, "where", condition, x, y);
    } else {
      Results.check("where", result, target, condition, x, y);
    }
    NDArray a = x.dtype() == result ? x : x.astype(result);
    NDArray b = y.dtype() == result ? y : y.astype(result);
    where(condition.get("..., None"), a.viewAsReal(), b.viewAsReal(), target.viewAsReal());
    return target;
  }
}
