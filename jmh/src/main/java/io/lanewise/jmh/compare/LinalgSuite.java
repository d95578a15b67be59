package io.lanewise.jmh.compare;

import io.lanewise.linalg.Linalg;
import io.lanewise.linalg.Qr;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// `compare linalg`: matrix products against OpenBLAS, factorisations and solutions against LAPACK,
/// with the same number of threads.
final class LinalgSuite {
  private static final int[] PRODUCTS = {64, 128, 256, 512, 1_000, 1_500};
  private static final int[] SOLUTIONS = {64, 256, 512, 1_000};

  private static final long WARM_UP_NANOS = 2_000_000_000;

  private final Session session;

  private LinalgSuite(Session session) {
    this.session = session;
  }

  static void run(Session session) {
    LinalgSuite suite = new LinalgSuite(session);
    warmUp();
    for (String dtype : new String[] {"float64", "float32"}) {
      for (int n : PRODUCTS) {
        suite.matmul(dtype, n);
      }
    }
    for (int n : SOLUTIONS) {
      suite.solve(n);
      suite.cholesky(n);
      suite.qr(n);
    }
  }

  /// Products of both dtypes until their lanes have taken over, which no case of a few microseconds
  /// brings about in its own warm-up.
  private static void warmUp() {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
      NDArray a = NDArray.of(Inputs.uniform(1, 256 * 256, -1, 1)).reshape(256, 256).astype(dtype);
      long end = System.nanoTime() + WARM_UP_NANOS;
      while (System.nanoTime() < end) {
        Linalg.matmul(a, a);
      }
    }
  }

  private void matmul(String dtype, int n) {
    if (!session.wants("matmul", dtype, (long) n * n)) {
      return;
    }
    Matrix a = matrix(1, dtype, n, 0);
    Matrix b = matrix(2, dtype, n, 0);
    NDArray out = NDArray.empty(a.array.dtype(), n, n);
    double epsilon = dtype.equals("float64") ? 0x1p-52 : 0x1p-23;
    Comparison comparison =
        session
            .comparison("matmul " + dtype, "matmul", dtype, (long) n * n)
            .ours(() -> Linalg.matmul(a.array, b.array, out))
            .within(new Agreement.Relative(n * epsilon))
            .numpy(
                "a = %s\nb = %s\nout = np.empty_like(a)".formatted(a.expression, b.expression),
                "out",
                "np.matmul(a, b, out=out)");
    if (dtype.equals("float64")) {
      comparison.java(() -> Ejml.product(a.values, b.values, n));
    }
    comparison.run();
  }

  private void solve(int n) {
    if (!session.wants("solve (new)", "float64", (long) n * n)) {
      return;
    }
    Matrix a = matrix(1, "float64", n, n);
    double[] right = Inputs.uniform(3, n, -1, 1);
    NDArray b = NDArray.of(right);
    String statement = "np.linalg.solve(a, b)";
    session
        .comparison("solve and factor", "solve (new)", "float64", (long) n * n)
        .ours(() -> Linalg.solve(a.array, b))
        .within(new Agreement.Relative(1e-12))
        .numpy(
            "a = %s\nb = %s".formatted(a.expression, session.inputs().share("b" + n, right)),
            statement,
            statement)
        .java(() -> Ejml.solution(a.values, right, n))
        .run();
  }

  private void cholesky(int n) {
    if (!session.wants("cholesky (new)", "float64", (long) n * n)) {
      return;
    }
    Matrix a = matrix(1, "float64", n, n);
    NDArray definite = Linalg.matmul(a.array, a.array.T());
    double[] values = definite.toDoubleArray();
    String shared = session.inputs().share("definite" + n, values, n, n);
    String statement = "np.linalg.cholesky(a)";
    session
        .comparison("solve and factor", "cholesky (new)", "float64", (long) n * n)
        .ours(() -> Linalg.cholesky(definite))
        .within(new Agreement.Relative(1e-12))
        .numpy("a = " + shared, statement, statement)
        .java(() -> Ejml.cholesky(values, n))
        .run();
  }

  /// The signs of R's rows are free, so magnitudes are compared.
  private void qr(int n) {
    if (!session.wants("qr (new)", "float64", (long) n * n)) {
      return;
    }
    Matrix a = matrix(1, "float64", n, n);
    session
        .comparison("solve and factor", "qr (new)", "float64", (long) n * n)
        .ours(() -> Linalg.qr(a.array))
        .read(result -> ((Qr) result).r().abs().toDoubleArray())
        .within(new Agreement.Relative(1e-12))
        .numpy("a = " + a.expression, "np.abs(np.linalg.qr(a)[1])", "np.linalg.qr(a)")
        .java(() -> Ejml.qr(a.values, n))
        .run();
  }

  private record Matrix(NDArray array, double[] values, String expression) {}

  /// A random matrix with `diagonal` added to its diagonal, which makes it well-conditioned.
  private Matrix matrix(int seed, String dtype, int n, double diagonal) {
    double[] values = Inputs.uniform(seed, n * n, -1, 1);
    for (int i = 0; i < n; i++) {
      values[i * (n + 1)] += diagonal;
    }
    String file = "matrix_%d_%s_%d_%s".formatted(seed, dtype, n, diagonal);
    NDArray array = NDArray.of(values).reshape(n, n);
    if (dtype.equals("float64")) {
      return new Matrix(array, values, session.inputs().share(file, values, n, n));
    }
    return new Matrix(
        array.astype(DType.FLOAT32),
        values,
        session.inputs().share(file, Inputs.toFloats(values), n, n));
  }
}
