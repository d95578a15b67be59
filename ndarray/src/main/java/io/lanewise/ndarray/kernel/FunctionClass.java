package io.lanewise.ndarray.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// A class with one static method that calls a function object, so that kernels can name the
/// function. The object is a constant of the class, which lets the compiler inline it, and each
/// function has a class, and thereby a profile, of its own.
public final class FunctionClass {
  private static final AtomicLong COUNT = new AtomicLong();

  /// The object on its way to the class that is being initialised by this thread.
  private static final ThreadLocal<Object> HANDED = new ThreadLocal<>();

  private FunctionClass() {}

  /// What the class that is being initialised is to call. Generated classes call it.
  public static Object take() {
    return HANDED.get();
  }

  static ScalarFunction of(String name, Class<?> type, Object function, int arity) {
    Objects.requireNonNull(function, name);
    List<LaneType> parameters = Collections.nCopies(arity, LaneType.FLOAT64);
    String className = "functions." + KernelCompiler.identifier(name) + COUNT.incrementAndGet();
    HANDED.set(function);
    try {
      Class<?> owner = new Loader().define(className, emit(className, type, arity));
      Class.forName(className, true, owner.getClassLoader());
      return new ScalarFunction(owner, "apply", LaneType.FLOAT64, parameters);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class " + className + " does not load", e);
    } finally {
      HANDED.remove();
    }
  }

  private static byte[] emit(String name, Class<?> type, int arity) {
    ClassDesc self = ClassDesc.of(name);
    ClassDesc function = ClassDesc.of(type.getName());
    ClassDesc[] doubles = Collections.nCopies(arity, CD_double).toArray(ClassDesc[]::new);
    MethodTypeDesc signature = MethodTypeDesc.of(CD_double, doubles);
    return ClassFile.of()
        .build(
            self,
            c ->
                c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL)
                    .withField("FUNCTION", function, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
                    .withMethodBody(
                        "<clinit>",
                        MethodTypeDesc.of(CD_void),
                        ClassFile.ACC_STATIC,
                        code ->
                            code.invokestatic(
                                    ClassDesc.of(FunctionClass.class.getName()),
                                    "take",
                                    MethodTypeDesc.of(CD_Object))
                                .checkcast(function)
                                .putstatic(self, "FUNCTION", function)
                                .return_())
                    .withMethodBody(
                        "apply",
                        signature,
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> {
                          code.getstatic(self, "FUNCTION", function);
                          for (int i = 0; i < arity; i++) {
                            code.dload(code.parameterSlot(i));
                          }
                          code.invokeinterface(function, "applyAsDouble", signature).dreturn();
                        }));
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super("lanewise-function", FunctionClass.class.getClassLoader());
      Kernel.class.getModule().addExports("io.lanewise.ndarray.kernel", getUnnamedModule());
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
