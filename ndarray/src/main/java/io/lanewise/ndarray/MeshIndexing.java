package io.lanewise.ndarray;

/// Which axis of a grid the first coordinate runs along: NumPy's `indexing=`.
public enum MeshIndexing {
  /// Cartesian: the first coordinate along axis 1, the second along axis 0.
  XY,
  /// Matrix: each coordinate along the axis of its number.
  IJ
}
