package io.lanewise.ndarray;

/// What happens to a position that is out of range.
public enum IndexMode {
  /// It is an error; negative positions count from the end.
  RAISE,
  /// It is taken modulo the length.
  WRAP,
  /// It becomes the nearest position in range; so negative ones become 0.
  CLIP
}
