package io.lanewise.ndarray;

/// An operation that does not exist for the given dtypes.
public final class NoLoopException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  public NoLoopException(String message) {
    super(message);
  }
}
