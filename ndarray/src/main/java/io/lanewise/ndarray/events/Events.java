package io.lanewise.ndarray.events;

/// The gate to the library's JFR events, closed where the JDK has no JFR or no recording wants
/// them. One event per evaluation, never per tile.
public final class Events {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Events() {}

  /// Whether a recording wants evaluations.
  public static boolean evaluations() {
    // the event classes cost 50 ms to load, which only a JVM with a recorder should pay
    return PRESENT && Recorder.isInitialized() && EvaluationEvent.wanted();
  }

  /// Reports one evaluation of a kernel.
  public static void evaluation(String kernel, long elements, long nanoseconds) {
    EvaluationEvent.report(kernel, elements, nanoseconds);
  }

  /// Reports a copy that the user did not ask for.
  public static void hiddenCopy(String operation, String reason, long elements) {
    if (PRESENT && Recorder.isInitialized()) {
      HiddenCopyEvent.report(operation, reason, elements);
    }
  }

  /// Apart, so that nothing of JFR is loaded where the JDK has none.
  private static final class Recorder {
    static boolean isInitialized() {
      return jdk.jfr.FlightRecorder.isInitialized();
    }
  }
}
