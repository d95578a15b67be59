package io.lanewise.ndarray.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import io.lanewise.ndarray.kernel.KernelEmitter.Types;
import io.lanewise.ndarray.lanes.LaneSpecies;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Lowers a [Program] to Vector API calls for one vector of elements. Names the incubator module's
/// classes only in the code it writes. Vectors live in locals of the one method that holds the loop
/// and nowhere else, and species and operators are static finals: whatever C2 cannot see as a
/// constant or must pass through memory would be boxed.
///
/// Loads, broadcasts, conversions and reinterpretations return vectors whose class C2 does not
/// know: it looks at the classes that came by before, in profiles that all kernels of a JVM share.
/// Where those have seen several widths, or were not taken yet, a call stays a call and its vectors
/// are boxed. So every such value is cast to its class, which the module does not export, by
/// `Class.cast` of a constant.
final class LaneBody {
  private static final String PACKAGE = "jdk.incubator.vector.";
  private static final ClassDesc VECTOR = ClassDesc.of(PACKAGE + "Vector");
  private static final ClassDesc MASK = ClassDesc.of(PACKAGE + "VectorMask");
  private static final ClassDesc SPECIES = ClassDesc.of(PACKAGE + "VectorSpecies");
  private static final ClassDesc OPERATORS = ClassDesc.of(PACKAGE + "VectorOperators");
  private static final ClassDesc BINARY = ClassDesc.of(PACKAGE + "VectorOperators$Binary");
  private static final ClassDesc ASSOCIATIVE =
      ClassDesc.of(PACKAGE + "VectorOperators$Associative");
  private static final ClassDesc COMPARISON = ClassDesc.of(PACKAGE + "VectorOperators$Comparison");
  private static final ClassDesc CONVERSION = ClassDesc.of(PACKAGE + "VectorOperators$Conversion");
  private static final ClassDesc SUPPORT = ClassDesc.of("io.lanewise.ndarray.lanes.LaneSpecies");
  private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
  private static final ClassDesc BYTE_ORDER = ClassDesc.of("java.nio.ByteOrder");

  /// In a large method C2 puts calls off to the end once it has 18,000 nodes, after some 100
  /// operations, and knows the class of no result from there on: each is cast.
  private static final int EARLY_NODES = 80;

  /// Casts are nodes, too: in larger bodies than this C2 would give up inlining.
  private static final int LARGEST_WITH_CASTS = 200;

  private static final ClassDesc CLASS = ConstantDescs.CD_Class;
  private static final String ORDER = "ORDER";
  private static final String VECTOR_CLASS = "_VECTOR";
  private static final String MASK_CLASS = "_MASK";

  private final Program program;

  /// The lines of the nodes in the program's text.
  private final List<Integer> lines;

  private final ClassDesc self;
  private final CodeBuilder code;
  private final Operands operands;
  private final LookupTables tables;

  /// Per LOOKUP the locals of its table's vectors.
  private final Map<Node, int[]> parts = new HashMap<>();

  private final int i;
  private final Node[] nodes;
  private final int[] local;

  /// For a mask, the type of the vector it goes with.
  private final LaneType[] shape;

  /// The type that sets the lane count.
  private final LaneType widest;

  /// Whether every late value is cast to its class.
  private final boolean lateCalls;

  /// The locals of the positions in pairs.
  private final Map<String, Integer> weaves = new HashMap<>();

  /// The locals of the two vectors of the last pair.
  private final int[] halves = new int[2];

  /// Which elements of two vectors make a third: the even ones or the odd ones of both, or those of
  /// the first and the second in turn, from the lower halves or the upper ones.
  private enum Weave {
    EVEN("apart", 0),
    ODD("apart", 1),
    LOW("together", 0),
    HIGH("together", 1);

    /// The method of [io.lanewise.ndarray.lanes.LaneSpecies] that gives the positions, without the
    /// width at its end, and its argument.
    private final String method;

    private final int argument;

    Weave(String method, int argument) {
      this.method = method;
      this.argument = argument;
    }

    String field(String species) {
      return name() + "_" + species;
    }

    String method(LaneType type) {
      return method + 8 * type.bytes();
    }
  }

  LaneBody(
      Lowering lowering,
      ClassDesc self,
      CodeBuilder code,
      Operands operands,
      LookupTables tables,
      int i) {
    this.program = lowering.program();
    this.lines = lowering.origins().stream().map(SourceText::line).toList();
    this.self = self;
    this.code = code;
    this.operands = operands;
    this.tables = tables;
    this.i = i;
    this.nodes = program.nodes().toArray(Node[]::new);
    this.local = new int[nodes.length];
    this.shape = new LaneType[nodes.length];
    this.widest = widest(program);
    this.lateCalls = program.computations() <= LARGEST_WITH_CASTS;
  }

  /// Whether `program` can be written with lanes: no scalar calls, at least one number, no literal
  /// output or input of another kind than lanes have.
  static boolean expressible(Program program) {
    boolean numbers = false;
    for (Node node : program.nodes()) {
      if (node.op() == OpCode.CALL) {
        return false;
      }
      numbers |= node.type() != LaneType.BOOL;
    }
    return numbers;
  }

  /// The type that sets the lane count: the widest one that occurs.
  static LaneType widest(Program program) {
    LaneType widest = LaneType.FLOAT32;
    for (Node node : program.nodes()) {
      if (node.type().bytes() == 8) {
        widest = LaneType.FLOAT64;
      }
    }
    return widest;
  }

  /// The name of the species of `type` in loops whose lane count `widest` sets.
  private static String field(LaneType type, LaneType widest) {
    return type + "_BESIDE_" + widest;
  }

  /// Declares what the loops of a class need: for each lane count one species per type that occurs,
  /// and where pairs occur, the positions that take them apart and put them together.
  static void declareConstants(ClassBuilder builder, List<Program> loops, List<Access> access) {
    int flags = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    builder.withField(ORDER, BYTE_ORDER, flags);
    forEachSpecies(
        loops,
        (type, widest) -> {
          String field = field(type, widest);
          builder.withField(field, SPECIES, flags);
          builder.withField(field + VECTOR_CLASS, CLASS, flags);
          builder.withField(field + MASK_CLASS, CLASS, flags);
          if (paired(loops.getFirst(), access).contains(type)) {
            for (Weave weave : Weave.values()) {
              builder.withField(weave.field(field), Types.primitive(type).arrayType(), flags);
            }
          }
        });
  }

  /// Writes the part of the class's initialiser that fills what [#declareConstants] declares.
  static void initializeConstants(
      CodeBuilder code, List<Program> loops, List<Access> access, ClassDesc self) {
    code.invokestatic(BYTE_ORDER, "nativeOrder", MethodTypeDesc.of(BYTE_ORDER));
    code.putstatic(self, ORDER, BYTE_ORDER);
    forEachSpecies(
        loops,
        (type, widest) -> {
          String field = field(type, widest);
          String lanes = widest.bytes() == 8 ? "lanes64" : "lanes32";
          code.invokestatic(SUPPORT, lanes, MethodTypeDesc.of(CD_int));
          code.invokestatic(SUPPORT, Types.repeatedLoad(type), MethodTypeDesc.of(SPECIES, CD_int));
          code.putstatic(self, field, SPECIES);
          code.getstatic(self, field, SPECIES);
          code.invokeinterface(SPECIES, "vectorType", MethodTypeDesc.of(CLASS));
          code.putstatic(self, field + VECTOR_CLASS, CLASS);
          code.getstatic(self, field, SPECIES);
          code.invokeinterface(SPECIES, "maskType", MethodTypeDesc.of(CLASS));
          code.putstatic(self, field + MASK_CLASS, CLASS);
          if (paired(loops.getFirst(), access).contains(type)) {
            ClassDesc array = Types.primitive(type).arrayType();
            for (Weave weave : Weave.values()) {
              code.getstatic(self, field, SPECIES).loadConstant(weave.argument);
              code.invokestatic(
                  SUPPORT, weave.method(type), MethodTypeDesc.of(array, SPECIES, CD_int));
              code.putstatic(self, weave.field(field), array);
            }
          }
        });
  }

  /// Runs `action` for every type of the loops and the type that sets its lane count, once.
  private static void forEachSpecies(List<Program> loops, BiConsumer<LaneType, LaneType> action) {
    Map<LaneType, Set<LaneType>> species = new EnumMap<>(LaneType.class);
    for (Program loop : loops) {
      species
          .computeIfAbsent(widest(loop), widest -> EnumSet.noneOf(LaneType.class))
          .addAll(types(loop));
    }
    species.forEach((widest, types) -> types.forEach(type -> action.accept(type, widest)));
  }

  private static Set<LaneType> types(Program program) {
    Set<LaneType> types = EnumSet.noneOf(LaneType.class);
    program.nodes().forEach(node -> types.add(node.type()));
    types.remove(LaneType.BOOL);
    types.add(widest(program));
    return types;
  }

  /// The types of the operands in pairs.
  private static Set<LaneType> paired(Program program, List<Access> access) {
    Set<LaneType> pairs = EnumSet.noneOf(LaneType.class);
    for (int k = 0; k < access.size(); k++) {
      if (access.get(k) == Access.PAIRED) {
        pairs.add(program.operandType(k));
      }
    }
    return pairs;
  }

  /// Puts every constant and repeated operand into a vector, before the loop, and the positions in
  /// pairs.
  void constants() {
    for (int k = 0; k < program.operands(); k++) {
      if (operands.isReal(k)) {
        boolean input = k < program.inputs().size();
        position(input ? Weave.EVEN : Weave.LOW, program.operandType(k));
        position(input ? Weave.ODD : Weave.HIGH, program.operandType(k));
      }
    }
    for (int at = 0; at < nodes.length; at++) {
      Node node = nodes[at];
      if (node.op() == OpCode.LOOKUP) {
        table(node);
      }
      boolean repeated =
          node.op() == OpCode.INPUT && operands.access((int) node.literal()) == Access.REPEATED;
      if (node.op() != OpCode.CONSTANT && !repeated) {
        continue;
      }
      if (node.type() == LaneType.BOOL) {
        shape[at] = widest;
        species(widest);
        if (repeated) {
          code.iload(operands.base((int) node.literal()));
        } else {
          code.loadConstant((int) node.literal());
        }
        code.invokeinterface(SPECIES, "maskAll", MethodTypeDesc.of(MASK, CD_boolean));
        exactMask(widest);
      } else {
        species(node.type());
        if (repeated) {
          code.loadLocal(Types.kind(node.type()), operands.base((int) node.literal()));
        } else {
          literal(node);
        }
        code.invokestatic(
            vector(node.type()),
            "broadcast",
            MethodTypeDesc.of(vector(node.type()), SPECIES, Types.primitive(node.type())));
        exact(node.type());
      }
      keep(at);
    }
  }

  /// Puts the table of a LOOKUP into vectors.
  private void table(Node node) {
    ClassDesc type = vector(node.type());
    ClassDesc array = Types.primitive(node.type()).arrayType();
    int lanes = laneCount();
    int[] vectors = new int[Math.max(1, node.table().size() / lanes)];
    for (int j = 0; j < vectors.length; j++) {
      species(node.type());
      tables.push(code, node);
      code.loadConstant(j * lanes);
      code.invokestatic(type, "fromArray", MethodTypeDesc.of(type, SPECIES, array, CD_int));
      exact(node.type());
      vectors[j] = stored();
    }
    parts.put(node, vectors);
  }

  /// The lanes of all vectors of the loop, on this machine.
  private int laneCount() {
    return widest.bytes() == 8 ? LaneSpecies.lanes64() : LaneSpecies.lanes32();
  }

  /// Puts the number of lanes into a new local of the method and returns the local.
  static int lanes(Program program, ClassDesc self, CodeBuilder code) {
    int lanes = code.allocateLocal(TypeKind.INT);
    LaneType widest = widest(program);
    code.getstatic(self, field(widest, widest), SPECIES);
    code.invokeinterface(SPECIES, "length", MethodTypeDesc.of(CD_int));
    code.istore(lanes);
    return lanes;
  }

  /// Writes the computation of the vector at `i` and its stores; `redo` writes the way out when a
  /// lane is rare. There is one for all that may be rare, before the stores: C2 leaves out a branch
  /// that was not taken yet, and where it once is, it may stay with the interpreter.
  void emit(Runnable redo) {
    Set<Integer> rare = new LinkedHashSet<>();
    for (int at = 0; at < nodes.length; at++) {
      Node node = nodes[at];
      if (local[at] != 0) {
        continue;
      }
      code.lineNumber(lines.get(at));
      if (node.op() == OpCode.INPUT) {
        load(at, (int) node.literal());
      } else if (node.op() == OpCode.RARE) {
        rare.add(node.argument(0));
        local[at] = local[node.argument(1)];
        shape[at] = shape[node.argument(1)];
        continue;
      } else {
        compute(at, node);
        if (lateCalls && at > EARLY_NODES) {
          exact(at);
        }
      }
      keep(at);
    }
    if (!rare.isEmpty()) {
      leave(List.copyOf(rare), redo);
    }
    for (int o = 0; o < program.outputs().size(); o++) {
      code.lineNumber(lines.get(nodes.length - 1) + 1 + o);
      int k = program.inputs().size() + o;
      if (operands.isReal(k)) {
        storePaired(k, program.outputs().get(o), program.outputs().get(o + 1));
      } else if (operands.access(k) != Access.PAIRED) {
        store(k, program.outputs().get(o));
      }
    }
  }

  private void position(Weave weave, LaneType type) {
    weaves.computeIfAbsent(
        weave.field(field(type, widest)),
        field -> {
          ClassDesc array = Types.primitive(type).arrayType();
          species(type);
          code.getstatic(self, field, array).iconst_0();
          code.invokestatic(
              vector(type), "fromArray", MethodTypeDesc.of(vector(type), SPECIES, array, CD_int));
          exact(type);
          return stored();
        });
  }

  /// Writes the way out where one of the masks holds in some lane.
  private void leave(List<Integer> masks, Runnable redo) {
    Label regular = code.newLabel();
    LaneType common = shape[masks.getFirst()];
    aloadMask(masks.getFirst(), common);
    for (int mask : masks.subList(1, masks.size())) {
      aloadMask(mask, common);
      maskOp("or");
    }
    code.invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(CD_boolean)).ifeq(regular);
    redo.run();
    code.labelBinding(regular);
  }

  private void keep(int at) {
    local[at] = stored();
  }

  /// A new local that holds what is on the stack.
  private int stored() {
    int slot = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(slot);
    return slot;
  }

  /// Two vectors of a pair of operands lie one behind the other; the real parts are their even
  /// elements, the imaginary ones the odd.
  private void loadPaired(int k) {
    LaneType type = program.operandType(k);
    boolean real = operands.isReal(k);
    if (real) {
      for (int half = 0; half < 2; half++) {
        species(type);
        code.aload(operands.base(k));
        pairedIndex(k, half);
        code.invokestatic(
            vector(type),
            "fromArray",
            MethodTypeDesc.of(vector(type), SPECIES, Types.primitive(type).arrayType(), CD_int));
        exact(type);
        halves[half] = stored();
      }
    }
    weave(real ? Weave.EVEN : Weave.ODD, type, halves[0], halves[1]);
  }

  /// Pushes the elements of two vectors that `weave` chooses.
  private void weave(Weave weave, LaneType type, int a, int b) {
    code.aload(weaves.get(weave.field(field(type, widest)))).aload(a).aload(b);
    code.invokevirtual(vector(type), "selectFrom", MethodTypeDesc.of(vector(type), VECTOR, VECTOR));
  }

  private void storePaired(int k, int real, int imag) {
    LaneType type = program.operandType(k);
    for (int half = 0; half < 2; half++) {
      weave(half == 0 ? Weave.LOW : Weave.HIGH, type, local[real], local[imag]);
      code.aload(operands.base(k));
      pairedIndex(k, half);
      code.invokevirtual(
          vector(type),
          "intoArray",
          MethodTypeDesc.of(CD_void, Types.primitive(type).arrayType(), CD_int));
    }
  }

  /// Pushes the position of the first or second vector of a pair of operands.
  private void pairedIndex(int k, int half) {
    operands.arrayIndex(k, Operands.Index.OWN, i);
    if (half == 1) {
      species(program.operandType(k));
      code.invokeinterface(SPECIES, "length", MethodTypeDesc.of(CD_int)).iadd();
    }
  }

  private void load(int at, int k) {
    LaneType type = nodes[at].type();
    if (operands.access(k) == Access.PAIRED) {
      loadPaired(k);
      return;
    }
    if (type == LaneType.BOOL) {
      shape[at] = widest;
      species(widest);
      code.aload(operands.base(k));
      operands.arrayIndex(k, Operands.Index.OWN, i);
      code.invokestatic(
          MASK, "fromArray", MethodTypeDesc.of(MASK, SPECIES, CD_boolean.arrayType(), CD_int));
      exactMask(widest);
      return;
    }
    species(type);
    code.aload(operands.base(k));
    if (operands.access(k) == Access.ARRAY) {
      operands.arrayIndex(k, Operands.Index.OWN, i);
      code.invokestatic(
          vector(type),
          "fromArray",
          MethodTypeDesc.of(vector(type), SPECIES, Types.primitive(type).arrayType(), CD_int));
    } else {
      operands.byteIndex(k, i);
      code.getstatic(self, ORDER, BYTE_ORDER);
      code.invokestatic(
          vector(type),
          "fromMemorySegment",
          MethodTypeDesc.of(vector(type), SPECIES, SEGMENT, CD_long, BYTE_ORDER));
    }
    exact(type);
  }

  private void store(int k, int at) {
    LaneType type = nodes[at].type();
    ClassDesc owner = type == LaneType.BOOL ? MASK : vector(type);
    code.aload(local[at]).aload(operands.base(k));
    if (operands.access(k) == Access.ARRAY) {
      operands.arrayIndex(k, Operands.Index.OWN, i);
      code.invokevirtual(
          owner,
          "intoArray",
          MethodTypeDesc.of(CD_void, Types.primitive(type).arrayType(), CD_int));
    } else {
      operands.byteIndex(k, i);
      code.getstatic(self, ORDER, BYTE_ORDER);
      code.invokevirtual(
          owner, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, BYTE_ORDER));
    }
  }

  private void compute(int at, Node node) {
    LaneType from = nodes[node.argument(0)].type();
    switch (node.op()) {
      case LT, LE, EQ, NE -> {
        shape[at] = from;
        code.aload(local[node.argument(0)]);
        operator(node.op().name(), COMPARISON);
        code.aload(local[node.argument(1)]);
        code.invokevirtual(vector(from), "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
      }
      case SELECT -> select(at, node);
      case LOOKUP -> lookup(node, 0, parts.get(node).length);
      case CONVERT -> convert(at, node, from);
      case REINTERPRET -> {
        code.aload(local[node.argument(0)]);
        String name =
            switch (node.type()) {
              case FLOAT64 -> "reinterpretAsDoubles";
              case FLOAT32 -> "reinterpretAsFloats";
              case INT64 -> "reinterpretAsLongs";
              default -> "reinterpretAsInts";
            };
        code.invokevirtual(vector(from), name, MethodTypeDesc.of(vector(node.type())));
        exact(node.type());
      }
      default -> {
        if (node.type() == LaneType.BOOL) {
          mask(at, node);
        } else {
          arithmetic(node);
        }
      }
    }
  }

  /// Pushes what `count` of a table's vectors from `first` on have at the index: one instruction
  /// for one or two of them, of whose index the low bits count; more are chosen from by the next
  /// bit.
  private void lookup(Node node, int first, int count) {
    ClassDesc type = vector(node.type());
    if (count > 2) {
      lookup(node, first, count / 2);
      lookup(node, first + count / 2, count / 2);
      code.aload(local[node.argument(0)]);
      ClassDesc number = Types.primitive(node.type());
      integer(node.type(), (long) count / 2 * laneCount());
      code.invokevirtual(type, "and", MethodTypeDesc.of(type, number));
      exact(node.type());
      operator("NE", COMPARISON);
      integer(node.type(), 0);
      code.invokevirtual(type, "compare", MethodTypeDesc.of(MASK, COMPARISON, number));
      exactMask(node.type());
      code.invokevirtual(type, "blend", MethodTypeDesc.of(type, VECTOR, MASK));
    } else {
      int[] vectors = parts.get(node);
      code.aload(local[node.argument(0)]).aload(vectors[first]);
      if (count == 2) {
        code.aload(vectors[first + 1]);
      }
      code.invokevirtual(
          type,
          "selectFrom",
          count == 2 ? MethodTypeDesc.of(type, VECTOR, VECTOR) : MethodTypeDesc.of(type, VECTOR));
    }
    exact(node.type());
  }

  private void integer(LaneType type, long value) {
    if (type == LaneType.INT64) {
      code.loadConstant(value);
    } else {
      code.loadConstant((int) value);
    }
  }

  private void select(int at, Node node) {
    if (node.type() == LaneType.BOOL) {
      // c ? a : b  =  b ^ (c & (a ^ b))
      shape[at] = shape[node.argument(2)];
      aloadMask(node.argument(2), shape[at]);
      aloadMask(node.argument(0), shape[at]);
      aloadMask(node.argument(1), shape[at]);
      aloadMask(node.argument(2), shape[at]);
      maskOp("xor");
      maskOp("and");
      maskOp("xor");
      return;
    }
    code.aload(local[node.argument(2)]).aload(local[node.argument(1)]);
    aloadMask(node.argument(0), node.type());
    code.invokevirtual(
        vector(node.type()), "blend", MethodTypeDesc.of(vector(node.type()), VECTOR, MASK));
  }

  private void mask(int at, Node node) {
    shape[at] = shape[node.argument(0)];
    aloadMask(node.argument(0), shape[at]);
    if (node.op() == OpCode.NOT) {
      code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
      return;
    }
    aloadMask(node.argument(1), shape[at]);
    maskOp(
        switch (node.op()) {
          case AND -> "and";
          case OR -> "or";
          case XOR -> "xor";
          default -> throw new IllegalArgumentException(node.op() + " on masks");
        });
  }

  private void maskOp(String name) {
    code.invokevirtual(MASK, name, MethodTypeDesc.of(MASK, MASK));
  }

  private void aloadMask(int at, LaneType wanted) {
    code.aload(local[at]);
    if (shape[at] != wanted) {
      species(wanted);
      code.invokevirtual(MASK, "cast", MethodTypeDesc.of(MASK, SPECIES));
      exactMask(wanted);
    }
  }

  private void arithmetic(Node node) {
    ClassDesc type = vector(node.type());
    MethodTypeDesc unary = MethodTypeDesc.of(type);
    MethodTypeDesc binary = MethodTypeDesc.of(type, VECTOR);
    int a = local[node.argument(0)];
    code.aload(a);
    switch (node.op()) {
      case ADD, SUB, MUL, DIV, MIN, MAX, AND, OR -> {
        code.aload(local[node.argument(1)]);
        code.invokevirtual(type, node.op().name().toLowerCase(java.util.Locale.ROOT), binary);
      }
      case XOR -> {
        operator("XOR", ASSOCIATIVE);
        code.aload(local[node.argument(1)]);
        code.invokevirtual(type, "lanewise", MethodTypeDesc.of(type, BINARY, VECTOR));
      }
      case NEG -> code.invokevirtual(type, "neg", unary);
      case NOT -> code.invokevirtual(type, "not", unary);
      case SQRT -> code.invokevirtual(type, "sqrt", unary);
      case ABS -> {
        if (node.type() == LaneType.INT64) {
          // AVX2 has no long abs and would box: (x ^ (x >> 63)) - (x >> 63)
          operator("XOR", ASSOCIATIVE);
          code.aload(a);
          shift("ASHR", type, node.type(), 63);
          code.invokevirtual(type, "lanewise", MethodTypeDesc.of(type, BINARY, VECTOR));
          code.aload(a);
          shift("ASHR", type, node.type(), 63);
          code.invokevirtual(type, "sub", binary);
        } else {
          code.invokevirtual(type, "abs", unary);
        }
      }
      case FMA -> {
        code.aload(local[node.argument(1)]).aload(local[node.argument(2)]);
        code.invokevirtual(type, "fma", MethodTypeDesc.of(type, VECTOR, VECTOR));
      }
      case SHL -> shift("LSHL", type, node);
      case SHR -> shift("ASHR", type, node);
      case USHR -> shift("LSHR", type, node);
      default -> throw new IllegalArgumentException(node.op() + " on " + node.type());
    }
  }

  private void shift(String name, ClassDesc vector, Node node) {
    if (node.arguments().size() == 1) {
      shift(name, vector, node.type(), node.literal());
      return;
    }
    operator(name, BINARY);
    code.aload(local[node.argument(1)]);
    code.invokevirtual(vector, "lanewise", MethodTypeDesc.of(vector, BINARY, VECTOR));
  }

  private void shift(String name, ClassDesc vector, LaneType type, long count) {
    operator(name, BINARY);
    integer(type, count);
    code.invokevirtual(
        vector, "lanewise", MethodTypeDesc.of(vector, BINARY, Types.primitive(type)));
  }

  private void convert(int at, Node node, LaneType from) {
    LaneType to = node.type();
    if (to == LaneType.BOOL) {
      shape[at] = from;
      code.aload(local[node.argument(0)]);
      operator("NE", COMPARISON);
      code.lconst_0();
      code.invokevirtual(vector(from), "compare", MethodTypeDesc.of(MASK, COMPARISON, CD_long));
      return;
    }
    if (from == LaneType.BOOL) {
      species(to);
      code.lconst_0();
      code.invokestatic(vector(to), "broadcast", MethodTypeDesc.of(vector(to), SPECIES, CD_long));
      exact(to);
      code.lconst_1();
      aloadMask(node.argument(0), to);
      code.invokevirtual(vector(to), "blend", MethodTypeDesc.of(vector(to), CD_long, MASK));
      return;
    }
    code.aload(local[node.argument(0)]);
    operator(letter(from) + "2" + letter(to), CONVERSION);
    species(to);
    code.iconst_0();
    code.invokevirtual(
        VECTOR, "convertShape", MethodTypeDesc.of(VECTOR, CONVERSION, SPECIES, CD_int));
    exact(to);
  }

  /// Tells C2 the class of the value of node `at`, which is on the stack.
  private void exact(int at) {
    if (nodes[at].type() == LaneType.BOOL) {
      exactMask(shape[at]);
    } else {
      exact(nodes[at].type());
    }
  }

  /// Tells C2 the class of the vector on the stack.
  private void exact(LaneType type) {
    cast(field(type, widest) + VECTOR_CLASS, vector(type));
  }

  /// Tells C2 the class of the mask on the stack.
  private void exactMask(LaneType type) {
    cast(field(type, widest) + MASK_CLASS, MASK);
  }

  private void cast(String field, ClassDesc type) {
    code.getstatic(self, field, CLASS).swap();
    code.invokevirtual(CLASS, "cast", MethodTypeDesc.of(CD_Object, CD_Object));
    code.checkcast(type);
  }

  private static String letter(LaneType type) {
    return switch (type) {
      case FLOAT64 -> "D";
      case FLOAT32 -> "F";
      case INT64 -> "L";
      default -> "I";
    };
  }

  private void literal(Node node) {
    switch (node.type()) {
      case FLOAT64 -> code.loadConstant(Double.longBitsToDouble(node.literal()));
      case FLOAT32 -> code.loadConstant(Float.intBitsToFloat((int) node.literal()));
      case INT64 -> code.loadConstant(node.literal());
      default -> code.loadConstant((int) node.literal());
    }
  }

  private void operator(String name, ClassDesc type) {
    code.getstatic(OPERATORS, name, type);
  }

  private void species(LaneType type) {
    code.getstatic(self, field(type, widest), SPECIES);
  }

  private static ClassDesc vector(LaneType type) {
    return ClassDesc.of(
        PACKAGE
            + switch (type) {
              case FLOAT64 -> "DoubleVector";
              case FLOAT32 -> "FloatVector";
              case INT64 -> "LongVector";
              case INT32 -> "IntVector";
              case BOOL -> throw new IllegalArgumentException("BOOL lanes are masks");
            });
  }
}
