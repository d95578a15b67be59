package io.lanewise.ndarray;

/// What stands before numbers that are not negative. Source: `sign` of `numpy.set_printoptions`.
public enum PrintSign {
  /// Nothing: only negative numbers have a sign. NumPy's `'-'`.
  MINUS,
  /// A plus sign. NumPy's `'+'`.
  PLUS,
  /// A space. NumPy's `' '`.
  SPACE
}
