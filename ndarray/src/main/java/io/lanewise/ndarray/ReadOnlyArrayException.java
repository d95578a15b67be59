package io.lanewise.ndarray;

/// Writing to an array that is read-only.
public final class ReadOnlyArrayException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  public ReadOnlyArrayException(String message) {
    super(message);
  }
}
