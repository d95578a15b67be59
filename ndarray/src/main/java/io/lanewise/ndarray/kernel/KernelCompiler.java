package io.lanewise.ndarray.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Turns a [Program] into a loaded [Kernel]. Each kernel is an ordinary class in a class loader of
/// its own: hidden classes would be missing from profiles and stack traces, and a loader of its own
/// lets an unused kernel be unloaded.
final class KernelCompiler {
  private static final AtomicLong COUNT = new AtomicLong();

  private KernelCompiler() {}

  /// The kernel with a plain loop.
  static Kernel scalar(Program program, List<Access> access, boolean strided) {
    return compile(program, access, strided, false);
  }

  /// The kernel with lanes; the incubator module must be present.
  static Kernel lanes(Program program, List<Access> access) {
    return compile(program, access, false, true);
  }

  private static Kernel compile(
      Program program, List<Access> access, boolean strided, boolean lanes) {
    String name = "kernels." + identifier(program.name());
    byte[] bytes = new KernelEmitter(program, access, strided, lanes, name).emit();
    COUNT.incrementAndGet();
    try {
      return (Kernel)
          new Loader(program).define(name, bytes).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("kernel " + name + " does not load", e);
    }
  }

  /// How many kernel classes this JVM has made.
  static long count() {
    return COUNT.get();
  }

  static String identifier(String name) {
    StringBuilder id = new StringBuilder();
    name.codePoints().forEach(c -> id.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
    return id.toString();
  }

  /// One class, seen from the library's loader and those of the scalar functions that the program
  /// names.
  private static final class Loader extends ClassLoader {
    private final Map<String, Class<?>> owners = new HashMap<>();

    Loader(Program program) {
      super("lanewise-kernel", Kernel.class.getClassLoader());
      Kernel.class.getModule().addExports("io.lanewise.ndarray.kernel", getUnnamedModule());
      if (Hardware.hasLanes()) {
        Kernel.class.getModule().addExports("io.lanewise.ndarray.lanes", getUnnamedModule());
      }
      for (Node node : program.nodes()) {
        if (node.function() != null) {
          Class<?> owner = node.function().owner();
          owners.put(owner.getName(), owner);
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> owner = owners.get(name);
      if (owner == null) {
        throw new ClassNotFoundException(name);
      }
      return owner;
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
