package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.Expr.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Cuts an expression that is too large for one loop: C2 compiles no method over 8,000 bytes, and
/// slowly one of several hundred vector operations. The largest part that fits is computed into an
/// array first, until the rest fits.
///
/// @param root what is left
/// @param parts what has to be computed before it
record Splitter(Expr root, List<Part> parts) {
  /// About this many operations compile in 0.1 s and run at full speed.
  private static final int LIMIT = 160;

  /// Leaves beyond this many need more operands than a kernel has.
  private static final int LEAVES = 28;

  /// A part and the array that takes it.
  record Part(Expr expression, NDArray array) {}

  static Splitter split(Expr root) {
    Expr rest = root;
    List<Part> parts = new ArrayList<>();
    while (tooLarge(rest)) {
      Expr largest = largestFitting(rest);
      if (largest == null || largest == rest) {
        break;
      }
      NDArray array = NDArray.empty(new ExprCompiler().type(largest), shape(largest));
      parts.add(new Part(largest, array));
      rest = replace(rest, largest, Expr.of(array), new IdentityHashMap<>());
    }
    return new Splitter(rest, List.copyOf(parts));
  }

  /// Computes the parts.
  void refresh() {
    // by index: an iterator would be garbage
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).expression.eval(parts.get(i).array);
    }
  }

  /// Whether one kernel holds all of these.
  static boolean fits(List<Expr> roots) {
    Map<Expr, Boolean> seen = new IdentityHashMap<>();
    int cost = 0;
    for (Expr root : roots) {
      cost += cost(root, seen);
    }
    List<Expr> leaves =
        seen.keySet().stream()
            .filter(e -> e.arguments.isEmpty() && e.kind != Kind.LITERAL)
            .toList();
    // a complex array is two operands, and so is a complex output
    return cost <= LIMIT && 2 * (leaves.size() + roots.size()) <= LEAVES;
  }

  private static boolean tooLarge(Expr e) {
    return cost(e) > LIMIT || leaves(e) > LEAVES;
  }

  /// The operations of one element, shared parts counted once.
  static int cost(Expr e) {
    return cost(e, new IdentityHashMap<>());
  }

  private static int cost(Expr e, Map<Expr, Boolean> seen) {
    if (seen.put(e, true) != null) {
      return 0;
    }
    int cost = e.arguments.isEmpty() ? 0 : 1;
    if (e.kind == Kind.APPLY) {
      // conjugate of a real number takes no operation, but may have to be cut off
      cost = Math.max(1, e.function.operations(e.complex));
    }
    for (Expr argument : e.arguments) {
      cost += cost(argument, seen);
    }
    return cost;
  }

  private static int leaves(Expr e) {
    return e.leaves(Kind.ARRAY).size()
        + e.leaves(Kind.CONSTANT).size()
        + e.leaves(Kind.SCALAR).size();
  }

  private static Expr largestFitting(Expr root) {
    Expr best = null;
    int most = 0;
    List<Expr> all = new ArrayList<>();
    nodes(root, all, new IdentityHashMap<>());
    ExprCompiler compiler = new ExprCompiler();
    for (Expr e : all) {
      int cost = cost(e);
      boolean hasArrays = !e.leaves(Kind.ARRAY).isEmpty();
      boolean candidate = e != root && hasArrays && !e.arguments.isEmpty() && fits(e);
      // a choice between numbers stays weak, which an array of its elements would not be
      if (candidate && cost > most && compiler.type(e) != null) {
        best = e;
        most = cost;
      }
    }
    return best;
  }

  /// A function of leaves cannot be cut, however large it is.
  private static boolean fits(Expr e) {
    return !tooLarge(e)
        || e.kind == Kind.APPLY && e.arguments.stream().allMatch(a -> a.arguments.isEmpty());
  }

  private static void nodes(Expr e, List<Expr> all, Map<Expr, Boolean> seen) {
    if (seen.put(e, true) == null) {
      all.add(e);
      e.arguments.forEach(argument -> nodes(argument, all, seen));
    }
  }

  /// `e` with `by` in the place of `old`.
  static Expr replace(Expr e, Expr old, Expr by) {
    return replace(e, old, by, new IdentityHashMap<>());
  }

  private static Expr replace(Expr e, Expr old, Expr by, Map<Expr, Expr> done) {
    if (e == old) {
      return by;
    }
    Expr known = done.get(e);
    if (known == null) {
      List<Expr> arguments =
          e.arguments.stream().map(argument -> replace(argument, old, by, done)).toList();
      known = arguments.equals(e.arguments) ? e : e.with(arguments);
      done.put(e, known);
    }
    return known;
  }

  static long[] shape(Expr e) {
    return Shapes.broadcast(
        e.leaves(Kind.ARRAY).stream().map(leaf -> leaf.array.shape()).toArray(long[][]::new));
  }
}
