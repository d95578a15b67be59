package io.lanewise.ndarray;

/// The value of an element as a function of its position.
@FunctionalInterface
public interface IndexFunction {
  /// The element at `index`, which is valid during the call only.
  double at(long... index);
}
