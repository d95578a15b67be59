package io.lanewise.ndarray.kernel;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// All kernels of this JVM. Equal programs share their kernels.
public final class Kernels {
  private static final ConcurrentHashMap<Program, KernelFamily> FAMILIES =
      new ConcurrentHashMap<>();

  static {
    if (!Hardware.hasLanes()) {
      System.getLogger("io.lanewise")
          .log(
              Level.INFO,
              "plain loops only: start Java with --add-modules jdk.incubator.vector for lanes");
    }
  }

  private Kernels() {}

  /// The kernels of `program`.
  ///
  /// @throws IllegalArgumentException if it has too many operands or operations for one loop
  public static KernelFamily family(Program program) {
    KernelFamily family = FAMILIES.get(program);
    return family != null ? family : FAMILIES.computeIfAbsent(program, KernelFamily::new);
  }

  /// Every kernel made so far, for statistics and tests.
  public static Collection<KernelSlot> all() {
    List<KernelSlot> slots = new ArrayList<>();
    FAMILIES.values().forEach(family -> slots.addAll(family.slots()));
    return slots;
  }

  /// How many kernel classes this JVM has made.
  public static long classes() {
    return KernelCompiler.count();
  }
}
