package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Every floating-point operation and reduction over odd sizes, offsets and layouts, a hash of all
/// results for each.
final class UfuncBits {
  private static final long SEED = 20_261_121;
  private static final int[] SIZES = {1, 7, 8, 15, 17, 33, 100, 1_001};

  /// Large enough for threads.
  private static final int LARGE = 300_001;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    5e-324,
    2.3e-308,
    1.7e308,
    709.7,
    710.5,
    -708.5,
    -745.2,
    -746.0,
    88.7,
    -87.4,
    -104.0,
    1e5,
    1e10,
    1e22,
    -3.5e300,
    Math.PI,
    Math.PI / 2,
    2,
    3,
    0.5,
    1 - 0x1p-53
  };

  private UfuncBits() {}

  static void run(Map<String, Long> hashes) {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      unary(dtype, hashes);
      binary(dtype, hashes);
      others(dtype, hashes);
      reductions(dtype, hashes);
    }
    for (DType dtype : List.of(DType.INT64, DType.INT32)) {
      bits(dtype, hashes);
    }
  }

  private static void bits(DType dtype, Map<String, Long> hashes) {
    BitHash probe = new BitHash();
    for (int n : SIZES) {
      NDArray a = values(DType.FLOAT64, n, SEED + n).multiply(1e4).astype(dtype);
      NDArray counts = NDArray.arange(n).subtract(8).astype(dtype);
      probe.add(Ufuncs.INVERT.apply(a));
      probe.add(Ufuncs.BITWISE_COUNT.apply(a));
      probe.add(Ufuncs.SIGN.apply(a));
      probe.add(Ufuncs.BITWISE_AND.apply(a, counts, null));
      probe.add(Ufuncs.BITWISE_OR.apply(a, counts, null));
      probe.add(Ufuncs.BITWISE_XOR.apply(a, counts, null));
      probe.add(Ufuncs.LEFT_SHIFT.apply(a, counts, null));
      probe.add(Ufuncs.RIGHT_SHIFT.apply(a, counts, null));
    }
    hashes.put("bits_" + dtype, probe.value());
  }

  private static void unary(DType dtype, Map<String, Long> hashes) {
    List<UFunc> functions =
        List.of(
            Ufuncs.NEGATIVE,
            Ufuncs.ABSOLUTE,
            Ufuncs.SQUARE,
            Ufuncs.SQRT,
            Ufuncs.RECIPROCAL,
            Ufuncs.EXP,
            Ufuncs.LOG,
            Ufuncs.SIN,
            Ufuncs.COS,
            Ufuncs.LOGICAL_NOT,
            Ufuncs.ISNAN,
            Ufuncs.ISINF,
            Ufuncs.ISFINITE,
            Ufuncs.SIGNBIT,
            Ufuncs.RINT,
            Ufuncs.FLOOR,
            Ufuncs.CEIL,
            Ufuncs.TRUNC,
            Ufuncs.SIGN,
            Ufuncs.FABS,
            Ufuncs.DEGREES,
            Ufuncs.RADIANS,
            Ufuncs.SPACING);
    for (UFunc function : functions) {
      BitHash probe = new BitHash();
      for (NDArray a : operands(dtype, 1)) {
        probe.add(function.apply(a));
        if (function == Ufuncs.EXP && a.isContiguous()) {
          probe.add(function.apply(BitHash.offHeap(a)));
        }
      }
      hashes.put(function.name() + "_" + dtype, probe.value());
    }
  }

  private static void binary(DType dtype, Map<String, Long> hashes) {
    List<UFunc> functions =
        List.of(
            Ufuncs.ADD,
            Ufuncs.SUBTRACT,
            Ufuncs.MULTIPLY,
            Ufuncs.DIVIDE,
            Ufuncs.POWER,
            Ufuncs.MINIMUM,
            Ufuncs.MAXIMUM,
            Ufuncs.LESS,
            Ufuncs.LESS_EQUAL,
            Ufuncs.GREATER,
            Ufuncs.GREATER_EQUAL,
            Ufuncs.EQUAL,
            Ufuncs.NOT_EQUAL,
            Ufuncs.LOGICAL_AND,
            Ufuncs.LOGICAL_OR,
            Ufuncs.LOGICAL_XOR,
            Ufuncs.COPYSIGN,
            Ufuncs.HEAVISIDE,
            Ufuncs.FMAX,
            Ufuncs.FMIN,
            Ufuncs.NEXTAFTER);
    for (UFunc function : functions) {
      BitHash probe = new BitHash();
      List<NDArray> x = operands(dtype, 2);
      List<NDArray> y = operands(dtype, 3);
      for (int i = 0; i < x.size(); i++) {
        NDArray a = x.get(i);
        NDArray b = y.get(i);
        probe.add(function.apply(a, b, null));
        probe.add(function.apply(a, 0.75, null));
        if (function == Ufuncs.ADD && a.isContiguous()) {
          probe.add(function.apply(BitHash.offHeap(a), BitHash.offHeap(b), null));
        }
        if (a.ndim() == 2) {
          probe.add(function.apply(a, b.get("0:1"), null));
          probe.add(function.apply(a, b.get(":, 0:1"), null));
        }
      }
      hashes.put(function.name() + "_" + dtype, probe.value());
    }
  }

  private static void others(DType dtype, Map<String, Long> hashes) {
    BitHash where = new BitHash();
    BitHash fused = new BitHash();
    List<NDArray> x = operands(dtype, 4);
    List<NDArray> y = operands(dtype, 5);
    for (int i = 0; i < x.size(); i++) {
      NDArray a = x.get(i);
      NDArray b = y.get(i);
      where.add(Ufuncs.where(a.less(b), a, b));
      Expr e =
          Expr.of(a)
              .multiply(Expr.of(b))
              .add(Expr.of(b).sin())
              .subtract(Expr.of(a).exp().minimum(3.0));
      fused.add(e.eval());
      fused.add(NDArray.scalar(e.sum()));
    }
    hashes.put("where_" + dtype, where.value());
    hashes.put("fused_" + dtype, fused.value());
  }

  private static void reductions(DType dtype, Map<String, Long> hashes) {
    BitHash sum = new BitHash();
    BitHash mean = new BitHash();
    BitHash var = new BitHash();
    BitHash extremes = new BitHash();
    BitHash logic = new BitHash();
    for (NDArray a : operands(dtype, 6)) {
      List<Axes> axes = new ArrayList<>(List.of(Axes.all()));
      for (int axis = 0; axis < a.ndim(); axis++) {
        axes.add(Axes.axis(axis));
      }
      for (Axes over : axes) {
        sum.add(Reductions.sum(a, over, null));
        mean.add(Reductions.mean(a, over, null));
        var.add(Reductions.var(a, 1, over, null));
        var.add(Reductions.std(a, 0, over, null));
        extremes.add(Reductions.min(a, over, null));
        extremes.add(Reductions.max(a, over, null));
        logic.add(Reductions.all(a, over, null));
        logic.add(Reductions.any(a, over, null));
      }
    }
    hashes.put("sum_" + dtype, sum.value());
    hashes.put("mean_" + dtype, mean.value());
    hashes.put("var_" + dtype, var.value());
    hashes.put("extremes_" + dtype, extremes.value());
    hashes.put("logic_" + dtype, logic.value());
  }

  /// Arrays of all layouts. Half of the small ones hold special values.
  private static List<NDArray> operands(DType dtype, int salt) {
    List<NDArray> all = new ArrayList<>();
    for (int n : SIZES) {
      for (int offset = 0; offset < 3; offset++) {
        NDArray memory = values(dtype, 3 * n + 8, SEED + salt * 1_000L + n * 10L + offset);
        all.add(memory.get(offset + ":" + (offset + n)));
        all.add(memory.get(offset + ":" + (offset + 2 * n) + ":2"));
        all.add(memory.get((offset + n) + ":" + offset + ":-1"));
      }
      NDArray matrix = values(dtype, 5 * n, SEED + salt * 99L + n);
      all.add(matrix.reshape(5, n));
      all.add(matrix.reshape(n, 5));
      all.add(matrix.reshape(5, n).T());
      all.add(matrix.reshape(5, n).get("::2, ::-1"));
    }
    all.add(values(dtype, LARGE, SEED + salt));
    all.add(values(dtype, 3 * 100_000, SEED + salt).reshape(100_000, 3));
    all.add(values(dtype, 3 * 100_000, SEED + salt).reshape(3, 100_000).T());
    return all;
  }

  /// Random numbers, special ones among them where they are few.
  static NDArray values(DType dtype, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[n];
    boolean special = n < 10_000;
    for (int i = 0; i < n; i++) {
      double ordinary = (random.nextDouble() - 0.4) * (random.nextInt(8) == 0 ? 1e3 : 4);
      double pick = SPECIAL[random.nextInt(SPECIAL.length)];
      values[i] = special && random.nextInt(6) == 0 ? pick : ordinary;
    }
    return NDArray.of(values).astype(dtype);
  }
}
