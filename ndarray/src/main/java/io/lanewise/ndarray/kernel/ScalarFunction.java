package io.lanewise.ndarray.kernel;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

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

  /// A function of a FLOAT64 that is an object of its own.
  public static ScalarFunction of(String name, DoubleUnaryOperator function) {
    return FunctionClass.of(name, DoubleUnaryOperator.class, function, 1);
  }

  /// A function of two FLOAT64 that is an object of its own.
  public static ScalarFunction of(String name, DoubleBinaryOperator function) {
    return FunctionClass.of(name, DoubleBinaryOperator.class, function, 2);
  }
}
