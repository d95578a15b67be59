package io.lanewise.docs;

import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.FitResult;
import io.lanewise.ufunc.Expr;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Fifth part: Thurber's data with the fitted curve, and the residuals below, as a PNG.
final class ChartPart {
  private static final int WIDTH = 1_000;
  private static final int FIT_HEIGHT = 480;
  private static final int RESIDUAL_HEIGHT = 300;
  private static final int CURVE_POINTS = 400;
  static final Color POINTS = new Color(0x1f, 0x4e, 0x79);
  static final Color CURVE = new Color(0xc8, 0x55, 0x2b);

  private ChartPart() {}

  static void run(Screen screen, Path home) throws IOException {
    requireFonts();
    NistProblem problem = NistProblem.THURBER;
    Path file = home.resolve("docs", "target", "tour", "thurber.png");
    Files.createDirectories(file.toAbsolutePath().getParent());
    FitResult fit = NistPart.fit(problem, 1);
    if (!ImageIO.write(draw(problem, fit), "png", file.toFile())) {
      throw new IOException("this JDK writes no PNG");
    }
    screen.say(
        "Thurber's data, the fit and its residuals (standard deviation %.4f): %s, %,d bytes",
        fit.residualStandardDeviation(),
        home.relativize(file).toString().replace('\\', '/'),
        Files.size(file));
  }

  /// Java draws no text without a font of the system, and says so in odd ways.
  ///
  /// @throws IllegalStateException when there is none
  static void requireFonts() {
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new IllegalStateException(
          "The chart needs a font, and Java finds none here. Install fontconfig and a font, for"
              + " example with: apt install fontconfig fonts-dejavu-core",
          e);
    }
  }

  /// The values of the fitted model.
  static NDArray model(NistProblem problem, FitResult fit, NDArray x) {
    Expr[] b = Arrays.stream(fit.parameters()).mapToObj(Expr::constant).toArray(Expr[]::new);
    return problem.model().of(Expr.of(x), b).eval();
  }

  static BufferedImage draw(NistProblem problem, FitResult fit) {
    NDArray x = problem.x();
    NDArray y = problem.y();
    NDArray line = NDArray.linspace(x.min().item(), x.max().item(), CURVE_POINTS);
    XYChart above =
        chart(problem.title() + ": electron mobility (NIST StRD)", "electron mobility", FIT_HEIGHT);
    curve(above, "fit", line, model(problem, fit, line));
    dots(above, "data", x, y);
    XYChart below = chart("", "data - fit", RESIDUAL_HEIGHT);
    below.getStyler().setLegendVisible(false);
    curve(below, "zero", line, NDArray.zeros(CURVE_POINTS));
    dots(below, "residuals", x, y.subtract(model(problem, fit, x)));
    BufferedImage image =
        new BufferedImage(WIDTH, FIT_HEIGHT + RESIDUAL_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    below.paint(g, WIDTH, RESIDUAL_HEIGHT);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    above.paint(g, WIDTH, FIT_HEIGHT);
    // labels differ in width; where the plots start is known once they are painted
    double first = line.getDouble(0);
    int shift =
        (int) Math.max(0, above.getScreenXFromChart(first) - below.getScreenXFromChart(first));
    g.translate(shift, FIT_HEIGHT);
    below.paint(g, WIDTH - shift, RESIDUAL_HEIGHT);
    g.dispose();
    return image;
  }

  private static XYChart chart(String title, String yTitle, int height) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .title(title)
            .xAxisTitle("log of the density")
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setMarkerSize(8);
    return chart;
  }

  private static void curve(XYChart chart, String name, NDArray x, NDArray y) {
    XYSeries series = chart.addSeries(name, x.toDoubleArray(), y.toDoubleArray());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(CURVE);
  }

  private static void dots(XYChart chart, String name, NDArray x, NDArray y) {
    XYSeries series = chart.addSeries(name, x.toDoubleArray(), y.toDoubleArray());
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(POINTS);
  }
}
