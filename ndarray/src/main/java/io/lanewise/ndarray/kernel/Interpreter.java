package io.lanewise.ndarray.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// Computes a [Program] for one element, operation by operation. It is the definition of what every
/// kernel must give, and far too slow for anything else.
public final class Interpreter {
  private Interpreter() {}

  /// The raw bits of every output (an int's or float's in the low half, a BOOL as 0 or 1) for the
  /// raw bits of every input.
  public static long[] run(Program program, long... inputs) {
    long[] v = new long[program.nodes().size()];
    for (int i = 0; i < v.length; i++) {
      Node node = program.nodes().get(i);
      v[i] = compute(program, node, v, inputs);
    }
    long[] out = new long[program.outputs().size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = v[program.outputs().get(i)];
    }
    return out;
  }

  /// How many values of `program` are rare or seldom taken, see [OpCode], for the raw bits of every
  /// input; what follows from them is computed as if they were not.
  static int unusual(Program program, long... inputs) {
    int unusual = 0;
    long[] v = new long[program.nodes().size()];
    for (int i = 0; i < v.length; i++) {
      Node node = program.nodes().get(i);
      switch (node.op()) {
        case RARE, SELDOM -> {
          unusual += v[node.argument(0)] == 0 ? 0 : 1;
          v[i] = v[node.argument(node.op() == OpCode.RARE ? 1 : 2)];
        }
        default -> v[i] = compute(program, node, v, inputs);
      }
    }
    return unusual;
  }

  private static long compute(Program program, Node node, long[] v, long[] inputs) {
    long a = node.arguments().isEmpty() ? 0 : v[node.argument(0)];
    long b = node.arguments().size() < 2 ? 0 : v[node.argument(1)];
    long c = node.arguments().size() < 3 ? 0 : v[node.argument(2)];
    LaneType from =
        node.arguments().isEmpty() ? node.type() : program.nodes().get(node.argument(0)).type();
    int literal = (int) node.literal();
    int count = node.arguments().size() == 2 ? (int) b : literal;
    return switch (node.op()) {
      case INPUT -> inputs[literal];
      case CONSTANT -> node.literal();
      case SELECT, SELDOM -> a != 0 ? b : c;
      case LOOKUP -> node.table().get((int) a & (node.table().size() - 1));
      case REINTERPRET ->
          node.type() == LaneType.INT32 || node.type() == LaneType.FLOAT32 ? (int) a : a;
      case CONVERT -> convert(from, node.type(), a);
      case RARE -> a != 0 ? invoke(node, v, 2) : b;
      case CALL -> invoke(node, v, 0);
      default ->
          switch (from) {
            case FLOAT64 -> float64(node.op(), d(a), d(b), d(c));
            case FLOAT32 -> float32(node.op(), f(a), f(b), f(c));
            case INT64 -> int64(node.op(), a, b, count);
            case INT32 -> int32(node.op(), (int) a, (int) b, count);
            case BOOL -> bool(node.op(), a, b);
          };
    };
  }

  private static long float64(OpCode op, double a, double b, double c) {
    return switch (op) {
      case ADD -> bits(a + b);
      case SUB -> bits(a - b);
      case MUL -> bits(a * b);
      case DIV -> bits(a / b);
      case NEG -> bits(-a);
      case ABS -> bits(Math.abs(a));
      case SQRT -> bits(Math.sqrt(a));
      case RINT -> bits(Math.rint(a));
      case FLOOR -> bits(Math.floor(a));
      case CEIL -> bits(Math.ceil(a));
      case TRUNC -> bits(Truncation.trunc(a));
      case FMA -> bits(Math.fma(a, b, c));
      case MIN -> bits(Math.min(a, b));
      case MAX -> bits(Math.max(a, b));
      case LT -> bit(a < b);
      case LE -> bit(a <= b);
      case EQ -> bit(a == b);
      case NE -> bit(a != b);
      default -> throw new IllegalArgumentException(op + " on float64");
    };
  }

  private static long float32(OpCode op, float a, float b, float c) {
    return switch (op) {
      case ADD -> bits(a + b);
      case SUB -> bits(a - b);
      case MUL -> bits(a * b);
      case DIV -> bits(a / b);
      case NEG -> bits(-a);
      case ABS -> bits(Math.abs(a));
      case SQRT -> bits((float) Math.sqrt(a));
      case RINT -> bits((float) Math.rint(a));
      case FLOOR -> bits((float) Math.floor(a));
      case CEIL -> bits((float) Math.ceil(a));
      case TRUNC -> bits((float) Truncation.trunc(a));
      case FMA -> bits(Math.fma(a, b, c));
      case MIN -> bits(Math.min(a, b));
      case MAX -> bits(Math.max(a, b));
      case LT -> bit(a < b);
      case LE -> bit(a <= b);
      case EQ -> bit(a == b);
      case NE -> bit(a != b);
      default -> throw new IllegalArgumentException(op + " on float32");
    };
  }

  private static long int64(OpCode op, long a, long b, int count) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case NOT -> ~a;
      case SHL -> a << count;
      case SHR -> a >> count;
      case USHR -> a >>> count;
      case LT -> bit(a < b);
      case LE -> bit(a <= b);
      case EQ -> bit(a == b);
      case NE -> bit(a != b);
      default -> throw new IllegalArgumentException(op + " on int64");
    };
  }

  private static long int32(OpCode op, int a, int b, int count) {
    return switch (op) {
      case USHR -> a >>> count;
      case SHR -> a >> count;
      case SHL -> a << count;
      case ABS -> Math.abs(a);
      case NEG -> -a;
      default -> {
        long wide = int64(op, a, b, count);
        yield (int) wide;
      }
    };
  }

  private static long bool(OpCode op, long a, long b) {
    return switch (op) {
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case NOT -> a ^ 1;
      default -> throw new IllegalArgumentException(op + " on bool");
    };
  }

  private static long convert(LaneType from, LaneType to, long a) {
    return switch (from) {
      case FLOAT64 -> fromDouble(to, d(a));
      case FLOAT32 -> fromDouble(to, f(a));
      case BOOL, INT32, INT64 ->
          switch (to) {
            case FLOAT64 -> bits((double) a);
            case FLOAT32 -> bits((float) a);
            case INT64 -> a;
            case INT32 -> (int) a;
            case BOOL -> bit(a != 0);
          };
    };
  }

  private static long fromDouble(LaneType to, double a) {
    return switch (to) {
      case FLOAT64 -> bits(a);
      case FLOAT32 -> bits((float) a);
      case INT64 -> (long) a;
      case INT32 -> (int) a;
      case BOOL -> bit(a != 0);
    };
  }

  private static long invoke(Node node, long[] v, int first) {
    ScalarFunction function = node.function();
    Class<?>[] types = new Class<?>[function.parameters().size()];
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      LaneType type = function.parameters().get(i);
      long bits = v[node.argument(first + i)];
      types[i] = primitive(type);
      values[i] =
          switch (type) {
            case FLOAT64 -> d(bits);
            case FLOAT32 -> f(bits);
            case INT64 -> bits;
            case INT32 -> (int) bits;
            case BOOL -> bits != 0;
          };
    }
    try {
      Method method = function.owner().getMethod(function.name(), types);
      Object result = method.invoke(null, values);
      return switch (function.result()) {
        case FLOAT64 -> bits((double) result);
        case FLOAT32 -> bits((float) result);
        case INT64 -> (long) result;
        case INT32 -> (int) result;
        case BOOL -> bit((boolean) result);
      };
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(function.toString(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.toString(), e);
    }
  }

  private static Class<?> primitive(LaneType type) {
    return switch (type) {
      case FLOAT64 -> double.class;
      case FLOAT32 -> float.class;
      case INT64 -> long.class;
      case INT32 -> int.class;
      case BOOL -> boolean.class;
    };
  }

  private static double d(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private static float f(long bits) {
    return Float.intBitsToFloat((int) bits);
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static long bits(float value) {
    return Float.floatToRawIntBits(value);
  }

  private static long bit(boolean value) {
    return value ? 1 : 0;
  }
}
