package io.lanewise.docs;

import io.lanewise.ndarray.Lanewise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fourth part: 20 million points in a mapped file, fitted exactly by a JVM whose heap is smaller
/// than the data.
final class LargeFitPart {
  private static final long POINTS = 20_000_000;
  private static final String HEAP = "-Xmx128m";

  /// An estimate further from the truth than this many of its standard deviations is wrong: by
  /// chance it happens once in ten million fits.
  private static final double FAR = 5.5;

  private LargeFitPart() {}

  static void run(Screen screen) throws IOException {
    Path folder = Files.createTempDirectory("lanewise-tour");
    Path file = folder.resolve("points.npy");
    try {
      long start = System.nanoTime();
      MappedPoints.write(file, POINTS);
      screen.say(
          "Wrote %,d points of 2.5 exp(-1.3 x) + 0.5 with noise of %.1f to a mapped file: %,d MB in"
              + " %.1f s.",
          POINTS, MappedPoints.NOISE, Files.size(file) / 1_000_000, seconds(start));
      screen.say("A child JVM with %s maps it and fits all of it, block by block:", HEAP);
      screen.code(Source.body(LargeFitProbe.class, "fit"));
      List<String> flags = List.of(HEAP, "-Dlanewise.threads=" + Lanewise.parallelism());
      report(screen, parse(ChildJvm.run(flags, LargeFitProbe.class, file.toString())));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private static Map<String, double[]> parse(List<String> lines) {
    Map<String, double[]> values = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      values.put(words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
    }
    return values;
  }

  private static void report(Screen screen, Map<String, double[]> child) {
    double[] fitted = child.get("parameters");
    double[] deviations = child.get("deviations");
    List<String[]> rows = new ArrayList<>();
    for (int j = 0; j < fitted.length; j++) {
      double distance = (fitted[j] - MappedPoints.TRUTH[j]) / deviations[j];
      if (!(Math.abs(distance) < FAR)) {
        throw new IllegalStateException(
            "b[%d] is %s, %.1f standard deviations from the truth"
                .formatted(j, fitted[j], distance));
      }
      rows.add(
          new String[] {
            "b[" + j + "]",
            Double.toString(MappedPoints.TRUTH[j]),
            Screen.number("%.6f", fitted[j]),
            Screen.number("%.6f", deviations[j]),
            Screen.number("%+.2f", distance)
          });
    }
    screen.table(
        new String[] {
          "parameter", "truth", "fitted", "standard deviation", "deviations from the truth"
        },
        rows);
    double seconds = child.get("seconds")[0];
    double points = child.get("points")[0];
    double passes = child.get("passes")[0];
    screen.say(
        """
        Standard deviation of the residuals: %.5f (the noise put in: %.1f).
        %.2f s for %.0f passes with model and derivatives, and one that looks for NaNs, JVM cold:
        %.0f million points a second in each pass, %.1f million points a second in total.
        The heap held at most %.0f MB of its %.0f MB; the data are %.0f MB.\
        """,
        child.get("noise")[0],
        MappedPoints.NOISE,
        seconds,
        passes,
        points * (passes + 1) / seconds * 1e-6,
        points / seconds * 1e-6,
        child.get("peak")[0] * 1e-6,
        child.get("heap")[0] * 1e-6,
        points * 2 * Double.BYTES * 1e-6);
  }
}
