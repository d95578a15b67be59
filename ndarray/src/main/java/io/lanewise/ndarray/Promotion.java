package io.lanewise.ndarray;

import io.lanewise.ndarray.DType.Kind;

/// The dtype in which two dtypes meet (NEP 50). Java primitives are weak: they lift only the kind.
public final class Promotion {
  private Promotion() {}

  /// The smallest dtype that both convert to safely, as NumPy's table has it: int64 with uint64
  /// gives float64, int16 with float16 gives float32, int32 with float32 gives float64. bfloat16
  /// promotes as float16 does, and the two give float32.
  public static DType promote(DType a, DType b) {
    if (a == b) {
      return a;
    }
    if (a.kind().compareTo(b.kind()) > 0) {
      return promote(b, a);
    }
    return switch (b.kind()) {
      case BOOL, UNSIGNED -> a.kind() == b.kind() ? larger(a, b) : b;
      case SIGNED ->
          a.kind() == Kind.UNSIGNED ? signed(a, b) : a.kind() == b.kind() ? larger(a, b) : b;
      case FLOATING -> a.isFloating() ? floats(a, b) : withFloat(a, b);
      case COMPLEX -> complex(a, b);
    };
  }

  /// The dtype of an array of dtype `a` combined with a Java integer.
  public static DType withInteger(DType a) {
    return a == DType.BOOL ? DType.INT64 : a;
  }

  /// The dtype of an array of dtype `a` combined with a Java floating-point number.
  public static DType withFloating(DType a) {
    return a.kind() == Kind.FLOATING || a.kind() == Kind.COMPLEX ? a : DType.FLOAT64;
  }

  /// The floating-point dtype in which functions of `a` are computed: sqrt of int8 is float16, of
  /// int16 float32, of wider integers float64.
  public static DType floating(DType a) {
    return switch (a) {
      case BOOL, INT8, UINT8 -> DType.FLOAT16;
      case INT16, UINT16 -> DType.FLOAT32;
      case INT32, UINT32, INT64, UINT64 -> DType.FLOAT64;
      default -> a;
    };
  }

  private static DType larger(DType a, DType b) {
    return a.itemSize() >= b.itemSize() ? a : b;
  }

  private static DType signed(DType unsigned, DType signed) {
    if (signed.itemSize() > unsigned.itemSize()) {
      return signed;
    }
    return switch (unsigned) {
      case UINT8 -> DType.INT16;
      case UINT16 -> DType.INT32;
      case UINT32 -> DType.INT64;
      default -> DType.FLOAT64;
    };
  }

  private static DType floats(DType a, DType b) {
    return a.itemSize() == b.itemSize() ? DType.FLOAT32 : larger(a, b);
  }

  private static DType withFloat(DType a, DType b) {
    DType needed = a == DType.BOOL ? b : floating(a);
    return needed.itemSize() > b.itemSize() ? needed : b;
  }

  private static DType complex(DType a, DType b) {
    boolean wide =
        a == DType.COMPLEX128
            || b == DType.COMPLEX128
            || a == DType.FLOAT64
            || (a.isInteger() && a.itemSize() >= 4);
    return wide ? DType.COMPLEX128 : DType.COMPLEX64;
  }
}
