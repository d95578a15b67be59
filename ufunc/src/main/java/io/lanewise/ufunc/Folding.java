package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;

/// In which order a function of two numbers combines the elements of a row.
enum Folding {
  /// One after another from the left: the operands may not change places.
  LEFT,

  /// By a tree that depends on the number of elements only: operands may change places, but the
  /// rounding does depend on the order.
  TREE,

  /// In any order, the bits being the same.
  FREE;

  /// The order for elements of one dtype.
  Folding of(DType dtype) {
    if (this == TREE && !dtype.isFloating() && !dtype.isComplex()) {
      return FREE;
    }
    // which of several complex numbers with a NaN part stays depends on the order
    return this == FREE && dtype.isComplex() ? LEFT : this;
  }
}
