package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;

/// A hash of the bits of results, all NaNs made one.
final class BitHash {
  private long hash;

  long value() {
    return hash;
  }

  void add(NDArray result) {
    add(result.toDoubleArray());
  }

  void add(double... values) {
    for (double value : values) {
      // doubleToLongBits makes all NaNs one
      hash = (hash ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
  }

  /// A copy in native memory, away from any alignment of vectors.
  static NDArray offHeap(NDArray a) {
    long bytes = a.size() * a.dtype().itemSize();
    NDArray copy =
        NDArray.of(
            Arena.ofAuto().allocate(bytes + 64, 64).asSlice(16, bytes), a.dtype(), a.shape());
    copy.set(a);
    return copy;
  }
}
