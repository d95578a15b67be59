package io.lanewise.ndarray;

/// A .npy stream that is truncated, malformed or of an unknown version.
public final class NpyFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public NpyFormatException(String message) {
    super(message);
  }
}
