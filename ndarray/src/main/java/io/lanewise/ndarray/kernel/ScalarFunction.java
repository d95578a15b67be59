package io.lanewise.ndarray.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A public static Java method on primitives, named in a body where no sequence of lane operations
/// will do.
///
/// @param owner a public class in an exported package
/// @param name the method's name
/// @param result the type it returns
/// @param parameters the types it takes
public record ScalarFunction(
    Class<?> owner, String name, LaneType result, List<LaneType> parameters) {
  public ScalarFunction {
    parameters = List.copyOf(parameters);
  }

  private static final Map<String, Consumer<Module>> EXPORTS = new ConcurrentHashMap<>();

  /// Says how the package of scalar functions is opened to a kernel's module; only its own module
  /// can do that.
  public static void export(String packageName, Consumer<Module> exporter) {
    EXPORTS.put(packageName, exporter);
  }

  /// Lets the module of a kernel call this function.
  void exportTo(Module kernels) {
    Consumer<Module> exporter = EXPORTS.get(owner.getPackageName());
    if (exporter != null) {
      exporter.accept(kernels);
    }
  }
}
