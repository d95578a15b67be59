package io.lanewise.ndarray;

import io.lanewise.ndarray.DType.Kind;
import java.util.Arrays;
import java.util.Comparator;

/// The dtype in which two dtypes meet (NEP 50). Java primitives are weak: they lift only the kind.
public final class Promotion {
  // NumPy's limits
  private static final double BELOW_FLOAT16 = 65_000;
  private static final double BELOW_FLOAT32 = 3.4e38;

  private Promotion() {}

  /// The smallest dtype that both convert to safely, as NumPy's table has it: int64 with uint64
  /// gives float64, int16 with float16 gives float32, int32 with float32 gives float64. bfloat16
  /// promotes as float16 does, and the two give float32. Source: `numpy.promote_types`.
  public static DType promoteTypes(DType a, DType b) {
    if (a == b) {
      return a;
    }
    if (a.kind().compareTo(b.kind()) > 0) {
      return promoteTypes(b, a);
    }
    return switch (b.kind()) {
      case BOOL, UNSIGNED -> a.kind() == b.kind() ? larger(a, b) : b;
      case SIGNED ->
          a.kind() == Kind.UNSIGNED ? signed(a, b) : a.kind() == b.kind() ? larger(a, b) : b;
      case FLOATING -> a.isFloating() ? floats(a, b) : withFloat(a, b);
      case COMPLEX -> complex(a, b);
    };
  }

  /// The dtype in which all given ones meet. Kinds and sizes are looked at together, so the order
  /// does not matter: int8 and uint8 with float16 give float16, though the first two alone give
  /// int16 and that with float16 float32. Source: `numpy.result_type`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static DType resultType(DType... dtypes) {
    if (dtypes.length == 0) {
      throw new IllegalArgumentException("at least one array or dtype is required");
    }
    DType[] order = dtypes.clone();
    // what is of the highest kind first: a float16 takes in each small integer by itself
    Arrays.sort(order, Comparator.comparing(DType::kind).reversed());
    DType result = order[0];
    for (DType dtype : order) {
      result = promoteTypes(result, dtype);
    }
    return result;
  }

  /// The dtype in which the given arrays meet.
  ///
  /// @throws IllegalArgumentException if there is none
  public static DType resultType(NDArray... arrays) {
    return resultType(Arrays.stream(arrays).map(NDArray::dtype).toArray(DType[]::new));
  }

  /// Whether `from` converts to `to` without loss, int64 to float64 counting as such. Source:
  /// `numpy.can_cast`.
  public static boolean canCast(DType from, DType to) {
    return canCast(from, to, Casting.SAFE);
  }

  /// Whether a rule lets `from` become `to`.
  public static boolean canCast(DType from, DType to, Casting casting) {
    return casting.allows(from, to);
  }

  /// The smallest dtype that holds an integer, unsigned where it is not negative. Source:
  /// `numpy.min_scalar_type`.
  public static DType minScalarType(long value) {
    for (DType dtype : DType.values()) {
      if (dtype.kind() == (value < 0 ? Kind.SIGNED : Kind.UNSIGNED)) {
        IInfo info = IInfo.of(dtype);
        if (value < 0 ? value >= info.min() : Long.compareUnsigned(value, info.max()) <= 0) {
          return dtype;
        }
      }
    }
    throw new AssertionError(value);
  }

  /// The smallest of float16, float32 and float64 for a number's size, with some room below their
  /// largest numbers. Source: `numpy.min_scalar_type`.
  public static DType minScalarType(double value) {
    double size = Math.abs(value);
    if (!(size >= BELOW_FLOAT16) || Double.isInfinite(size)) {
      return DType.FLOAT16;
    }
    return size < BELOW_FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
  }

  /// The floating-point or complex dtype in which arrays meet, integers counting as float64.
  /// Source: `numpy.common_type`.
  ///
  /// @throws IllegalArgumentException if there is none, or one is of bools
  public static DType commonType(NDArray... arrays) {
    DType[] dtypes = new DType[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      DType dtype = arrays[i].dtype();
      if (dtype == DType.BOOL) {
        throw new IllegalArgumentException("can't get common type for non-numeric array");
      }
      dtypes[i] = dtype.isInteger() ? DType.FLOAT64 : dtype;
    }
    return resultType(dtypes);
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
