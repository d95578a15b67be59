package io.lanewise.ufunc;

/// Where among equal elements a key is inserted.
public enum SearchSide {
  /// Before them.
  LEFT,
  /// Behind them.
  RIGHT
}
