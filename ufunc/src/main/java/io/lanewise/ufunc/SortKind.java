package io.lanewise.ufunc;

/// NumPy's `kind` of a sort. Both give the same result here, since all sorts are stable.
public enum SortKind {
  /// NumPy's default.
  QUICK,
  /// Equal elements keep their order.
  STABLE
}
