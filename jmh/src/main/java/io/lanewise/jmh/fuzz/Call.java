package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.List;

/// One call of a function, for both sides.
///
/// @param kind what is counted
/// @param function NumPy's name of the function
/// @param arrays its arrays
/// @param python the statement that sets `r` to the results
/// @param java the same here
/// @param compareStrides whether the results are new arrays whose memory order NumPy defines
/// @param steps how many roundings follow each other, for functions that are approximated
/// @param size the least size of numbers whose last place counts, for results that may cancel
/// @param slack more of them for each element, see [Slack], or null
/// @param dtype the dtype that is computed in, or null where it follows from the arrays
/// @param excuse why an error here is none there, or null
record Call(
    String kind,
    String function,
    RandomArrays arrays,
    String python,
    Action java,
    boolean compareStrides,
    int steps,
    double size,
    NDArray slack,
    DType dtype,
    String excuse) {
  /// What a call does here.
  @FunctionalInterface
  interface Action {
    List<NDArray> run();
  }
}
