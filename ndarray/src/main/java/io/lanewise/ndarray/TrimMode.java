package io.lanewise.ndarray;

/// What is taken off the end of a printed number. Source: `trim` of
/// `numpy.format_float_positional`.
public enum TrimMode {
  /// Nothing. NumPy's `'k'`.
  KEEP,
  /// Zeros after the point, but not the point: `1.`. NumPy's `'.'`.
  ZEROS,
  /// Zeros, but not one after the point: `1.0`. NumPy's `'0'`.
  ZEROS_BUT_ONE,
  /// Zeros and a point that is then last: `1`. NumPy's `'-'`.
  ZEROS_AND_POINT
}
