package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.BlockCall;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.SourceText;
import io.lanewise.ufunc.Expr.Kind;
import java.util.ArrayList;
import java.util.List;

/// Several expressions of the same arrays and numbers, compiled together: one pass computes them
/// all, and what they share is computed once. A model and its derivatives are made into one of
/// these. Outputs are float64.
///
/// Immutable and safe for use by many threads; each has a workspace of its own, and a call
/// allocates nothing.
public final class Fused {
  /// More outputs than this go into a second kernel: vectors that are alive at once must not
  /// outgrow the registers by far.
  private static final int OUTPUTS = 12;

  /// A kernel is ended when its outputs need more operations than this.
  private static final int OPERATIONS = 200;

  /// One kernel: some of the outputs, and where its operands come from.
  private static final class Group {
    private final int first;
    private final KernelFamily family;
    private final int[] arrays;
    private final int[] scalars;
    private final long[] constants;
    private final DType[] dtypes;

    Group(int first, List<Expr> outputs, List<Expr> arrayLeaves, List<Expr> scalarLeaves) {
      this.first = first;
      ExprCompiler compiler = new ExprCompiler();
      for (Expr output : outputs) {
        compiler.body().output(compiler.value(output, DType.FLOAT64));
      }
      family = Kernels.family(compiler.body().build("fused_" + outputs.size() + "_outputs"));
      List<ExprCompiler.Operand> operands = compiler.operands();
      int n = operands.size();
      arrays = new int[n];
      scalars = new int[n];
      constants = new long[n];
      dtypes = new DType[n];
      for (int k = 0; k < n; k++) {
        Expr source = operands.get(k).source();
        dtypes[k] = operands.get(k).dtype();
        arrays[k] = arrayLeaves.indexOf(source);
        scalars[k] = scalarLeaves.indexOf(source);
        if (source.kind == Kind.CONSTANT) {
          constants[k] = Scalars.bits(dtypes[k], source);
        } else if (arrays[k] < 0 && scalars[k] < 0) {
          throw new IllegalArgumentException("an expression uses a parameter that is not listed");
        }
      }
    }
  }

  private static final class Workspace {
    private final BlockCall[] calls;
    private final NDArray[][] arrays;
    private final long[][] bits;

    Workspace(List<Group> groups) {
      int n = groups.size();
      calls = new BlockCall[n];
      arrays = new NDArray[n][];
      bits = new long[n][];
      for (int g = 0; g < n; g++) {
        calls[g] = new BlockCall(groups.get(g).family);
        arrays[g] = new NDArray[groups.get(g).arrays.length];
        bits[g] = new long[groups.get(g).arrays.length];
      }
    }
  }

  private final List<Group> groups;
  private final int outputs;
  private final ThreadLocal<Workspace> workspace;

  private Fused(List<Group> groups, int outputs) {
    this.groups = groups;
    this.outputs = outputs;
    this.workspace = ThreadLocal.withInitial(() -> new Workspace(groups));
  }

  /// Compiles `outputs`, which use the leaves [Expr#array(DType)] in `arrays` and [Expr#scalar()]
  /// in `scalars`, and constants.
  ///
  /// @throws IllegalArgumentException if an output uses another parameter, or there is no output
  public static Fused of(List<Expr> outputs, List<Expr> arrays, List<Expr> scalars) {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("no outputs");
    }
    List<Group> groups = new ArrayList<>();
    int first = 0;
    while (first < outputs.size()) {
      int end = first + 1;
      while (end < outputs.size()
          && end - first < OUTPUTS
          && fits(outputs.subList(first, end + 1))) {
        end++;
      }
      groups.add(new Group(first, outputs.subList(first, end), arrays, scalars));
      first = end;
    }
    return new Fused(List.copyOf(groups), outputs.size());
  }

  private static boolean fits(List<Expr> outputs) {
    Expr all = outputs.get(0);
    for (Expr output : outputs.subList(1, outputs.size())) {
      all = Expr.apply(Ufuncs.ADD, all, output);
    }
    if (Splitter.cost(all) > OPERATIONS) {
      return false;
    }
    // counted by compiling: a number that is used in two dtypes is two operands
    ExprCompiler compiler = new ExprCompiler();
    outputs.forEach(output -> compiler.value(output, DType.FLOAT64));
    return compiler.operands().size() + outputs.size() <= KernelFamily.MAX_OPERANDS;
  }

  /// How many outputs there are.
  public int outputs() {
    return outputs;
  }

  /// Computes elements `from` to `from + n` of the 1-D `arrays`: element i of output k goes to
  /// `out[outOffset + k * outStride + i - from]`.
  ///
  /// @throws IndexOutOfBoundsException if an array is not 1-D or has fewer elements
  /// @throws IllegalArgumentException if an array has another dtype than its parameter
  public void run(
      NDArray[] arrays,
      long from,
      int n,
      double[] scalars,
      double[] out,
      int outOffset,
      int outStride) {
    Workspace w = workspace.get();
    for (int g = 0; g < w.calls.length; g++) {
      Group group = groups.get(g);
      NDArray[] inputs = w.arrays[g];
      long[] bits = w.bits[g];
      for (int k = 0; k < inputs.length; k++) {
        if (group.arrays[k] >= 0) {
          inputs[k] = arrays[group.arrays[k]];
          if (inputs[k].dtype() != group.dtypes[k]) {
            throw new IllegalArgumentException(
                "array of dtype " + inputs[k].dtype() + " for a parameter of " + group.dtypes[k]);
          }
        } else {
          bits[k] =
              group.scalars[k] >= 0
                  ? Scalars.bits(group.dtypes[k], scalars[group.scalars[k]])
                  : group.constants[k];
        }
      }
      w.calls[g].run(inputs, bits, from, n, out, outOffset + group.first * outStride, outStride);
    }
  }

  /// The loops as Java source.
  public String explain() {
    StringBuilder text = new StringBuilder();
    groups.forEach(group -> text.append(SourceText.of(group.family.program())));
    return text.toString();
  }
}
