package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ufunc.reduce.Accumulation;
import io.lanewise.ufunc.reduce.Fold;
import io.lanewise.ufunc.reduce.OrderFreeReduction;
import io.lanewise.ufunc.reduce.ReducedAxes;
import io.lanewise.ufunc.reduce.ReducedShape;
import io.lanewise.ufunc.reduce.Running;
import io.lanewise.ufunc.reduce.SumReduction;
import java.util.Arrays;

/// What a function of two numbers does along axes: `reduce`, `accumulate` and `reduceat`.
final class UFuncReduction {
  /// Rows shorter than this are folded beside each other: a row at a time they took 26 ns each, of
  /// 3 float64.
  private static final int SHORT_ROW = 48;

  private final UFunc function;

  UFuncReduction(UFunc function) {
    this.function = function;
  }

  private String name() {
    return function.name();
  }

  NDArray reduce(NDArray a, Axes axes, NDArray out) {
    return ErrorState.isActive()
        ? ErrorCheck.watch("reduce", () -> reduced(a, axes, out), a)
        : reduced(a, axes, out);
  }

  private NDArray reduced(NDArray a, Axes axes, NDArray out) {
    requireBinary("reduce");
    int reduced = count(axes.reduced(a.ndim()));
    DType dtype = dtype("reduce", a, axes.dtype(), out);
    if (reduced > 1 && !function.isReorderable()) {
      throw new IllegalArgumentException(
          "reduction operation '"
              + name()
              + "' is not reorderable, so at most one axis may be specified");
    }
    requireTarget(a, axes, out);
    NDArray initial = axes.initial();
    boolean converts = out == null && takesAnyDType(a, axes);
    NDArray source = converts || a.dtype() == dtype ? a : a.astype(dtype);
    if (axes.where() != null) {
      requireMask(source, axes);
      if (!function.isReorderable()) {
        NDArray results = orderedWhere(source, axes, dtype);
        return deliver(out, results.reshape(new ReducedShape(source, axes).shape()));
      }
      source = masked(source, axes, dtype);
    }
    if (initial == null && function.identity().isEmpty()) {
      requireElements(source, axes);
    }
    if (function.loopTypes() == LoopTypes.POWER && dtype.isInteger()) {
      requireExponents(source, axes);
    }
    NDArray flat = fold(source, axes.plain(), dtype, initial);
    return deliver(out, ReducedAxes.shaped(flat, source, axes));
  }

  /// A fold from the left that passes over what the mask leaves out, element by element of the axis
  /// and all rows at once.
  private NDArray orderedWhere(NDArray a, Axes axes, DType dtype) {
    NDArray mask = axes.where().broadcastTo(a.shape());
    boolean[] reduced = axes.reduced(a.ndim());
    int axis = 0;
    while (axis < a.ndim() && !reduced[axis]) {
      axis++;
    }
    // without an axis every element is a row
    NDArray rows = axis < a.ndim() ? a.moveaxis(axis, 0) : a.expandDims(0);
    NDArray masks = axis < a.ndim() ? mask.moveaxis(axis, 0) : mask.expandDims(0);
    long[] shape = Arrays.copyOfRange(rows.shape(), 1, rows.ndim());
    NDArray results = MemoryPool.empty(dtype, shape);
    results.set(axes.initial().astype(dtype));
    for (long i = 0; i < rows.shape(0); i++) {
      function.call(results, rows.get(i)).out(results).where(masks.get(i)).run();
    }
    return results;
  }

  /// Whether the loops of sums and of logic convert what they read.
  private boolean takesAnyDType(NDArray a, Axes axes) {
    boolean converts =
        function == Arithmetic.ADD || function == Truth.LOGICAL_AND || function == Truth.LOGICAL_OR;
    return converts && axes.isPlain() && !a.dtype().isComplex();
  }

  /// The results of all rows.
  private NDArray fold(NDArray a, Axes axes, DType dtype, NDArray initial) {
    if (initial == null) {
      NDArray own = own(a, axes, dtype);
      if (own != null) {
        return own;
      }
    } else if (function == Arithmetic.ADD && dtype != DType.BOOL) {
      NDArray sums = sum(a, axes, dtype);
      return function.apply(initial.astype(dtype), sums, sums);
    }
    ReducedAxes rows = new ReducedAxes(a, axes);
    NDArray out = MemoryPool.empty(dtype, rows.rows());
    // as NumPy, so that the hypot of one number is its size
    NDArray start = initial == null && function.identity().isPresent() ? identity(dtype) : initial;
    int width =
        switch (function.folding().of(dtype)) {
          case LEFT -> 1;
          case TREE -> Fold.TREE;
          case FREE -> Fold.FREE;
        };
    Fold.run(function.kernels().fold(dtype), rows, start, width, out);
    return out;
  }

  /// Sums, extremes and logic have loops of their own, for dtypes of real numbers; null for others.
  private NDArray own(NDArray a, Axes axes, DType dtype) {
    if (function == Arithmetic.ADD && dtype != DType.BOOL) {
      return sum(a, axes, dtype);
    }
    if (dtype.isComplex()) {
      return null;
    }
    if (function == Truth.LOGICAL_AND || function == Truth.LOGICAL_OR) {
      return OrderFreeReduction.logical(new ReducedAxes(a, axes), function == Truth.LOGICAL_AND);
    }
    boolean extreme = function == Extremes.MINIMUM || function == Extremes.MAXIMUM;
    if (!extreme) {
      return null;
    }
    ReducedAxes rows = new ReducedAxes(a, axes);
    return rows.length() >= SHORT_ROW || rows.rows() == 1
        ? OrderFreeReduction.extreme(rows, function == Extremes.MINIMUM)
        : null;
  }

  private static NDArray sum(NDArray a, Axes axes, DType dtype) {
    if (dtype.isComplex()) {
      NDArray real = SumReduction.sum(new ReducedAxes(a.real(), axes));
      NDArray sums = MemoryPool.empty(dtype, real.shape());
      sums.real().set(real);
      sums.imag().set(SumReduction.sum(new ReducedAxes(a.imag(), axes)));
      return sums;
    }
    // integers are added in 64 bits
    NDArray sums = SumReduction.sum(new ReducedAxes(a, axes));
    return sums.dtype() == dtype ? sums : sums.astype(dtype);
  }

  /// The dtype in which elements are combined, which the result has too. As in NumPy an output is
  /// one of the numbers that meet, and where there is one, small integers are not widened.
  private DType dtype(String method, NDArray a, DType wanted, NDArray out) {
    LoopTypes types = function.loopTypes();
    DType first = a.dtype();
    DType second = a.dtype();
    if (wanted != null) {
      first = wanted;
      second = wanted;
    } else if (out != null && types != LoopTypes.COMPARISON && types != LoopTypes.LOGICAL) {
      first = out.dtype();
    } else if (function == Arithmetic.ADD || function == Arithmetic.MULTIPLY) {
      first = sumDType(first);
      second = first;
    }
    DType loop = null;
    DType result = null;
    try {
      if ((first.isComplex() || second.isComplex()) && function.complexRecipe() != null) {
        DType meeting = Promotion.promoteTypes(first, second);
        meeting = types == LoopTypes.FLOAT64 ? DType.COMPLEX128 : meeting;
        result = function.kernels().complexResult(meeting);
        loop = types == LoopTypes.LOGICAL ? DType.BOOL : meeting;
      } else {
        loop = types.loop(name(), first, second);
        result = types.result(name(), first, second);
      }
    } catch (NoLoopException e) {
      if (wanted == null || !LoopTypes.isUnsupported(e)) {
        throw e;
      }
    }
    // the counts of ldexp are of another dtype than its results
    boolean refused = types == LoopTypes.SCALED && !method.equals("reduce");
    if (refused || loop == null || loop != result || wanted != null && result != wanted) {
      throw new NoLoopException(
          "No loop matching the specified signature and casting was found for ufunc "
              + name()
              + " in "
              + method
              + " of "
              + a.dtype());
    }
    return loop;
  }

  /// bool and integers below 64 bits are added and multiplied in 64 bits.
  static DType sumDType(DType dtype) {
    return switch (dtype.kind()) {
      case BOOL, SIGNED -> DType.INT64;
      case UNSIGNED -> DType.UINT64;
      default -> dtype;
    };
  }

  private NDArray identity(DType dtype) {
    double number = function.identity().getAsDouble();
    // -1 is all bits of an unsigned integer
    NDArray of =
        dtype.isInteger()
            ? NDArray.full(DType.INT64, (long) number)
            : NDArray.full(DType.FLOAT64, number);
    return of.astype(dtype);
  }

  private void requireMask(NDArray a, Axes axes) {
    if (axes.initial() == null && function.identity().isEmpty()) {
      throw new IllegalArgumentException(
          "reduction operation '"
              + name()
              + "' does not have an identity, so to use a where mask one has to specify"
              + " 'initial'");
    }
    NDArray mask = axes.where();
    if (!mask.layout().broadcastsTo(a.layout())) {
      throw new BroadcastException(
          "operands could not be broadcast together with shapes "
              + Shapes.toString(a.shape())
              + " "
              + Shapes.toString(mask.shape())
              + " in "
              + name()
              + ".reduce");
    }
  }

  /// The elements with those that the mask leaves out replaced by what changes nothing.
  private NDArray masked(NDArray a, Axes axes, DType dtype) {
    NDArray neutral =
        function.identity().isPresent() ? identity(dtype) : axes.initial().astype(dtype);
    return Ufuncs.where(axes.where(), a, neutral);
  }

  private void requireElements(NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (reduced[axis] && a.shape(axis) == 0) {
        throw new EmptyReductionException(
            "zero-size array to reduction operation " + name() + " which has no identity");
      }
    }
  }

  /// Every element but the first of a row is an exponent.
  private void requireExponents(NDArray a, Axes axes) {
    boolean[] reduced = axes.reduced(a.ndim());
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (reduced[axis] && a.shape(axis) > 1) {
        NDArray exponents = a.moveaxis(axis, 0).get("1:");
        UFunc.requireExponents(exponents, a.dtype(), 0, exponents);
      }
    }
  }

  private static int count(boolean... flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private void requireBinary(String method) {
    if (function.nin() != 2) {
      throw new IllegalArgumentException(
          method + " only supported for binary functions, not " + name());
    }
    if (function.nout() != 1) {
      throw new IllegalArgumentException(
          method + " only supported for functions returning a single value, not " + name());
    }
  }

  /// Refuses an `out` that cannot take the result, before anything is computed.
  private void requireTarget(NDArray a, Axes axes, NDArray out) {
    if (out != null) {
      requireTarget(name(), a, axes, out);
    }
  }

  /// The same for any reduction.
  static void requireTarget(String name, NDArray a, Axes axes, NDArray out) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
    long[] shape = new ReducedShape(a, axes).shape();
    if (out.ndim() != shape.length) {
      throw new BroadcastException(
          "output parameter for reduction operation "
              + name
              + " has the wrong number of dimensions: Found "
              + out.ndim()
              + " but expected "
              + shape.length
              + (axes.keepsDims() ? " (must match the operand's when keepdims=True)" : ""));
    }
    if (!Arrays.equals(out.shape(), shape)) {
      throw new BroadcastException(
          "output parameter for reduction operation "
              + name
              + " has shape "
              + Shapes.toString(out.shape())
              + " but the result has shape "
              + Shapes.toString(shape));
    }
  }

  /// The result, or `out` with it. Results are computed beside `out`, so that nothing is
  /// half-written and an overlap does no harm. As in NumPy, the cast is not checked.
  static NDArray deliver(NDArray out, NDArray result) {
    if (out == null) {
      return result;
    }
    out.set(result);
    return out;
  }

  NDArray accumulate(NDArray a, int axis, DType wanted, NDArray out) {
    return ErrorState.isActive()
        ? ErrorCheck.watch("accumulate", () -> accumulated(a, axis, wanted, out), a)
        : accumulated(a, axis, wanted, out);
  }

  private NDArray accumulated(NDArray a, int axis, DType wanted, NDArray out) {
    requireBinary("accumulate");
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("cannot accumulate on a scalar: " + name());
    }
    int along = Shapes.axis(axis, a.ndim());
    DType dtype = dtype("accumulate", a, wanted, out);
    NDArray source = a.dtype() == dtype ? a : a.astype(dtype);
    if (function.loopTypes() == LoopTypes.POWER && dtype.isInteger()) {
      requireExponents(source, Axes.axis(along));
    }
    NDArray target = out;
    if (out == null) {
      target = Results.allocate(dtype, name(), a);
    } else {
      requireShape("accumulate", a.shape(), out);
    }
    KernelFamily family = function.kernels().fold(dtype);
    if (target.dtype() == dtype) {
      NDArray input = Overlap.separate(name(), source, target);
      Accumulation.run(family, running(), input, along, target);
      return target;
    }
    NDArray natural = MemoryPool.empty(dtype, target.shape());
    Accumulation.run(family, running(), source, along, natural);
    target.set(natural);
    return target;
  }

  private Running running() {
    return function == Arithmetic.ADD
        ? Running.SUM
        : function == Arithmetic.MULTIPLY ? Running.PRODUCT : null;
  }

  private void requireShape(String method, long[] shape, NDArray out) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name());
    }
    if (!Arrays.equals(shape, out.shape())) {
      throw new BroadcastException(
          "operands could not be broadcast together with shapes "
              + Shapes.toString(shape)
              + " "
              + Shapes.toString(out.shape())
              + " in "
              + name()
              + "."
              + method);
    }
  }

  NDArray reduceat(NDArray a, long[] indices, int axis, DType wanted, NDArray out) {
    requireBinary("reduceat");
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("cannot reduceat on a scalar: " + name());
    }
    int along = Shapes.axis(axis, a.ndim());
    long length = a.shape(along);
    for (long index : indices) {
      if (index < 0 || index >= length) {
        throw new IndexOutOfBoundsException(
            "index " + index + " out-of-bounds in " + name() + ".reduceat [0, " + length + ")");
      }
    }
    DType dtype = dtype("reduceat", a, wanted, out);
    long[] shape = a.shape();
    shape[along] = indices.length;
    if (out != null) {
      requireShape("reduceat", shape, out);
    }
    NDArray source = (a.dtype() == dtype ? a : a.astype(dtype)).moveaxis(along, 0);
    NDArray result = MemoryPool.empty(dtype, shape);
    NDArray rows = result.moveaxis(along, 0);
    for (int i = 0; i < indices.length; i++) {
      long from = indices[i];
      long to = i + 1 < indices.length ? indices[i + 1] : length;
      NDArray row = rows.get(i);
      if (to <= from + 1) {
        row.set(source.get(from));
      } else {
        row.set(reduce(source.get(Index.slice(from, to)), Axes.axis(0).dtype(dtype), null));
      }
    }
    return deliver(out, result);
  }
}
