package io.lanewise.ndarray;

/// A reduction without identity over no elements.
public final class EmptyReductionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public EmptyReductionException(String message) {
    super(message);
  }
}
