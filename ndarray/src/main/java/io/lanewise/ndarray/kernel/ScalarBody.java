package io.lanewise.ndarray.kernel;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import io.lanewise.ndarray.kernel.KernelEmitter.Types;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Lowers a [Program] to plain JVM instructions for one element.
final class ScalarBody {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc EXACT_FMA = ClassDesc.of(ExactFma.class.getName());
  private static final ClassDesc TRUNCATION = ClassDesc.of(Truncation.class.getName());
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");

  private final Program program;
  private final LookupTables tables;

  ScalarBody(Program program, LookupTables tables) {
    this.program = program;
    this.tables = tables;
  }

  /// Writes the computation of element `i` and the stores of all outputs.
  void emit(CodeBuilder code, Operands operands, Operands.Index index, int i) {
    Node[] nodes = program.nodes().toArray(Node[]::new);
    int[] local = new int[nodes.length];
    for (int at = 0; at < nodes.length; at++) {
      Node node = nodes[at];
      code.lineNumber(SourceText.line(at));
      if (node.op() == OpCode.CONSTANT) {
        continue;
      }
      if (node.op() == OpCode.INPUT) {
        int k = (int) node.literal();
        if (operands.access(k) == Access.REPEATED) {
          local[at] = operands.base(k);
          continue;
        }
        operands.load(k, index, i);
      } else {
        compute(code, nodes, local, node);
      }
      local[at] = code.allocateLocal(Types.kind(node.type()));
      code.storeLocal(Types.kind(node.type()), local[at]);
    }
    for (int o = 0; o < program.outputs().size(); o++) {
      int at = program.outputs().get(o);
      int k = program.inputs().size() + o;
      code.lineNumber(SourceText.line(nodes.length + o));
      operands.store(k, index, i, () -> push(code, nodes, local, at));
    }
  }

  private static void push(CodeBuilder code, Node[] nodes, int[] local, int at) {
    Node node = nodes[at];
    if (node.op() != OpCode.CONSTANT) {
      code.loadLocal(Types.kind(node.type()), local[at]);
      return;
    }
    switch (node.type()) {
      case FLOAT64 -> code.loadConstant(Double.longBitsToDouble(node.literal()));
      case FLOAT32 -> code.loadConstant(Float.intBitsToFloat((int) node.literal()));
      case INT64 -> code.loadConstant(node.literal());
      case INT32, BOOL -> code.loadConstant((int) node.literal());
    }
  }

  private static void pushAll(CodeBuilder code, Node[] nodes, int[] local, Node node, int first) {
    for (int j = first; j < node.arguments().size(); j++) {
      push(code, nodes, local, node.argument(j));
    }
  }

  private void compute(CodeBuilder code, Node[] nodes, int[] local, Node node) {
    LaneType from = nodes[node.argument(0)].type();
    switch (node.op()) {
      case SELECT, SELDOM -> {
        push(code, nodes, local, node.argument(0));
        choose(
            code,
            () -> push(code, nodes, local, node.argument(1)),
            () -> push(code, nodes, local, node.argument(2)));
      }
      case RARE -> {
        push(code, nodes, local, node.argument(0));
        choose(
            code,
            () -> {
              pushAll(code, nodes, local, node, 2);
              invoke(code, node.function());
            },
            () -> push(code, nodes, local, node.argument(1)));
      }
      case LOOKUP -> {
        tables.push(code, node);
        push(code, nodes, local, node.argument(0));
        if (node.type() == LaneType.INT64) {
          code.l2i();
        }
        code.loadConstant(node.table().size() - 1).iand();
        code.arrayLoad(Types.kind(node.type()));
      }
      case CALL -> {
        pushAll(code, nodes, local, node, 0);
        invoke(code, node.function());
      }
      default -> {
        pushAll(code, nodes, local, node, 0);
        switch (node.op()) {
          case CONVERT -> convert(code, from, node.type());
          case REINTERPRET -> reinterpret(code, from, node.type());
          case LT, LE, EQ, NE -> compare(code, node.op(), from);
          default -> arithmetic(code, node, from);
        }
      }
    }
  }

  /// Takes a boolean from the stack and leaves one of two values.
  private static void choose(CodeBuilder code, Runnable yes, Runnable no) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    code.ifeq(otherwise);
    yes.run();
    code.goto_(end);
    code.labelBinding(otherwise);
    no.run();
    code.labelBinding(end);
  }

  static void invoke(CodeBuilder code, ScalarFunction function) {
    code.invokestatic(
        ClassDesc.of(function.owner().getName()),
        function.name(),
        MethodTypeDesc.of(
            Types.primitive(function.result()),
            function.parameters().stream().map(Types::primitive).toList()));
  }

  private static void compare(CodeBuilder code, OpCode op, LaneType type) {
    switch (type) {
      case FLOAT64 -> {
        // a comparison with NaN is false, except !=
        if (op == OpCode.LT || op == OpCode.LE) {
          code.dcmpg();
        } else {
          code.dcmpl();
        }
      }
      case FLOAT32 -> {
        if (op == OpCode.LT || op == OpCode.LE) {
          code.fcmpg();
        } else {
          code.fcmpl();
        }
      }
      case INT64 -> code.lcmp();
      case INT32, BOOL -> {
        Label yes = code.newLabel();
        switch (op) {
          case LT -> code.if_icmplt(yes);
          case LE -> code.if_icmple(yes);
          case EQ -> code.if_icmpeq(yes);
          default -> code.if_icmpne(yes);
        }
        zeroOrOne(code, yes);
        return;
      }
    }
    Label yes = code.newLabel();
    switch (op) {
      case LT -> code.iflt(yes);
      case LE -> code.ifle(yes);
      case EQ -> code.ifeq(yes);
      default -> code.ifne(yes);
    }
    zeroOrOne(code, yes);
  }

  private static void zeroOrOne(CodeBuilder code, Label yes) {
    Label end = code.newLabel();
    code.iconst_0().goto_(end);
    code.labelBinding(yes).iconst_1();
    code.labelBinding(end);
  }

  private static void arithmetic(CodeBuilder code, Node node, LaneType type) {
    switch (type) {
      case FLOAT64 -> float64(code, node.op());
      case FLOAT32 -> float32(code, node.op());
      case INT64 -> int64(code, node);
      case INT32 -> int32(code, node);
      case BOOL -> {
        switch (node.op()) {
          case AND -> code.iand();
          case OR -> code.ior();
          case XOR -> code.ixor();
          case NOT -> code.iconst_1().ixor();
          default -> throw unsupported(node);
        }
      }
    }
  }

  private static void float64(CodeBuilder code, OpCode op) {
    switch (op) {
      case ADD -> code.dadd();
      case SUB -> code.dsub();
      case MUL -> code.dmul();
      case DIV -> code.ddiv();
      case NEG -> code.dneg();
      case ABS -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(CD_double, CD_double));
      case SQRT, RINT, FLOOR, CEIL, TRUNC -> math(code, op);
      case MIN -> code.invokestatic(MATH, "min", binary(CD_double));
      case MAX -> code.invokestatic(MATH, "max", binary(CD_double));
      case FMA ->
          code.invokestatic(
              fma(), "fma", MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double));
      default -> throw new IllegalArgumentException(op + " on float64");
    }
  }

  private static void float32(CodeBuilder code, OpCode op) {
    switch (op) {
      case ADD -> code.fadd();
      case SUB -> code.fsub();
      case MUL -> code.fmul();
      case DIV -> code.fdiv();
      case NEG -> code.fneg();
      case ABS -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(CD_float, CD_float));
      // the root of a float, rounded to double and then to float, is the correctly rounded one
      case SQRT, RINT, FLOOR, CEIL, TRUNC -> {
        code.f2d();
        math(code, op);
        code.d2f();
      }
      case MIN -> code.invokestatic(MATH, "min", binary(CD_float));
      case MAX -> code.invokestatic(MATH, "max", binary(CD_float));
      case FMA ->
          code.invokestatic(
              fma(), "fma", MethodTypeDesc.of(CD_float, CD_float, CD_float, CD_float));
      default -> throw new IllegalArgumentException(op + " on float32");
    }
  }

  /// A function of [Math] that C2 knows as an instruction.
  private static void math(CodeBuilder code, OpCode op) {
    String name = op.name().toLowerCase(java.util.Locale.ROOT);
    ClassDesc owner = op == OpCode.TRUNC ? TRUNCATION : MATH;
    code.invokestatic(owner, name, MethodTypeDesc.of(CD_double, CD_double));
  }

  private static void int64(CodeBuilder code, Node node) {
    switch (node.op()) {
      case ADD -> code.ladd();
      case SUB -> code.lsub();
      case MUL -> code.lmul();
      case NEG -> code.lneg();
      case ABS -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(CD_long, CD_long));
      case MIN -> code.invokestatic(MATH, "min", binary(CD_long));
      case MAX -> code.invokestatic(MATH, "max", binary(CD_long));
      case AND -> code.land();
      case OR -> code.lor();
      case XOR -> code.lxor();
      case NOT -> code.loadConstant(-1L).lxor();
      case SHL -> count(code, node).lshl();
      case SHR -> count(code, node).lshr();
      case USHR -> count(code, node).lushr();
      default -> throw unsupported(node);
    }
  }

  private static void int32(CodeBuilder code, Node node) {
    switch (node.op()) {
      case ADD -> code.iadd();
      case SUB -> code.isub();
      case MUL -> code.imul();
      case NEG -> code.ineg();
      case ABS -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(CD_int, CD_int));
      case MIN -> code.invokestatic(MATH, "min", binary(CD_int));
      case MAX -> code.invokestatic(MATH, "max", binary(CD_int));
      case AND -> code.iand();
      case OR -> code.ior();
      case XOR -> code.ixor();
      case NOT -> code.iconst_m1().ixor();
      case SHL -> count(code, node).ishl();
      case SHR -> count(code, node).ishr();
      case USHR -> count(code, node).iushr();
      default -> throw unsupported(node);
    }
  }

  /// The count of a shift on top of the stack: a literal, or the argument that is there as a number
  /// of the shift's type.
  private static CodeBuilder count(CodeBuilder code, Node node) {
    if (node.arguments().size() == 1) {
      return code.loadConstant((int) node.literal());
    }
    return node.type() == LaneType.INT64 ? code.l2i() : code;
  }

  private static void convert(CodeBuilder code, LaneType from, LaneType to) {
    if (to == LaneType.BOOL) {
      switch (from) {
        case FLOAT64 -> code.dconst_0();
        case FLOAT32 -> code.fconst_0();
        case INT64 -> code.lconst_0();
        case INT32, BOOL -> code.iconst_0();
      }
      compare(code, OpCode.NE, from);
      return;
    }
    code.conversion(Types.kind(from), Types.kind(to));
  }

  private static void reinterpret(CodeBuilder code, LaneType from, LaneType to) {
    switch (from) {
      case FLOAT64 ->
          code.invokestatic(DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
      case FLOAT32 ->
          code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
      case INT64 ->
          code.invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
      case INT32 -> code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      case BOOL -> throw new IllegalArgumentException("reinterpret BOOL as " + to);
    }
  }

  /// Math.fma takes 10 us where the hardware has none.
  private static ClassDesc fma() {
    return Hardware.hasFma() ? MATH : EXACT_FMA;
  }

  private static MethodTypeDesc binary(ClassDesc type) {
    return MethodTypeDesc.of(type, type, type);
  }

  private static IllegalArgumentException unsupported(Node node) {
    return new IllegalArgumentException(node.op() + " on " + node.type());
  }
}
