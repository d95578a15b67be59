package io.lanewise.ndarray.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;

/// Makes [DoubleMoves] for another primitive type: the same bytecode with that type's loads and
/// stores. So a loop is written once, in Java, and each type has a class, and in it a profile, of
/// its own.
final class MoveCompiler {
  private static final ClassDesc TEMPLATE = ClassDesc.of(DoubleMoves.class.getName());

  private MoveCompiler() {}

  private static final Map<Class<?>, Moves> MADE = new HashMap<>();

  /// The moves for arrays of `element`. A [ClassValue] may ask several times at once, and a class
  /// can be defined only once.
  static synchronized Moves compile(Class<?> element) {
    return MADE.computeIfAbsent(element, MoveCompiler::make);
  }

  private static Moves make(Class<?> element) {
    TypeKind kind = TypeKind.from(element);
    ClassDesc array = ClassDesc.ofDescriptor(element.descriptorString()).arrayType();
    String name =
        Character.toUpperCase(element.getName().charAt(0))
            + element.getName().substring(1)
            + "MovesOfTemplate";
    ClassDesc self = ClassDesc.of(Moves.class.getPackageName(), name);
    ClassFile context = ClassFile.of();
    ClassModel template = context.parse(bytes());
    byte[] made =
        context.build(
            self,
            builder -> {
              builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              builder.withSuperclass(ClassDesc.of(Moves.class.getName()));
              for (MethodModel method : template.methods()) {
                builder.withMethodBody(
                    method.methodName().stringValue(),
                    method.methodTypeSymbol(),
                    method.flags().flagsMask(),
                    code -> method.code().orElseThrow().forEach(e -> copy(code, e, kind, array)));
              }
            });
    try {
      return (Moves)
          MethodHandles.lookup().defineClass(made).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " does not load", e);
    }
  }

  private static void copy(CodeBuilder code, CodeElement element, TypeKind kind, ClassDesc array) {
    switch (element) {
      case ArrayLoadInstruction load when load.typeKind() == TypeKind.DOUBLE ->
          code.arrayLoad(kind);
      case ArrayStoreInstruction store when store.typeKind() == TypeKind.DOUBLE ->
          code.arrayStore(kind);
      case LoadInstruction load when load.typeKind() == TypeKind.DOUBLE ->
          code.loadLocal(kind, load.slot());
      case StoreInstruction store when store.typeKind() == TypeKind.DOUBLE ->
          code.storeLocal(kind, store.slot());
      case TypeCheckInstruction check when check.type().asSymbol().isArray() ->
          code.checkcast(array);
      case InvokeInstruction call when call.name().equalsString("one") -> {
        // the boolean on the stack is the number already
      }
      case InvokeInstruction call when call.owner().asSymbol().equals(TEMPLATE) ->
          throw new IllegalStateException("the template calls itself: " + call);
      // they name the template's types, and only debuggers want them
      case LocalVariable variable -> {}
      case LocalVariableType variable -> {}
      default -> code.with(element);
    }
  }

  private static byte[] bytes() {
    String file = DoubleMoves.class.getSimpleName() + ".class";
    try (InputStream in = DoubleMoves.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + MoveCompiler.class.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
