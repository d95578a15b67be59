package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ufunc.math.ComplexPower;
import io.lanewise.ufunc.math.IntegerPower;
import io.lanewise.ufunc.math.Power;
import java.util.List;

/// The declarations of powers.
final class Powers {
  static final UFunc POWER =
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
          .with(DType.UINT64, (f, x) -> f.call(IntegerPower.UINT64, x))
          .withComplex(ComplexFunctions.binary(ComplexPower::power));

  static final UFunc FLOAT_POWER =
      new UFunc(
              "float_power",
              2,
              LoopTypes.FLOAT64,
              (f, x) -> Power.power(f, x[0], x[1]),
              (x, y) -> List.of(powerByBase(x.get(0), x.get(1)), powerByExponent(x.get(0), y)))
          .withComplex(ComplexFunctions.binary(ComplexPower::power));

  private Powers() {}

  /// b * a^(b - 1), and 0 for b = 0, where at a = 0 the product would be 0 * infinity.
  private static Expr powerByBase(Expr a, Expr b) {
    Expr product = b.multiply(a.power(b.subtract(Expr.literal(1))));
    boolean notZero = b.isNumber() && b.number != 0;
    Expr zero = Expr.literal(0);
    return notZero ? product : Expr.where(Expr.apply(Truth.EQUAL, b, zero), zero, product);
  }

  /// y log a with y = a^b, and 0 where y is: its limit at a = 0, where the product would be 0 *
  /// infinity.
  private static Expr powerByExponent(Expr a, Expr y) {
    Expr zero = Expr.literal(0);
    return Expr.where(Expr.apply(Truth.EQUAL, y, zero), zero, y.multiply(a.log()));
  }
}
