package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A lazy elementwise expression. Nothing is computed until [#eval()], which compiles the whole
/// expression into one kernel: one pass over the arrays and no temporaries, with the same bits as
/// the operations one by one.
///
/// ```java
/// NDArray y = Expr.of(a).multiply(b).add(Expr.of(c).sin()).eval();
/// ```
///
/// Kernels are cached by structure. Constants and array contents are arguments, so a new constant
/// never recompiles. Expressions compute in every dtype. Immutable; one thread at a time evaluates
/// one expression object.
public final class Expr {
  /// What an expression is made of.
  enum Kind {
    /// The elements of an array.
    ARRAY,
    /// The elements of an array given later.
    PARAMETER,
    /// A number given later; weak, as Java numbers are.
    SCALAR,
    /// A number that is an argument of the kernel; weak.
    CONSTANT,
    /// A number that is part of the kernel's structure; weak.
    LITERAL,
    /// A ufunc of the arguments.
    APPLY,
    /// The second argument where the first is not zero, else the third.
    WHERE,
    /// The argument as another dtype.
    CAST
  }

  final Kind kind;
  final UFunc function;
  final List<Expr> arguments;
  final NDArray array;
  final DType dtype;
  final double number;

  /// The same number where it is an integer: a double does not hold all of them.
  final long whole;

  final boolean integer;

  /// Whether the dtype is surely a floating-point one.
  private final boolean floating;

  /// Whether complex numbers are in it somewhere.
  final boolean complex;

  private CompiledExpr compiled;

  private Expr(
      Kind kind,
      UFunc function,
      List<Expr> arguments,
      NDArray array,
      DType dtype,
      double number,
      long whole,
      boolean integer) {
    this.kind = kind;
    this.function = function;
    this.arguments = arguments;
    this.array = array;
    this.dtype = dtype;
    this.number = number;
    this.whole = whole;
    this.integer = integer;
    this.floating = isFloating();
    this.complex =
        dtype != null && dtype.isComplex()
            || arguments.stream().anyMatch(argument -> argument.complex);
  }

  private boolean isFloating() {
    return switch (kind) {
      case ARRAY, PARAMETER, CAST -> dtype.isFloating();
      case SCALAR -> true;
      case CONSTANT, LITERAL -> !integer;
      case WHERE -> arguments.get(1).floating || arguments.get(2).floating;
      case APPLY ->
          switch (function.loopTypes()) {
            case FLOATING, QUOTIENT -> true;
            case COMPARISON, LOGICAL, TEST, FLOATING_TEST, COUNT -> false;
            default -> arguments.stream().anyMatch(argument -> argument.floating);
          };
    };
  }

  private static Expr leaf(Kind kind, NDArray array, DType dtype, double number) {
    return new Expr(kind, null, List.of(), array, dtype, number, 0, false);
  }

  private static Expr integer(Kind kind, long number) {
    return new Expr(kind, null, List.of(), null, null, number, number, true);
  }

  /// The elements of `a`.
  public static Expr of(NDArray a) {
    return leaf(Kind.ARRAY, a, a.dtype(), 0);
  }

  /// A floating-point constant; float32 operands stay float32.
  public static Expr constant(double value) {
    return leaf(Kind.CONSTANT, null, null, value);
  }

  /// An integer constant; it takes the dtype it is combined with.
  public static Expr constant(long value) {
    return integer(Kind.CONSTANT, value);
  }

  /// The elements of an array of dtype `type` that is given when a [Fused] program runs.
  public static Expr array(DType type) {
    return leaf(Kind.PARAMETER, null, type, 0);
  }

  /// A number that is given when a [Fused] program runs.
  public static Expr scalar() {
    return leaf(Kind.SCALAR, null, null, 0);
  }

  /// A number that belongs to the structure; derivatives are built with these, and 0 and 1 vanish.
  static Expr literal(double value) {
    boolean integer = value == Math.rint(value) && Math.abs(value) < 0x1p31;
    return integer ? integer(Kind.LITERAL, (long) value) : leaf(Kind.LITERAL, null, null, value);
  }

  boolean isLiteral(double value) {
    return kind == Kind.LITERAL && number == value;
  }

  /// Whether the value is known now.
  boolean isNumber() {
    return kind == Kind.CONSTANT || kind == Kind.LITERAL;
  }

  /// `x` where `condition` is not zero, otherwise `y`.
  public static Expr where(Expr condition, Expr x, Expr y) {
    return new Expr(Kind.WHERE, null, List.of(condition, x, y), null, null, 0, 0, false);
  }

  /// The same for derivatives, whose shape is that of what they are derived from: a condition that
  /// decides nothing vanishes.
  static Expr choose(Expr condition, Expr x, Expr y) {
    boolean same = x == y || x.kind == Kind.LITERAL && y.isLiteral(x.number);
    return same ? x : where(condition, x, y);
  }

  /// Applies a ufunc.
  public static Expr apply(UFunc function, Expr... x) {
    if (x.length != function.nin()) {
      throw new IllegalArgumentException(
          function.name() + " takes " + function.nin() + " inputs, not " + x.length);
    }
    return new Expr(Kind.APPLY, function, List.of(x), null, null, 0, 0, false);
  }

  public Expr add(Expr b) {
    if (isLiteral(0)) {
      return b;
    }
    return b.isLiteral(0) ? this : apply(Ufuncs.ADD, this, b);
  }

  public Expr add(double b) {
    return apply(Ufuncs.ADD, this, constant(b));
  }

  public Expr add(NDArray b) {
    return add(of(b));
  }

  public Expr subtract(Expr b) {
    if (kind == Kind.LITERAL && b.kind == Kind.LITERAL) {
      return literal(number - b.number);
    }
    return b.isLiteral(0) ? this : apply(Ufuncs.SUBTRACT, this, b);
  }

  public Expr subtract(double b) {
    return apply(Ufuncs.SUBTRACT, this, constant(b));
  }

  public Expr subtract(NDArray b) {
    return subtract(of(b));
  }

  public Expr multiply(Expr b) {
    if (isLiteral(0) || b.isLiteral(1)) {
      return this;
    }
    if (isLiteral(1) || b.isLiteral(0)) {
      return b;
    }
    if (isLiteral(-1)) {
      return b.negative();
    }
    return b.isLiteral(-1) ? negative() : apply(Ufuncs.MULTIPLY, this, b);
  }

  public Expr multiply(double b) {
    return apply(Ufuncs.MULTIPLY, this, constant(b));
  }

  public Expr multiply(NDArray b) {
    return multiply(of(b));
  }

  public Expr divide(Expr b) {
    return b.isLiteral(1) ? this : apply(Ufuncs.DIVIDE, this, b);
  }

  public Expr divide(double b) {
    return apply(Ufuncs.DIVIDE, this, constant(b));
  }

  public Expr divide(NDArray b) {
    return divide(of(b));
  }

  public Expr power(Expr b) {
    return b.isLiteral(1) ? this : apply(Ufuncs.POWER, this, b);
  }

  /// This to a constant power; a square is a product, with the same bits.
  public Expr power(double b) {
    // of an integer expression the power is float64
    if (b == 1 && floating) {
      return this;
    }
    return b == 2 && floating ? square() : apply(Ufuncs.POWER, this, constant(b));
  }

  public Expr minimum(Expr b) {
    return apply(Ufuncs.MINIMUM, this, b);
  }

  public Expr minimum(double b) {
    return minimum(constant(b));
  }

  public Expr maximum(Expr b) {
    return apply(Ufuncs.MAXIMUM, this, b);
  }

  public Expr maximum(double b) {
    return maximum(constant(b));
  }

  public Expr less(Expr b) {
    return apply(Ufuncs.LESS, this, b);
  }

  public Expr lessEqual(Expr b) {
    return apply(Ufuncs.LESS_EQUAL, this, b);
  }

  public Expr greater(Expr b) {
    return apply(Ufuncs.GREATER, this, b);
  }

  public Expr greaterEqual(Expr b) {
    return apply(Ufuncs.GREATER_EQUAL, this, b);
  }

  public Expr negative() {
    if (kind == Kind.LITERAL) {
      return literal(-number);
    }
    return kind == Kind.APPLY && function == Ufuncs.NEGATIVE
        ? arguments.get(0)
        : apply(Ufuncs.NEGATIVE, this);
  }

  public Expr abs() {
    return apply(Ufuncs.ABSOLUTE, this);
  }

  public Expr square() {
    return apply(Ufuncs.SQUARE, this);
  }

  public Expr sqrt() {
    return apply(Ufuncs.SQRT, this);
  }

  public Expr reciprocal() {
    return apply(Ufuncs.RECIPROCAL, this);
  }

  public Expr exp() {
    return apply(Ufuncs.EXP, this);
  }

  public Expr log() {
    return apply(Ufuncs.LOG, this);
  }

  public Expr sin() {
    return apply(Ufuncs.SIN, this);
  }

  public Expr cos() {
    return apply(Ufuncs.COS, this);
  }

  /// The derivative with respect to `variable`, a leaf of this expression, again as an expression
  /// (forward mode).
  ///
  /// @throws UnsupportedOperationException if a function on the way has no derivative
  public Expr derivative(Expr variable) {
    return Differentiation.forward(this, List.of(variable), List.of(literal(1)));
  }

  /// The derivatives with respect to all `variables` (reverse mode: shared parts are built once).
  public List<Expr> gradient(List<Expr> variables) {
    return Differentiation.reverse(this, variables);
  }

  /// The elements as another dtype, by the rules of [NDArray#astype(DType)].
  public Expr astype(DType target) {
    return new Expr(Kind.CAST, null, List.of(this), null, target, 0, 0, false);
  }

  /// Computes the expression into a new array.
  ///
  /// @throws io.lanewise.ndarray.BroadcastException if the arrays do not broadcast together
  /// @throws io.lanewise.ndarray.NoLoopException if there is no loop for a dtype
  public NDArray eval() {
    return compiled().eval(null);
  }

  /// Computes the expression into `out`, which is returned; allocates nothing once compiled.
  public NDArray eval(NDArray out) {
    return compiled().eval(Objects.requireNonNull(out, "out"));
  }

  /// Computes several expressions in one pass: what they share is computed once.
  ///
  /// @return their arrays, in order
  public static List<NDArray> evalAll(List<Expr> expressions) {
    return List.of(ExprResults.all(expressions, new NDArray[expressions.size()]));
  }

  /// The same, written to `outs`, of which a null asks for a new array.
  ///
  /// @throws IllegalArgumentException if there are not as many as expressions
  public static List<NDArray> evalAll(List<Expr> expressions, NDArray... outs) {
    return List.of(ExprResults.all(expressions, outs));
  }

  /// The sum of all elements by NumPy's pairwise tree, without an array of the elements.
  public double sum() {
    return ExprResults.sum(compiled());
  }

  /// The reduction of the elements along axes by a function of two numbers, such as
  /// [Ufuncs#MAXIMUM], with the bits of [UFunc#reduce(NDArray, Axes)]. Blocks of elements are
  /// computed and reduced one after another where the axes allow.
  public NDArray reduce(UFunc function, Axes axes) {
    return ExprResults.reduce(compiled(), function, axes);
  }

  /// The sums along axes.
  public NDArray sum(Axes axes) {
    return reduce(Ufuncs.ADD, axes);
  }

  /// The kernel's loop as Java source.
  public String explain() {
    return compiled().explain();
  }

  private CompiledExpr compiled() {
    if (compiled == null) {
      compiled = CompiledExpr.of(this);
    }
    return compiled;
  }

  /// The same operation on other arguments.
  Expr with(List<Expr> newArguments) {
    return new Expr(kind, function, newArguments, array, dtype, number, whole, integer);
  }

  /// All leaves of one kind, in the order in which they occur.
  List<Expr> leaves(Kind wanted) {
    List<Expr> found = new ArrayList<>();
    collect(wanted, found, new java.util.IdentityHashMap<>());
    return found;
  }

  private void collect(Kind wanted, List<Expr> found, java.util.Map<Expr, Boolean> seen) {
    if (seen.put(this, true) == null) {
      if (kind == wanted) {
        found.add(this);
      }
      arguments.forEach(argument -> argument.collect(wanted, found, seen));
    }
  }

  /// The expression in infix notation, for messages.
  @Override
  public String toString() {
    return switch (kind) {
      case ARRAY -> "array";
      case PARAMETER -> "x";
      case SCALAR -> "p";
      case CONSTANT, LITERAL -> integer ? Long.toString(whole) : Double.toString(number);
      case APPLY -> function.name() + arguments.toString().replace('[', '(').replace(']', ')');
      case WHERE -> "where" + arguments.toString().replace('[', '(').replace(']', ')');
      case CAST -> dtype + "(" + arguments.get(0) + ")";
    };
  }
}
