package io.lanewise.optimize;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One round of a solver: where it stands before it looks for the next step.
@Name("lanewise.Iteration")
@Label("Optimizer Iteration")
@Description("One round of a trust-region solver")
@Category("Lanewise")
@Enabled(false)
@StackTrace(false)
final class IterationEvent extends Event {
  private static final EventType TYPE = EventType.getEventType(IterationEvent.class);

  @Label("Iteration")
  long iteration;

  @Label("Evaluations")
  long evaluations;

  @Label("Cost")
  double cost;

  @Label("Optimality")
  double optimality;

  @Label("Trust-region radius")
  double radius;

  /// The gate: closed where the JDK has no JFR.
  static final class Gate {
    private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Gate() {}

    static boolean open() {
      return PRESENT && TYPE.isEnabled();
    }
  }

  static void report(
      long iteration, long evaluations, double cost, double optimality, double radius) {
    IterationEvent event = new IterationEvent();
    event.iteration = iteration;
    event.evaluations = evaluations;
    event.cost = cost;
    event.optimality = optimality;
    event.radius = radius;
    event.commit();
  }
}
