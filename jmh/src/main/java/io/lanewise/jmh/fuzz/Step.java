package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.NDArray;

/// One operation of a chain, for both sides.
///
/// @param kind what is counted
/// @param target the variable it makes or changes
/// @param python the statement
/// @param java the same here, giving the variable's value
record Step(String kind, int target, String python, Action java) {
  /// What a step does here.
  @FunctionalInterface
  interface Action {
    NDArray run();
  }
}
