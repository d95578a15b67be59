package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Views;
import io.lanewise.ufunc.UFunc;
import java.util.List;

/// How much further than [Tolerances] says single elements of complex results may lie apart: by
/// units in the last place of the larger part, or infinitely far, where NumPy's value says nothing.
/// It depends on the arguments, so each element has its own.
final class Slack {
  /// An exponential turns an absolute error of its argument into a relative one of its result.
  /// NumPy's exp2 rounds z log 2, and its power w log z, before they go into the exponential: for
  /// each unit of their size one rounding, of the product, and three, of the logarithm and of the
  /// sum of two products, whose last place is up to two of the result's. 30,000 random arguments
  /// need 1.4 and 2.4.
  private static final double EXP2_ULPS = 2;

  private static final double POWER_ULPS = 4;

  /// Where z log 2 or w log z is larger, NumPy has lost two to three digits, soon all of them, and
  /// complex64 overflows in one part or on the way.
  private static final double LARGEST = 80;

  private static final double LOG_2 = Math.log(2);

  private Slack() {}

  /// The units for each element of `f` of the operands, or null where there are none: `f` computes
  /// in `loop`.
  static NDArray of(UFunc f, DType loop, List<NDArray> operands) {
    if (!loop.isComplex()) {
      return null;
    }
    List<NDArray> all;
    try {
      all = Views.broadcastArrays(operands.toArray(NDArray[]::new));
    } catch (IllegalArgumentException e) {
      // both sides have to refuse
      return null;
    }
    NDArray units = NDArray.zeros(all.getFirst().size());
    Elements z = new Elements(all.getFirst().astype(loop));
    Elements w = new Elements(all.getLast().astype(loop));
    for (int i = 0; i < units.size(); i++) {
      units.setDouble(of(f.name(), z.real(i), z.imag(i), w.real(i), w.imag(i)), i);
    }
    return units.reshape(all.getFirst().shape());
  }

  private record Elements(NDArray real, NDArray imag) {
    Elements(NDArray a) {
      this(a.real().reshape(-1), a.imag().reshape(-1));
    }

    double real(int i) {
      return real.getDouble(i);
    }

    double imag(int i) {
      return imag.getDouble(i);
    }
  }

  private static double of(String function, double x, double y, double u, double v) {
    if (isOpen(function, x, y)) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (function) {
      case "exp2" -> within(EXP2_ULPS, Math.hypot(x, y) * LOG_2);
      case "power", "float_power" -> within(POWER_ULPS, exponent(x, y, u, v));
      default -> 0;
    };
  }

  private static double within(double ulps, double size) {
    return size <= LARGEST ? ulps * size : Double.POSITIVE_INFINITY;
  }

  /// |w log z|; 0 where the power is 0 or 1 by definition.
  private static double exponent(double x, double y, double u, double v) {
    if (u == 0 && v == 0 || x == 0 && y == 0) {
      return 0;
    }
    return Math.hypot(u, v) * Math.hypot(Math.log(Math.hypot(x, y)), Math.atan2(y, x));
  }

  /// Annex G of C99 leaves signs open beside an infinite part and one that is not finite. NumPy's
  /// expm1 of complex numbers follows it nowhere, and takes 0 times what overflowed for NaN; ours
  /// is held to both by tables.
  private static boolean isOpen(String function, double x, double y) {
    boolean finite = Math.abs(x) <= Double.MAX_VALUE && Math.abs(y) <= Double.MAX_VALUE;
    return Double.isInfinite(x) && !(Math.abs(y) <= Double.MAX_VALUE)
        || Double.isInfinite(y) && !(Math.abs(x) <= Double.MAX_VALUE)
        || function.equals("expm1") && !(finite && x < 88);
  }
}
