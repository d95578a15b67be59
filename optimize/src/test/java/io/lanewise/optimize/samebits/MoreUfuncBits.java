package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every universal function there is, on special and random numbers of few arrays: each kernel has
/// its lanes compiled in each JVM, which is what takes the time. Then folds, masked calls and
/// expressions of narrow and complex numbers. The arrays are too small for threads; [UfuncBits]
/// tries those, layouts and offsets.
final class MoreUfuncBits {
  /// What the names of these hashes begin with.
  private static final String PREFIX = "small_";

  /// Whole vectors of any width, and a tail.
  private static final int SMALL = 1_003;

  private static final long SEED = 20_261_128;

  /// Complex functions with formulas of their own; the others are their parts'.
  private static final List<UFunc> COMPLEX =
      List.of(
          Ufuncs.MULTIPLY,
          Ufuncs.DIVIDE,
          Ufuncs.ABSOLUTE,
          Ufuncs.SIGN,
          Ufuncs.SQUARE,
          Ufuncs.RECIPROCAL,
          Ufuncs.MAXIMUM,
          Ufuncs.LESS);

  private MoreUfuncBits() {}

  static void run(Map<String, Long> hashes) {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      functions(dtype, hashes);
      folds(dtype, hashes);
    }
    complex(hashes);
    masked(hashes);
    narrow(hashes);
  }

  private static void functions(DType dtype, Map<String, Long> hashes) {
    NDArray a = UfuncBits.values(dtype, SMALL, SEED);
    NDArray b = UfuncBits.values(dtype, SMALL, SEED + 1);
    NDArray counts = NDArray.arange(SMALL).subtract(SMALL / 2).astype(DType.INT32);
    Map<String, UFunc> distinct = new TreeMap<>();
    Ufuncs.all().values().forEach(f -> distinct.put(f.name(), f));
    for (UFunc f : distinct.values()) {
      BitHash probe = new BitHash();
      try {
        NDArray second = f == Ufuncs.LDEXP ? counts : b;
        // the direct way of one result, for kernels that others have
        if (f.nout() == 1) {
          probe.add(f.nin() == 1 ? f.apply(a) : f.apply(a, second, null));
        } else {
          (f.nin() == 1 ? f.call(a) : f.call(a, second)).runAll().forEach(probe::add);
        }
      } catch (NoLoopException e) {
        // for integers only
        continue;
      }
      hashes.put(PREFIX + f.name() + "_" + dtype, probe.value());
    }
  }

  private static void folds(DType dtype, Map<String, Long> hashes) {
    BitHash fold = new BitHash();
    NDArray a = UfuncBits.values(dtype, SMALL, SEED + 2);
    NDArray rows = UfuncBits.values(dtype, 40 * 25, SEED + 3).reshape(40, 25);
    for (UFunc f : List.of(Ufuncs.MULTIPLY, Ufuncs.HYPOT, Ufuncs.LOGADDEXP)) {
      fold.add(f.reduce(a));
      fold.add(f.reduce(rows));
      fold.add(f.reduce(rows, Axes.axis(1)));
    }
    fold.add(Ufuncs.MULTIPLY.accumulate(a, 0));
    fold.add(Ufuncs.ADD.accumulate(rows, 0));
    fold.add(Ufuncs.ADD.accumulate(rows, 1));
    fold.add(Ufuncs.MULTIPLY.reduceat(a, new long[] {0, 8, 500, 3}, 0));
    hashes.put(PREFIX + "folds_" + dtype, fold.value());
  }

  private static void complex(Map<String, Long> hashes) {
    BitHash probe = new BitHash();
    NDArray a = complex(DType.COMPLEX128, SEED + 4);
    NDArray b = complex(DType.COMPLEX128, SEED + 5);
    for (UFunc f : COMPLEX) {
      probe.add(parts(f.nin() == 1 ? f.apply(a) : f.apply(a, b, null)));
    }
    NDArray narrow = a.astype(DType.COMPLEX64);
    probe.add(parts(Ufuncs.MULTIPLY.apply(narrow, narrow.get("::-1"), null)));
    probe.add(Ufuncs.ABSOLUTE.apply(narrow));
    Expr e = Expr.of(a).multiply(Expr.of(b)).add(Expr.of(a).square()).subtract(Expr.of(b));
    probe.add(parts(e.eval()));
    hashes.put(PREFIX + "complex", probe.value());
  }

  private static NDArray complex(DType dtype, long seed) {
    NDArray a = NDArray.empty(dtype, SMALL);
    a.viewAsReal().reshape(-1).set(UfuncBits.values(dtype.part(), 2 * SMALL, seed));
    return a;
  }

  private static NDArray parts(NDArray a) {
    return a.dtype().isComplex() ? a.viewAsReal() : a;
  }

  private static void masked(Map<String, Long> hashes) {
    BitHash probe = new BitHash();
    NDArray a = UfuncBits.values(DType.FLOAT64, SMALL, SEED + 6);
    NDArray b = UfuncBits.values(DType.FLOAT64, SMALL, SEED + 7);
    NDArray mask = a.less(b);
    NDArray out = b.copy();
    probe.add(Ufuncs.ADD.call(a, b).where(mask).out(out).run());
    probe.add(Ufuncs.EXP.call(a).where(mask).out(out).run());
    hashes.put(PREFIX + "masked", probe.value());
  }

  private static void narrow(Map<String, Long> hashes) {
    BitHash probe = new BitHash();
    NDArray a = UfuncBits.values(DType.FLOAT16, SMALL, SEED + 8);
    probe.add(Expr.of(a).multiply(Expr.of(a)).add(0.5).exp().eval());
    NDArray bytes = NDArray.arange(SMALL).multiply(37).astype(DType.INT8);
    Expr x = Expr.of(bytes);
    probe.add(x.multiply(x).add(x.negative()).multiply(Expr.constant(3L)).eval());
    hashes.put(PREFIX + "narrow", probe.value());
  }
}
