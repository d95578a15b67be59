package io.lanewise.ndarray.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// One evaluation of a kernel over whole arrays.
@Name("lanewise.Evaluation")
@Label("Evaluation")
@Description("One evaluation of a kernel over whole arrays")
@Category("Lanewise")
@Enabled(false)
@StackTrace(false)
final class EvaluationEvent extends Event {
  private static final EventType TYPE = EventType.getEventType(EvaluationEvent.class);

  @Label("Kernel")
  String kernel;

  @Label("Elements")
  long elements;

  @Label("Time")
  @Timespan(Timespan.NANOSECONDS)
  long time;

  static boolean wanted() {
    return TYPE.isEnabled();
  }

  static void report(String kernel, long elements, long nanoseconds) {
    EvaluationEvent event = new EvaluationEvent();
    event.kernel = kernel;
    event.elements = elements;
    event.time = nanoseconds;
    event.commit();
  }
}
