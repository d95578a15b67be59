package io.lanewise.ndarray;

/// The order in which elements follow each other in memory, or in which they are read.
public enum Order {
  /// The last axis varies fastest, as in C and Java.
  C,
  /// The first axis varies fastest, as in Fortran.
  F,
  /// F for an array that is contiguous in F order and not in C order, otherwise C. Only where an
  /// array is given.
  A,
  /// As near to the order of the given array's memory as can be. Only where an array is given.
  K
}
