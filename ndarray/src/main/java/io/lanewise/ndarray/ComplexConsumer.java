package io.lanewise.ndarray;

/// Takes a complex number in two parts, without an object.
@FunctionalInterface
public interface ComplexConsumer {
  /// Takes the number.
  void accept(double real, double imag);
}
