package io.lanewise.jmh.fuzz;

import io.lanewise.jmh.fuzz.RandomArrays.Style;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.List;

/// A random expression, and what its operations give one by one. Nodes may be used several times.
final class RandomExpr {
  private static final List<UFunc> FUNCTIONS =
      Ufuncs.all().values().stream().filter(f -> f.nout() == 1).distinct().toList();

  private static final DType[] DTYPES = DType.values();

  /// A part of the expression: an array of values, or a weak number.
  private record Part(Expr expression, NDArray value, double number, long whole, boolean integer) {
    boolean isNumber() {
      return value == null;
    }
  }

  private final RandomArrays arrays;
  private final long[] shape;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /// An expression of 3 to 12 operations on arrays that broadcast to `shape`.
  RandomExpr(RandomArrays arrays, long... shape) {
    this.arrays = arrays;
    this.shape = shape;
    for (int i = arrays.from(1, 4); i > 0; i--) {
      leaf();
    }
    int operations = arrays.from(3, 13);
    for (int attempt = 0; operations > 0 && attempt < 100; attempt++) {
      if (operation()) {
        operations--;
      }
    }
  }

  /// The last operation.
  Expr root() {
    return parts.getLast().expression;
  }

  /// What it gives when every operation is carried out by itself.
  NDArray value() {
    return parts.getLast().value;
  }

  /// All parts that are arrays, and have the shape of the whole.
  List<Expr> outputs(List<NDArray> values) {
    List<Expr> outputs = new ArrayList<>();
    for (Part part : parts.reversed()) {
      boolean fits =
          !part.isNumber() && java.util.Arrays.equals(part.value.shape(), value().shape());
      if (fits && outputs.size() < 3) {
        outputs.add(part.expression);
        values.add(part.value);
      }
    }
    return outputs;
  }

  private void leaf() {
    DType dtype =
        arrays.chance(0.5)
            ? arrays.chance(0.5) ? DType.FLOAT64 : DType.FLOAT32
            : DTYPES[arrays.from(0, DTYPES.length)];
    Style style = Style.values()[arrays.from(0, Style.values().length)];
    long[] own = parts.isEmpty() ? shape : arrays.broadcasting(shape);
    add(arrays.array(dtype, style, true, own).array());
  }

  private void add(NDArray a) {
    note(a.dtype() + java.util.Arrays.toString(a.shape()));
    parts.add(new Part(Expr.of(a), a, 0, 0, false));
  }

  private void note(String what) {
    text.append('x').append(parts.size()).append(" = ").append(what).append("; ");
  }

  private Part number() {
    if (arrays.chance(0.5)) {
      long whole = arrays.from(-3, 9);
      return new Part(Expr.constant(whole), null, whole, whole, true);
    }
    double number = arrays.from(-9, 10) / 4.0;
    return new Part(Expr.constant(number), null, number, 0, false);
  }

  private int any() {
    // the last ones mostly, so that the tree is deep
    return arrays.chance(0.5) ? parts.size() - 1 : arrays.from(0, parts.size());
  }

  private boolean operation() {
    if (arrays.chance(0.1)) {
      leaf();
    }
    try {
      int kind = arrays.from(0, 10);
      return kind == 0 ? cast() : kind == 1 ? where() : apply();
    } catch (UnsupportedOperationException | ArithmeticException | IllegalArgumentException e) {
      // no such loop, or numbers that an operation refuses: the expression would refuse, too
      return false;
    }
  }

  private boolean cast() {
    int i = any();
    DType dtype = DTYPES[arrays.from(0, DTYPES.length)];
    NDArray value = parts.get(i).value.astype(dtype);
    note("x" + i + ".astype(" + dtype + ")");
    parts.add(new Part(parts.get(i).expression.astype(dtype), value, 0, 0, false));
    return true;
  }

  private boolean where() {
    int c = any();
    int i = any();
    NDArray condition = parts.get(c).value;
    NDArray x = parts.get(i).value;
    Part other;
    NDArray value;
    String name;
    if (arrays.chance(0.3)) {
      other = number();
      value =
          other.integer
              ? Ufuncs.where(condition, x, other.whole)
              : Ufuncs.where(condition, x, other.number);
      name = other.expression.toString();
    } else {
      int j = any();
      other = parts.get(j);
      value = Ufuncs.where(condition, x, other.value);
      name = "x" + j;
    }
    note("where(x" + c + ", x" + i + ", " + name + ")");
    Expr e = Expr.where(parts.get(c).expression, parts.get(i).expression, other.expression);
    parts.add(new Part(e, value, 0, 0, false));
    return true;
  }

  private boolean apply() {
    UFunc f = FUNCTIONS.get(arrays.from(0, FUNCTIONS.size()));
    int i = any();
    Part a = parts.get(i);
    if (f.nin() == 1) {
      if (Differences.isSignOfNan(f, a.value)) {
        return false;
      }
      NDArray value = f.apply(a.value);
      note(f.name() + "(x" + i + ")");
      parts.add(new Part(Expr.apply(f, a.expression), value, 0, 0, false));
      return true;
    }
    if (arrays.chance(0.25)) {
      return applyNumber(f, i, number(), arrays.chance(0.6));
    }
    int j = any();
    Part b = parts.get(j);
    if (Differences.isSignOfNan(f, b.value)) {
      return false;
    }
    NDArray value = f.apply(a.value, b.value, null);
    note(f.name() + "(x" + i + ", x" + j + ")");
    parts.add(new Part(Expr.apply(f, a.expression, b.expression), value, 0, 0, false));
    return true;
  }

  private boolean applyNumber(UFunc f, int i, Part number, boolean last) {
    Part a = parts.get(i);
    if (Differences.isSignOfNan(f, a.value)) {
      return false;
    }
    NDArray value;
    if (last) {
      value =
          (number.integer ? f.call(a.value, number.whole) : f.call(a.value, number.number)).run();
    } else {
      value =
          (number.integer ? f.call(number.whole, a.value) : f.call(number.number, a.value)).run();
    }
    note(
        f.name()
            + (last ? "(x" + i + ", " + number.expression : "(" + number.expression + ", x" + i)
            + ")");
    Expr e =
        last
            ? Expr.apply(f, a.expression, number.expression)
            : Expr.apply(f, number.expression, a.expression);
    parts.add(new Part(e, value, 0, 0, false));
    return true;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
