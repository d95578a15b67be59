package io.lanewise.ndarray;

/// A shape that is impossible, or that does not fit what it is used for.
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }
}
