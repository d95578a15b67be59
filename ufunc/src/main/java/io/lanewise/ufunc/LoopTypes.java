package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.LaneType;

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
            (b == null ? "The numpy boolean " : "numpy boolean ")
                + name
                + ", the `-` operator, is not supported, use the "
                + (b == null
                    ? "`~` operator or the logical_not"
                    : "bitwise_xor, the `^` operator, or the logical_xor")
                + " function instead.");
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

  /// Numbers that have an order; uint64 is not ordered as its carrier is, which the recipe minds.
  ORDERED {
    @Override
    DType loop(String name, DType a, DType b) {
      return meet(name, a, b);
    }
  },

  /// Powers: bool becomes int8.
  POWER {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = meet(name, a, b);
      return loop == DType.BOOL ? DType.INT8 : loop;
    }
  },

  /// Any number; there is no loop for bool.
  NO_BOOL {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = meet(name, a, b);
      if (loop == DType.BOOL) {
        throw none(name, a, b);
      }
      return loop;
    }
  },

  /// Integers; there is no loop for anything else.
  ONLY_INTEGER {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = Promotion.promoteTypes(a, b);
      if (!loop.isInteger()) {
        throw none(name, a, b);
      }
      return loop;
    }
  },

  /// Bools and integers.
  BITS {
    @Override
    DType loop(String name, DType a, DType b) {
      return bits(name, a, b);
    }

    @Override
    DType weakFloating(DType a) {
      return DType.FLOAT64;
    }
  },

  /// Integers; bool becomes int8.
  INTEGER {
    @Override
    DType loop(String name, DType a, DType b) {
      DType loop = bits(name, a, b);
      return loop == DType.BOOL ? DType.INT8 : loop;
    }
  },

  /// A number of bits, from an integer.
  COUNT {
    @Override
    DType loop(String name, DType a, DType b) {
      return INTEGER.loop(name, a, b);
    }

    @Override
    DType result(String name, DType a, DType b) {
      loop(name, a, b);
      return DType.UINT8;
    }
  },

  /// What is true of a number of any kind.
  TEST {
    @Override
    DType loop(String name, DType a, DType b) {
      return meet(name, a, b);
    }

    @Override
    DType result(String name, DType a, DType b) {
      loop(name, a, b);
      return DType.BOOL;
    }
  },

  /// What is true of a floating-point number.
  FLOATING_TEST {
    @Override
    DType loop(String name, DType a, DType b) {
      return FLOATING.loop(name, a, b);
    }

    @Override
    DType result(String name, DType a, DType b) {
      loop(name, a, b);
      return DType.BOOL;
    }
  },

  /// Everything is computed in float64.
  FLOAT64 {
    @Override
    DType loop(String name, DType a, DType b) {
      meet(name, a, b);
      return DType.FLOAT64;
    }

    @Override
    DType weakInteger(DType a) {
      return DType.FLOAT64;
    }

    @Override
    DType weakFloating(DType a) {
      return DType.FLOAT64;
    }
  },

  /// Floating point: of integers the type that holds them.
  FLOATING {
    @Override
    DType loop(String name, DType a, DType b) {
      meet(name, a, b);
      // each by itself: int8 and uint8 have float16, although they meet in int16
      DType first = Promotion.floating(a);
      return b == null ? first : Promotion.promoteTypes(first, Promotion.floating(b));
    }

    /// A number that the integers cannot hold is a floating-point one all the same.
    @Override
    DType weakInteger(DType a) {
      return a == DType.BOOL ? DType.INT64 : Promotion.floating(a);
    }

    @Override
    DType weakFloating(DType a) {
      return Promotion.withFloating(a);
    }
  },

  /// A significand and, as int32, an exponent.
  SIGNIFICAND_AND_EXPONENT {
    @Override
    DType loop(String name, DType a, DType b) {
      return FLOATING.loop(name, a, b);
    }

    @Override
    DType result(int j, DType first) {
      return j == 0 ? first : DType.INT32;
    }
  },

  /// A floating-point number and an integer that counts powers of two.
  SCALED {
    @Override
    DType loop(String name, DType a, DType b) {
      meet(name, a, b);
      if (b != DType.BOOL && !b.isInteger() || b == DType.UINT64) {
        throw unsupported(name, a, b);
      }
      return Promotion.floating(a);
    }

    @Override
    Value input(Body body, int k, Value value, DType from, DType other, DType loop) {
      return k == 0
          ? super.input(body, k, value, from, other, loop)
          : body.convert(value, LaneType.INT64);
    }

    @Override
    DType operand(int k, DType from, DType loop) {
      return k == 0 ? loop : from;
    }

    @Override
    DType weakInteger(DType a) {
      return DType.INT64;
    }

    @Override
    DType weakFloating(DType a) {
      return DType.FLOAT64;
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
      return hasKeys(a, b) ? DType.INT64 : meet(name, a, b);
    }

    @Override
    DType result(String name, DType a, DType b) {
      loop(name, a, b);
      return DType.BOOL;
    }

    @Override
    Value input(Body body, int k, Value value, DType from, DType other, DType loop) {
      return hasKeys(from, other)
          ? Comparisons.key(body, body.convert(value, LaneType.INT64), from, other)
          : super.input(body, k, value, from, other, loop);
    }

    @Override
    DType operand(int k, DType from, DType loop) {
      return from;
    }

    /// Beside another integer, uint64 is compared by keys, exactly: float64, in which int64 and
    /// uint64 meet, would round.
    private static boolean hasKeys(DType a, DType b) {
      return (a == DType.UINT64 || b == DType.UINT64) && !isReal(a) && !isReal(b);
    }

    private static boolean isReal(DType a) {
      return a.isFloating() || a.isComplex();
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
    DType operand(int k, DType from, DType loop) {
      return from;
    }

    @Override
    DType weakInteger(DType a, long value) {
      return holding(a, value);
    }
  };

  static final String UNSUPPORTED = "' not supported for the input types";

  /// The dtype of the inputs once converted.
  ///
  /// @throws NoLoopException if there is no loop for these dtypes
  abstract DType loop(String name, DType a, DType b);

  /// Input `k`, of dtype `from`, beside one of dtype `other`, as an element of the loop's dtype.
  Value input(Body body, int k, Value value, DType from, DType other, DType loop) {
    return Casts.convert(body, value, from, loop);
  }

  /// The dtype that input `k`, of dtype `from`, is cast to, which a casting rule may forbid.
  DType operand(int k, DType from, DType loop) {
    return loop;
  }

  /// The dtype of the result.
  DType result(String name, DType a, DType b) {
    return loop(name, a, b);
  }

  /// The dtype of result `j`, where there are several, the first being `first`.
  DType result(int j, DType first) {
    return first;
  }

  /// Whether results are numbers, not what is true of numbers.
  boolean isNumeric() {
    return this != COMPARISON && this != LOGICAL && this != TEST && this != FLOATING_TEST;
  }

  /// The dtype that a weak number takes beside `a`, which is complex.
  DType weakComplex(DType a) {
    return this == FLOAT64 ? DType.COMPLEX128 : a;
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
    DType loop = b == null ? a : Promotion.promoteTypes(a, b);
    if (loop.isComplex()) {
      throw unsupported(name, a, b);
    }
    return loop;
  }

  private static DType bits(String name, DType a, DType b) {
    DType loop = meet(name, a, b);
    if (loop.isFloating()) {
      throw unsupported(name, a, b);
    }
    return loop;
  }

  private static NoLoopException none(String name, DType a, DType b) {
    return new NoLoopException(
        "ufunc '"
            + name
            + "' did not contain a loop with signature matching types ("
            + a
            + (b == null ? "" : ", " + b)
            + ") -> None");
  }

  /// Whether what was thrown says that the dtypes as such are not supported, rather than what to do
  /// instead.
  static boolean isUnsupported(NoLoopException e) {
    return e.getMessage().contains(UNSUPPORTED);
  }

  private static NoLoopException unsupported(String name, DType a, DType b) {
    return new NoLoopException(
        "ufunc '"
            + name
            + UNSUPPORTED
            + ", and the inputs could not be safely coerced to any supported types according to the"
            + " casting rule ''safe'': "
            + a
            + (b == null ? "" : " and " + b));
  }
}
