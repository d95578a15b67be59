package io.lanewise.ndarray.kernel;

import java.util.List;

/// One primitive operation of a [Program]: a value in static single assignment form.
///
/// @param op what is computed
/// @param type the type of the value
/// @param arguments indices of earlier nodes
/// @param literal the raw bits of a constant, the count of a shift, or the index of an input;
///   otherwise 0
/// @param function the scalar function of RARE and CALL; otherwise null
/// @param table the values of LOOKUP; otherwise empty
public record Node(
    OpCode op,
    LaneType type,
    List<Integer> arguments,
    long literal,
    ScalarFunction function,
    List<Long> table) {
  public Node {
    arguments = List.copyOf(arguments);
    table = List.copyOf(table);
  }

  /// A node without a table.
  Node(OpCode op, LaneType type, List<Integer> arguments, long literal, ScalarFunction function) {
    this(op, type, arguments, literal, function, List.of());
  }

  /// The index of argument `i`.
  public int argument(int i) {
    return arguments.get(i);
  }
}
