package io.lanewise.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.lanewise.docs.FiveWays.Way;
import io.lanewise.memmap.MappedArray;
import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.FitResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The parts of the tour, smaller and without their clocks.
class TourTest {

  @ParameterizedTest
  @EnumSource
  void fitsReachTheCertifiedValuesFromBothStarts(NistProblem problem) {
    for (int start = 1; start <= 2; start++) {
      FitResult fit = NistPart.fit(problem, start);
      assertThat(fit.success()).as(fit.toString()).isTrue();
      assertThat(NistPart.digits(fit.parameters(), problem.certified()))
          .as("digits of %s", fit)
          .isGreaterThan(8);
      assertThat(NistPart.digits(fit.standardDeviations(), problem.certifiedDeviations()))
          .as("digits of the standard deviations of %s", fit)
          .isGreaterThan(8);
    }
  }

  @Test
  void digitsCountTheWorstParameterAndNoMoreThanArePrinted() {
    assertThat(NistPart.digits(new double[] {1, 2.002}, new double[] {1, 2}))
        .isCloseTo(3, within(1e-9));
    assertThat(NistPart.digits(new double[] {1}, new double[] {1})).isEqualTo(11);
    assertThat(NistPart.digits(new double[] {Double.NaN}, new double[] {1})).isZero();
  }

  @Test
  void fiveWaysAgree() {
    FiveWays ways = new FiveWays(10_007);
    assertThat(FiveWaysPart.requireAgreement(ways)).isLessThanOrEqualTo(FiveWaysPart.AGREEMENT);
    for (Way way : Way.present()) {
      ways.run(way);
      int last = ways.y().length - 1;
      assertThat(ways.y()[last])
          .as(way.title())
          .isCloseTo(Math.exp(-5) * Math.cos(60), within(1e-15));
    }
  }

  @Test
  void theCodeShownIsThatOfTheMethod() {
    assertThat(Way.PLAIN_LOOP.code())
        .containsExactly(
            "for (int i = 0; i < x.length; i++) {",
            "  y[i] = Math.exp(-0.5 * x[i]) * Math.cos(6.0 * x[i]);",
            "}");
  }

  @Test
  void arraysPrintAsNumPyDoes() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ArraysPart.run(new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("[[ 0  1  2  3]\n [ 4 -1  6 -1]\n [ 8 -1 10 -1]]")
        .contains("array([0.5, 1. , 1.5], dtype=float32)")
        .contains("operands could not be broadcast together with shapes (3,4) (3,)");
  }

  @Test
  void aMappedFileIsFittedWithinItsDeviations(@TempDir Path folder) {
    Path file = folder.resolve("points.npy");
    MappedPoints.write(file, 200_001);
    try (MappedArray mapped = MappedArray.openNpy(file)) {
      NDArray points = mapped.array();
      assertThat(points.shape()).containsExactly(2, 200_001);
      FitResult fit = LargeFitProbe.fit(points);
      assertThat(fit.success()).isTrue();
      for (int j = 0; j < 3; j++) {
        assertThat(fit.parameters()[j])
            .isCloseTo(MappedPoints.TRUTH[j], within(5 * fit.standardDeviations()[j]));
      }
      assertThat(fit.residualStandardDeviation()).isCloseTo(MappedPoints.NOISE, within(2e-3));
    }
  }

  @Test
  void theChartShowsPointsAndCurve() {
    assumeThatCode(ChartPart::requireFonts).doesNotThrowAnyException();
    NistProblem problem = NistProblem.THURBER;
    BufferedImage image = ChartPart.draw(problem, NistPart.fit(problem, 2));
    int points = 0;
    int curve = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        points += rgb == ChartPart.POINTS.getRGB() ? 1 : 0;
        curve += rgb == ChartPart.CURVE.getRGB() ? 1 : 0;
      }
    }
    assertThat(points).isGreaterThan(37 * 20);
    assertThat(curve).isGreaterThan(image.getWidth());
  }
}
