package io.lanewise.ndarray.kernel;

import java.util.List;

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
}
