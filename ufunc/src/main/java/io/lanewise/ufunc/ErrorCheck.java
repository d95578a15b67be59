package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Finds out from inputs and result what went wrong in a call.
final class ErrorCheck {
  /// Where a function of finite numbers is infinite exactly: its poles.
  private static final Map<String, BiFunction<NDArray, NDArray, NDArray>> POLES =
      Map.ofEntries(
          Map.entry("divide", (a, b) -> b.equal(0)),
          Map.entry("floor_divide", (a, b) -> b.equal(0)),
          Map.entry("reciprocal", (a, b) -> a.equal(0)),
          Map.entry("power", (a, b) -> a.equal(0).logicalAnd(b.less(0))),
          Map.entry("float_power", (a, b) -> a.equal(0).logicalAnd(b.less(0))),
          Map.entry("log", (a, b) -> a.equal(0)),
          Map.entry("log2", (a, b) -> a.equal(0)),
          Map.entry("log10", (a, b) -> a.equal(0)),
          Map.entry("log1p", (a, b) -> a.equal(-1)),
          Map.entry("arctanh", (a, b) -> a.abs().equal(1)),
          Map.entry("gamma", (a, b) -> a.equal(0)),
          Map.entry("lgamma", (a, b) -> a.floor().equal(a)),
          Map.entry("digamma", (a, b) -> a.equal(0)));

  private ErrorCheck() {}

  /// The result of `call`, looked at. Inputs that `out` may overwrite are kept beside.
  static NDArray watch(UFunc function, NDArray a, NDArray b, NDArray out, Supplier<NDArray> call) {
    ErrorState state = ErrorState.of();
    NDArray first = kept(a, out);
    NDArray second = kept(b, out);
    NDArray result = ErrorState.unwatched(call);
    FloatingError[] found = ErrorState.unwatched(() -> find(function, first, second, result));
    for (FloatingError error : found) {
      state.report(error, function.name());
    }
    return result;
  }

  /// The same for a reduction or an expression of arrays.
  static NDArray watch(String name, Supplier<NDArray> call, NDArray... inputs) {
    ErrorState state = ErrorState.of();
    boolean[] had =
        ErrorState.unwatched(
            () -> new boolean[] {any(inputs, Ufuncs.ISNAN), any(inputs, Ufuncs.ISINF)});
    NDArray result = ErrorState.unwatched(call);
    boolean[] has =
        ErrorState.unwatched(
            () ->
                new boolean[] {
                  any(new NDArray[] {result}, Ufuncs.ISNAN),
                  any(new NDArray[] {result}, Ufuncs.ISINF)
                });
    if (has[0] && !had[0]) {
      state.report(FloatingError.INVALID, name);
    }
    if (has[1] && !had[1]) {
      state.report(FloatingError.OVERFLOW, name);
    }
    return result;
  }

  private static boolean any(NDArray[] arrays, UFunc test) {
    for (NDArray a : arrays) {
      if (a != null && isReal(a.dtype()) && any(test.apply(a))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReal(DType dtype) {
    return dtype.isFloating() || dtype.isComplex();
  }

  private static NDArray kept(NDArray input, NDArray out) {
    return input != null && out != null && Overlap.mayShareMemory(input, out)
        ? input.copy()
        : input;
  }

  private static FloatingError[] find(UFunc function, NDArray a, NDArray b, NDArray result) {
    List<FloatingError> found = new ArrayList<>();
    BiFunction<NDArray, NDArray, NDArray> poles = POLES.get(function.name());
    boolean integers = !isReal(a.dtype()) && (b == null || !isReal(b.dtype()));
    if (integers && isIntegerDivision(function)) {
      if (any((b == null ? a : b).equal(0))) {
        found.add(FloatingError.DIVIDE);
      }
      return found.toArray(FloatingError[]::new);
    }
    if (isReal(result.dtype())) {
      NDArray finite = Ufuncs.ISFINITE.apply(a);
      NDArray noNaN = Ufuncs.ISNAN.apply(a).logicalNot();
      if (b != null) {
        finite = finite.logicalAnd(Ufuncs.ISFINITE.apply(b));
        noNaN = noNaN.logicalAnd(Ufuncs.ISNAN.apply(b).logicalNot());
      }
      NDArray infinite = Ufuncs.ISINF.apply(result).logicalAnd(finite);
      NDArray pole = poles == null ? null : infinite.logicalAnd(poles.apply(a, b));
      if (pole != null && any(pole)) {
        found.add(FloatingError.DIVIDE);
      }
      if (any(pole == null ? infinite : infinite.logicalAnd(pole.logicalNot()))) {
        found.add(FloatingError.OVERFLOW);
      }
      if (any(Ufuncs.ISNAN.apply(result).logicalAnd(noNaN))) {
        found.add(FloatingError.INVALID);
      }
    }
    return found.toArray(FloatingError[]::new);
  }

  private static boolean isIntegerDivision(UFunc function) {
    return switch (function.name()) {
      case "floor_divide", "remainder", "fmod", "divmod", "reciprocal" -> true;
      default -> false;
    };
  }

  private static boolean any(NDArray truth) {
    return Reductions.any(truth, Axes.all(), null).getLong() != 0;
  }
}
