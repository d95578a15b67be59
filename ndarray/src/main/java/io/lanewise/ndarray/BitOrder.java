package io.lanewise.ndarray;

/// Which bit of a byte comes first.
public enum BitOrder {
  /// The most significant one: `[0, 0, 0, 0, 0, 0, 1, 1]` is 3.
  BIG,
  /// The least significant one: `[1, 1, 0, 0, 0, 0, 0, 0]` is 3.
  LITTLE
}
