package io.lanewise.jmh.compare;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Locations;
import io.lanewise.ufunc.NanReductions;
import io.lanewise.ufunc.Quantiles;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;

/// The part of `compare ufunc` with the cases in which array libraries are often slow: integer
/// division, float16, masks, narrow arrays, quantiles, complex numbers, steps, memory of new
/// results, and fused expressions against NumPy's best chain.
final class BarSuite {
  private static final int MILLION = 1_000_000;
  private static final int[] SIZES = {10_000, MILLION};

  /// Complex functions and sums in another order agree to this, relative to the largest element.
  private static final Agreement CLOSE = new Agreement.Relative(1e-12);

  private final Session session;

  BarSuite(Session session) {
    this.session = session;
  }

  void run() {
    for (int n : SIZES) {
      integers(n);
      halves(n);
      masks(n);
      reductions(n);
      complex(n);
      steps(n);
      fresh(n);
    }
    narrow();
    quantiles();
    for (int n : new int[] {100_000, 10_000_000}) {
      fused(n);
    }
    for (int n : new int[] {10_000_000}) {
      large(n);
    }
  }

  private NDArray values(int seed, int n) {
    return NDArray.of(Inputs.uniform(seed, n, -9, 9));
  }

  private String python(int seed, int n) {
    return session.inputs().share("bar_%d_%d".formatted(seed, n), Inputs.uniform(seed, n, -9, 9));
  }

  private void run(
      String group,
      String name,
      String dtype,
      long n,
      Agreement agreement,
      Call call,
      String setup,
      String value,
      String... statements) {
    if (session.wants(name, dtype, n)) {
      session
          .comparison(group, name, dtype, n)
          .ours(call)
          .within(agreement)
          .numpy(setup, value, statements)
          .run();
    }
  }

  private void integers(int n) {
    NDArray a = values(1, n).multiply(1e6).astype(DType.INT64);
    NDArray b = values(2, n).multiply(1e2).astype(DType.INT64);
    NDArray out = NDArray.empty(DType.INT64, n);
    String setup =
        "a = (%s * 1e6).astype('int64')\nb = (%s * 1e2).astype('int64')\nout = np.empty_like(a)"
            .formatted(python(1, n), python(2, n));
    for (String name : List.of("floor_divide", "remainder", "left_shift", "right_shift")) {
      UFunc function = Ufuncs.all().get(name);
      Agreement same = new Agreement.Ulps(0);
      run(
          "integers",
          name + " by array",
          "int64",
          n,
          same,
          () -> function.apply(a, b, out),
          setup,
          "out",
          "np.%s(a, b, out=out)".formatted(name));
      run(
          "integers",
          name + " by scalar",
          "int64",
          n,
          same,
          () -> function.apply(a, 7L, out),
          setup,
          "out",
          "np.%s(a, 7, out=out)".formatted(name));
    }
  }

  private void halves(int n) {
    NDArray a = values(1, n).astype(DType.FLOAT16);
    NDArray b = values(2, n).astype(DType.FLOAT16);
    NDArray wide = values(1, n).astype(DType.FLOAT32);
    NDArray out = NDArray.empty(DType.FLOAT16, n);
    NDArray wideOut = NDArray.empty(DType.FLOAT32, n);
    String setup =
        ("a = %s.astype('float16')\nb = %s.astype('float16')\nw = %s.astype('float32')\n"
                + "out = np.empty_like(a)\nwout = np.empty_like(w)")
            .formatted(python(1, n), python(2, n), python(1, n));
    Agreement same = new Agreement.Ulps(0);
    run(
        "float16",
        "add",
        "float16",
        n,
        same,
        () -> Ufuncs.add(a, b, out),
        setup,
        "out.astype('float32')",
        "np.add(a, b, out=out)");
    run(
        "float16",
        "multiply",
        "float16",
        n,
        same,
        () -> Ufuncs.multiply(a, b, out),
        setup,
        "out.astype('float32')",
        "np.multiply(a, b, out=out)");
    run(
        "float16",
        "float32 to float16",
        "float16",
        n,
        same,
        () -> {
          out.set(wide);
          return out;
        },
        setup,
        "out.astype('float32')",
        "np.copyto(out, w, casting='unsafe')");
    run(
        "float16",
        "float16 to float32",
        "float32",
        n,
        same,
        () -> {
          wideOut.set(a);
          return wideOut;
        },
        setup,
        "wout",
        "np.copyto(wout, a)");
  }

  private void masks(int n) {
    NDArray a = values(1, n);
    NDArray b = values(2, n);
    NDArray mask = values(3, n).greater(0);
    NDArray other = values(4, n).greater(0);
    NDArray out = NDArray.zeros(n);
    String setup =
        "a = %s\nb = %s\nm = %s > 0\nk = %s > 0\nout = np.zeros(len(a))"
            .formatted(python(1, n), python(2, n), python(3, n), python(4, n));
    Agreement same = new Agreement.Ulps(0);
    run(
        "masks",
        "where random",
        "float64",
        n,
        same,
        () -> Ufuncs.where(mask, a, b),
        setup,
        "np.where(m, a, b)",
        "np.where(m, a, b)");
    fresh("where random", n, () -> Ufuncs.where(mask, a, b), setup, "np.where(m, a, b)");
    run(
        "masks",
        "add where=",
        "float64",
        n,
        same,
        () -> Ufuncs.ADD.call(a, b).out(out).where(mask).run(),
        setup,
        "out",
        "np.add(a, b, out=out, where=m)");
    run(
        "masks",
        "select of 2",
        "float64",
        n,
        same,
        () -> Indexing.select(new NDArray[] {mask, other}, new NDArray[] {a, b}, 0.5),
        setup,
        "np.select([m, k], [a, b], 0.5)",
        "np.select([m, k], [a, b], 0.5)");
  }

  private void reductions(int n) {
    NDArray a = values(1, n);
    NDArray b = values(2, n);
    Axes all = Axes.all();
    String setup = "a = %s\nb = %s".formatted(python(1, n), python(2, n));
    reduce(
        "prod",
        n,
        () -> Reductions.prod(b.multiply(0.0).add(1.0)),
        setup,
        "np.prod(b * 0.0 + 1.0)");
    reduce("argmax", n, () -> Locations.argmax(a), setup, "np.argmax(a)");
    reduce("std", n, () -> Reductions.std(a, 0, all, null), setup, "np.std(a)");
    reduce("cumsum", n, () -> Reductions.cumsum(a), setup, "np.cumsum(a)");
    reduce("nanmean", n, () -> NanReductions.nanmean(a), setup, "np.nanmean(a)");
    reduce("any", n, () -> Reductions.any(a, all, null), setup, "np.any(a)");
  }

  private void reduce(String name, int n, Call call, String setup, String statement) {
    run("reductions of numbers", name, "float64", n, CLOSE, call, setup, statement, statement);
  }

  private void complex(int n) {
    NDArray a = values(1, 2 * n).view(DType.COMPLEX128);
    NDArray b = values(2, 2 * n).view(DType.COMPLEX128);
    NDArray out = NDArray.empty(DType.COMPLEX128, n);
    String setup =
        "a = %s.view('complex128')\nb = %s.view('complex128')\nout = np.empty_like(a)"
            .formatted(python(1, 2 * n), python(2, 2 * n));
    for (String name : List.of("multiply", "divide")) {
      UFunc function = Ufuncs.all().get(name);
      parts(
          "complex",
          name,
          n,
          () -> function.apply(a, b, out).viewAsReal(),
          setup,
          "np.%s(a, b, out=out)".formatted(name));
    }
    if (Ufuncs.EXP.types().contains("complex128->complex128")) {
      parts(
          "complex",
          "exp",
          n,
          () -> Ufuncs.EXP.apply(a, out).viewAsReal(),
          setup,
          "np.exp(a, out=out)");
    }
  }

  private void parts(String group, String name, int n, Call call, String setup, String statement) {
    run(group, name, "complex128", n, CLOSE, call, setup, "out.view('float64')", statement);
  }

  private void steps(int n) {
    Agreement few = new Agreement.Ulps(5);
    for (int step : new int[] {2, 4}) {
      String text = "::" + step;
      NDArray a = values(1, step * n).get(text);
      NDArray b = values(2, step * n).get(text);
      NDArray out = NDArray.zeros(n);
      NDArray apart = NDArray.zeros((long) step * n).get(text);
      String setup =
          ("a = %s[::%d]\nb = %s[::%d]\nout = np.zeros(len(a))\n"
                  + "apart = np.zeros(len(a) * %d)[::%d]")
              .formatted(python(1, step * n), step, python(2, step * n), step, step, step);
      run(
          "steps of inputs",
          "add step " + step,
          "float64",
          n,
          few,
          () -> Ufuncs.add(a, b, out),
          setup,
          "out",
          "np.add(a, b, out=out)");
      run(
          "steps of inputs",
          "exp step " + step,
          "float64",
          n,
          few,
          () -> Ufuncs.exp(a, out),
          setup,
          "out",
          "np.exp(a, out=out)");
      run(
          "steps of outputs",
          "add to step " + step,
          "float64",
          n,
          few,
          () -> Ufuncs.add(a, b, apart),
          setup,
          "apart",
          "np.add(a, b, out=apart)");
      run(
          "steps of outputs",
          "exp to step " + step,
          "float64",
          n,
          few,
          () -> Ufuncs.exp(a, apart),
          setup,
          "apart",
          "np.exp(a, out=apart)");
    }
  }

  /// Results in new memory, borrowed and not.
  private void fresh(int n) {
    NDArray a = values(1, n);
    NDArray b = values(2, n);
    String setup = "a = %s\nb = %s".formatted(python(1, n), python(2, n));
    fresh("add", n, () -> a.add(b), setup, "a + b");
    fresh("multiply", n, () -> a.multiply(b), setup, "a * b");
    fresh("greater", n, () -> a.greater(b), setup, "a > b");
    fresh("exp", n, () -> a.exp(), setup, "np.exp(a)");
    fresh(
        "sqrt(a*a+b*b)",
        n,
        () -> a.multiply(a).add(b.multiply(b)).sqrt(),
        setup,
        "np.sqrt(a * a + b * b)");
  }

  private void fresh(String name, int n, Call call, String setup, String statement) {
    Agreement few = new Agreement.Ulps(5);
    run(
        "new results outside of a scope",
        name + " (new)",
        "float64",
        n,
        few,
        call,
        setup,
        statement,
        statement);
    Call scoped =
        () -> {
          try (var scope = MemoryPool.scope()) {
            // what is checked has to outlive the scope; a copy is made once, when it is read
            return scope.keep((NDArray) call.run());
          }
        };
    Call inside =
        () -> {
          try (var _ = MemoryPool.scope()) {
            return call.run();
          }
        };
    if (session.wants(name + " (scope)", "float64", n)) {
      session
          .comparison("new results in a scope", name + " (scope)", "float64", n)
          .ours(scoped, Loop.of(inside))
          .within(few)
          .numpy(setup, statement, statement)
          .run();
    }
  }

  private void narrow() {
    NDArray two = values(1, 2 * MILLION).reshape(MILLION, 2);
    NDArray three = values(2, 3 * MILLION).reshape(MILLION, 3);
    NDArray tall = values(3, 10 * MILLION).reshape(100_000, 100);
    String pair = "a = %s.reshape(-1, 2)".formatted(python(1, 2 * MILLION));
    String triple = "a = %s.reshape(-1, 3)".formatted(python(2, 3 * MILLION));
    String rows = "a = %s.reshape(-1, 100)".formatted(python(3, 10 * MILLION));
    run(
        "narrow",
        "(10^6,2).sum(1)",
        "float64",
        2L * MILLION,
        CLOSE,
        () -> two.sum(1),
        pair,
        "a.sum(1)",
        "a.sum(1)");
    run(
        "narrow",
        "(10^6,3).sum(0)",
        "float64",
        3L * MILLION,
        CLOSE,
        () -> three.sum(0),
        triple,
        "a.sum(0)",
        "a.sum(0)");
    run(
        "narrow",
        "(10^5,100).sum(0)",
        "float64",
        10L * MILLION,
        CLOSE,
        () -> tall.sum(0),
        rows,
        "a.sum(0)",
        "a.sum(0)");
    run(
        "narrow",
        "(10^6,3).prod(1)",
        "float64",
        3L * MILLION,
        CLOSE,
        () -> three.prod(1),
        triple,
        "a.prod(1)",
        "a.prod(1)");
    run(
        "narrow",
        "(10^6,3).max(1)",
        "float64",
        3L * MILLION,
        CLOSE,
        () -> three.max(1),
        triple,
        "a.max(1)",
        "a.max(1)");
  }

  private void quantiles() {
    NDArray a = values(1, MILLION);
    NDArray square = a.reshape(1_000, 1_000);
    NDArray q = NDArray.of(1.0, 25, 50, 75, 99);
    String setup =
        "a = %s\ns = a.reshape(1000, 1000)\nq = [1, 25, 50, 75, 99]".formatted(python(1, MILLION));
    run(
        "quantiles",
        "median",
        "float64",
        MILLION,
        CLOSE,
        () -> Quantiles.median(a),
        setup,
        "np.median(a)",
        "np.median(a)");
    run(
        "quantiles",
        "percentile of 5",
        "float64",
        MILLION,
        CLOSE,
        () -> Quantiles.percentile(a, q),
        setup,
        "np.percentile(a, q)",
        "np.percentile(a, q)");
    run(
        "quantiles",
        "nanmedian of rows",
        "float64",
        MILLION,
        CLOSE,
        () -> NanReductions.nanmedian(square, Axes.axis(1), null),
        setup,
        "np.nanmedian(s, axis=1)",
        "np.nanmedian(s, axis=1)");
  }

  private void fused(int n) {
    NDArray a = values(1, n);
    NDArray b = values(2, n);
    NDArray c = values(3, n);
    NDArray d = values(4, n);
    NDArray out = NDArray.empty(DType.FLOAT64, n);
    String setup =
        "a = %s\nb = %s\nc = %s\nd = %s\nout = np.empty_like(a)\nt = np.empty_like(a)"
            .formatted(python(1, n), python(2, n), python(3, n), python(4, n));
    Expr x = Expr.of(a);
    Expr y = Expr.of(b);
    Expr z = Expr.of(c);
    Expr w = Expr.of(d);
    Expr product = x.multiply(y).add(z).multiply(w);
    Expr square = x.multiply(x).add(y.multiply(y)).subtract(x.multiply(2.0).multiply(y));
    Expr damped = x.multiply(x).add(y.multiply(y)).sqrt().multiply(z.negative().exp());
    run(
        "fused",
        "(a*b+c)*d",
        "float64",
        n,
        CLOSE,
        () -> product.eval(out),
        setup,
        "out",
        "np.multiply(a, b, out=out); np.add(out, c, out=out); np.multiply(out, d, out=out)",
        "out[:] = (a * b + c) * d");
    run(
        "fused",
        "a*a+b*b-2*a*b",
        "float64",
        n,
        CLOSE,
        () -> square.eval(out),
        setup,
        "out",
        "np.multiply(a, a, out=out); np.multiply(b, b, out=t); np.add(out, t, out=out);"
            + " np.multiply(a, 2, out=t); np.multiply(t, b, out=t); np.subtract(out, t, out=out)",
        "out[:] = a * a + b * b - 2 * a * b");
    run(
        "fused",
        "sqrt(a*a+b*b)*exp(-c)",
        "float64",
        n,
        CLOSE,
        () -> damped.eval(out),
        setup,
        "out",
        "np.multiply(a, a, out=out); np.multiply(b, b, out=t); np.add(out, t, out=out);"
            + " np.sqrt(out, out=out); np.negative(c, out=t); np.exp(t, out=t);"
            + " np.multiply(out, t, out=out)",
        "out[:] = np.sqrt(a * a + b * b) * np.exp(-c)");
  }

  /// Ten million elements: with `--threads 2` what threads give.
  private void large(int n) {
    NDArray a = values(1, n);
    NDArray b = values(2, n);
    NDArray out = NDArray.empty(DType.FLOAT64, n);
    String setup = "a = %s\nb = %s\nout = np.empty_like(a)".formatted(python(1, n), python(2, n));
    Agreement few = new Agreement.Ulps(5);
    for (String name : List.of("sin", "exp", "tan", "arctan2", "hypot")) {
      UFunc function = Ufuncs.all().get(name);
      boolean two = function.nin() == 2;
      run(
          "10^7, bound by computing",
          name,
          "float64",
          n,
          few,
          two ? () -> function.apply(a, b, out) : () -> function.apply(a, out),
          setup,
          "out",
          "np.%s(%s, out=out)".formatted(name, two ? "a, b" : "a"));
    }
    for (String name : List.of("add", "multiply", "negative", "sqrt", "maximum")) {
      UFunc function = Ufuncs.all().get(name);
      boolean two = function.nin() == 2;
      run(
          "10^7, bound by memory",
          name,
          "float64",
          n,
          few,
          two ? () -> function.apply(a, b, out) : () -> function.apply(a, out),
          setup,
          "out",
          "np.%s(%s, out=out)".formatted(name, two ? "a, b" : "a"));
    }
  }
}
