package io.lanewise.jmh.compare;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;

/// `compare ufunc`: elementwise operations with and without `out=`, broadcasting, a fused
/// expression and reductions.
final class UfuncSuite {
  private static final int[] SMALL = {10, 100};
  private static final int[] SIZES = {10_000, 1_000_000};
  private static final int FUSED = 10_000_000;
  private static final String[] DTYPES = {"float64", "float32"};

  private static final UfuncCase.Range ANY = new UfuncCase.Range(-9, 9);

  private final Session session;

  private UfuncSuite(Session session) {
    this.session = session;
  }

  static void run(Session session) {
    UfuncSuite suite = new UfuncSuite(session);
    for (int n : SMALL) {
      for (String dtype : DTYPES) {
        suite.into("few elements", List.of(UfuncCase.ADD), dtype, n);
      }
    }
    for (int n : SIZES) {
      for (String dtype : DTYPES) {
        suite.into("six with out=, " + n, UfuncCase.SIX, dtype, n);
      }
      for (String dtype : DTYPES) {
        suite.into("others, " + n, UfuncCase.OTHERS, dtype, n);
        suite.where("others, " + n, dtype, n);
      }
      for (String dtype : DTYPES) {
        suite.fresh("six without out=, " + n, dtype, n);
      }
      for (String dtype : DTYPES) {
        suite.reductions("reductions, " + n, dtype, n);
      }
    }
    suite.axes();
    suite.broadcast();
    suite.fused();
    new FunctionSuite(session).run();
    new BarSuite(session).run();
  }

  private void into(String group, List<UfuncCase> operations, String dtype, int n) {
    for (UfuncCase operation : operations) {
      into(group, operation, dtype, n);
    }
  }

  private void into(String group, UfuncCase operation, String dtype, int n) {
    if (!session.wants(operation.name(), dtype, n)) {
      return;
    }
    Operand a = operand(1, dtype, n, operation.first());
    Operand b = operand(2, dtype, n, operation.second());
    NDArray out = NDArray.empty(operation.logical() ? DType.BOOL : a.array.dtype(), n);
    String outType = operation.logical() ? "bool" : dtype;
    Comparison comparison =
        session
            .comparison(group, operation.name(), dtype, n)
            .ours(operation.into().of(a.array, b.array, out))
            .within(new Agreement.Ulps(operation.ulps()))
            .numpy(
                setup(a, b) + "\nout = np.empty(%d, '%s')".formatted(n, outType),
                "out",
                operation.statement(", out=out"));
    if (dtype.equals("float64")) {
      comparison.java(() -> PlainLoop.peer(operation.plain(), a.values, b.values));
    }
    comparison.run();
  }

  private void fresh(String group, String dtype, int n) {
    for (UfuncCase operation : UfuncCase.SIX) {
      String name = operation.name() + " (new)";
      if (!session.wants(name, dtype, n)) {
        continue;
      }
      Operand a = operand(1, dtype, n, operation.first());
      Operand b = operand(2, dtype, n, operation.second());
      session
          .comparison(group, name, dtype, n)
          .ours(operation.fresh().of(a.array, b.array))
          .within(new Agreement.Ulps(operation.ulps()))
          .numpy(setup(a, b), operation.statement(""), operation.statement(""))
          .run();
    }
  }

  private void where(String group, String dtype, int n) {
    if (!session.wants("where (new)", dtype, n)) {
      return;
    }
    Operand a = operand(1, dtype, n, ANY);
    Operand b = operand(2, dtype, n, ANY);
    NDArray condition = a.array.greater(b.array);
    String statement = "np.where(condition, a, b)";
    session
        .comparison(group, "where (new)", dtype, n)
        .ours(() -> Ufuncs.where(condition, a.array, b.array))
        .numpy(setup(a, b) + "\ncondition = a > b", statement, statement)
        .run();
  }

  private void reductions(String group, String dtype, int n) {
    Operand a = operand(1, dtype, n, ANY);
    NDArray x = a.array;
    NDArray out = NDArray.empty(x.dtype());
    Axes all = Axes.all();
    reduction(group, "sum", dtype, a, () -> Reductions.sum(x, all, out), "np.sum(a, out=out)");
    reduction(group, "mean", dtype, a, () -> Reductions.mean(x, all, out), "np.mean(a, out=out)");
    reduction(group, "var", dtype, a, () -> Reductions.var(x, 0, all, out), "np.var(a, out=out)");
    reduction(group, "min", dtype, a, () -> Reductions.min(x, all, out), "np.min(a, out=out)");
    reduction(group, "max", dtype, a, () -> Reductions.max(x, all, out), "np.max(a, out=out)");
    reduction(group, "sum (new)", dtype, a, () -> x.sum(), "np.sum(a)");
  }

  private void reduction(
      String group, String name, String dtype, Operand a, Call call, String statement) {
    long n = a.array.size();
    if (session.wants(name, dtype, n)) {
      session
          .comparison(group, name, dtype, n)
          .ours(call)
          .numpy(
              "a = %s\nout = np.empty((), '%s')".formatted(a.expression, dtype),
              statement,
              statement)
          .run();
    }
  }

  private void axes() {
    for (int[] shape : new int[][] {{1_000, 1_000}, {1_000_000, 3}}) {
      for (int axis = 0; axis < 2; axis++) {
        int n = shape[0] * shape[1];
        String name = "sum(axis=%d) of (%d,%d)".formatted(axis, shape[0], shape[1]);
        if (!session.wants(name, "float64", n)) {
          continue;
        }
        Operand flat = operand(1, "float64", n, ANY);
        NDArray a = flat.array.reshape(shape[0], shape[1]);
        int along = axis;
        String statement = "np.sum(a, axis=%d)".formatted(axis);
        session
            .comparison("along an axis", name, "float64", n)
            .ours(() -> a.sum(along))
            .within(new Agreement.Relative(1e-12))
            .numpy(
                "a = %s.reshape(%d, %d)".formatted(flat.expression, shape[0], shape[1]),
                statement,
                statement)
            .run();
      }
    }
  }

  private void broadcast() {
    int rows = 1_000_000;
    String name = "add (10^6,3)+(3,)";
    for (String dtype : DTYPES) {
      if (!session.wants(name, dtype, 3L * rows)) {
        continue;
      }
      Operand a = operand(1, dtype, 3 * rows, ANY);
      Operand b = operand(2, dtype, 3, ANY);
      NDArray points = a.array.reshape(rows, 3);
      NDArray out = NDArray.empty(points.dtype(), rows, 3);
      session
          .comparison("broadcast", name, dtype, 3L * rows)
          .ours(() -> points.add(b.array, out))
          .numpy(
              setup(a, b) + "\na = a.reshape(-1, 3)\nout = np.empty_like(a)",
              "out",
              "np.add(a, b, out=out)")
          .run();
    }
  }

  private void fused() {
    String name = "fused a*b+sin(c)";
    if (!session.wants(name, "float64", FUSED)) {
      return;
    }
    Operand a = operand(1, "float64", FUSED, ANY);
    Operand b = operand(2, "float64", FUSED, ANY);
    Operand c = operand(3, "float64", FUSED, ANY);
    Expr expression = Expr.of(a.array).multiply(Expr.of(b.array)).add(Expr.of(c.array).sin());
    NDArray out = NDArray.empty(DType.FLOAT64, FUSED);
    session
        .comparison("fused", name, "float64", FUSED)
        .ours(() -> expression.eval(out))
        .within(new Agreement.Relative(1e-15))
        .numpy(
            setup(a, b)
                + "\nc = %s\nout = np.empty_like(a)\nother = np.empty_like(a)"
                    .formatted(c.expression),
            "out",
            "np.sin(c, out=out); np.multiply(a, b, out=other); np.add(other, out, out=out)",
            "a * b + np.sin(c)")
        .run();
  }

  /// One operand: our array, the numbers it was made of, and the expression that loads it in
  /// Python.
  private record Operand(NDArray array, double[] values, String expression) {}

  private static String setup(Operand a, Operand b) {
    return "a = " + a.expression + "\nb = " + b.expression;
  }

  private Operand operand(int seed, String dtype, int n, UfuncCase.Range range) {
    double[] values = Inputs.uniform(seed, n, range.low(), range.high());
    String file = "uniform_%d_%s_%d_%s_%s".formatted(seed, dtype, n, range.low(), range.high());
    if (dtype.equals("float64")) {
      return new Operand(NDArray.of(values), values, session.inputs().share(file, values));
    }
    float[] floats = Inputs.toFloats(values);
    return new Operand(NDArray.of(floats), values, session.inputs().share(file, floats));
  }
}
