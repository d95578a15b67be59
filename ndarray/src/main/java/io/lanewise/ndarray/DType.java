package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.LaneType;
import java.util.Locale;

/// The element types, named as NumPy names them.
///
/// Unsigned integers, float16 and bfloat16 are stored in the Java primitive of their width. float16 and bfloat16 are storage
/// formats: computing happens in float32. Complex types are declared for files and promotion; arrays of them cannot be made
/// by this version.
public enum DType {
  BOOL(Kind.BOOL, 1, LaneType.BOOL, true, "|b1"),
  INT8(Kind.SIGNED, 1, LaneType.INT32, false, "|i1"),
  INT16(Kind.SIGNED, 2, LaneType.INT32, false, "<i2"),
  INT32(Kind.SIGNED, 4, LaneType.INT32, true, "<i4"),
  INT64(Kind.SIGNED, 8, LaneType.INT64, true, "<i8"),
  UINT8(Kind.UNSIGNED, 1, LaneType.INT32, false, "|u1"),
  UINT16(Kind.UNSIGNED, 2, LaneType.INT32, false, "<u2"),
  UINT32(Kind.UNSIGNED, 4, LaneType.INT64, false, "<u4"),
  UINT64(Kind.UNSIGNED, 8, LaneType.INT64, false, "<u8"),
  FLOAT16(Kind.FLOATING, 2, LaneType.FLOAT32, false, "<f2"),
  BFLOAT16(Kind.FLOATING, 2, LaneType.FLOAT32, false, null),
  FLOAT32(Kind.FLOATING, 4, LaneType.FLOAT32, true, "<f4"),
  FLOAT64(Kind.FLOATING, 8, LaneType.FLOAT64, true, "<f8"),
  COMPLEX64(Kind.COMPLEX, 8, null, false, "<c8"),
  COMPLEX128(Kind.COMPLEX, 16, null, false, "<c16");

  /// The families of types, in the order in which promotion climbs.
  public enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOATING,
    COMPLEX
  }

  private final Kind kind;
  private final int itemSize;
  private final LaneType carrier;
  private final boolean lane;
  private final String descr;

  DType(Kind kind, int itemSize, LaneType carrier, boolean lane, String descr) {
    this.kind = kind;
    this.itemSize = itemSize;
    this.carrier = carrier;
    this.lane = lane;
    this.descr = descr;
  }

  /// The family this type belongs to.
  public Kind kind() {
    return kind;
  }

  /// The size of one element in bytes.
  public int itemSize() {
    return itemSize;
  }

  /// The type in which kernels compute with elements of this type, or null for complex types.
  public LaneType carrier() {
    return carrier;
  }

  /// Whether kernels read and write elements of this type directly, without a tile in between.
  public boolean isLane() {
    return lane;
  }

  /// Whether this is a real floating-point type.
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /// Whether this is a signed or unsigned integer type; bool is not one.
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /// The little-endian type string of the .npy format, or null for bfloat16, which it does not know.
  public String descr() {
    return descr;
  }

  /// The type's NumPy name, such as `float64`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The dtype with the given NumPy name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static DType named(String name) {
    for (DType type : values()) {
      if (type.toString().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("data type '" + name + "' not understood");
  }
}
