package io.lanewise.linalg;

/// Which norm `Linalg.norm` computes.
public enum Norm {
  /// Of a vector the sum of magnitudes, of a matrix the greatest such sum of a column.
  ONE,
  /// Of a vector the Euclidean norm, of a matrix the greatest singular value.
  TWO,
  /// Of a vector the greatest magnitude, of a matrix the greatest sum of magnitudes of a row.
  INF,
  /// Of a matrix, the square root of the sum of squares.
  FROBENIUS
}
