package io.lanewise.ndarray;

/// Fills the ends of vectors.
@FunctionalInterface
public interface PadFunction {
  /// Writes the first `before` and the last `after` elements of `vector`, a view along `axis` of
  /// the padded array, which are 0.
  void pad(NDArray vector, long before, long after, int axis);
}
