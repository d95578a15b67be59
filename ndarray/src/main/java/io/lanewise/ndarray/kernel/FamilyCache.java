package io.lanewise.ndarray.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The kernels of a limited number of programs, of which the ones not used for longest go. A
/// program that comes again is compiled again; who holds its kernels meanwhile keeps them.
///
/// Time is counted in misses: a hit writes the number of misses so far, unless the entry bears it
/// already, so hits take no lock, allocate nothing, and a program in steady use is not written to.
final class FamilyCache {
  /// This share of the limit goes at once, so that looking for the oldest costs each miss little.
  private static final int SHARE = 16;

  private record Aged(KernelFamily family, long lastUse) {}

  private final ConcurrentHashMap<Program, KernelFamily> entries = new ConcurrentHashMap<>();
  private final AtomicLong evicted = new AtomicLong();
  private final int limit;

  // racy on purpose: a program that seems older than it is costs a compilation, nothing else
  private long misses;

  FamilyCache(int limit) {
    this.limit = limit;
  }

  KernelFamily get(Program program) {
    KernelFamily family = entries.get(program);
    if (family == null) {
      family = entries.computeIfAbsent(program, key -> new KernelFamily(key, ++misses));
      if (entries.size() > limit) {
        evict();
      }
    } else {
      use(family);
    }
    return family;
  }

  /// Notes a use of a family by one who has found it before.
  void use(KernelFamily family) {
    if (family.lastUse != misses) {
      family.lastUse = misses;
    }
  }

  private synchronized void evict() {
    int surplus = entries.size() - limit;
    if (surplus <= 0) {
      return;
    }
    // ages are read once: an order that changes while it is sorted by is none
    List<Aged> aged = new ArrayList<>();
    entries.values().forEach(family -> aged.add(new Aged(family, family.lastUse)));
    aged.sort(Comparator.comparingLong(Aged::lastUse));
    int going = Math.min(aged.size(), surplus + limit / SHARE);
    for (Aged old : aged.subList(0, going)) {
      if (entries.remove(old.family.program(), old.family)) {
        evicted.incrementAndGet();
      }
    }
  }

  Collection<KernelFamily> families() {
    return List.copyOf(entries.values());
  }

  int limit() {
    return limit;
  }

  /// How many programs were given up.
  long evicted() {
    return evicted.get();
  }
}
