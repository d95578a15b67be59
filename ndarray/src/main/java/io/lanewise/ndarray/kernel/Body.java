package io.lanewise.ndarray.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds a [Program]. Equal operations are made once, so a subexpression used twice is computed
/// once.
///
/// ```java
/// Body body = new Body();
/// Value x = body.input(LaneType.FLOAT64);
/// body.output(body.fma(x, x, body.constant(1.0)));
/// Program program = body.build("x*x+1");
/// ```
///
/// Every method refuses arguments of other types than it names with an [IllegalArgumentException].
public final class Body {
  private final List<LaneType> inputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Value> known = new HashMap<>();
  private final List<Integer> outputs = new ArrayList<>();

  /// A value inside one body.
  public static final class Value {
    private final Body body;
    private final int index;
    private final LaneType type;

    private Value(Body body, int index, LaneType type) {
      this.body = body;
      this.index = index;
      this.type = type;
    }

    /// The value's type.
    public LaneType type() {
      return type;
    }
  }

  /// An element of the next operand.
  public Value input(LaneType type) {
    inputs.add(type);
    return add(new Node(OpCode.INPUT, type, List.of(), inputs.size() - 1, null));
  }

  /// Makes `value` the next output and returns its position among the outputs.
  public int output(Value value) {
    outputs.add(own(value));
    return outputs.size() - 1;
  }

  /// Ends the body.
  public Program build(String name) {
    return new Program(name, inputs, nodes, outputs);
  }

  /// A FLOAT64 literal.
  public Value constant(double value) {
    return literal(LaneType.FLOAT64, Double.doubleToRawLongBits(value));
  }

  /// A FLOAT32 literal.
  public Value constant(float value) {
    return literal(LaneType.FLOAT32, Float.floatToRawIntBits(value));
  }

  /// An INT64 literal.
  public Value constant(long value) {
    return literal(LaneType.INT64, value);
  }

  /// An INT32 literal.
  public Value constant(int value) {
    return literal(LaneType.INT32, value);
  }

  /// A literal of `type` with the value of `value` converted to it.
  public Value constant(LaneType type, double value) {
    return switch (type) {
      case FLOAT64 -> constant(value);
      case FLOAT32 -> constant((float) value);
      case INT64 -> constant((long) value);
      case INT32 -> constant((int) value);
      case BOOL -> literal(LaneType.BOOL, value != 0 ? 1 : 0);
    };
  }

  public Value add(Value a, Value b) {
    return arithmetic(OpCode.ADD, a, b);
  }

  public Value sub(Value a, Value b) {
    return arithmetic(OpCode.SUB, a, b);
  }

  public Value mul(Value a, Value b) {
    return arithmetic(OpCode.MUL, a, b);
  }

  /// A correctly rounded quotient of floating-point values.
  public Value div(Value a, Value b) {
    requireFloat(a);
    return arithmetic(OpCode.DIV, a, b);
  }

  public Value min(Value a, Value b) {
    return arithmetic(OpCode.MIN, a, b);
  }

  public Value max(Value a, Value b) {
    return arithmetic(OpCode.MAX, a, b);
  }

  public Value neg(Value a) {
    return number(OpCode.NEG, a);
  }

  public Value abs(Value a) {
    return number(OpCode.ABS, a);
  }

  public Value sqrt(Value a) {
    requireFloat(a);
    return number(OpCode.SQRT, a);
  }

  /// The nearest whole number, halves going to the even one; a zero has the sign of `a`.
  public Value rint(Value a) {
    requireFloat(a);
    return number(OpCode.RINT, a);
  }

  /// The largest whole number that is not above `a`.
  public Value floor(Value a) {
    requireFloat(a);
    return number(OpCode.FLOOR, a);
  }

  /// The smallest whole number that is not below `a`; a zero has the sign of `a`.
  public Value ceil(Value a) {
    requireFloat(a);
    return number(OpCode.CEIL, a);
  }

  /// The whole number next to `a` towards 0; a zero has the sign of `a`.
  public Value trunc(Value a) {
    requireFloat(a);
    return number(OpCode.TRUNC, a);
  }

  /// `a * b + c`, rounded once.
  public Value fma(Value a, Value b, Value c) {
    requireFloat(a);
    requireSame(a, b);
    requireSame(a, c);
    return node(OpCode.FMA, a.type, a, b, c);
  }

  /// Bitwise on integers, logical on BOOL.
  public Value and(Value a, Value b) {
    return bits(OpCode.AND, a, b);
  }

  public Value or(Value a, Value b) {
    return bits(OpCode.OR, a, b);
  }

  public Value xor(Value a, Value b) {
    return bits(OpCode.XOR, a, b);
  }

  public Value not(Value a) {
    require(!a.type.isFloat(), "bitwise operations take integers or BOOL, not " + a.type);
    return node(OpCode.NOT, a.type, a);
  }

  public Value shl(Value a, int count) {
    return shift(OpCode.SHL, a, count);
  }

  /// Shift left by the low bits of `count`, as in Java.
  public Value shl(Value a, Value count) {
    return shift(OpCode.SHL, a, count);
  }

  /// Arithmetic shift right by the low bits of `count`.
  public Value shr(Value a, Value count) {
    return shift(OpCode.SHR, a, count);
  }

  /// Logical shift right by the low bits of `count`.
  public Value ushr(Value a, Value count) {
    return shift(OpCode.USHR, a, count);
  }

  /// Arithmetic shift right.
  public Value shr(Value a, int count) {
    return shift(OpCode.SHR, a, count);
  }

  /// Logical shift right.
  public Value ushr(Value a, int count) {
    return shift(OpCode.USHR, a, count);
  }

  public Value lt(Value a, Value b) {
    return compare(OpCode.LT, a, b);
  }

  public Value le(Value a, Value b) {
    return compare(OpCode.LE, a, b);
  }

  public Value gt(Value a, Value b) {
    return compare(OpCode.LT, b, a);
  }

  public Value ge(Value a, Value b) {
    return compare(OpCode.LE, b, a);
  }

  public Value eq(Value a, Value b) {
    return compare(OpCode.EQ, a, b);
  }

  public Value ne(Value a, Value b) {
    return compare(OpCode.NE, a, b);
  }

  /// `condition ? a : b`.
  public Value select(Value condition, Value a, Value b) {
    require(
        condition.type == LaneType.BOOL, "select needs a BOOL condition, not " + condition.type);
    requireSame(a, b);
    return node(OpCode.SELECT, a.type, condition, a, b);
  }

  /// `table[index & (table.length - 1)]` of an INT32 or INT64 index, as that type. The length is 2,
  /// 4, 8, 16 or 32.
  public Value lookup(Value index, long... table) {
    require(index.type.isInteger(), "a lookup takes an integer, not " + index.type);
    require(
        table.length > 1 && table.length <= 32 && Integer.bitCount(table.length) == 1,
        "a table of " + table.length);
    List<Long> values = Arrays.stream(table).boxed().toList();
    return add(new Node(OpCode.LOOKUP, index.type, List.of(own(index)), 0, null, values));
  }

  /// `condition ? special : usual`, where `condition` seldom holds. See [OpCode#SELDOM].
  public Value seldom(Value condition, Value special, Value usual) {
    require(
        condition.type == LaneType.BOOL, "seldom needs a BOOL condition, not " + condition.type);
    requireSame(special, usual);
    return node(OpCode.SELDOM, usual.type, condition, special, usual);
  }

  /// `a` as `type` by value, as Java casts.
  public Value convert(Value a, LaneType type) {
    own(a);
    return a.type == type ? a : node(OpCode.CONVERT, type, a);
  }

  /// The bits of `a` as `type`, which has the same size.
  public Value reinterpret(Value a, LaneType type) {
    require(
        a.type.bytes() == type.bytes() && type != LaneType.BOOL && a.type != LaneType.BOOL,
        "cannot reinterpret " + a.type + " as " + type);
    return a.type == type ? a : node(OpCode.REINTERPRET, type, a);
  }

  /// `regular`, except where `rare` holds: there `function(arguments)`. See [OpCode#RARE].
  public Value rare(Value rare, Value regular, ScalarFunction function, Value... arguments) {
    require(rare.type == LaneType.BOOL, "rare needs a BOOL condition, not " + rare.type);
    require(regular.type == function.result(), "the scalar function returns another type");
    return call(OpCode.RARE, function, List.of(rare, regular), arguments);
  }

  /// `function(arguments)`; the kernel then has a scalar loop only.
  public Value call(ScalarFunction function, Value... arguments) {
    return call(OpCode.CALL, function, List.of(), arguments);
  }

  private Value call(OpCode op, ScalarFunction function, List<Value> head, Value... arguments) {
    require(
        arguments.length == function.parameters().size(),
        function.name() + " takes " + function.parameters().size() + " arguments");
    List<Integer> indices = new ArrayList<>();
    head.forEach(value -> indices.add(own(value)));
    for (int i = 0; i < arguments.length; i++) {
      require(
          arguments[i].type == function.parameters().get(i), function.name() + ": argument " + i);
      indices.add(own(arguments[i]));
    }
    return add(new Node(op, function.result(), indices, 0, function));
  }

  /// A node of another body with these arguments.
  Value copy(Node node, Value... arguments) {
    if (node.op() == OpCode.INPUT) {
      return input(node.type());
    }
    List<Integer> indices = new ArrayList<>(arguments.length);
    for (Value argument : arguments) {
      indices.add(own(argument));
    }
    return add(
        new Node(node.op(), node.type(), indices, node.literal(), node.function(), node.table()));
  }

  /// `usual`, where the lane loop goes on if `condition` holds in no lane. See [OpCode#SELDOM].
  Value leaving(Value condition, Value usual) {
    return add(new Node(OpCode.RARE, usual.type, List.of(own(condition), own(usual)), 0, null));
  }

  /// The number of nodes.
  int size() {
    return nodes.size();
  }

  private Value literal(LaneType type, long bits) {
    return add(new Node(OpCode.CONSTANT, type, List.of(), bits, null));
  }

  private Value arithmetic(OpCode op, Value a, Value b) {
    requireSame(a, b);
    require(a.type != LaneType.BOOL, op + " takes numbers, not BOOL");
    return node(op, a.type, a, b);
  }

  private Value number(OpCode op, Value a) {
    require(a.type != LaneType.BOOL, op + " takes numbers, not BOOL");
    return node(op, a.type, a);
  }

  private Value bits(OpCode op, Value a, Value b) {
    requireSame(a, b);
    require(!a.type.isFloat(), "bitwise operations take integers or BOOL, not " + a.type);
    return node(op, a.type, a, b);
  }

  private Value shift(OpCode op, Value a, int count) {
    require(a.type.isInteger(), "shifts take integers, not " + a.type);
    require(count >= 0 && count < a.type.bytes() * 8, "shift count " + count);
    return add(new Node(op, a.type, List.of(own(a)), count, null));
  }

  private Value shift(OpCode op, Value a, Value count) {
    requireSame(a, count);
    require(a.type.isInteger(), "shifts take integers, not " + a.type);
    return node(op, a.type, a, count);
  }

  private Value compare(OpCode op, Value a, Value b) {
    requireSame(a, b);
    require(a.type != LaneType.BOOL, "compare BOOL with xor");
    return node(op, LaneType.BOOL, a, b);
  }

  private Value node(OpCode op, LaneType type, Value... arguments) {
    List<Integer> indices = new ArrayList<>(arguments.length);
    for (Value argument : arguments) {
      indices.add(own(argument));
    }
    return add(new Node(op, type, indices, 0, null));
  }

  private Value add(Node node) {
    return known.computeIfAbsent(
        node,
        n -> {
          nodes.add(n);
          return new Value(this, nodes.size() - 1, n.type());
        });
  }

  private int own(Value value) {
    require(value.body == this, "a value belongs to one body");
    return value.index;
  }

  private static void requireFloat(Value a) {
    require(a.type.isFloat(), "floating-point operation on " + a.type);
  }

  private static void requireSame(Value a, Value b) {
    require(a.type == b.type, "types differ: " + a.type + " and " + b.type);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
