package io.lanewise.ufunc;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One call of a [UFunc] with NumPy's keywords, written in any order and then run once or more.
///
/// ```java
/// ADD.call(a, b).out(out).where(mask).dtype(FLOAT32).run();
/// List<NDArray> both = DIVMOD.call(a, 7).runAll();
/// ```
public final class UFuncCall {
  /// An input: an array, or a weak number.
  record Operand(NDArray array, boolean integer, long whole, double number) {
    Operand(NDArray array) {
      this(Objects.requireNonNull(array, "input"), false, 0, 0);
    }

    Operand(double number) {
      this(null, false, 0, number);
    }

    Operand(long whole) {
      this(null, true, whole, whole);
    }
  }

  private final UFunc function;
  private final Operand[] inputs;
  private NDArray[] outs;
  private NDArray where;
  private DType dtype;
  private Casting casting = Casting.SAME_KIND;
  private Order order = Order.K;

  UFuncCall(UFunc function, Operand... inputs) {
    if (inputs.length != function.nin()) {
      throw new IllegalArgumentException(
          function.name() + " takes " + function.nin() + " inputs, not " + inputs.length);
    }
    this.function = function;
    this.inputs = inputs;
    this.outs = new NDArray[function.nout()];
  }

  /// Where the results go, one array for each; null asks for a new one.
  public UFuncCall out(NDArray... outputs) {
    if (outputs.length != function.nout()) {
      throw new IllegalArgumentException(
          function.name() + " has " + function.nout() + " outputs, not " + outputs.length);
    }
    outs = outputs.clone();
    return this;
  }

  /// Computes only where `mask`, which broadcasts with the inputs, is not zero. Elsewhere given
  /// outputs keep what they hold, and new ones hold 0.
  public UFuncCall where(NDArray mask) {
    where = Objects.requireNonNull(mask, "where");
    return this;
  }

  /// Computes in a dtype, which the first result has: inputs are cast to it, within the rule of
  /// [#casting].
  public UFuncCall dtype(DType wanted) {
    dtype = Objects.requireNonNull(wanted, "dtype");
    return this;
  }

  /// Which casts of inputs and results are allowed; `same_kind` unless said.
  public UFuncCall casting(Casting rule) {
    casting = Objects.requireNonNull(rule, "casting");
    return this;
  }

  /// The memory order of new outputs; that of the inputs unless said.
  public UFuncCall order(Order wanted) {
    order = Objects.requireNonNull(wanted, "order");
    return this;
  }

  /// Computes, and returns the only output.
  ///
  /// @throws NoLoopException if there is no loop for the dtypes
  /// @throws io.lanewise.ndarray.CastingException if a cast is needed that the rule forbids
  /// @throws io.lanewise.ndarray.BroadcastException if shapes do not broadcast
  /// @throws io.lanewise.ndarray.ReadOnlyArrayException if an output is read-only
  /// @throws IllegalArgumentException if there are several outputs
  public NDArray run() {
    if (function.nout() != 1) {
      throw new IllegalArgumentException(
          function.name() + " has " + function.nout() + " outputs: use runAll");
    }
    return watched()[0];
  }

  /// Computes, and returns all outputs. See [#run()].
  public List<NDArray> runAll() {
    return List.of(watched());
  }

  private NDArray[] watched() {
    if (!ErrorState.isActive() || inputs.length > 2) {
      return compute();
    }
    NDArray[][] results = new NDArray[1][];
    ErrorCheck.watch(
        function,
        known(0),
        inputs.length == 1 ? null : known(1),
        outs[0],
        () -> {
          results[0] = compute();
          NDArray first = results[0][0];
          return where == null ? first : Ufuncs.where(where, first, 0L);
        });
    return results[0];
  }

  private NDArray known(int k) {
    Operand input = inputs[k];
    if (input.array != null) {
      return input.array;
    }
    return input.integer ? NDArray.scalar(input.whole) : NDArray.scalar(input.number);
  }

  private NDArray[] compute() {
    List<DType> dtypes = dtypes();
    DType loop = loop(dtypes);
    DType[] results = results(loop);
    requireCasts(dtypes, loop);
    NDArray[] arrays = arrays(dtypes, loop);
    for (int k = 0; k < arrays.length; k++) {
      if (arrays[k] != null) {
        dtypes.set(k, arrays[k].dtype());
      }
    }
    NDArray mask = where == null || where.dtype() == DType.BOOL ? where : where.astype(DType.BOOL);
    NDArray[] shaping = Arrays.copyOf(arrays, arrays.length + 1);
    shaping[arrays.length] = mask;
    NDArray[] targets = new NDArray[outs.length];
    for (int j = 0; j < outs.length; j++) {
      if (outs[j] != null) {
        Results.check(function.name(), results[j], casting, outs[j], shaping);
        targets[j] = outs[j];
      }
    }
    for (int j = 0; j < outs.length; j++) {
      if (targets[j] == null) {
        targets[j] = Results.allocate(results[j], function.name(), order, shaping);
        if (mask != null) {
          targets[j].fill(0L);
        }
      }
    }
    requireExponents(dtypes, loop, arrays, targets[0]);
    write(dtypes, loop, results, arrays, mask, targets);
    return targets;
  }

  /// The dtypes of the inputs, where numbers are weak beside the arrays.
  private List<DType> dtypes() {
    List<DType> arrays = new ArrayList<>();
    for (Operand input : inputs) {
      if (input.array != null) {
        arrays.add(input.array.dtype());
      }
    }
    DType beside = Promotion.resultType(arrays.toArray(DType[]::new));
    List<DType> dtypes = new ArrayList<>();
    for (Operand input : inputs) {
      if (input.array != null) {
        dtypes.add(input.array.dtype());
      } else if (dtype != null && function.loopTypes().isNumeric() && refusal(dtype) == null) {
        // a number with a fraction is no weak integer, and no number is a weak bool
        boolean real = dtype.isFloating() || dtype.isComplex();
        if (input.integer) {
          dtypes.add(dtype == DType.BOOL ? DType.INT64 : dtype);
        } else {
          dtypes.add(real ? dtype : DType.FLOAT64);
        }
      } else if (beside.isComplex()) {
        dtypes.add(function.loopTypes().weakComplex(beside));
      } else {
        dtypes.add(
            input.integer
                ? function.loopTypes().weakInteger(beside, input.whole)
                : function.loopTypes().weakFloating(beside));
      }
    }
    return dtypes;
  }

  /// Why there is no loop that computes in `wanted` and gives it; null where there is one.
  private NoLoopException refusal(DType wanted) {
    NoLoopException other =
        new NoLoopException("ufunc '" + function.name() + LoopTypes.UNSUPPORTED + ": " + wanted);
    LoopTypes types = function.loopTypes();
    if (wanted.isComplex()) {
      boolean exists =
          function.complexRecipe() != null
              && function.kernels().complexResult(wanted) == wanted
              && (types != LoopTypes.FLOAT64 || wanted == DType.COMPLEX128);
      return exists ? null : other;
    }
    if (types == LoopTypes.SCALED) {
      return wanted.isFloating() ? null : other;
    }
    try {
      DType loop = types.loop(function.name(), wanted, function.nin() == 1 ? null : wanted);
      return loop == wanted && function.firstResult(wanted) == wanted ? null : other;
    } catch (NoLoopException e) {
      return e;
    }
  }

  private DType loop(List<DType> dtypes) {
    NoLoopException none = null;
    try {
      DType natural = natural(dtypes);
      // a dtype is that of all results
      if (dtype == null || Arrays.stream(results(natural)).allMatch(dtype::equals)) {
        return natural;
      }
    } catch (NoLoopException e) {
      if (dtype == null) {
        throw e;
      }
      none = e;
    }
    DType wider = dtype == DType.FLOAT32 ? DType.COMPLEX64 : DType.COMPLEX128;
    if (dtypes.stream().anyMatch(DType::isComplex)
        && dtypes.stream().allMatch(of -> Casting.SAFE.allows(of, wider))
        && function.complexRecipe() != null
        && casting != Casting.UNSAFE
        && function.kernels().complexResult(wider) == dtype) {
      // a part, such as the absolute value
      return wider;
    }
    NoLoopException refused = refusal(dtype);
    boolean counts = none != null && function.loopTypes() == LoopTypes.SCALED;
    boolean several = refused == null && !Arrays.stream(results(dtype)).allMatch(dtype::equals);
    if (refused == null && !counts && !several) {
      return dtype;
    }
    none = refused == null || LoopTypes.isUnsupported(refused) ? none : refused;
    if (none != null && !LoopTypes.isUnsupported(none)) {
      throw none;
    }
    throw new NoLoopException(
        "No loop matching the specified signature and casting was found for ufunc "
            + function.name());
  }

  /// The dtype in which the inputs are computed where none was asked for.
  private DType natural(List<DType> dtypes) {
    DType[] all = dtypes.toArray(DType[]::new);
    if (dtypes.stream().anyMatch(DType::isComplex) && function.complexRecipe() != null) {
      return function.loopTypes() == LoopTypes.FLOAT64
          ? DType.COMPLEX128
          : Promotion.resultType(all);
    }
    return function.loopTypes().loop(function.name(), all[0], all.length == 1 ? null : all[1]);
  }

  private DType[] results(DType loop) {
    DType[] results = new DType[function.nout()];
    DType first =
        loop.isComplex() ? function.kernels().complexResult(loop) : function.firstResult(loop);
    for (int j = 0; j < results.length; j++) {
      results[j] = function.loopTypes().result(j, first);
    }
    return results;
  }

  private void requireCasts(List<DType> dtypes, DType loop) {
    for (int k = 0; k < inputs.length; k++) {
      DType to =
          loop.isComplex() && function.loopTypes() != LoopTypes.LOGICAL
              ? loop
              : function.loopTypes().operand(k, dtypes.get(k), loop);
      boolean compares = function.loopTypes() == LoopTypes.COMPARISON;
      if (compares && inputs[k].array != null) {
        DType other = dtypes.get(1 - k);
        // an integer that the dtype cannot hold is compared all the same, without a cast
        boolean fits = !inputs[1 - k].integer || dtypes.get(k) == DType.BOOL;
        to = fits ? compared(dtypes.get(k), other) : to;
      }
      String what = inputs.length == 1 ? "input" : "input " + k;
      Results.requireCast(function.name(), what, dtypes.get(k), to, casting);
    }
  }

  /// What NumPy casts a number to that is compared with one of another dtype. Here both are
  /// compared as they are, with the same results.
  private static DType compared(DType from, DType other) {
    DType meeting = Promotion.promoteTypes(from, other);
    boolean integers = from.isInteger() && other.isInteger();
    if (integers && !meeting.isInteger()) {
      return from.kind() == DType.Kind.UNSIGNED ? DType.UINT64 : DType.INT64;
    }
    return meeting;
  }

  /// The arrays of the inputs; null where a number goes to the kernel as it is.
  private NDArray[] arrays(List<DType> dtypes, DType loop) {
    NDArray[] arrays = new NDArray[inputs.length];
    for (int k = 0; k < arrays.length; k++) {
      arrays[k] = inputs[k].array;
      if (arrays[k] == null && loop.isComplex()) {
        arrays[k] = NDArray.full(dtypes.get(k), inputs[k].number);
      } else if (arrays[k] != null && arrays[k].dtype().isComplex() && !loop.isComplex()) {
        // a cast that drops the imaginary part, which the rule allowed, or a test against zero
        arrays[k] = loop == DType.BOOL ? arrays[k].astype(DType.BOOL) : arrays[k].real();
      }
    }
    return arrays;
  }

  private long scalar(int k, DType to) {
    return inputs[k].integer
        ? Scalars.bits(to, inputs[k].whole)
        : Scalars.bits(to, inputs[k].number);
  }

  private void requireExponents(List<DType> dtypes, DType loop, NDArray[] arrays, NDArray out) {
    if (function.loopTypes() != LoopTypes.POWER || !loop.isInteger()) {
      return;
    }
    NDArray exponents = arrays[1];
    long scalar = exponents == null ? scalar(1, dtypes.get(1)) : 0;
    if (exponents != null && exponents.dtype().kind() != loop.kind()) {
      // cast now and not in the loop, which would stop at the first negative one
      exponents = exponents.astype(loop, Casting.UNSAFE);
      arrays[1] = exponents;
      dtypes.set(1, loop);
    }
    if (where != null && exponents != null && exponents.dtype().kind() == DType.Kind.SIGNED) {
      // what is masked out does not count, and must not stop the loop
      exponents = Ufuncs.where(where, exponents, 0L);
      arrays[1] = exponents;
    }
    UFunc.requireExponents(exponents, dtypes.get(1), scalar, out);
  }

  private void write(
      List<DType> dtypes,
      DType loop,
      DType[] results,
      NDArray[] arrays,
      NDArray mask,
      NDArray[] targets) {
    boolean twice = false;
    for (int j = 0; j < targets.length; j++) {
      DType out = targets[j].dtype();
      twice |= results[j] != out && !LaneType.isDirect(results[j]) && !loop.isComplex();
      twice |= out.isComplex() && !loop.isComplex();
    }
    if (!twice) {
      execute(dtypes, loop, arrays, mask, targets);
      return;
    }
    // a result narrower than its carrier is rounded or wrapped before it is cast, and a real one
    // has a part to itself
    NDArray[] natural = new NDArray[targets.length];
    for (int j = 0; j < natural.length; j++) {
      natural[j] = MemoryPool.empty(results[j], targets[j].shape());
    }
    execute(dtypes, loop, arrays, null, natural);
    for (int j = 0; j < natural.length; j++) {
      if (mask == null) {
        targets[j].set(natural[j]);
      } else {
        Manipulation.copyto(targets[j], natural[j], Casting.UNSAFE, mask);
      }
    }
  }

  private void execute(
      List<DType> dtypes, DType loop, NDArray[] arrays, NDArray mask, NDArray[] targets) {
    List<DType> outputs = Arrays.stream(targets).map(NDArray::dtype).toList();
    KernelFamily family = function.kernels().family(dtypes, loop, outputs, mask != null);
    boolean parts = loop.isComplex();
    List<NDArray> operands = new ArrayList<>();
    for (NDArray input : arrays) {
      add(operands, parts && input != null ? separate(input, targets) : input);
    }
    if (mask != null) {
      operands.add(parts ? separate(mask, targets) : mask);
      Arrays.stream(targets).forEach(target -> add(operands, target));
    }
    Arrays.stream(targets).forEach(target -> add(operands, target));
    NDArray[] all = operands.toArray(NDArray[]::new);
    if (parts) {
      Elementwise.runSeparate(family, all);
      return;
    }
    long[] scalars = new long[all.length];
    for (int k = 0; k < arrays.length; k++) {
      scalars[k] = arrays[k] == null ? scalar(k, dtypes.get(k)) : 0;
    }
    Elementwise.run(family, all, scalars);
  }

  private NDArray separate(NDArray input, NDArray... targets) {
    NDArray separate = input;
    for (NDArray target : targets) {
      separate = Overlap.separate(function.name(), separate, target);
    }
    return separate;
  }

  private static void add(List<NDArray> operands, NDArray array) {
    if (array != null && array.dtype().isComplex()) {
      operands.add(array.real());
      operands.add(array.imag());
    } else {
      operands.add(array);
    }
  }
}
