package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.kernel.Body.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The form of a [Program] for a loop of lanes. Operations that vectors do not have are replaced by
/// others with the same bits: the roundings to whole numbers. Where it has values that are seldom
/// taken ([OpCode#SELDOM]) there are two loops: one without them, which is left where they are
/// needed, and one that computes all and selects.
///
/// @param program the program without such operations
/// @param origins for each of its nodes, the node of the first program that it belongs to
record Lowering(Program program, List<Integer> origins) {
  /// What one rounding becomes, at most.
  static final int ROUNDING_OPERATIONS = 16;

  static boolean isRounding(OpCode op) {
    return switch (op) {
      case RINT, FLOOR, CEIL, TRUNC -> true;
      default -> false;
    };
  }

  /// Whether `program` needs both loops.
  static boolean hasTwoLoops(Program program) {
    return program.nodes().stream().anyMatch(node -> node.op() == OpCode.SELDOM);
  }

  /// The loop that computes all values.
  static Lowering complete(Program program) {
    return withoutRoundings(program)
        .rewritten(
            (body, node, arguments) ->
                node.op() == OpCode.SELDOM
                    ? body.select(arguments[0], arguments[1], arguments[2])
                    : body.copy(node, arguments));
  }

  /// The loop that is left where a value is needed that is seldom taken.
  static Lowering usual(Program program) {
    return withoutRoundings(program)
        .rewritten(
            (body, node, arguments) ->
                node.op() == OpCode.SELDOM
                    ? body.leaving(arguments[0], arguments[2])
                    : body.copy(node, arguments))
        .pruned();
  }

  private static Lowering withoutRoundings(Program program) {
    return new Lowering(program, IntStream.range(0, program.nodes().size()).boxed().toList())
        .rewritten(
            (body, node, arguments) ->
                isRounding(node.op())
                    ? rounded(body, node.op(), arguments[0])
                    : body.copy(node, arguments));
  }

  /// What becomes of a node, whose arguments are already those of the new body.
  private interface Rule {
    Value apply(Body body, Node node, Value... arguments);
  }

  private Lowering rewritten(Rule rule) {
    boolean[] all = new boolean[program.nodes().size()];
    Arrays.fill(all, true);
    return rewritten(rule, all);
  }

  /// The same without the nodes that no output needs.
  private Lowering pruned() {
    boolean[] needed = new boolean[program.nodes().size()];
    program.outputs().forEach(output -> needed[output] = true);
    for (int at = needed.length - 1; at >= 0; at--) {
      Node node = program.nodes().get(at);
      if (needed[at]) {
        node.arguments().forEach(argument -> needed[argument] = true);
      }
      // the inputs are operands of the loop
      needed[at] |= node.op() == OpCode.INPUT;
    }
    return rewritten(Body::copy, needed);
  }

  private Lowering rewritten(Rule rule, boolean[] needed) {
    Body body = new Body();
    Value[] values = new Value[needed.length];
    List<Integer> newOrigins = new ArrayList<>();
    for (int at = 0; at < needed.length; at++) {
      if (needed[at]) {
        Node node = program.nodes().get(at);
        Value[] arguments =
            node.arguments().stream().map(argument -> values[argument]).toArray(Value[]::new);
        values[at] = rule.apply(body, node, arguments);
        while (newOrigins.size() < body.size()) {
          newOrigins.add(origins.get(at));
        }
      }
    }
    program.outputs().forEach(output -> body.output(values[output]));
    return new Lowering(body.build(program.name()), newOrigins);
  }

  /// Adding and taking away 1.5 2^52 (2^23 for float32) leaves the nearest whole number of one that
  /// is below a third of that, halves going to the even one.
  private static Value rounded(Body b, OpCode op, Value x) {
    LaneType type = x.type();
    // From there on numbers are whole; the sum of it and a smaller size has no bits below 1.
    Value limit = b.constant(type, type == LaneType.FLOAT64 ? 0x1p52 : 0x1p23);
    Value size = b.abs(x);
    Value nearest = b.sub(b.add(size, limit), limit);
    // What becomes 0 loses its sign: by the sum, and by the correction of what is below 0.
    Value whole =
        switch (op) {
          case TRUNC -> signed(b, corrected(b, op, size, nearest), x);
          case CEIL -> signed(b, corrected(b, op, x, signed(b, nearest, x)), x);
          default -> corrected(b, op, x, signed(b, nearest, x));
        };
    return b.select(b.lt(size, limit), whole, x);
  }

  /// The whole number that `op` makes of x, next to the `nearest` one.
  private static Value corrected(Body b, OpCode op, Value x, Value nearest) {
    Value one = b.constant(x.type(), 1);
    return switch (op) {
      case FLOOR, TRUNC -> b.select(b.lt(x, nearest), b.sub(nearest, one), nearest);
      case CEIL -> b.select(b.lt(nearest, x), b.add(nearest, one), nearest);
      default -> nearest;
    };
  }

  /// `whole` with the sign bit of `x`, too.
  private static Value signed(Body b, Value whole, Value x) {
    boolean wide = x.type() == LaneType.FLOAT64;
    LaneType bits = wide ? LaneType.INT64 : LaneType.INT32;
    Value top = wide ? b.constant(Long.MIN_VALUE) : b.constant(Integer.MIN_VALUE);
    Value sign = b.and(b.reinterpret(x, bits), top);
    return b.reinterpret(b.or(b.reinterpret(whole, bits), sign), x.type());
  }
}
