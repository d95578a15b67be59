package io.lanewise.ndarray.kernel;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/// Says once that there are no lanes. That is when the first loop would have had some, not at the
/// start: a logger takes a fresh process some 15 ms, and a short run needs no lanes.
final class MissingLanes {
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private MissingLanes() {}

  static void say() {
    if (SAID.compareAndSet(false, true)) {
      System.getLogger("io.lanewise")
          .log(
              Level.INFO,
              "plain loops only: start Java with --add-modules jdk.incubator.vector for lanes");
    }
  }
}
