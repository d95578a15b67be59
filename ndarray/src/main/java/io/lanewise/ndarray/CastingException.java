package io.lanewise.ndarray;

/// A conversion between dtypes that the casting rule forbids.
public final class CastingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public CastingException(String message) {
    super(message);
  }
}
