package io.lanewise.ndarray.kernel;

import java.util.List;
import java.util.Objects;

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

  // written out, and so in Program: what a record has by itself is made of method handles at its
  // first use, which takes a fresh process longer than the first kernel does

  @Override
  public boolean equals(Object other) {
    return other instanceof Node node
        && op == node.op
        && type == node.type
        && literal == node.literal
        && arguments.equals(node.arguments)
        && Objects.equals(function, node.function)
        && table.equals(node.table);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * op.hashCode() + arguments.hashCode()) + Long.hashCode(literal);
  }

  /// The index of argument `i`.
  public int argument(int i) {
    return arguments.get(i);
  }
}
