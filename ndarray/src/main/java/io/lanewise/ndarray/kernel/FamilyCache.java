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

  private static final class Entry {
    private final KernelFamily family;
    private long lastUse;

    Entry(Program program, long now) {
      family = new KernelFamily(program);
      lastUse = now;
    }
  }

  private record Aged(Program program, Entry entry, long lastUse) {}

  private final ConcurrentHashMap<Program, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong evicted = new AtomicLong();
  private final int limit;

  // racy on purpose: a program that seems older than it is costs a compilation, nothing else
  private long misses;

  FamilyCache(int limit) {
    this.limit = limit;
  }

  KernelFamily get(Program program) {
    Entry entry = entries.get(program);
    if (entry == null) {
      entry = entries.computeIfAbsent(program, key -> new Entry(key, ++misses));
      if (entries.size() > limit) {
        evict();
      }
    } else if (entry.lastUse != misses) {
      entry.lastUse = misses;
    }
    return entry.family;
  }

  private synchronized void evict() {
    int surplus = entries.size() - limit;
    if (surplus <= 0) {
      return;
    }
    // ages are read once: an order that changes while it is sorted by is none
    List<Aged> aged = new ArrayList<>();
    entries.forEach((program, entry) -> aged.add(new Aged(program, entry, entry.lastUse)));
    aged.sort(Comparator.comparingLong(Aged::lastUse));
    int going = Math.min(aged.size(), surplus + limit / SHARE);
    for (Aged old : aged.subList(0, going)) {
      if (entries.remove(old.program, old.entry)) {
        evicted.incrementAndGet();
      }
    }
  }

  Collection<KernelFamily> families() {
    List<KernelFamily> families = new ArrayList<>();
    entries.values().forEach(entry -> families.add(entry.family));
    return families;
  }

  int limit() {
    return limit;
  }

  /// How many programs were given up.
  long evicted() {
    return evicted.get();
  }
}
