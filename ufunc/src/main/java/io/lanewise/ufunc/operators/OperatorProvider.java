package io.lanewise.ufunc.operators;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.spi.Operator;
import io.lanewise.ndarray.spi.Operators;
import io.lanewise.ndarray.spi.Reduction;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.Searching;
import io.lanewise.ufunc.SortKind;
import io.lanewise.ufunc.Sorting;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.EnumMap;
import java.util.Map;

/// Gives the fluent methods of arrays their operations.
public final class OperatorProvider implements Operators {
  private static final UFunc[] FUNCTIONS = functions();

  private static UFunc[] functions() {
    Map<Operator, UFunc> map = new EnumMap<>(Operator.class);
    map.put(Operator.ADD, Ufuncs.ADD);
    map.put(Operator.SUBTRACT, Ufuncs.SUBTRACT);
    map.put(Operator.MULTIPLY, Ufuncs.MULTIPLY);
    map.put(Operator.DIVIDE, Ufuncs.DIVIDE);
    map.put(Operator.POWER, Ufuncs.POWER);
    map.put(Operator.MINIMUM, Ufuncs.MINIMUM);
    map.put(Operator.MAXIMUM, Ufuncs.MAXIMUM);
    map.put(Operator.LESS, Ufuncs.LESS);
    map.put(Operator.LESS_EQUAL, Ufuncs.LESS_EQUAL);
    map.put(Operator.GREATER, Ufuncs.GREATER);
    map.put(Operator.GREATER_EQUAL, Ufuncs.GREATER_EQUAL);
    map.put(Operator.EQUAL, Ufuncs.EQUAL);
    map.put(Operator.NOT_EQUAL, Ufuncs.NOT_EQUAL);
    map.put(Operator.LOGICAL_AND, Ufuncs.LOGICAL_AND);
    map.put(Operator.LOGICAL_OR, Ufuncs.LOGICAL_OR);
    map.put(Operator.LOGICAL_XOR, Ufuncs.LOGICAL_XOR);
    map.put(Operator.LOGICAL_NOT, Ufuncs.LOGICAL_NOT);
    map.put(Operator.NEGATIVE, Ufuncs.NEGATIVE);
    map.put(Operator.ABSOLUTE, Ufuncs.ABSOLUTE);
    map.put(Operator.SQUARE, Ufuncs.SQUARE);
    map.put(Operator.SQRT, Ufuncs.SQRT);
    map.put(Operator.RECIPROCAL, Ufuncs.RECIPROCAL);
    map.put(Operator.EXP, Ufuncs.EXP);
    map.put(Operator.LOG, Ufuncs.LOG);
    map.put(Operator.SIN, Ufuncs.SIN);
    map.put(Operator.COS, Ufuncs.COS);
    UFunc[] functions = new UFunc[Operator.values().length];
    map.forEach((operator, function) -> functions[operator.ordinal()] = function);
    return functions;
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, NDArray out) {
    return FUNCTIONS[operator.ordinal()].apply(a, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, NDArray b, NDArray out) {
    return FUNCTIONS[operator.ordinal()].apply(a, b, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, double b, NDArray out) {
    return FUNCTIONS[operator.ordinal()].apply(a, b, out);
  }

  @Override
  public NDArray apply(Operator operator, NDArray a, long b, NDArray out) {
    return FUNCTIONS[operator.ordinal()].apply(a, b, out);
  }

  @Override
  public NDArray reduce(Reduction reduction, NDArray a, Axes axes, NDArray out) {
    return switch (reduction) {
      case SUM -> Reductions.sum(a, axes, out);
      case MEAN -> Reductions.mean(a, axes, out);
      case VAR -> Reductions.var(a, 0, axes, out);
      case STD -> Reductions.std(a, 0, axes, out);
      case MIN -> Reductions.min(a, axes, out);
      case MAX -> Reductions.max(a, axes, out);
      case ALL -> Reductions.all(a, axes, out);
      case ANY -> Reductions.any(a, axes, out);
    };
  }

  @Override
  public void sort(NDArray a, int axis) {
    Sorting.sortInPlace(a, axis, SortKind.QUICK, false);
  }

  @Override
  public NDArray argsort(NDArray a, int axis) {
    return Sorting.argsort(a, axis);
  }

  @Override
  public void partition(NDArray a, long kth) {
    Sorting.partitionInPlace(a, kth);
  }

  @Override
  public NDArray argpartition(NDArray a, long kth) {
    return Sorting.argpartition(a, kth);
  }

  @Override
  public NDArray searchsorted(NDArray a, NDArray v) {
    return Searching.searchsorted(a, v);
  }
}
