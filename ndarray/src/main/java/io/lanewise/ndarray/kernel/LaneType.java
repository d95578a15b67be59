package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.DType;

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

  /// The type in which kernels compute with elements of `dtype`, or null for complex types.
  public static LaneType carrier(DType dtype) {
    return switch (dtype) {
      case BOOL -> BOOL;
      case INT8, INT16, INT32, UINT8, UINT16 -> INT32;
      case INT64, UINT32, UINT64 -> INT64;
      case FLOAT16, BFLOAT16, FLOAT32 -> FLOAT32;
      case FLOAT64 -> FLOAT64;
      case COMPLEX64, COMPLEX128 -> null;
    };
  }

  /// Whether kernels read and write elements of `dtype` in place; others pass through a tile of
  /// their carrier.
  public static boolean isDirect(DType dtype) {
    return switch (dtype) {
      case BOOL, INT32, INT64, FLOAT32, FLOAT64 -> true;
      default -> false;
    };
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
