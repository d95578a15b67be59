package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.List;

/// The declarations of functions on signs, and of the larger and smaller of two numbers that are no
/// NaN.
final class Signs {
  static final UFunc SIGN =
      new UFunc("sign", 1, LoopTypes.NO_BOOL, (f, x) -> sign(f, x[0]), null)
          .piecewiseConstant()
          .with(DType.UINT64, (f, x) -> f.convert(f.ne(x[0], f.constant(0L)), LaneType.INT64))
          .withComplex(ComplexRecipes::sign);

  static final UFunc POSITIVE =
      new UFunc(
              "positive", 1, LoopTypes.NO_BOOL, (f, x) -> x[0], (x, y) -> List.of(Expr.literal(1)))
          .withComplex((f, x) -> x[0]);

  static final UFunc CONJUGATE =
      new UFunc(
              "conjugate",
              1,
              LoopTypes.BOOL_AS_INT8,
              (f, x) -> x[0],
              (x, y) -> List.of(Expr.literal(1)))
          .withComplex((f, x) -> new Parts(x[0].real(), f.neg(x[0].imag())));

  static final UFunc FABS =
      new UFunc(
          "fabs",
          1,
          LoopTypes.FLOATING,
          (f, x) -> f.abs(x[0]),
          (x, y) ->
              List.of(
                  Expr.where(x.get(0).less(Expr.literal(0)), Expr.literal(-1), Expr.literal(1))));

  static final UFunc COPYSIGN =
      new UFunc(
          "copysign",
          2,
          LoopTypes.FLOATING,
          (f, x) -> copySign(f, x[0], x[1]),
          (x, y) -> List.of(signs(x.get(0), x.get(1)), Expr.literal(0)));

  static final UFunc HEAVISIDE =
      new UFunc(
          "heaviside",
          2,
          LoopTypes.FLOATING,
          (f, x) -> heaviside(f, x[0], x[1]),
          (x, y) ->
              List.of(
                  Expr.literal(0),
                  Expr.where(
                      Expr.apply(Truth.EQUAL, x.get(0), Expr.literal(0)),
                      Expr.literal(1),
                      Expr.literal(0))));

  private Signs() {}

  /// 1 where two numbers have the same sign, otherwise -1.
  private static Expr signs(Expr a, Expr b) {
    return Expr.where(
        Expr.apply(Truth.EQUAL, Expr.apply(COPYSIGN, a, b), a), Expr.literal(1), Expr.literal(-1));
  }

  private static Value sign(Body f, Value x) {
    Value zero = f.constant(x.type(), 0);
    Value one = f.constant(x.type(), 1);
    Value size = f.select(f.lt(zero, x), one, f.select(f.lt(x, zero), f.neg(one), zero));
    return x.type().isFloat() ? f.select(f.ne(x, x), x, size) : size;
  }

  /// The size of `x` with the sign of `y`, be they numbers or NaN.
  static Value copySign(Body f, Value x, Value y) {
    boolean wide = x.type() == LaneType.FLOAT64;
    LaneType bits = wide ? LaneType.INT64 : LaneType.INT32;
    Value top = wide ? f.constant(Long.MIN_VALUE) : f.constant(Integer.MIN_VALUE);
    Value size = f.reinterpret(f.abs(x), bits);
    return f.reinterpret(f.or(size, f.and(f.reinterpret(y, bits), top)), x.type());
  }

  /// 0 below 0, 1 above it, `atZero` at it, and NaN for NaN.
  private static Value heaviside(Body f, Value x, Value atZero) {
    Value zero = f.constant(x.type(), 0);
    Value step = f.select(f.lt(x, zero), zero, f.constant(x.type(), 1));
    return f.select(f.eq(x, zero), atZero, f.select(f.ne(x, x), x, step));
  }

  /// As maximum or minimum, but a number counts where the other one is NaN.
  static UFunc ignoringNan(String name, UFunc strict) {
    UFunc.Recipe recipe =
        (f, x) -> {
          Value both = strict.recipe(DType.FLOAT64).apply(f, x);
          return x[0].type().isFloat()
              ? f.select(f.ne(x[0], x[0]), x[1], f.select(f.ne(x[1], x[1]), x[0], both))
              : both;
        };
    UFunc function =
        new UFunc(
            name,
            2,
            LoopTypes.ORDERED,
            recipe,
            (x, y) -> {
              Expr first = Expr.apply(Truth.EQUAL, y, x.get(0));
              Expr one = Expr.literal(1);
              Expr zero = Expr.literal(0);
              return List.of(Expr.where(first, one, zero), Expr.where(first, zero, one));
            });
    function.with(DType.UINT64, strict.recipe(DType.UINT64));
    return function.withComplex(
        (f, x) -> {
          Parts both = strict.complexRecipe().apply(f, x);
          // of two NaNs the first
          return select(f, isNan(f, x[1]), x[0], select(f, isNan(f, x[0]), x[1], both));
        });
  }

  private static Value isNan(Body f, Parts x) {
    return f.or(f.ne(x.real(), x.real()), f.ne(x.imag(), x.imag()));
  }

  private static Parts select(Body f, Value condition, Parts a, Parts b) {
    return new Parts(
        f.select(condition, a.real(), b.real()), f.select(condition, a.imag(), b.imag()));
  }
}
