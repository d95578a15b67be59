package io.lanewise.linalg;

/// A matrix that the requested decomposition does not exist for, as NumPy's `LinAlgError`:
/// singular, not positive definite, no convergence.
public final class LinAlgException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /// With NumPy's words.
  public LinAlgException(String message) {
    super(message);
  }
}
