package io.lanewise.ndarray.kernel;

import java.util.List;

/// A finished body: what one element of every output is, as primitive operations on one element of
/// every input. Two programs that are equal share their kernels.
///
/// @param name what the computation is called in class names, profiles and events
/// @param inputs the lane type of each input
/// @param nodes the operations, each after its arguments
/// @param outputs the index of the node that each output stores
public record Program(String name, List<LaneType> inputs, List<Node> nodes, List<Integer> outputs) {
  public Program {
    inputs = List.copyOf(inputs);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Program program
        && name.equals(program.name)
        && inputs.equals(program.inputs)
        && nodes.equals(program.nodes)
        && outputs.equals(program.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + nodes.hashCode();
  }

  /// The number of operands: inputs, then outputs.
  public int operands() {
    return inputs.size() + outputs.size();
  }

  /// The lane type of operand `i`; outputs follow the inputs.
  public LaneType operandType(int i) {
    return i < inputs.size() ? inputs.get(i) : nodes.get(outputs.get(i - inputs.size())).type();
  }

  /// The number of operations that compute something, which is what a loop's cost and size follow;
  /// a rounding counts as what it becomes where vectors do not have it.
  public int computations() {
    int count = 0;
    for (Node node : nodes) {
      if (node.op() != OpCode.INPUT && node.op() != OpCode.CONSTANT) {
        count += Lowering.isRounding(node.op()) ? Lowering.ROUNDING_OPERATIONS : 1;
      }
    }
    return count;
  }
}
