package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IterationEventTest {
  @Test
  void aRecordingSeesEveryIteration(@TempDir Path folder) throws IOException {
    assumeTrue(ModuleLayer.boot().findModule("jdk.jfr").isPresent());
    Path file = folder.resolve("fit.jfr");
    LeastSquaresResult result;
    try (Recording recording = new Recording()) {
      recording.enable("lanewise.Iteration");
      recording.start();
      result =
          LeastSquares.residuals(BoundedRosenbrockTest::residuals)
              .jacobian(BoundedRosenbrockTest::jacobian)
              .solve(-2, 1);
      recording.stop();
      recording.dump(file);
    }
    double before = Double.POSITIVE_INFINITY;
    long count = 0;
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals("lanewise.Iteration")) {
        assertThat(event.getLong("iteration")).isEqualTo(++count);
        assertThat(event.getDouble("cost")).isLessThan(before);
        before = event.getDouble("cost");
      }
    }
    assertThat(count).isBetween(5L, result.nfev());
  }
}
