package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Overlap;
import java.util.Arrays;

/// Whether two arrays have a byte in common, exactly.
///
/// A byte of `a` is `first + sum of stride * index + part`, one of `b` likewise. Counting the
/// indices of `b` from their ends turns every sign positive, and the question into whether `sum of
/// c_k x_k = d` has integers `0 <= x_k <= u_k`: the bounded Diophantine equation that NumPy's
/// `shares_memory` solves. The search takes terms from the largest coefficient down. It ends early
/// where the terms that are left reach every multiple of their common divisor, as they do for
/// slices of one array.
final class MemorySharing {
  private final long[] coefficient;
  private final long[] bound;
  // of the terms from k on: the largest sum, the common divisor, and whether every multiple of it
  // up to the sum is reached
  private final long[] most;
  private final long[] divisor;
  private final boolean[] dense;
  private final long limit;
  private long work;

  private MemorySharing(long[] coefficient, long[] bound, long limit) {
    int n = coefficient.length;
    this.coefficient = coefficient;
    this.bound = bound;
    this.limit = limit;
    most = new long[n + 1];
    divisor = new long[n + 1];
    dense = new boolean[n + 1];
    dense[n] = true;
    for (int k = n - 1; k >= 0; k--) {
      long c = coefficient[k];
      most[k] = Math.addExact(most[k + 1], Math.multiplyExact(c, bound[k]));
      divisor[k] = gcd(c, divisor[k + 1]);
      dense[k] =
          k == n - 1
              || dense[k + 1] && c % divisor[k + 1] == 0 && c <= most[k + 1] + divisor[k + 1];
    }
  }

  static boolean sharesMemory(NDArray a, NDArray b, long limit) {
    if (!Overlap.mayShareMemory(a, b)) {
      return false;
    }
    // memory that overlaps has one origin: an array, or the address space
    long width = a.dtype().itemSize();
    long other = b.dtype().itemSize();
    long first = origin(a) + a.low() * width;
    long last = origin(b) + (b.high() + 1) * other - 1;
    int count = a.ndim() + b.ndim();
    long[][] terms = new long[count + 2][];
    for (int axis = 0; axis < count; axis++) {
      boolean own = axis < a.ndim();
      Layout layout = own ? a.layout() : b.layout();
      int k = own ? axis : axis - a.ndim();
      terms[axis] =
          new long[] {Math.abs(layout.stride(k)) * (own ? width : other), layout.shape(k) - 1};
    }
    terms[count] = new long[] {1, width - 1};
    terms[count + 1] = new long[] {1, other - 1};
    long distance = last - first;
    if (width == other && (distance + 1) % width == 0) {
      // whole elements, one on the other
      terms[count][1] = 0;
      terms[count + 1][1] = 0;
      distance -= width - 1;
    }
    long[][] sorted =
        Arrays.stream(terms)
            .filter(term -> term[0] != 0 && term[1] != 0)
            .sorted((x, y) -> Long.compare(y[0], x[0]))
            .toArray(long[][]::new);
    return merged(sorted, limit).reaches(0, distance);
  }

  private static long origin(NDArray a) {
    return a.storage().segment() == null ? 0 : a.storage().segment().address();
  }

  /// Terms with the same coefficient are one.
  private static MemorySharing merged(long[][] sorted, long limit) {
    long[] coefficient = new long[sorted.length];
    long[] bound = new long[sorted.length];
    int n = 0;
    for (long[] term : sorted) {
      if (n > 0 && coefficient[n - 1] == term[0]) {
        bound[n - 1] += term[1];
      } else {
        coefficient[n] = term[0];
        bound[n++] = term[1];
      }
    }
    return new MemorySharing(Arrays.copyOf(coefficient, n), Arrays.copyOf(bound, n), limit);
  }

  /// Whether the terms from `k` on can make `rest`.
  private boolean reaches(int k, long rest) {
    if (rest == 0) {
      return true;
    }
    if (rest < 0 || rest > most[k] || rest % divisor[k] != 0) {
      return false;
    }
    if (dense[k]) {
      return true;
    }
    long c = coefficient[k];
    long least = Math.max(0, Math.ceilDiv(rest - most[k + 1], c));
    for (long x = Math.min(bound[k], rest / c); x >= least; x--) {
      if (++work > limit) {
        throw new IllegalStateException("sharesMemory: Exceeded max_work, " + limit + " steps");
      }
      if (reaches(k + 1, rest - c * x)) {
        return true;
      }
    }
    return false;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
