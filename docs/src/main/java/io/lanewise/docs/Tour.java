package io.lanewise.docs;

import io.lanewise.ndarray.Lanewise;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// `./lanewise tour`: what Lanewise does, end to end, on real data. Every figure it prints is
/// computed in that run, and the code it shows is the code it runs.
///
/// Reading order: [ArraysPart], [FiveWaysPart], [NistPart], [LargeFitPart], [ChartPart].
public final class Tour {
  private Tour() {}

  /// Runs all parts. The property `lanewise.home` names the project's folder.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Screen screen = new Screen(out);
    long start = System.nanoTime();
    screen.out().println("Lanewise: NumPy for the JVM. A tour in five parts.");
    screen
        .out()
        .printf(
            "JDK %s on %s, %d threads%n",
            Runtime.version(), System.getProperty("os.arch"), Lanewise.parallelism());
    screen.part(1, "Arrays");
    ArraysPart.run(screen);
    screen.part(2, "One computation, five ways");
    FiveWaysPart.run(screen);
    screen.part(3, "Curve fits with certified answers");
    NistPart.run(screen);
    screen.part(4, "A fit of data larger than the heap");
    LargeFitPart.run(screen);
    screen.part(5, "A fit in a picture");
    ChartPart.run(screen, Path.of(System.getProperty("lanewise.home", "")));
    screen.say("The tour took %.0f s.", (System.nanoTime() - start) * 1e-9);
  }
}
