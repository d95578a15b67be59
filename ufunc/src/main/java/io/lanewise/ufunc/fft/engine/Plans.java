package io.lanewise.ufunc.fft.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/// Plans made so far, those used last kept while their tables stay within a bound. Any thread may
/// ask; two that ask for the same new plan at once may both make it.
final class Plans<P> {
  /// Doubles in all tables of one kind: 32 MB.
  private static final long LIMIT = 1L << 22;

  static final Plans<Plan> COMPLEX = new Plans<>(Plan::of, Plan::size);
  static final Plans<RealLength> REAL = new Plans<>(RealLength::new, RealLength::size);

  private final IntFunction<P> make;
  private final ToLongFunction<P> size;
  private final Map<Integer, P> plans = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /// The plan asked for last: most programs use one length at a time.
  private volatile Entry<P> latest;

  private record Entry<P>(int n, P plan) {}

  private Plans(IntFunction<P> make, ToLongFunction<P> size) {
    this.make = make;
    this.size = size;
  }

  P get(int n) {
    Entry<P> entry = latest;
    if (entry != null && entry.n == n) {
      return entry.plan;
    }
    P plan;
    synchronized (plans) {
      plan = plans.get(n);
    }
    if (plan == null) {
      plan = make.apply(n);
      synchronized (plans) {
        P other = plans.putIfAbsent(n, plan);
        if (other == null) {
          total += size.applyAsLong(plan);
          shrink();
        } else {
          plan = other;
        }
      }
    }
    latest = new Entry<>(n, plan);
    return plan;
  }

  private void shrink() {
    var oldest = plans.entrySet().iterator();
    while (total > LIMIT && oldest.hasNext()) {
      total -= size.applyAsLong(oldest.next().getValue());
      oldest.remove();
    }
  }
}
