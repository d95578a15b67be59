package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The arrays of one chain and its random numbers.
final class Variables {
  /// How many are made at the start.
  static final int FIRST = 4;

  private static final int MOST = 9;

  final SplittableRandom random;
  private final List<NDArray> arrays = new ArrayList<>();

  Variables(long seed) {
    random = new SplittableRandom(seed);
  }

  List<NDArray> all() {
    return arrays;
  }

  NDArray get(int i) {
    return arrays.get(i);
  }

  void set(int i, NDArray value) {
    if (i == arrays.size()) {
      arrays.add(value);
    } else {
      arrays.set(i, value);
    }
  }

  /// Any of them.
  int any() {
    return random.nextInt(arrays.size());
  }

  /// Where a new one goes.
  int free() {
    return arrays.size() < MOST ? arrays.size() : any();
  }

  /// A number from `low` up to, not including, `high`.
  int from(int low, int high) {
    return random.nextInt(low, high);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
