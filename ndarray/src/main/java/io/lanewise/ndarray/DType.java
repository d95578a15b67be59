package io.lanewise.ndarray;

import java.util.Locale;

/// The element types, named as NumPy names them.
///
/// Unsigned integers, float16 and bfloat16 are stored in the Java primitive of their width. float16
/// and bfloat16 are storage formats: computing happens in float32. A complex number is stored as
/// its real and imaginary part one after the other, in a `float[]` or `double[]` of twice the
/// length.
public enum DType {
  BOOL(Kind.BOOL, 1, "|b1"),
  INT8(Kind.SIGNED, 1, "|i1"),
  INT16(Kind.SIGNED, 2, "<i2"),
  INT32(Kind.SIGNED, 4, "<i4"),
  INT64(Kind.SIGNED, 8, "<i8"),
  UINT8(Kind.UNSIGNED, 1, "|u1"),
  UINT16(Kind.UNSIGNED, 2, "<u2"),
  UINT32(Kind.UNSIGNED, 4, "<u4"),
  UINT64(Kind.UNSIGNED, 8, "<u8"),
  FLOAT16(Kind.FLOATING, 2, "<f2"),
  BFLOAT16(Kind.FLOATING, 2, null),
  FLOAT32(Kind.FLOATING, 4, "<f4"),
  FLOAT64(Kind.FLOATING, 8, "<f8"),
  COMPLEX64(Kind.COMPLEX, 8, "<c8"),
  COMPLEX128(Kind.COMPLEX, 16, "<c16");

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
  private final String descr;

  DType(Kind kind, int itemSize, String descr) {
    this.kind = kind;
    this.itemSize = itemSize;
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

  /// Whether this is a real floating-point type.
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /// Whether this is a complex type.
  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /// The dtype of the real and imaginary parts of a complex type; any other is its own part.
  public DType part() {
    return switch (this) {
      case COMPLEX64 -> FLOAT32;
      case COMPLEX128 -> FLOAT64;
      default -> this;
    };
  }

  /// Whether this is a signed or unsigned integer type; bool is not one.
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /// The little-endian type string of the .npy format, or null for bfloat16, which it does not
  /// know.
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
