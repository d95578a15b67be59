package io.lanewise.ndarray.kernel;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// All kernels of this JVM, one per program and way of reaching its operands.
public final class Kernels {
  private record Key(Program program, List<Access> access, boolean strided) {}

  private static final ConcurrentHashMap<Key, KernelSlot> SLOTS = new ConcurrentHashMap<>();

  static {
    if (!Hardware.hasLanes()) {
      System.getLogger("io.lanewise")
          .log(
              Level.INFO,
              "plain loops only: start Java with --add-modules jdk.incubator.vector for lanes");
    }
  }

  private Kernels() {}

  /// The kernel for `program` with the given access per operand.
  ///
  /// @param strided whether ARRAY and SEGMENT operands have steps other than 1; then there are no lanes
  public static KernelSlot slot(Program program, List<Access> access, boolean strided) {
    Key key = new Key(program, List.copyOf(access), strided);
    KernelSlot slot = SLOTS.get(key);
    // compiled outside the map's lock: a forced lane kernel waits for another thread
    if (slot == null) {
      KernelSlot made = new KernelSlot(program, access, strided);
      KernelSlot earlier = SLOTS.putIfAbsent(key, made);
      slot = earlier == null ? made : earlier;
    }
    return slot;
  }

  /// Every kernel made so far, for statistics and tests.
  public static Collection<KernelSlot> all() {
    return Collections.unmodifiableCollection(SLOTS.values());
  }

  /// How many kernel classes this JVM has made.
  public static long classes() {
    return KernelCompiler.count();
  }
}
