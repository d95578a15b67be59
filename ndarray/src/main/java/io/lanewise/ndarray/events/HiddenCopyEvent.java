package io.lanewise.ndarray.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/// A copy that the library made without having been asked for one.
@Name("lanewise.HiddenCopy")
@Label("Hidden Copy")
@Description("A copy that the user did not ask for")
@Category("Lanewise")
@Enabled(false)
final class HiddenCopyEvent extends Event {
  @Label("Operation")
  String operation;

  @Label("Reason")
  String reason;

  @Label("Elements")
  long elements;

  static void report(String operation, String reason, long elements) {
    HiddenCopyEvent event = new HiddenCopyEvent();
    if (event.shouldCommit()) {
      event.operation = operation;
      event.reason = reason;
      event.elements = elements;
      event.commit();
    }
  }
}
