package io.lanewise.ndarray;

/// Shapes that do not broadcast together, or not to the output's shape.
public final class BroadcastException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public BroadcastException(String message) {
    super(message);
  }
}
