package io.lanewise.ufunc;

import io.lanewise.ufunc.Expr.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Derivatives of expressions as expressions, from the derivative that each ufunc declares: the
/// chain rule forwards (one direction at a time) and backwards (all variables at once). A. Griewank
/// and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 3.
final class Differentiation {
  private Differentiation() {}

  /// The derivative of `root` along `directions` of `variables`.
  static Expr forward(Expr root, List<Expr> variables, List<Expr> directions) {
    Map<Expr, Expr> known = new IdentityHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      known.put(variables.get(i), directions.get(i));
    }
    return forward(root, known);
  }

  private static Expr forward(Expr e, Map<Expr, Expr> known) {
    Expr result = known.get(e);
    if (result == null) {
      result = Expr.literal(0);
      List<Expr> tangents = new ArrayList<>();
      boolean any = false;
      boolean constant = isPiecewiseConstant(e);
      for (Expr argument : e.arguments) {
        boolean skipped = constant || e.kind == Kind.WHERE && tangents.isEmpty();
        Expr tangent = skipped ? Expr.literal(0) : forward(argument, known);
        tangents.add(tangent);
        any |= !tangent.isLiteral(0);
      }
      if (any && e.kind == Kind.WHERE) {
        result = Expr.choose(e.arguments.get(0), tangents.get(1), tangents.get(2));
      } else if (any) {
        List<Expr> partials = partials(e);
        for (int i = 0; i < partials.size(); i++) {
          if (!tangents.get(i).isLiteral(0)) {
            result = plus(result, times(partials.get(i), tangents.get(i)));
          }
        }
      }
      known.put(e, result);
    }
    return result;
  }

  /// The derivatives of `root` with respect to each of `variables`.
  static List<Expr> reverse(Expr root, List<Expr> variables) {
    Map<Expr, Boolean> active = new IdentityHashMap<>();
    variables.forEach(variable -> active.put(variable, true));
    List<Expr> order = new ArrayList<>();
    sort(root, active, order, new IdentityHashMap<>());
    Map<Expr, Expr> adjoint = new IdentityHashMap<>();
    adjoint.put(root, Expr.literal(1));
    for (Expr e : order.reversed()) {
      Expr of = adjoint.get(e);
      if (of == null || e.arguments.isEmpty() || isPiecewiseConstant(e)) {
        continue;
      }
      if (e.kind == Kind.WHERE) {
        Expr zero = Expr.literal(0);
        Expr condition = e.arguments.get(0);
        give(adjoint, active, e.arguments.get(1), Expr.choose(condition, of, zero));
        give(adjoint, active, e.arguments.get(2), Expr.choose(condition, zero, of));
        continue;
      }
      List<Expr> partials = partials(e);
      for (int i = 0; i < partials.size(); i++) {
        Expr argument = e.arguments.get(i);
        if (active.getOrDefault(argument, false)) {
          give(adjoint, active, argument, times(of, partials.get(i)));
        }
      }
    }
    return variables.stream().map(v -> adjoint.getOrDefault(v, Expr.literal(0))).toList();
  }

  private static void give(
      Map<Expr, Expr> adjoint, Map<Expr, Boolean> active, Expr to, Expr contribution) {
    if (active.getOrDefault(to, false)) {
      adjoint.merge(to, contribution, Differentiation::plus);
    }
  }

  /// The product, formed inside a choice that is zero on one side: what is not chosen may be
  /// infinite, and must not meet the zero.
  private static Expr times(Expr a, Expr b) {
    if (isMasked(a)) {
      Expr x = a.arguments.get(1);
      Expr y = a.arguments.get(2);
      return Expr.choose(
          a.arguments.get(0), x.isLiteral(0) ? x : times(x, b), y.isLiteral(0) ? y : times(y, b));
    }
    return isMasked(b) ? times(b, a) : a.multiply(b);
  }

  /// The sum, which stays a choice where both are choices by one condition.
  private static Expr plus(Expr a, Expr b) {
    if (isMasked(a) && isMasked(b) && a.arguments.get(0) == b.arguments.get(0)) {
      return Expr.choose(
          a.arguments.get(0),
          plus(a.arguments.get(1), b.arguments.get(1)),
          plus(a.arguments.get(2), b.arguments.get(2)));
    }
    return a.add(b);
  }

  private static boolean isMasked(Expr e) {
    return e.kind == Kind.WHERE
        && (e.arguments.get(1).isLiteral(0) || e.arguments.get(2).isLiteral(0));
  }

  /// Arguments before what uses them, and which expressions depend on a variable.
  private static boolean sort(
      Expr e, Map<Expr, Boolean> active, List<Expr> order, Map<Expr, Boolean> seen) {
    if (seen.put(e, true) == null) {
      boolean depends = active.getOrDefault(e, false);
      for (Expr argument : e.arguments) {
        depends |= sort(argument, active, order, seen);
      }
      active.put(e, depends);
      order.add(e);
    }
    return active.getOrDefault(e, false);
  }

  /// Comparisons and logic have derivative zero wherever they have one.
  private static boolean isPiecewiseConstant(Expr e) {
    return e.kind == Kind.APPLY
        && (e.function.loopTypes() == LoopTypes.COMPARISON
            || e.function.loopTypes() == LoopTypes.LOGICAL);
  }

  private static List<Expr> partials(Expr e) {
    if (e.function.derivative() == null) {
      throw new UnsupportedOperationException(e.function.name() + " has no derivative");
    }
    return e.function.derivative().apply(e.arguments, e);
  }
}
