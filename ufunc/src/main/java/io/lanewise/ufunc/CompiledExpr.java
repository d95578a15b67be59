package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ndarray.kernel.Program;
import io.lanewise.ndarray.kernel.SourceText;
import java.util.Arrays;
import java.util.List;

/// One or several expressions of the same shape as one kernel with its operands.
final class CompiledExpr {
  private final Splitter split;
  private final List<Expr> roots;
  private final DType[] results;
  private final List<ExprCompiler.Operand> leaves;
  private final Program program;
  private final KernelFamily family;
  private final boolean complex;
  private final boolean mayFail;

  /// Inputs, then outputs, which are set while a call runs.
  private final NDArray[] operands;

  private final long[] scalars;

  /// The kernel that casts to the dtypes of other outputs.
  private KernelFamily toOut;

  private DType[] outTypes;

  private CompiledExpr(Splitter split, List<Expr> roots, ExprCompiler compiler, DType... results) {
    this.split = split;
    this.roots = roots;
    this.results = results;
    this.leaves = compiler.operands();
    this.mayFail = compiler.mayFail();
    program = compiler.body().build(name(results));
    int inputs = leaves.size();
    int outputs = program.outputs().size();
    boolean parts = false;
    operands = new NDArray[inputs + outputs];
    scalars = new long[inputs + outputs];
    for (int k = 0; k < inputs; k++) {
      ExprCompiler.Operand operand = leaves.get(k);
      Expr leaf = operand.source();
      switch (leaf.kind) {
        case ARRAY -> {
          operands[k] = part(leaf.array, operand.imaginary());
          parts |= leaf.array.dtype().isComplex();
        }
        case CONSTANT -> scalars[k] = Scalars.bits(operand.dtype(), leaf);
        default ->
            throw new IllegalStateException(
                "the expression has parameters that only Fused can give values to: " + roots);
      }
    }
    complex = parts || Arrays.stream(results).anyMatch(DType::isComplex);
    family = Kernels.family(program);
  }

  static CompiledExpr of(Expr root) {
    Splitter split = Splitter.split(root);
    return compile(split, List.of(split.root()));
  }

  /// Several expressions in one kernel, or null where they do not fit one.
  static CompiledExpr of(List<Expr> roots) {
    if (roots.size() == 1) {
      return of(roots.get(0));
    }
    return Splitter.fits(roots) ? compile(null, roots) : null;
  }

  private static CompiledExpr compile(Splitter split, List<Expr> roots) {
    ExprCompiler compiler = new ExprCompiler();
    DType[] results = new DType[roots.size()];
    for (int j = 0; j < results.length; j++) {
      DType type = compiler.type(roots.get(j));
      results[j] = type == null ? DType.FLOAT64 : type;
      output(compiler, compiler.parts(roots.get(j), results[j]));
    }
    return new CompiledExpr(split, roots, compiler, results);
  }

  private static void output(ExprCompiler compiler, Parts value) {
    compiler.body().output(value.real());
    if (value.imag() != null) {
      compiler.body().output(value.imag());
    }
  }

  private static String name(DType... results) {
    StringBuilder text = new StringBuilder("fused");
    for (DType result : results) {
      text.append('_').append(result);
    }
    return text.toString();
  }

  private static NDArray part(NDArray a, boolean imaginary) {
    return imaginary ? a.imag() : a.dtype().isComplex() ? a.real() : a;
  }

  KernelFamily family() {
    return family;
  }

  DType result() {
    return results[0];
  }

  /// Inputs of the kernel, nulls being numbers; not to be changed.
  NDArray[] operands() {
    return operands;
  }

  long[] scalars() {
    return scalars;
  }

  boolean isComplex() {
    return complex;
  }

  /// The shape of the result.
  ///
  /// @throws BroadcastException if there is none
  long[] shape() {
    long[][] shapes =
        leaves.stream()
            .filter(leaf -> leaf.source().kind == Expr.Kind.ARRAY)
            .map(leaf -> leaf.source().array.shape())
            .toArray(long[][]::new);
    if (shapes.length == 0) {
      throw new BroadcastException("an expression without arrays has no shape: " + roots);
    }
    return Shapes.broadcast(shapes);
  }

  /// Computes what was split off.
  void refresh() {
    if (split != null) {
      split.refresh();
    }
  }

  /// Allocates nothing where the output is given and has the dtype of the result.
  NDArray eval(NDArray wanted) {
    return ErrorState.isActive()
        ? ErrorCheck.watch("expression", () -> evaluated(wanted), inputs())
        : evaluated(wanted);
  }

  private NDArray evaluated(NDArray wanted) {
    refresh();
    NDArray out = wanted;
    if (wanted == null) {
      out = fresh(0);
    } else {
      check(0, wanted);
      if (mayFail) {
        NDArray complete = MemoryPool.empty(results[0], out.shape());
        write(new NDArray[] {complete});
        out.set(complete);
        return out;
      }
    }
    if (complex || out.dtype() != results[0]) {
      write(new NDArray[] {out});
      return out;
    }
    operands[leaves.size()] = out;
    try {
      Elementwise.run(family, operands, scalars);
    } finally {
      operands[leaves.size()] = null;
    }
    return out;
  }

  private NDArray fresh(int j) {
    NDArray[] inputs = inputs();
    if (Arrays.stream(inputs).allMatch(a -> a == null)) {
      throw new BroadcastException("an expression without arrays has no shape: " + roots);
    }
    return Results.allocate(results[j], program.name(), inputs);
  }

  private NDArray[] inputs() {
    return Arrays.copyOf(operands, leaves.size());
  }

  private void check(int j, NDArray out) {
    Arrays.fill(operands, leaves.size(), operands.length, null);
    Results.check(program.name(), results[j], out, operands);
  }

  /// All outputs; nulls ask for new arrays.
  NDArray[] evalAll(NDArray... wanted) {
    refresh();
    NDArray[] outs = wanted.clone();
    for (int j = 0; j < outs.length; j++) {
      if (outs[j] != null) {
        check(j, outs[j]);
      }
    }
    for (int j = 0; j < outs.length; j++) {
      outs[j] = outs[j] == null ? fresh(j) : outs[j];
    }
    if (mayFail) {
      NDArray[] complete = new NDArray[outs.length];
      Arrays.setAll(complete, j -> MemoryPool.empty(results[j], outs[j].shape()));
      write(complete);
      for (int j = 0; j < outs.length; j++) {
        outs[j].set(complete[j]);
      }
    } else {
      write(outs);
    }
    return outs;
  }

  private void write(NDArray... outs) {
    int at = leaves.size();
    boolean parts = complex || Arrays.stream(outs).anyMatch(out -> out.dtype().isComplex());
    NDArray[] all = parts ? separate(outs) : operands;
    boolean natural = true;
    for (int j = 0; j < outs.length; j++) {
      DType dtype = outs[j].dtype();
      natural &= dtype == results[j];
      if (dtype.isComplex()) {
        if (at + 1 >= all.length) {
          all = Arrays.copyOf(all, at + 2 + outs.length);
        }
        all[at++] = outs[j].real();
        all[at++] = outs[j].imag();
      } else {
        all[at++] = outs[j];
      }
    }
    if (at != all.length) {
      all = Arrays.copyOf(all, at);
    }
    long[] numbers = scalars.length >= at ? scalars : Arrays.copyOf(scalars, at);
    try {
      KernelFamily kernel = natural ? family : converting(outs);
      if (parts) {
        Elementwise.runSeparate(kernel, all, numbers);
      } else {
        Elementwise.run(kernel, all, numbers);
      }
    } finally {
      Arrays.fill(operands, leaves.size(), operands.length, null);
    }
  }

  /// The operands, with those that overlap an output, other than element by element, copied.
  private NDArray[] separate(NDArray... outs) {
    NDArray[] all = operands.clone();
    for (int k = 0; k < leaves.size(); k++) {
      Expr leaf = leaves.get(k).source();
      if (leaf.kind == Expr.Kind.ARRAY) {
        NDArray array = leaf.array;
        for (NDArray out : outs) {
          array = Overlap.separate(program.name(), array, out);
        }
        if (array != leaf.array) {
          all[k] = part(array, leaves.get(k).imaginary());
        }
      }
    }
    return all;
  }

  /// The same with casts to other dtypes at its end.
  private KernelFamily converting(NDArray... outs) {
    DType[] dtypes = Arrays.stream(outs).map(NDArray::dtype).toArray(DType[]::new);
    if (!Arrays.equals(outTypes, dtypes)) {
      ExprCompiler again = new ExprCompiler();
      for (int j = 0; j < dtypes.length; j++) {
        Parts value = again.parts(roots.get(j), results[j]);
        output(again, again.cast(value, results[j], dtypes[j]));
      }
      toOut = Kernels.family(again.body().build(program.name() + "_to" + name(dtypes)));
      outTypes = dtypes;
    }
    return toOut;
  }

  String explain() {
    return SourceText.of(program);
  }
}
