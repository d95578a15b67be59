package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;

/// In which dtype a ufunc computes and which one its result has, from the dtypes of its inputs. A
/// null second dtype is that of a unary function.
enum LoopTypes {
  /// Any number, and bool with a logic of its own.
  NUMBER_OR_BOOL {
    @Override
    DType loop(String name, DType a, DType b) {
      return meet(name, a, b);
    }
  },

  /// Any number but no bool.
  NUMBER {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = meet(name, a, b);
      if (loop == DType.BOOL) {
        throw new NoLoopException(
            "numpy boolean "
                + name
                + ", the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or"
                + " the logical_xor function instead.");
      }
      return loop;
    }
  },

  /// Any number; bool becomes int8.
  BOOL_AS_INT8 {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = meet(name, a, b);
      return loop == DType.BOOL ? DType.INT8 : loop;
    }
  },

  /// Numbers that are ordered as their carrier is.
  ORDERED {
    @Override
    DType loop(String name, DType a, DType b) {
      return requireOrder(name, meet(name, a, b));
    }
  },

  /// Powers: bool becomes int8.
  POWER {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = requireOrder(name, meet(name, a, b));
      return loop == DType.BOOL ? DType.INT8 : loop;
    }
  },

  /// Floating point: of integers the type that holds them.
  FLOATING {
    @Override
    DType loop(String name, DType a, DType b) {
      return Promotion.floating(meet(name, a, b));
    }

    @Override
    DType weakFloating(DType a) {
      return Promotion.withFloating(a);
    }
  },

  /// True division: integers give float64.
  QUOTIENT {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = meet(name, a, b);
      return loop.isFloating() ? loop : DType.FLOAT64;
    }

    @Override
    DType weakInteger(DType a) {
      return Promotion.withFloating(a);
    }
  },

  /// Comparisons: a bool from two numbers.
  COMPARISON {
    @Override
    DType loop(String name, DType a, DType b) {
      return requireOrder(name, meet(name, a, b));
    }

    @Override
    DType result(String name, DType a, DType b) {
      loop(name, a, b);
      return DType.BOOL;
    }

    /// A number that the dtype cannot hold is compared all the same.
    @Override
    DType weakInteger(DType a, long value) {
      return holding(a, value);
    }
  },

  /// Logic: everything is first compared with zero.
  LOGICAL {
    @Override
    DType loop(String name, DType a, DType b) {
      meet(name, a, b);
      return DType.BOOL;
    }

    @Override
    DType weakInteger(DType a, long value) {
      return holding(a, value);
    }
  };

  /// The dtype of the inputs once converted.
  ///
  /// @throws NoLoopException if there is no loop for these dtypes
  abstract DType loop(String name, DType a, DType b);

  /// The dtype of the result.
  DType result(String name, DType a, DType b) {
    return loop(name, a, b);
  }

  /// The dtype that a weak floating-point scalar takes beside `a`.
  DType weakFloating(DType a) {
    return Promotion.withFloating(a);
  }

  /// The dtype that a weak integer takes beside `a`.
  DType weakInteger(DType a) {
    return Promotion.withInteger(a);
  }

  /// The dtype that the weak integer `value` takes beside `a`.
  DType weakInteger(DType a, long value) {
    return weakInteger(a);
  }

  private static DType holding(DType a, long value) {
    DType dtype = Promotion.withInteger(a);
    return Scalars.fits(dtype, value) ? dtype : DType.INT64;
  }

  private static DType meet(String name, DType a, DType b) {
    DType loop = b == null ? a : Promotion.promote(a, b);
    if (loop.isComplex()) {
      throw new NoLoopException(
          "ufunc '"
              + name
              + "' did not contain a loop with signature matching types ("
              + a
              + (b == null ? "" : ", " + b)
              + ") -> None");
    }
    return loop;
  }

  private static DType requireOrder(String name, DType loop) {
    if (loop == DType.UINT64) {
      throw new NoLoopException("ufunc '" + name + "' did not contain a loop for uint64");
    }
    return loop;
  }
}
