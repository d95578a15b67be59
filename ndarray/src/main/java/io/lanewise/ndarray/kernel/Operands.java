package io.lanewise.ndarray.kernel;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import io.lanewise.ndarray.kernel.KernelEmitter.Types;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// The operands of a loop while its method is written: in which locals they are, and how one
/// element is read and written.
final class Operands {
  /// How the loop's counter becomes an element's position.
  enum Index {
    /// The counter is the position in every array.
    SHARED,
    /// The counter starts at zero and each operand adds its own offset and step.
    OWN
  }

  private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");

  private final Program program;
  private final List<Access> access;
  private final boolean strided;
  private final CodeBuilder code;
  private final int[] base;
  private final int[] offset;
  private final int[] step;
  private int parameters;

  Operands(Program program, List<Access> access, boolean strided, CodeBuilder code) {
    this.program = program;
    this.access = access;
    this.strided = strided;
    this.code = code;
    int count = program.operands();
    base = new int[count];
    offset = new int[count];
    step = new int[count];
    for (int k = 0; k < count; k++) {
      base[k] = code.parameterSlot(parameters++);
      if (access.get(k) != Access.REPEATED) {
        offset[k] = code.parameterSlot(parameters++);
        if (strided) {
          step[k] = code.parameterSlot(parameters++);
        }
      }
    }
  }

  /// How many parameters of the loop the operands take.
  int parameters() {
    return parameters;
  }

  /// The local with the array, segment or repeated value of operand `k`.
  int base(int k) {
    return base[k];
  }

  int offset(int k) {
    return offset[k];
  }

  Access access(int k) {
    return access.get(k);
  }

  List<Integer> arrays() {
    return with(Access.ARRAY);
  }

  /// Whether operand `k` is the first of a pair: the real parts.
  boolean isReal(int k) {
    int before = 0;
    for (int j = 0; j < k; j++) {
      before += access.get(j) == Access.PAIRED ? 1 : 0;
    }
    return access.get(k) == Access.PAIRED && before % 2 == 0;
  }

  List<Integer> segments() {
    return with(Access.SEGMENT);
  }

  private List<Integer> with(Access wanted) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < access.size(); k++) {
      if (access.get(k) == wanted) {
        found.add(k);
      }
    }
    return found;
  }

  /// Pushes all operands as the loop's parameters.
  void pushAll() {
    for (int k = 0; k < base.length; k++) {
      switch (access.get(k)) {
        case REPEATED -> code.loadLocal(Types.kind(program.operandType(k)), base[k]);
        case ARRAY, PAIRED, EVERY_SECOND, EVERY_FOURTH -> {
          code.aload(base[k]).iload(offset[k]);
          if (strided) {
            code.iload(step[k]);
          }
        }
        case SEGMENT -> {
          code.aload(base[k]).lload(offset[k]);
          if (strided) {
            code.lload(step[k]);
          }
        }
      }
    }
  }

  /// Pushes element `i` of operand `k`, which is not repeated.
  void load(int k, Index index, int i) {
    LaneType type = program.operandType(k);
    code.aload(base[k]);
    if (access.get(k) != Access.SEGMENT) {
      arrayIndex(k, index, i);
      switch (type) {
        case BOOL -> code.baload();
        case INT32 -> code.iaload();
        case INT64 -> code.laload();
        case FLOAT32 -> code.faload();
        case FLOAT64 -> code.daload();
      }
    } else {
      layout(type);
      byteIndex(k, i);
      code.invokeinterface(
          SEGMENT, "get", MethodTypeDesc.of(Types.primitive(type), layoutType(type), CD_long));
    }
  }

  /// Stores the value in local `value` as element `i` of operand `k`.
  void store(int k, Index index, int i, Runnable value) {
    LaneType type = program.operandType(k);
    code.aload(base[k]);
    if (access.get(k) != Access.SEGMENT) {
      arrayIndex(k, index, i);
      value.run();
      switch (type) {
        case BOOL -> code.bastore();
        case INT32 -> code.iastore();
        case INT64 -> code.lastore();
        case FLOAT32 -> code.fastore();
        case FLOAT64 -> code.dastore();
      }
    } else {
      layout(type);
      byteIndex(k, i);
      value.run();
      code.invokeinterface(
          SEGMENT,
          "set",
          MethodTypeDesc.of(CD_void, layoutType(type), CD_long, Types.primitive(type)));
    }
  }

  /// Pushes the position of element `i` in array operand `k`.
  void arrayIndex(int k, Index index, int i) {
    if (index == Index.SHARED) {
      code.iload(i);
      return;
    }
    code.iload(offset[k]).iload(i);
    if (strided) {
      code.iload(step[k]).imul();
    } else if (access.get(k).step() > 1) {
      code.loadConstant(access.get(k).step()).imul();
    }
    code.iadd();
  }

  /// Pushes the byte position of element `i` in segment operand `k`.
  void byteIndex(int k, int i) {
    code.lload(offset[k]).iload(i).i2l();
    if (strided) {
      code.lload(step[k]).lmul();
    } else {
      code.loadConstant((long) program.operandType(k).bytes()).lmul();
    }
    code.ladd();
  }

  private void layout(LaneType type) {
    String name =
        switch (type) {
          case BOOL -> throw new IllegalArgumentException("off-heap bool is staged");
          case INT32 -> "JAVA_INT_UNALIGNED";
          case INT64 -> "JAVA_LONG_UNALIGNED";
          case FLOAT32 -> "JAVA_FLOAT_UNALIGNED";
          case FLOAT64 -> "JAVA_DOUBLE_UNALIGNED";
        };
    code.getstatic(Types.VALUE_LAYOUT, name, layoutType(type));
  }

  private static ClassDesc layoutType(LaneType type) {
    return Types.layout(
        switch (type) {
          case BOOL -> "OfBoolean";
          case INT32 -> "OfInt";
          case INT64 -> "OfLong";
          case FLOAT32 -> "OfFloat";
          case FLOAT64 -> "OfDouble";
        });
  }

  /// The kind of local that holds operand `k` when it is repeated.
  TypeKind kind(int k) {
    return Types.kind(program.operandType(k));
  }
}
