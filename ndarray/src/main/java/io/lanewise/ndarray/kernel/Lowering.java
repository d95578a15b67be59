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
  static final int ROUNDING_OPERATIONS = 12;

  static boolean isRounding(OpCode op) {
    return switch (op) {
      case RINT, FLOOR, CEIL, TRUNC -> true;
      default -> false;
    };
  }

  /// Whether `program` needs both loops.
  static boolean hasTwoLoops(Program program) {
    return program.nodes().stream()
        .anyMatch(node -> node.op() == OpCode.SELDOM || isRounding(node.op()));
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
    boolean wide = type == LaneType.FLOAT64;
    Value limit = b.constant(type, wide ? 0x1p51 : 0x1p22);
    return b.seldom(b.not(b.lt(b.abs(x), limit)), roundedLarge(b, op, x), roundedSmall(b, op, x));
  }

  private static Value roundedSmall(Body b, OpCode op, Value x) {
    LaneType type = x.type();
    Value magic = b.constant(type, type == LaneType.FLOAT64 ? 0x1.8p52 : 0x1.8p23);
    Value number = op == OpCode.TRUNC ? b.abs(x) : x;
    Value nearest = b.sub(b.add(number, magic), magic);
    Value whole = corrected(b, op, number, nearest);
    // what is rounded to 0 has lost its sign
    return signed(b, whole, x);
  }

  /// From 2^52 on (2^23 for float32) numbers are whole; the sum of half of that and a smaller size
  /// has no bits below the halves.
  private static Value roundedLarge(Body b, OpCode op, Value x) {
    LaneType type = x.type();
    Value limit = b.constant(type, type == LaneType.FLOAT64 ? 0x1p52 : 0x1p23);
    Value size = b.abs(x);
    Value nearest = b.sub(b.add(size, limit), limit);
    Value whole =
        op == OpCode.TRUNC
            ? signed(b, corrected(b, op, size, nearest), x)
            : corrected(b, op, x, signed(b, nearest, x));
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
