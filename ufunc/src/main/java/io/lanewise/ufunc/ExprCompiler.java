package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;
import io.lanewise.ndarray.kernel.SourceText;
import io.lanewise.ufunc.Expr.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Turns expressions into kernel bodies. Types are found as for single operations; a weak number
/// takes the dtype of what it is combined with, and becomes an operand of that dtype, so that a
/// float32 kernel keeps all its lanes.
final class ExprCompiler {
  private final Body body;
  private final Map<Expr, DType> types = new IdentityHashMap<>();
  private final Map<Expr, Map<DType, Value>> values = new IdentityHashMap<>();
  private final List<Operand> operands = new ArrayList<>();
  private final Map<NDArray, Value> arrays = new IdentityHashMap<>();
  private boolean mayFail;

  /// Values of leaves that are known; then numbers are literals. Null where leaves are operands.
  private final Map<Expr, Value> given;

  ExprCompiler() {
    this(new Body(), null);
  }

  /// For an expression inside a larger body.
  ExprCompiler(Body body, Map<Expr, Value> given) {
    this.body = body;
    this.given = given;
  }

  /// An operand of the kernel: where it comes from, and the dtype it has.
  record Operand(Expr source, DType dtype) {}

  List<Operand> operands() {
    return operands;
  }

  Body body() {
    return body;
  }

  /// The dtype of `e`, or null for a weak number.
  DType type(Expr e) {
    if (!types.containsKey(e)) {
      types.put(e, findType(e));
    }
    return types.get(e);
  }

  private DType findType(Expr e) {
    return switch (e.kind) {
      case ARRAY, PARAMETER -> e.dtype;
      case SCALAR, CONSTANT, LITERAL -> null;
      case WHERE -> meet(e.arguments.get(1), e.arguments.get(2));
      case APPLY -> {
        DType[] inputs = inputs(e);
        yield inputs == null
            ? weakResult(e)
            : direct(
                e.function
                    .loopTypes()
                    .result(e.function.name(), inputs[0], inputs.length == 1 ? null : inputs[1]),
                e);
      }
    };
  }

  /// A function of numbers only is a number, unless it gives bool.
  private static DType weakResult(Expr e) {
    DType result =
        e.function
            .loopTypes()
            .result(e.function.name(), DType.FLOAT64, e.function.nin() == 1 ? null : DType.FLOAT64);
    return result == DType.BOOL ? DType.BOOL : null;
  }

  private DType meet(Expr a, Expr b) {
    DType x = type(a);
    DType y = type(b);
    if (x == null && y == null) {
      return null;
    }
    if (x == null) {
      return weak(a, y);
    }
    return y == null ? weak(b, x) : direct(Promotion.promoteTypes(x, y), a);
  }

  private static DType weak(Expr number, DType beside) {
    return isInteger(number) ? Promotion.withInteger(beside) : Promotion.withFloating(beside);
  }

  private static boolean isInteger(Expr e) {
    return (e.kind == Kind.CONSTANT || e.kind == Kind.LITERAL) && e.integer;
  }

  /// The dtypes of a function's inputs, or null if all are weak.
  private DType[] inputs(Expr e) {
    DType[] inputs = new DType[e.arguments.size()];
    DType strong = null;
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = type(e.arguments.get(i));
      strong = inputs[i] == null ? strong : inputs[i];
    }
    if (strong == null) {
      return null;
    }
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] == null) {
        LoopTypes loops = e.function.loopTypes();
        inputs[i] =
            isInteger(e.arguments.get(i)) ? loops.weakInteger(strong) : loops.weakFloating(strong);
      }
    }
    return inputs;
  }

  private static DType direct(DType dtype, Expr e) {
    if (!LaneType.isDirect(dtype)) {
      throw new NoLoopException(
          "expressions compute in bool, int32, int64, float32 and float64, not "
              + dtype
              + ": "
              + e);
    }
    return dtype;
  }

  /// The value of `e` as `dtype`.
  Value value(Expr e, DType dtype) {
    Map<DType, Value> known = values.computeIfAbsent(e, key -> new HashMap<>());
    Value value = known.get(dtype);
    if (value == null) {
      value = build(e, dtype);
      known.put(dtype, value);
    }
    return value;
  }

  private Value build(Expr e, DType dtype) {
    DType own = type(e);
    if (own != null && own != dtype) {
      return Casts.convert(body, value(e, own), own, dtype);
    }
    return switch (e.kind) {
      case ARRAY -> arrays.computeIfAbsent(e.array, a -> input(e, dtype));
      case PARAMETER, SCALAR, CONSTANT -> input(e, dtype);
      case LITERAL -> literal(e, dtype);
      case WHERE -> {
        Expr condition = e.arguments.get(0);
        DType test = type(condition) == null ? DType.FLOAT64 : type(condition);
        yield body.select(
            body.convert(value(condition, test), LaneType.BOOL),
            value(e.arguments.get(1), dtype),
            value(e.arguments.get(2), dtype));
      }
      case APPLY -> applied(e, dtype);
    };
  }

  private Value applied(Expr e, DType dtype) {
    DType[] inputs = inputs(e);
    if (inputs == null) {
      inputs = new DType[e.arguments.size()];
      Arrays.fill(inputs, dtype == DType.BOOL ? DType.FLOAT64 : dtype);
    }
    DType loop =
        e.function
            .loopTypes()
            .loop(e.function.name(), inputs[0], inputs.length == 1 ? null : inputs[1]);
    Value[] x = new Value[inputs.length];
    for (int i = 0; i < x.length; i++) {
      Value input = value(e.arguments.get(i), inputs[i]);
      x[i] = Casts.convert(body, input, inputs[i], loop);
    }
    // an integer power refuses negative exponents in the middle of the loop
    mayFail |= e.function.loopTypes() == LoopTypes.POWER && loop.isInteger();
    return e.function.recipe(loop).apply(body, x);
  }

  private Value literal(Expr e, DType dtype) {
    LaneType type = Casts.carrier(dtype);
    return e.integer && type == LaneType.INT64
        ? body.constant(e.whole)
        : body.constant(type, e.number);
  }

  private Value input(Expr e, DType dtype) {
    if (given != null) {
      Value known = given.get(e);
      if (known == null && e.kind != Kind.CONSTANT) {
        throw new IllegalArgumentException(
            "the expression of a function may use its inputs and numbers only, not " + e);
      }
      return known != null ? known : literal(e, dtype);
    }
    operands.add(new Operand(e, dtype));
    return body.input(Casts.carrier(dtype));
  }

  /// Compiles one expression of arrays and constants.
  static Compiled compile(Expr root) {
    Splitter split = Splitter.split(root);
    ExprCompiler compiler = new ExprCompiler();
    DType type = compiler.type(split.root());
    DType result = type == null ? DType.FLOAT64 : type;
    compiler.body.output(compiler.value(split.root(), result));
    return new Compiled(split, compiler, result);
  }

  /// A compiled expression with its operands.
  static final class Compiled {
    private final Program program;
    private final KernelFamily family;
    private final NDArray[] operands;
    private final long[] scalars;
    private final DType result;
    private final boolean mayFail;
    private KernelFamily toOut;
    private DType outType;
    private final Splitter split;
    private final Expr root;

    Compiled(Splitter split, ExprCompiler compiler, DType result) {
      this.split = split;
      this.root = split.root();
      this.result = result;
      this.mayFail = compiler.mayFail;
      program = compiler.body.build("fused_" + result);
      int inputs = compiler.operands.size();
      operands = new NDArray[inputs + 1];
      scalars = new long[inputs + 1];
      for (int k = 0; k < inputs; k++) {
        Operand operand = compiler.operands.get(k);
        Expr leaf = operand.source();
        switch (leaf.kind) {
          case ARRAY -> operands[k] = leaf.array;
          case CONSTANT -> scalars[k] = Scalars.bits(operand.dtype(), leaf);
          default ->
              throw new IllegalStateException(
                  "the expression has parameters that only Fused can give values to: " + root);
        }
      }
      family = Kernels.family(program);
    }

    NDArray eval(NDArray wanted) {
      NDArray out = wanted;
      split.refresh();
      NDArray[] inputs = wanted == null ? Arrays.copyOf(operands, operands.length - 1) : null;
      if (wanted == null) {
        if (Arrays.stream(inputs).allMatch(a -> a == null)) {
          throw new BroadcastException("an expression without arrays has no shape: " + root);
        }
        out = Results.allocate(result, program.name(), inputs);
      } else {
        operands[operands.length - 1] = null;
        Results.check(program.name(), result, out, operands);
        if (mayFail) {
          NDArray complete = NDArray.empty(result, out.shape());
          out.set(run(complete));
          return out;
        }
      }
      return run(out);
    }

    private NDArray run(NDArray out) {
      operands[operands.length - 1] = out;
      try {
        Elementwise.run(
            out.dtype() == result ? family : converting(out.dtype()), operands, scalars);
      } finally {
        operands[operands.length - 1] = null;
      }
      return out;
    }

    /// The same with a cast to another dtype at its end.
    private KernelFamily converting(DType dtype) {
      if (outType != dtype) {
        ExprCompiler again = new ExprCompiler();
        Value value = again.value(root, result);
        again.body.output(Casts.convert(again.body, value, result, dtype));
        toOut = Kernels.family(again.body.build(program.name() + "_" + dtype));
        outType = dtype;
      }
      return toOut;
    }

    double sum() {
      split.refresh();
      return FusedSum.sum(family, operands, scalars, result);
    }

    String explain() {
      return SourceText.of(program);
    }
  }
}
