package io.lanewise.ndarray.kernel;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a [Program] as the Java loop that its kernel runs, one operation a line. Kernels carry
/// these line numbers, so a profile of `kernels.exp_float64.run` points into this text.
public final class SourceText {
  private static final int FIRST = 3;

  private SourceText() {}

  /// The line of node `at`; the stores of the outputs follow the last node.
  static int line(int at) {
    return FIRST + at;
  }

  /// The loop as Java source.
  public static String of(Program program) {
    StringBuilder text = new StringBuilder();
    text.append("void run(").append(parameters(program)).append(", int n) {\n");
    text.append("  for (int i = 0; i < n; i++) {\n");
    for (int at = 0; at < program.nodes().size(); at++) {
      Node node = program.nodes().get(at);
      text.append("    ").append(type(node.type())).append(" v").append(at).append(" = ");
      text.append(expression(program, node)).append(";\n");
    }
    for (int o = 0; o < program.outputs().size(); o++) {
      text.append("    out").append(o).append("[i] = v").append(program.outputs().get(o));
      text.append(";\n");
    }
    return text.append("  }\n}\n").toString();
  }

  private static String parameters(Program program) {
    String inputs =
        IntStream.range(0, program.inputs().size())
            .mapToObj(k -> type(program.inputs().get(k)) + "[] in" + k)
            .collect(Collectors.joining(", "));
    String outputs =
        IntStream.range(0, program.outputs().size())
            .mapToObj(o -> type(program.operandType(program.inputs().size() + o)) + "[] out" + o)
            .collect(Collectors.joining(", "));
    return inputs.isEmpty() ? outputs : inputs + ", " + outputs;
  }

  private static String expression(Program program, Node node) {
    String a = argument(node, 0);
    String b = argument(node, 1);
    String c = argument(node, 2);
    return switch (node.op()) {
      case INPUT -> "in" + node.literal() + "[i]";
      case CONSTANT -> literal(node);
      case ADD -> a + " + " + b;
      case SUB -> a + " - " + b;
      case MUL -> a + " * " + b;
      case DIV -> a + " / " + b;
      case NEG -> "-" + a;
      case ABS -> "Math.abs(" + a + ")";
      case SQRT, RINT, FLOOR, CEIL, TRUNC ->
          (node.type() == LaneType.FLOAT32 ? "(float) " : "")
              + (node.op() == OpCode.TRUNC ? "Truncation." : "Math.")
              + node.op().name().toLowerCase(java.util.Locale.ROOT)
              + "("
              + a
              + ")";
      case FMA -> "Math.fma(" + a + ", " + b + ", " + c + ")";
      case MIN -> "Math.min(" + a + ", " + b + ")";
      case MAX -> "Math.max(" + a + ", " + b + ")";
      case AND -> a + " & " + b;
      case OR -> a + " | " + b;
      case XOR -> a + " ^ " + b;
      case NOT -> (node.type() == LaneType.BOOL ? "!" : "~") + a;
      case SHL -> a + " << " + count(node, b);
      case SHR -> a + " >> " + count(node, b);
      case USHR -> a + " >>> " + count(node, b);
      case LT -> a + " < " + b;
      case LE -> a + " <= " + b;
      case EQ -> a + " == " + b;
      case NE -> a + " != " + b;
      case SELECT, SELDOM -> a + " ? " + b + " : " + c;
      case LOOKUP -> lookup(node, a);
      case CONVERT -> convert(program, node, a);
      case REINTERPRET -> reinterpret(node, a);
      case RARE -> a + " ? " + call(node, 2) + " : " + b;
      case CALL -> call(node, 0);
    };
  }

  private static String count(Node node, String b) {
    return node.arguments().size() == 1 ? Long.toString(node.literal()) : b;
  }

  private static String lookup(Node node, String a) {
    boolean wide = node.type() == LaneType.INT64;
    String values =
        node.table().stream()
            .map(value -> wide ? value + "L" : Long.toString(value))
            .collect(Collectors.joining(", ", "{", "}"));
    String index = (wide ? "(int) " : "") + a + " & " + (node.table().size() - 1);
    return "new " + type(node.type()) + "[] " + values + "[" + index + "]";
  }

  private static String convert(Program program, Node node, String a) {
    LaneType from = program.nodes().get(node.argument(0)).type();
    if (node.type() == LaneType.BOOL) {
      return a + " != 0";
    }
    if (from == LaneType.BOOL) {
      return a + " ? 1 : 0";
    }
    return "(" + type(node.type()) + ") " + a;
  }

  private static String reinterpret(Node node, String a) {
    return switch (node.type()) {
      case FLOAT64 -> "Double.longBitsToDouble(" + a + ")";
      case FLOAT32 -> "Float.intBitsToFloat(" + a + ")";
      case INT64 -> "Double.doubleToRawLongBits(" + a + ")";
      default -> "Float.floatToRawIntBits(" + a + ")";
    };
  }

  private static String call(Node node, int first) {
    String arguments =
        IntStream.range(first, node.arguments().size())
            .mapToObj(j -> argument(node, j))
            .collect(Collectors.joining(", "));
    ScalarFunction function = node.function();
    return function.owner().getSimpleName() + "." + function.name() + "(" + arguments + ")";
  }

  private static String argument(Node node, int j) {
    return j < node.arguments().size() ? "v" + node.argument(j) : "";
  }

  private static String literal(Node node) {
    return switch (node.type()) {
      case FLOAT64 -> floating(Double.longBitsToDouble(node.literal()));
      case FLOAT32 -> floating(Float.intBitsToFloat((int) node.literal()));
      case INT64 -> node.literal() + "L";
      case INT32 -> Integer.toString((int) node.literal());
      case BOOL -> Boolean.toString(node.literal() != 0);
    };
  }

  private static String floating(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(value);
  }

  private static String floating(float value) {
    if (Float.isNaN(value)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return value + "f";
  }

  private static String type(LaneType type) {
    return switch (type) {
      case BOOL -> "boolean";
      case INT32 -> "int";
      case INT64 -> "long";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
    };
  }
}
