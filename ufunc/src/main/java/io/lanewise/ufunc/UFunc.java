package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Layout;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Storage;
import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.FamilyReference;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.spi.Operator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// A universal function: an operation on elements, applied to arrays of any shape, stride, dtype
/// and storage that broadcast together.
///
/// Declared in one place, in [Ufuncs]: its name, the dtypes it computes in, the recipe of one
/// element in primitive operations, and its derivative. Loops, casts, lanes and fusion follow from
/// these.
///
/// ```java
/// ADD.apply(a, b, out);                                           // nothing is allocated
/// ADD.call(a, b).out(out).where(mask).dtype(FLOAT32).run();
/// NDArray total = ADD.reduce(a, axis(0, 1).keepdims());
/// UFunc twice = UFunc.of("twice", x -> 2 * x);
/// ```
public final class UFunc {
  /// One element of the result from one element of each input, all of the loop's type.
  @FunctionalInterface
  interface Recipe {
    Value apply(Body body, Value... x);
  }

  /// One element of each of several results.
  @FunctionalInterface
  interface Recipes {
    List<Value> apply(Body body, Value... x);
  }

  /// The partial derivatives of `result`, which is this function of `x`, with respect to each of
  /// `x`.
  @FunctionalInterface
  interface Derivative {
    List<Expr> apply(List<Expr> x, Expr result);
  }

  /// Up to this many elements a call goes straight to the kernel: no chunks and no threads are
  /// needed. The other way takes 0.2 us longer, a tenth of an addition of 10,000 numbers.
  private static final int DIRECT = 2 * Elementwise.CHUNK - 1;

  private final String name;
  private final int nin;
  private final int nout;
  private final LoopTypes types;
  private final Recipes recipes;

  /// The recipes for dtypes whose carrier would give something else, such as uint64 in int64.
  private final Map<DType, Recipes> special = new EnumMap<>(DType.class);

  private final Derivative derivative;

  /// Null where there is no loop for complex numbers.
  private ComplexRecipe complex;

  private OptionalDouble identity = OptionalDouble.empty();
  private boolean reorderable;
  private Folding folding = Folding.LEFT;
  private final int[] operations = new int[2];
  private boolean constantPieces;

  private final UFuncKernels kernels = new UFuncKernels(this);
  private final UFuncReduction reduction = new UFuncReduction(this);

  /// By dtypes of the inputs and the output; made at first need and filled as they occur.
  private FamilyReference[] families;

  /// The flat kernel for inputs of one dtype and an output of the natural one.
  private final KernelSlot[] direct = new KernelSlot[DType.values().length];

  /// The natural dtype of the output for inputs of one dtype; null where there is no such kernel.
  private final DType[] natural = new DType[DType.values().length];

  UFunc(String name, int nin, LoopTypes types, Recipe recipe, Derivative derivative) {
    this(name, nin, 1, types, several(recipe), derivative);
  }

  UFunc(String name, int nin, int nout, LoopTypes types, Recipes recipes, Derivative derivative) {
    this.name = name;
    this.nin = nin;
    this.nout = nout;
    this.types = types;
    this.recipes = recipes;
    this.derivative = derivative;
  }

  private static Recipes several(Recipe recipe) {
    return (f, x) -> List.of(recipe.apply(f, x));
  }

  /// Adds the recipe for one dtype; part of the declaration.
  UFunc with(DType dtype, Recipe own) {
    return withSeveral(dtype, several(own));
  }

  /// Adds the recipe for one dtype of a function with several results.
  UFunc withSeveral(DType dtype, Recipes own) {
    special.put(dtype, own);
    return this;
  }

  /// Adds the recipe for complex numbers; part of the declaration.
  UFunc withComplex(ComplexRecipe complexRecipe) {
    complex = complexRecipe;
    return this;
  }

  /// Says how elements are reduced, and that no elements give `empty`; part of the declaration.
  UFunc reducing(Folding how, double empty) {
    identity = OptionalDouble.of(empty);
    return reducing(how);
  }

  /// Says how elements are reduced; part of the declaration.
  UFunc reducing(Folding how) {
    folding = how;
    reorderable = how != Folding.LEFT;
    return this;
  }

  /// Says that the result jumps between constants, so that its derivative is 0 wherever there is
  /// one; part of the declaration.
  UFunc piecewiseConstant() {
    constantPieces = true;
    return this;
  }

  boolean isPiecewiseConstant() {
    return constantPieces;
  }

  /// The function behind a fluent method, for the module's provider of [Operator].
  @SuppressWarnings("exports") // of use inside of the library only
  public static UFunc of(Operator operator) {
    return FluentFunctions.of(operator);
  }

  /// A function of one number, in float64, with NumPy's broadcasting and protocol. It runs in plain
  /// loops; [#of(String, int, Function)] has lanes.
  public static UFunc of(String name, DoubleUnaryOperator function) {
    return UserFunctions.unary(name, function);
  }

  /// A function of two numbers, in float64. It runs in plain loops; [#of(String, int, Function)]
  /// has lanes.
  public static UFunc of(String name, DoubleBinaryOperator function) {
    return UserFunctions.binary(name, function);
  }

  /// A function that is an expression of its `nin` inputs: one kernel with lanes in the
  /// floating-point dtype in which the inputs meet, with derivatives.
  ///
  /// ```java
  /// UFunc squaredDistance = UFunc.of("squared_distance", 2, x -> x.get(0).subtract(x.get(1)).square());
  /// ```
  public static UFunc of(String name, int nin, Function<List<Expr>, Expr> function) {
    return UserFunctions.expression(name, nin, function);
  }

  ComplexRecipe complexRecipe() {
    return complex;
  }

  /// NumPy's name, such as `add`.
  public String name() {
    return name;
  }

  /// The number of inputs.
  public int nin() {
    return nin;
  }

  /// The number of outputs.
  public int nout() {
    return nout;
  }

  /// The number of inputs and outputs.
  public int nargs() {
    return nin + nout;
  }

  /// What reducing no elements gives; empty where that is an error.
  public OptionalDouble identity() {
    return identity;
  }

  /// The number of loops.
  public int ntypes() {
    return types().size();
  }

  /// The dtypes of the loops, as `float64,float64->float64`, smaller ones first.
  public List<String> types() {
    return new UFuncLoops(this).types();
  }

  LoopTypes loopTypes() {
    return types;
  }

  Folding folding() {
    return folding;
  }

  boolean isReorderable() {
    return reorderable;
  }

  UFuncKernels kernels() {
    return kernels;
  }

  /// One element of each result from elements of the loop's dtype.
  List<Value> results(Body body, Value[] x, DType loop) {
    return special.getOrDefault(loop, recipes).apply(body, x);
  }

  /// The recipe of a function with one result.
  Recipe recipe(DType loop) {
    return (body, x) -> results(body, x, loop).get(0);
  }

  /// The dtype of the first result of what is computed in `loop`.
  DType firstResult(DType loop) {
    return types.result(
        name, loop, nin == 1 ? null : types == LoopTypes.SCALED ? DType.INT64 : loop);
  }

  /// How many operations an element takes, about; of complex numbers where there is such a loop.
  int operations(boolean ofComplex) {
    int at = ofComplex ? 1 : 0;
    if (operations[at] == 0) {
      operations[at] = new UFuncLoops(this).operations(ofComplex);
    }
    return operations[at];
  }

  Derivative derivative() {
    return derivative;
  }

  /// A call of one input, to be given its keywords.
  public UFuncCall call(NDArray a) {
    return new UFuncCall(this, new UFuncCall.Operand(a));
  }

  /// A call of two or more inputs.
  public UFuncCall call(NDArray a, NDArray... more) {
    UFuncCall.Operand[] operands = new UFuncCall.Operand[1 + more.length];
    operands[0] = new UFuncCall.Operand(a);
    for (int k = 0; k < more.length; k++) {
      operands[k + 1] = new UFuncCall.Operand(more[k]);
    }
    return new UFuncCall(this, operands);
  }

  /// A call with a weak number.
  public UFuncCall call(NDArray a, double b) {
    return new UFuncCall(this, new UFuncCall.Operand(a), new UFuncCall.Operand(b));
  }

  /// A call with a weak integer.
  public UFuncCall call(NDArray a, long b) {
    return new UFuncCall(this, new UFuncCall.Operand(a), new UFuncCall.Operand(b));
  }

  /// A call with a weak number first.
  public UFuncCall call(double a, NDArray b) {
    return new UFuncCall(this, new UFuncCall.Operand(a), new UFuncCall.Operand(b));
  }

  /// A call with a weak integer first.
  public UFuncCall call(long a, NDArray b) {
    return new UFuncCall(this, new UFuncCall.Operand(a), new UFuncCall.Operand(b));
  }

  /// Applies a unary function.
  ///
  /// @throws io.lanewise.ndarray.NoLoopException if it does not exist for the dtype
  public NDArray apply(NDArray a) {
    return apply(a, (NDArray) null);
  }

  /// Applies a unary function and writes to `out`, which gives the shape; null asks for a new
  /// array. Returns the output.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if `a` does not broadcast to `out`
  /// @throws io.lanewise.ndarray.ReadOnlyArrayException if `out` is read-only
  /// @throws io.lanewise.ndarray.CastingException if the result's dtype cannot become that of `out`
  ///   within its kind
  public NDArray apply(NDArray a, NDArray out) {
    requireInputs(1);
    DType dtype = a.dtype();
    if (ErrorState.isActive()) {
      return ErrorCheck.watch(this, a, null, out, () -> general(a, null, dtype, null, 0, out));
    }
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
  public NDArray apply(NDArray a, NDArray b, NDArray out) {
    requireInputs(2);
    DType dtype = a.dtype();
    if (ErrorState.isActive()) {
      return ErrorCheck.watch(this, a, b, out, () -> general(a, b, dtype, b.dtype(), 0, out));
    }
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
  public NDArray apply(NDArray a, double b, NDArray out) {
    requireInputs(2);
    if (a.dtype().isComplex()) {
      return run(call(a, b), out);
    }
    DType dtype = types.weakFloating(a.dtype());
    long bits = Scalars.bits(dtype, b);
    if (ErrorState.isActive()) {
      NDArray number = NDArray.scalar(b);
      return ErrorCheck.watch(
          this, a, number, out, () -> general(a, null, a.dtype(), dtype, bits, out));
    }
    if (b == 2 && isSquare(a, dtype, out)) {
      return Arithmetic.SQUARE.apply(a, out);
    }
    return general(a, null, a.dtype(), dtype, bits, out);
  }

  /// Applies a binary function with a weak integer scalar: the dtype stays, bool becomes int64.
  ///
  /// @throws ArithmeticException if the dtype cannot hold `b`
  public NDArray apply(NDArray a, long b, NDArray out) {
    requireInputs(2);
    if (a.dtype().isComplex()) {
      return run(call(a, b), out);
    }
    DType dtype = types.weakInteger(a.dtype(), b);
    long bits = Scalars.bits(dtype, b);
    if (ErrorState.isActive()) {
      NDArray number = NDArray.scalar(b);
      return ErrorCheck.watch(
          this, a, number, out, () -> general(a, null, a.dtype(), dtype, bits, out));
    }
    if (b == 2 && isSquare(a, dtype, out)) {
      return Arithmetic.SQUARE.apply(a, out);
    }
    return general(a, null, a.dtype(), dtype, bits, out);
  }

  /// Whether the power 2 is the square, which has the same bits and takes less than a tenth of the
  /// time.
  private boolean isSquare(NDArray a, DType second, NDArray out) {
    return types == LoopTypes.POWER
        && second == a.dtype()
        && (second.isFloating() || second.isInteger())
        && (out == null || out.dtype() == second && out.layout().sameShape(a.layout()));
  }

  /// Reduces axis 0. See [#reduce(NDArray, Axes, NDArray)].
  public NDArray reduce(NDArray a) {
    return reduce(a, a.ndim() == 0 ? Axes.all() : Axes.axis(0), null);
  }

  /// Reduces axes. See [#reduce(NDArray, Axes, NDArray)].
  public NDArray reduce(NDArray a, Axes axes) {
    return reduce(a, axes, null);
  }

  /// Combines the elements along `axes` by this function of two numbers, from the left: ((a0 op a1)
  /// op a2) ... Functions whose operands may change places are combined in another order, which is
  /// the same on every machine. add and multiply take small integers as int64 or uint64. Source:
  /// `numpy.ufunc.reduce`.
  ///
  /// @throws IllegalArgumentException if this is not a function of two numbers with one result; if
  ///   several axes are reduced and operands may not change places; if a mask is given and neither
  ///   an identity exists nor a number to start from
  /// @throws io.lanewise.ndarray.EmptyReductionException if there are no elements and no identity
  /// @throws NoLoopException if the result is of another dtype than the inputs
  public NDArray reduce(NDArray a, Axes axes, NDArray out) {
    return reduction.reduce(a, axes, out);
  }

  /// The running results along an axis: a0, a0 op a1, (a0 op a1) op a2, ... Source:
  /// `numpy.ufunc.accumulate`.
  public NDArray accumulate(NDArray a, int axis) {
    return accumulate(a, axis, null, null);
  }

  /// The same, computed in `dtype` unless that is null, and written to `out` unless that is null,
  /// which may be `a`.
  ///
  /// @throws IllegalArgumentException if this is not a function of two numbers with one result, or
  ///   `a` is 0-d
  public NDArray accumulate(NDArray a, int axis, DType dtype, NDArray out) {
    return reduction.accumulate(a, axis, dtype, out);
  }

  /// Reductions of the slices from one index to the next along an axis; the element itself where
  /// the next index is not larger. Source: `numpy.ufunc.reduceat`.
  ///
  /// @throws IndexOutOfBoundsException if an index is not on the axis
  public NDArray reduceat(NDArray a, long[] indices, int axis) {
    return reduceat(a, indices, axis, null, null);
  }

  /// The same, computed in `dtype` and written to `out` unless they are null.
  public NDArray reduceat(NDArray a, long[] indices, int axis, DType dtype, NDArray out) {
    return reduction.reduceat(a, indices, axis, dtype, out);
  }

  /// The function of every pair of elements; the shape is that of `a`, then that of `b`. Source:
  /// `numpy.ufunc.outer`.
  public NDArray outer(NDArray a, NDArray b) {
    return outer(a, b, null);
  }

  /// The same, written to `out`.
  public NDArray outer(NDArray a, NDArray b, NDArray out) {
    requireInputs(2);
    long[] shape = java.util.Arrays.copyOf(a.shape(), a.ndim() + b.ndim());
    java.util.Arrays.fill(shape, a.ndim(), shape.length, 1);
    return apply(a.reshape(shape), b, out);
  }

  /// Applies a unary function in place to the elements that `index` chooses, once for each time an
  /// element is chosen. Source: `numpy.ufunc.at`.
  public void at(NDArray a, Index... index) {
    requireInputs(1);
    new UFuncAt(this, a, index).run();
  }

  /// Applies a binary function in place to the elements that an array of positions or a mask
  /// chooses; the elements of `b`, which broadcasts to them, are the second operands. An element
  /// that is chosen twice takes up both. As in NumPy, any result is cast to the dtype of `a`.
  ///
  /// ```java
  /// ADD.at(counts, positions, ones);
  /// ```
  public void at(NDArray a, NDArray index, NDArray b) {
    at(a, new Index[] {Index.of(index)}, b);
  }

  /// The same for any index.
  public void at(NDArray a, Index[] index, NDArray b) {
    requireInputs(2);
    new UFuncAt(this, a, index).run(b);
  }

  /// The same with a weak number.
  public void at(NDArray a, NDArray index, double b) {
    at(a, index, NDArray.full(types.weakFloating(a.dtype()), b));
  }

  /// The same with a weak integer.
  public void at(NDArray a, NDArray index, long b) {
    at(a, index, NDArray.full(types.weakInteger(a.dtype(), b), b));
  }

  private void requireInputs(int given) {
    if (nin != given || nout != 1) {
      throw new IllegalArgumentException(
          nout == 1
              ? name + " takes " + nin + " inputs, not " + given
              : name + " has " + nout + " outputs: use call");
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

  private static NDArray run(UFuncCall call, NDArray out) {
    return out == null ? call.run() : call.out(out).run();
  }

  /// `second` is null for a unary function; `b` is null for a scalar with bits `scalar`, too.
  private NDArray general(
      NDArray a, NDArray b, DType first, DType second, long scalar, NDArray wanted) {
    if (first.isComplex() || second != null && second.isComplex()) {
      return run(nin == 1 ? call(a) : call(a, b), wanted);
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
      NDArray rounded = MemoryPool.empty(result, out.shape());
      run(a, b, first, second, scalar, rounded);
      out.set(rounded);
      return out;
    }
    run(a, b, first, second, scalar, out);
    return out;
  }

  /// Refuses negative integer exponents before anything is written.
  static void requireExponents(NDArray b, DType second, long scalar, NDArray out) {
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
    FamilyReference[] known = families;
    if (known == null) {
      known = new FamilyReference[1 << 12];
      families = known;
    }
    int at = first.ordinal() << 8 | (second == null ? 15 : second.ordinal()) << 4 | out.ordinal();
    KernelFamily family = Kernels.kept(known[at]);
    if (family == null) {
      List<DType> inputs = second == null ? List.of(first) : List.of(first, second);
      DType loop = types.loop(name, first, second);
      family = Kernels.family(kernels.program(inputs, loop, List.of(out), false));
      known[at] = new FamilyReference(family);
      boolean oneType = second == null || second == first;
      if (oneType
          && natural[first.ordinal()] == null
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

  @Override
  public String toString() {
    return "<ufunc '" + name + "'>";
  }
}
