package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ufunc.reduce.LoopStatistics;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Runs every floating-point operation and reduction over odd sizes, offsets and layouts and prints
/// a hash of all results for each, and how often each kernel ran with lanes. [SameBitsTest]
/// compares the output of several JVMs.
final class SameBitsProbe {
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

  private long hash;

  private SameBitsProbe() {}

  public static void main(String[] args) {
    Map<String, Long> hashes = new LinkedHashMap<>();
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      unary(dtype, hashes);
      binary(dtype, hashes);
      others(dtype, hashes);
      reductions(dtype, hashes);
    }
    hashes.forEach(
        (name, hash) -> System.out.println("hash " + name + " " + Long.toHexString(hash)));
    for (KernelSlot slot : Kernels.all()) {
      System.out.println("kernel " + slot.laneCalls() + " " + slot.calls() + " " + slot);
    }
    System.out.println("kernel " + LoopStatistics.laneUses() + " 0 fold " + LoopStatistics.state());
    System.out.println("threads " + Lanewise.parallelism());
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
            Ufuncs.LOGICAL_NOT);
    for (UFunc function : functions) {
      SameBitsProbe probe = new SameBitsProbe();
      for (NDArray a : operands(dtype, 1)) {
        probe.add(function.call(a));
        if (function == Ufuncs.EXP && a.isContiguous()) {
          probe.add(function.call(offHeap(a)));
        }
      }
      hashes.put(function.name() + "_" + dtype, probe.hash);
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
            Ufuncs.LOGICAL_XOR);
    for (UFunc function : functions) {
      SameBitsProbe probe = new SameBitsProbe();
      List<NDArray> x = operands(dtype, 2);
      List<NDArray> y = operands(dtype, 3);
      for (int i = 0; i < x.size(); i++) {
        NDArray a = x.get(i);
        NDArray b = y.get(i);
        probe.add(function.call(a, b, null));
        probe.add(function.call(a, 0.75, null));
        if (function == Ufuncs.ADD && a.isContiguous()) {
          probe.add(function.call(offHeap(a), offHeap(b), null));
        }
        if (a.ndim() == 2) {
          probe.add(function.call(a, b.get("0:1"), null));
          probe.add(function.call(a, b.get(":, 0:1"), null));
        }
      }
      hashes.put(function.name() + "_" + dtype, probe.hash);
    }
  }

  private static void others(DType dtype, Map<String, Long> hashes) {
    SameBitsProbe where = new SameBitsProbe();
    SameBitsProbe fused = new SameBitsProbe();
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
    hashes.put("where_" + dtype, where.hash);
    hashes.put("fused_" + dtype, fused.hash);
  }

  private static void reductions(DType dtype, Map<String, Long> hashes) {
    SameBitsProbe sum = new SameBitsProbe();
    SameBitsProbe mean = new SameBitsProbe();
    SameBitsProbe var = new SameBitsProbe();
    SameBitsProbe extremes = new SameBitsProbe();
    SameBitsProbe logic = new SameBitsProbe();
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
    hashes.put("sum_" + dtype, sum.hash);
    hashes.put("mean_" + dtype, mean.hash);
    hashes.put("var_" + dtype, var.hash);
    hashes.put("extremes_" + dtype, extremes.hash);
    hashes.put("logic_" + dtype, logic.hash);
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

  private static NDArray values(DType dtype, int n, long seed) {
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

  private static NDArray offHeap(NDArray a) {
    long bytes = a.size() * a.dtype().itemSize();
    NDArray copy =
        NDArray.of(
            Arena.ofAuto().allocate(bytes + 64, 64).asSlice(16, bytes), a.dtype(), a.shape());
    copy.set(a);
    return copy;
  }

  private void add(NDArray result) {
    for (double value : result.toDoubleArray()) {
      // doubleToLongBits makes all NaNs one
      hash = (hash ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
  }
}
