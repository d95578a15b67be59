package io.lanewise.optimize;

/// What a trust-region step needs to know of a linearised problem \(\frac12\|J s + f\|^2\), and
/// nothing of how it is stored.
///
/// Steps are computed in scaled variables \(s = D\hat s\), with an extra curvature \(\frac12 \hat
/// s^T C \hat s\) for bounds: [#scale] says what D and C are, [#solve] answers for \(\hat J = J
/// D\). All vectors have one entry per parameter.
interface LinearisedSystem {
  /// The number of parameters.
  int parameters();

  /// The gradient \(J^T f\).
  void gradient(double[] out);

  /// The lengths of the columns of J.
  void columnNorms(double[] out);

  /// \((Jv)^T(Jw)\), in the original variables.
  double product(double[] v, double[] w);

  /// Passes to the scaled variables: D = diag(d) and C = diag(c), c >= 0.
  void scale(double[] d, double[] c);

  /// Whether \(\hat J^T\hat J + C\) is safely invertible.
  boolean fullRank();

  /// Computes \(\hat p = -(\hat J^T\hat J + C + \alpha I)^{-1} \hat J^T f\).
  ///
  /// @param damping alpha; with 0 and without [#fullRank] the answer is the shortest of the
  ///   minimisers
  /// @param p receives the step
  /// @return \(\hat p^T(\hat J^T\hat J + C + \alpha I)^{-1}\hat p\), which is \(-\|\hat
  ///   p\|\,d\|\hat p\|/d\alpha\)
  double solve(double damping, double[] p);

  /// Computes \((J^TJ)^{-1}\) by the singular values of J with its columns scaled to length 1;
  /// directions whose singular value is below \(\epsilon \max(m, n)\) times the largest are left
  /// out. Overwrites what [#scale] prepared.
  ///
  /// @param out receives the n x n matrix
  /// @param rows the number of residuals m
  /// @return the rank
  int inverse(double[] out, long rows);
}
