package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.fft.Fft;
import io.lanewise.ufunc.fft.FftNorm;

/// `compare fft`: single transforms of friendly and unfriendly lengths, many short ones, and
/// images.
final class FftSuite {
  /// Powers of two in and beyond the caches, a length with small factors, and a prime.
  private static final int[] LENGTHS = {64, 1_000, 1_009, 1_024, 65_536, 1_048_576};

  private final Session session;

  private FftSuite(Session session) {
    this.session = session;
  }

  static void run(Session session) {
    FftSuite suite = new FftSuite(session);
    for (int n : LENGTHS) {
      suite.complex(n);
    }
    for (int n : LENGTHS) {
      suite.real(n);
    }
    suite.several("fft of (10000,16)", 10_000, 16, -1);
    suite.several("fft of (1000,1000), axis 0", 1_000, 1_000, 0);
    suite.several("fft of (1000,1000), axis 1", 1_000, 1_000, 1);
    suite.image();
  }

  private void complex(int n) {
    double[] values = Inputs.uniform(1, 2 * n, -1, 1);
    NDArray a = NDArray.ofComplex(values);
    NDArray out = NDArray.empty(DType.COMPLEX128, n);
    String setup = setup("complex_" + n, values) + "\nout = np.empty_like(a)";
    if (session.wants("fft", "complex128", n)) {
      comparison("fft", n, () -> Fft.fft(a, n, -1, FftNorm.BACKWARD, out))
          .numpy(setup, "out.view(np.float64)", "np.fft.fft(a, out=out)")
          .run();
    }
    if (session.wants("fft (new)", "complex128", n)) {
      comparison("fft (new)", n, () -> Fft.fft(a))
          .numpy(setup, "np.fft.fft(a).view(np.float64)", "np.fft.fft(a)")
          .run();
    }
  }

  private void real(int n) {
    if (session.wants("rfft (new)", "float64", n)) {
      double[] values = Inputs.uniform(2, n, -1, 1);
      NDArray a = NDArray.of(values);
      String setup = "a = " + session.inputs().share("real_" + n, values);
      comparison("rfft (new)", n, () -> Fft.rfft(a))
          .numpy(setup, "np.fft.rfft(a).view(np.float64)", "np.fft.rfft(a)")
          .run();
    }
  }

  private void several(String name, int rows, int columns, int axis) {
    int n = rows * columns;
    if (session.wants(name, "complex128", n)) {
      double[] values = Inputs.uniform(3, 2 * n, -1, 1);
      NDArray a = NDArray.ofComplex(values).reshape(rows, columns);
      String setup = setup("complex_" + n, values) + ".reshape(%d, %d)".formatted(rows, columns);
      String statement = "np.fft.fft(a, axis=%d)".formatted(axis);
      comparison(name, n, () -> Fft.fft(a, Fft.WHOLE, axis))
          .numpy(setup, statement + ".view(np.float64)", statement)
          .run();
    }
  }

  private void image() {
    int side = 1_024;
    int n = side * side;
    String name = "rfft2 of (1024,1024)";
    if (session.wants(name, "float64", n)) {
      double[] values = Inputs.uniform(4, n, -1, 1);
      NDArray a = NDArray.of(values).reshape(side, side);
      String setup = "a = " + session.inputs().share("image", values, side, side);
      comparison(name, n, () -> Fft.rfft2(a))
          .numpy(setup, "np.fft.rfft2(a).view(np.float64)", "np.fft.rfft2(a)")
          .run();
    }
  }

  private Comparison comparison(String name, int n, Call call) {
    return session
        .comparison(name.startsWith("rfft") ? "real" : "complex", name, "float64", n)
        .ours(call)
        .read(result -> ((NDArray) result).viewAsReal().toDoubleArray())
        .within(new Agreement.Relative(1e-14));
  }

  private String setup(String name, double[] values) {
    return "a = " + session.inputs().share(name, values) + ".view(np.complex128)";
  }
}
