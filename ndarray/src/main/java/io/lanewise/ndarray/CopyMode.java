package io.lanewise.ndarray;

/// Whether a function may or must copy: NumPy's `copy=` argument.
public enum CopyMode {
  /// A copy in any case: `copy=True`.
  ALWAYS,
  /// A view where one is possible: `copy=None`.
  IF_NEEDED,
  /// A view, or an error: `copy=False`.
  NEVER
}
