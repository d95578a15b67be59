package io.lanewise.ufunc;

/// What happens when a floating-point error is found. Source: `numpy.seterr`.
public enum ErrorMode {
  /// Nothing, and nothing is looked for.
  IGNORE,
  /// A line of the logger `io.lanewise`, at level WARNING.
  WARN,
  /// A [io.lanewise.ndarray.FloatingPointException]; the output has been written by then.
  RAISE,
  /// A call of the handler given to [ErrorState#handler].
  CALL
}
