package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.kernel.Body.Value;
import java.util.ArrayList;
import java.util.List;

/// Replaces the operations that vectors do not have by others with the same bits: the roundings to
/// whole numbers. Adding and taking away 2^52 (2^23 for float32) leaves the nearest whole number of
/// a smaller one, halves going to the even one; what is larger is whole already.
///
/// @param program the program without such operations
/// @param origins for each of its nodes, the node of the first program that it belongs to
record Lowering(Program program, List<Integer> origins) {
  /// What one rounding becomes, at most.
  static final int ROUNDING_OPERATIONS = 12;

  static boolean isRounding(OpCode op) {
    return op == OpCode.RINT || op == OpCode.FLOOR || op == OpCode.CEIL;
  }

  /// The form of `program` for lanes.
  static Lowering forLanes(Program program) {
    Body body = new Body();
    List<Value> values = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    for (Node node : program.nodes()) {
      Value[] arguments = node.arguments().stream().map(values::get).toArray(Value[]::new);
      values.add(
          isRounding(node.op())
              ? rounded(body, node.op(), arguments[0])
              : body.copy(node, arguments));
      while (origins.size() < body.size()) {
        origins.add(values.size() - 1);
      }
    }
    program.outputs().forEach(output -> body.output(values.get(output)));
    return new Lowering(body.build(program.name()), origins);
  }

  private static Value rounded(Body b, OpCode op, Value x) {
    LaneType type = x.type();
    boolean wide = type == LaneType.FLOAT64;
    LaneType bits = wide ? LaneType.INT64 : LaneType.INT32;
    Value top = wide ? b.constant(Long.MIN_VALUE) : b.constant(Integer.MIN_VALUE);
    Value sign = b.and(b.reinterpret(x, bits), top);
    Value limit = b.constant(type, wide ? 0x1p52 : 0x1p23);
    Value one = b.constant(type, 1);
    Value size = b.abs(x);
    Value whole = b.sub(b.add(size, limit), limit);
    Value nearest = signed(b, whole, sign);
    Value result =
        switch (op) {
          case FLOOR -> b.select(b.lt(x, nearest), b.sub(nearest, one), nearest);
          // -0.7 and 1 more than its -1 make 0, whose sign is missing
          case CEIL -> signed(b, b.select(b.lt(nearest, x), b.add(nearest, one), nearest), sign);
          default -> nearest;
        };
    return b.select(b.lt(size, limit), result, x);
  }

  /// `x` with the sign bit of `sign`, too.
  private static Value signed(Body b, Value x, Value sign) {
    return b.reinterpret(b.or(b.reinterpret(x, sign.type()), sign), x.type());
  }
}
