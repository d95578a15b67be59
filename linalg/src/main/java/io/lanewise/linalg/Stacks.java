package io.lanewise.linalg;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;
import java.util.function.Consumer;

/// What decompositions have in common: matrices are the last two dimensions, stacked along the
/// others.
final class Stacks {
  private Stacks() {}

  static void requireMatrix(NDArray a) {
    if (a.ndim() < 2) {
      throw new ShapeException(
          a.ndim() + "-dimensional array given. Array must be at least two-dimensional");
    }
  }

  static void requireSquare(NDArray a) {
    requireMatrix(a);
    if (a.shape(-1) != a.shape(-2)) {
      throw new ShapeException(
          "Last 2 dimensions of the array must be square: shape " + Shapes.toString(a.shape()));
    }
  }

  /// The dtype of a result: float32 of float32, float64 of float64 and integers.
  static DType type(NDArray... operands) {
    DType type = DType.FLOAT32;
    for (NDArray x : operands) {
      DType t = x.dtype();
      if (t == DType.FLOAT16 || t == DType.BFLOAT16 || t.isComplex()) {
        throw new NoLoopException("array type " + t + " is unsupported in linalg");
      }
      type = Promotion.promoteTypes(type, t.isFloating() ? t : DType.FLOAT64);
    }
    return type;
  }

  static long[] leading(NDArray a, int core) {
    return Arrays.copyOf(a.shape(), a.ndim() - core);
  }

  /// `lead` followed by `core`.
  static long[] shape(long[] lead, long... core) {
    long[] shape = Arrays.copyOf(lead, lead.length + core.length);
    System.arraycopy(core, 0, shape, lead.length, core.length);
    return shape;
  }

  /// The sub-array of a stack at `index` of the result's leading dimensions, to which those of `x`
  /// broadcast.
  static NDArray at(NDArray x, int core, long[] index) {
    int own = x.ndim() - core;
    if (own == 0) {
      return x;
    }
    long[] position = new long[own];
    for (int axis = 0; axis < own; axis++) {
      position[axis] = x.shape(axis) == 1 ? 0 : index[index.length - own + axis];
    }
    return x.get(position);
  }

  static void forEach(long[] lead, Consumer<long[]> body) {
    if (Shapes.size(lead) == 0) {
      return;
    }
    long[] index = new long[lead.length];
    int axis;
    do {
      body.accept(index);
      for (axis = lead.length - 1; axis >= 0; axis--) {
        if (++index[axis] < lead[axis]) {
          break;
        }
        index[axis] = 0;
      }
    } while (axis >= 0);
  }

  /// Elements of an n x n matrix, which must fit a Java array.
  static int size(NDArray matrix) {
    return Math.toIntExact(Math.multiplyExact(matrix.shape(-1), matrix.shape(-2)));
  }
}
