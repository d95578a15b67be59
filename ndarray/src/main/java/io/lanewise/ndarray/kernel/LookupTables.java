package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.kernel.KernelEmitter.Types;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a kernel's [OpCode#LOOKUP] as arrays in static finals of its class. A table that
/// has fewer elements than a vector may have lanes is repeated to that length.
final class LookupTables {
  /// The most lanes of a vector: 512 bits of 32 each.
  private static final int MOST_LANES = 16;

  private record Table(LaneType type, List<Long> values) {}

  private final ClassDesc owner;
  private final Map<Table, String> names = new LinkedHashMap<>();

  LookupTables(Program program, ClassDesc owner) {
    this.owner = owner;
    for (Node node : program.nodes()) {
      if (node.op() == OpCode.LOOKUP) {
        names.putIfAbsent(table(node), "TABLE" + names.size());
      }
    }
  }

  private static Table table(Node node) {
    return new Table(node.type(), node.table());
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /// Pushes the table of a LOOKUP.
  void push(CodeBuilder code, Node node) {
    code.getstatic(owner, names.get(table(node)), Types.primitive(node.type()).arrayType());
  }

  void declare(ClassBuilder builder) {
    names.forEach(
        (table, name) ->
            builder.withField(
                name,
                Types.primitive(table.type).arrayType(),
                ClassFile.ACC_STATIC | ClassFile.ACC_FINAL));
  }

  /// Writes the part of the class's initialiser that fills the tables.
  void initialize(CodeBuilder code) {
    names.forEach(
        (table, name) -> {
          int length = Math.max(table.values.size(), MOST_LANES);
          TypeKind kind = Types.kind(table.type);
          code.loadConstant(length).newarray(kind);
          for (int i = 0; i < length; i++) {
            long value = table.values.get(i % table.values.size());
            code.dup().loadConstant(i);
            if (table.type == LaneType.INT64) {
              code.loadConstant(value);
            } else {
              code.loadConstant((int) value);
            }
            code.arrayStore(kind);
          }
          code.putstatic(owner, name, Types.primitive(table.type).arrayType());
        });
  }
}
