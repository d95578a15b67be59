package io.lanewise.optimize;

/// Residuals and their partial derivatives, computed for any block of rows on demand.
///
/// A pass over the rows is [#begin], then blocks in any order. A block is column-major with
/// `stride` between columns: the n partial derivatives, then the residuals in column n, then one
/// column of scratch.
interface ResidualBlocks {
  /// The number of residuals m.
  long rows();

  /// The number of parameters n.
  int parameters();

  /// Whether derivatives come so cheaply with the residuals that a trial point is linearised at
  /// once: one pass over the data saved for each step that is taken.
  default boolean derivativesComeAlong() {
    return false;
  }

  /// Starts a pass at a point; functions of whole vectors do their work here.
  ///
  /// @param derivatives whether blocks will be asked for derivatives
  default void begin(double[] x, boolean derivatives) {}

  /// One that may work at the same time as this one; null where user code must not run
  /// concurrently.
  default ResidualBlocks fork() {
    return null;
  }

  /// Computes rows [from, from + count) of the residuals into `out` from `offset` on.
  void residuals(double[] x, long from, int count, double[] out, int offset);

  /// Computes rows [from, from + count) of residuals and derivatives.
  void linearise(double[] x, long from, int count, double[] block, int stride);
}
