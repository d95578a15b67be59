package io.lanewise.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a flight recording shows: one event for each evaluation and each hidden copy, and none
/// unless asked for.
class EventsTest {
  @TempDir Path folder;

  @Test
  void anEvaluationNamesItsKernelAndItsElements() throws IOException {
    NDArray a = NDArray.linspace(0, 1, 5_000);
    List<RecordedEvent> events =
        record("lanewise.Evaluation", () -> a.get("::2").astype(DType.FLOAT32));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getString("kernel")).isEqualTo("cast_float64_float32");
    assertThat(events.get(0).getLong("elements")).isEqualTo(2_500);
    assertThat(events.get(0).getLong("time")).isPositive();
  }

  @Test
  void aReshapeThatNeedsACopySaysSo() throws IOException {
    NDArray a = NDArray.zeros(30, 20);
    List<RecordedEvent> events = record("lanewise.HiddenCopy", () -> a.T().reshape(-1));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getString("operation")).isEqualTo("reshape");
    assertThat(events.get(0).getLong("elements")).isEqualTo(600);
  }

  @Test
  void aViewIsNoHiddenCopy() throws IOException {
    NDArray a = NDArray.zeros(30, 20);
    assertThat(record("lanewise.HiddenCopy", () -> a.reshape(20, 30).T())).isEmpty();
  }

  @Test
  void eventsAreOffUnlessARecordingEnablesThem() throws IOException {
    NDArray a = NDArray.zeros(30, 20);
    assertThat(record("jdk.GarbageCollection", () -> a.T().reshape(-1).astype(DType.INT32)))
        .noneMatch(event -> event.getEventType().getName().startsWith("lanewise"));
  }

  private List<RecordedEvent> record(String event, Runnable work) throws IOException {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(event);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Files.delete(file);
    return events;
  }
}
