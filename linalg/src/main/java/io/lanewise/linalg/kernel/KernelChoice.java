package io.lanewise.linalg.kernel;

import io.lanewise.ndarray.kernel.Hardware;
import io.lanewise.ndarray.kernel.KernelMode;

/// The kernels of this JVM, chosen once: plain loops where `lanewise.kernels=scalar` or where the
/// machine or the JVM has no lanes, otherwise plain loops that give way to lanes (see
/// [WarmedKernels]).
public final class KernelChoice {
  /// What every product and decomposition runs on.
  public static final Kernels KERNELS = choose();

  private KernelChoice() {}

  private static Kernels choose() {
    Kernels lanes = KernelMode.current() == KernelMode.SCALAR ? null : lanes();
    return lanes == null ? new PlainKernels() : new WarmedKernels(lanes);
  }

  /// The lane kernels, or null where they cannot run. Found by name, so that nothing else links to
  /// them.
  public static Kernels lanes() {
    if (!Hardware.hasLanes()) {
      return null;
    }
    try {
      return (Kernels)
          Class.forName("io.lanewise.linalg.lanes.LaneKernels").getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // plain loops give the same bits; a machine with vectors of another length comes here too
      System.getLogger("io.lanewise")
          .log(System.Logger.Level.WARNING, "linear algebra runs without lanes", e);
      return null;
    }
  }
}
