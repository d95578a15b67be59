package io.lanewise.jmh.compare;

import io.lanewise.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// `compare fit`: `a*exp(-b*x)+c` fitted to noisy points, against SciPy's `curve_fit` with its
/// default method and the same start. Small sets lie in memory; 20 million points lie in two mapped
/// files, in the page cache, and our side has a heap of 128 MB.
final class FitSuite {
  static final double[] START = {1, 1, 1};

  private static final int MAPPED = 20_000_000;
  private static final int BLOCK = 1 << 16;
  private static final Agreement SAME = new Agreement.Relative(1e-6);

  private FitSuite() {}

  static void run(Session session) throws IOException {
    for (int n : new int[] {100, 1_000, 10_000, 50_000}) {
      if (session.wants("curve_fit", "float64", n)) {
        inMemory(session, n);
      }
    }
    if (session.wants("curve_fit (mapped)", "float64", MAPPED)) {
      mapped(session);
    }
  }

  private static void inMemory(Session session, int n) {
    double[] xs = new double[n];
    double[] ys = new double[n];
    points(0, n, xs, ys, n, new Random(1));
    NDArray x = NDArray.of(xs);
    NDArray y = NDArray.of(ys);
    session
        .comparison("in memory", "curve_fit", "float64", n)
        .ours(() -> FitProbe.fit(x, y))
        .read(result -> (double[]) result)
        .within(SAME)
        .scipy(
            setup(session.inputs().share("x" + n, xs), session.inputs().share("y" + n, ys)),
            "best",
            FIT)
        .run();
  }

  private static void mapped(Session session) throws IOException {
    Path x = session.inputs().folder().resolve("x.raw");
    Path y = session.inputs().folder().resolve("y.raw");
    write(x, y);
    List<String> flags = List.of("-Xmx128m", "-Dlanewise.threads=" + session.options().threads());
    try (ChildJvm child =
        new ChildJvm(session.inputs(), flags, FitProbe.class, x.toString(), y.toString())) {
      Session slow =
          new Session(
              session.options(),
              session.inputs(),
              session.numpy(),
              new Match(0, 0, session.options().quick() ? 3 : 7),
              session.report());
      slow.comparison("mapped, heap of 128 MB", "curve_fit (mapped)", "float64", MAPPED)
          .ours(() -> child.ask("fit"), count -> nanos(child, count))
          .read(FitSuite::parameters)
          .within(SAME)
          .scipy(
              setup(
                  "np.memmap('%s', 'float64', 'r')".formatted(x),
                  "np.memmap('%s', 'float64', 'r')".formatted(y)),
              "best",
              FIT)
          .run();
    }
  }

  private static final String FIT = "best[:] = curve_fit(model, x, y, p0=start)[0]";

  private static String setup(String x, String y) {
    return """
    from scipy.optimize import curve_fit
    start = %s
    best = np.empty(len(start))
    x = %s
    y = %s
    def model(x, a, b, c):
        return a * np.exp(-b * x) + c
    """
        .formatted(Arrays.toString(START), x, y);
  }

  private static long nanos(ChildJvm child, long count) {
    long sum = 0;
    for (long i = 0; i < count; i++) {
      String answer = child.ask("fit");
      sum += Long.parseLong(answer.substring(0, answer.indexOf(' ')));
    }
    return sum;
  }

  private static double[] parameters(Object answer) {
    return Arrays.stream(answer.toString().split(" "))
        .skip(1)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /// Points `from` to `from + n` of `total` on the curve 2.5*exp(-1.3*x)+0.5 over x in [0, 4), with
  /// normal noise of 0.2.
  private static void points(long from, int n, double[] x, double[] y, long total, Random random) {
    for (int i = 0; i < n; i++) {
      x[i] = 4.0 * (from + i) / total;
      y[i] = 2.5 * Math.exp(-1.3 * x[i]) + 0.5 + 0.2 * random.nextGaussian();
    }
  }

  private static void write(Path xFile, Path yFile) throws IOException {
    Random random = new Random(1);
    double[] x = new double[BLOCK];
    double[] y = new double[BLOCK];
    try (FileChannel xs =
            FileChannel.open(xFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel ys =
            FileChannel.open(yFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long from = 0; from < MAPPED; from += BLOCK) {
        int n = (int) Math.min(BLOCK, MAPPED - from);
        points(from, n, x, y, MAPPED, random);
        append(xs, x, n);
        append(ys, y, n);
      }
    }
  }

  private static void append(FileChannel channel, double[] values, int n) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(n * Double.BYTES).order(ByteOrder.nativeOrder());
    DoubleBuffer doubles = bytes.asDoubleBuffer();
    doubles.put(values, 0, n);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
