package io.lanewise.linalg;

/// Which triangle of a matrix counts; the rest of it is not read.
public enum Triangle {
  /// On and below the diagonal.
  LOWER,
  /// On and above the diagonal.
  UPPER
}
