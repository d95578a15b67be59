package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;

/// `compare loops`: operations and reductions against the plain loop that a Java user would write,
/// see [PlainLoops]. Elementwise operations write to arrays that are there already.
final class LoopSuite {
  private static final int[] SIZES = {1_000, 10_000, 1_000_000};

  /// Functions of the JDK and ours round differently; a float32 function of the JDK is one of
  /// float64 rounded once more.
  private static final Agreement CLOSE = new Agreement.Ulps(3);

  private static final Agreement SAME = new Agreement.Ulps(0);

  /// A loop adds one number after another; ours loses fewer digits.
  private static final Agreement SUMS = new Agreement.Relative(1e-9);

  private static final Agreement FLOAT_SUMS = new Agreement.Relative(1e-2);

  /// Makes our call; elementwise operations write to `out`.
  @FunctionalInterface
  private interface Ours {
    Call of(NDArray a, NDArray b, NDArray out);
  }

  /// Makes the call of a plain loop over Java arrays of type `T`.
  @FunctionalInterface
  private interface Plain<T> {
    Call of(T a, T b, T out);
  }

  /// One operation. Each has lambdas of its own, so that a call site sees one operation, as in a
  /// user's code.
  private record Operation<T>(
      String name, DType result, Agreement agreement, Ours ours, Plain<T> plain) {}

  private static final DType F64 = DType.FLOAT64;
  private static final DType F32 = DType.FLOAT32;
  private static final DType I32 = DType.INT32;

  private static final List<Operation<double[]>> DOUBLES =
      List.of(
          new Operation<>(
              "add",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.add(a, b, out),
              (a, b, out) -> () -> PlainLoops.add(a, b, out)),
          new Operation<>(
              "multiply",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.multiply(a, b, out),
              (a, b, out) -> () -> PlainLoops.multiply(a, b, out)),
          new Operation<>(
              "divide",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.divide(a, b, out),
              (a, b, out) -> () -> PlainLoops.divide(a, b, out)),
          new Operation<>(
              "minimum",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.minimum(a, b, out),
              (a, b, out) -> () -> PlainLoops.minimum(a, b, out)),
          new Operation<>(
              "power",
              F64,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.power(a, b, out),
              (a, b, out) -> () -> PlainLoops.power(a, b, out)),
          new Operation<>(
              "where(a > b, a, b - a)",
              F64,
              SAME,
              (a, b, out) -> {
                Expr x = Expr.of(a);
                Expr y = Expr.of(b);
                Expr chosen = Expr.where(x.greater(y), x, y.subtract(x));
                return () -> chosen.eval(out);
              },
              (a, b, out) -> () -> PlainLoops.where(a, b, out)),
          new Operation<>(
              "2.5 * a + b",
              F64,
              SAME,
              (a, b, out) -> {
                Expr sum = Expr.of(a).multiply(2.5).add(Expr.of(b));
                return () -> sum.eval(out);
              },
              (a, b, out) -> () -> PlainLoops.scaledAdd(a, b, out)),
          new Operation<>(
              "negative",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.negative(a, out),
              (a, b, out) -> () -> PlainLoops.negative(a, out)),
          new Operation<>(
              "absolute",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.absolute(a, out),
              (a, b, out) -> () -> PlainLoops.absolute(a, out)),
          new Operation<>(
              "sqrt",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.sqrt(a, out),
              (a, b, out) -> () -> PlainLoops.sqrt(a, out)),
          new Operation<>(
              "exp",
              F64,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.exp(a, out),
              (a, b, out) -> () -> PlainLoops.exp(a, out)),
          new Operation<>(
              "log",
              F64,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.log(a, out),
              (a, b, out) -> () -> PlainLoops.log(a, out)),
          new Operation<>(
              "sin",
              F64,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.sin(a, out),
              (a, b, out) -> () -> PlainLoops.sin(a, out)),
          new Operation<>(
              "floor",
              F64,
              SAME,
              (a, b, out) -> () -> Ufuncs.floor(a, out),
              (a, b, out) -> () -> PlainLoops.floor(a, out)),
          new Operation<>(
              "greater",
              DType.BOOL,
              SAME,
              (a, b, out) -> () -> Ufuncs.GREATER.apply(a, b, out),
              (a, b, out) -> {
                boolean[] flags = new boolean[a.length];
                return () -> PlainLoops.greater(a, b, flags);
              }),
          new Operation<>(
              "sum",
              F64,
              SUMS,
              (a, b, out) -> () -> a.sum().item(),
              (a, b, out) -> () -> PlainLoops.sum(a)),
          new Operation<>(
              "min",
              F64,
              SAME,
              (a, b, out) -> () -> a.min().item(),
              (a, b, out) -> () -> PlainLoops.min(a)),
          new Operation<>(
              "max",
              F64,
              SAME,
              (a, b, out) -> () -> a.max().item(),
              (a, b, out) -> () -> PlainLoops.max(a)));

  private static final List<Operation<float[]>> FLOATS =
      List.of(
          new Operation<>(
              "add",
              F32,
              SAME,
              (a, b, out) -> () -> Ufuncs.add(a, b, out),
              (a, b, out) -> () -> PlainLoops.add(a, b, out)),
          new Operation<>(
              "multiply",
              F32,
              SAME,
              (a, b, out) -> () -> Ufuncs.multiply(a, b, out),
              (a, b, out) -> () -> PlainLoops.multiply(a, b, out)),
          new Operation<>(
              "minimum",
              F32,
              SAME,
              (a, b, out) -> () -> Ufuncs.minimum(a, b, out),
              (a, b, out) -> () -> PlainLoops.minimum(a, b, out)),
          new Operation<>(
              "2.5 * a + b",
              F32,
              SAME,
              (a, b, out) -> {
                Expr sum = Expr.of(a).multiply(2.5).add(Expr.of(b));
                return () -> sum.eval(out);
              },
              (a, b, out) -> () -> PlainLoops.scaledAdd(a, b, out)),
          new Operation<>(
              "sqrt",
              F32,
              SAME,
              (a, b, out) -> () -> Ufuncs.sqrt(a, out),
              (a, b, out) -> () -> PlainLoops.sqrt(a, out)),
          new Operation<>(
              "exp",
              F32,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.exp(a, out),
              (a, b, out) -> () -> PlainLoops.exp(a, out)),
          new Operation<>(
              "sin",
              F32,
              CLOSE,
              (a, b, out) -> () -> Ufuncs.sin(a, out),
              (a, b, out) -> () -> PlainLoops.sin(a, out)),
          new Operation<>(
              "greater",
              DType.BOOL,
              SAME,
              (a, b, out) -> () -> Ufuncs.GREATER.apply(a, b, out),
              (a, b, out) -> {
                boolean[] flags = new boolean[a.length];
                return () -> PlainLoops.greater(a, b, flags);
              }),
          new Operation<>(
              "sum",
              F32,
              FLOAT_SUMS,
              (a, b, out) -> () -> a.sum().item(),
              (a, b, out) -> () -> PlainLoops.sum(a)),
          new Operation<>(
              "max",
              F32,
              SAME,
              (a, b, out) -> () -> a.max().item(),
              (a, b, out) -> () -> PlainLoops.max(a)));

  private static final List<Operation<int[]>> INTS =
      List.of(
          new Operation<>(
              "add",
              I32,
              SAME,
              (a, b, out) -> () -> Ufuncs.add(a, b, out),
              (a, b, out) -> () -> PlainLoops.add(a, b, out)),
          new Operation<>(
              "multiply",
              I32,
              SAME,
              (a, b, out) -> () -> Ufuncs.multiply(a, b, out),
              (a, b, out) -> () -> PlainLoops.multiply(a, b, out)),
          new Operation<>(
              "minimum",
              I32,
              SAME,
              (a, b, out) -> () -> Ufuncs.minimum(a, b, out),
              (a, b, out) -> () -> PlainLoops.minimum(a, b, out)),
          new Operation<>(
              "bitwise_and",
              I32,
              SAME,
              (a, b, out) -> () -> Ufuncs.BITWISE_AND.apply(a, b, out),
              (a, b, out) -> () -> PlainLoops.bitwiseAnd(a, b, out)),
          new Operation<>(
              "left_shift by 3",
              I32,
              SAME,
              (a, b, out) -> () -> Ufuncs.LEFT_SHIFT.apply(a, 3L, out),
              (a, b, out) -> () -> PlainLoops.leftShift(a, out)),
          new Operation<>(
              "greater",
              DType.BOOL,
              SAME,
              (a, b, out) -> () -> Ufuncs.GREATER.apply(a, b, out),
              (a, b, out) -> {
                boolean[] flags = new boolean[a.length];
                return () -> PlainLoops.greater(a, b, flags);
              }),
          new Operation<>(
              "to float64",
              F64,
              SAME,
              (a, b, out) ->
                  () -> {
                    out.set(a);
                    return out;
                  },
              (a, b, out) -> {
                double[] wide = new double[a.length];
                return () -> PlainLoops.toDoubles(a, wide);
              }),
          new Operation<>(
              "sum",
              I32,
              SAME,
              (a, b, out) -> () -> a.sum().item(),
              (a, b, out) -> () -> PlainLoops.sum(a)),
          new Operation<>(
              "max",
              I32,
              SAME,
              (a, b, out) -> () -> a.max().item(),
              (a, b, out) -> () -> PlainLoops.max(a)));

  private final Session session;

  private LoopSuite(Session session) {
    this.session = session;
  }

  static void run(Session session) {
    LoopSuite suite = new LoopSuite(session);
    for (int n : SIZES) {
      // positive, for the sake of log and power
      double[] a = Inputs.uniform(1, n, 1e-3, 9);
      double[] b = Inputs.uniform(2, n, 1e-3, 9);
      for (Operation<double[]> operation : DOUBLES) {
        suite.compare(
            operation,
            "float64",
            n,
            operation.ours.of(NDArray.of(a), NDArray.of(b), NDArray.empty(operation.result, n)),
            operation.plain.of(a, b, new double[n]));
      }
      float[] c = Inputs.toFloats(a);
      float[] d = Inputs.toFloats(b);
      for (Operation<float[]> operation : FLOATS) {
        suite.compare(
            operation,
            "float32",
            n,
            operation.ours.of(NDArray.of(c), NDArray.of(d), NDArray.empty(operation.result, n)),
            operation.plain.of(c, d, new float[n]));
      }
      int[] e = whole(3, n);
      int[] f = whole(4, n);
      for (Operation<int[]> operation : INTS) {
        suite.compare(
            operation,
            "int32",
            n,
            operation.ours.of(NDArray.of(e), NDArray.of(f), NDArray.empty(operation.result, n)),
            operation.plain.of(e, f, new int[n]));
      }
    }
  }

  private static int[] whole(int seed, int n) {
    double[] values = Inputs.uniform(seed, n, -30_000, 30_000);
    int[] whole = new int[n];
    for (int i = 0; i < n; i++) {
      whole[i] = (int) values[i];
    }
    return whole;
  }

  private void compare(Operation<?> operation, String dtype, int n, Call ours, Call plain) {
    if (session.wants(operation.name, dtype, n)) {
      session
          .comparison(dtype + ", " + n, operation.name, dtype, n)
          .ours(ours)
          .within(operation.agreement)
          .read(LoopSuite::numbers)
          .java(() -> new Peer("java loop", List.of(Loop.of(plain)), () -> numbers(plain.run())))
          .run();
    }
  }

  /// What either side returns, as numbers.
  private static double[] numbers(Object result) {
    return switch (result) {
      case NDArray array -> array.toDoubleArray();
      case double[] doubles -> doubles;
      case float[] floats -> NDArray.of(floats).toDoubleArray();
      case int[] ints -> NDArray.of(ints).toDoubleArray();
      case boolean[] flags -> NDArray.of(flags).toDoubleArray();
      case Number number -> new double[] {number.doubleValue()};
      default -> throw new IllegalArgumentException("no numbers in " + result.getClass());
    };
  }
}
