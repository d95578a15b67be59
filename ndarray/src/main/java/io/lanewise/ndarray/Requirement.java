package io.lanewise.ndarray;

/// What [Views#require] can ask of an array.
public enum Requirement {
  /// Elements follow each other in C order.
  C_CONTIGUOUS,
  /// Elements follow each other in Fortran order.
  F_CONTIGUOUS,
  /// Elements may be written.
  WRITEABLE,
  /// The array is no view.
  OWN_DATA
}
