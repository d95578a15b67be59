package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.FloatDivision;
import io.lanewise.ufunc.math.IntegerDivision;
import io.lanewise.ufunc.math.scalar.IntegerDivisions;
import java.util.List;

/// The declarations of divisions with a remainder, and of divisors and multiples.
final class Divisions {
  /// The largest integer not above a / b; for integers 0 where b is 0.
  static final UFunc FLOOR_DIVIDE =
      new UFunc(
              "floor_divide",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.floorDivide(f, x[0], x[1])
                      : IntegerDivision.floor(f, x[0], x[1]).quotient(),
              null)
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).quotient());

  /// a - b * floor(a / b), with the sign of b; for integers 0 where b is 0.
  static final UFunc REMAINDER =
      new UFunc(
              "remainder",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.remainder(f, x[0], x[1])
                      : IntegerDivision.floor(f, x[0], x[1]).remainder(),
              (x, y) ->
                  List.of(Expr.literal(1), Expr.apply(FLOOR_DIVIDE, x.get(0), x.get(1)).negative()))
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).remainder());

  /// What C's fmod gives: with the sign of a; for integers 0 where b is 0.
  static final UFunc FMOD =
      new UFunc(
              "fmod",
              2,
              LoopTypes.BOOL_AS_INT8,
              (f, x) ->
                  x[0].type().isFloat()
                      ? FloatDivision.fmod(f, x[0], x[1])
                      : IntegerDivision.fmod(f, x[0], x[1]),
              (x, y) ->
                  List.of(
                      Expr.literal(1),
                      Expr.apply(Rounding.TRUNC, x.get(0).divide(x.get(1))).negative()))
          .with(DType.UINT64, (f, x) -> IntegerDivision.unsigned(f, x[0], x[1]).remainder());

  static final UFunc GCD = integers("gcd");

  static final UFunc LCM = integers("lcm");

  private static final LoopTypes TYPES = LoopTypes.BOOL_AS_INT8;

  private Divisions() {}

  /// Floor division and its remainder in one pass (`numpy.divmod`): [#FLOOR_DIVIDE] and
  /// [#REMAINDER] of `a` and `b`, which broadcast, in the dtype that both have. Nulls ask for new
  /// arrays.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the shapes do not broadcast
  /// @throws io.lanewise.ndarray.NoLoopException if an input is complex
  /// @throws io.lanewise.ndarray.CastingException if the result's dtype cannot become that of an
  ///   output within its kind
  /// @throws io.lanewise.ndarray.ReadOnlyArrayException if an output is read-only
  static QuotientAndRemainder divmod(NDArray a, NDArray b, NDArray quotient, NDArray remainder) {
    DType result = TYPES.result("divmod", a.dtype(), b.dtype());
    for (NDArray out : new NDArray[] {quotient, remainder}) {
      if (out != null) {
        Results.check("divmod", result, out, a, b);
      }
    }
    NDArray q = fresh(result, quotient, remainder, a, b);
    NDArray r = fresh(result, remainder, quotient, a, b);
    Elementwise.run(family(a.dtype(), b.dtype(), result), new NDArray[] {a, b, q, r}, new long[4]);
    return new QuotientAndRemainder(kept(q, quotient), kept(r, remainder));
  }

  /// The array to compute in: `out` where it has the dtype and shape.
  private static NDArray fresh(DType result, NDArray out, NDArray other, NDArray a, NDArray b) {
    if (out == null) {
      return other == null
          ? Results.allocate(result, "divmod", a, b)
          : NDArray.empty(result, other.shape());
    }
    return out.dtype() == result ? out : NDArray.empty(result, out.shape());
  }

  private static NDArray kept(NDArray computed, NDArray out) {
    if (out != null && out != computed) {
      out.set(computed);
      return out;
    }
    return computed;
  }

  private static KernelFamily family(DType a, DType b, DType loop) {
    Body f = new Body();
    Value x = f.input(Casts.carrier(a));
    Value y = f.input(Casts.carrier(b));
    x = TYPES.input(f, x, a, b, loop);
    y = TYPES.input(f, y, b, a, loop);
    f.output(FLOOR_DIVIDE.recipe(loop).apply(f, x, y));
    f.output(REMAINDER.recipe(loop).apply(f, x, y));
    return Kernels.family(f.build("divmod_" + (a == b ? a : a + "_" + b)));
  }

  private static UFunc integers(String name) {
    return new UFunc(
            name, 2, LoopTypes.ONLY_INTEGER, (f, x) -> f.call(function(name, x[0].type()), x), null)
        .with(DType.UINT64, (f, x) -> f.call(function(name + "Unsigned", LaneType.INT64), x));
  }

  private static ScalarFunction function(String method, LaneType type) {
    return new ScalarFunction(IntegerDivisions.class, method, type, List.of(type, type));
  }
}
