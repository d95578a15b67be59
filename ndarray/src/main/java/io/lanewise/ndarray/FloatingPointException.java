package io.lanewise.ndarray;

/// A floating-point error that was to be raised, such as `divide by zero encountered in divide`.
/// NumPy: `FloatingPointError`.
public class FloatingPointException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  public FloatingPointException(String message) {
    super(message);
  }
}
