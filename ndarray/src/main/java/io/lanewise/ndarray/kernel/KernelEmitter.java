package io.lanewise.ndarray.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes the class of one kernel: the entry points of [Kernel] around a static method `run` that
/// holds the loop. The scalar class has a plain loop, which C2 vectorises where it can; the lane
/// class has a loop over vectors, where the program has values that are seldom taken a second one
/// that computes them, too, and the plain loop for its tail and for chunks with rare arguments. All
/// lower the same [Program], so they give the same bits.
///
/// Traps of C2 that the emitted code avoids, each measured on JDK 25:
/// - a scalar loop is vectorised only when all operands share one index, so it is emitted twice,
///   for equal offsets and general;
/// - segment accesses mix heap and native paths once the JDK's own profiles have seen both (40 ns
///   become 1,200 per 1,024 elements), unless the loop's method first calls the virtual
///   `isNative()` on each segment;
/// - a fault in a mapped file kills the JVM when a method has only vector accesses, and is an
///   `InternalError` once it has one scalar access.
final class KernelEmitter {
  /// Bodies up to this many operations get a second scalar loop for operands with equal offsets: C2
  /// can vectorise those.
  private static final int EQUAL_OFFSET_OPERATIONS = 16;

  private static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
  private static final ClassDesc OBJECTS = CD_Object.arrayType();
  private static final ClassDesc LONGS = CD_long.arrayType();

  private final Program program;
  private final List<Access> access;
  private final boolean strided;
  private final boolean lanes;
  private final ClassDesc self;
  private final ScalarBody scalar;
  private final LookupTables tables;

  /// How many vectors the complete lane loop does before the usual one goes on. Calling it costs
  /// some vectors' time; where values that are seldom taken are frequent, that is little beside it.
  private static final int COMPLETE_VECTORS = 32;

  /// What the lane loop computes.
  private final Lowering usual;

  /// What the complete lane loop computes; the same where there is one loop only.
  private final Lowering complete;

  /// @param strided whether ARRAY and SEGMENT operands have a step other than 1; scalar classes
  ///   only
  KernelEmitter(Program program, List<Access> access, boolean strided, boolean lanes, String name) {
    this.program = program;
    this.access = access;
    this.strided = strided;
    this.lanes = lanes;
    this.self = ClassDesc.of(name);
    this.tables = new LookupTables(program, self);
    this.scalar = new ScalarBody(program, tables);
    this.complete = lanes ? Lowering.complete(program) : null;
    this.usual = lanes && Lowering.hasTwoLoops(program) ? Lowering.usual(program) : complete;
  }

  /// Whether the plain loop is written twice, for arrays with equal offsets and others.
  static boolean tellsOffsetsApart(Program program, List<Access> access, boolean strided) {
    return !strided
        && Collections.frequency(access, Access.ARRAY) > 1
        && access.stream().allMatch(a -> a == Access.ARRAY || a == Access.REPEATED)
        && program.computations() <= EQUAL_OFFSET_OPERATIONS;
  }

  byte[] emit() {
    byte[] bytes =
        ClassFile.of()
            .build(
                self,
                builder -> {
                  builder
                      .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                      .withSuperclass(KERNEL)
                      .with(SourceFileAttribute.of(self.displayName() + ".java"))
                      .withMethodBody(
                          INIT_NAME,
                          MTD_void,
                          ClassFile.ACC_PUBLIC,
                          code ->
                              code.aload(0).invokespecial(KERNEL, INIT_NAME, MTD_void).return_());
                  if (!strided && program.operands() == 2) {
                    entry(builder, "flat2", 2);
                  }
                  if (!strided && program.operands() == 3) {
                    entry(builder, "flat3", 3);
                  }
                  rows(builder, "rows", "run");
                  builder.withMethodBody(
                      "run",
                      runType(false),
                      ClassFile.ACC_STATIC,
                      lanes ? code -> runLanes(code, "lanes") : this::runScalar);
                  builder.withMethodBody(
                      "scalar", runType(true), ClassFile.ACC_STATIC, this::scalarLoop);
                  if (lanes) {
                    laneLoop(builder, "lanes", usual);
                    if (complete != usual) {
                      laneLoop(builder, "complete", complete);
                      rows(builder, "completeRows", "runComplete");
                      builder.withMethodBody(
                          "runComplete",
                          runType(false),
                          ClassFile.ACC_STATIC,
                          code -> runLanes(code, "complete"));
                    }
                    LaneBody.declareConstants(builder, laneLoops(), access);
                  }
                  tables.declare(builder);
                  if (lanes || !tables.isEmpty()) {
                    builder.withMethodBody(
                        CLASS_INIT_NAME, MTD_void, ClassFile.ACC_STATIC, this::initialize);
                  }
                });
    return bytes;
  }

  private List<Program> laneLoops() {
    return List.of(usual.program(), complete.program());
  }

  private void initialize(CodeBuilder code) {
    tables.initialize(code);
    if (lanes) {
      LaneBody.initializeConstants(code, laneLoops(), access, self);
    }
    code.return_();
  }

  private static final MethodTypeDesc ROWS =
      MethodTypeDesc.of(CD_void, OBJECTS, LONGS, LONGS, LONGS, CD_long, CD_int);

  /// The descriptor of the loop: per operand what [#parameters] says, then `n`, or `from` and `to`.
  private MethodTypeDesc runType(boolean range) {
    List<ClassDesc> types = new ArrayList<>();
    for (int k = 0; k < program.operands(); k++) {
      ClassDesc type = Types.primitive(program.operandType(k));
      switch (access.get(k)) {
        case REPEATED -> types.add(type);
        case ARRAY, PAIRED, EVERY_SECOND, EVERY_FOURTH -> {
          types.add(type.arrayType());
          types.add(CD_int);
          if (strided) {
            types.add(CD_int);
          }
        }
        case SEGMENT -> {
          types.add(SEGMENT);
          types.add(CD_long);
          if (strided) {
            types.add(CD_long);
          }
        }
      }
    }
    types.add(CD_int);
    if (range) {
      types.add(CD_int);
    }
    return MethodTypeDesc.of(CD_void, types);
  }

  /// A flat entry point: unpacks (Object, long) pairs and calls the loop.
  private void entry(ClassBuilder builder, String name, int operands) {
    List<ClassDesc> types = new ArrayList<>();
    for (int k = 0; k < operands; k++) {
      types.add(CD_Object);
      types.add(CD_long);
    }
    types.add(CD_int);
    builder.withMethodBody(
        name,
        MethodTypeDesc.of(CD_void, types),
        ClassFile.ACC_PUBLIC,
        code -> {
          for (int k = 0; k < operands; k++) {
            int base = code.parameterSlot(2 * k);
            int offset = code.parameterSlot(2 * k + 1);
            unpack(code, k, base, offset);
          }
          code.iload(code.parameterSlot(2 * operands));
          code.invokestatic(self, "run", runType(false)).return_();
        });
  }

  private void unpack(CodeBuilder code, int k, int base, int offset) {
    LaneType type = program.operandType(k);
    code.aload(base);
    switch (access.get(k)) {
      case ARRAY, PAIRED, EVERY_SECOND, EVERY_FOURTH ->
          code.checkcast(Types.primitive(type).arrayType()).lload(offset).l2i();
      case SEGMENT -> code.checkcast(SEGMENT).lload(offset);
      case REPEATED ->
          code.lload(offset)
              .invokestatic(
                  KERNEL,
                  Types.repeatedLoad(type),
                  MethodTypeDesc.of(Types.primitive(type), CD_Object, CD_long));
    }
  }

  private void rows(ClassBuilder builder, String name, String run) {
    builder.withMethodBody(name, ROWS, ClassFile.ACC_PUBLIC, code -> rows(code, run));
  }

  private void rows(CodeBuilder code, String run) {
    int operands = program.operands();
    int[] base = new int[operands];
    int[] offset = new int[operands];
    int[] step = new int[operands];
    int[] column = new int[operands];
    for (int k = 0; k < operands; k++) {
      base[k] = code.allocateLocal(TypeKind.REFERENCE);
      offset[k] = code.allocateLocal(TypeKind.LONG);
      step[k] = code.allocateLocal(TypeKind.LONG);
      column[k] = code.allocateLocal(TypeKind.LONG);
      code.aload(code.parameterSlot(0)).loadConstant(k).aaload().astore(base[k]);
      code.aload(code.parameterSlot(1)).loadConstant(k).laload().lstore(offset[k]);
      code.aload(code.parameterSlot(2)).loadConstant(k).laload().lstore(step[k]);
      if (strided) {
        code.aload(code.parameterSlot(3)).loadConstant(k).laload().lstore(column[k]);
      }
    }
    int row = code.allocateLocal(TypeKind.LONG);
    code.lconst_0().lstore(row);
    Label top = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(top);
    code.lload(row).lload(code.parameterSlot(4)).lcmp().ifge(end);
    for (int k = 0; k < operands; k++) {
      unpack(code, k, base[k], offset[k]);
      if (strided && access.get(k) != Access.REPEATED) {
        code.lload(column[k]);
        if (access.get(k) == Access.ARRAY) {
          code.l2i();
        }
      }
    }
    code.iload(code.parameterSlot(5)).invokestatic(self, run, runType(false));
    for (int k = 0; k < operands; k++) {
      code.lload(offset[k]).lload(step[k]).ladd().lstore(offset[k]);
    }
    code.lload(row).lconst_1().ladd().lstore(row).goto_(top);
    code.labelBinding(end).return_();
  }

  /// The loop's operands as locals of the method being written.
  private Operands operands(CodeBuilder code) {
    return new Operands(program, access, strided, code);
  }

  private void runScalar(CodeBuilder code) {
    Operands operands = operands(code);
    int n = code.parameterSlot(operands.parameters());
    List<Integer> arrays = operands.arrays();
    if (tellsOffsetsApart(program, access, strided)) {
      Label general = code.newLabel();
      for (int j = 1; j < arrays.size(); j++) {
        code.iload(operands.offset(arrays.get(0))).iload(operands.offset(arrays.get(j)));
        code.if_icmpne(general);
      }
      int i = code.allocateLocal(TypeKind.INT);
      int end = code.allocateLocal(TypeKind.INT);
      code.iload(operands.offset(arrays.get(0))).istore(i);
      code.iload(i).iload(n).iadd().istore(end);
      loop(code, i, end, () -> scalar.emit(code, operands, Operands.Index.SHARED, i));
      code.return_();
      code.labelBinding(general);
    }
    callScalar(code, operands, () -> code.iconst_0().iload(n));
    code.return_();
  }

  private void scalarLoop(CodeBuilder code) {
    Operands operands = operands(code);
    int i = code.allocateLocal(TypeKind.INT);
    code.iload(code.parameterSlot(operands.parameters())).istore(i);
    loop(
        code,
        i,
        code.parameterSlot(operands.parameters() + 1),
        () -> scalar.emit(code, operands, Operands.Index.OWN, i));
    code.return_();
  }

  /// Whole vectors by lanes, the tail by the plain loop. The complete loop may have fewer lanes
  /// than the usual one, where only it has 64-bit values, and then does what that leaves. A chunk
  /// that needs a value which is seldom taken ends the lane loop; the complete one does it and some
  /// more. A chunk with a rare argument ends either; it is done by the plain loop, and the lanes go
  /// on behind it. The calls must not stand inside the lane loop: C2 then keeps all vectors ready
  /// for them, which made log's ordinary path up to three times slower once a rare argument had
  /// occurred.
  ///
  /// @param first the loop that begins: "lanes" or "complete"
  private void runLanes(CodeBuilder code, String first) {
    Operands operands = operands(code);
    int n = code.parameterSlot(operands.parameters());
    int i = code.allocateLocal(TypeKind.INT);
    int bound = code.allocateLocal(TypeKind.INT);
    int width = LaneBody.lanes(complete.program(), self, code);
    // n without its remainder; the lane count is a power of two
    code.iload(n).iload(width).ineg().iand().istore(bound);
    code.iconst_0().istore(i);
    Label top = code.newLabel();
    Label tail = code.newLabel();
    code.labelBinding(top);
    code.iload(i).iload(bound).if_icmpge(tail);
    callLanes(code, operands, first, i, bound);
    code.iload(i).iload(bound).if_icmpge(tail);
    if (complete != usual && first.equals("lanes")) {
      int limit = code.allocateLocal(TypeKind.INT);
      code.iload(i).iload(width).loadConstant(COMPLETE_VECTORS).imul().iadd().iload(bound);
      code.invokestatic(MATH, "min", MethodTypeDesc.of(CD_int, CD_int, CD_int)).istore(limit);
      callLanes(code, operands, "complete", i, limit);
      code.iload(i).iload(limit).if_icmpge(top);
    }
    callScalar(code, operands, () -> code.iload(i).iload(i).iload(width).iadd());
    code.iload(i).iload(width).iadd().istore(i).goto_(top);
    code.labelBinding(tail);
    Label done = code.newLabel();
    code.iload(i).iload(n).if_icmpge(done);
    callScalar(code, operands, () -> code.iload(i).iload(n));
    code.labelBinding(done).return_();
  }

  private void callLanes(CodeBuilder code, Operands operands, String loop, int i, int end) {
    operands.pushAll();
    code.iload(i).iload(end).invokestatic(self, loop, lanesType()).istore(i);
  }

  private MethodTypeDesc lanesType() {
    return runType(true).changeReturnType(CD_int);
  }

  private void laneLoop(ClassBuilder builder, String name, Lowering lowering) {
    builder.withMethodBody(
        name, lanesType(), ClassFile.ACC_STATIC, code -> laneLoop(code, lowering));
  }

  /// The loop over vectors `from` to `to`; returns where it stopped: the first chunk that another
  /// loop must do, what is left when that is less than a vector, or `to`.
  private void laneLoop(CodeBuilder code, Lowering lowering) {
    Operands operands = operands(code);
    for (int k : operands.segments()) {
      // Pins the segment's class for C2, and marks the method as one that may fault.
      code.aload(operands.base(k))
          .invokeinterface(SEGMENT, "isNative", MethodTypeDesc.of(CD_boolean));
      code.pop();
      code.aload(operands.base(k));
      code.getstatic(Types.VALUE_LAYOUT, "JAVA_BYTE", Types.layout("OfByte"));
      code.lload(operands.offset(k));
      code.invokeinterface(
          SEGMENT,
          "get",
          MethodTypeDesc.of(ClassDesc.ofDescriptor("B"), Types.layout("OfByte"), CD_long));
      code.pop();
    }
    int bound = code.parameterSlot(operands.parameters() + 1);
    int i = code.allocateLocal(TypeKind.INT);
    code.iload(code.parameterSlot(operands.parameters())).istore(i);
    LaneBody body = new LaneBody(lowering, self, code, operands, tables, i);
    body.constants();
    int width = LaneBody.lanes(lowering.program(), self, code);
    // behind the last place where a vector fits; C2 counts a loop by less, not by less or equal
    int stop = code.allocateLocal(TypeKind.INT);
    code.iload(bound).iload(width).isub().iconst_1().iadd().istore(stop);
    Label top = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(top);
    code.iload(i).iload(stop).if_icmpge(end);
    body.emit(() -> code.iload(i).ireturn());
    code.iload(i).iload(width).iadd().istore(i).goto_(top);
    code.labelBinding(end).iload(i).ireturn();
  }

  private void callScalar(CodeBuilder code, Operands operands, Runnable range) {
    operands.pushAll();
    range.run();
    code.invokestatic(self, "scalar", runType(true));
  }

  private static void loop(CodeBuilder code, int i, int end, Runnable body) {
    Label top = code.newLabel();
    Label out = code.newLabel();
    code.labelBinding(top);
    code.iload(i).iload(end).if_icmpge(out);
    body.run();
    code.iinc(i, 1).goto_(top);
    code.labelBinding(out);
  }

  /// The types and names of generated code that depend on the lane type.
  static final class Types {
    static final ClassDesc VALUE_LAYOUT = ClassDesc.of("java.lang.foreign.ValueLayout");

    private Types() {}

    static ClassDesc primitive(LaneType type) {
      return switch (type) {
        case BOOL -> CD_boolean;
        case INT32 -> CD_int;
        case INT64 -> CD_long;
        case FLOAT32 -> CD_float;
        case FLOAT64 -> CD_double;
      };
    }

    static TypeKind kind(LaneType type) {
      return switch (type) {
        case BOOL, INT32 -> TypeKind.INT;
        case INT64 -> TypeKind.LONG;
        case FLOAT32 -> TypeKind.FLOAT;
        case FLOAT64 -> TypeKind.DOUBLE;
      };
    }

    static String repeatedLoad(LaneType type) {
      return switch (type) {
        case BOOL -> "bool";
        case INT32 -> "int32";
        case INT64 -> "int64";
        case FLOAT32 -> "float32";
        case FLOAT64 -> "float64";
      };
    }

    static ClassDesc layout(String name) {
      return ClassDesc.of("java.lang.foreign.ValueLayout$" + name);
    }
  }
}
