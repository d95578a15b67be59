package io.lanewise.ndarray.random;

/// How the covariance of a normal distribution is taken apart into a factor A with A A^T = cov.
public enum Factorization {
  /// Columns by falling singular values, NumPy's default. Of a covariance these are its
  /// eigenvalues.
  SVD,
  /// Columns by rising eigenvalues.
  EIGH,
  /// The lower triangle; the covariance must be positive definite. The quickest.
  CHOLESKY
}
