package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.UFuncCall;
import io.lanewise.ufunc.Ufuncs;
import java.util.List;
import java.util.stream.LongStream;

/// What the fuzzer leaves out because the two sides may differ: the deliberate differences from
/// NumPy, what NumPy leaves undefined, and nothing else.
final class Differences {
  /// NumPy's result of advanced indexing has an order of axes in memory of its own, which decides
  /// whether a later reshape is a view; here it is in C order.
  static final String ADVANCED_GET = "v[%d] = np.array(v[%d][%s], order='C')";

  private Differences() {}

  /// Floating point to integer: Java saturates, NumPy leaves what does not fit undefined.
  static boolean cast(NDArray from, DType to) {
    if (!to.isInteger() || !(from.dtype().isFloating() || from.dtype().isComplex())) {
      return false;
    }
    double limit = Math.scalb(1.0, 8 * to.itemSize() - (to.kind() == DType.Kind.SIGNED ? 1 : 0));
    double lowest = to.kind() == DType.Kind.SIGNED ? -limit : 0;
    NDArray flat = from.real().reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      double value = flat.getDouble(i);
      if (!(value > lowest - 1 && value < limit)) {
        return true;
      }
    }
    return false;
  }

  /// NumPy fuses a multiplication of a complex product where the processor can.
  static boolean arithmetic(UFunc f, NDArray a, NDArray b) {
    return f.name().equals("multiply") && (a.dtype().isComplex() || b.dtype().isComplex());
  }

  /// Elements that a view shows more than once get one of several values.
  static boolean isSelfOverlapping(NDArray a) {
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (a.shape(axis) > 1 && a.strides()[axis] == 0) {
        return true;
      }
    }
    return false;
  }

  /// NumPy copies values that share memory with the target of an advanced assignment in most cases,
  /// not in all; here they are always copied.
  static boolean isSharedSet(NDArray a, NDArray value) {
    return Overlap.mayShareMemory(a, value);
  }

  /// Empty selections: NumPy looks at the shape of the values in some cases only.
  static boolean isLooseSet(NDArray a, RandomIndex index, NDArray value) {
    return index.size(a) == 0 && value.size() != 1;
  }

  /// Positions of an empty array: NumPy's take looks at them in some cases only, and with `wrap` it
  /// divides by the length for ever.
  static boolean isEmptyTake(NDArray a) {
    return a.size() == 0;
  }

  /// NumPy's tile of an empty array is a view, and read-only where that is; here it is always new.
  static boolean isEmptyTile(NDArray a) {
    return a.size() == 0;
  }

  /// Integers that become one number in the common dtype: NumPy's intersect1d and isin, which take
  /// them for distinct, find what is not there or fail.
  static boolean isCollapsing(NDArray a, NDArray b) {
    DType common = Promotion.promoteTypes(a.dtype(), b.dtype());
    return !common.isInteger() && (isLong(a.dtype()) || isLong(b.dtype()));
  }

  private static boolean isReal(DType dtype) {
    return dtype.isFloating() || dtype.isComplex();
  }

  private static boolean isLong(DType dtype) {
    return dtype == DType.INT64 || dtype == DType.UINT64;
  }

  /// NumPy's digitize takes a number and NaN for falling bins; here NaN is the largest number.
  static boolean isNanBins(NDArray bins) {
    return bins.notEqual(bins).any().getBoolean();
  }

  /// NumPy's unique along an axis compares rows as records, in which NaN of float16 comes first and
  /// not last.
  static boolean isNanRow(NDArray a) {
    return a.dtype() == DType.FLOAT16 && isNanBins(a);
  }

  /// Without elements NumPy's bincount does not look at the weights; resize has nothing to repeat
  /// where there are none.
  static boolean isUnweighted(NDArray a, NDArray weights) {
    return a.size() == 0 || weights.size() == 0;
  }

  /// Counts up to the largest element.
  static boolean isLongBincount(NDArray a) {
    if (!a.dtype().isInteger()) {
      return false;
    }
    NDArray flat = a.reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      if (flat.getLong(i) > 100_000 || a.dtype() == DType.UINT64 && flat.getLong(i) < 0) {
        return true;
      }
    }
    return false;
  }

  /// Minimum and maximum tell zeros apart here; NumPy gives one or the other.
  static boolean zerosAlike(String function) {
    return switch (function) {
      case "minimum", "maximum", "fmin", "fmax", "min", "max" -> true;
      default -> false;
    };
  }

  /// Where parts of a complex product overflow and cancel, a fused product is infinite and another
  /// NaN.
  static boolean isOverflow(double x, double y) {
    return Double.isNaN(x) && Double.isInfinite(y) || Double.isInfinite(x) && Double.isNaN(y);
  }

  /// Why a function refuses what NumPy computes; null where it does not.
  static String excuse(UFunc f, DType dtype, NDArray... inputs) {
    boolean complex = dtype != null && dtype.isComplex();
    for (NDArray input : inputs) {
      complex |= input.dtype().isComplex();
    }
    boolean has = f.types().stream().anyMatch(loop -> loop.startsWith("complex"));
    return complex && !has ? "no loop for complex numbers" : null;
  }

  /// Functions that are not reduced here, because errors grow from step to step, or NumPy's loop
  /// takes one exponent for all, or mixes the dtypes of numbers and counts.
  static boolean isUnsteady(UFunc f) {
    return switch (f.name()) {
      case "power", "float_power", "arctan2", "ldexp" -> true;
      default -> false;
    };
  }

  /// SciPy's gamma functions at the smallest numbers and at minus infinity.
  static boolean isInaccurate(UFunc f, NDArray a) {
    if (!f.name().contains("gamma")) {
      return false;
    }
    NDArray flat = a.reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      double size = Math.abs(flat.getDouble(i));
      if (size != 0 && size < 1e-300 || size == Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  /// All NaNs are one value: what sign they have depends on the loop that made them.
  static boolean isSignOfNan(UFunc f, NDArray last) {
    boolean looks = f.name().equals("signbit") || f.name().equals("copysign");
    return looks && last.dtype().isFloating() && Ufuncs.isnan(last).any().getBoolean();
  }

  /// Calls whose result NumPy leaves undefined, or gives differently on purpose.
  static boolean call(
      UFunc f,
      List<NDArray> inputs,
      DType dtype,
      Casting casting,
      NDArray[] outs,
      double... numbers) {
    if (casting == Casting.EQUIV && numbers.length > 0) {
      // NumPy refuses all numbers of Python under this rule, and none under the rule no
      return true;
    }
    if (casting == Casting.UNSAFE && losesPart(f, inputs, outs)) {
      return true;
    }
    return switch (f.name()) {
      // what 0 gives depends on NumPy's loop
      case "reciprocal" ->
          !isReal(inputs.get(0).dtype()) && inputs.get(0).equal(0).any().getBoolean()
              || dtype != null && !isReal(dtype)
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, dtype, outs, numbers);
      // NumPy's loops go wrong where bools lie apart
      case "isinf", "isnan", "isfinite", "signbit" ->
          f.name().equals("signbit") && isSignOfNan(f, inputs.get(0))
              || outs != null && outs[0] != null && !outs[0].isContiguous();
      // NumPy's loops read the wrong elements where those lie 16 or 64 bytes apart
      case "negative" ->
          hasWrongSteps(inputs.get(0)) && outs != null && outs[0] != null
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, dtype, outs, numbers);
      case "copysign" ->
          isSignOfNan(f, inputs.getLast())
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, dtype, outs, numbers);
      // NumPy takes the square root for one exponent of 1/2, which of minus infinity is NaN
      case "power" ->
          hasMinusInfinity(inputs.get(0)) && hasHalf(inputs, numbers)
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, dtype, outs, numbers);
      // half the distance, without a sign
      case "spacing" ->
          dtype == DType.FLOAT16 || Promotion.floating(inputs.get(0).dtype()) == DType.FLOAT16;
      // a whole number of Python is a float16 there, and a count always int32 or int64
      case "ldexp" ->
          numbers.length > 0
              || dtype != null
              || casting == Casting.NO
              || casting == Casting.EQUIV
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, null, outs, numbers);
      // whether the inputs are taken as bools depends on their dtypes
      default ->
          isComparison(f) && dtype != null && inputs.get(0).dtype() != inputs.getLast().dtype()
              || casting == Casting.UNSAFE && isUndefinedCast(f, inputs, dtype, outs, numbers);
    };
  }

  /// Complex powers are as exact as their larger part, which a real output does not hold.
  private static boolean losesPart(UFunc f, List<NDArray> inputs, NDArray... outs) {
    return switch (f.name()) {
      case "exp2", "power", "float_power" ->
          inputs.stream().anyMatch(a -> a.dtype().isComplex())
              && outs[0] != null
              && !outs[0].dtype().isComplex();
      default -> false;
    };
  }

  private static boolean hasWrongSteps(NDArray a) {
    int size = a.dtype().itemSize();
    return (size == 4 || size == 8)
        && LongStream.of(a.strides()).anyMatch(s -> Math.abs(s) == size);
  }

  private static boolean hasHalf(List<NDArray> inputs, double... numbers) {
    return numbers.length > 0 ? numbers[0] == 0.5 : inputs.getLast().equal(0.5).any().getBoolean();
  }

  private static boolean hasMinusInfinity(NDArray a) {
    return a.dtype().isFloating() && a.equal(Double.NEGATIVE_INFINITY).any().getBoolean();
  }

  private static boolean isComparison(UFunc f) {
    return switch (f.name()) {
      case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal" -> true;
      default -> false;
    };
  }

  private static boolean isUndefinedCast(
      UFunc f, List<NDArray> inputs, DType dtype, NDArray[] outs, double... numbers) {
    if (numbers.length > 0) {
      return true;
    }
    for (NDArray input : inputs) {
      if (dtype != null && cast(input, dtype)) {
        return true;
      }
    }
    try {
      UFuncCall call =
          inputs.size() == 1 ? f.call(inputs.get(0)) : f.call(inputs.get(0), inputs.get(1));
      if (dtype != null) {
        call.dtype(dtype);
      }
      List<NDArray> results = call.casting(Casting.UNSAFE).runAll();
      for (int j = 0; j < outs.length; j++) {
        if (outs[j] != null && cast(results.get(j), outs[j].dtype())) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException | UnsupportedOperationException | ArithmeticException e) {
      // both sides have to refuse
      return false;
    }
  }

  /// NumPy casts what it has computed where the mask is set into a copy of an output that overlaps
  /// an input, and with it what it has not. Its masked comparisons with a number of Python that the
  /// dtype cannot hold end the process.
  static boolean masked(
      UFunc f, NDArray[] outs, List<NDArray> inputs, NDArray mask, double... numbers) {
    if (mask != null && numbers.length > 0 && isComparison(f)) {
      return true;
    }
    for (NDArray out : outs) {
      for (NDArray input : inputs) {
        if (mask != null && out != null && Overlap.mayShareMemory(out, input)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Reductions whose result NumPy leaves undefined.
  static boolean fold(String name, NDArray a, DType dtype, NDArray out) {
    if (dtype != null && cast(a, dtype)) {
      return true;
    }
    if (out == null) {
      return false;
    }
    String function =
        switch (name) {
          case "sum" -> "add";
          case "prod" -> "multiply";
          case "min" -> "minimum";
          case "max" -> "maximum";
          case "all" -> "logical_and";
          case "any" -> "logical_or";
          default -> name;
        };
    UFunc f = Ufuncs.all().get(function);
    DType combined = dtype == null ? a.dtype() : dtype;
    if (dtype != null && out.dtype() != dtype) {
      return true;
    }
    if (f == null) {
      return !Casting.SAFE.allows(combined, out.dtype());
    }
    DType natural = natural(f, dtype == null ? out.dtype() : dtype, combined);
    // NumPy puts what it has on the way into the output, as that can hold it
    return natural == DType.BOOL
        ? out.dtype() != DType.BOOL
        : natural != null && !Casting.SAFE.allows(natural, out.dtype());
  }

  /// The dtype of the result for two arrays, or null where there is no loop.
  private static DType natural(UFunc f, DType a, DType b) {
    try {
      return f.apply(NDArray.empty(a, 0), NDArray.empty(b, 0), null).dtype();
    } catch (UnsupportedOperationException e) {
      // both sides have to refuse
      return null;
    }
  }

  /// Results that do not fit the integers they are put into.
  static boolean at(UFunc f, NDArray a, NDArray b) {
    DType result = natural(f, a.dtype(), b.dtype());
    return a.dtype().isInteger() && result != null && isReal(result);
  }

  /// Averages of complex numbers in a dtype of real ones, or the reverse: NumPy mixes both. Those
  /// of one complex number have a dtype of their own.
  static boolean average(NDArray a, DType dtype) {
    boolean complex = a.dtype().isComplex();
    return dtype != null && dtype.isComplex() != complex
        || complex && (a.ndim() == 0 || dtype != null);
  }
}
