package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.KernelStatistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// All kernels of this JVM. Equal programs share their kernels, as long as they are among the
/// `lanewise.kernels.limit` programs used last.
public final class Kernels {
  /// A plain kernel takes some 15 KB of metaspace and code, so these are about 60 MB; every
  /// function in every dtype and its casts are a few thousand programs.
  private static final int LIMIT = 4_096;

  private static final FamilyCache CACHE =
      new FamilyCache(Math.max(1, Integer.getInteger("lanewise.kernels.limit", LIMIT)));

  private Kernels() {}

  /// The kernels of `program`.
  ///
  /// @throws IllegalArgumentException if it has too many operands or operations for one loop
  public static KernelFamily family(Program program) {
    return CACHE.get(program);
  }

  /// The kernels that an operation has found before, if they are still there, which counts as a use
  /// of their program; otherwise null.
  ///
  /// @param known may be null
  public static KernelFamily kept(FamilyReference known) {
    KernelFamily family = known == null ? null : known.get();
    if (family != null) {
      CACHE.use(family);
    }
    return family;
  }

  /// Every kernel that is kept now, for statistics and tests.
  public static Collection<KernelSlot> all() {
    List<KernelSlot> slots = new ArrayList<>();
    CACHE.families().forEach(family -> slots.addAll(family.slots()));
    return slots;
  }

  /// How many kernel classes this JVM has made.
  public static long classes() {
    return KernelCompiler.count();
  }

  /// See [io.lanewise.ndarray.Lanewise#kernelStatistics()].
  public static KernelStatistics statistics() {
    Collection<KernelFamily> families = CACHE.families();
    long kernels = 0;
    long lanes = 0;
    long warming = 0;
    for (KernelFamily family : families) {
      for (KernelSlot slot : family.slots()) {
        kernels++;
        switch (slot.state()) {
          case LANES, UNEVEN_LANES -> lanes++;
          case WARMING -> warming++;
          case SCALAR, LOST, NONE -> {}
        }
      }
    }
    return new KernelStatistics(
        families.size(), CACHE.limit(), kernels, lanes, warming, classes(), CACHE.evicted());
  }
}
