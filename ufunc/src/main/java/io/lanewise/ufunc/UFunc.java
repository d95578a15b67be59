package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Layout;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Storage;
import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A universal function: an operation on elements, applied to arrays of any shape, stride, dtype
/// and storage that broadcast together.
///
/// Declared in one place, in [Ufuncs]: its name, the dtypes it computes in, the recipe of one
/// element in primitive operations, and its derivative. Loops, casts, lanes and fusion follow from
/// these.
public final class UFunc {
  /// One element of the result from one element of each input, all of the loop's type.
  @FunctionalInterface
  interface Recipe {
    Body.Value apply(Body body, Body.Value... x);
  }

  /// The partial derivatives of `result`, which is this function of `x`, with respect to each of
  /// `x`.
  @FunctionalInterface
  interface Derivative {
    List<Expr> apply(List<Expr> x, Expr result);
  }

  /// Up to this many elements a call goes straight to the kernel: no chunks and no threads are
  /// needed.
  private static final int DIRECT = 4_096;

  private final String name;
  private final int nin;
  private final LoopTypes types;
  private final Recipe recipe;

  /// The recipes for dtypes whose carrier would give something else, such as uint64 in int64.
  private final Map<DType, Recipe> special = new EnumMap<>(DType.class);

  private final Derivative derivative;

  /// Null where there is no loop for complex numbers.
  private ComplexLoops complex;

  /// By dtypes of the inputs and the output; filled as they occur, each entry written once with
  /// equal values.
  private final KernelFamily[] families = new KernelFamily[1 << 12];

  /// The flat kernel for inputs of one dtype and an output of the natural one.
  private final KernelSlot[] direct = new KernelSlot[DType.values().length];

  /// The natural dtype of the output for inputs of one dtype; null where there is no such kernel.
  private final DType[] natural = new DType[DType.values().length];

  UFunc(String name, int nin, LoopTypes types, Recipe recipe, Derivative derivative) {
    this.name = name;
    this.nin = nin;
    this.types = types;
    this.recipe = recipe;
    this.derivative = derivative;
  }

  /// Adds the recipe for one dtype; part of the declaration.
  UFunc with(DType dtype, Recipe own) {
    special.put(dtype, own);
    return this;
  }

  /// Adds the recipe for complex numbers; part of the declaration.
  UFunc withComplex(ComplexLoops.Recipe complexRecipe) {
    complex = new ComplexLoops(name, complexRecipe);
    return this;
  }

  ComplexLoops.Recipe complexRecipe() {
    return complex.recipe();
  }

  /// NumPy's name, such as `add`.
  public String name() {
    return name;
  }

  /// The number of inputs.
  public int nin() {
    return nin;
  }

  LoopTypes types() {
    return types;
  }

  Recipe recipe(DType loop) {
    return special.getOrDefault(loop, recipe);
  }

  Derivative derivative() {
    return derivative;
  }

  /// Applies a unary function.
  ///
  /// @throws io.lanewise.ndarray.NoLoopException if it does not exist for the dtype
  public NDArray call(NDArray a) {
    return call(a, (NDArray) null);
  }

  /// Applies a unary function and writes to `out`, which gives the shape; null asks for a new
  /// array. Returns the output.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if `a` does not broadcast to `out`
  /// @throws io.lanewise.ndarray.ReadOnlyArrayException if `out` is read-only
  /// @throws io.lanewise.ndarray.CastingException if the result's dtype cannot become that of `out`
  ///   within its kind
  public NDArray call(NDArray a, NDArray out) {
    requireInputs(1);
    DType dtype = a.dtype();
    if (out != null && natural[dtype.ordinal()] == out.dtype() && isDirect(a, out)) {
      KernelSlot slot = direct[dtype.ordinal()];
      if (slot != null && !Events.evaluations()) {
        slot.flat2(
            a.storage().base(),
            a.layout().offset(),
            out.storage().base(),
            out.layout().offset(),
            (int) out.size());
        return out;
      }
    }
    return general(a, null, dtype, null, 0, out);
  }

  /// Applies a binary function with broadcasting.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the shapes do not broadcast
  /// @throws io.lanewise.ndarray.NoLoopException if it does not exist for the dtypes
  public NDArray call(NDArray a, NDArray b, NDArray out) {
    requireInputs(2);
    DType dtype = a.dtype();
    if (out != null
        && dtype == b.dtype()
        && natural[dtype.ordinal()] == out.dtype()
        && isDirect(a, out)
        && isDirect(b, out)) {
      KernelSlot slot = direct[dtype.ordinal()];
      if (slot != null && !Events.evaluations()) {
        slot.flat3(
            a.storage().base(),
            a.layout().offset(),
            b.storage().base(),
            b.layout().offset(),
            out.storage().base(),
            out.layout().offset(),
            (int) out.size());
        return out;
      }
    }
    return general(a, b, dtype, b.dtype(), 0, out);
  }

  /// Applies a binary function with a weak floating-point scalar: float32 stays float32, integers
  /// become float64.
  public NDArray call(NDArray a, double b, NDArray out) {
    requireInputs(2);
    if (a.dtype().isComplex()) {
      return general(a, NDArray.full(a.dtype(), b), a.dtype(), a.dtype(), 0, out);
    }
    DType dtype = types.weakFloating(a.dtype());
    return general(a, null, a.dtype(), dtype, Scalars.bits(dtype, b), out);
  }

  /// Applies a binary function with a weak integer scalar: the dtype stays, bool becomes int64.
  ///
  /// @throws ArithmeticException if the dtype cannot hold `b`
  public NDArray call(NDArray a, long b, NDArray out) {
    requireInputs(2);
    if (a.dtype().isComplex()) {
      return call(a, (double) b, out);
    }
    DType dtype = types.weakInteger(a.dtype(), b);
    return general(a, null, a.dtype(), dtype, Scalars.bits(dtype, b), out);
  }

  private void requireInputs(int given) {
    if (nin != given) {
      throw new IllegalArgumentException(name + " takes " + nin + " inputs, not " + given);
    }
  }

  /// Whether operand and output are small whole heap arrays of one shape that are the same elements
  /// or share nothing, which is all a flat kernel needs.
  private static boolean isDirect(NDArray a, NDArray out) {
    Layout from = a.layout();
    Layout to = out.layout();
    return to.isContiguousC()
        && from.isContiguousC()
        && to.size() <= DIRECT
        && to.size() > 0
        && from.sameShape(to)
        && a.storage() instanceof Storage.Heap h
        && out.storage() instanceof Storage.Heap o
        && (h.array() != o.array() || from.offset() == to.offset())
        && out.isWriteable();
  }

  /// `second` is null for a unary function; `b` is null for a scalar with bits `scalar`, too.
  private NDArray general(
      NDArray a, NDArray b, DType first, DType second, long scalar, NDArray wanted) {
    if (complex != null && (first.isComplex() || second != null && second.isComplex())) {
      return complex.call(a, b, wanted);
    }
    DType result = types.result(name, first, second);
    NDArray out = wanted;
    if (out == null) {
      out = Results.allocate(result, name, a, b);
    } else {
      Results.check(name, result, out, a, b);
    }
    if (types == LoopTypes.POWER && result.isInteger()) {
      requireExponents(b, second, scalar, out);
    }
    if (out.dtype().isComplex() || result != out.dtype() && !LaneType.isDirect(result)) {
      // a result narrower than its carrier is rounded or wrapped before it is cast, and a real one
      // has a part to itself
      NDArray rounded = NDArray.empty(result, out.shape());
      run(a, b, first, second, scalar, rounded);
      out.set(rounded);
      return out;
    }
    run(a, b, first, second, scalar, out);
    return out;
  }

  /// Refuses negative integer exponents before anything is written.
  private static void requireExponents(NDArray b, DType second, long scalar, NDArray out) {
    if (second.kind() == DType.Kind.SIGNED
        && out.size() > 0
        && (b == null ? scalar : Reductions.min(b, Axes.all(), null).getLong()) < 0) {
      throw new ArithmeticException("Integers to negative integer powers are not allowed.");
    }
  }

  private void run(NDArray a, NDArray b, DType first, DType second, long scalar, NDArray out) {
    KernelFamily family = family(first, second, out.dtype());
    if (nin == 1) {
      Elementwise.run(family, a, out);
    } else {
      Elementwise.run(family, a, b, scalar, out);
    }
  }

  private KernelFamily family(DType first, DType second, DType out) {
    int at = first.ordinal() << 8 | (second == null ? 15 : second.ordinal()) << 4 | out.ordinal();
    KernelFamily family = families[at];
    if (family == null) {
      family = Kernels.family(program(first, second, out));
      families[at] = family;
      boolean oneType = second == null || second == first;
      if (oneType
          && LaneType.isDirect(first)
          && LaneType.isDirect(out)
          && types.result(name, first, second) == out
          && !(types == LoopTypes.POWER && out.isInteger())) {
        direct[first.ordinal()] = family.slot(0);
        // the gate opens last: readers that see it see the slot, or a null that sends them here
        natural[first.ordinal()] = out;
      }
    }
    return family;
  }

  private io.lanewise.ndarray.kernel.Program program(DType first, DType second, DType out) {
    Body body = new Body();
    Body.Value[] x = new Body.Value[nin];
    DType[] dtypes = {first, second};
    DType loop = types.loop(name, first, second);
    for (int k = 0; k < nin; k++) {
      Body.Value input = body.input(Casts.carrier(dtypes[k]));
      x[k] = types.input(body, input, dtypes[k], dtypes[nin - 1 - k], loop);
    }
    Body.Value value = recipe(loop).apply(body, x);
    DType result = types.result(name, first, second);
    body.output(Casts.convert(body, value, result, out));
    return body.build(
        name
            + "_"
            + (second == null || second == first ? first : first + "_" + second)
            + (result == out ? "" : "_" + out));
  }

  @Override
  public String toString() {
    return "<ufunc '" + name + "'>";
  }
}
