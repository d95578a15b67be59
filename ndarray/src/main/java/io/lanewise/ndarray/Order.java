package io.lanewise.ndarray;

/// The order in which elements follow each other in memory.
public enum Order {
  /// The last axis varies fastest, as in C and Java.
  C,
  /// The first axis varies fastest, as in Fortran.
  F
}
