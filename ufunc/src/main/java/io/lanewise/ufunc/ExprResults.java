package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ufunc.reduce.ReducedShape;
import java.util.Arrays;
import java.util.List;

/// What comes of expressions beside one array: several arrays from one pass, and reductions without
/// an array of all elements.
final class ExprResults {
  /// Elements that are computed before they are reduced: a float64 block stays in the second-level
  /// cache.
  private static final long BLOCK = 1 << 16;

  private ExprResults() {}

  static NDArray[] all(List<Expr> expressions, NDArray... outs) {
    if (expressions.isEmpty() || outs.length != expressions.size()) {
      throw new IllegalArgumentException(
          expressions.size() + " expressions with " + outs.length + " outputs");
    }
    CompiledExpr together = sameShape(expressions) ? CompiledExpr.of(expressions) : null;
    if (together != null) {
      return together.evalAll(outs);
    }
    NDArray[] results = new NDArray[outs.length];
    for (int j = 0; j < outs.length; j++) {
      results[j] = outs[j] == null ? expressions.get(j).eval() : expressions.get(j).eval(outs[j]);
    }
    return results;
  }

  private static boolean sameShape(List<Expr> expressions) {
    long[] shape = Splitter.shape(expressions.get(0));
    return expressions.stream().allMatch(e -> Arrays.equals(Splitter.shape(e), shape));
  }

  static double sum(CompiledExpr expression) {
    if (expression.result().isComplex()) {
      throw new NoLoopException("the sum of complex numbers is no double: use sum(Axes.all())");
    }
    if (expression.isComplex()) {
      return Reductions.sum(expression.eval(null)).item();
    }
    expression.refresh();
    return FusedSum.sum(
        expression.family(), expression.operands(), expression.scalars(), expression.result());
  }

  static NDArray reduce(CompiledExpr expression, UFunc function, Axes axes) {
    long[] shape = expression.shape();
    boolean[] reduced = axes.reduced(shape.length);
    int axis = 0;
    while (axis < shape.length && reduced[axis]) {
      axis++;
    }
    long elements = Shapes.size(shape);
    if (axis == shape.length || elements <= BLOCK || !axes.isPlain() || expression.isComplex()) {
      return function.reduce(expression.eval(null), axes);
    }
    expression.refresh();
    // the outermost axis that stays: a block of it is reduced whole
    long[] blockShape = shape.clone();
    blockShape[axis] = Math.max(1, BLOCK / (elements / shape[axis]));
    NDArray block = MemoryPool.empty(expression.result(), blockShape);
    NDArray result = null;
    int place = axes.keepsDims() ? axis : 0;
    for (long from = 0; from < shape[axis]; from += blockShape[axis]) {
      long to = Math.min(shape[axis], from + blockShape[axis]);
      NDArray target = slice(block, axis, 0, to - from, shape.length);
      NDArray[] operands = expression.operands().clone();
      for (int k = 0; k < operands.length; k++) {
        operands[k] = operands[k] == null ? null : slice(operands[k], axis, from, to, shape.length);
      }
      operands[operands.length - 1] = target;
      Elementwise.run(expression.family(), operands, expression.scalars());
      NDArray part = function.reduce(target, axes);
      if (result == null) {
        result = MemoryPool.empty(part.dtype(), new ReducedShape(shape, axes).shape());
      }
      slice(result, place, from, to, result.ndim()).set(part);
    }
    return result;
  }

  /// Elements `from` to `to` of axis `axis` of `ndim`, which `a` may lack or have only one of.
  private static NDArray slice(NDArray a, int axis, long from, long to, int ndim) {
    int own = axis - (ndim - a.ndim());
    if (own < 0 || a.shape(own) == 1) {
      return a;
    }
    Index[] index = new Index[own + 1];
    Arrays.fill(index, Index.all());
    index[own] = Index.slice(from, to);
    return a.get(index);
  }
}
