package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.CurveFit;
import io.lanewise.optimize.FitResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Runs in a JVM with a small heap for `compare fit`: fits `a*exp(-b*x)+c` to two mapped files of
/// float64.
///
/// Arguments: the file of x, the file of y. For each line on standard input it prints the
/// nanoseconds of one fit and the parameters.
final class FitProbe {
  private FitProbe() {}

  /// See above.
  public static void main(String[] arguments) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      NDArray x = map(Path.of(arguments[0]), arena);
      NDArray y = map(Path.of(arguments[1]), arena);
      PrintStream out = System.out;
      BufferedReader requests =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (requests.readLine() != null) {
        long start = System.nanoTime();
        double[] parameters = fit(x, y);
        long nanos = System.nanoTime() - start;
        out.println(
            nanos
                + " "
                + DoubleStream.of(parameters)
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(" ")));
      }
    }
  }

  /// The fit of this suite; SciPy gets the same start.
  static double[] fit(NDArray x, NDArray y) {
    FitResult result =
        CurveFit.model((t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()).add(p[2]))
            .start(FitSuite.START)
            .fit(x, y);
    return result.parameters();
  }

  private static NDArray map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return NDArray.of(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena),
          DType.FLOAT64,
          channel.size() / Double.BYTES);
    }
  }
}
