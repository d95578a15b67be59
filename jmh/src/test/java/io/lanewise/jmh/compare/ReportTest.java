package io.lanewise.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void aCaseIsOneLineOfJson() throws IOException {
    try (Report report = report()) {
      report.add("small", "add (new)", "float32", 100, "numpy 2.4.6", 20, 250.5);
    }
    assertThat(Files.readAllLines(folder.resolve("ufunc.jsonl")))
        .containsExactly(
            "{\"suite\": \"ufunc\", \"case\": \"add (new)\", \"dtype\": \"float32\", \"n\": 100,"
                + " \"threads\": 1, \"ours_ns\": 20.00, \"peer_ns\": 250.50, \"peer\": \"numpy"
                + " 2.4.6\", \"ratio\": 12.5250}");
  }

  @Test
  void aGroupEndsInItsGeometricMean() throws IOException {
    try (Report report = report()) {
      report.add("small", "add", "float64", 10, "numpy", 1, 2);
      report.add("small", "add", "float64", 100, "numpy", 1, 8);
      assertThat(report.finish()).isTrue();
    }
    assertThat(screen())
        .contains("small, numpy")
        .contains("2 cases")
        .contains("4.00x  (least 2.00x)");
  }

  @Test
  void aFailedCaseFailsTheRun() throws IOException {
    try (Report report = report()) {
      report.fail("ufunc add float64 10", "element 0 differs");
      assertThat(report.finish()).isFalse();
    }
    assertThat(screen()).contains("element 0 differs").contains("1 cases failed");
  }

  @Test
  void aRunWithoutACaseFails() throws IOException {
    try (Report report = report()) {
      assertThat(report.finish()).isFalse();
    }
    assertThat(screen()).contains("no case");
  }

  private Report report() throws IOException {
    return new Report("ufunc", 1, folder, new PrintStream(screen, true, StandardCharsets.UTF_8));
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
