package io.lanewise.ndarray.kernel;

/// The types a kernel computes in. Other dtypes are converted while a tile is staged.
public enum LaneType {
  BOOL(1),
  INT32(4),
  INT64(8),
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  LaneType(int bytes) {
    this.bytes = bytes;
  }

  /// The size of one element in bytes.
  public int bytes() {
    return bytes;
  }

  /// Whether this is FLOAT32 or FLOAT64.
  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// Whether this is INT32 or INT64.
  public boolean isInteger() {
    return this == INT32 || this == INT64;
  }
}
