package io.lanewise.ndarray.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What the machine and the JVM offer to kernels, found once.
public final class Hardware {
  private static final boolean FMA = flag("UseFMA");
  private static final boolean LANES =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          // the emulated fma has no lanes
          && FMA
          // without C2 every vector is boxed
          && flag("TieredCompilation", "TieredStopAtLevel");
  private static final ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;

  private Hardware() {}

  /// Whether `Math.fma` is one instruction; where it is not, it takes microseconds.
  public static boolean hasFma() {
    return FMA;
  }

  /// Whether kernels with lanes can run: the incubator module is in the boot layer, the hardware
  /// has fma and C2 is in use.
  public static boolean hasLanes() {
    return LANES;
  }

  /// Bytes that the current thread has allocated so far, or -1 where the JVM does not count them.
  public static long allocatedBytes() {
    return THREADS == null ? -1 : THREADS.getCurrentThreadAllocatedBytes();
  }

  /// A clock for comparisons: the current thread's processor time in nanoseconds, which other
  /// processes on the machine do not disturb; wall-clock time where the JVM has no such clock.
  static long threadTime() {
    return THREADS != null && THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private static String option(String name) {
    try {
      HotSpotDiagnosticMXBean bean =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return bean == null ? null : bean.getVMOption(name).getValue();
    } catch (IllegalArgumentException e) {
      // another JVM, or a flag that this one does not know
      return null;
    }
  }

  private static boolean flag(String name) {
    return Boolean.parseBoolean(option(name));
  }

  private static boolean flag(String tiered, String level) {
    return !flag(tiered) || "4".equals(option(level));
  }
}
