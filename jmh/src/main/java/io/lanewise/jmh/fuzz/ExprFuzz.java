package io.lanewise.jmh.fuzz;

import io.lanewise.jmh.fuzz.RandomArrays.Operand;
import io.lanewise.jmh.fuzz.RandomArrays.Style;
import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Interop;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// `./lanewise fuzz expressions`: random expressions, fused into one kernel and operation by
/// operation, which have to give the same bits: into a new array, into a given one of any layout,
/// several outputs at once, and reduced. Each makes kernels, so it also watches the metaspace: a
/// cache that holds a limited number of them must not leak classes.
final class ExprFuzz {
  private static final int MOST_DIFFERENCES = 20;

  /// Expressions between two readings of the metaspace.
  private static final int READING = 10_000;

  private static final UFunc[] REDUCTIONS = {
    Ufuncs.ADD, Ufuncs.MULTIPLY, Ufuncs.MAXIMUM, Ufuncs.LOGICAL_OR, Ufuncs.SUBTRACT
  };

  private ExprFuzz() {}

  /// Runs as many expressions, one seed after another, or until enough of them went apart.
  static Fuzz.Outcome run(long count, long seed, PrintStream out) {
    return run(count, seed, READING, out);
  }

  /// The same with a reading of the metaspace after every `reading` expressions.
  static Fuzz.Outcome run(long count, long seed, int reading, PrintStream out) {
    Map<String, Long> counts = new TreeMap<>();
    Metaspace metaspace = new Metaspace();
    int differences = 0;
    for (long i = 0; i < count && differences < MOST_DIFFERENCES; i++) {
      RandomArrays arrays = new RandomArrays(new SplittableRandom(seed + i));
      RandomExpr random = new RandomExpr(arrays, shape(arrays));
      String kind = new String[] {"new", "out", "several", "reduced"}[arrays.from(0, 4)];
      counts.merge(kind, 1L, Long::sum);
      String difference;
      try {
        difference = difference(kind, arrays, random);
      } catch (RuntimeException e) {
        // whatever is thrown is a difference: operation by operation it was not
        difference = e + " at " + Arrays.asList(e.getStackTrace()).subList(0, 3);
      }
      if (difference != null) {
        differences++;
        out.println("seed " + (seed + i) + ", " + kind + ": " + random + "\n  " + difference);
      }
      if ((i + 1) % reading == 0) {
        Metaspace.Reading now = Metaspace.Reading.now(i + 1);
        out.println(now);
        metaspace.add(now);
      }
    }
    String growth = metaspace.growth();
    if (growth != null) {
      differences++;
      out.println(growth);
    } else if (!metaspace.isJudged()) {
      out.println("too few expressions to judge the metaspace by: " + Metaspace.JUDGED_FROM);
    }
    return new Fuzz.Outcome(counts, Map.of(), differences);
  }

  /// Small mostly, now and then more than the blocks in which reductions are computed.
  private static long[] shape(RandomArrays arrays) {
    if (arrays.chance(0.001)) {
      return new long[] {arrays.from(2, 4), 40_000};
    }
    return arrays.shape();
  }

  private static String difference(String kind, RandomArrays arrays, RandomExpr random) {
    NDArray expected = random.value();
    return switch (kind) {
      case "new" -> difference(random.root().eval(), expected);
      case "out" -> {
        Operand out = arrays.array(expected.dtype(), Style.SMALL, false, expected.shape());
        random.root().eval(out.array());
        yield difference(out.array(), expected);
      }
      case "several" -> several(random);
      default -> reduced(arrays, random);
    };
  }

  private static String several(RandomExpr random) {
    List<NDArray> expected = new ArrayList<>();
    List<NDArray> found = Expr.evalAll(random.outputs(expected));
    for (int j = 0; j < found.size(); j++) {
      String difference = difference(found.get(j), expected.get(j));
      if (difference != null) {
        return "output " + j + ": " + difference;
      }
    }
    return null;
  }

  private static String reduced(RandomArrays arrays, RandomExpr random) {
    NDArray value = random.value();
    UFunc f = REDUCTIONS[arrays.from(0, REDUCTIONS.length)];
    Axes axes =
        value.ndim() == 0 || f != Ufuncs.SUBTRACT && arrays.chance(0.3)
            ? Axes.all()
            : Axes.axis(arrays.from(0, value.ndim()));
    axes = arrays.chance(0.3) ? axes.keepdims() : axes;
    NDArray expected;
    try {
      // in the order of the array that eval gives, whose bits are those of value
      expected = f.reduce(random.root().eval(), axes);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // no elements, or no loop
      return null;
    }
    String difference = difference(random.root().reduce(f, axes), expected);
    if (difference != null || !value.dtype().isFloating() || value.dtype().itemSize() < 4) {
      return difference == null ? null : f.name() + " " + difference;
    }
    double sum = random.root().sum();
    double one = random.root().eval().sum().item();
    return Double.doubleToLongBits(sum) == Double.doubleToLongBits(one)
        ? null
        : "sum " + sum + " and not " + one;
  }

  private static String difference(NDArray here, NDArray expected) {
    if (here.dtype() != expected.dtype() || !Arrays.equals(here.shape(), expected.shape())) {
      return here.dtype()
          + Arrays.toString(here.shape())
          + " and not "
          + expected.dtype()
          + Arrays.toString(expected.shape());
    }
    DType dtype = here.dtype();
    return Answer.difference(
        dtype, Interop.tobytes(here), Interop.tobytes(expected), new Nearness(dtype, 0, 0, false));
  }
}
