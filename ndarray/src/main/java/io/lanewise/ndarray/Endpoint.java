package io.lanewise.ndarray;

/// Whether a range of numbers ends with its last one: NumPy's `endpoint=`.
public enum Endpoint {
  /// The last number is the end.
  INCLUDE,
  /// The last number is one step before the end.
  EXCLUDE
}
