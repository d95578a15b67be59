package io.lanewise.ufunc;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ufunc.Expr.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Turns expressions into kernel bodies. Types are found as for single operations; a weak number
/// takes the dtype of what it is combined with, and becomes an operand of that dtype, so that a
/// float32 kernel keeps all its lanes. Values are as their dtypes hold them: what is narrower than
/// its carrier is wrapped or rounded after every operation, as storing it would do. Complex numbers
/// are two values, and their arrays two operands.
final class ExprCompiler {
  private final Body body;
  private final Map<Expr, DType> types = new IdentityHashMap<>();
  private final Map<Expr, Map<DType, Parts>> values = new IdentityHashMap<>();
  private final List<Operand> operands = new ArrayList<>();
  private final Map<NDArray, Parts> arrays = new IdentityHashMap<>();
  private boolean mayFail;

  /// Values of leaves that are known; then numbers are literals. Null where leaves are operands.
  private final Map<Expr, Value> given;

  /// An operand of the kernel: where it comes from, and the dtype it has.
  ///
  /// @param imaginary whether it is the imaginary part of a complex array; the real part is the
  ///   operand before it
  record Operand(Expr source, DType dtype, boolean imaginary) {}

  ExprCompiler() {
    this(new Body(), null);
  }

  /// For an expression inside a larger body.
  ExprCompiler(Body body, Map<Expr, Value> given) {
    this.body = body;
    this.given = given;
  }

  List<Operand> operands() {
    return operands;
  }

  Body body() {
    return body;
  }

  /// Whether an operation refuses some numbers in the middle of the loop.
  boolean mayFail() {
    return mayFail;
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
      case ARRAY, PARAMETER, CAST -> e.dtype;
      case SCALAR, CONSTANT, LITERAL -> null;
      case WHERE -> meet(e.arguments.get(1), e.arguments.get(2));
      case APPLY -> {
        DType[] inputs = inputs(e);
        yield inputs == null ? weakResult(e) : result(e.function, inputs);
      }
    };
  }

  /// A function of numbers only is a number, unless it gives bool.
  private static DType weakResult(Expr e) {
    DType[] inputs = new DType[e.function.nin()];
    Arrays.fill(inputs, DType.FLOAT64);
    return result(e.function, inputs) == DType.BOOL ? DType.BOOL : null;
  }

  private static DType result(UFunc function, DType... inputs) {
    DType loop = loop(function, inputs);
    return loop.isComplex()
        ? function.kernels().complexResult(loop)
        : function
            .loopTypes()
            .result(function.name(), inputs[0], inputs.length == 1 ? null : inputs[1]);
  }

  /// The dtype in which a function computes.
  private static DType loop(UFunc function, DType... inputs) {
    if (function.complexRecipe() != null && Arrays.stream(inputs).anyMatch(DType::isComplex)) {
      return function.loopTypes() == LoopTypes.FLOAT64
          ? DType.COMPLEX128
          : Promotion.resultType(inputs);
    }
    return function
        .loopTypes()
        .loop(function.name(), inputs[0], inputs.length == 1 ? null : inputs[1]);
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
    return y == null ? weak(b, x) : Promotion.promoteTypes(x, y);
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
        inputs[i] = weakInput(e, e.arguments.get(i), strong);
      }
    }
    return inputs;
  }

  private static DType weakInput(Expr e, Expr number, DType beside) {
    LoopTypes loops = e.function.loopTypes();
    if (beside.isComplex()) {
      return loops.weakComplex(beside);
    }
    if (!isInteger(number)) {
      return loops.weakFloating(beside);
    }
    DType dtype = loops.weakInteger(beside, number.whole);
    // refused now, before anything is computed
    Scalars.bits(dtype, number.whole);
    return dtype;
  }

  /// The value of `e`, which is real, as `dtype`.
  Value value(Expr e, DType dtype) {
    return parts(e, dtype).real();
  }

  /// The value of `e` as `dtype`.
  Parts parts(Expr e, DType dtype) {
    Map<DType, Parts> known = values.computeIfAbsent(e, key -> new HashMap<>());
    Parts value = known.get(dtype);
    if (value == null) {
      value = build(e, dtype);
      known.put(dtype, value);
    }
    return value;
  }

  private Parts build(Expr e, DType dtype) {
    DType own = type(e);
    if (own != null && own != dtype) {
      return cast(parts(e, own), own, dtype);
    }
    return switch (e.kind) {
      case ARRAY -> arrays.computeIfAbsent(e.array, a -> input(e, dtype));
      case PARAMETER, SCALAR, CONSTANT -> input(e, dtype);
      case LITERAL -> literal(e, dtype);
      case CAST -> {
        Expr argument = e.arguments.get(0);
        DType from = type(argument) == null ? DType.FLOAT64 : type(argument);
        yield cast(parts(argument, from), from, dtype);
      }
      case WHERE -> {
        Expr condition = e.arguments.get(0);
        DType test = type(condition) == null ? DType.FLOAT64 : type(condition);
        Value truth = cast(parts(condition, test), test, DType.BOOL).real();
        yield select(truth, parts(e.arguments.get(1), dtype), parts(e.arguments.get(2), dtype));
      }
      case APPLY -> applied(e, dtype);
    };
  }

  private Parts select(Value truth, Parts a, Parts b) {
    return new Parts(
        body.select(truth, a.real(), b.real()),
        a.imag() == null ? null : body.select(truth, a.imag(), b.imag()));
  }

  /// A value of dtype `from` as `to` holds it.
  Parts cast(Parts value, DType from, DType to) {
    if (from == to) {
      return value;
    }
    if (to == DType.BOOL && from.isComplex()) {
      Value zero = body.constant(value.real().type(), 0);
      return Parts.real(body.or(body.ne(value.real(), zero), body.ne(value.imag(), zero)));
    }
    Value real = castPart(value.real(), from.part(), to.part());
    if (!to.isComplex()) {
      return Parts.real(real);
    }
    return new Parts(
        real,
        value.imag() == null
            ? body.constant(real.type(), 0)
            : castPart(value.imag(), from.part(), to.part()));
  }

  private Value castPart(Value value, DType from, DType to) {
    Value cast = Casts.convert(body, value, from, to);
    return Casting.SAFE.allows(from, to) ? cast : Casts.rounded(body, cast, to);
  }

  private Parts applied(Expr e, DType dtype) {
    UFunc function = e.function;
    if (function.nout() != 1) {
      throw new IllegalArgumentException(function.name() + " has " + function.nout() + " outputs");
    }
    DType[] inputs = inputs(e);
    if (inputs == null) {
      inputs = new DType[e.arguments.size()];
      Arrays.fill(inputs, dtype == DType.BOOL ? DType.FLOAT64 : dtype);
    }
    DType loop = loop(function, inputs);
    if (loop.isComplex()) {
      Parts[] x = new Parts[inputs.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = parts(e.arguments.get(i), loop);
      }
      return function.complexRecipe().apply(body, x);
    }
    Value[] x = new Value[inputs.length];
    for (int i = 0; i < x.length; i++) {
      DType other = inputs[inputs.length - 1 - i];
      Value input = value(e.arguments.get(i), inputs[i]);
      x[i] = function.loopTypes().input(body, i, input, inputs[i], other, loop);
    }
    // an integer power refuses negative exponents in the middle of the loop
    mayFail |= function.loopTypes() == LoopTypes.POWER && loop.isInteger();
    Value result = function.recipe(loop).apply(body, x);
    DType type = result(function, inputs);
    // a count of bits is narrower than what they are counted in
    Value carried = body.convert(result, Casts.carrier(type));
    return Parts.real(Casts.rounded(body, carried, type));
  }

  private Parts literal(Expr e, DType dtype) {
    LaneType type = Casts.carrier(dtype.part());
    Value real =
        e.integer && type == LaneType.INT64
            ? body.constant(e.whole)
            : body.constant(type, e.number);
    return dtype.isComplex()
        ? new Parts(real, body.constant(type, 0))
        : Parts.real(Casts.rounded(body, real, dtype));
  }

  private Parts input(Expr e, DType dtype) {
    if (given != null) {
      Value known = given.get(e);
      if (known == null && e.kind != Kind.CONSTANT) {
        throw new IllegalArgumentException(
            "the expression of a function may use its inputs and numbers only, not " + e);
      }
      return known != null ? Parts.real(known) : literal(e, dtype);
    }
    operands.add(new Operand(e, dtype.part(), false));
    LaneType type = Casts.carrier(dtype.part());
    Value real = body.input(type);
    if (!dtype.isComplex()) {
      return Parts.real(real);
    }
    if (e.kind != Kind.ARRAY) {
      return new Parts(real, body.constant(type, 0));
    }
    operands.add(new Operand(e, dtype.part(), true));
    return new Parts(real, body.input(type));
  }
}
